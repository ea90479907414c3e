"""The traps of the law: where a naive tool answers wrongly, each a whole case and what the assessment must say.

Each test bears the number of its trap. No assessment can fall into this one, so it has no test:

    43  an agreement to keep silent    A case has nowhere to say that there is one, and no restriction asks for it.

What else the law asks of a whole case, beyond the traps, stands at the end.
"""

from typing import Any

import pytest
from law_cases import DAY, a_case

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.pack import load

PRIVATE_BASES = {
    "art6-1-ea-rli-general", "rli-annex1-safeguarding", "rli-annex1-crime", "rli-annex1-emergency",
    "rli-annex1-para1-public-task-request", "rli-annex1-national-public-security-defence",
    "art6-1-f-legitimate-interests",
}  # fmt: skip
HARMLESS = {"may_harm_child": False, "may_harm_others": False, "position_of_trust": False, "coercion_suspected": False}
CHILD: dict[str, Any] = {
    "id": "p1", "kind": "child", "age": 7, "part": "subject", "competent_to_decide": False, **HARMLESS,
    "consent": {"status": "not_sought", "not_sought_because": "not_the_basis"}, "told": {"status": "will_be_told"},
}  # fmt: skip
ADULT: dict[str, Any] = {
    "id": "p1", "kind": "adult", "age": 40, "part": "subject", "capacity": "has", **HARMLESS,
    "needs_care_and_support": False, "experiencing_or_at_risk_of_harm": True, "unable_to_protect_self": False,
    "consent": {"status": "refused", "given_by": "self"}, "told": {"status": "told"},
}  # fmt: skip
ASKED = {"from": "r1", "in_writing": True, "purpose_stated": True, "scope_clear": True, "identity_verified": True}
CALM: dict[str, Any] = {
    "level": "welfare", "about": ["p1"], "kinds": [], "reasonable_cause": False, "life_at_risk": False,
    "crime_suspected": False, "serious_crime": False, "public_protection": False, "fgm_disclosed_or_seen": False,
    "modern_slavery": False, "radicalisation": False, "disaster_emergency": False,
}  # fmt: skip
WORRY = CALM | {"level": "child_in_need", "kinds": ["neglect"], "reasonable_cause": True}


def case_of(said: dict[str, Any]) -> CaseFile:
    """Change the bruise that a school tells children's services of: whole keys, or facts at their paths."""
    whole = {key: value for key, value in said.items() if "." not in key}
    case = a_case(**({"people": [CHILD], "concern": WORRY} | whole))
    for path, value in said.items():
        if "." in path:
            case = paths.put(case, path, value)
    return case


def told(said: dict[str, Any], day: str = DAY) -> Assessment:
    return assess(case_of(said | {"decided_on": day}), load("england").on(day))


def codes(assessment: Assessment) -> set[str]:
    return {warning.code for warning in assessment.warnings}


def rejected(assessment: Assessment) -> set[str]:
    return {basis.id for basis in assessment.rejected}


FROM = "organisation.sector"
TO = "recipients.r1.sector"
POLICY = "organisation.policy_document"


def test_trap_1_consent_is_rarely_the_basis_and_need_not_be_asked_for():
    answer = told({FROM: "nhs_trust"})
    assert answer.outcome == "SHARE"
    assert "art6-1-a-consent" in rejected(answer)


def test_trap_2_a_state_school_shares_on_its_task_and_never_on_a_legitimate_interest():
    answer = told({FROM: "academy", "concern.crime_suspected": True, "concern.disaster_emergency": True})
    assert "art6-1-e-public-task" in answer.disclosures[0].lawful_basis
    assert rejected(answer) >= PRIVATE_BASES


