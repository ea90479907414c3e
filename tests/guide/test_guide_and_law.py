import random

import pytest
from guided import CASES, acceptance, answer_page, ask, door, page
from hypothesis import given, settings
from hypothesis import strategies as st

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide import answers
from lawfulshare.guide.checking import faults_of
from lawfulshare.guide.doors import doors
from lawfulshare.guide.form import facts_asked
from lawfulshare.guide.walk import walk
from lawfulshare.law.answer.assessing import assess, first_answer
from lawfulshare.law.language import nodes
from lawfulshare.law.packs.naming import DERIVED
from lawfulshare.law.packs.pack import load

BACKGROUND = {
    "mode": "The door settles it.",
    "people": "A list: its pages fill it.",
    "disclosures": "A list: the grid fills it.",
}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_heard_gets_the_same_answer_as_what_was_said(path):
    case = acceptance(path)
    law = load("england").on(case.decided_on)
    way = walk(doors()[case.mode], case)
    said, heard = assess(case, law), assess(way.heard, law)
    assert (heard.outcome, heard.stands) == (said.outcome, said.stands)
    assert [one.verdict for one in heard.disclosures] == [one.verdict for one in said.disclosures]
    for open_fact in heard.open:
        asked_by_the_door = paths.fact_of(open_fact.path) in way.door.facts
        assert way.page_of(open_fact.path) is not None or not asked_by_the_door, open_fact.path


@pytest.mark.parametrize("mode", ["share", "respond", "seek", "urgent"])
@given(seed=st.integers(0, 10_000))
@settings(max_examples=settings.default.max_examples // 6)
def test_no_open_fact_of_any_walk_belongs_to_a_skipped_page(mode, seed):
    chance, case = random.Random(seed), CaseFile(mode=mode, nation="england", decided_on="2026-11-23")
    for one in doors()[mode].pages:
        if any(one is shown for shown in walk(doors()[mode], case).pages):
            case = answer_page(chance, case, mode, one.name)
    way = walk(doors()[mode], case)
    for fact in first_answer(
        way.heard, load("england").on("2026-11-23")
    ).open:  # more than can still matter, none missed
        pages = {one.name for one in way.door.pages for q in one.asks if paths.fact_of(fact.path) in facts_asked(q)}
        assert not pages or pages - way.skipped.keys(), fact


def test_every_fact_that_the_law_weighs_is_asked_by_a_door_that_needs_it():
    law = load("england").on("2026-11-23")
    terms = [law.holds(name) for name in law.provisions] + [term for _, term in (*law.referrals, *law.axioms)]
    terms += [term for table in law.tables.values() for term in table.answers.values()]
    weighed = {part.path for part in nodes.walk(*terms) if hasattr(part, "path")}
    assert weighed
    share = doors()["share"].facts
    respond = doors()["respond"].facts
    for fact in weighed - set(DERIVED) - set(BACKGROUND):
        assert fact in (respond if fact.startswith("request.") else share), fact


def test_what_cannot_be_otherwise_is_heard_without_being_asked():
    case, baby = answers.add(CaseFile(mode="share"), "person")
    case = answers.answer(case, f"people.{baby}.kind", "child")
    case = answers.answer(case, f"people.{baby}.age", 0)
    way = walk(doors()["share"], case)
    assert f"people.{baby}.position_of_trust" not in way.put
    assert way.heard.people[0].position_of_trust is False
    assert way.heard.people[0].may_harm_child is None


def test_otherwise_needs_a_condition_and_must_be_an_answer():
    assert list(faults_of(door(page("a", ask("concern.life_at_risk", otherwise=False)))))
    assert list(
        faults_of(
            door(
                page(
                    "a",
                    ask("concern.life_at_risk"),
                    ask("concern.crime_suspected", otherwise="maybe", when="concern.life_at_risk"),
                )
            )
        )
    )
