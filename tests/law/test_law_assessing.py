"""Small cases under a small pack: what stands, what is open, what is refused, what is said about it."""

import pytest

from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadCaseFile
from lawfulshare.law.answer.assessing import assess, first_answer
from lawfulshare.law.answer.explanation import describe_provision, explain
from lawfulshare.law.answer.reading import Reader
from lawfulshare.law.answer.scene import Scene


def with_item(case, **item):
    whole = case().model_dump(mode="json", by_alias=True)["items"][0]
    return case(items=[whole | item])


def test_a_school_sends_a_bruise_to_childrens_services(case, law):
    answer = assess(case(), law)
    assert (answer.outcome, answer.stands) == ("SHARE", True)
    pair = answer.disclosures[0]
    assert pair.verdict == "send"
    assert pair.lawful_basis[0] == "art6-1-e-public-task"
    assert pair.condition[0] == "sch1-para18-safeguarding"
    assert pair.confidentiality == ("public_interest",)
    assert pair.because


def test_the_first_answer_says_the_same_of_outcome_verdicts_and_bases(case, law):
    whole, first = assess(case(), law), first_answer(case(), law)
    assert (first.outcome, first.disclosures, first.duties) == (whole.outcome, whole.disclosures, whole.duties)
    assert first.would_change == ()


def test_an_unknown_fact_leaves_the_pair_open_and_is_named_with_what_it_decides(case, law):
    answer = assess(with_item(case, relevant=None), law)
    assert answer.disclosures[0].verdict == "open"
    fact = next(fact for fact in answer.open if fact.path == "items.i1.relevant")
    assert fact.decides[:2] == ("outcome", "verdict i1>r1")


def test_a_suggestion_while_something_is_open_does_not_stand(case, law):
    answer = assess(with_item(case, relevant=None), law)
    assert (answer.outcome, answer.stands) == ("SEEK", False)


def test_what_decides_the_outcome_comes_before_what_decides_a_route_only(case, law):
    answer = assess(with_item(case, relevant=None, confidential=None), law)
    ranks = [min(("outcome", "verdict", "route").index(d.split()[0]) for d in fact.decides) for fact in answer.open]
    assert ranks == sorted(ranks)


def test_an_ordinary_item_lists_no_condition_and_an_unidentifying_one_no_basis(case, law):
    assert assess(with_item(case, classes=["education"]), law).disclosures[0].condition == ()
    nobody = assess(with_item(case, identifies=False), law).disclosures[0]
    assert (nobody.personal_data, nobody.lawful_basis) == (False, ())


def test_every_basis_that_holds_for_no_pair_is_rejected_with_its_reason(case, law):
    answer = assess(case(), law)
    reasons = {rejected.id: rejected.because for rejected in answer.rejected}
    assert reasons["art6-1-a-consent"] == "Not: valid."
    assert reasons["rli-annex1-safeguarding"] == "Public authority."
    assert "art6-1-e-public-task" not in reasons


def test_a_basis_not_yet_law_is_rejected_as_such(case, mini):
    reasons = {r.id: r.because for r in assess(case(), mini.on("2026-02-04")).rejected}
    assert reasons["rli-annex1-safeguarding"] == "It was not law on this day."


def test_a_basis_that_is_still_open_is_not_rejected(case, law):
    open_consent = [{"id": "p1", "kind": "child", "age": 7}]
    answer = assess(case(people=open_consent), law)
    assert "art6-1-a-consent" not in {rejected.id for rejected in answer.rejected}
    assert "people.p1.consent.status" in {fact.path for fact in answer.open}


def test_a_personal_duty_binds_without_any_pair_and_names_who_must_hear(case, law):
    concern = {"level": "significant_harm", "about": ["p1"], "fgm_disclosed_or_seen": True}
    answer = assess(case(concern=concern, disclosures=[]), law)
    assert "fgm-s5b" in answer.duties
    assert "police" in answer.refer_to


def test_a_case_without_pairs_never_says_share(case, law):
    assert assess(case(disclosures=[], recipients=[]), law).outcome == "NOT_NOW"


def test_a_case_that_contradicts_itself_is_refused_and_only_warned_of_in_the_window(case, law):
    contradictory = case(people=[{"id": "p1", "kind": "adult", "age": 12}])
    with pytest.raises(BadCaseFile, match=r"people\.p1: an adult is given an age under 18"):
        assess(contradictory, law)
    assert "contradiction" in {warning.code for warning in first_answer(contradictory, law).warnings}


def test_an_empty_draft_is_assessed(law):
    answer = assess(CaseFile(), law)
    assert answer.disclosures == ()
    assert answer.explanation.kind == "goal"


