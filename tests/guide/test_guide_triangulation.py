"""Statements against sources: who agrees, who contradicts, who is silent, and what that suggests."""

import json

import pytest

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.doors import doors
from lawfulshare.guide.summary import summary
from lawfulshare.guide.triangulation import forget, hear_from, may_bear_on, suggested, table
from lawfulshare.guide.walk import walk

CASE = {
    "format": case_file.FORMAT,
    "mode": "seek",
    "recipients": [{"id": "r1", "label": "The school"}, {"id": "r2"}],
    "enquiries": [{"id": "e1", "ask": "r1"}, {"id": "e2", "ask": "r2"}, {"id": "e3", "question": "Who visits?"},
                  {"id": "e4"}, {"id": "e5", "ask": "r1"}],
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


def test_whoever_was_asked_is_one_column_however_often_and_so_is_every_other_source(case):
    assert [column.label for column in table(case).columns] == [
        "The school", "this recipient", "Who visits?", "this question", "A neighbour",
    ]  # fmt: skip
    assert table(case).columns[0].heard_as == ("e1", "e5")


def test_a_source_that_said_both_contradicts(case):
    both = paths.put(case, "statements.s1.sources", [{"from": "e1", "agrees": True}, {"from": "e5", "agrees": False}])
    assert table(both).lines[0].voices[0] == "contradicts"
    assert table(hear_from(both, "s1", "e1", "agrees")).lines[0].voices[0] == "agrees"


def test_each_statement_says_how_it_stands(case):
    assert [line.standing for line in table(case).lines] == [
        "borne_out", "contradicted", "contradicted", "nobody", "one_source", "nobody",
    ]  # fmt: skip
    assert table(case).lines[1].voices == ("contradicts", "silent", "silent", "silent", "agrees")


def test_only_sources_that_agree_suggest_an_answer(case):
    assert [suggested(line) for line in table(case).lines] == [True, None, False, None, None, None]


def test_what_a_source_says_can_be_changed_and_taken_back(case):
    heard = hear_from(case, "s6", "e1", "contradicts")
    assert table(heard).lines[5].voices[0] == "contradicts"
    assert table(hear_from(heard, "s6", "e1", "silent")).lines[5].voices == table(case).lines[5].voices


def test_a_source_named_in_words_stays_while_it_is_silent_and_can_be_taken_out(case):
    silent = hear_from(case, "s2", "A neighbour", "silent")
    assert [column.label for column in table(silent).columns][-1] == "A neighbour"
    own = hear_from(silent, "s6", "What I saw", "silent")
    assert [column.label for column in table(own).columns][-1] == "What I saw"
    gone = forget(forget(own, "A neighbour"), "What I saw")
    assert gone.statements[5].sources == () and len(table(gone).columns) == 4


def test_checking_the_answers_shows_who_says_so(case):
    told = {row.path: row for section in summary(walk(doors()["seek"], case)).sections for row in section.rows}
    assert told["statements.s2.sources"].answer == "The school contradicts; A neighbour agrees"
    assert told["statements.s6.sources"].answer == "None" and not told["statements.s6.sources"].said
    assert not any(row.path.endswith((".sources", ".bank")) for row in summary(walk(doors()["seek"], case)).also)


@pytest.mark.parametrize(("path", "asked"), [
    ("concern.life_at_risk", "Could somebody die or be badly hurt before the end of today?"),
    ("recipients.r1.identity_verified", "The school"),
    ("concern.mood", "concern.mood"),
])  # fmt: skip
def test_the_answer_that_a_statement_bears_on_is_told_as_its_question(case, path, asked):
    stated = paths.put(case, "statements.s1.bears_on", path)
    rows = [row for section in summary(walk(doors()["seek"], stated)).sections for row in section.rows]
    assert asked in next(row.answer for row in rows if row.path == "statements.s1.bears_on")


def test_a_statement_may_bear_on_any_yes_or_no_that_is_asked_here():
    way = walk(doors()["seek"], CaseFile(mode="seek"))
    assert "concern.reasonable_cause" in may_bear_on(way)
    assert all(paths.facts()[paths.fact_of(path)].kind == "truth" for path in may_bear_on(way))
