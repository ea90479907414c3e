"""What is written as a term and is none is refused, and the refusal says why."""

import pytest

from lawfulshare.case.truth import Truth
from lawfulshare.law.language.nodes import fact, negate
from lawfulshare.law.language.terms import BadTerm, read
from lawfulshare.law.language.weighing import atom, weigh
from lawfulshare.law.packs.naming import CaseNames

REFUSED = [
    (3, "3 is no term"),
    ({"any": "concern.life_at_risk"}, "all and any take a list"),
    ({"some": "item", "when": True}, "speak of a person, or some of a pair, not of item"),
    ({"every": "pair", "when": True}, "not of pair"),
    ({"some": "pair", "among": "item.about", "when": True}, "some pair takes no among"),
    ({"some": "person", "among": "concern.level", "when": True}, "concern.level is no list of ids"),
    ({"fact": "concern.kinds", "is": "neglect"}, "concern.kinds is choices, so is, in and at_least do not fit"),
    ({"fact": "concern.level", "has": "welfare"}, "concern.level is choice, so has does not fit"),
    ({"fact": "person.consent.status", "at_least": "given"}, "person.consent.status has no ladder"),
    ({"fact": "concern.level", "at_least": "severe"}, "concern.level is never severe"),
    ({"fact": "concern.level", "in": []}, "concern.level is never one of no values"),
    ({"fact": "concern.level", "below": 18}, "concern.level is compared with a number, and is one"),
    ({"fact": "person.age", "below": "18"}, "person.age is compared with a number, and is one"),
    ({"member": "item", "of": "item.about"}, "only a person can be a member"),
    ({"any_of": "power"}, "there is no provision of kind power"),
    ({"any_of": "confidence", "route": "s251"}, "there is no provision of kind confidence s251"),
    ({"verdict": ["send", "open"]}, "no row of the verdict table answers open"),
]


@pytest.mark.parametrize(("written", "told"), REFUSED, ids=[told for _, told in REFUSED])
def test_a_term_is_refused_because(law, written, told):
    with pytest.raises(BadTerm) as refused:
        read(written, law.compiler)
    assert told in str(refused.value)


BEYOND_A_FORM = [
    {"term": "danger"},
    {"holds": "ca2004-s16la"},
    {"any_of": "duty"},
    {"verdict": ["send"]},
    {"duty_stands": True},
    {"open": "concern.level"},
    {"fact": "recipient.sector", "in": "responders"},
]


@pytest.mark.parametrize("written", BEYOND_A_FORM, ids=lambda written: next(iter(written)))
def test_a_form_looks_at_answers_and_never_at_the_law(written):
    with pytest.raises(BadTerm):
        read(written, CaseNames())


OPEN = [
    ("concern.life_at_risk", True),
    ("concern.level", "welfare"),
    ("concern.kinds", ("neglect",)),
    ("person.age", 7),
    ("decision.bases", ("art6-1-e-public-task",)),
]


@pytest.mark.parametrize(("path", "answer"), OPEN)
def test_what_is_open_is_open_until_it_is_answered(law, path, answer):
    term = read({"open": path}, law.compiler.asking())
    assert weigh(term, {}.get).truth is Truth.HOLDS
    assert weigh(term, {path: answer}.get).truth is Truth.FAILS


def test_a_level_counts_on_its_own_ladder_only(law):
    harm = read({"fact": "concern.level", "at_least": "child_in_need"}, law.compiler)
    assert weigh(harm, {"concern.level": "significant_harm"}.get).truth is Truth.HOLDS
    assert weigh(harm, {"concern.level": "early_help"}.get).truth is Truth.FAILS
    assert weigh(harm, {"concern.level": "adult_serious_harm"}.get).truth is Truth.FAILS


def test_a_joint_is_never_weighed_as_if_it_were_one_fact():
    with pytest.raises(AssertionError, match="Not has parts"):
        atom(negate(fact("a")), True)
