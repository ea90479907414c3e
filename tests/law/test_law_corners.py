"""Corners of the answer that no whole case turns: the proof without the search, a power that nothing speaks against."""

import pytest
from law_cases import a_case

from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.assessing import assess, proved_answer
from lawfulshare.law.answer.comparing import COMPARED, compared
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.power_cited import why_not
from lawfulshare.law.answer.telling import _Telling
from lawfulshare.law.language.nodes import all_of, fact, named
from lawfulshare.law.packs.pack import load

LAW = load("england").on("2026-11-23")


def test_the_answer_with_its_proof_is_that_of_the_whole_assessment():
    proved, whole = proved_answer(a_case(), LAW), assess(a_case(), LAW)
    assert (proved.outcome, proved.disclosures, proved.explanation) == (
        whole.outcome, whole.disclosures, whole.explanation,
    )  # fmt: skip
    assert not proved.would_change


@pytest.mark.parametrize("fact_named", sorted(COMPARED))
def test_a_compared_fact_is_looked_up_at_its_own_entry_and_nowhere_else(fact_named):
    scene = Findings(a_case(), LAW).scene
    leaf = fact_named.rpartition(".")[2]
    assert compared(scene, f"nowhere.{leaf}") is NotImplemented
    assert compared(scene, fact_named) is not NotImplemented


def test_nothing_is_said_against_a_power_whose_conditions_are_not_in_doubt():
    found = Findings(a_case(), LAW)
    bare = next(name for name in LAW.provisions if (now := LAW.version(name)) and not now.conditions)
    assert why_not(found, bare) is None


def test_a_part_of_a_failing_provision_that_has_no_name_is_told_by_its_facts():
    found = Findings(a_case(), LAW)
    term = named("provision", "one", all_of(fact("item.relevant"), fact("item.accurate")))
    told = _Telling(found)._provision(term, found.spot(found.pairs[0]), Truth.FAILS)
    assert [part.kind for part in told] == ["fact", "fact"]
