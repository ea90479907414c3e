"""And, or, not and implies over z3's Booleans; what is constant never reaches the solver."""

from collections.abc import Iterable
from typing import Any, TypeAlias

import z3

Claim: TypeAlias = Any
"""A Boolean of z3, or a plain true or false."""

_CONTEXT = z3.main_ctx()


def variable(name: str) -> Claim:
    """Give the Boolean of a name."""
    return z3.Bool(name)


def both(*claims: Claim) -> Claim:
    """All of these."""
    return _joined(claims, z3.Z3_mk_and, neutral=True)


def either(*claims: Claim) -> Claim:
    """One of these, or more."""
    return _joined(claims, z3.Z3_mk_or, neutral=False)


def never(claim: Claim) -> Claim:
    """Give the contrary."""
    if isinstance(claim, bool):
        return not claim
    return z3.BoolRef(z3.Z3_mk_not(_CONTEXT.ref(), claim.as_ast()), _CONTEXT)


def implies(claim: Claim, other: Claim) -> Claim:
    """The first never without the second."""
    return either(never(claim), other)


def same(claim: Claim, other: Claim) -> Claim:
    """Both or neither."""
    if claim is other:
        return True
    if isinstance(claim, bool) or isinstance(other, bool):
        known, rest = (claim, other) if isinstance(claim, bool) else (other, claim)
        return rest if known else never(rest)
    return claim == other


def at_most_one(claims: Iterable[Claim]) -> Claim:
    """No two of these."""
    several = list(claims)
    return z3.AtMost(*several, 1) if len(several) > 1 else True


def _joined(claims: Iterable[Claim], make: Any, *, neutral: bool) -> Claim:
    kept: dict[int, Claim] = {}
    for claim in claims:
        if isinstance(claim, bool):
            if claim is not neutral:
                return claim
        else:
            kept[claim.get_id()] = claim
    if not kept:
        return neutral
    if len(kept) == 1:
        return next(iter(kept.values()))
    parts = (z3.Ast * len(kept))(*(claim.as_ast() for claim in kept.values()))
    return z3.BoolRef(make(_CONTEXT.ref(), len(kept), parts), _CONTEXT)
