"""What is asked of z3, within a time; that it gave up is never taken for a proof."""

from collections.abc import Iterable
from typing import NamedTuple

import z3

from lawfulshare.law.packs.law import Law
from lawfulshare.law.proving.logic import Claim, both, never
from lawfulshare.law.proving.observables import axioms
from lawfulshare.law.proving.symbols import World

PATIENCE = 60_000
"""Milliseconds that the solver may take over one question."""


class Bounds(NamedTuple):
    """How far to look: milliseconds for one question, and people; None: as many as it takes to be sure."""

    patience: int = PATIENCE
    people: int | None = None


class Undecided(Exception):
    """The solver gave up, or found a difference of which it cannot draw a case."""


def allowed(world: World, law: Law) -> Claim:
    """Say that a case says nothing that no case can say."""
    exists = world.facts.exists
    return both(
        *(
            never(both(exists[env["person"]] if "person" in env else True, world.rails(term, env, law.orders)[0]))
            for term in axioms(law)
            for env in world.bindings(term)
        )
    )


def solve(claims: Iterable[Claim], patience: int = PATIENCE) -> z3.ModelRef | None:
    """Find a model of all these claims, or None where there is none.

    Raises:
        Undecided: the solver gave up.
    """
    solver = z3.Solver()
    solver.set("timeout", patience)
    for claim in claims:
        if claim is False:
            return None
        if claim is not True:
            solver.add(claim)
    answer = solver.check()
    if answer == z3.unknown:
        raise Undecided(solver.reason_unknown())
    return solver.model() if answer == z3.sat else None
