"""Two cases beside each other: only what is answered differently, in words, by question."""

from pathlib import Path

from lawfulshare.case import case_file, paths
from lawfulshare.guide.comparing import differences

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "theo.json"
CASE = case_file.read(EXAMPLE.read_bytes())


def told(first, second):
    return {(one.path, one.first, one.second) for one in differences(first, second)}


def test_a_case_differs_from_itself_in_nothing():
    assert differences(CASE, CASE) == ()


def test_what_is_answered_otherwise_stands_beside_each_other_with_its_question():
    other = paths.put(CASE, "decision.rationale", "The school sees him each day.")
    (one,) = differences(CASE, other)
    assert (one.path, one.first, one.second) == (
        "decision.rationale", CASE.decision.rationale, "The school sees him each day.",
    )  # fmt: skip
    assert one.question not in ("", one.path)


def test_the_other_way_round_the_same_differs():
    other = paths.put(paths.put(CASE, "concern.life_at_risk", True), "people.p1.age", 3)
    assert {(path, second, first) for path, first, second in told(CASE, other)} == told(other, CASE)
    assert "people.p1.age" in {one.path for one in differences(CASE, other)}


def test_what_one_leaves_open_and_the_other_does_not_ask_is_no_difference():
    more = CASE.model_copy(update={"people": (*CASE.people, CASE.people[0].model_copy(update={"id": "p9"}))})
    found = [one for one in differences(CASE, more) if one.path.startswith("people.p9.")]
    assert found
    assert all(one.first is None and paths.read(more, one.path) not in (None, "") for one in found)
