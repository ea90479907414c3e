"""Papers from the facts of a signed record: for whom each may be written, its blocks, and its pages."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Final, Literal, NamedTuple, TypeAlias

from lawfulshare.faults import BadAnswer, Fault
from lawfulshare.record.blocks.naming import Telling
from lawfulshare.record.letters import letter
from lawfulshare.record.papers import copy, not_sharing, person, schedule
from lawfulshare.record.record import Block

Kind: TypeAlias = Literal["schedule", "person", "not-sharing", "copy"]


class For(NamedTuple):
    """Whom a paper is for: the id in the case, empty where it is for the file; and the name."""

    id: str
    label: str


class _Paper(NamedTuple):
    offered: Callable[[Telling], Iterator[str]]
    blocks: Callable[[Telling, str, str], Iterator[Block]]


_PAPERS: Final[Mapping[Kind, _Paper]] = {
    "schedule": _Paper(schedule.offered, schedule.blocks),
    "person": _Paper(person.offered, person.blocks),
    "not-sharing": _Paper(not_sharing.offered, not_sharing.blocks),
    "copy": _Paper(copy.offered, copy.blocks),
}
KINDS: Final[tuple[Kind, ...]] = tuple(_PAPERS)


def offered(told: Telling, kind: Kind) -> tuple[For, ...]:
    """Give for whom a paper of a kind can be written out of a record; nothing where there is none."""
    labels = {one.id: told.label("recipient", one.id) for one in told.case.recipients or ()}
    labels |= {one.id: told.label("person", one.id) for one in told.case.people or ()}
    return tuple(For(id_, labels.get(id_, "")) for id_ in _PAPERS[kind].offered(told))


def chosen(told: Telling, kind: Kind, named: str | None) -> For:
    """Find whom a paper is for, by id or name; where it can be for one alone, nobody need be named.

    Raises:
        BadAnswer: there is nobody whom it could be for, or several, or not the one who is named.
    """
    known = offered(told, kind)
    found = [one for one in known if named is None or named in (one.id, one.label)]
    if len(found) == 1:
        return found[0]
    whom = ", ".join(f"{one.id} ({one.label})" for one in known)
    key = "nobody" if not known else "which" if named is None else "not_found"
    raise BadAnswer(Fault(f"paper {kind}", told.words(f"papers.fault.{key}.what"),
                          told.words(f"papers.fault.{key}.mend", whom=whom)))  # fmt: skip


def blocks(told: Telling, kind: Kind, whom: str, day: str) -> tuple[Block, ...]:
    """Tell a paper, dated on a day."""
    return tuple(_PAPERS[kind].blocks(told, whom, day))


def draw(told: Telling, kind: Kind, whom: str, at: datetime) -> bytes:
    """Draw a paper: the same record and moment give the same bytes. It carries no data of the case."""
    return letter(
        blocks(told, kind, whom, at.date().isoformat()),
        title=told.words(f"papers.{kind}.title", number=told.record.id),
        head=told.words(f"papers.{kind}.head"),
        author=told.case.decision_maker.name or told.case.organisation.name or "",
        at=at,
        words=told.words,
        training=told.record.training,
    )
