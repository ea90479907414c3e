"""Statements against sources: who agrees, who contradicts, who is silent, and what that suggests."""

import json

import pytest

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.doors import doors
from lawfulshare.guide.triangulation import hear_from, may_bear_on, suggested, table
from lawfulshare.guide.walk import walk

CASE = {
    "format": case_file.FORMAT,
    "mode": "seek",
    "recipients": [{"id": "r1", "label": "The school"}, {"id": "r2"}],
    "enquiries": [{"id": "e1", "ask": "r1"}, {"id": "e2", "ask": "r2"}, {"id": "e3"}],
    "statements": [
        {"id": "s1", "says": "He is in", "sources": [{"from": "e1", "agrees": True}, {"from": "e2", "agrees": True}]},
        {"id": "s2", "says": "She fell", "sources": [
            {"from": "e1", "agrees": False}, {"from": "A neighbour", "agrees": True}]},
        {"id": "s3", "says": "He works nights", "sources": [{"from": "e2", "agrees": False}]},
        {"id": "s4", "says": "Nobody visits", "sources": [{"from": "e3"}]},
        {"id": "s5", "says": "She is well", "sources": [{"from": "e1", "agrees": True}]},
        {"id": "s6", "says": "There is a dog"},
    ],
}  # fmt: skip


@pytest.fixture
def case():
    return case_file.read(json.dumps(CASE).encode())


def test_every_enquiry_and_every_other_source_is_a_column_by_its_name(case):
    assert [column.label for column in table(case).columns] == ["The school", "e2", "e3", "A neighbour"]


def test_each_statement_says_how_it_stands(case):
    assert [line.standing for line in table(case).lines] == [
        "borne_out", "contradicted", "contradicted", "nobody", "one_source", "nobody",
    ]  # fmt: skip
    assert table(case).lines[1].voices == ("contradicts", "silent", "silent", "agrees")


def test_only_sources_that_agree_suggest_an_answer(case):
    assert [suggested(line) for line in table(case).lines] == [True, None, False, None, None, None]


def test_what_a_source_says_can_be_changed_and_taken_back(case):
    heard = hear_from(case, "s6", "e1", "contradicts")
    assert table(heard).lines[5].voices[0] == "contradicts"
    assert table(hear_from(heard, "s6", "e1", "silent")).lines[5].voices == table(case).lines[5].voices


def test_a_statement_may_bear_on_any_yes_or_no_that_is_asked_here():
    way = walk(doors()["seek"], CaseFile(mode="seek"))
    assert "concern.reasonable_cause" in may_bear_on(way)
    assert all(paths.facts()[paths.fact_of(path)].kind == "truth" for path in may_bear_on(way))
