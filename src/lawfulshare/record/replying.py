"""Letters to whoever asked: to have the request made clear, with what is sent, and that nothing is sent."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Disclosure, Item
from lawfulshare.case.vocabulary import Extent
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law
from lawfulshare.record.asking_back import asker, is_private, missing, points, power
from lawfulshare.record.blocks.naming import ended
from lawfulshare.record.letter_text import blocks_of, written
from lawfulshare.record.record import Block, Bullets, Facts, Heading, Paragraph, Text
from lawfulshare.wording import Wording

LetterKind: TypeAlias = Literal["clarify", "reply", "refuse"]
Part: TypeAlias = Heading | Paragraph | Bullets


class Draft(NamedTuple):
    """The body of a letter as text."""

    text: str
    to_write: tuple[tuple[str, str], ...] = ()
    """Places where a summary, or a text without names, is still to be written, and of which item."""
    left_out: tuple[str, ...] = ()
    """Items that were to go, and that the law does not let go, or not yet."""


_AMOUNTS: tuple[Extent, ...] = ("withhold", "anonymised", "summary", "full")
_IN_PART: tuple[Extent, ...] = ("summary", "anonymised")
_LETS: dict[str, Extent] = {"send": "full", "summarise": "summary", "anonymise": "anonymised"}


class _Telling(NamedTuple):
    case: CaseFile
    law: Law
    amounts: dict[str, Extent]
    words: Wording


def draft(kind: LetterKind, case: CaseFile, law: Law, answer: Assessment | None, words: Wording) -> Draft:
    """Draft the body of a letter. What asks back, and what refuses, is drafted from the request alone.

    A letter with what is sent refuses where the law lets nothing go of all that was to go.
    """
    told = _Telling(case, law, _amounts(case, answer), words)
    goes = any(amount != "withhold" for amount in told.amounts.values())
    drafting = {"clarify": _clarify, "reply": _reply if goes else _refuse, "refuse": _refuse}[kind]
    text = written((*_opening(told), *drafting(told)))
    if kind != "reply":
        return Draft(text)
    proposed = [item for item, pair in to_the_asker(case) if pair.extent not in (None, "withhold")]
    return Draft(
        text,
        tuple((place, item.what or "") for place, item in _to_write(told)),
        tuple(item.what or words("guide.nameless.item") for item in proposed if told.amounts[item.id] == "withhold"),
    )


def letter_blocks(
    kind: LetterKind, case: CaseFile, law: Law, text: str, *, words: Wording, day: str
) -> Iterator[Block]:
    """Give a whole letter: what stands above it, its body as it was left, and who writes."""
    yield Heading(1, words(f"letters.{kind}.title"))
    yield Facts(tuple(_above(case, law, words, day)))
    yield from blocks_of(text)
    yield Paragraph(words("letters.back.yours"))
    if sender := _sender(case):
        yield Paragraph(sender)


def to_the_asker(case: CaseFile) -> tuple[tuple[Item, Disclosure], ...]:
    """Give each item with what is proposed of it to whoever asked, in the order of the items."""
    to = asker(case)
    pairs = {pair.item: pair for pair in case.disclosures or () if to is not None and pair.recipient == to.id}
    return tuple((item, pairs[item.id]) for item in case.items or () if item.id in pairs)


def _amounts(case: CaseFile, answer: Assessment | None) -> dict[str, Extent]:
    """Give how much of each item goes to whoever asked: what is proposed, and never more than the law lets."""
    to = asker(case)
    lets = {
        one.item: _LETS.get(one.verdict, "withhold")
        for one in (answer.disclosures if answer else ())
        if to is not None and one.recipient == to.id
    }
    return {
        item.id: min(pair.extent or "withhold", lets.get(item.id, "withhold"), key=_AMOUNTS.index)
        for item, pair in to_the_asker(case)
    }


def _above(case: CaseFile, law: Law, words: Wording, day: str) -> Iterator[tuple[str, tuple[Text, ...]]]:
    maker, to = case.decision_maker, asker(case)
    yield words("letters.back.from"), (_sender(case) or words("letters.not_said"),)
    yield words("letters.back.reply_to"), (maker.contact or words("letters.not_said"),)
    if to is not None and not is_private(to, law):
        yield words("letters.back.to"), (to.label or words("letters.not_said"),)
    yield words("letters.back.on"), (words.day(day),)


def _sender(case: CaseFile) -> str:
    maker = case.decision_maker
    return ", ".join(part for part in (maker.name, maker.role, case.organisation.name) if part)


def _opening(told: _Telling) -> Iterator[Part]:
    to, words = asker(told.case), told.words
    named = to.label if to is not None and not is_private(to, told.law) else None
    yield Paragraph(words("letters.back.dear", who=named or words("letters.back.name")))


def _thanks(told: _Telling) -> str:
    on = told.case.request.received_on if told.case.request else None
    return told.words("letters.back.thanks_day", day=told.words.day(on)) if on else told.words("letters.back.thanks")


def _clarify(told: _Telling) -> Iterator[Part]:
    words, asked = told.words, points(told.case, told.law, told.words)
    yield Paragraph(f"{_thanks(told)} {words('letters.back.nothing_said')}")
    yield Paragraph(words("letters.clarify.ask" if asked else "letters.clarify.ask_anyway"))
    yield Bullets(asked or (words("letters.clarify.write"),))
    yield Paragraph(words("letters.back.danger"))


def _reply(told: _Telling) -> Iterator[Part]:
    words = told.words
    yield Paragraph(f"{_thanks(told)} {words('letters.reply.lead')}")
    if full := tuple(_item(item, words) for item in _going(told, "full")):
        yield Heading(2, words("letters.reply.full"))
        yield Bullets(full)
    for extent in _IN_PART:
        if places := tuple(place for place, item in _to_write(told, extent)):
            yield Heading(2, words(f"letters.reply.{extent}"))
            yield from map(Paragraph, places)
    if bases := _bases(told):
        yield Paragraph(words("letters.reply.law", bases=bases))
    yield Heading(2, words("letters.reply.only"))
    yield Paragraph(" ".join((words("letters.reply.all"), *_reasons(told))))
    yield Heading(2, words("letters.reply.use"))
    yield Bullets(tuple(_use(told)))
    yield Paragraph(words("letters.reply.again"))


def _refuse(told: _Telling) -> Iterator[Part]:
    words, case = told.words, told.case
    manager = case.decision_maker.manager
    yield Paragraph(f"{_thanks(told)} {words('letters.refuse.lead')} {words('letters.back.nothing_said')}")
    yield Heading(2, words("letters.refuse.why"))
    yield Bullets((words("letters.refuse.law"), *power(case, told.law, words)))
    yield Heading(2, words("letters.refuse.back"))
    yield Paragraph(words("letters.refuse.back_lead"))
    yield Bullets(
        (*missing(case, told.law, words), *(words(f"letters.refuse.{key}") for key in ("new", "order", "agreed")))
    )
    yield Paragraph(words("letters.back.danger"))
    yield Heading(2, words("letters.refuse.disagree"))
    first = words("letters.refuse.disagree_who", manager=manager) if manager else words("letters.refuse.disagree_us")
    yield Bullets((first, words("letters.refuse.disagree_agency"), words("letters.refuse.disagree_own")))


def _going(told: _Telling, extent: Extent) -> Iterator[Item]:
    return (item for item, _ in to_the_asker(told.case) if told.amounts[item.id] == extent)


def _to_write(told: _Telling, *extents: Extent) -> tuple[tuple[str, Item], ...]:
    """Give the places of a reply where words of the practitioner's own go: what goes in part is never copied out."""
    return tuple(
        (told.words(f"letters.reply.write_{extent}", number=number), item)
        for extent in extents or _IN_PART
        for number, item in enumerate(_going(told, extent), 1)
    )


