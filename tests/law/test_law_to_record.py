"""What an assessment asks to be written down, and the cautions that belong to what the law requires besides a basis."""

import pytest
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


WHOLE = a_case().model_dump(mode="json", by_alias=True)


def changed(**parts):
    """Change some keys of the first entry of a list, or of a part."""
    new = {}
    for key, more in parts.items():
        old = WHOLE[key]
        new[key] = [old[0] | more, *old[1:]] if isinstance(old, list) else (old or {}) | more
    return a_case(**new)


MOTHER = {"id": "p2", "kind": "adult", "part": "parent", "parental_responsibility": ["p1"]}
ASKED = {"from": "r1", "purpose_stated": True, "scope_clear": True}
FROM_THE_MOTHER = {
    "mode": "respond",
    "request": ASKED,
    "recipients": [{"id": "r1", "sector": "parent", "person": "p2", "identity_verified": True, "could_endanger": []}],
    "concern": WHOLE["concern"] | {"kinds": ["neglect"]},
}
CHILD = WHOLE["people"][0]
CAUTIONS = [
    ("outside-the-uk", changed(recipients={"outside_uk": True}), changed(recipients={"outside_uk": False})),
    (
        "police-say-what-it-is",
        changed(organisation={"sector": "police"}),
        changed(organisation={"sector": "police"}, items={"nature": "fact"}),
    ),
    (
        "police-request-not-in-writing",
        a_case(request=ASKED | {"in_writing": False}, recipients=[WHOLE["recipients"][0] | {"sector": "police"}]),
        a_case(request=ASKED | {"in_writing": True}, recipients=[WHOLE["recipients"][0] | {"sector": "police"}]),
    ),
    (
        "no-named-decider",
        a_case(decision={"outcome": "SHARE"}),
        a_case(decision={"outcome": "SHARE"}, decision_maker={"name": "Asha"}),
    ),
    (
        "silence-may-breach",
        changed(concern={"level": "significant_harm"}, decision={"outcome": "NOT_NOW"}),
        changed(concern={"level": "welfare"}, decision={"outcome": "NOT_NOW"}),
    ),
    (
        "not-needed-is-no-exception",
        changed(people={"told": {"status": "not_told", "because": "not_needed"}}),
        changed(people={"told": {"status": "not_told", "because": "raises_risk"}}),
    ),
    (
        "health-opinion-first",
        a_case(**FROM_THE_MOTHER, people=[CHILD, MOTHER]),
        a_case(**FROM_THE_MOTHER, people=[CHILD, MOTHER], organisation={"sector": "nhs_trust"}),
    ),
    (
        "parent-asks-about-abuse",
        a_case(**FROM_THE_MOTHER, people=[CHILD, MOTHER]),
        a_case(**FROM_THE_MOTHER, people=[CHILD, MOTHER | {"parental_responsibility": []}]),
    ),
    (
        "kept-from-the-parent",
        a_case(**FROM_THE_MOTHER, people=[CHILD | {"consent": {"status": "refused"}}, MOTHER]),
        a_case(**FROM_THE_MOTHER, people=[CHILD, MOTHER]),
    ),
    (
        "others-in-an-access-request",
        a_case(**FROM_THE_MOTHER, people=[CHILD | {"part": "victim"}, MOTHER]),
        a_case(**FROM_THE_MOTHER, people=[CHILD | {"part": "subject"}, MOTHER]),
    ),
    (
        "may-tip-off",
        changed(
            people={"part": "alleged_harmer", "told": {"status": "will_be_told"}},
            items={"restrictions": ["financial_investigation"]},
        ),
        changed(people={"part": "alleged_harmer", "told": {"status": "will_be_told"}}),
    ),
    (
        "cannot-give-though-able",
        a_case(people=[{"id": "p1", "kind": "adult", "capacity": "has", "consent": {"status": "cannot_give"}}]),
        a_case(people=[{"id": "p1", "kind": "adult", "capacity": "lacks", "consent": {"status": "cannot_give"}}]),
    ),
    (
        "newer-duty-needs-its-form",
        changed(organisation={"sector": "nhs_trust", "policy_document": False}),
        changed(organisation={"sector": "nhs_trust"}),
    ),
    (
        "objection-to-answer",
        changed(
            organisation={"sector": "gp_practice"},
            people={"competent_to_decide": False, "consent": {"status": "refused"}},
        ),
        changed(organisation={"sector": "gp_practice"}),
    ),
]


@pytest.mark.parametrize(("code", "given", "not_given"), CAUTIONS, ids=[code for code, *_ in CAUTIONS])
def test_a_caution_is_given_where_it_belongs_and_nowhere_else(code, given, not_given):
    assert code in warned(given)
    assert code not in warned(not_given)


def test_a_purpose_that_no_list_names_has_to_be_weighed():
    calm = {"level": "none", "about": [], "reasonable_cause": False, "life_at_risk": False, "crime_suspected": False}
    calm |= {"radicalisation": False, "disaster_emergency": False, "public_protection": False, "modern_slavery": False}
    adult = {
        "id": "p1", "kind": "adult", "age": 40, "capacity": "has", "may_harm_child": False, "may_harm_others": False,
        "position_of_trust": False, "consent": {"status": "not_sought"}, "coercion_suspected": False,
    }  # fmt: skip
    case = changed(items={"confidential": False, "classes": ["ordinary"], "restrictions": []}).model_copy(
        update={
            "people": a_case(people=[adult]).people,
            "concern": a_case(concern=calm).concern,
            "organisation": a_case(organisation={"sector": "university"}).organisation,
            "request": a_case(request=ASKED | {"states_need_for_public_task": True, "identity_verified": True}).request,
            "recipients": changed(recipients={"sector": "government_department"}).recipients,
        }
    )
    assert "purpose-has-to-be-weighed" in warned(case)
    assert "purpose-has-to-be-weighed" not in warned(case, "2026-02-04")
