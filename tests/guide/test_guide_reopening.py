"""A request that comes again is decided anew: facts kept, decision and reasons not, the earlier record cited."""

import json
from pathlib import Path

from lawfulshare.case import paths
from lawfulshare.case.case_file import plain, read
from lawfulshare.guide.doors import doors
from lawfulshare.guide.reopening import changed_since, taken_up_again, to_look_at_again
from lawfulshare.guide.walk import walk

CASE = json.loads(
    (Path(__file__).resolve().parents[1] / "acceptance" / "31-section-47-cited-to-a-school.json").read_text("utf-8")
)["case"]
SIGNED = read(
    json.dumps(
        {
            **CASE,
            "request": {**CASE["request"], "text": "Please send all", "received_on": "2026-11-19",
                        "letters": {"refuse": "We do not send you anything."}},
            "decision": {"outcome": "NOT_NOW", "bases": ["art6-1-e-public-task"], "rationale": "Nobody needs it."},
            "review": {"on": "2026-12-01"},
            "transmission": [{"recipient": "r1", "how": "by telephone"}],
            "linked_to": "LS-2026-AAAAAA",
        }
    ).encode()
)  # fmt: skip
AGAIN = taken_up_again(SIGNED, "LS-2026-7F3K9Q", "2026-12-03")


def test_the_facts_are_kept_and_the_record_is_cited_on_a_new_day():
    assert (AGAIN.people, AGAIN.concern, AGAIN.items, AGAIN.balance) == (
        SIGNED.people, SIGNED.concern, SIGNED.items, SIGNED.balance,
    )  # fmt: skip
    assert AGAIN.request.text == "Please send all"
    assert (AGAIN.reopens, AGAIN.decided_on, AGAIN.linked_to) == ("LS-2026-7F3K9Q", "2026-12-03", None)


def test_nothing_of_the_decision_or_of_its_reasons_comes_along():
    stated = AGAIN.model_dump_json()
    for text in ("Nobody needs it.", "We do not send you anything.", "Asked for and relevant", "by telephone"):
        assert text in SIGNED.model_dump_json() and text not in stated
    assert (AGAIN.decision, AGAIN.review.on, AGAIN.request.received_on) == (None, None, None)


def test_what_may_be_another_now_is_looked_at_again_and_the_request_first():
    again = to_look_at_again(AGAIN)
    assert again[0] == "request.text" and again[-1] == "disclosures"
    assert set(again) <= set(walk(doors()["respond"], AGAIN).put)


def test_each_answer_that_is_another_now_stands_beside_what_it_was_and_what_is_open_is_none():
    now = paths.put(paths.put(AGAIN, "request.scope_clear", False), "request.text", "Attendance since September")
    rows = changed_since(SIGNED, walk(doors()["respond"], now))
    assert [(row.path, row.answer) for row in rows] == [
        ("request.text", "Attendance since September (then: Please send all)"),
        ("request.scope_clear", "No (then: Yes)"),
    ]


def test_a_file_that_came_with_it_is_told_by_its_name():
    came = {"name": "letter.pdf", "sha256": "0" * 64, "size": 1200}
    now = read(json.dumps(plain(AGAIN) | {"request": {**plain(AGAIN)["request"], "attachments": [came]}}).encode())
    rows = changed_since(SIGNED, walk(doors()["respond"], now))
    assert [row.answer for row in rows if row.path == "request.attachments"] == ["letter.pdf (then: Not known)"]
