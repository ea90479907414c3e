"""A case file that breaks a property, made small enough to read: whatever it can do without is left out."""

import copy
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadCaseFile
from lawfulshare.law.answer.assessing import contradictions
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.packs.law import Law
from lawfulshare.law.proving.writing_out import read_back

Place: TypeAlias = tuple[str | int, ...]
Stated: TypeAlias = dict[str, Any]

_FRAME = frozenset({"format", "nation", "decided_on", "id", "item", "recipient"})


def is_valid(case: CaseFile, law: Law) -> bool:
    """Say whether a case says nothing that no case can say."""
    return not tuple(contradictions(Findings(case, law)))


def shrink(cases: tuple[CaseFile, ...], still: Callable[..., bool]) -> tuple[CaseFile, ...]:
    """Leave out of the cases, alike, all that is not needed for what they show; `still` says whether they show it."""
    stated = [case.model_dump(mode="json", by_alias=True, exclude_none=True) for case in cases]
    again = True
    while again:
        again = False
        for place in _places(stated):
            smaller = [_without(one, place) for one in stated]
            if smaller != stated and _shows(smaller, still):
                stated, again = smaller, True
    return tuple(read_back(one) for one in stated)


def _shows(stated: list[Stated], still: Callable[..., bool]) -> bool:
    try:
        return still(*(read_back(one) for one in stated))
    except BadCaseFile:
        return False


def _places(stated: list[Stated]) -> list[Place]:
    """Give every place, the roots first, the last entries of a list before the first."""
    found = {place: None for one in stated for place in _below(one, ())}
    return sorted(found, key=lambda place: (len(place), place[0] != "people", [_backwards(step) for step in place]))


def _backwards(step: str | int) -> tuple[int, str]:
    return (-step, "") if isinstance(step, int) else (1, step)


def _below(at: Any, place: Place) -> Iterator[Place]:
    steps: Any = at.items() if isinstance(at, dict) else enumerate(at) if isinstance(at, list) else ()
    for step, inner in steps:
        if step not in _FRAME:
            yield (*place, step)
            yield from _below(inner, (*place, step))


def _without(stated: Stated, place: Place) -> Stated:
    """Take a place out; with a person, every mention of them."""
    smaller: Stated = copy.deepcopy(stated)
    at: Any = smaller
    try:
        for step in place[:-1]:
            at = at[step]
        gone = at[place[-1]]
        del at[place[-1]]
    except (KeyError, IndexError):
        return stated
    if place[0] == "people" and len(place) == 2:
        _forget(smaller, gone["id"])
    return smaller


def _forget(at: Any, person: str) -> None:
    for key, inner in list(at.items() if isinstance(at, dict) else enumerate(at)):
        if isinstance(inner, list):
            inner[:] = [
                one for one in inner if one != person and not (isinstance(one, dict) and one.get("to") == person)
            ]
        if isinstance(inner, dict | list):
            _forget(inner, person)
        elif inner == person and key == "person":
            at[key] = None
