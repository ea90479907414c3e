"""Cautions are data: given where they hold, for each that they hold for; a fault in one is told."""

import shutil

import pytest
from law_cases import MINI, a_case

from lawfulshare.faults import BadPack
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs.pack import read_pack


@pytest.fixture
def warn(tmp_path):
    """Give a function that assesses a case under one caution and tells where it was given."""
    (tmp_path / "cautions").mkdir()
    shutil.copytree(MINI, tmp_path / "law")

    def given(case, when, each="case", at="case", code="careful"):
        text = f"code: {code}\neach: {each}\nat: '{at}'\ntext: Careful.\nwhen: {when}\n"
        (tmp_path / "cautions" / "careful.yaml").write_text(text, encoding="utf-8")
        law = read_pack(tmp_path / "law", "england").on("2026-11-23")
        return [warning.at for warning in assess(case, law).warnings if warning.code == "careful"]

    return given


PEOPLE = [{"id": "p1", "kind": "child"}, {"id": "p2", "kind": "adult", "coercion_suspected": True}]


def test_a_caution_of_a_person_is_given_for_each_that_it_holds_for(warn):
    at = "people.{person}.consent"
    assert warn(a_case(people=PEOPLE), "person.coercion_suspected", "person", at) == ["people.p2.consent"]


def test_a_caution_of_a_disclosure_sees_its_verdict(warn):
    at = "disclosures.{item}>{recipient}"
    assert warn(a_case(), "{fact: answer.verdict, is: send}", "disclosure", at) == ["disclosures.i1>r1"]
    assert warn(a_case(), "{fact: answer.verdict, is: withhold}", "disclosure", at) == []


def test_a_caution_sees_a_proposal_that_goes_further_than_the_law_lets(warn):
    item = a_case().model_dump(mode="json", by_alias=True)["items"][0] | {"relevant": False}
    assert warn(a_case(items=[item]), "{all: [answer.sends, answer.exceeds]}", "disclosure", "{item}") == ["i1"]
    assert warn(a_case(), "answer.exceeds", "disclosure", "{item}") == []


def test_a_caution_may_ask_what_is_open(warn):
    assert warn(a_case(people=PEOPLE), "{open: person.capacity}", "person", "{person}") == ["p1", "p2"]


def test_a_caution_of_a_person_may_look_for_an_item_about_them(warn):
    when = "{some: pair, when: {member: person, of: item.about}}"
    assert warn(a_case(people=PEOPLE), when, "person", "{person}") == ["p1"]


ABOVE = [
    ("answer.has_pairs", True),
    ("answer.stands", True),
    ("{fact: answer.outcome, is: SHARE}", True),
    ("{fact: answer.outcome, is: none}", False),
    ("answer.falls_short", False),
]


@pytest.mark.parametrize(("when", "holds"), ABOVE)
def test_a_caution_of_a_disclosure_sees_the_answer_of_the_case_too(warn, when, holds):
    assert warn(a_case(), when, "disclosure", "{item}") == (["i1"] if holds else [])
    assert bool(warn(a_case(disclosures=[]), "answer.has_pairs")) is False


def test_a_caution_sees_a_duty_that_the_proposal_does_not_meet(warn):
    pair = {"item": "i1", "recipient": "r1", "necessary": True}
    under_a_duty = {"organisation": {"sector": "nhs_trust"}}
    withheld = a_case(**under_a_duty, disclosures=[pair | {"extent": "withhold"}])
    sent = a_case(**under_a_duty, disclosures=[pair | {"extent": "full"}])
    assert warn(withheld, "answer.falls_short", "disclosure", "{item}") == ["i1"]
    assert warn(sent, "answer.falls_short", "disclosure", "{item}") == []


DECIDED = [
    ("{fact: answer.bases_failing, has: [art6-1-a-consent]}", {"bases": ["art6-1-a-consent"]}),
    ("answer.bases_any_strange", {"bases": ["gdpr"]}),
    ("{all: [answer.bases_any_strange, {not: answer.bases_any_failing}]}", {"bases": ["gdpr"]}),
    ("{all: [answer.departs, {not: decision.departs_because}]}", {"outcome": "NOT_NOW"}),
]


@pytest.mark.parametrize(("when", "decision"), DECIDED)
def test_a_caution_sees_what_was_decided(warn, when, decision):
    assert warn(a_case(decision=decision), when) == ["case"]
    assert warn(a_case(), when) == []


def test_a_caution_sees_the_power_that_a_request_cites(warn):
    request = {"from": "r1", "power_cited": "ca2004-s16la", "purpose_stated": True, "scope_clear": True}
    when = "{all: [request.made, answer.power_known, {not: answer.power_obliges}]}"
    assert warn(a_case(request=request), when) == ["case"]
    assert warn(a_case(request=request | {"power_cited": "unheard-of"}), when) == []


@pytest.mark.parametrize(
    ("when", "code", "told"),
    [
        ("concern.lvel", "careful", "there is no fact"),
        ("true", "carefree", "not the name of the file"),
        ("{some: person, when: true}", "careful", "it is about each case, and names person"),
    ],
)
def test_a_caution_with_a_fault_is_refused(warn, when, code, told):
    at = "people.{person}" if "names person" in told else "case"
    with pytest.raises(BadPack, match=told):
        warn(a_case(), when, at=at, code=code)


def test_a_caution_without_its_words_is_refused(warn, tmp_path):
    (tmp_path / "cautions" / "bare.yaml").write_text("code: bare\neach: case\nat: case\nwhen: true\n", encoding="utf-8")
    with pytest.raises(BadPack, match=r"cautions/bare\.yaml: text: "):
        warn(a_case(), "true")
