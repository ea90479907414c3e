"""The places where author and supervisor sign."""

from collections.abc import Iterator

from lawfulshare.record.blocks.naming import Telling
from lawfulshare.record.record import Block, SignaturePlace, Signatures


def signatures(told: Telling) -> Iterator[Block]:
    """Give the author's place and the supervisor's, side by side."""
    maker = told.case.decision_maker.name or told.say("unnamed.maker")
    yield Signatures(
        (
            SignaturePlace("author", told.say("signatures.author", who=maker), ()),
            SignaturePlace("supervisor", told.say("signatures.supervisor"), ()),
        )
    )