def _item(item: Item, words: Wording) -> str:
    what = item.what or words("guide.nameless.item")
    if item.nature is None:
        return what
    return words("letters.reply.item", what=what, nature=words(f"leaving.nature.{item.nature}"))


def _bases(told: _Telling) -> str:
    chosen = told.case.decision.bases if told.case.decision else ()
    known = (told.law.provisions[one] for one in chosen if one in told.law.provisions)
    return "; ".join(f"{one.title} ({one.citation})" for one in known)


def _reasons(told: _Telling) -> Iterator[str]:
    """Say why not all goes, by the law and by nothing else; nothing at all to one who could put somebody at risk."""
    to = asker(told.case)
    if to is None or to.could_endanger:
        return
    kept = [(item, pair) for item, pair in to_the_asker(told.case) if told.amounts[item.id] == "withhold"]
    unneeded = [item for item, pair in kept if pair.necessary is False or item.relevant is False]
    if unneeded:
        yield told.words("letters.reply.not_needed")
    if len(unneeded) < len(kept):
        yield told.words("letters.reply.no_law")


def _use(told: _Telling) -> Iterator[str]:
    words, to = told.words, asker(told.case)
    purpose = told.case.request.purpose if told.case.request else None
    yield words("letters.reply.use_purpose", purpose=ended(purpose)) if purpose else words("letters.reply.use_only")
    yield words("letters.reply.use_safe")
    for sent in told.case.transmission or ():
        if to is not None and sent.recipient == to.id and sent.conditions:
            yield sent.conditions
    yield words("letters.reply.use_wrong")
