"""Proves all eight properties of a pack, of every period between commencements; two processes share the work."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from lawfulshare.law.packs.pack import Pack, load
from lawfulshare.law.proving.commencing import (
    Calendar,
    calendar,
    changed_otherwise,
    days_of_change,
    periods_tried,
    unlisted,
)
from lawfulshare.law.proving.observables import people_needed
from lawfulshare.law.proving.properties import PROPERTIES
from lawfulshare.law.proving.reaching import dead, goals
from lawfulshare.law.proving.solving import Undecided
from lawfulshare.law.proving.specification import Judged, specification
from lawfulshare.law.proving.trial import Finding, Trial

DEAD, COMMENCING = "1b", "8"
NUMBERS = tuple(sorted({one.number for one in PROPERTIES} | {DEAD, COMMENCING}))
"""The properties by number, as they are told."""


class Proved(NamedTuple):
    """One property of a pack: the periods, by their first day, that it was proved of, and what was found against it."""

    number: str
    days: tuple[str, ...]
    people: int
    against: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Say whether it was proved of every period."""
        return not self.against


def prove(nation: str, processes: int = 2) -> tuple[Proved, ...]:
    """Prove the pack of a nation that ships with the program.

    Raises:
        BadCaseFile: there is no pack for that nation.
        BadPack: the pack has faults.
    """
    pack = load(nation)
    days = periods_tried(pack, calendar())
    work: list[tuple[Callable[..., list[Finding]], str]] = [(_nothing_dead, nation), (_commencements, nation)]
    share = -(-len(days) // processes)
    work += [(_periods, f"{nation} {','.join(days[at : at + share])}") for at in range(0, len(days), share)]
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        found = [each.result() for each in [pool.submit(job, what) for job, what in reversed(work)]]
    return merged(finding for findings in found for finding in findings)


def merged(findings: Iterable[Finding]) -> tuple[Proved, ...]:
    """Join what was found of each property on each day."""
    of: dict[str, list[Finding]] = {number: [] for number in NUMBERS}
    for finding in findings:
        of[finding.number].append(finding)
    return tuple(
        Proved(
            number,
            tuple(sorted({finding.day for finding in found})),
            max((finding.people for finding in found), default=0),
            tuple(finding for finding in found if not finding.holds),
        )
        for number, found in of.items()
    )


def nothing_dead(pack: Pack, days: Iterable[str]) -> list[Finding]:
    """1b: draw cases under the law of each period, the latest first, until each part of the law has held in one."""
    found: list[Finding] = []
    alive: set[str] = set()
    lifeless: dict[str, str] = {}
    for day in sorted(days, reverse=True):
        law = pack.on(day)
        wanted = {name: term for name, term in goals(law).items() if name not in alive}
        people = people_needed(wanted.values())
        try:
            without_life = dead(law, wanted)
        except Undecided as undecided:
            found.append(Finding(DEAD, day, people, False, because="undecided", names=(str(undecided),)))
            continue
        found.append(Finding(DEAD, day, people, True))
        alive |= wanted.keys() - set(without_life)
        lifeless |= {name: lifeless.get(name, day) for name in without_life}
    for name, day in lifeless.items():
        if name not in alive:
            found.append(Finding(DEAD, day, 0, False, because="dead", names=(name,)))
    return found


def commencements(pack: Pack, kept: Calendar, days: Iterable[str]) -> list[Finding]:
    """8: across each commencement, only what the calendar lists."""
    return [finding for day in days if day > kept.since for finding in _commencement(pack, kept, day)]


def _commencement(pack: Pack, kept: Calendar, day: str) -> Iterator[Finding]:
    held = Finding(COMMENCING, day, 0, True)
    if names := unlisted(pack, kept, day):
        yield held._replace(holds=False, because="unlisted", names=names)
    try:
        case = changed_otherwise(pack, kept, day)
    except Undecided as undecided:
        yield held._replace(holds=False, because="undecided", names=(str(undecided),))
        return
    yield held if case is None else held._replace(holds=False, cases=(case,))


def _periods(what: str) -> list[Finding]:
    nation, _, days = what.partition(" ")
    known: dict[tuple[object, ...], None] = {}
    pack = load(nation)
    trials = (Trial(Judged(pack.on(day), specification())) for day in days.split(","))
    return [finding for trial in trials for finding in trial.findings(known)]


def _nothing_dead(nation: str) -> list[Finding]:
    pack = load(nation)
    return nothing_dead(pack, periods_tried(pack, calendar()))


def _commencements(nation: str) -> list[Finding]:
    pack = load(nation)
    return commencements(pack, calendar(), days_of_change(pack, calendar()))
