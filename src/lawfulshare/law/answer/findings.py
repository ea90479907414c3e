"""What holds, what fails and what stays open: of each pair, and of the case."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.language.columns import Columns
from lawfulshare.law.language.first_match import Row
from lawfulshare.law.language.nodes import Named, Term
from lawfulshare.law.language.spots import Spots
from lawfulshare.law.packs.law import Law

T = TypeVar("T")
SENT = ("send", "summarise", "anonymise")
NO_PAIR = ""
"""Stands for the case as a whole, where no pair is looked at."""


class Findings:
    """One case under one law: every term is weighed once, for all pairs together.

    `before`: findings for an earlier state of the case, or for the same case under another law; what stands of them is
    carried over.
    """

    def __init__(self, case: CaseFile, law: Law, before: "Findings | None" = None) -> None:
        self.case = case
        self.law = law
        self.scene = Scene(case, law.orders)
        self.pairs = self.scene.pairs
        self.columns: Columns
        if before is not None and self.scene.has_the_entries_of(before.scene):
            changed = self.scene.unlike(before.scene, before.columns.facts)
            self.columns = before.columns.after(self.scene, changed)
        else:
            self.columns = Columns(self.scene, Spots(self.scene.lists, self.scene("people")))
        self.spots = self.columns.spots
        self.everywhere = self.spots.pairs or 1 << self.spot(NO_PAIR)
        """The bits of the spots of all pairs; where none is proposed, of nothing."""
        self._somewhere: dict[str, list[tuple[Any, int]]] = {}

    def after(self, case: CaseFile) -> "Findings":
        """Give the findings for what the case says now; whatever no changed fact bears on is carried over."""
        return Findings(case, self.law, self)

    def spot(self, pair: str, person: str = "") -> int:
        """Give the number of the spot from which a pair, and a person with it, is seen; with no pair, of nothing."""
        at = self.spots.of_pair[pair]
        return at + self.spots.number("person", person) if person else at

    def truth(self, term: Term, pair: str = NO_PAIR) -> Truth:
        """Give the truth of a term, as seen from a pair or from none."""
        return self.columns.truth(term, self.spot(pair))

    def fails_for_all(self, term: Term) -> bool:
        """Say whether a term fails for every pair; where none is proposed, as seen from nothing."""
        return not self.everywhere & ~self.columns.column(term).fails

    def holds_for_some(self, term: Term) -> bool:
        """Say whether a term holds for some pair; where none is proposed, as seen from nothing."""
        return bool(self.everywhere & self.columns.column(term).holds)

    def holds(self, kind: str, pair: str) -> tuple[str, ...]:
        """Give the provisions of a kind that hold for a pair, the best first."""
        return tuple(self._holding(kind, self.law.terms(kind), self.spot(pair)))

    def _holding(self, key: str, terms: Iterable[tuple[T, Term]], spot: int) -> Iterator[T]:
        """Give whatever of these holds at a spot; what holds nowhere is looked at once."""
        if key not in self._somewhere:
            columns = ((one, self.columns.column(term).holds) for one, term in terms)
            self._somewhere[key] = [(one, holds) for one, holds in columns if holds]
        return (one for one, holds in self._somewhere[key] if holds >> spot & 1)

    @cached_property
    def verdicts(self) -> dict[str, str]:
        """Give the verdict of each pair; `open` where none stands yet."""
        return {pair: self._first("verdict", pair) or "open" for pair in self.pairs}

    @cached_property
    def outcome(self) -> tuple[str | None, bool]:
        """Give the outcome, and whether it stands or is only suggested while something is open."""
        standing = self._first("outcome", NO_PAIR)
        return (standing, True) if standing else (self._first("suggested", NO_PAIR), False)

    def _first(self, table: str, pair: str) -> str | None:
        answers = self.law.tables[table].answers
        return next(self._holding(f"{table} answers", answers.items(), self.spot(pair)), None)

    def row(self, table: str, pair: str = NO_PAIR) -> Row | None:
        """Give the row of a table that answers."""
        rows = self.law.tables[table].rows
        return next(self._holding(f"{table} rows", rows, self.spot(pair)), None)

    @cached_property
    def duties(self) -> tuple[str, ...]:
        """Give the duties that stand for some pair, or without any."""
        standing = {duty for pair in self.pairs for duty in self.holds("duty", pair)}
        alone = {duty for duty in self.law.in_force("duty") if self.truth(self.law.compiler.alone(duty)) is Truth.HOLDS}
        return tuple(duty for duty in self.law.in_force("duty") if duty in standing | alone)

    @cached_property
    def refer_to(self) -> tuple[str, ...]:
        """Give who must hear, whether among the recipients or not."""
        return tuple(dict.fromkeys(self._referrals()))

    def _referrals(self) -> Iterator[str]:
        for row, term in self.law.referrals:
            if self.truth(term) is Truth.HOLDS:
                yield from row.then
        for duty in self.duties:
            yield from self.law.provision(duty).refers_to

    def missing(self, pair: str) -> tuple[str, ...]:
        """Give the layers without which nothing could be sent, and that fail: why the last row was reached."""
        sending = (row.when for row, _ in self.law.tables["verdict"].rows if row.then in SENT)
        return tuple(dict.fromkeys(name for term in sending for name in self._missing(term, pair)))

    def _missing(self, term: Term, pair: str) -> Iterator[str]:
        """Go down to the innermost layers that a row names on its surface."""
        for part in term.parts if not isinstance(term, Named) else (term,):
            if not isinstance(part, Named) or part.kind != "layer":
                continue
            inner = part.parts[0]
            if any(isinstance(below, Named) and below.kind == "layer" for below in inner.parts):
                yield from self._missing(inner, pair)
            elif self.truth(part, pair) is Truth.FAILS:
                yield part.name
