"""Why one pair and n people stand for any number: a case cut to its witnesses is answered as the whole case is."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.language.nodes import Some, fact, some, walk
from lawfulshare.law.packs.pack import load
from lawfulshare.law.proving.logic import either
from lawfulshare.law.proving.observables import axioms, of_a_case, of_a_pair, people_needed, relates_people
from lawfulshare.law.proving.properties import PROPERTIES, one_outcome
from lawfulshare.law.proving.reading import OfEveryCase
from lawfulshare.law.proving.solving import allowed, solve
from lawfulshare.law.proving.specification import Judged, specification
from lawfulshare.law.proving.symbols import World

DAY = "2026-11-23"
LAW = load("england").on(DAY)
TERMS = tuple({*of_a_pair(LAW).values(), *of_a_case(LAW).values()})
GRID = ("i0>r0", "i0>r1", "i1>r0", "i1>r1")
RANK = {Truth.FAILS: 0, Truth.OPEN: 1, Truth.HOLDS: 2}
LOOKED_AT = {part.path for part in walk(*TERMS) if hasattr(part, "path")}


def any_answer(name: str) -> st.SearchStrategy[object]:
    kind = paths.facts()[name]
    match kind.kind:
        case "truth":
            return st.sampled_from([None, True, False])
        case "number":
            return st.sampled_from([None, 7, 15, 16, 17, 18, 40])
        case "choices":
            return st.none() | st.lists(st.sampled_from(kind.choices), unique=True, max_size=3)
    return st.sampled_from([None, *kind.choices])


def entry(root: str, key: str, ids: list[str]) -> st.SearchStrategy[dict[str, object]]:
    """Draw one entry: each fact that the law looks at, known or not."""
    facts = sorted(name for name in LOOKED_AT if name.startswith(f"{root}.") and name in paths.facts())
    drawn = {
        name: st.none() | st.lists(st.sampled_from(ids), unique=True)
        if paths.facts()[name].kind == "ids"
        else any_answer(name)
        for name in facts
    }
    return st.fixed_dictionaries(drawn).map(lambda said: nested(key, root, said))


def nested(key: str, root: str, said: dict[str, object]) -> dict[str, object]:
    one: dict[str, object] = {"id": key}
    for name, value in said.items():
        at, steps = one, name.removeprefix(f"{root}.").split(".")
        for step in steps[:-1]:
            at = at.setdefault(step, {})  # type: ignore[assignment]
        at[steps[-1]] = value
    return one


@st.composite
def crowded_cases(draw: st.DrawFn) -> dict[str, object]:
    """Draw a case with up to eight people, of whom as much is said as may be."""
    ids = [f"p{number}" for number in range(draw(st.integers(1, 8)))]
    return {
        "format": "lawfulshare.case/1",
        "nation": "england",
        "decided_on": DAY,
        "people": [draw(entry("person", one, ids)) for one in ids],
        "concern": {"about": draw(st.none() | st.lists(st.sampled_from(ids), unique=True)),
                    "level": draw(any_answer("concern.level")),
                    "reasonable_cause": draw(any_answer("concern.reasonable_cause"))},
        "items": [draw(entry("item", "i0", ids))],
        "recipients": [draw(entry("recipient", "r0", ids))],
        "disclosures": [{"item": "i0", "recipient": "r0", "necessary": draw(any_answer("disclosure.necessary"))}],
    }  # fmt: skip


def read(stated: dict[str, object]) -> CaseFile:
    return case_file.read(json.dumps(stated).encode())


def witnesses(found: Findings) -> set[str]:
    """Keep, for each *some person*, one for whom its part is truest."""
    people, kept = found.scene("people"), set()
    for term in walk(*TERMS):
        if isinstance(term, Some) and term.binds == "person":
            for pair in ("", *found.pairs) if not term.looks_at & {"item", "recipient", "disclosure"} else found.pairs:
                truths = {one: found.columns.truth(term.parts[0], found.spot(pair, one)) for one in people}
                kept.add(max(people, key=lambda one: RANK[truths[one]]))
    return kept


def cut_to(stated: dict[str, object], kept: set[str]) -> dict[str, object]:
    gone = {one["id"] for one in stated["people"]} - kept  # type: ignore[attr-defined]

    def cut(at: object) -> object:
        if isinstance(at, dict):
            return {key: cut(value) for key, value in at.items()}
        return [cut(one) for one in at if not (isinstance(one, str) and one in gone)] if isinstance(at, list) else at

    people = [one for one in stated["people"] if one["id"] in kept]  # type: ignore[attr-defined]
    return cut({**stated, "people": people})  # type: ignore[return-value]


@settings(max_examples=60)
@given(crowded_cases())
def test_a_case_cut_to_its_witnesses_is_answered_as_the_whole_case_is(stated):
    whole = Findings(read(stated), LAW)
    kept = witnesses(whole)
    cut = Findings(read(cut_to(stated, kept)), LAW)
    assert len(kept) <= people_needed(TERMS)
    for term in TERMS:
        for pair in ("i0>r0", ""):
            if pair or not term.looks_at & {"item", "recipient", "disclosure"}:
                assert cut.truth(term, pair) is whole.truth(term, pair)


def test_people_are_counted_by_the_terms_that_ask_for_some():
    coerced, harmful = some("person", fact("person.coercion_suspected")), some("person", fact("person.may_harm_child"))
    assert people_needed([coerced, harmful, coerced]) == 2
    assert people_needed([fact("disclosure.to_their_parent")]) == 2
    assert not relates_people(TERMS)
    assert relates_people([some("person", fact("person.lives_with_a_child"))])


@pytest.mark.parametrize("kind", ["any", "complete"])
def test_a_grid_of_two_items_two_recipients_and_three_people_breaks_nothing(kind):
    judged = Judged(LAW, specification())
    world = World((*judged.terms(), *axioms(LAW)), (LAW.orders,), 3, pairs=GRID, complete=kind == "complete")
    broken = either(
        *(
            one.broken(OfEveryCase(world, LAW, pair), judged)
            for one in PROPERTIES
            if one.cases == kind
            for pair in (GRID if one.broken is not one_outcome else GRID[:1])
        )
    )
    if kind == "complete":
        world.look_everywhere()
    assert solve([broken, allowed(world, LAW), *world.valid()]) is None
    assert solve([allowed(world, LAW), *world.valid()]) is not None
