"""The record as blocks, in their order: what is said, and nothing of how it looks."""

from collections.abc import Iterator

from lawfulshare.law.packs.pack import Law
from lawfulshare.record import twin
from lawfulshare.record.blocks.decision import decision
from lawfulshare.record.blocks.disclosures import disclosures
from lawfulshare.record.blocks.enquiries import enquiries
from lawfulshare.record.blocks.involvement import involvement
from lawfulshare.record.blocks.law import legal_basis
from lawfulshare.record.blocks.naming import Telling, about
from lawfulshare.record.blocks.people import who_and_what
from lawfulshare.record.blocks.proof import proof
from lawfulshare.record.blocks.reasons import reasons
from lawfulshare.record.blocks.review import checking, review
from lawfulshare.record.blocks.signatures import signatures
from lawfulshare.record.record import Block, Frame, NewPage, Record
from lawfulshare.wording import Wording


def blocks(record: Record, law: Law, words: Wording) -> tuple[Block, ...]:
    """Tell the whole record: page 1 is the whole story, the pages after it are for whoever must check it."""
    return tuple(_in_order(Telling(record, law, words)))


def _in_order(told: Telling) -> Iterator[Block]:
    yield from decision(told)
    yield from signatures(told)
    yield NewPage()
    yield from who_and_what(told)
    yield from disclosures(told)
    yield from legal_basis(told)
    yield from reasons(told)
    yield from enquiries(told)
    yield from involvement(told)
    yield from proof(told)
    yield from review(told)
    yield from checking(told)


def frame(record: Record, law: Law, words: Wording) -> Frame:
    """Give what stands on every page: whom it is about, how to handle it, the record's number."""
    told = Telling(record, law, words)
    return Frame(
        title=told.say("frame.training_title" if record.training else "frame.title", number=record.id),
        head=told.say("frame.head"),
        about=told.people(about(told)),
        handling=_handling(told),
        number=record.id,
        page=words("record.frame.page"),
        language=record.language,
        training=record.training,
        digest=twin.digest(record),
    )


def _handling(told: Telling) -> str:
    """A training record says so where others say how to handle them."""
    if told.record.training:
        return told.say("frame.training")
    return told.record.case.handling or told.say("frame.handling")
