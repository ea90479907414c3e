"""The cases beside each caution: one that raises it, and one that is near and does not."""

from typing import Any

import pytest

from lawfulshare import content
from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.doors import doors
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.answer.cautions import compiled
from lawfulshare.law.packs.pack import load
from lawfulshare.law.proving.beside_cautions import NOTHING_SAID, read_caution_cases

DAY = "2026-11-23"
CAUTIONS = content.resources() / "cautions"


def beside(code: str) -> list[tuple[str, CaseFile, bool]]:
    path = CAUTIONS / f"{code}.cases.yaml"
    cases = read_caution_cases(path) if path.is_file() else ()
    return [(case.name, case_file.read(case_file.write(case.case)), case.raised) for case in cases]


def raised(case: CaseFile) -> list[Any]:
    return list(first_answer(case, load("england").on(case.decided_on or DAY)).warnings)


CODES = sorted(path.stem for path in CAUTIONS.glob("*.yaml") if not path.name.endswith(".cases.yaml"))
ALL = [(code, *case) for code in CODES for case in beside(code)]


@pytest.mark.parametrize(("code", "name", "case", "then"), ALL, ids=[f"{code}: {name}" for code, name, *_ in ALL])
def test_a_caution_is_given_where_the_case_beside_it_says_so(code, name, case, then):
    assert (code in {warning.code for warning in raised(case)}) == then, name


@pytest.mark.parametrize("code", CODES)
def test_each_caution_has_a_case_that_raises_it_and_one_that_does_not(code):
    assert {then for _, _, then in beside(code)} == {True, False}


def test_no_cases_stand_beside_a_caution_that_is_not_there():
    assert {path.name.removesuffix(".cases.yaml") for path in CAUTIONS.glob("*.cases.yaml")} == set(CODES)


def test_each_caution_names_answers_that_the_case_file_has():
    places = {"{person}", "{recipient}", "{item}", "{enquiry}", "{statement}", "{advice}", "{transmission}"}
    for caution, _ in compiled(load("england").on(DAY)):
        for field in caution.fields:
            named = field.replace("{item}>{recipient}", "pair")
            for place in places:
                named = named.replace(place, "one")
            assert paths.fact_of(named) in paths.facts(), (caution.code, field)
            assert "{" not in named


def test_there_are_cautions_enough_and_their_words_are_plain():
    assert len(CODES) >= 40
    for caution, _ in compiled(load("england").on(DAY)):
        for sentence in caution.text.replace("{power}", "").replace("?", ".").split(". "):
            assert len(sentence.split()) <= 25, (caution.code, sentence)
        assert caution.text.endswith((".", "{past_power}"))


def test_each_power_that_a_form_offers_is_one_that_the_law_can_tell_of():
    question = next(ask for ask in doors()["respond"].page("the_request").asks if ask.fact == "request.power_cited")
    offered = {choice.value for choice in question.choices}
    assert offered - set(load("england").provisions) == {"another"}


TOLD = {
    "section 47 cited to a school": ["Section 47(11) does not list your organisation.", "section 11 or 16LA"],
    "section 115 cited as if it obliged": ["A power only."],
    "section 45 cited by a council that is no board": ["No board asks under section 45.", "sections 6, 7 and 42"],
    "section 16LA cited from Wales": ["The recipient is in another nation"],
}


@pytest.mark.parametrize("name", TOLD)
def test_a_power_cited_wrongly_is_named_with_the_reason_and_the_right_way(name):
    case = next(case for told, case, _ in beside("power-does-not-oblige") if told == name)
    text = next(warning.text for warning in raised(case) if warning.code == "power-does-not-oblige")
    for part in TOLD[name]:
        assert part in text


def test_a_power_that_was_not_law_is_named_only_where_the_request_cites_it():
    repealed, _, *_ = beside("provision-not-in-force")
    told = {warning.code: warning.text for warning in raised(repealed[1])}
    assert "Look at section 16H." in told["provision-not-in-force"]
    own = paths.put(CaseFile(nation="england", decided_on=DAY), "decision.bases", ["ca2004-s14b-repealed"])
    assert [w.text for w in raised(own) if w.code == "provision-not-in-force"] == [
        "The request or your decision leans on a provision that was not law on the day."
    ]


@pytest.mark.parametrize("mode", ["share", "respond", "seek", "urgent"])
def test_a_case_in_which_nothing_was_said_is_warned_of_nothing_but_that_nothing_is_proposed(mode):
    silent = NOTHING_SAID.model_copy(update={"mode": mode})
    assert {warning.code for warning in raised(silent)} <= {"nothing-proposed"}


def test_the_weightiest_warnings_come_first():
    order = ("stop", "look", "note")
    weights = {caution.code: order.index(caution.weight) for caution, _ in compiled(load("england").on(DAY))}
    _, case, _ = beside("shares-all-yet-withholds")[0]
    given = [weights[warning.code] for warning in raised(case) if warning.code in weights]
    assert len(set(given)) > 1
    assert given == sorted(given)
