"""What holds, what fails and what stays open: of each pair, and of the case."""

from collections.abc import Iterator
from functools import cached_property

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.language.first_match import Row
from lawfulshare.law.language.nodes import Named, Term
from lawfulshare.law.language.weighing import Proof, Weighing
from lawfulshare.law.packs.law import Law

SENT = ("send", "summarise", "anonymise")
NO_PAIR = ""
"""Stands for the case as a whole, where no pair is looked at."""


class Findings:
    """One case under one law: every term is weighed once for each binding of what it looks at."""

    def __init__(self, case: CaseFile, law: Law) -> None:
        self.case = case
        self.law = law
        self.scene = Scene(case, law.orders)
        self.weighing = Weighing(self.scene)
        self.pairs = self.scene.pairs

    def look_at(self, pair: str) -> None:
        """Look at one pair, or at none."""
        if self.weighing.looks_only_at(pair):
            return
        self.weighing.look_away()
        if pair:
            self.weighing.look_at(pair)

    def truth(self, term: Term, pair: str = NO_PAIR) -> Truth:
        """Weigh a term, stopping as soon as it is settled."""
        self.look_at(pair)
        return self.weighing.truth(term)

    def proof(self, term: Term, pair: str = NO_PAIR) -> Proof:
        """Weigh a term with all its reasons."""
        self.look_at(pair)
        return self.weighing.weigh(term)

    def holds(self, kind: str, pair: str) -> tuple[str, ...]:
        """Give the provisions of a kind that hold for a pair, the best first."""
        self.look_at(pair)
        truth = self.weighing.truth
        return tuple(name for name, term in self.law.terms(kind) if truth(term) is Truth.HOLDS)

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
        self.look_at(pair)
        answers = self.law.tables[table].answers
        return next((answer for answer, term in answers.items() if self.weighing.truth(term) is Truth.HOLDS), None)

    def row(self, table: str, pair: str = NO_PAIR) -> Row | None:
        """Give the row of a table that answers."""
        self.look_at(pair)
        rows = self.law.tables[table].rows
        return next((row for row, alone in rows if self.weighing.truth(alone) is Truth.HOLDS), None)

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
        self.look_at(pair)
        sending = (row.when for row, _ in self.law.tables["verdict"].rows if row.then in SENT)
        return tuple(dict.fromkeys(name for term in sending for name in self._missing(term)))

    def _missing(self, term: Term) -> Iterator[str]:
        """Go down to the innermost layers that a row names on its surface."""
        for part in term.parts if not isinstance(term, Named) else (term,):
            if not isinstance(part, Named) or part.kind != "layer":
                continue
            inner = part.parts[0]
            if any(isinstance(below, Named) and below.kind == "layer" for below in inner.parts):
                yield from self._missing(inner)
            elif self.weighing.truth(part) is Truth.FAILS:
                yield part.name
