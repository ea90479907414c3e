"""The spots from which a term is seen: nothing, one entry, a pair; each with nobody and with each person."""

import functools
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence

from lawfulshare.law.language.nodes import Some, Term
from lawfulshare.law.language.weighing import LISTS

_MOST_TERMS = 1 << 24
"""More than there will ever be different terms."""


class Spots:
    """Numbers the spots of a case: first those with nobody, then a block of the same ones for each person.

    Sets of spots are written as bits. A term that looks at no person has bits for the first block alone.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]], people: Sequence[str] | None) -> None:
        self.bound = tuple(_bound(lists))
        self.knows_people = people is not None
        self.count = len(self.bound)
        self.one = (1 << self.count) - 1
        self.pairs = sum(1 << at for at, bound in enumerate(self.bound) if "disclosure" in bound)
        self._people: tuple[str | None, ...] = (None, *(people or ()))
        self.shifts = tuple(range(self.count, self.count * len(self._people), self.count))
        self.repeat = sum(1 << shift for shift in (0, *self.shifts))
        self._of = {"person": {name: self.one << n * self.count for n, name in enumerate(self._people)}}
        self._numbers: dict[tuple[str, str], int] = {}
        for number, bound in enumerate(self.bound):
            entry = "disclosure" if "disclosure" in bound else next(iter(bound), "case")
            self._numbers[entry, bound.get(entry, "")] = number
        self._numbers |= {("person", name): shift for name, shift in zip(people or (), self.shifts, strict=True)}
        self.of_pair = {
            name: number for (entry, name), number in self._numbers.items() if entry in ("case", "disclosure")
        }
        self._seats: dict[int, _Seats] = {}
        self._alike: dict[tuple[frozenset[str], tuple[str | None, ...]], int] = {}

    def number(self, entry: str, name: str) -> int:
        """Give the number of the spot where one entry is seen: alone, or for a disclosure a pair; `case`: nothing."""
        return self._numbers[entry, name]

    def full(self, term: Term) -> int:
        """Give all spots at which a term is seen."""
        return self.one * self.repeat if "person" in term.looks_at else self.one

    def of(self, root: str) -> dict[str | None, int]:
        """Give each entry of a list with the spots that look at it; None: with those that look at none."""
        if root not in self._of:
            of: dict[str | None, int] = {}
            for number, bound in enumerate(self.bound):
                name = bound.get(root)
                of[name] = of.get(name, 0) | 1 << number
            self._of[root] = of
        return self._of[root]

    def with_person(self, at: int) -> list[int]:
        """Give the same spot with each person in turn."""
        return [at % self.count + shift for shift in self.shifts]

    def with_pair(self, at: int) -> list[int]:
        """Give each pair's spot in turn, with the same person."""
        first = at - at % self.count
        return [first + number for number, bound in enumerate(self.bound) if "disclosure" in bound]

    def person(self, at: int) -> str | None:
        """Give the person who is looked at."""
        return self._people[at // self.count]

    def path(self, fact: str, at: int) -> str:
        """Give the path that a person would recognise: `person.age` of p1 is `people.p1.age`."""
        root, dot, rest = fact.partition(".")
        entry = self.person(at) if root == "person" else self.bound[at % self.count].get(root)
        return fact if entry is None else f"{LISTS[root]}.{entry}{dot}{rest}"

    def paths(self, fact: str) -> list[tuple[str, int]]:
        """Give each path of a fact, with the spots that look at it."""
        root, _, rest = fact.partition(".")
        if root not in LISTS:
            return [(fact, self.one)]
        named = self.of(root).items()
        return [(fact if name is None else f"{LISTS[root]}.{name}.{rest}", bits) for name, bits in named]

    def seats(self, at: int) -> Mapping[frozenset[str], int]:
        """Give, by the kinds of entry that a term looks at, a number to which its own is added.

        The sum is the same from any two spots from which the term looks at the same entries.
        """
        seats = self._seats.get(at)
        if seats is None:
            seats = self._seats[at] = _Seats(functools.partial(self._first_alike, at))
        return seats

    def seat(self, term: Term, at: int) -> int:
        """Number a term together with the entries that it looks at from a spot."""
        return self.seats(at)[term.looks_at] + term.number

    def _first_alike(self, at: int, looks_at: frozenset[str]) -> int:
        """Give the first spot from which these kinds of entry look the same."""
        block, number = divmod(at, self.count)
        seen = tuple(self.bound[number].get(root) for root in sorted(looks_at))
        spot = self._alike.setdefault((looks_at, seen), number)
        return spot + block * self.count if "person" in looks_at else spot

    def seen_by(self, part: Term, term: Term, where: int) -> int:
        """Give the spots of a part that its term looks at from some spots of its own."""
        if isinstance(term, Some) and term.binds == "pair":
            blocks = (0, *self.shifts) if "person" in term.looks_at else (0,)
            return sum(self.pairs << shift for shift in blocks if where >> shift & self.one)
        if isinstance(term, Some):
            return sum(where << shift for shift in self.shifts) if "person" in part.looks_at else where
        return where if "person" in part.looks_at else self._folded(where)

    def _folded(self, where: int) -> int:
        """Give the spots, whichever person is looked at."""
        return functools.reduce(operator.or_, (where >> shift & self.one for shift in (0, *self.shifts)))

    def paths_at(self, fact: str, where: int) -> list[tuple[str, int]]:
        """Give each path of a fact that is looked at from some spots, with these, whichever person is looked at."""
        seen = where if fact.startswith("person.") else self._folded(where)
        hit = ((path, self._folded(bits & seen)) for path, bits in self.paths(fact))
        return [(path, spots) for path, spots in hit if spots]


class _Seats(dict[frozenset[str], int]):
    """The seats of one spot, each worked out when it is first asked for."""

    def __init__(self, first_alike: Callable[[frozenset[str]], int]) -> None:
        super().__init__()
        self._first_alike = first_alike

    def __missing__(self, looks_at: frozenset[str]) -> int:
        seat = self[looks_at] = self._first_alike(looks_at) * _MOST_TERMS
        return seat


def _bound(lists: Mapping[str, Iterable[str]]) -> list[dict[str, str]]:
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
