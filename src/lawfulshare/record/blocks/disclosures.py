"""How much goes to whom, and why: every item has a row, also the ones kept back."""

from collections.abc import Iterator
from itertools import islice

from lawfulshare.case.sharing import Disclosure, Item, Recipient
from lawfulshare.record.blocks.naming import (
    Telling,
    about,
    amount,
    answer_for,
    capital,
    ended,
    going,
    items_going,
    items_named,
    labelled,
)
from lawfulshare.record.record import AMOUNT_OF_EXTENT, Block, Cell, Facts, Heading, Paragraph, Table, Text

COLUMNS = 3
"""Recipients beside each other on A4, before the columns grow too narrow to read."""
VERDICTS_THAT_AMOUNT = frozenset({"send", "summarise", "anonymise", "withhold"})
WIDE = 170.0
MANY = 12
"""Items above which the rows of the grid stand close."""

Row = tuple[str, tuple[Text, ...]]


def disclosures(told: Telling) -> Iterator[Block]:
    """What was kept back is part of the decision: each item, each recipient, how much, why."""
    yield Heading(2, told.say("disclosures.heading"))
    if not told.case.items:
        yield Paragraph(told.say("disclosures.no_items"))
        return
    recipients = _with_a_pair(told)
    if not recipients:
        yield Paragraph(told.say("disclosures.nobody"))
    for at in range(0, len(recipients), COLUMNS):
        yield _grid(told, tuple(islice(recipients, at, at + COLUMNS)))
    if recipients:
        yield Heading(3, told.say("disclosures.recipients_heading"))
        yield Facts(tuple((told.label("recipient", one.id), tuple(_recipient(told, one))) for one in recipients))
    yield Heading(3, told.say("disclosures.items_heading"))
    for number, item in enumerate(told.case.items, 1):
        yield Facts(tuple(_item(told, number, item)))
    yield from _other_adults(told)


def _with_a_pair(told: Telling) -> tuple[Recipient, ...]:
    paired = {pair.recipient for pair in told.case.disclosures or ()}
    return tuple(recipient for recipient in told.case.recipients or () if recipient.id in paired)


def _grid(told: Telling, recipients: tuple[Recipient, ...]) -> Table:
    first = 62.0
    rest = (WIDE - first) / len(recipients)
    return Table(
        caption=told.say("disclosures.caption", whom=told.recipients(one.id for one in recipients)),
        head=(told.say("disclosures.item"), *(told.label("recipient", one.id) for one in recipients)),
        rows=tuple(
            (_numbered(told, number, item), *(_cell(told, item, one) for one in recipients))
            for number, item in enumerate(told.case.items or (), 1)
        ),
        widths=(first, *(rest for _ in recipients)),
        close=len(told.case.items or ()) > MANY,
    )


def _numbered(told: Telling, number: int, item: Item) -> Cell:
    return Cell(told.say("disclosures.numbered", number=number, what=told.label("item", item.id)))


def _pair(told: Telling, item: str, recipient: str) -> Disclosure | None:
    pairs = told.case.disclosures or ()
    return next((pair for pair in pairs if (pair.item, pair.recipient) == (item, recipient)), None)


def _cell(told: Telling, item: Item, recipient: Recipient) -> Cell:
    pair = _pair(told, item.id, recipient.id)
    if pair is None:
        return Cell(told.say("disclosures.not_asked"))
    mark = amount(pair)
    return Cell(told.say(f"amount.{mark}"), mark=mark, small=_difference(told, pair))


def _difference(told: Telling, pair: Disclosure) -> str | None:
    """Say what the law makes of it, where that is something else."""
    answer = answer_for(told, pair)
    if answer is None or answer.verdict == AMOUNT_OF_EXTENT[pair.extent]:
        return None
    return told.say("disclosures.law_says", verdict=told.say(f"verdict.{answer.verdict}"))


def _recipient(told: Telling, recipient: Recipient) -> Iterator[Text]:
    yield capital(ended(told.choice(recipient.sector)))
    if recipient.needs_it_for:
        yield labelled(told.say("recipient.needs"), ended(recipient.needs_it_for))
    if recipient.safeguarding_role is not None:
        yield told.say("recipient.role" if recipient.safeguarding_role else "recipient.no_role")
    checked, route = told.truth(recipient.identity_verified), told.truth(recipient.secure_route)
    yield told.say("recipient.checks", identity=checked, route=route)
    for key in ("contact", "verified_how"):
        if text := getattr(recipient, key):
            yield labelled(told.say(f"recipient.{key}"), ended(text))
    if recipient.checked_on:
        yield labelled(told.say("recipient.checked_on"), ended(told.day(recipient.checked_on)))
    if recipient.could_endanger:
        yield told.say("recipient.endangers", whom=told.people(recipient.could_endanger))
    if recipient.nation:
        yield told.say("recipient.nation", where=told.choice(recipient.nation))
    if recipient.person:
        yield told.say("recipient.is_person", who=told.label("person", recipient.person))
    if recipient.acts_for and recipient.acts_for.person:
        whom = told.label("person", recipient.acts_for.person)
        yield told.say("recipient.acts_for", whom=whom, role=told.choice(recipient.acts_for.as_))


