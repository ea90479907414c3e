"""Property 1b: nothing in the law is dead. Case files are drawn until each part has held in one, or none is left."""

from collections.abc import Iterator

import z3

from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.language.nodes import FALSE, Some, Term, all_of, walk
from lawfulshare.law.packs.law import Law
from lawfulshare.law.proving.counterexample import is_valid
from lawfulshare.law.proving.logic import Claim, either
from lawfulshare.law.proving.observables import axioms, of_a_case, people_needed
from lawfulshare.law.proving.reading import OfEveryCase, OfOneCase
from lawfulshare.law.proving.solving import PATIENCE, Undecided, allowed
from lawfulshare.law.proving.symbols import ONE_PAIR, World
from lawfulshare.law.proving.writing_out import written_out

FEW = 3
"""People with whom most of the law can hold; to say that something is dead takes as many as the terms need."""
TWO_PAIRS = ("i0>r0", "i1>r1")
"""Two pairs of different verdicts: what an outcome may need that one pair cannot give."""


def goals(law: Law) -> dict[str, Term]:
    """Give what must hold in some case: each provision, each exception with its conditions, each answer and row."""
    return {f"{name} {law.version(name).from_}": law.holds(name) for name in _in_force(law)} | {  # type: ignore[union-attr]
        **{name: all_of(*conditions, exception) for name, conditions, exception in _exceptions(law)},
        **{
            f"{table}: {row.name}": alone for table in ("verdict", "outcome", "suggested")
            for row, alone in law.tables[table].rows
        },
        **{name: term for name, term in of_a_case(law).items() if term is not FALSE},
    }  # fmt: skip


def _in_force(law: Law) -> list[str]:
    return [name for name in law.provisions if law.version(name) is not None]


def _exceptions(law: Law) -> Iterator[tuple[str, list[Term], Term]]:
    for name in _in_force(law):
        version = law.version(name)
        assert version is not None
        conditions = law.compiler.conditions(name, version)
        for key, exception in zip(version.exceptions, law.compiler.exceptions(name, version), strict=True):
            yield f"{name} {version.from_}, exception {key}", conditions, exception


def dead(law: Law, wanted: dict[str, Term]) -> list[str]:
    """Give the names of what holds in no valid case under the law of a day.

    Raises:
        Undecided: the solver gave up.
    """
    left = dict(wanted)
    _reach(law, left, ONE_PAIR, FEW)
    _reach(law, left, ONE_PAIR, _enough(law, left))
    over_pairs = {
        name: term
        for name, term in left.items()
        if any(isinstance(part, Some) and part.binds == "pair" for part in walk(term))
    }
    if over_pairs:
        still = dict(over_pairs)
        _reach(law, still, TWO_PAIRS, _enough(law, still))
        left = {name: term for name, term in left.items() if name not in over_pairs or name in still}
    return list(left)


def _enough(law: Law, left: dict[str, Term]) -> int:
    return people_needed((*left.values(), *axioms(law)))


def _reach(law: Law, left: dict[str, Term], pairs: tuple[str, ...], people: int) -> None:
    """Take out of what is left all that holds in a case drawn for it, as the evaluator says; stop where none can be."""
    world = World((*left.values(), *axioms(law)), (law.orders,), people, pairs=pairs)
    readings = [OfEveryCase(world, law, pair) for pair in pairs]
    held = {name: either(*(reading.yes(term) for reading in readings)) for name, term in left.items()}
    solver = z3.Solver()
    solver.set("timeout", PATIENCE)
    solver.add(*(claim for claim in (allowed(world, law), *world.valid()) if claim is not True))
    while left:
        case = _next(law, world, solver, either(*(held[name] for name in left)))
        if case is None:
            return
        reached = _holding(Findings(case, law), left)
        if not reached or not is_valid(case, law):
            raise Undecided("the case found does not replay")
        for name in reached:
            del left[name]


def _next(law: Law, world: World, solver: z3.Solver, wanted: Claim) -> CaseFile | None:
    if wanted is False:
        return None
    goal = z3.FreshBool("goal")
    solver.add(z3.Implies(goal, wanted))
    answer = solver.check(goal)
    if answer == z3.unknown:
        raise Undecided(solver.reason_unknown())
    return written_out(world, solver.model(), law.nation.nation, law.day) if answer == z3.sat else None


def _holding(found: Findings, left: dict[str, Term]) -> list[str]:
    looks = (*found.pairs, NO_PAIR)
    return [name for name, term in left.items() if any(OfOneCase(found, pair).yes(term) for pair in looks)]
