"""What is written to others out of a case in hand: sheets of questions, and letters back to whoever asked."""

from typing import TYPE_CHECKING, NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.faults import BadAnswer, Fault
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.replying import Draft, LetterKind


class Sheet(NamedTuple):
    """A sheet that can be drawn: for whom, and how many questions stand on it."""

    recipient: str
    label: str
    questions: int


def sheets(case: CaseFile, words: Wording) -> tuple[Sheet, ...]:
    """Give a sheet for each recipient who has an open question."""
    from lawfulshare.record.sheets import open_questions

    found = ((one, len(open_questions(case, one.id))) for one in case.recipients or ())
    return tuple(Sheet(one.id, one.label or words("letters.sheet.somebody"), count) for one, count in found if count)


def question_sheet(work: CaseInHand, recipient: str, words: Wording) -> bytes:
    """Draw the sheet of questions for one recipient, of what is heard."""
    from lawfulshare.record.letters import letter
    from lawfulshare.record.sheets import sheet

    case, at = work.walk.heard, work.clock.now()
    label = next(one.label for one in sheets(case, words) if one.recipient == recipient)
    return letter(
        sheet(case, recipient, words, at.date().isoformat()),
        title=words("letters.sheet.title", who=label),
        head=words("letters.sheet.head"),
        author=case.decision_maker.name or case.organisation.name or "",
        at=at,
        words=words,
    )


def answers_offered(case: CaseFile) -> tuple["LetterKind", ...]:
    """Give which letters answer a request as it is decided: with what is sent, that nothing is, or asking back."""
    from lawfulshare.record.asking_back import asker
    from lawfulshare.record.replying import to_the_asker

    if asker(case) is None:
        return ()
    goes = any(pair.extent not in (None, "withhold") for _, pair in to_the_asker(case))
    match case.decision.outcome if case.decision else None:
        case "NOT_NOW":
            return ("refuse",)
        case "SEEK":
            return ("clarify", "reply") if goes else ("clarify",)
    return ("reply",) if goes else ("refuse",)


def asks_back(case: CaseFile) -> tuple["LetterKind", ...]:
    """Give the letter that asks back, once it is known who asked."""
    from lawfulshare.record.asking_back import asker

    return ("clarify",) if asker(case) is not None else ()


def letters_after(case: CaseFile) -> tuple["LetterKind", ...]:
    """Give the letters that may still go once the record is signed: those that answer, and the one that asks back."""
    return tuple(dict.fromkeys((*answers_offered(case), *asks_back(case))))


def kept_letter(case: CaseFile, kind: "LetterKind") -> str | None:
    """Give a letter as the practitioner left it; None where none was written."""
    letters = case.request.letters if case.request else None
    return getattr(letters, kind) if letters else None


def drafted(work: CaseInHand, kind: "LetterKind", words: Wording) -> "Draft":
    """Draft a letter anew, of what is heard."""
    from lawfulshare.law.answer.assessing import first_answer_of
    from lawfulshare.law.answer.findings import Findings
    from lawfulshare.record.replying import draft

    heard, law = work.walk.heard, work.law
    answer = first_answer_of(Findings(heard, law)) if kind == "reply" else None
    return draft(kind, heard, law, answer, words)


def letter_back(work: CaseInHand, kind: "LetterKind", text: str, words: Wording) -> bytes:
    """Draw a letter as it was left.

    Raises:
        BadAnswer: something in square brackets is still to be written.
    """
    from lawfulshare.record.letter_text import to_write
    from lawfulshare.record.letters import letter
    from lawfulshare.record.replying import letter_blocks

    if places := to_write(text):
        what = words("responding.letter.unwritten.what", place=places[0])
        raise BadAnswer(Fault(f"request.letters.{kind}", what, words("responding.letter.unwritten.mend")))
    case, at = work.walk.heard, work.clock.now()
    return letter(
        letter_blocks(kind, case, work.law, text, words=words, day=at.date().isoformat()),
        title=words(f"letters.{kind}.title"),
        head=words("letters.back.head"),
        author=case.decision_maker.name or case.organisation.name or "",
        at=at,
        words=words,
    )


def letter_file_name(kind: "LetterKind", words: Wording) -> str:
    """Give the name under which a letter is saved: what it is, never whom it is about."""
    return words(f"responding.letter.file_name.{kind}")


def file_name(case: CaseFile, recipient: str) -> str:
    """Give the name under which a sheet is saved: a number, never a name."""
    place = [one.id for one in case.recipients or ()].index(recipient) + 1
    return f"questions-{place}.pdf"