def test_trap_3_a_charity_could_borrow_the_councils_task_until_5_february_2026_and_no_longer():
    before, after = told({FROM: "charity"}, "2026-02-04"), told({FROM: "charity"}, "2026-02-05")
    assert "art6-1-e-public-task" in before.disclosures[0].lawful_basis
    assert "art6-1-e-public-task" in rejected(after)
    assert after.disclosures[0].lawful_basis[0] == "rli-annex1-safeguarding"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ({POLICY: False}, "advice"),
        ({"disclosures.i1>r1.necessary": False}, "withhold"),
        ({"people": [ADULT], "concern.level": "adult_at_risk", "concern.crime_suspected": True}, "withhold"),
    ],
    ids=["no policy document", "not needed", "held in confidence"],
)
def test_trap_4_a_recognised_interest_leaves_every_other_check_standing(said, verdict):
    assert told({FROM: "faith_group"} | said).disclosures[0].verdict == verdict


def test_trap_5_the_duty_to_share_reaches_welfare_below_any_threshold_of_harm():
    answer = told({FROM: "nhs_trust", "concern": CALM})
    assert "ca2004-s16la" in answer.duties


@pytest.mark.parametrize("sector", ["faith_group", "sports_club", "charity", "housing_association", "employer"])
def test_trap_6_the_duty_to_share_binds_no_body_that_is_neither_named_nor_designated_nor_commissioned(sector):
    assert "ca2004-s16la" not in told({FROM: sector}).duties


def test_trap_7_the_duty_to_share_falls_where_sharing_harms_the_child_more():
    assert "ca2004-s16la" in told({FROM: "nhs_trust"}).duties
    assert "ca2004-s16la" not in told({FROM: "nhs_trust", "balance.sharing_more_detrimental_to_child": True}).duties


def test_trap_8_a_decision_of_last_spring_is_judged_by_the_law_of_last_spring():
    answer = told({FROM: "nhs_trust"}, "2026-04-20")
    assert "ca2004-s16la" not in answer.duties
    assert answer.disclosures[0].lawful_basis[0] == "art6-1-e-public-task"


@pytest.mark.parametrize("day", ["2026-04-29", DAY, "2027-11-23"])
def test_trap_9_the_duty_to_report_child_sexual_abuse_is_passed_and_not_begun(day):
    answer = told({"concern.kinds": ["sexual_abuse"], "concern.level": "significant_harm"}, day)
    assert "cpa2026-csa-reporting" not in answer.duties


@pytest.mark.parametrize("sector", ["police", "school_maintained", "gp_practice"])
def test_trap_10_section_47_obliges_neither_police_nor_schools_nor_surgeries(sector):
    answer = told({FROM: sector, "mode": "respond", "request": ASKED | {"power_cited": "ca1989-s47"}})
    assert "ca1989-s47" not in answer.duties
    assert "power-does-not-oblige" in codes(answer)


def test_trap_11_section_14b_is_repealed_and_demands_nothing():
    answer = told({"mode": "respond", "request": ASKED | {"power_cited": "ca2004-s14b-repealed"}})
    assert "ca2004-s14b-repealed" not in answer.duties
    assert "provision-not-in-force" in codes(answer)


UNHARMED = ADULT | {"experiencing_or_at_risk_of_harm": False}
CITED_TO_A_CHARITY = {
    FROM: "charity", TO: "police", "mode": "respond", "people": [UNHARMED], "concern": CALM,
    "request": ASKED | {"power_cited": "sch2-para2-crime", "states_need_for_public_task": False},
}  # fmt: skip


def test_trap_12_the_crime_exemption_gives_no_basis_no_gateway_and_no_way_past_confidence():
    answer = told(CITED_TO_A_CHARITY)
    (pair,) = answer.disclosures
    assert (pair.verdict, pair.lawful_basis, pair.gateways, pair.confidentiality) == ("withhold", (), (), ())


def test_trap_13_that_police_ask_obliges_nobody():
    answer = told(CITED_TO_A_CHARITY)
    assert answer.duties == ()
    assert answer.outcome == "NOT_NOW"
    assert "power-does-not-oblige" in codes(answer)


def test_trap_14_the_crime_and_disorder_power_reaches_relevant_authorities_and_moves_no_prohibition():
    crime = {FROM: "charity", "concern.crime_suspected": True}
    assert "cda-s115" in told(crime | {TO: "police"}).disclosures[0].gateways
    assert "cda-s115" not in told(crime | {TO: "nhs_trust"}).disclosures[0].gateways
    assert "cda-s115" not in told(crime | {TO: "police"}).duties
    barred = told(crime | {TO: "police", "items.i1.restrictions": ["court_order_prohibits"]})
    assert barred.disclosures[0].verdict == "withhold"


