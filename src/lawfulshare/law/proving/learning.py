"""Property 6 by induction: each leaf keeps what stood when more is known, and each joint keeps it if its parts do."""

from collections.abc import Iterable

from lawfulshare.law.language.nodes import BOUND, Some, Term, walk
from lawfulshare.law.proving.facts import Rails
from lawfulshare.law.proving.logic import Claim, both, either, implies, never, variable
from lawfulshare.law.proving.solving import solve
from lawfulshare.law.proving.symbols import ONE_PAIR, World, looking_at

_PEOPLE = 2
"""Some of many is some of the first or of the others: two are enough to see what joins them."""

_SEEN: dict[tuple[object, ...], bool] = {}
"""What was found of each leaf and of each kind of joint; it is the same on every day."""


def may_take_back(terms: Iterable[Term], orders: frozenset[str]) -> list[Term]:
    """Give every part of these terms that could stop standing when more is learnt though its own parts do not."""
    found = []
    for term in walk(*terms):
        alike: tuple[object, ...] = (type(term), len(term.parts), getattr(term, "binds", ""), getattr(term, "path", ""))
        if (*alike, orders) not in _SEEN:
            _SEEN[*alike, orders] = _takes_back(term, orders)
        if _SEEN[*alike, orders]:
            found.append(term)
    return found


def _takes_back(term: Term, orders: frozenset[str]) -> bool:
    less, more = (World((term,), (orders,), _PEOPLE, copy=copy) for copy in ("", "'"))
    people = less.facts.people
    env = {**looking_at(ONE_PAIR[0]), "person": people[0]} if term.looks_at & frozenset(BOUND) else {}
    parts: list[Claim] = []
    for number, part in enumerate(term.parts):
        inner = [{**env, "person": person} for person in people] if isinstance(term, Some) else [env]
        for at, binding in enumerate(inner):
            rails = [_any_rails(f"part {number} {at}{copy}", parts) for copy in ("", "'")]
            for world, pair in zip((less, more), rails, strict=True):
                world.suppose(part, binding, orders, pair)
            parts += [implies(before, after) for before, after in zip(*rails, strict=True)]
    before, after = less.rails(term, env, orders), more.rails(term, env, orders)
    lost = either(*(both(stood, never(stands)) for stood, stands in zip(before, after, strict=True)))
    return solve([lost, *parts, less.says_no_more_than(more), *less.valid(), *more.valid()]) is not None


def _any_rails(name: str, parts: list[Claim]) -> Rails:
    true, false = variable(f"{name} true"), variable(f"{name} false")
    parts.append(never(both(true, false)))
    return true, false
