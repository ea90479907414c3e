"""Weighs a term at every spot at once: a column of bits where it holds, and one where it fails."""

from collections.abc import Collection, Iterable, Mapping, Sequence
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
from lawfulshare.law.language.weighing import LISTS, Lookup, atom

Spot: TypeAlias = Mapping[str, str]
"""The entries that are looked at, by what they are: of a pair its item and recipient too; or nothing."""
Answers: TypeAlias = tuple[tuple[Any, int], ...]
"""Each different answer to a fact, with the bits of the spots where it is given."""

_MOST_TERMS = 1 << 24
"""More than there will ever be different terms."""


class Column(NamedTuple):
    """Where a term holds and where it fails, one bit a spot; elsewhere it is open."""

    holds: int
    fails: int


class Columns:
    """Weighs terms on one set of facts, each term once for all spots: what `weigh` says at each of them.

    A term that looks at a person has such a column for nobody and for each person, one above the other.
    """

    def __init__(self, said: Lookup, spots: Sequence[Spot]) -> None:
        self._said = said
        self.spots = tuple(spots)
        self._one = (1 << len(self.spots)) - 1
        people = said(LISTS["person"])
        self._knows_people = people is not None
        self._people: tuple[str | None, ...] = (None, *(people or ()))
        self._blocks = {name: number * len(self.spots) for number, name in enumerate(people or (), start=1)}
        self._repeat = sum(1 << at for at in (0, *self._blocks.values()))
        self._all = self._one * self._repeat
        self._pairs = sum(1 << at for at, spot in enumerate(self.spots) if "disclosure" in spot)
        self._at: dict[str, dict[str | None, int]] = {"person": {None: self._one}}
        self._at["person"] |= {name: self._one << shift for name, shift in self._blocks.items()}
        self._answers: dict[str, Answers] = {}
        self._columns: dict[Term, Column] = {}
        self._seats: dict[frozenset[str], dict[int, int]] = {}
        self._alike: dict[tuple[frozenset[str], tuple[str | None, ...]], int] = {}

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
            at %= len(self.spots)
        return Truth.HOLDS if holds >> at & 1 else Truth.FAILS if fails >> at & 1 else Truth.OPEN

    def with_person(self, at: int) -> list[int]:
        """Give the same spot with each person in turn."""
        spot = at % len(self.spots)
        return [spot + shift for shift in self._blocks.values()]

    def with_pair(self, at: int) -> list[int]:
        """Give each pair's spot in turn, with the same person."""
        first = at - at % len(self.spots)
        return [first + number for number, spot in enumerate(self.spots) if "disclosure" in spot]

    def person(self, at: int) -> str | None:
        """Give the person who is looked at."""
        return self._people[at // len(self.spots)]

    def path(self, path: str, at: int) -> str:
        """Give the path that a person would recognise: `person.age` of p1 is `people.p1.age`."""
        root, dot, rest = path.partition(".")
        entry = self.person(at) if root == "person" else self.spots[at % len(self.spots)].get(root)
        return path if entry is None else f"{LISTS[root]}.{entry}{dot}{rest}"

    def seat(self, term: Term, at: int) -> int:
        """Number a term together with the entries that it looks at from a spot."""
        seats = self._seats.setdefault(term.looks_at, {})
        place = seats.get(at)
        if place is None:
            place = seats[at] = self._first_alike(term.looks_at, at) * _MOST_TERMS
        return place + term.number

    def _first_alike(self, looks_at: frozenset[str], at: int) -> int:
        """Give the first spot from which these kinds of entry look the same."""
        block, number = divmod(at, len(self.spots))
        seen = tuple(self.spots[number].get(root) for root in sorted(looks_at))
        if (looks_at, seen) not in self._alike:
            self._alike[looks_at, seen] = number
        spot = self._alike[looks_at, seen]
        return spot + block * len(self.spots) if "person" in looks_at else spot

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
                return Column(self._one, 0) if term.value else Column(0, self._one)
            case Unknown():
                holds, fails = self.column(term.parts[0])
                return Column(self._full(term) & ~(holds | fails), holds | fails)
        return self._atom(term)

    def _full(self, term: Term) -> int:
        return self._all if "person" in term.looks_at else self._one

    def _all_of(self, term: Term) -> Column:
        wide = "person" in term.looks_at
        holds, fails = self._full(term), 0
        for part in term.parts:
            held, failed = self._fitting(part) if wide else self.column(part)
            holds &= held
            fails |= failed
        return Column(holds, fails)

    def _any_of(self, term: Term) -> Column:
        wide = "person" in term.looks_at
        holds, fails = 0, self._full(term)
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
        return Column(column.holds * self._repeat, column.fails * self._repeat)

    def _somebody(self, term: Some) -> Column:
        if not self._knows_people:
            return Column(0, 0)
        part = self._fitting(term.parts[0])
        holds, fails = 0, self._one
        for shift in self._blocks.values():
            holds |= part.holds >> shift & self._one
            fails &= part.fails >> shift
        return Column(holds, fails)

    def _some_pair(self, term: Some) -> Column:
        part = self.column(term.parts[0])
        holds, fails = 0, 0
        for shift in (0, *self._blocks.values()) if "person" in term.looks_at else (0,):
            if part.holds >> shift & self._pairs:
                holds |= self._one << shift
            elif part.fails >> shift & self._pairs == self._pairs:
                fails |= self._one << shift
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
            wide = where if term.path.startswith("person.") else where * self._repeat
            for person, block in self._at["person"].items():
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
        root, _, rest = fact.partition(".")
        if root not in LISTS:
            return ((self._said(fact), self._one),)
        where: dict[Any, int] = {}
        for name, bits in self._spots_of(root).items():
            answer = self._said(fact if name is None else f"{LISTS[root]}.{name}.{rest}")
            where[answer] = where.get(answer, 0) | bits
        return tuple(where.items())

    def _spots_of(self, root: str) -> dict[str | None, int]:
        """Give each entry of a list, with the spots that look at it; None: with those that look at none."""
        if root not in self._at:
            at: dict[str | None, int] = {}
            for number, spot in enumerate(self.spots):
                name = spot.get(root)
                at[name] = at.get(name, 0) | 1 << number
            self._at[root] = at
        return self._at[root]


def spots_of(lists: Mapping[str, Iterable[str]]) -> list[dict[str, str]]:
    """Give nothing, each entry of each list alone, and each pair with its item and its recipient."""
    spots: list[dict[str, str]] = [{}]
    for entry, names in lists.items():
        for name in names:
            if entry == "disclosure":
                item, _, recipient = name.partition(">")
                spots.append({"disclosure": name, "answer": name, "item": item, "recipient": recipient})
            elif entry != "person":
                spots.append({entry: name})
    return spots
