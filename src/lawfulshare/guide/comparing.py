"""Two cases beside each other, question by question: where what was said differs."""

from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.doors import doors
from lawfulshare.guide.summary import Row, summary
from lawfulshare.guide.walk import walk


class Difference(NamedTuple):
    """One question and what each of two cases says; None where it is not put there."""

    path: str
    about: str | None
    question: str
    first: str | None
    second: str | None


def differences(first: CaseFile, second: CaseFile) -> tuple[Difference, ...]:
    """List the questions that the two answer differently, in the order of the pages; first those of the first case.

    What one leaves open and the other does not ask is no difference.
    """
    one, other = _answers(first), _answers(second)
    found = []
    for place in dict.fromkeys((*one, *other)):
        here, there = one.get(place), other.get(place)
        row = here or there
        if row is None or not any(one is not None and one.said for one in (here, there)):
            continue
        said = tuple(one.answer if one is not None else None for one in (here, there))
        if said[0] != said[1]:
            found.append(Difference(row.path, row.about, row.question, *said))
    return tuple(found)


def _answers(case: CaseFile) -> dict[tuple[str, str], Row]:
    """Give each answer by its path; two questions may share a fact, and are told apart by their words."""
    told = summary(walk(doors()[case.mode or "share"], case))
    rows = [*(row for section in told.sections for row in section.rows), *told.also]
    return {(row.path, row.question): row for row in rows}
