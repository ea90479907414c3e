"""The letter to a person, in plain words: what was decided about them, who is told, and what they can do.

Only what is about this person alone is told in full: what is also about somebody else is said to be left out. Nobody
gets such a letter whom the record says not to tell.
"""

from collections.abc import Iterator

from lawfulshare.case.people import Person
from lawfulshare.case.sharing import Item
from lawfulshare.record.blocks.naming import Telling, ended, going, items_going, laws
from lawfulshare.record.papers.heading import sender
from lawfulshare.record.record import Block, Bullets, Facts, Heading, Paragraph

MAY_BE_TOLD = frozenset({"told", "will_be_told"})
REFUSED = frozenset({"refused", "withdrawn"})


def offered(told: Telling) -> Iterator[str]:
    """Give each person about whom something goes and who is told."""
    for person in told.case.people or ():
        if person.told.status in MAY_BE_TOLD and person.kind != "deceased" and any(_about(told, person.id)):
            yield person.id


def blocks(told: Telling, whom: str, day: str) -> Iterator[Block]:
    """Tell one person what is shared about them."""
    say = told.words
    person = next(one for one in told.case.people or () if one.id == whom)
    yield Heading(1, say("papers.person.dear", who=told.label("person", whom)))
    yield Paragraph(say("papers.person.lead"), "lead")
    yield Facts(tuple(sender(told, day)))
    yield from _what(told, person)
    yield from _why(told, person)
    yield Heading(2, say("papers.person.can"))
    yield Bullets(tuple(say(f"papers.person.{key}") for key in ("see", "wrong", "object", "complain")))
    yield Heading(2, say("papers.person.next"))
    yield Bullets(tuple(_next(told)))


def _about(told: Telling, whom: str) -> Iterator[Item]:
    yield from (item for item in items_going(told) if whom in (item.about or ()))


def _what(told: Telling, person: Person) -> Iterator[Block]:
    say = told.words
    yield Heading(2, say("papers.person.what"))
    mine = [item for item in _about(told, person.id) if item.about == (person.id,) and not item.restrictions]
    ids = {item.id for item in _about(told, person.id)}
    recipients = told.recipients(dict.fromkeys(pair.recipient for pair in going(told) if pair.item in ids))
    yield Paragraph(say("papers.person.who", who=ended(recipients)))
    if mine:
        yield Bullets(tuple(ended(told.label("item", item.id)) for item in mine))
    left_out = len(ids) - len(mine)
    if left_out:
        yield Paragraph(say(f"papers.person.{'one' if left_out == 1 else 'many'}_left_out", number=left_out))


def _why(told: Telling, person: Person) -> Iterator[Block]:
    say = told.words
    yield Heading(2, say("papers.person.why"))
    yield Paragraph(say("papers.person.because"))
    if person.consent.status in REFUSED:
        yield Paragraph(say("papers.person.refused"))
    elif person.consent.status == "given":
        yield Paragraph(say("papers.person.agreed"))
    chosen = told.case.decision.bases[:1] if told.case.decision else ()
    if chosen:
        yield Paragraph(say("papers.person.law", law=laws(told, chosen)), "small")


def _next(told: Telling) -> Iterator[str]:
    say = told.words
    if told.case.review.on:
        yield say("papers.person.again", day=told.day(told.case.review.on))
    yield say("papers.person.ask")
    yield say("papers.person.danger")
