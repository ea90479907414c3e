"""Is anything ever answered differently under two laws? A case file that tells them apart, or none for all facts."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple, TypeAlias

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.language.nodes import FALSE, Some, Term, walk
from lawfulshare.law.packs.law import Law
from lawfulshare.law.proving.counterexample import is_valid, shrink
from lawfulshare.law.proving.logic import Claim, both, either, never, same, variable
from lawfulshare.law.proving.observables import BY_NAME, axioms, of_a_case, of_a_pair, people_needed, some_pairs
from lawfulshare.law.proving.solving import Bounds, Undecided, allowed, solve
from lawfulshare.law.proving.symbols import ONE_PAIR, World, looking_at
from lawfulshare.law.proving.writing_out import written_out

Names: TypeAlias = dict[str, tuple[Term, Term]]
"""What is answered, by name: the term of either law."""

EXACT = Bounds()
FEW = 3
"""People who are mostly enough to find a difference; to be sure that there is none takes as many as the terms need."""


class _Between(NamedTuple):
    """Two laws, and how far to look for what differs between them."""

    ours: Law
    theirs: Law
    bounds: Bounds


def tell_apart(ours: Law, theirs: Law, bounds: Bounds = EXACT) -> CaseFile | None:
    """Give a small case file of which the two laws answer something differently; None: there is no such case.

    Whatever is reported counts: each provision, each verdict, outcomes and what is suggested, who must hear, and what
    no case can say. None is exact: for any number of people, items and recipients.

    Raises:
        Undecided: neither was shown.
    """
    pairwise, casewise = different_terms(ours, theirs)
    if not pairwise and not casewise and axioms(ours) == axioms(theirs):
        return None
    everything, between = {**pairwise, **casewise}, _Between(ours, theirs, bounds)
    if not _alike_whoever_there_is(everything, between):
        if found := _search(everything, between, FEW):
            return _smallest(found, ours, theirs)
        if found := _search(everything, between, _enough(everything, between)):
            return _smallest(found, ours, theirs)
    if not _could_differ_over_many(casewise, between):
        return None
    for several in (2, 3):
        pairs = tuple(f"i{number}>r{number}" for number in range(several))
        if found := _search(casewise, between, 2 * FEW, pairs):
            return _smallest(found, ours, theirs)
    raise Undecided("outcomes over several pairs")


def different_terms(ours: Law, theirs: Law) -> tuple[Names, Names]:
    """Give what is not the very same term in both laws: of a pair, and of the case."""
    every = ours.orders != theirs.orders
    return _differing(of_a_pair(ours), of_a_pair(theirs), every), _differing(of_a_case(ours), of_a_case(theirs), every)


def differs(case: CaseFile, ours: Law, theirs: Law) -> bool:
    """Say whether the two laws answer anything of a case differently."""
    return _differ(case, ours, theirs, *different_terms(ours, theirs), plainly=False)


def _differ(case: CaseFile, ours: Law, theirs: Law, pairwise: Names, casewise: Names, *, plainly: bool) -> bool:
    """`plainly`: something holds under one law that does not under the other, not only fails where it was open."""
    if is_valid(case, ours) != is_valid(case, theirs):
        return True
    if not is_valid(case, ours):
        return False
    one, other = Findings(case, ours), Findings(case, theirs)

    def apart(mine: Truth, yours: Truth) -> bool:
        return mine is not yours and (not plainly or Truth.HOLDS in (mine, yours))

    return any(
        apart(one.truth(mine, pair), other.truth(yours, pair))
        for names, pairs in ((pairwise, one.pairs), (casewise, (NO_PAIR,)))
        for (mine, yours), pair in product(names.values(), pairs)
    )


def _differing(ours: dict[str, Term], theirs: dict[str, Term], every: bool) -> Names:
    names = dict.fromkeys((*ours, *theirs))
    both_of = {name: (ours.get(name, FALSE), theirs.get(name, FALSE)) for name in names}
    return {name: (mine, yours) for name, (mine, yours) in both_of.items() if every or mine is not yours}


def _enough(names: Names, between: _Between) -> int:
    ours, theirs, bounds = between
    enough = people_needed((*(term for pair in names.values() for term in pair), *axioms(ours), *axioms(theirs)))
    if bounds.people is not None and enough > bounds.people:
        raise Undecided(f"to be sure would take {enough} people")
    return enough


def _alike_whoever_there_is(
    names: Names, between: _Between, left_open: Mapping[Term, tuple[str, ...]] | None = None
) -> bool:
    """Say whether the laws answer alike whatever is true of *some person*: if so, of any number of people.

    Each such term may hold, fail or be open as it likes, and a case may say what none can; more than there can be.
    """
    ours, theirs, bounds = between
    if axioms(ours) != axioms(theirs):
        return False
    terms = [term for pair in names.values() for term in pair]
    world = World(terms, (ours.orders, theirs.orders), 0, left_open=left_open)
    free: list[Claim] = []
    for term in walk(*terms):
        if (isinstance(term, Some) and term.binds == "person") or getattr(term, "path", "") in BY_NAME:
            for env, law in product(world.bindings(term), (ours, theirs)):
                name = f"term {term.number} {sorted(law.orders)}"
                true, false = variable(f"{name} holds"), variable(f"{name} fails")
                world.suppose(term, env, law.orders, (true, false))
                free.append(never(both(true, false)))
    env = looking_at(ONE_PAIR[0])
    rails = [
        (world.rails(mine, env, ours.orders), world.rails(yours, env, theirs.orders)) for mine, yours in names.values()
    ]
    apart = either(*(never(same(one[at], other[at])) for one, other in rails for at in (0, 1)))
    return solve([apart, *free, *world.valid()], bounds.patience) is None


def _search(names: Names, between: _Between, people: int, pairs: tuple[str, ...] = ONE_PAIR) -> CaseFile | None:
    ours, theirs, bounds = between
    terms = [term for pair in names.values() for term in pair]
    proposed = "there" if pairs == ONE_PAIR else "perhaps"
    world = World((*terms, *axioms(ours), *axioms(theirs)), (ours.orders, theirs.orders), people, pairs=pairs,
                  proposed=proposed)  # type: ignore[arg-type]  # fmt: skip
    for pair in pairs:
        for same_axioms, claim in _ways_to_differ(names, ours, theirs, world, pair):
            model = solve([claim, *same_axioms, *world.valid()], bounds.patience)
            if model is not None:
                return written_out(world, model, ours.nation.nation, ours.day)
    return None


def _ways_to_differ(
    names: Names, ours: Law, theirs: Law, world: World, pair: str
) -> Iterator[tuple[list[Claim], Claim]]:
    """Give valid cases of which something is answered differently, and cases valid under one law alone."""
    env = looking_at(pair)
    both_rails = [
        (world.rails(mine, env, ours.orders), world.rails(yours, env, theirs.orders)) for mine, yours in names.values()
    ]
    valid, others = allowed(world, ours), allowed(world, theirs)
    for known in (True, False):  # a difference in what holds tells a reader more than one in what is still open
        rail = 0 if known else 1
        yield [valid, others], either(*(never(same(one[rail], other[rail])) for one, other in both_rails))
    if axioms(ours) != axioms(theirs):
        yield [], never(same(valid, others))


def _could_differ_over_many(names: Names, between: _Between) -> bool:
    """Compare what is answered of the case with *some pair* left open: the pairs themselves were found alike."""
    over_pairs = {
        name: terms
        for name, terms in names.items()
        if any(isinstance(part, Some) and part.binds == "pair" for part in walk(*terms))
    }
    if not over_pairs:
        return False
    ours, theirs, bounds = between
    left_open = {**some_pairs(theirs), **some_pairs(ours)}
    if _alike_whoever_there_is(over_pairs, between, left_open):
        return False
    people = _enough(over_pairs, between)
    terms = [term for pair in over_pairs.values() for term in pair]
    world = World(
        (*terms, *axioms(ours), *axioms(theirs)),
        (ours.orders, theirs.orders),
        people,
        left_open=left_open,
    )
    ways = _ways_to_differ(over_pairs, ours, theirs, world, ONE_PAIR[0])
    return any(solve([claim, *valid, *world.valid()], bounds.patience) is not None for valid, claim in ways)


def _smallest(case: CaseFile, ours: Law, theirs: Law) -> CaseFile:
    names = different_terms(ours, theirs)
    if not _differ(case, ours, theirs, *names, plainly=False):
        raise Undecided("the case found does not replay")
    plainly = _differ(case, ours, theirs, *names, plainly=True)
    (smallest,) = shrink((case,), lambda smaller: _differ(smaller, ours, theirs, *names, plainly=plainly))
    return smallest
