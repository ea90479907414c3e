"""A sheet of questions for one of those who are asked: what they may see and no more, to be answered by hand."""

from collections.abc import Iterator

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Enquiry
from lawfulshare.record.record import Block, Bullets, Facts, Heading, Paragraph, Text
from lawfulshare.wording import Wording

Row = tuple[str, tuple[Text, ...]]


def open_questions(case: CaseFile, recipient: str) -> tuple[Enquiry, ...]:
    """Give the questions to one recipient that are put into words and not answered yet."""
    return tuple(one for one in case.enquiries or () if one.ask == recipient and one.question and not one.is_answered)


def told_in_asking(case: CaseFile, recipient: str) -> tuple[str, ...]:
    """Give what one recipient is told so that they can answer; what is withheld from them is never among it."""
    withheld = {
        pair.item for pair in case.disclosures or () if pair.recipient == recipient and pair.extent == "withhold"
    }
    least = [item for one in open_questions(case, recipient) for item in one.least_disclosed or ()]
    texts = {item.id: item.what for item in case.items or ()}
    return tuple(text for item in dict.fromkeys(least) if item not in withheld and (text := texts.get(item)))


def sheet(case: CaseFile, recipient: str, words: Wording, day: str) -> Iterator[Block]:
    """Tell the questions to one recipient; nobody else's, nothing of the worry, the decision or the law."""
    label = next((one.label for one in case.recipients or () if one.id == recipient), None)
    yield Heading(1, words("letters.sheet.title", who=label or words("letters.sheet.somebody")))
    yield Paragraph(words("letters.sheet.lead"), "lead")
    yield Facts(tuple(_from(case, words, day)))
    least = told_in_asking(case, recipient)
    if least:
        yield Heading(2, words("letters.sheet.need_to_know"))
        yield Bullets(least)
    for number, enquiry in enumerate(open_questions(case, recipient), 1):
        yield Heading(2, words("letters.sheet.question", number=number))
        yield Facts(tuple(_question(enquiry, words)))
    yield Heading(2, words("letters.sheet.how"))
    yield Bullets(tuple(words(f"letters.sheet.{key}") for key in ("own_eyes", "no_more", "not_told", "danger")))


def _from(case: CaseFile, words: Wording, day: str) -> Iterator[Row]:
    maker = case.decision_maker
    asks = ", ".join(part for part in (maker.name, maker.role, case.organisation.name) if part)
    yield words("letters.sheet.from"), (asks or words("letters.not_said"),)
    yield words("letters.sheet.reply_to"), (maker.contact or words("letters.not_said"),)
    yield words("letters.sheet.on"), (words.day(day),)


def _question(enquiry: Enquiry, words: Wording) -> Iterator[Row]:
    yield words("letters.sheet.asked"), (enquiry.question or "",)
    if enquiry.why:
        yield words("letters.sheet.why"), (enquiry.why,)
    if enquiry.ask_alone:
        yield words("letters.sheet.care"), (words("letters.sheet.alone"),)
    if enquiry.chase_on:
        yield words("letters.sheet.by"), (words.day(enquiry.chase_on),)
    yield words("letters.sheet.answer"), ("", "\u00a0", "\u00a0", "\u00a0")
    yield words("letters.sheet.known_how"), (words("letters.sheet.seen_or_heard"),)
