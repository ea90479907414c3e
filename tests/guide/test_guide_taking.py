"""A question of the bank in the case's own enquiries: taken filled, searched for, given back."""

import json

import pytest

from lawfulshare.case import case_file, paths
from lawfulshare.guide.curiosity import FAMILY, offers
from lawfulshare.guide.taking import give_back, sought, take, was_used


def a_case(**stated):
    return case_file.read(json.dumps({"format": case_file.FORMAT, "mode": "seek", **stated}).encode())


SCHOOL = {"id": "r1", "label": "The school", "sector": "academy"}


def first(case, **wanted):
    return next(one for one in offers(case) if all(getattr(one.question, k) == v for k, v in wanted.items()))


def test_one_press_fills_an_enquiry_with_all_that_the_bank_knows():
    case = a_case(recipients=[SCHOOL])
    offer = offers(case)[0]
    taken = take(case, offer.question.id).enquiries[0]
    assert (taken.bank, taken.question, taken.why) == (offer.question.id, offer.question.text, offer.question.why)
    assert (taken.gives_away, taken.ask, taken.ask_alone) == (offer.gives_away, "r1", None)


def test_whom_to_ask_is_left_to_be_said_where_several_fit_and_alone_is_said_where_it_is_known():
    two = a_case(recipients=[SCHOOL, {**SCHOOL, "id": "r2"}])
    assert take(two, offers(two)[0].question.id).enquiries[0].ask is None
    alone = first(two, ask_alone=True)
    assert take(two, alone.question.id).enquiries[0].ask_alone is True


def test_a_question_is_taken_once_and_given_back_with_what_rests_on_it():
    case = a_case(enquiries=[{"id": "e1", "question": "My own"}])
    name = offers(case)[0].question.id
    taken = take(case, name)
    assert take(taken, name) is taken
    heard = paths.put(taken, "statements.s1.sources", [{"from": "e2", "agrees": True}])
    back = give_back(heard, name)
    assert [one.id for one in back.enquiries] == ["e1"] and back.statements[0].sources == ()


@pytest.mark.parametrize("said", [{"asked_on": "2026-11-20"}, {"question": "Mine"}, {"answer": "He is"}, {}])
def test_what_was_asked_worded_anew_or_answered_is_not_lightly_lost(said):
    case = a_case()
    name = offers(case)[0].question.id
    case = take(case, name)
    for fact, value in said.items():
        case = paths.put(case, f"enquiries.e1.{fact}", value)
    assert was_used(case, name) is bool(said)
    assert not was_used(case, "another")


def test_the_bank_is_by_whom_to_ask_those_of_the_case_first():
    case = a_case(recipients=[SCHOOL])
    found = sought(case)
    assert found[0].recipients == ("r1",) and not any(one.recipients for one in found[1:])
    assert sum(len(one.offers) for one in found) == len(offers(case))
    assert [one.taken for one in sought(take(case, found[0].offers[0].question.id))][:2] == [1, 0]


def test_every_word_that_is_searched_for_stands_in_what_is_found():
    found = [offer for one in sought(a_case(), "SCHOOL last") for offer in one.offers]
    assert found and all("last" in f"{o.question.text} {o.question.why} {o.group.title}".lower() for o in found)
    assert not sought(a_case(), "no such words at all")


@pytest.mark.parametrize("part", FAMILY)
def test_a_part_of_the_family_finds_only_what_asks_after_it(part):
    found = [offer.question.family for one in sought(a_case(), family=part) for offer in one.offers]
    assert found and all(part in family for family in found)