@pytest.mark.parametrize("sector", ["nhs_trust", "gp_practice", "council_childrens_services", "council_adult_services"])
def test_trap_15_the_serious_violence_gateway_is_closed_to_health_and_social_care(sector):
    violence = {"concern.kinds": ["serious_violence"], "concern.crime_suspected": True, TO: "police"}
    assert "pcsca-s16" not in told(violence | {FROM: sector}).disclosures[0].gateways


@pytest.mark.parametrize("recipient", ["council_childrens_services", "school_maintained", "police"])
def test_trap_16_the_duty_to_share_for_care_reaches_no_childrens_services_school_or_police(recipient):
    answer = told({FROM: "gp_practice", TO: recipient})
    assert "hsca-s251b" not in (*answer.duties, *answer.disclosures[0].gateways)


def test_trap_17_no_direction_forbids_telling_of_sexual_health_any_more():
    clinic = {FROM: "nhs_trust", "items.i1.classes": ["sexual_health"], "concern.level": "significant_harm"}
    assert told(clinic).disclosures[0].verdict == "send"


def test_trap_18_a_lawful_basis_does_not_lift_confidence():
    capable = {FROM: "gp_practice", TO: "council_adult_services", "people": [ADULT]}
    answer = told(capable | {"concern": CALM | {"level": "adult_at_risk", "reasonable_cause": True}})
    (pair,) = answer.disclosures
    assert "art6-1-e-public-task" in pair.lawful_basis
    assert (pair.confidentiality, pair.verdict) == ((), "withhold")


@pytest.mark.parametrize("recipient", ["police", "school_maintained", "employer"])
def test_trap_19_the_care_condition_stops_at_police_schools_and_employers(recipient):
    assert "art9-2-h-health-social-care" not in told({FROM: "nhs_trust", TO: recipient}).disclosures[0].condition


def test_trap_20_the_policy_document_is_needed_but_not_towards_police_and_not_within_care():
    crime = {"concern.crime_suspected": True, POLICY: False, "people": [CHILD | {"consent": {"status": "cannot_give"}}]}
    council, police = told(crime), told(crime | {TO: "police"})
    assert council.disclosures[0].condition == ()
    assert council.disclosures[0].verdict == "advice"
    assert police.disclosures[0].condition == ("sch1-para10-unlawful-acts",)
    care = told({FROM: "gp_practice", TO: "nhs_trust", POLICY: False})
    assert "art9-2-h-health-social-care" in care.disclosures[0].condition


def test_trap_21_an_allegation_is_offence_data_and_needs_its_condition():
    answer = told({FROM: "charity", POLICY: False, "items.i1.classes": ["criminal_allegation"]})
    assert answer.disclosures[0].verdict == "advice"


FIFTEEN = CHILD | {"age": 15, "competent_to_decide": True, "consent": {"status": "refused"}}


def test_trap_22_what_a_girl_of_15_does_freely_need_not_go_to_police():
    answer = told({FROM: "gp_practice", TO: "police", "people": [FIFTEEN], "items.i1.classes": ["sexual_health"],
                   "concern": CALM | {"level": "none"}})  # fmt: skip
    assert (answer.outcome, answer.duties) == ("NOT_NOW", ())


def test_trap_23_understanding_counts_and_not_the_age_of_13():
    agrees = {"status": "given", "freely_given": True, "informed": True, "explicit": True, "given_by": "self"}
    plain = {FROM: "charity", "concern": CALM | {"level": "none"}}
    child = CHILD | {"consent": agrees}
    understands = told(plain | {"people": [child | {"age": 12, "competent_to_decide": True}]})
    does_not = told(plain | {"people": [child | {"age": 14, "competent_to_decide": False}]})
    assert "art6-1-a-consent" in understands.disclosures[0].lawful_basis
    assert "art6-1-a-consent" in rejected(does_not)


