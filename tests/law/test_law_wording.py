"""Every word of the law's explanations is there: each fact that the law looks at, each outcome, verdict and route."""

from typing import get_args

from lawfulshare.case.paths import fact_of
from lawfulshare.case.vocabulary import ConfidenceRoute, Nation, Outcome, Verdict
from lawfulshare.law.answer.net import terms_of
from lawfulshare.law.packs.pack import load
from lawfulshare.wording import wording


def test_each_fact_that_the_law_looks_at_has_a_name_in_words():
    looked_at = {term.path for term in terms_of(load("england").on("2026-11-23")) if hasattr(term, "path")}
    unnamed = {fact for fact in map(fact_of, looked_at) if f"law.facts.{fact}" not in wording("en")}
    assert looked_at
    assert unnamed == set()


def test_each_outcome_verdict_route_and_nation_has_its_words():
    words = wording("en")
    wanted = {
        "outcome": get_args(Outcome),
        "verdicts": get_args(Verdict),
        "routes": get_args(ConfidenceRoute),
        "nations": get_args(Nation),
    }
    keys = [f"law.{part}.{code}" for part, codes in wanted.items() for code in codes]
    assert [key for key in keys if key not in words] == []
