"""What is still out: the due first, and nothing that was answered."""

import json

from lawfulshare.case import case_file
from lawfulshare.guide.chasing import awaited

ENQUIRIES = [
    {"id": "e1", "ask": "r1", "asked_on": "2026-11-01", "chase_on": "2026-12-01"},
    {"id": "e2", "ask": "r2", "asked_on": "2026-11-01", "chase_on": "2026-11-20"},
    {"id": "e3", "asked_on": "2026-11-01"},
    {"id": "e4", "asked_on": "2026-11-01", "chase_on": "2026-11-02", "answer": "He is"},
    {"id": "e5", "asked_on": "2026-11-01", "chase_on": "2026-11-02", "reply": {"text": "He is"}},
    {"id": "e6", "asked_on": "2026-11-01", "chase_on": "2026-11-02", "changes": "nothing_known"},
    {"id": "e7", "asked_on": "2026-11-01", "chase_on": "2026-11-19", "changes": "no_reply"},
    {"id": "e8", "question": "Not asked yet"},
]
CASE = {"format": case_file.FORMAT, "recipients": [{"id": "r1", "label": "The school"}, {"id": "r2"}]}


def test_what_is_due_comes_first_and_what_was_answered_is_not_awaited():
    found = awaited(case_file.read(json.dumps({**CASE, "enquiries": ENQUIRIES}).encode()), "2026-11-20")
    assert [(one.enquiry.id, one.due) for one in found] == [("e7", True), ("e2", True), ("e1", False), ("e3", False)]
    assert [one.who for one in found] == ["this recipient", "this recipient", "The school", "this recipient"]


def test_where_nobody_was_asked_nothing_is_awaited():
    assert awaited(case_file.read(json.dumps(CASE).encode()), "2026-11-20") == ()