def test_trap_24_the_no_of_a_competent_teenager_weighs_and_is_not_final():
    answer = told({FROM: "charity", "people": [FIFTEEN], "concern.kinds": ["exploitation_sexual"],
                   "concern.level": "significant_harm"})  # fmt: skip
    assert answer.disclosures[0].verdict == "send"
    assert answer.disclosures[0].confidentiality == ("public_interest",)
    assert "child-refuses" in codes(answer)


def test_trap_25_one_who_holds_parental_responsibility_can_agree_for_a_young_child():
    given = {"status": "given", "freely_given": True, "informed": True, "given_by": "parental_responsibility"}
    answer = told({FROM: "charity", "people": [CHILD | {"consent": given}], "concern": CALM | {"level": "none"}})
    assert "art6-1-a-consent" in answer.disclosures[0].lawful_basis


def test_trap_26_parents_are_not_told_where_that_raises_the_risk_and_nothing_waits_for_it():
    father = ADULT | {"id": "p2", "part": "alleged_harmer", "told": {"status": "not_told", "because": "raises_risk"}}
    answer = told({FROM: "nhs_trust", "people": [CHILD, father]})
    assert answer.disclosures[0].verdict == "send"
    assert not {"not-told-without-reason", "not-needed-is-no-exception"} & codes(answer)


def test_trap_27_an_adults_no_does_not_stop_it_where_a_child_is_at_risk():
    answer = told({FROM: "gp_practice", "people": [ADULT | {"may_harm_child": True}],
                   "concern": WORRY | {"level": "adult_at_risk"}})  # fmt: skip
    assert answer.disclosures[0].verdict == "send"


def test_trap_28_a_capable_adult_who_neglects_herself_is_not_told_of_to_her_family():
    answer = told(
        {
            FROM: "council_adult_services",
            TO: "family_member",
            "people": [ADULT],
            "concern": CALM | {"level": "adult_at_risk", "kinds": ["self_neglect"], "reasonable_cause": True},
        }
    )
    assert (answer.outcome, answer.disclosures[0].verdict) == ("NOT_NOW", "withhold")


def test_trap_29_vital_interests_are_for_life_and_their_condition_for_who_cannot_consent():
    assert "art6-1-d-vital-interests" in rejected(told({"concern.level": "significant_harm"}))
    danger = {TO: "emergency_services", "concern": CALM | {"level": "immediate_danger", "life_at_risk": True}}
    capable = told(danger | {"people": [ADULT]}).disclosures[0]
    assert "art6-1-d-vital-interests" in capable.lawful_basis
    assert "art9-2-c-vital-interests" not in capable.condition
    assert (
        "art9-2-c-vital-interests"
        in told(danger | {"people": [ADULT | {"capacity": "lacks"}]}).disclosures[0].condition
    )


GIRL = {TO: "police", "people": [CHILD | {"age": 12}], "concern": WORRY | {"kinds": ["fgm"]}}


def test_trap_30_a_teacher_tells_police_in_person_what_the_girl_said_but_not_what_is_only_suspected():
    said = told(GIRL | {"concern.fgm_disclosed_or_seen": True})
    assert "fgm-s5b" in said.duties
    assert "police" in said.refer_to
    assert "personal-duty" in codes(said)
    assert "fgm-s5b" not in told(GIRL).duties


def test_trap_31_what_was_done_to_a_woman_of_19_as_a_child_falls_under_no_duty_to_notify():
    woman = ADULT | {"age": 19}
    assert "fgm-s5b" not in told(GIRL | {"people": [woman], "concern.fgm_disclosed_or_seen": True}).duties


def test_trap_32_a_new_partner_hears_of_convictions_from_police_alone():
    man = ADULT | {"part": "alleged_harmer", "may_harm_others": True, "may_harm_child": True}
    partner = {TO: "family_member", "people": [man], "items.i1.classes": ["criminal_conviction"]}
    partner |= {
        "concern": WORRY | {"level": "adult_serious_harm", "kinds": ["domestic_abuse"], "crime_suspected": True}
    }
    for sector in ("school_maintained", "charity", "council_childrens_services", "gp_practice"):
        assert told(partner | {FROM: sector}).disclosures[0].verdict == "withhold"
    assert told(partner | {FROM: "police"}).disclosures[0].gateways != ()


