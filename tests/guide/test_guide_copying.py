"""An earlier case lends its facts, never what was judged or reasoned."""

import json

from guided import CASES, acceptance
from hypothesis import given
from hypothesis import strategies as st

from lawfulshare.case import case_file
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.copying import PARTS, copied

EARLIER = {
    "format": case_file.FORMAT,
    "people": [
        {"id": "p1", "label": "Mia", "kind": "child", "age": 7, "date_of_birth": "2019-02-01",
         "competent_to_decide": False, "consent": {"status": "refused"}},
        {"id": "p2", "label": "Mia's mother", "kind": "adult", "relationships": [{"to": "p1", "is": "mother"}],
         "parental_responsibility": ["p1"], "capacity": "lacks"},
    ],
    "recipients": [{"id": "r1", "label": "Duty desk", "sector": "police", "identity_verified": True, "person": "p2"}],
    "items": [{"id": "i1", "what": "A bruise", "about": ["p1"], "relevant": True}],
    "balance": {"detriment_of_sharing": "none"},
    "decision": {"rationale": "Because."},
}  # fmt: skip
ALL = tuple(PARTS)


def a_case(stated):
    return case_file.read(json.dumps(stated).encode())


def test_who_and_what_are_taken_over_and_no_judgement_is():
    case = copied(CaseFile(), a_case(EARLIER), ALL)
    mia, mother = case.people
    assert (mia.label, mia.date_of_birth, mia.age, mia.competent_to_decide) == ("Mia", "2019-02-01", None, None)
    assert mia.consent.status is None and mother.capacity is None
    assert mother.relationships[0].to == "p1" and mother.parental_responsibility == ("p1",)
    assert case.recipients[0].identity_verified is None and case.items[0].relevant is None
    assert case.decision is None and case.balance.detriment_of_sharing is None


def test_what_is_taken_gets_ids_of_its_own_and_keeps_pointing_right():
    there = a_case({"format": case_file.FORMAT, "people": [{"id": "p1", "label": "Sam", "kind": "child"}]})
    case = copied(there, a_case(EARLIER), ("items", "people"))
    assert [person.label for person in case.people] == ["Sam", "Mia", "Mia's mother"]
    assert case.people[2].relationships[0].to == case.people[1].id == "p2"


def test_a_mention_of_what_is_not_taken_goes():
    case = copied(CaseFile(), a_case(EARLIER), ("items", "recipients"))
    assert case.people is None and case.items[0].about == () and case.recipients[0].person is None


def test_somebody_who_is_there_already_is_not_added_again():
    once = copied(CaseFile(), a_case(EARLIER), ALL)
    assert copied(once, a_case(EARLIER), ALL) == once


@given(st.sampled_from(CASES), st.sampled_from(CASES), st.permutations(ALL))
def test_any_two_cases_make_a_sound_one_and_nothing_of_the_first_is_lost(one, other, parts):
    case = acceptance(one)
    made = copied(case, acceptance(other), tuple(parts))
    assert case_file.read(case_file.write(made)) == made
    for part in ALL:
        assert (getattr(made, part) or ())[: len(getattr(case, part) or ())] == (getattr(case, part) or ())
    assert (made.decision, made.balance, made.concern) == (case.decision, case.balance, case.concern)
