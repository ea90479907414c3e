"""Who writes a paper, and on which day: what stands at the head of each that leaves."""

from collections.abc import Iterator

from lawfulshare.record.blocks.naming import Telling, ended
from lawfulshare.record.record import Text


def sender(told: Telling, day: str) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """Give from whom it comes, how to reach them, under which number, and the day."""
    maker = told.case.decision_maker
    names = ", ".join(part for part in (maker.name, maker.role, told.case.organisation.name) if part)
    yield told.words("papers.from"), (ended(names or told.words("papers.not_said")),)
    yield told.words("papers.reach"), (ended(maker.contact or told.words("papers.not_said")),)
    yield told.words("papers.number"), (told.record.id,)
    yield told.words("papers.day"), (ended(told.day(day)),)
