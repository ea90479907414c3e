"""Weighs a term at every spot at once: a column of bits where it holds, and one where it fails."""

from collections.abc import Collection
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
        holds, fails = self.column(term)
        if "person" not in term.looks_at:
            at %= self.spots.count
        return Truth.HOLDS if holds >> at & 1 else Truth.FAILS if fails >> at & 1 else Truth.OPEN

    def open(self, term: Term) -> int:
        """Give the bits of the spots where a term is open."""
        column = self.column(term)
        return self.spots.full(term) & ~(column.holds | column.fails)

    def column(self, term: Term) -> Column:
        """Give where a term holds and where it fails."""
        column = self._columns.get(term)
        if column is None:
            column = self._columns[term] = self._weigh(term)
        return column

    def _weigh(self, term: Term) -> Column:
        match term:
            case AllOf():
                return self._all_of(term)
            case AnyOf():
                return self._any_of(term)
            case Named():
                return self.column(term.parts[0])
            case Not():
                holds, fails = self.column(term.parts[0])
                return Column(fails, holds)
            case Some():
                return self._somebody(term) if term.binds == "person" else self._some_pair(term)
            case Constant():
                return Column(self.spots.one, 0) if term.value else Column(0, self.spots.one)
            case Unknown():
                holds, fails = self.column(term.parts[0])
                return Column(self.spots.full(term) & ~(holds | fails), holds | fails)
        return self._atom(term)

    def _all_of(self, term: Term) -> Column:
        wide = "person" in term.looks_at
        holds, fails = self.spots.full(term), 0
        for part in term.parts:
            held, failed = self._fitting(part) if wide else self.column(part)
            holds &= held
            fails |= failed
        return Column(holds, fails)

    def _any_of(self, term: Term) -> Column:
        wide = "person" in term.looks_at
        holds, fails = 0, self.spots.full(term)
        for part in term.parts:
            held, failed = self._fitting(part) if wide else self.column(part)
            holds |= held
            fails &= failed
        return Column(holds, fails)

    def _fitting(self, part: Term) -> Column:
        """Give the column of a part once for each person, whether it looks at a person or not."""
        column = self.column(part)
        if "person" in part.looks_at:
            return column
        return Column(column.holds * self.spots.repeat, column.fails * self.spots.repeat)

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
        if isinstance(term, Member):
            return self._member(term)
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
