"""The family and those around it: homes, ties, whom nobody asked after, and the picture of it all."""

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawfulshare.case import case_file
from lawfulshare.case.family import homes, kept_from, not_asked_after, ties
from lawfulshare.case.family_map import CARD, family_map


def a_case(*people, **more):
    return case_file.read(json.dumps({"format": case_file.FORMAT, "people": people, **more}).encode())


def person(name, kind="adult", *relations, **more):
    to = [{"to": other, "is": words, "contact": contact} for other, words, contact in relations]
    return {"id": name, "kind": kind, **({"relationships": to} if to else {}), **more}


FAMILY = a_case(
    person("p1", "child", ("p2", "daughter", "lives_with"), ("p3", "daughter", "sees")),
    person("p2", "adult", ("p4", "partner", "stays"), part="parent"),
    person("p3", "adult", part="parent"),
    person("p4", "adult", ("p2", "partner", "stays"), part="household_member"),
    person("p5", "child", ("p1", "gamer", "online")),
    concern={"about": ["p1"]},
)


def test_who_lives_together_is_one_home_and_the_one_of_whom_it_is_about_comes_first():
    assert homes(FAMILY) == (("p1", "p2", "p4"),)
    two = a_case(
        person("p1", "adult", ("p2", "", "lives_with")), person("p2"),
        person("p3", "child", ("p4", "", "lives_with")), person("p4"), concern={"about": ["p3"]},
    )  # fmt: skip
    assert homes(two) == (("p3", "p4"), ("p1", "p2"))
    assert homes(a_case()) == ()


def test_a_tie_that_both_state_is_one_and_nobody_is_tied_to_themselves():
    assert [(tie.person, tie.other, tie.line) for tie in ties(FAMILY)] == [
        ("p1", "p2", "solid"), ("p1", "p3", "dashed"), ("p2", "p4", "solid"), ("p5", "p1", "dotted"),
    ]  # fmt: skip
    assert ties(a_case(person("p1", "adult", ("p1", "self", "lives_with")))) == ()


def test_whoever_could_endanger_somebody_must_not_learn_of_them():
    case = a_case(
        person("p1"), person("p2"),
        recipients=[{"id": "r1", "person": "p2", "could_endanger": ["p1"]}, {"id": "r2", "could_endanger": ["p1"]}],
    )  # fmt: skip
    assert kept_from(case) == (("p2", ("p1",)),)


def test_whom_the_case_is_silent_about_is_asked_after_until_somebody_says_that_there_is_none():
    assert not_asked_after(FAMILY) == ("siblings",)
    assert not_asked_after(a_case(person("p1", "child", part="subject"))) == (
        "adults", "absent_parent", "siblings", "new_partner", "online",
    )  # fmt: skip
    asked = a_case(person("p1", "child", part="subject"), family_considered=["siblings", "online", "absent_parent"])
    assert not_asked_after(asked) == ("adults", "new_partner")
    assert "siblings" not in not_asked_after(a_case(person("p1", "adult", part="subject")))


def test_a_parent_is_one_by_part_or_by_responsibility():
    child = person("p1", "child", part="subject")
    both = a_case(child, person("p2", part="parent"), person("p3", parental_responsibility=["p1"]))
    assert "absent_parent" not in not_asked_after(both)
    assert "absent_parent" in not_asked_after(a_case(child, person("p2", part="parent")))


def test_an_empty_case_makes_an_empty_picture():
    assert family_map(a_case()) == (0.0, 0.0, (), (), ())


def test_homes_and_people_are_drawn_once_and_lines_meet_the_cards():
    plan = family_map(FAMILY)
    assert sorted(card.person for card in plan.cards) == ["p1", "p2", "p3", "p4", "p5"]
    assert [home.members for home in plan.homes] == [("p1", "p2", "p4")]
    place = {card.person: card for card in plan.cards}
    assert place["p1"].y > place["p2"].y, "children stand under the grown-ups"
    for strand in plan.strands:
        for end, name in ((strand.start, strand.person), (strand.end, strand.other)):
            card = place[name]
            assert card.x <= end[0] <= card.x + CARD[0] and card.y <= end[1] <= card.y + CARD[1]


@given(
    st.integers(1, 9).flatmap(
        lambda count: st.tuples(
            st.lists(st.sampled_from(["child", "adult", "unborn"]), min_size=count, max_size=count),
            st.lists(
                st.tuples(
                    st.integers(0, count - 1), st.integers(0, count - 1),
                    st.sampled_from(["lives_with", "stays", "sees", "online", "none", "unknown"]),
                ),
                max_size=12,
            ),
        )
    ),
    st.sampled_from([300.0, 780.0, 2000.0]),
)  # fmt: skip
def test_no_two_cards_overlap_and_each_stands_in_its_home_and_in_the_picture(drawn, widest):
    kinds, relations = drawn
    people = [
        person(f"p{at}", kind, *[(f"p{b}", "", c) for a, b, c in relations if a == at]) for at, kind in enumerate(kinds)
    ]
    case = a_case(*people)
    plan = family_map(case, widest)
    for one, other in combinations(plan.cards, 2):
        assert abs(one.x - other.x) >= CARD[0] or abs(one.y - other.y) >= CARD[1]
    for home in plan.homes:
        for card in plan.cards:
            inside = (
                home.x <= card.x <= home.x + home.width - CARD[0] and home.y <= card.y <= home.y + home.height - CARD[1]
            )
            assert inside == (card.person in home.members)
    assert all(card.x + CARD[0] <= plan.width and card.y + CARD[1] <= plan.height for card in plan.cards)
    assert len(plan.cards) == len(people) == pytest.approx(len({card.person for card in plan.cards}))
