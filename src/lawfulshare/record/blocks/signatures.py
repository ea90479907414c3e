"""The places where author and supervisor sign."""

from collections.abc import Iterator

from lawfulshare.record.blocks.naming import Telling
from lawfulshare.record.record import Block, SignaturePlace, Signatures


def signatures(told: Telling) -> Iterator[Block]:
    """Give the author's place and the supervisor's, side by side."""
    law = told.assessment.law
    maker = told.case.decision_maker.name or told.say("unnamed.maker")
    yield Signatures(
        (
            SignaturePlace(
                "author",
                told.say("signatures.author", who=maker),
                (
                    told.moment(told.record.closed_at),
                    told.say("check.law_is", pack=told.choice(law.pack), version=law.version, day=told.day(law.as_at)),
                ),
            ),
            SignaturePlace("supervisor", told.say("signatures.supervisor"), (told.say("signatures.not_yet"),)),
        )
    )
