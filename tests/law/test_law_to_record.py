"""What an assessment asks to be written down, and the cautions that belong to what the law requires besides a basis."""

from law_cases import DAY, a_case

from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs.pack import load


def asked_for(case, day=DAY):
    return {asked.id: asked.text for asked in assess(case, load("england").on(day)).to_record}


def warned(case, day=DAY):
    return {warning.code for warning in assess(case, load("england").on(day)).warnings}


def test_what_carries_the_answer_and_what_applies_says_what_to_record():
    told = asked_for(a_case())
    best = assess(a_case(), load("england").on(DAY)).disclosures[0]
    assert {
        best.lawful_basis[0],
        "art13-14-transparency",
        "annex2-compatibility",
        "duaa-s103-complaints",
    } <= told.keys()
    assert told["annex2-compatibility"].startswith("The paragraph of Annex 2")
    assert not {"art8a-other-purpose", "dpa-part3-competent-authority", "interplay-school-to-police"} & told.keys()


def test_nothing_is_to_be_recorded_under_law_that_had_not_begun():
    told = asked_for(a_case(decided_on="2025-11-01"), "2025-11-01")
    assert "art13-14-transparency" in told
    assert not {"annex2-compatibility", "duaa-s103-complaints"} & told.keys()


def test_with_no_pair_only_what_applies_to_every_case_is_to_be_recorded():
    told = asked_for(a_case(disclosures=[]))
    assert "art30-35-accountability" in told
    assert "annex2-compatibility" not in told
