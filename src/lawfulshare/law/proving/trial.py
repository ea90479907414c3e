"""Tries the law of one day by the properties that are stated of cases, and draws a small case that breaks one."""

import functools
from typing import NamedTuple, cast

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.language.nodes import Term, walk
from lawfulshare.law.proving.counterexample import is_valid, shrink
from lawfulshare.law.proving.learning import may_take_back
from lawfulshare.law.proving.logic import Claim, either, variable
from lawfulshare.law.proving.observables import axioms, people_needed, relates_people
from lawfulshare.law.proving.properties import (
    PROPERTIES,
    OfAPair,
    OfTwoCases,
    Property,
    danger_is_answered,
    one_outcome,
    what_stands,
)
from lawfulshare.law.proving.reading import OfEveryCase, OfOneCase
from lawfulshare.law.proving.solving import Undecided, allowed, solve
from lawfulshare.law.proving.specification import Judged
from lawfulshare.law.proving.symbols import ONE_PAIR, World
from lawfulshare.law.proving.two_cases import differ_only_in, says_no_more
from lawfulshare.law.proving.writing_out import written_out

FEW = 3
"""People who are mostly enough to break what can be broken; to prove takes as many as the terms need."""


class Finding(NamedTuple):
    """What was found of one property on one day: nothing against it, cases that break it, or why it is not proved."""

    number: str
    day: str
    people: int
    holds: bool
    cases: tuple[CaseFile, ...] = ()
    because: str = ""
    names: tuple[str, ...] = ()


