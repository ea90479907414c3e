"""Letters back to whoever asked: what asks back or refuses shows nothing of the case; an answer sends what may go."""

import json
from datetime import UTC, datetime
from pathlib import Path

import page
import pytest
from made import changed

from lawfulshare.case.case_file import read
from lawfulshare.guide.coaching import reading_age
from lawfulshare.law.answer.assessing import first_answer_of
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.packs.pack import load
from lawfulshare.record.asking_back import points
from lawfulshare.record.letter_text import blocks_of, to_write, written
from lawfulshare.record.letters import letter
from lawfulshare.record.record import Bullets, Heading, Paragraph
from lawfulshare.record.replying import draft, letter_blocks
from lawfulshare.wording import wording

ACCEPTANCE = Path(__file__).resolve().parents[1] / "acceptance"
WORDS = wording("en")


def stated(path):
    return json.loads(path.read_text(encoding="utf-8"))["case"]


ASKED = [path for path in sorted(ACCEPTANCE.glob("*.json")) if stated(path)["mode"] == "respond"]
SCHOOL = ASKED[-1]


def a_case(path=SCHOOL, request=None, **parts):
    case = stated(path)
    case["request"] = {**case["request"], "received_on": "2026-11-19", **(request or {})}
    return read(json.dumps({**case, **parts}).encode())


def law_of(case):
    return load("england").on(case.decided_on)


def drafted(kind, case):
    law = law_of(case)
    return draft(kind, case, law, first_answer_of(Findings(case, law)), WORDS)


def asked_back(case):
    return " ".join(points(case, law_of(case), WORDS))


@pytest.mark.parametrize("path", ASKED, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["clarify", "refuse"])
def test_what_asks_back_or_refuses_is_the_same_whatever_the_case_holds(path, kind):
    case = a_case(path)
    nothing = changed(case, people=[], items=[], disclosures=[], concern={}, balance={}, enquiries=[], advice=[],
                      recipients=[{**to, "could_endanger": [], "person": None, "acts_for": None}
                                  for to in stated(path)["recipients"]])  # fmt: skip
    text = drafted(kind, case).text
    assert text == drafted(kind, nothing).text
    assert "does not say whether we hold anything" in text


MISSING = {
    "identity_verified": "We ring back on a number that we find ourselves",
    "in_writing": "put your request in writing",
    "purpose_stated": "what you will do with the information",
    "scope_clear": "A request for everything cannot be answered",
}


def test_each_thing_that_the_request_lacks_is_asked_for_and_nothing_that_it_has():
    whole = dict.fromkeys(MISSING, True) | {"power_cited": None, "states_need_for_public_task": True}
    assert asked_back(a_case(request=whole)) == ""
    for lacks, said in MISSING.items():
        told = asked_back(a_case(request=whole | {lacks: False}))
        assert [one for one in MISSING.values() if one in told] == [said]


def test_a_law_that_does_not_bind_is_named_with_the_right_way_and_one_that_may_bind_is_left_alone():
    told = asked_back(a_case())
    assert "Children Act 1989 section 47" in told and "share under a law of our own" in told
    trust = a_case(organisation={"name": "Northmoor", "sector": "nhs_trust", "policy_document": True})
    assert "section 47" not in asked_back(trust)
    assert "not the law today" in asked_back(a_case(request={"power_cited": "ca2004-s14b-repealed"}))
    assert "We do not know the one that you name" in asked_back(a_case(request={"power_cited": "data-act-s12"}))
    order = {"power_cited": "cl-court-order", "order_seen": False}
    assert "sealed copy" in asked_back(a_case(request=order))
    assert "sealed copy" not in asked_back(a_case(request=order | {"order_seen": True}))


def test_each_law_with_a_right_way_for_the_one_who_is_asked_has_one_for_the_one_who_asks():
    named = [one.id for one in load("england").provisions.values() if one.instead]
    assert [one for one in named if f"letters.right_way.{one}" not in WORDS] == []


def with_items(*amounts, **recipient):
    case = stated(SCHOOL)
    item, pair = case["items"][0], case["disclosures"][0]
    items = [{**item, "id": f"i{n}", "what": f"Thing {n}"} for n, _ in enumerate(amounts, 1)]
    pairs = [{**pair, "item": f"i{n}", "extent": amount, "necessary": amount != "withhold"}
             for n, amount in enumerate(amounts, 1)]  # fmt: skip
    recipients = [{**case["recipients"][0], **recipient}]
    return a_case(items=items, disclosures=pairs, recipients=recipients)


def test_an_answer_tells_what_goes_leaves_a_place_for_what_goes_in_part_and_never_names_what_stays():
    told = drafted("reply", with_items("full", "summary", "withhold"))
    assert "- Thing 1 (Fact)" in told.text
    assert told.to_write == (("[Summary 1: write it here]", "Thing 2"),)
    assert to_write(told.text) == ("[Summary 1: write it here]",)
    assert "Thing 2" not in told.text and "Thing 3" not in told.text
    assert "needed for the purpose that you gave" in told.text


def test_what_the_law_does_not_let_go_is_left_out_and_the_writer_is_told():
    case = with_items("full", "full")
    second = case.items[1].model_copy(update={"relevant": False})
    told = drafted("reply", case.model_copy(update={"items": (case.items[0], second)}))
    assert told.left_out == ("Thing 2",) and "Thing 2" not in told.text
    nothing = drafted("reply", with_items("full", could_endanger=["p1"]))
    assert nothing.left_out == ("Thing 1",) and "we do not send you anything" in nothing.text


def test_one_who_could_put_somebody_at_risk_is_given_no_reason_for_what_stays():
    assert "needed for the purpose" not in drafted("reply", with_items("full", "withhold", could_endanger=["p2"])).text


def test_a_private_person_is_never_addressed_by_what_the_case_calls_them():
    case = a_case(next(path for path in ASKED if path.name.startswith("12-")))
    blocks = tuple(letter_blocks("clarify", case, law_of(case), drafted("clarify", case).text, words=WORDS,
                                 day="2026-11-25"))  # fmt: skip
    assert case.recipients[0].label not in str(blocks)
    assert to_write(drafted("clarify", case).text) == ("[Their name: write it here]",)


def test_a_text_is_read_as_paragraphs_headings_and_points_and_written_the_same_way():
    blocks = (Heading(2, "Why"), Paragraph("Because of this."), Bullets(("One", "Two")), Paragraph("And so."))
    assert tuple(blocks_of(written(blocks))) == blocks
    typed = "Good day,\nwe write\n- one\n- two\nand end\n# Then\nso"
    assert tuple(blocks_of(typed)) == (Paragraph("Good day, we write"), Bullets(("one", "two")), Paragraph("and end"),
                                       Heading(2, "Then"), Paragraph("so"))  # fmt: skip
    assert tuple(blocks_of("  \n ")) == ()


@pytest.mark.parametrize("kind", ["clarify", "reply", "refuse"])
def test_a_letter_on_paper_passes_the_validator(kind):
    case = a_case()
    blocks = letter_blocks(kind, case, law_of(case), drafted(kind, case).text, words=WORDS, day="2026-11-25")
    pdf = letter(blocks, title=WORDS(f"letters.{kind}.title"), head="Letter", author="D. Khan",
                 at=datetime(2026, 11, 25, 16, tzinfo=UTC), words=WORDS)  # fmt: skip
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_a_letter_is_written_in_plain_words():
    told = [key for key in sorted(WORDS.keys()) if key.startswith("letters.") and len(WORDS(key).split()) > 4]
    assert {key: age for key in told if (age := reading_age(WORDS(key))) and age > 14} == {}