def _item(told: Telling, number: int, item: Item) -> Iterator[Row]:
    yield told.say("item.number", number=number), tuple(_item_lines(told, item))
    alike: dict[tuple[Text, ...], list[str]] = {}
    for pair in told.case.disclosures or ():
        if pair.item == item.id:
            alike.setdefault(tuple(_pair_lines(told, pair)), []).append(pair.recipient)
    for lines, recipients in alike.items():
        if len(recipients) > COLUMNS:  # a label is narrow: many names stand beside it
            yield told.say("item.to_many", number=len(recipients)), (ended(told.recipients(recipients)), *lines)
        else:
            yield told.say("item.to", whom=told.recipients(recipients)), lines


def _item_lines(told: Telling, item: Item) -> Iterator[Text]:
    yield labelled(ended(told.label("item", item.id)), "")
    whom = told.people(item.about or ()) or told.say("answer.unknown")
    nature = told.choice(item.nature)
    yield told.say("item.is", nature=nature, classes=told.choices(item.classes), whom=whom)
    if item.own_words:
        yield told.say("item.own_words", words=item.own_words.strip())
    if item.source or item.on or item.period:
        when = told.day(item.on) if item.on else item.period or told.say("item.undated")
        yield told.say("item.source", source=item.source or told.say("answer.not_recorded"), when=when)
    if item.attachment:
        yield labelled(told.say("item.attachment"), ended(item.attachment))
    known = {key: told.truth(getattr(item, key)) for key in ("identifies", "confidential", "relevant", "accurate")}
    yield told.say("item.checks", **known)
    if item.collected_on_consent:
        yield told.say("item.collected_on_consent")
    if item.locates:
        yield told.say("item.locates", whom=told.people(item.locates))
    if item.restrictions:
        yield told.say("item.restrictions", which=told.choices(item.restrictions))


def _pair_lines(told: Telling, pair: Disclosure) -> Iterator[Text]:
    yield labelled(ended(told.say(f"amount.{amount(pair)}")), ended(pair.reason or told.say("disclosures.no_reason")))
    if pair.goes_as:
        yield labelled(told.say("disclosures.goes_as"), ended(pair.goes_as))
    if pair.necessary is not None:
        yield told.say("disclosures.necessary" if pair.necessary else "disclosures.not_necessary")
    answer = answer_for(told, pair)
    if answer is None:
        return
    if difference := _difference(told, pair):
        yield ended(difference)
    for because in answer.because:
        yield ended(because)


def _other_adults(told: Telling) -> Iterator[Block]:
    """Tell of everybody else whom something that goes is about why each part of it is needed: theirs is theirs."""
    subjects = about(told)
    rows = []
    for person in told.case.people or ():
        if person.id not in subjects:
            items = {item.id for item in items_going(told) if person.id in (item.about or ())}
            lines = tuple(_needed(told, [pair for pair in going(told) if pair.item in items]))
            rows.append((told.label("person", person.id), lines))
    if any(lines for _, lines in rows):
        yield Heading(3, told.say("disclosures.adults_heading"))
        yield Paragraph(told.say("disclosures.adults_intro"))
        yield Facts(tuple(row for row in rows if row[1]))


def _needed(told: Telling, pairs: list[Disclosure]) -> Iterator[Text]:
    alike: dict[str, dict[str, list[str]]] = {}
    for pair in pairs:
        need = told.say("disclosures.necessary" if pair.necessary else "disclosures.need_unknown")
        need = told.say("disclosures.not_necessary") if pair.necessary is False else need
        reason = f"{need} {ended(pair.reason)}" if pair.reason else need
        alike.setdefault(reason, {}).setdefault(pair.recipient, []).append(pair.item)
    for reason, going_to in alike.items():
        for recipient, items in going_to.items():
            what = capital(items_named(told, items))
            yield labelled(told.say("disclosures.adult", what=what, whom=told.label("recipient", recipient)), reason)