def test_trap_33_a_file_is_weighed_item_by_item_and_intelligence_waits_for_its_owner():
    assert told({FROM: "nhs_trust", "items.i1.relevant": False}).disclosures[0].verdict == "withhold"
    answer = told({FROM: "nhs_trust", "items.i1.restrictions": ["intelligence"]})
    assert answer.disclosures[0].verdict == "advice"


def test_trap_34_a_family_court_report_does_not_go_to_the_next_school_and_own_knowledge_does():
    school = {TO: "academy", "recipients.r1.safeguarding_role": True}
    assert told(school | {"items.i1.restrictions": ["family_proceedings"]}).disclosures[0].verdict in (
        "withhold",
        "advice",
    )
    assert told(school).disclosures[0].verdict == "send"


def test_trap_35_a_victims_anonymity_bars_publication_and_not_social_care():
    named = {FROM: "nhs_trust", "items.i1.restrictions": ["victim_anonymity"]}
    assert told(named).disclosures[0].verdict == "send"
    assert told(named | {TO: "media"}).disclosures[0].verdict == "withhold"


def test_trap_36_a_former_gender_goes_in_no_referral_unless_an_exception_fits():
    marked = {"people": [ADULT | {"consent": {"status": "not_sought", "not_sought_because": "not_the_basis"}}],
              FROM: "council_housing", "items.i1.restrictions": ["gender_recognition"],
              "concern": WORRY | {"level": "adult_at_risk"}}  # fmt: skip
    assert told(marked | {TO: "charity"}).disclosures[0].verdict == "withhold"


def test_trap_37_a_prevent_referral_needs_nobodys_consent():
    drawn_in = {TO: "prevent_team", "people": [FIFTEEN], "items.i1.classes": ["political"]}
    drawn_in["concern"] = CALM | {"kinds": ["radicalisation"], "radicalisation": True, "reasonable_cause": True}
    for sector in ("academy", "charity"):
        answer = told(drawn_in | {FROM: sector})
        assert answer.disclosures[0].verdict == "send"
        assert "public_interest" in answer.disclosures[0].confidentiality


def test_trap_38_an_adult_who_refuses_the_referral_is_still_notified_without_a_name():
    slave = CALM | {"level": "adult_at_risk", "kinds": ["modern_slavery"], "modern_slavery": True}
    answer = told({FROM: "district_council", TO: "government_department", "people": [ADULT],
                   "concern": slave | {"reasonable_cause": True}})  # fmt: skip
    assert answer.disclosures[0].verdict == "anonymise"


def test_trap_39_a_mothers_no_to_a_housing_referral_does_not_stop_a_referral_of_her_child():
    mother = ADULT | {"id": "p2", "part": "parent"}
    answer = told({FROM: "council_housing", "people": [CHILD, mother], "items.i1.about": ["p1", "p2"],
                   "items.i1.classes": ["housing"]})  # fmt: skip
    assert answer.disclosures[0].verdict == "send"


def test_trap_40_in_danger_nothing_is_written_first():
    answer = told({FROM: "charity", TO: "emergency_services", POLICY: False,
                   "concern": WORRY | {"level": "immediate_danger"}})  # fmt: skip
    assert (answer.outcome, answer.disclosures[0].verdict) == ("URGENT", "send")
    assert "art30-35-accountability" in {asked.id for asked in answer.to_record}


def test_trap_41_a_named_person_decides_and_may_decide_otherwise():
    decided = {FROM: "nhs_trust", "decision": {"outcome": "NOT_NOW", "departs_because": "The child asked for a day."}}
    answer = told(decided)
    assert answer.outcome == "SHARE"
    assert "no-named-decider" in codes(answer)
    assert "no-named-decider" not in codes(told(decided | {"decision_maker": {"name": "Asha"}}))


def test_trap_42_silence_can_itself_be_the_breach():
    answer = told({FROM: "nhs_trust", "concern.level": "significant_harm", "decision": {"outcome": "NOT_NOW"}})
    assert "ca2004-s16la" in answer.duties
    assert "silence-may-breach" in codes(answer)


