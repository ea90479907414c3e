"""An ordered table of rows becomes one term an answer: verdicts and outcome alike."""

from collections.abc import Sequence
from typing import NamedTuple

from lawfulshare.law.language.nodes import Named, Term, all_of, any_of, named, negate


class Row(NamedTuple):
    """One row of a table: its name, its answer, its sentence, and when it holds."""

    name: str
    then: str
    says: str
    when: Term


def first_match(rows: Sequence[Row]) -> dict[str, Term]:
    """Make one term an answer, exclusive by construction and total if the last row always holds.

    A row counts where no earlier row with ANOTHER answer holds. Earlier rows with the same answer need no *not*: the
    answer is the same either way, and with it a table whose answer is settled would stay open.
    """
    ways: dict[str, list[Term]] = {}
    for row, term in rows_alone(rows):
        ways.setdefault(row.then, []).append(term)
    return {answer: any_of(*terms) for answer, terms in ways.items()}


def rows_alone(rows: Sequence[Row]) -> list[tuple[Row, Named]]:
    """Give each row with the named term for which it is the one that answers."""
    alone: list[tuple[Row, Named]] = []
    for position, row in enumerate(rows):
        before = (negate(earlier.when) for earlier in rows[:position] if earlier.then != row.then)
        alone.append((row, named("row", row.name, all_of(*before, row.when))))
    return alone
