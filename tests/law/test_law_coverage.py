"""Coverage of the law by cases: what a case exercises, what is missing is named; our own leave nothing out."""

import json
from pathlib import Path

import pytest
from law_cases import ACCEPTANCE, MINI

from lawfulshare import content
from lawfulshare.cli.main import run
from lawfulshare.faults import BadCaseFile, BadPack
from lawfulshare.law.packs.pack import load
from lawfulshare.law.proving.coverage import Point, exercised, read_folders, wanted

KEPT = Path(__file__).parent / "kept"
OURS = (content.resources() / "law", content.resources() / "cautions", KEPT, ACCEPTANCE)
DUTY = "ca2004-s16la"


def points_of(points, of):
    return {point.what for point in points if point.of == of}


@pytest.fixture
def beside(mini, tmp_path):
    """Say what one case beside the duty exercises of it."""

    def exercise(given, day="2026-11-23"):
        text = f"- {{name: a, day: {day}, given: {json.dumps(given)}, then: open}}"
        (tmp_path / f"{DUTY}.cases.yaml").write_text(text, encoding="utf-8")
        return points_of(exercised(mini, read_folders([tmp_path], mini)), DUTY)

    return exercise


MET = {
    "people": [{"id": "p1", "kind": "child"}],
    "concern.about": ["p1"],
    "organisation.sector": "police",
    "recipient.sector": "nhs_trust",
    "item.relevant": True,
    "disclosure.necessary": True,
    "balance.sharing_more_detrimental_to_child": False,
}


def test_our_own_cases_and_the_acceptance_cases_exercise_all_of_the_law():
    pack = load("england")
    reached = exercised(pack, read_folders(OURS, pack))
    assert [point for point in wanted(pack) if point not in reached] == []


def test_each_provision_condition_exception_row_and_caution_is_wanted(mini):
    points = wanted(mini)
    assert {"holds", "fails", "condition relevant holds", "condition relevant fails"} <= points_of(points, DUTY)
    assert "exception worse_for_the_child is made out" in points_of(points, DUTY)
    assert points_of(points, "verdict.endangers") == {"answers"}
    assert points_of(wanted(load("england")), "coercion-suspected") == {"raised", "not raised"}


def test_a_case_that_meets_everything_exercises_what_it_meets(beside):
    conditions = ("sender_bound", "recipient_bound", "about_a_child", "relevant", "helps_the_recipient")
    assert beside(MET) == {"holds", *(f"condition {name} holds" for name in conditions)}


def test_an_exception_counts_only_where_it_is_made_out(beside):
    excepted = MET | {"balance.sharing_more_detrimental_to_child": True}
    assert "exception worse_for_the_child is made out" in beside(excepted)
    assert "exception worse_for_the_child is made out" not in beside(excepted | {"item.relevant": False})


def test_what_is_open_exercises_nothing_and_a_day_before_the_law_neither(beside):
    assert beside({}) == set()
    assert beside(MET, day="2026-09-29") == set()


def test_a_whole_case_exercises_rows_and_cautions_and_every_provision(mini):
    reached = exercised(mini, read_folders([ACCEPTANCE], mini))
    assert {Point("row", "outcome.danger", "answers"), Point("provision", DUTY, "holds")} <= reached
    pack = load("england")
    reached = exercised(pack, read_folders([ACCEPTANCE], pack))
    assert points_of(reached, "nothing-proposed") == {"not raised"}


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("unknown.cases.yaml", "[]", "no provision and no caution unknown"),
        ("procedure.cases.yaml", "- {name: a, day: 2026-11-23, row: verdict.none, then: send}", "no row verdict.none"),
        ("a.json", "{}", "a.json"),
        ("readme.txt", "", "no case"),
    ],
)
def test_a_folder_with_what_is_no_case_of_this_law_is_refused(mini, tmp_path, name, text, reason):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises((BadCaseFile, BadPack), match=reason):
        exercised(mini, read_folders([tmp_path], mini))


def cover(*words):
    return run(["cover", *map(str, words)], window=lambda: 0, demo=lambda out: 0)


def test_the_command_names_what_no_case_exercises(capsys):
    assert cover(ACCEPTANCE) == 1
    told = capsys.readouterr().out
    assert told.startswith("Law of England")
    assert "  no case: exception parent_says_no is made out" in told
    assert cover(ACCEPTANCE, "--json") == 1
    parts = {part["id"]: part for part in json.loads(capsys.readouterr().out)["parts"]}
    assert "exception parent_says_no is made out" in parts["cl-best-interests"]["missing"]
    assert "answers" in parts["outcome.danger"]["exercised"]


def test_the_command_is_content_where_nothing_is_missing(capsys):
    assert cover(*OURS) == 0
    assert "no case:" not in capsys.readouterr().out


def test_the_command_refuses_a_folder_that_is_none_in_one_line(capsys):
    assert cover(MINI / "nowhere") == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
