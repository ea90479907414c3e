"""Every word of the law's explanations is there: each outcome, verdict, route and nation."""

from typing import get_args

from lawfulshare.case.vocabulary import ConfidenceRoute, Nation, Outcome, Verdict
from lawfulshare.wording import wording


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
