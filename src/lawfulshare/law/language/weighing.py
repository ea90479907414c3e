"""Weighs a term on facts and keeps the proof; the kernel."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from lawfulshare.case.truth import Truth, all_of, any_of
from lawfulshare.law.language.nodes import (
    AllOf,
    AnyOf,
    Below,
    Constant,
    Fact,
    Member,
    Named,
    Not,
    OneOf,
    Said,
    Shares,
    Some,
    Term,
    Unknown,
)

Lookup: TypeAlias = Callable[[str], Any]
"""What was said at a path, or None where it is not known. A value that is equal to nothing stands for a question that
was never put: it is neither true nor in any list, and it opens nothing. Entries that are bound are looked up by their
own path (`person.age` of p1 as `people.p1.age`), the people of a case as `people` (their ids, None: not known) and the
proposed pairs as `disclosures` (`i1>r1`)."""

LISTS = {
    "person": "people",
    "item": "items",
    "recipient": "recipients",
    "disclosure": "disclosures",
    "answer": "answers",
    "enquiry": "enquiries",
    "statement": "statements",
    "advice": "advice",
    "transmission": "transmission",
}
_PLACE = 1 << 24
"""More than there will ever be different terms."""


class Proof(NamedTuple):
    """A truth with its reasons: the proofs of the parts, or the path that was looked up and the answer there."""

    term: Term
    truth: Truth
    parts: tuple["Proof", ...] = ()
    path: str | None = None
    answer: Any = None
    bound: str | None = None


def weigh(term: Term, said: Lookup, bound: Mapping[str, str] | None = None) -> Proof:
    """Say whether a term holds, and keep the reason.

    What nobody has said stays open, unless the rest settles the matter without it.
    """
    weighing = Weighing(said)
    weighing.bind(**(bound or {}))
    return weighing.weigh(term)


class Weighing:
    """Weighs terms on one set of facts; each term once for each binding of what it looks at."""

    def __init__(self, said: Lookup, *, remember: bool = True) -> None:
        self._said = said
        self._remember = remember
        self._bound: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._places: dict[frozenset[str], int] = {}
        self._spots: dict[str, dict[frozenset[str], int]] = {"": self._places}
        self._spot = ""
        self._truths: dict[int, Truth] = {}
        self._proofs: dict[int, Proof] = {}

    def bind(self, **entries: str) -> None:
        """Look at these entries: person, item, recipient, disclosure, by id."""
        self._bound.update(entries)
        self._go("/".join(f"{root}={self._bound[root]}" for root in sorted(self._bound)))

    def look_at(self, pair: str) -> None:
        """Look at one proposed pair: `i1>r1`."""
        item, _, recipient = pair.partition(">")
        self._bound |= {"disclosure": pair, "answer": pair, "item": item, "recipient": recipient}
        self._go(f"{self._bound.get('person', '')}/{pair}")

    def _go(self, spot: str) -> None:
        """Remember by this name how the terms weighed here are numbered."""
        self._spot = spot
        self._places = self._spots.setdefault(spot, {})

    def path(self, path: str) -> str:
        """Give the path that a person would recognise: `person.age` of p1 is `people.p1.age`."""
        root, dot, rest = path.partition(".")
        entry = self._bound.get(root)
        return path if entry is None else f"{LISTS[root]}.{entry}{dot}{rest}"

    def weigh(self, term: Term) -> Proof:
        """Weigh a term with every part of it, so that the proof has all leaves."""
        key = self.place(term)
        proof = self._proofs.get(key) if self._remember else None
        if proof is None:
            proof = self._proofs[key] = self._weigh(term)
        return proof

    def _weigh(self, term: Term) -> Proof:
        match term:
            case Constant():
                return Proof(term, Truth.of(term.value))
            case Not():
                part = self.weigh(term.parts[0])
                return Proof(term, ~part.truth, (part,))
            case AllOf():
                parts = tuple(self.weigh(part) for part in term.parts)
                return Proof(term, all_of(part.truth for part in parts), parts)
            case AnyOf():
                parts = tuple(self.weigh(part) for part in term.parts)
                return Proof(term, any_of(part.truth for part in parts), parts)
            case Named():
                part = self.weigh(term.parts[0])
                return Proof(term, part.truth, (part,))
            case Unknown():
                part = self.weigh(term.parts[0])
                return Proof(term, Truth.of(part.truth is Truth.OPEN), (part,))
            case Some():
                return self._weigh_some(term)
            case _:
                path, answer = self.answer(term)
                return Proof(term, atom(term, answer, self._bound.get("person")), (), path, answer)

    def _weigh_some(self, term: Some) -> Proof:
        if term.binds == "person" and self._said("people") is None:
            return Proof(term, Truth.OPEN, (), "people", None)
        parts = tuple(self.weigh(term.parts[0])._replace(bound=entry) for entry in self.each(term.binds))
        return Proof(term, any_of(part.truth for part in parts), parts)

    def truth(self, term: Term) -> Truth:
        """Give the truth alone, stopping as soon as it is settled: what `weigh` says, without the proof."""
        place = self._places.get(term.looks_at)
        key = self.place(term) if place is None else place + term.number
        known = self._truths.get(key)
        if known is None:
            known = self._truth(term)
            if self._remember:
                self._truths[key] = known
        return known

    def _truth(self, term: Term) -> Truth:
        match term:
            case AllOf() | AnyOf():
                return self._joint(term.parts, Truth.HOLDS if isinstance(term, AnyOf) else Truth.FAILS)
            case Not():
                return ~self.truth(term.parts[0])
            case Named():
                return self.truth(term.parts[0])
            case Some():
                if term.binds == "person" and self._said("people") is None:
                    return Truth.OPEN
                return any_of(self.truth(term.parts[0]) for _ in self.each(term.binds))
            case Constant():
                return Truth.of(term.value)
            case Unknown():
                return Truth.of(self.truth(term.parts[0]) is Truth.OPEN)
            case _:
                return atom(term, self.answer(term)[1], self._bound.get("person"))

    def _joint(self, parts: tuple[Term, ...], decisive: Truth) -> Truth:
        """Weigh *all* (one that fails decides) or *any* (one that holds decides)."""
        result = ~decisive
        for part in parts:
            truth = self.truth(part)
            if truth is decisive:
                return truth
            if truth is Truth.OPEN:
                result = truth
        return result

    def each(self, binds: str) -> Iterator[str]:
        """Look at each person, or each pair, in turn; then at what was looked at before, also if stopped early."""
        before, spot = self._bound, self._spot
        try:
            for entry in self._said(LISTS["person"] if binds == "person" else LISTS["disclosure"]) or ():
                self._bound = dict(before)
                if binds == "person":
                    self._bound["person"] = entry
                    self._go(f"{entry}@{spot}")
                else:
                    self.look_at(entry)
                yield entry
        finally:
            self._bound = before
            self._go(spot)

    def answer(self, term: Term) -> tuple[str, Any]:
        """Give the path that a term without parts looks at, as bound, and what was said there."""
        path = self.path(term.path)  # type: ignore[attr-defined]
        return path, self._said(path)

    def place(self, term: Term) -> int:
        """Number a term together with the entries that it looks at."""
        place = self._places.get(term.looks_at)
        if place is None:
            seen = "/".join(f"{root}={self._bound[root]}" for root in sorted(term.looks_at) if root in self._bound)
            place = self._places[term.looks_at] = self._numbers.setdefault(seen, len(self._numbers)) * _PLACE
        return place + term.number


def atom(term: Term, answer: Any, person: str | None = None) -> Truth:
    """Weigh a term that has no parts on what was said at its path."""
    if answer is None and not isinstance(term, Said):
        return Truth.OPEN
    match term:
        case Fact():
            return Truth.of(answer is True)
        case OneOf():
            return Truth.of(isinstance(answer, str) and answer in term.values)
        case Shares():
            return Truth.of(isinstance(answer, tuple | list) and not term.values.isdisjoint(answer))
        case Below():
            return Truth.of(isinstance(answer, int) and answer < term.limit)
        case Member():
            return Truth.of(isinstance(answer, tuple | list) and person in answer)
        case Said():
            return Truth.of(isinstance(answer, str) and answer.strip() not in ("", "none"))
    raise AssertionError(f"{type(term).__name__} has parts")
