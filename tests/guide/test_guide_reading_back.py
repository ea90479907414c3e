import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.answers import answer, fill_grid
from lawfulshare.guide.reading_back import NOTHING, READ, is_read, read_back

CASE = CaseFile(format="lawfulshare.case/1", mode="share", nation="england", decided_on="2026-11-25")
HELD_BACK = "We cannot tell them because of GDPR."


def said(**answers):
    case = CASE
    for path, value in answers.items():
        case = answer(case, path.replace("__", "."), value)
    return case


@pytest.mark.parametrize("path", ["decision.rationale", "decision.instead", "balance.detriment_of_sharing"])
def test_a_myth_is_met_where_it_is_typed(path):
    told = read_back(answer(CASE, path, HELD_BACK), path)
    assert [myth.name for myth in told.myths] == ["gdpr"]
    assert told.myths[0].ask
    assert told.myths[0].law


@pytest.mark.parametrize(("outcome", "met"), [("NOT_NOW", ["gdpr"]), ("LIMITED", ["gdpr"]), ("SHARE", [])])
def test_a_rationale_that_shares_is_not_told_what_holds_back(outcome, met):
    case = said(decision__outcome=outcome, decision__rationale=HELD_BACK)
    assert [myth.name for myth in read_back(case, "decision.rationale").myths] == met


@pytest.mark.parametrize(("extent", "met"), [("withhold", 1), ("full", 0), ("summary", 1), (None, 1)])
def test_the_reason_of_a_pair_is_read_by_how_much_goes(extent, met):
    case = CaseFile.model_validate(
        {**CASE.model_dump(exclude_none=True), "items": [{"id": "i1"}], "recipients": [{"id": "r1"}]}
    )
    case = answer(fill_grid(case), "disclosures.i1>r1.reason", HELD_BACK)
    if extent is not None:
        case = answer(case, "disclosures.i1>r1.extent", extent)
    assert len(read_back(case, "disclosures.i1>r1.reason").myths) == met


def test_only_the_rationale_is_coached_and_it_is_told_what_was_taken_over():
    sentence = "The school and the health visitor have both seen Theo thinner each week."
    case = said(decision__rationale=sentence, decision__instead=sentence)
    assert "boilerplate" in {one.kind for one in read_back(case, "decision.rationale", (sentence,)).advice}
    assert "boilerplate" not in {one.kind for one in read_back(case, "decision.rationale").advice}
    assert read_back(case, "decision.instead", (sentence,)).advice == ()


def test_silence_and_what_is_not_read_are_met_with_silence():
    assert read_back(CASE, "decision.rationale") == NOTHING
    assert read_back(said(decision__alternatives=HELD_BACK), "decision.alternatives") == NOTHING
    assert not is_read("decision.alternatives")


OF_THE_CASE = sorted(fact for fact in READ if fact.partition(".")[0] in ("decision", "balance"))


@given(st.text(max_size=200), st.sampled_from(OF_THE_CASE))
def test_advice_always_stands_inside_the_text(text, fact):
    told = read_back(answer(CASE, fact, text), fact)
    assert all(0 <= one.start <= one.end <= len(text) for one in told.advice)