def test_what_would_change_the_answer_changes_known_facts_only_and_never_a_sector_or_an_age(case, law):
    changes = assess(case(), law).would_change
    assert changes
    paths = {path for change in changes for path in change.set}
    assert not any(path.endswith((".sector", ".age", ".kind")) or path == "mode" for path in paths)
    assert {"items.i1.relevant": False} in [change.set for change in changes if change.outcome == "NOT_NOW"]
    for target in {change.outcome for change in changes}:
        assert sum(change.outcome == target for change in changes) <= 3


SILENCES = [
    ("organisation.commissioned_by", "none"),
    ("request.power_cited", "none"),
    ("request.purpose_stated", False),
    ("request.made", False),
    ("request.order_limits", ()),
    ("balance.less_intrusive_way", "none"),
    ("decision.outcome", "none"),
    ("concern.referred.to", "none"),
    ("recipients.r1.needs_it_for", "none"),
    ("people.p1.name", ""),
    ("concern.modern_slavery", None),
    ("items.i1.nature", None),
]


@pytest.mark.parametrize(("path", "means"), SILENCES)
def test_silence_means(case, path, means):
    assert Scene(case())(path) == means


def test_an_order_counts_as_seen_only_where_one_is_claimed(case):
    orders = ["court-order-to-disclose"]
    request = {"from": "r1", "power_cited": "ca1989-s47"}
    assert Scene(case(request=request), orders)("request.order_seen") is False
    claimed = request | {"power_cited": orders[0]}
    assert Scene(case(request=claimed), orders)("request.order_seen") is None
    assert Scene(case(request=claimed | {"order_seen": True}), orders)("request.order_seen") is True


def test_capacity_unknown_counts_as_not_known(case):
    people = [{"id": "p1", "kind": "adult", "age": 30, "capacity": "unknown"}]
    assert Scene(case(people=people))("people.p1.capacity") is None


def test_relationships_are_folded_into_facts_of_one_person(case):
    child = {"id": "p1", "kind": "child", "relationships": []}
    carer = {"id": "p2", "kind": "adult", "relationships": [{"to": "p1", "is": "aunt", "contact": "lives_with"}]}
    apart = {"id": "p2", "kind": "adult", "relationships": []}
    unsaid = {"id": "p2", "kind": "adult"}
    for other, lives in ((carer, True), (apart, False), (unsaid, None)):
        assert Scene(case(people=[child, other]))("people.p2.lives_with_a_child") is lives
        assert Scene(case(people=[child, other]))("people.p2.lives_with_the_subject") is lives


def test_a_recipient_may_be_whom_the_item_is_about_or_act_for_them(case):
    recipient = {"id": "r1", "sector": "parent"}
    themselves = Scene(case(recipients=[recipient | {"person": "p1"}]))
    agent = Scene(case(recipients=[recipient | {"acts_for": {"person": "p1", "as": "advocate"}}]))
    assert themselves("disclosures.i1>r1.to_themselves") is True
    assert agent("disclosures.i1>r1.to_their_agent") is True
    assert agent("disclosures.i1>r1.to_themselves") is None


def test_the_explanation_is_one_proof_at_three_depths(case, law):
    answer = assess(case(), law)
    brief, full, audit = (explain(answer, case(), law, depth) for depth in ("brief", "full", "audit"))
    assert brief[0] == "Share what is necessary with the recipients named."
    assert full[: len(brief)] == brief
    assert audit[: len(full)] == full
    assert any("items.i1.relevant" in line for line in audit)
    assert any("https://www.legislation.gov.uk/" in line for line in audit)


def test_the_proof_gives_the_persons_own_answer_with_its_path(case, law):
    def facts(told):
        yield from [told] if told.kind == "fact" else []
        for part in told.parts:
            yield from facts(part)

    told = {fact.path: fact.answer for fact in facts(assess(case(), law).explanation)}
    assert told["organisation.sector"] == "school_maintained"
    assert told["items.i1.relevant"] is True


def test_a_provision_is_described_with_its_days_and_as_the_machine_reads_it(law, mini):
    reader = Reader(mini.provisions, mini.lists, mini.procedure)
    lines = describe_provision(law.provision("ca2004-s16la"), "2026-09-29", reader)
    assert "Not law on this day." in lines
    assert any("30 September 2026" in line for line in lines)
    assert "  sharing would harm the child more than not sharing" in lines


def test_law_that_was_not_looked_over_for_so_late_a_day_warns(case, mini):
    warned = {warning.code for warning in assess(case(), mini.on("2027-04-01")).warnings}
    assert "law-not-looked-over" in warned


def test_a_pair_without_a_proposed_extent_is_bound_by_nothing(case, law):
    undecided = case(disclosures=[{"item": "i1", "recipient": "r1", "necessary": True}])
    assert assess(undecided, law).disclosures[0].verdict == "send"
