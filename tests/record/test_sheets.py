"""A sheet of questions says to each agency what it may see, and nothing of the rest."""

import io
import json
from datetime import UTC, datetime

import pikepdf
import pytest
from made import changed, theo

from lawfulshare.record.letters import letter
from lawfulshare.record.sheets import open_questions, sheet, told_in_asking
from lawfulshare.wording import wording

AT = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)
ENQUIRIES = [
    {"id": "e1", "ask": "r2", "question": "Who is on the tenancy?", "why": "We do not know who lives there",
     "least_disclosed": ["i3", "i1"], "chase_on": "2026-11-30", "ask_alone": True, "gives_away": "A canary of worry"},
    {"id": "e2", "ask": "r1", "question": "Is there a plan already?", "why": "Another reason",
     "least_disclosed": ["i2"]},
    {"id": "e3", "ask": "r2", "question": "Were there complaints?", "answer": "None"},
    {"id": "e4", "ask": "r2", "question": "Is anyone hurt?", "reply": {"text": "No"}},
    {"id": "e5", "ask": "r2"},
]  # fmt: skip


@pytest.fixture
def case():
    return changed(theo(), enquiries=ENQUIRIES)


def everything(case, recipient):
    return str(tuple(sheet(case, recipient, wording(), "2026-11-25")))


def test_a_sheet_asks_what_is_put_into_words_and_not_answered_yet(case):
    assert [one.id for one in open_questions(case, "r2")] == ["e1"]


def test_a_sheet_says_the_question_why_the_day_and_how_to_answer(case):
    told = everything(case, "r2")
    for said in ("Who is on the tenancy?", "We do not know who lives there", "30 November 2026", "J. Malik",
                 "01632 960 118", "Speak to them about it alone",
                 "Questions for Housing officer of the district"):  # fmt: skip
        assert said in told


def test_a_sheet_says_nothing_of_other_questions_of_what_is_withheld_or_of_the_case(case):
    told = everything(case, "r2")
    stated = json.loads(case.model_dump_json())
    hidden = [item["what"] for item in stated["items"] if item["id"] != "i3"]
    hidden += ["Is there a plan already?", "A canary of worry", stated["decision"]["rationale"], "Her new partner"]
    assert not [text for text in hidden if text in told]
    assert told_in_asking(case, "r2") == ("Name, birth date and address of Theo and his mother",)


def test_a_sheet_without_a_name_or_a_contact_says_so(case):
    bare = changed(case, decision_maker={}, organisation={}, recipients=[{"id": "r2"}], disclosures=[],
                   enquiries=[{"id": "e1", "ask": "r2", "question": "Who lives there?"}], transmission=[])  # fmt: skip
    told = everything(bare, "r2")
    assert "Not said." in told and "somebody who may know" in told


def test_the_paper_is_tagged_carries_nothing_of_the_case_and_is_the_same_each_time(case):
    def drawn():
        blocks = sheet(case, "r2", wording(), "2026-11-25")
        return letter(blocks, title="Questions", head="Questions", author="J. Malik", at=AT, words=wording())

    pdf = drawn()
    assert pdf == drawn()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.Root.MarkInfo.Marked and opened.Root.StructTreeRoot
        assert "/Names" not in opened.Root and "/AF" not in opened.Root