def test_trap_44_who_takes_consent_back_stops_nothing_that_rests_on_something_else():
    withdrawn = {"people": [CHILD | {"consent": {"status": "withdrawn", "given_by": "parental_responsibility"}}]}
    answer = told(withdrawn | {FROM: "nhs_trust"})
    assert "art6-1-a-consent" in rejected(answer)
    assert answer.disclosures[0].verdict == "send"


def test_trap_45_immigration_status_is_not_copied_to_the_home_office():
    answer = told({FROM: "nhs_trust", TO: "immigration_enforcement", "items.i1.classes": ["immigration_status"]})
    assert answer.disclosures[0].verdict == "withhold"


def test_trap_46_whether_there_is_consent_is_asked_of_the_father_whose_data_it_is():
    father = ADULT | {"id": "p2", "part": "alleged_harmer", "may_harm_child": True}
    given = {"status": "given", "freely_given": True, "informed": True, "explicit": False, "given_by": "self"}
    his = {FROM: "charity", "items.i1.about": ["p2"], "items.i1.classes": ["health"]}
    child = CHILD | {"consent": {"status": "cannot_give"}}
    agreed = told(his | {"people": [child, father | {"consent": given}]})
    refused = told(his | {"people": [child, father]})
    assert "sch1-para18-safeguarding" not in agreed.disclosures[0].condition
    assert "sch1-para18-safeguarding" in refused.disclosures[0].condition


def test_a_duty_of_a_newer_act_still_needs_its_condition_and_its_necessity():
    bound = {FROM: "nhs_trust"}
    whole, no_document = told(bound), told(bound | {POLICY: False})
    assert whole.disclosures[0].verdict == "send"
    assert "dpa-s183a" in {asked.id for asked in whole.to_record}
    assert "ca2004-s16la" in no_document.duties
    assert (no_document.disclosures[0].verdict, no_document.disclosures[0].condition) == ("advice", ())
    assert "newer-duty-needs-its-form" in codes(no_document)
    not_needed = told(bound | {"disclosures.i1>r1.necessary": False})
    assert (not_needed.duties, not_needed.disclosures[0].verdict) == ((), "withhold")


DANGER = CALM | {"level": "immediate_danger", "life_at_risk": True}


def test_who_must_be_warned_in_danger_is_warned_without_a_policy_document_but_not_without_a_basis():
    man = ADULT | {"part": "alleged_harmer", "may_harm_others": True}
    threat = {FROM: "charity", TO: "member_of_public", POLICY: False, "people": [man], "concern": DANGER}
    assert told(threat).disclosures[0].verdict == "send"
    assert told(threat | {TO: "media"}).disclosures[0].verdict == "withhold"
    calm = told(threat | {"concern": CALM | {"level": "adult_at_risk", "reasonable_cause": True}})
    assert calm.disclosures[0].verdict == "withhold"


def test_intercepted_and_revenue_information_goes_to_nobody_and_a_money_investigation_is_told_to_no_relative():
    for mark in ("intercept_material", "revenue_information"):
        assert told({FROM: "charity", "items.i1.restrictions": [mark]}).disclosures[0].verdict == "withhold"
    money = {FROM: "charity", "items.i1.restrictions": ["financial_investigation"]}
    assert told(money).disclosures[0].verdict == "send"
    assert told(money | {TO: "parent"}).disclosures[0].verdict == "withhold"


def test_nothing_stays_open_on_the_consent_of_the_dead_or_the_unborn():
    dead = {"id": "p2", "kind": "deceased", "part": "sibling"}
    unborn = {"id": "p3", "kind": "unborn", "part": "subject"}
    answer = told({FROM: "charity", "people": [CHILD, dead, unborn], "items.i1.about": ["p1", "p2", "p3"],
                   "concern.level": "significant_harm"})  # fmt: skip
    assert answer.disclosures[0].verdict == "send"
    assert not {open_fact.path for open_fact in answer.open if open_fact.path.endswith("consent.status")}
