"""What z3 is told of a term is what the evaluator says of it: on random models, for every term and every entry."""

import random

import pytest
import z3

from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.net import terms_of
from lawfulshare.law.language.nodes import Some, constant, fact, member, negate, one_of, said, shares, some, unknown
from lawfulshare.law.packs.naming import DERIVED
from lawfulshare.law.packs.pack import load
from lawfulshare.law.proving.symbols import World
from lawfulshare.law.proving.writing_out import written_out

DAY = "2026-11-23"
PAIRS = ("i0>r0", "i1>r0", "i1>r1")
BESIDE_THE_LAW = (
    *map(fact, DERIVED),
    fact("request.order_seen"),
    one_of("decision.outcome", ["none", "SHARE"]),
    one_of("concern.referred.to", ["none", "police"]),
    one_of("request.power_cited", ["none", "cl-court-order"]),
    one_of("organisation.commissioned_by", ["none"]),
    one_of("disclosure.extent", ["full"]),
    said("decision.rationale"),
    said("recipient.needs_it_for"),
    said("balance.less_intrusive_way"),
    shares("request.order_limits", ["nobody else"]),
    unknown(shares("item.classes", [])),
    some("person", member("person.parental_responsibility")),
    some("person", negate(some("person", fact("person.coercion_suspected")))),
    constant(True),
)
"""Facts and silences that no provision looks at today."""


def a_model(world: World, seed: int) -> z3.ModelRef:
    """Give a model drawn at random: whole parts and sixty facts are wanted so or otherwise, the rest is left to z3."""
    chance = random.Random(seed)
    groups = world.facts.groups.values()
    parts = [group.values[True] for group in groups if group.kind == "there"] + [*world.proposed.values()]
    facts = [claim for group in groups if group.kind != "there" for claim in group.values.values()]
    solver = z3.Solver()
    solver.set("phase_selection", 5)  # random
    solver.set("random_seed", seed)
    solver.add(*(claim for claim in world.valid() if claim is not True))
    for claim in (*parts, *world.facts.exists.values(), *chance.sample(facts, 60)):
        wanted = claim if chance.random() < 0.6 else z3.Not(claim)
        if solver.check(wanted) == z3.sat:
            solver.add(wanted)
    assert solver.check() == z3.sat
    return solver.model()


@pytest.fixture(scope="module")
def translated():
    law = load("england").on(DAY)
    world = World((*terms_of(law), *BESIDE_THE_LAW), [law.orders], 3, pairs=PAIRS, proposed="perhaps")
    rails = [(term, env, world.rails(term, env, law.orders)) for term in world.terms for env in world.bindings(term)]
    return law, world, rails


@pytest.mark.parametrize("seed", range(24))
def test_every_term_means_in_z3_what_it_means_to_the_evaluator(translated, seed):
    law, world, rails = translated
    model = a_model(world, seed)
    found = Findings(written_out(world, model, "england", DAY), law)
    people, compared = found.scene("people") or (), 0
    for term, env, (true, false) in rails:
        if env.get("person", "p0") not in people and "person" in env:
            continue
        if "disclosure" in env and env["disclosure"] not in found.pairs:
            continue
        holds, fails = (
            claim if isinstance(claim, bool) else z3.is_true(model.eval(claim, model_completion=True))
            for claim in (true, false)
        )
        at = found.spot(env.get("disclosure", ""), env.get("person", ""))
        said_by_z3 = Truth.HOLDS if holds else Truth.FAILS if fails else Truth.OPEN
        assert not (holds and fails)
        assert said_by_z3 is found.columns.truth(term, at), (term, getattr(term, "path", ""), env)
        compared += 1
    assert compared > 250


def test_the_models_differ_in_what_matters(translated):
    _, world, _ = translated
    cases = [written_out(world, a_model(world, seed), "england", DAY) for seed in range(24)]
    assert {case.people is None for case in cases} == {True, False}
    assert {len(case.disclosures) for case in cases} >= {1, 2, 3}
    assert {case.request is None for case in cases} == {True, False}
    assert any(person.relationships for case in cases for person in case.people or ())
    assert sum(isinstance(term, Some) for term in world.terms) > 20
