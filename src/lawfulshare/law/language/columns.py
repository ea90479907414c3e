"""Weighs a term at every spot at once: a column of bits where it holds, and one where it fails."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple, TypeAlias

from lawfulshare.case.truth import Truth
from lawfulshare.law.language.nodes import (
    AllOf,
    AnyOf,
    Constant,
    Member,
    Named,
    Not,
    Some,
    Term,
    Unknown,
)
from lawfulshare.law.language.spots import Spots
from lawfulshare.law.language.weighing import Lookup, atom

Answers: TypeAlias = tuple[tuple[Any, int], ...]
"""Each different answer to a fact, with the bits of the spots where it is given."""


class Column(NamedTuple):
    """Where a term holds and where it fails, one bit a spot; elsewhere it is open."""

    holds: int
    fails: int


class Columns:
    """Weighs terms on one set of facts, each term once for all spots: what `weigh` says at each of them.

    A term that looks at a person has such a column for nobody and for each person, one above the other.
    """

    def __init__(self, said: Lookup, spots: Spots) -> None:
        self._said = said
        self.spots = spots
        self._answers: dict[str, Answers] = {}
        self._columns: dict[Term, Column] = {}

    def seeing(self, said: Lookup) -> "Columns":
        """Give a copy that sees more facts, and the same where these columns have looked."""
        more = type(self).__new__(type(self))
        more.__dict__.update(self.__dict__, _said=said, _answers=dict(self._answers), _columns=dict(self._columns))
        return more

    def after(self, said: Lookup, changed: Collection[str]) -> "Columns":
        """Give the columns for other answers to these facts; whatever does not read one of them is kept."""
        later = self.seeing(said)
        later._answers = {fact: answers for fact, answers in self._answers.items() if fact not in changed}
        void = frozenset(fact for fact in changed if later.answers(fact) != self._answers.get(fact))
        later._columns = {term: column for term, column in self._columns.items() if term.reads.isdisjoint(void)}
        return later

    @property
    def facts(self) -> tuple[str, ...]:
        """Give the facts that were looked at."""
        return tuple(self._answers)

    def truth(self, term: Term, at: int) -> Truth:
        """Give the truth of a term at one spot, and with one person."""
        holds, fails = self._columns.get(term) or self.column(term)
        if at >= self.spots.count and "person" not in term.looks_at:
            at %= self.spots.count
        return Truth.HOLDS if holds >> at & 1 else Truth.FAILS if fails >> at & 1 else Truth.OPEN

    def open(self, term: Term) -> int:
        """Give the bits of the spots where a term is open."""
        column = self.column(term)
        return self.spots.full(term) & ~(column.holds | column.fails)

    def holding(self, term: Term) -> int:
        """Give the bits of the spots where a term holds, weighing no more of it than that takes.

        Of what must all hold, nothing is weighed any more once it holds nowhere.
        """
        if not isinstance(term, AllOf) or term in self._columns:
            return self.column(term).holds
        fitting = self._fitting if "person" in term.looks_at else self.column
        holds = self.spots.full(term)
        for part in term.parts:
            holds &= fitting(part).holds
            if not holds:
                break
        return holds

    def column(self, term: Term) -> Column:
        """Give where a term holds and where it fails."""
        column = self._columns.get(term)
        if column is None:
            column = self._columns[term] = _WEIGHS.get(type(term), Columns._atom)(self, term)
        return column

    def _constant(self, term: Constant) -> Column:
        return Column(self.spots.one, 0) if term.value else Column(0, self.spots.one)

    def _named(self, term: Named) -> Column:
        return self.column(term.parts[0])

    def _not(self, term: Not) -> Column:
        holds, fails = self.column(term.parts[0])
        return Column(fails, holds)

    def _unknown(self, term: Unknown) -> Column:
        holds, fails = self.column(term.parts[0])
        return Column(self.spots.full(term) & ~(holds | fails), holds | fails)

    def _all_of(self, term: AllOf) -> Column:
        """Weigh the parts until it fails at every spot."""
        fitting = self._fitting if "person" in term.looks_at else self.column
        holds = full = self.spots.full(term)
        fails = 0
        for part in term.parts:
            held, failed = fitting(part)
            holds &= held
            fails |= failed
            if fails == full:
                break
        return Column(holds, fails)

    def _any_of(self, term: AnyOf) -> Column:
        """Weigh the parts until it holds at every spot."""
        fitting = self._fitting if "person" in term.looks_at else self.column
        fails = full = self.spots.full(term)
        holds = 0
        for part in term.parts:
            held, failed = fitting(part)
            holds |= held
            fails &= failed
            if holds == full:
                break
        return Column(holds, fails)

    def _fitting(self, part: Term) -> Column:
        """Give the column of a part once for each person, whether it looks at a person or not."""
        column = self.column(part)
        if "person" in part.looks_at:
            return column
        return Column(column.holds * self.spots.repeat, column.fails * self.spots.repeat)

    def _some(self, term: Some) -> Column:
        return self._somebody(term) if term.binds == "person" else self._some_pair(term)

    def _somebody(self, term: Some) -> Column:
        if not self.spots.knows_people:
            return Column(0, 0)
        part = self._fitting(term.parts[0])
        holds, fails = 0, self.spots.one
        for shift in self.spots.shifts:
            holds |= part.holds >> shift & self.spots.one
            fails &= part.fails >> shift
        return Column(holds, fails)

    def _some_pair(self, term: Some) -> Column:
        part, pairs = self.column(term.parts[0]), self.spots.pairs
        holds, fails = 0, 0
        for shift in (0, *self.spots.shifts) if "person" in term.looks_at else (0,):
            if part.holds >> shift & pairs:
                holds |= self.spots.one << shift
            elif part.fails >> shift & pairs == pairs:
                fails |= self.spots.one << shift
        return Column(holds, fails)

    def _atom(self, term: Term) -> Column:
        holds, fails = 0, 0
        for answer, where in self.answers(term.path):  # type: ignore[attr-defined]
            truth = atom(term, answer)
            if truth is Truth.HOLDS:
                holds |= where
            elif truth is Truth.FAILS:
                fails |= where
        return Column(holds, fails)

    def _member(self, term: Member) -> Column:
        holds, fails = 0, 0
        for answer, where in self.answers(term.path):
            wide = where if term.path.startswith("person.") else where * self.spots.repeat
            for person, block in self.spots.of("person").items():
                truth = atom(term, answer, person)
                if truth is Truth.HOLDS:
                    holds |= wide & block
                elif truth is Truth.FAILS:
                    fails |= wide & block
        return Column(holds, fails)

    def answers(self, fact: str) -> Answers:
        """Give each different answer to a fact, and where."""
        if fact not in self._answers:
            self._answers[fact] = self._gathered(fact)
        return self._answers[fact]

    def _gathered(self, fact: str) -> Answers:
        where: dict[Any, int] = {}
        for path, bits in self.spots.paths(fact):
            answer = self._said(path)
            where[answer] = where.get(answer, 0) | bits
        return tuple(where.items())


_WEIGHS: dict[type[Term], Callable[[Columns, Any], Column]] = {
    AllOf: Columns._all_of,
    AnyOf: Columns._any_of,
    Named: Columns._named,
    Not: Columns._not,
    Some: Columns._some,
    Member: Columns._member,
    Constant: Columns._constant,
    Unknown: Columns._unknown,
}
"""How each kind of term with parts is weighed; the others look up one answer."""