class Trial:
    """The law of one day before the specification. What it found stays with it, so that nothing is asked twice."""

    def __init__(self, judged: Judged) -> None:
        self.judged = judged
        self.law = judged.law
        self.terms = (*judged.terms(), *axioms(self.law))

    def findings(self, known: dict[tuple[object, ...], None]) -> list[Finding]:
        """Try every property, but not again on the very terms that were found to keep it (`known`)."""
        self._try_together([one for one in PROPERTIES if one.cases == "any"], known)
        return [self.finding(one, known) for one in PROPERTIES]

    def _try_together(self, several: list[Property], known: dict[tuple[object, ...], None]) -> None:
        """Ask at once whether a case breaks any of these; mostly none does, and then each is known to hold."""
        asked = [one for one in several if self._key(one) not in known]
        terms = [term for one in asked for term in self._spoken_of(one)]
        if not asked or relates_people(terms):
            return
        world = World(self.terms, (self.law.orders,), people_needed((*terms, *axioms(self.law))))
        reading = OfEveryCase(world, self.law, ONE_PAIR[0])
        broken = either(*(self._claim(one, (reading,)) for one in asked))
        try:
            model = solve([broken, allowed(world, self.law), *world.valid()])
        except Undecided:
            return
        if model is None:
            known |= {self._key(one): None for one in asked}

    def broken_unlike(self, before: "Trial", patience: int) -> str:
        """Give the number of a property that a case with a few people breaks, and did not break before; else nothing.

        Asked are those alone that speak of any one case, and that read what was not there before.

        Raises:
            Undecided: the solver gave up.
        """
        asked = [one for one in PROPERTIES if one.cases == "any" and self._key(one) != before._key(one)]
        if not asked:
            return ""
        world = World(self.terms, (self.law.orders,), FEW)
        reading = OfEveryCase(world, self.law, ONE_PAIR[0])
        broken = either(*(self._claim(one, (reading,)) for one in asked))
        model = solve([broken, allowed(world, self.law), *world.valid()], patience)
        if model is None:
            return ""
        case = written_out(world, model, self.law.nation.nation, self.law.day)
        broken_here = (one for one in asked if self.breaks(one, case) and not before.breaks(one, case))
        return next((one.number for one in broken_here), "")

    def finding(self, one: Property, known: dict[tuple[object, ...], None]) -> Finding:
        """Try one property."""
        terms = self._spoken_of(one)
        people = people_needed((*terms, *axioms(self.law))) * (2 if one.cases == "form" else 1)
        held = Finding(one.number, self.law.day, people, True)
        if self._key(one) in known:
            return held
        if relates_people(terms):
            return held._replace(holds=False, because="relates_people")
        try:
            cases = self._broken_by(one, people)
        except Undecided as undecided:
            return held._replace(holds=False, because="undecided", names=(str(undecided),))
        if cases is None:
            known[self._key(one)] = None
            return held
        return held._replace(holds=False, cases=cases)

    def _key(self, one: Property) -> tuple[object, ...]:
        numbers = (term.number for term in (*self._spoken_of(one), *axioms(self.law)))
        return (one, self.law.orders, *numbers)

    def _spoken_of(self, one: Property) -> tuple[Term, ...]:
        noting = _Noting()
        self._claim(one, (noting, noting) if one.cases in ("learnt", "form") else (noting,))
        return tuple(noting.terms)

    def _claim(self, one: Property, readings: tuple[object, ...]) -> Claim:
        if len(readings) == 2:
            return cast(OfTwoCases, one.broken)(readings[0], readings[1], self.judged)  # type: ignore[arg-type]
        return cast(OfAPair, one.broken)(readings[0], self.judged)  # type: ignore[arg-type]

    def _broken_by(self, one: Property, people: int) -> tuple[CaseFile, ...] | None:
        """Give cases that break a property, or None where it is proved."""
        match one.cases:
            case "learnt":
                if not may_take_back(what_stands(self.judged), self.law.orders):
                    return None
                return self._draw(one, FEW) or self._draw(one, 2 * people)
            case "form":
                # How danger is answered hangs on the proposal alone, where that is so; and the proposal is no form.
                answered = next(other for other in PROPERTIES if other.broken is danger_is_answered)
                if self._draw(answered, people // 2) is None:
                    return None
                return self._draw(one, FEW) or self._draw(one, people)
        if one.cases == "complete" and not self._draw_any_complete():
            raise Undecided("no complete case is valid")
        if one.broken is one_outcome and not self._left_open_breaks(one, people):
            return None
        return self._draw(one, FEW) or self._draw(one, people)

    def _draw(self, one: Property, people: int) -> tuple[CaseFile, ...] | None:
        worlds, claims = self._worlds(one, people)
        pair = ONE_PAIR[0]
        claims.append(self._claim(one, tuple(OfEveryCase(world, self.law, pair) for world in worlds)))
        claims += [claim for world in worlds for claim in (allowed(world, self.law), *world.valid())]
        model = solve(claims)
        if model is None:
            return None
        nation, day = self.law.nation.nation, self.law.day
        cases = tuple(written_out(world, model, nation, day) for world in worlds)
        if not self.breaks(one, *cases):
            raise Undecided("the case found does not replay")
        return shrink(cases, functools.partial(self.breaks, one))

    def _worlds(self, one: Property, people: int) -> tuple[list[World], list[Claim]]:
        make = functools.partial(World, self.terms, (self.law.orders,), people)
        match one.cases:
            case "any":
                return [make()], []
            case "complete":
                world = make(complete=True)
                world.look_everywhere()
                return [world], []
        worlds = [make(), make(copy="'")]
        for world in worlds:
            world.look_everywhere()
        first, second = worlds
        if one.cases == "form":
            return worlds, [first.differs_only_in(self.judged.by.form, second)]
        return worlds, [first.says_no_more_than(second)]

    def _left_open_breaks(self, one: Property, people: int) -> bool:
        """Look at the outcome over any pairs whatever: *some pair* may be so or otherwise."""
        world = World(self.terms, (self.law.orders,), people, left_open={}, complete=True)
        claim = self._claim(one, (OfEveryCase(world, self.law),))
        world.look_everywhere()
        return solve([claim, allowed(world, self.law), *world.valid()]) is not None

    @functools.cache  # noqa: B019  a trial lives for one proof
    def _draw_any_complete(self) -> bool:
        """Say whether some valid case leaves nothing unsaid: else *complete* would prove nothing."""
        world = World(self.terms, (self.law.orders,), FEW, complete=True)
        world.look_everywhere()
        return solve([allowed(world, self.law), *world.valid()]) is not None

    def breaks(self, one: Property, *cases: CaseFile) -> bool:
        """Say whether cases break a property, by weighing them as every answer is weighed."""
        if not all(is_valid(case, self.law) for case in cases) or not self._related(one, *cases):
            return False
        found = [Findings(case, self.law) for case in cases]
        pairs = set.intersection(*(set(each.pairs) for each in found))
        return any(self._claim(one, tuple(OfOneCase(each, pair) for each in found)) is True for pair in sorted(pairs))

    def _related(self, one: Property, *cases: CaseFile) -> bool:
        match one.cases:
            case "learnt":
                return says_no_more(*cases)
            case "form":
                return differ_only_in(cases[0], cases[1], self.judged.by.form)
            case "complete":
                return self._is_complete(Findings(cases[0], self.law))
        return True

    def _is_complete(self, found: Findings) -> bool:
        """Say whether each fact that the law looks at is known, of each person and pair."""
        people = found.scene("people")
        if people is None:
            return False
        facts = [term for term in walk(*self.terms) if not term.parts and hasattr(term, "path")]
        return not any(
            found.columns.truth(fact, found.spot(pair, person)) is Truth.OPEN
            for pair in found.pairs
            for fact in facts
            for person in (people if "person" in fact.looks_at else ("",))
        )


class _Noting:
    """Notes which terms a property speaks of."""

    def __init__(self) -> None:
        self.terms: dict[Term, None] = {}

    def yes(self, term: Term) -> Claim:
        """Note the term."""
        return self._note(term)

    def no(self, term: Term) -> Claim:
        """Note the term."""
        return self._note(term)

    def _note(self, term: Term) -> Claim:
        self.terms[term] = None
        return variable(f"noted {term.number}")
