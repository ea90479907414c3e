"""All eight properties hold of the law that ships, for all facts; specification and calendar know the whole of it."""

import importlib.util
import json
from types import SimpleNamespace

import pytest
from law_cases import a_case

from lawfulshare.cli.main import run
from lawfulshare.law.packs.pack import load
from lawfulshare.law.proving import proof
from lawfulshare.law.proving.commencing import calendar, days_of_change, periods_tried, unlisted
from lawfulshare.law.proving.proof import NUMBERS, Proved, prove
from lawfulshare.law.proving.specification import specification
from lawfulshare.law.proving.telling import tell_against
from lawfulshare.law.proving.trial import Finding

FACES = {"window": lambda: 0, "demo": lambda _: 0}


def test_every_property_holds_of_every_period_of_the_law_that_ships():
    proved = prove("england")
    told = [line for one in proved for finding in one.against for line in tell_against(finding, load("england"))]
    assert told == []
    assert [one.number for one in proved] == list(NUMBERS)
    tried = periods_tried(load("england"), calendar())
    assert all(one.days == tuple(tried) for one in proved if one.number != "8")
    assert proved[-1].days == tuple(days_of_change(load("england"), calendar())[1:])


def test_the_specification_names_every_provision_on_which_an_answer_can_rest():
    pack, by = load("england"), specification()
    of_kind = {
        kind: {name for name, one in pack.provisions.items() if one.kind == kind}
        for kind in ("basis", "condition", "confidence", "restriction")
    }
    none_owed = {name for name in of_kind["confidence"] if not set(by.confidence_routes) >= {name}}
    assert set(by.bases) == of_kind["basis"]
    assert {*by.special_conditions, *by.offence_conditions} == of_kind["condition"]
    assert set(by.prohibitions) == of_kind["restriction"]
    assert {pack.provisions[name].route for name in none_owed} == {"none_owed"}
    assert by.named <= set(pack.provisions)


def test_the_specification_and_the_pack_agree_which_condition_meets_what():
    pack, by = load("england"), specification()
    for sort, named in (("special", by.special_conditions), ("offence", by.offence_conditions)):
        assert {name for name, one in pack.provisions.items() if sort in one.meets} == set(named)


def test_the_calendar_and_the_pack_agree_on_each_day():
    pack, kept = load("england"), calendar()
    days = days_of_change(pack, kept)[1:]
    assert {day: unlisted(pack, kept, day) for day in days} == dict.fromkeys(days, ())
    listed = {name for change in kept.days.values() for name in change.provisions}
    assert listed <= set(pack.provisions)


@pytest.fixture
def one_broken(monkeypatch):
    broken = Finding("2", "2026-11-23", 1, False, cases=(a_case(),))
    dead = Finding("1b", "2026-11-23", 1, False, because="dead", names=("verdict: too_late",))
    found = (Proved("1b", ("2026-11-23",), 1, (dead,)), Proved("2", ("2026-11-23",), 1, (broken,)))
    monkeypatch.setattr(proof, "prove", lambda nation: found)


def test_a_broken_property_is_read_out_in_words_with_exit_status_1(one_broken, capsys):
    assert run(["prove"], **FACES) == 1
    out = capsys.readouterr().out
    assert "NOT PROVED" in out
    assert "verdict: too_late holds in no case at all." in out
    assert "- The person is 7 years old." in out or "7" in out
    assert "{" not in out


def test_a_broken_property_is_one_json_document_with_the_case_file(one_broken, capsys):
    assert run(["prove", "--json"], **FACES) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["proved"] is False
    assert told["properties"][1]["against"][0]["cases"][0]["format"] == "lawfulshare.case/1"


def test_without_the_solver_it_says_how_to_get_it_with_exit_status_2(monkeypatch, capsys):
    monkeypatch.setattr(importlib, "util", SimpleNamespace(find_spec=lambda name: None))
    assert run(["prove"], **FACES) == 2
    assert "pip install 'lawfulshare[prove]'" in capsys.readouterr().err
