"""Who is missing is asked after; the table says what the map shows; how people stand is kept as it was said."""

import json

import pytest

from lawfulshare.case import case_file
from lawfulshare.case.family import not_asked_after
from lawfulshare.case.family_told import family_told
from lawfulshare.case.vocabulary import FamilyPart
from lawfulshare.faults import BadAnswer
from lawfulshare.guide import answers
from lawfulshare.guide.asking_after import BEGINS_AS, add_missing, parts_to_show
from lawfulshare.guide.doors import doors
from lawfulshare.guide.naming import answer_in_words
from lawfulshare.wording import wording


def a_case(**more):
    people = [
        {"id": "p1", "label": "Theo", "kind": "child", "age": 0, "part": "subject"},
        {"id": "p2", "label": "Ana", "kind": "adult", "age": 24, "part": "parent",
         "relationships": [{"to": "p1", "is": "mother", "contact": "lives_with"}]},
        {"id": "p3", "kind": "adult", "relationships": [{"to": "p1", "contact": "online"}, {"to": "p2", "is": "ex"}]},
    ]  # fmt: skip
    recipients = [{"id": "r1", "person": "p3", "could_endanger": ["p1", "p2"]}]
    stated = {"format": case_file.FORMAT, "people": people, "recipients": recipients, "concern": {"about": ["p1"]}}
    return case_file.read(json.dumps(stated | more).encode())


def test_the_table_tells_each_person_with_home_ties_and_what_they_must_not_learn():
    theo, ana, nameless = family_told(a_case(), wording())
    assert (theo.name, theo.who, theo.home) == ("Theo", "Child, under 1", "Lives with Ana")
    assert theo.stands == ("Ana is mother to them: live together", "Knows Not named yet: online")
    assert ana.stands == ("Mother to Theo: live together", "Not named yet is ex to them: contact not said")
    assert (nameless.name, nameless.who, nameless.home) == ("Not named yet", "Adult", "Home not said")
    assert nameless.kept == "Must not learn about Theo, Ana"
    assert not theo.kept


def test_somebody_who_was_missing_comes_in_as_far_as_the_prompt_settles():
    before = a_case(family_considered=["siblings"])
    after, key = add_missing(before, "siblings")
    assert key == "p4"
    assert (after.people[-1].kind, after.people[-1].part) == ("child", "sibling")
    assert after.family_considered == ()
    assert "siblings" not in not_asked_after(after)


@pytest.mark.parametrize("part", BEGINS_AS)
def test_each_part_of_a_family_has_a_beginning_and_a_prompt(part: FamilyPart):
    case, key = add_missing(a_case(), part)
    assert case.people[-1].id == key
    question = doors()["share"].page("whos_missing").asks[0]
    assert part in {choice.value for choice in question.choices}


def test_whom_one_met_online_is_tied_to_the_subject_if_there_is_one():
    assert add_missing(a_case(), "online")[0].people[-1].relationships[0].to == "p1"
    assert add_missing(case_file.CaseFile(), "online")[0].people[-1].relationships is None


def test_what_was_considered_stays_on_the_page_so_that_it_can_be_taken_back():
    case = a_case(family_considered=["siblings"])
    assert "siblings" not in not_asked_after(case)
    assert "siblings" in parts_to_show(case)


def test_how_somebody_stands_is_answered_with_words_and_contact_and_told_back():
    case = answers.answer(a_case(), "people.p2.relationships", ({"to": "p3", "is": "former partner"},))
    case = answers.answer(case, "people.p3.relationships", case.people[2].relationships)
    question = next(one for one in doors()["share"].page("household").asks if one.fact == "person.relationships")
    assert answer_in_words(question, case, "people.p2.relationships") == "this person: former partner"
    assert answer_in_words(question, case, "people.p3.relationships") == "Theo: They are in touch online; Ana: ex"


def test_nobody_is_tied_to_somebody_who_is_not_in_the_case():
    with pytest.raises(BadAnswer):
        answers.answer(a_case(), "people.p2.relationships", ({"to": "p9", "is": "aunt"},))
