"""What a record needs before it can be closed: each row raises its fault, and only where it should."""

import pytest
from made import answered, changed, theo, without

from lawfulshare.record.readiness import missing, required


def paths_missing(case, outcome="LIMITED"):
    return {fault.where for fault in missing(case, answered(case, outcome))}


def test_the_example_is_ready():
    assert missing(theo(), answered(theo())) == ()


TAKEN_OUT = [
    ("decision.outcome", "decision.outcome"),
    ("decision.rationale", "decision.rationale"),
    ("decision_maker.name", "decision_maker.name"),
    ("decision_maker.role", "decision_maker.role"),
    ("organisation.name", "organisation.name"),
    ("organisation.sector", "organisation.sector"),
    ("nation", "nation"),
    ("decided_on", "decided_on"),
    ("concern.level", "concern.level"),
    ("decision.purpose", "decision.purpose"),
    ("decision.bases", "decision.bases"),
    ("balance.detriment_of_sharing", "balance.detriment_of_sharing"),
    ("balance.detriment_of_not_sharing", "balance.detriment_of_not_sharing"),
    ("people.0.label", "people.p1.label"),
    ("people.0.told.status", "people.p1.told.status"),
    ("people.2.told.because", "people.p3.told.because"),
    ("recipients.0.label", "recipients.r1.label"),
    ("recipients.0.sector", "recipients.r1.sector"),
    ("items.0.what", "items.i1.what"),
    ("items.0.about", "items.i1.about"),
    ("items.0.nature", "items.i1.nature"),
    ("disclosures.0.extent", "disclosures.i1>r1.extent"),
    ("disclosures.3.reason", "disclosures.i4>r1.reason"),
    ("enquiries.0.ask", "enquiries.e1.ask"),
    ("enquiries.0.question", "enquiries.e1.question"),
]


@pytest.mark.parametrize(("taken_out", "where"), TAKEN_OUT)
def test_a_fact_that_is_needed_is_missed_where_it_is_silent(taken_out, where):
    assert where in paths_missing(without(theo(), taken_out))


def decided(**decision):
    case = theo()
    stated = case.decision.model_dump(mode="json", exclude_none=True) | decision
    return changed(case, decision={key: value for key, value in stated.items() if value is not None})


def test_blank_reasons_are_no_reasons():
    assert "decision.rationale" in paths_missing(decided(rationale="  \n "))


def test_a_departure_needs_its_reason():
    assert "decision.departs_because" in paths_missing(decided(), outcome="SHARE")
    assert "decision.departs_because" not in paths_missing(
        decided(departs_because="I know the family"), outcome="SHARE"
    )


def kept_back():
    pairs = [
        pair.model_dump(mode="json", exclude_none=True) | {"extent": "withhold", "reason": "Not now"}
        for pair in theo().disclosures
    ]
    return changed(decided(outcome="NOT_NOW", instead="Watch and wait"), disclosures=pairs)


def test_not_sharing_is_closed_with_a_review_and_what_is_done_instead():
    assert paths_missing(kept_back(), outcome="NOT_NOW") == set()
    assert "review.on" in paths_missing(without(kept_back(), "review.on"), outcome="NOT_NOW")
    assert "decision.instead" in paths_missing(without(kept_back(), "decision.instead"), outcome="NOT_NOW")


def test_not_sharing_is_not_closed_while_something_is_marked_to_go():
    contradictory = decided(outcome="NOT_NOW", instead="Watch and wait")
    assert "disclosures.i1>r1.extent" in paths_missing(contradictory, outcome="NOT_NOW")


def test_sharing_is_not_closed_while_nothing_is_marked_to_go():
    nothing = changed(
        kept_back(), decision=decided(outcome="SHARE").decision.model_dump(mode="json", exclude_none=True)
    )
    assert "decision.outcome" in paths_missing(nothing, outcome="SHARE")


def test_finding_out_more_needs_somebody_to_ask():
    assert "enquiries" in paths_missing(without(decided(outcome="SEEK"), "enquiries"), outcome="SEEK")
    assert "enquiries" not in paths_missing(decided(outcome="SEEK"), outcome="SEEK")


def test_a_disclosure_that_differs_from_the_law_needs_its_reason():
    case = without(theo(), "disclosures.0.reason")
    same = answered(case)
    assert missing(case, same) == ()
    first = same.disclosures[0].model_copy(update={"verdict": "summarise"})
    other = same.model_copy(update={"disclosures": (first, *same.disclosures[1:])})
    assert [fault.where for fault in missing(case, other)] == ["disclosures.i1>r1.reason"]


def test_an_emergency_is_closed_with_little():
    case = decided(outcome="URGENT", purpose=None, bases=[])
    for fact in ("balance", "concern.level", "organisation.name", "people.0.told"):
        case = without(case, fact)
    assert paths_missing(case, outcome="URGENT") == set()


def test_every_row_is_raised_by_some_test():
    facts = {row.fact for row, _ in required()}
    tried = {fact.split(".")[0] for fact, _ in TAKEN_OUT}
    assert {fact.split(".")[0] for fact in facts} <= tried | {
        "person", "recipient", "item", "disclosure", "enquiry", "review", "people", "enquiries",
    }  # fmt: skip


def test_nobody_named_is_missed():
    case = changed(theo(), people=[], concern={"level": "welfare"}, items=[], disclosures=[], enquiries=[])
    assert "people" in paths_missing(case)


def test_faults_are_short_and_name_nobody():
    case = changed(theo(), decision=None)
    for fault in missing(case, answered(case)):
        assert "Theo" not in str(fault)
        for sentence in str(fault).split(". "):
            assert len(sentence.split()) <= 24, sentence
