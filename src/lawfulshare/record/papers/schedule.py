"""The disclosure schedule: to one recipient, what goes to them, and how to use it; nothing else of the case.

Not a word of what is kept back, of other recipients, of the worry, or of why: a recipient who may see only a part must
not learn from this paper that there is more.
"""

from collections.abc import Iterator

from lawfulshare.case.sharing import Disclosure, Item
from lawfulshare.record.blocks.naming import Telling, amount, ended, recipients_going
from lawfulshare.record.papers.heading import sender
from lawfulshare.record.record import GOES, Block, Bullets, Facts, Heading, Paragraph, Text

Row = tuple[str, tuple[Text, ...]]
_TO_WRITE: tuple[Text, ...] = ("\u00a0", "\u00a0", "\u00a0")
"""Lines for the pen: a summary, or a text without names, whose words are not in the record."""


def offered(told: Telling) -> Iterator[str]:
    """Give each recipient to whom something goes."""
    yield from recipients_going(told)


def blocks(told: Telling, whom: str, day: str) -> Iterator[Block]:
    """Tell one recipient what goes to them."""
    say = told.words
    yield Heading(1, say("papers.schedule.for", who=told.label("recipient", whom)))
    yield Paragraph(say("papers.schedule.lead"), "lead")
    yield Facts((*sender(told, day), (say("papers.schedule.need"), (_need(told, whom),))))
    yield Heading(2, say("papers.schedule.goes"))
    for number, (item, pair) in enumerate(_goes(told, whom), 1):
        yield Facts(tuple(_item(told, number, item, pair)))
    yield Paragraph(say("papers.schedule.all"))
    yield Heading(2, say("papers.schedule.use"))
    yield Bullets((*_conditions(told, whom), *(say(f"papers.schedule.{key}") for key in ("only", "safe", "wrong"))))
    yield Heading(2, say("papers.schedule.receipt"))
    yield Paragraph(say("papers.schedule.receipt_lead"))
    slip = ("received_by", "received_on", "doing")
    yield Facts(tuple((say(f"papers.schedule.{key}"), ("\u00a0",)) for key in slip), together=True)


def _need(told: Telling, whom: str) -> str:
    recipient = next(one for one in told.case.recipients or () if one.id == whom)
    return ended(recipient.needs_it_for or told.words("papers.not_said"))


def _goes(told: Telling, whom: str) -> Iterator[tuple[Item, Disclosure]]:
    pairs = {pair.item: pair for pair in told.case.disclosures or () if pair.recipient == whom}
    for item in told.case.items or ():
        pair = pairs.get(item.id)
        if pair is not None and amount(pair) in GOES:
            yield item, pair


def _item(told: Telling, number: int, item: Item, pair: Disclosure) -> Iterator[Row]:
    say = told.words
    if amount(pair) != "send":
        yield str(number), (say(f"papers.schedule.{amount(pair)}"), *((pair.goes_as,) if pair.goes_as else _TO_WRITE))
        return
    lines: list[Text] = [ended(told.label("item", item.id))]
    if item.own_words:
        lines.append(told.say("item.own_words", words=item.own_words.strip()))
    lines.append(say(f"papers.schedule.nature.{item.nature or 'unsaid'}"))
    if item.on or item.period:
        lines.append(say("papers.schedule.when", when=told.day(item.on) if item.on else item.period))
    yield str(number), tuple(lines)


def _conditions(told: Telling, whom: str) -> Iterator[Text]:
    """Give what was agreed with this recipient about its use."""
    for sent in told.case.transmission or ():
        if sent.recipient == whom and sent.conditions:
            yield ended(sent.conditions)
