"""A review sheet cites the record and changes nothing of it; it says what its data says, and tampering shows."""

import functools
import io
import json
from datetime import timedelta
from hashlib import sha256

import page
import pikepdf
import pypdfium2
import pytest
from made import CLOSED_AT, theo
from sealed import LawByHand, author, genuine, somebody

from lawfulshare.faults import NotOurs, NotReady
from lawfulshare.record import making
from lawfulshare.record.countersigning import countersign
from lawfulshare.record.record import Amended
from lawfulshare.record.review_checking import check_review, is_as_signed
from lawfulshare.record.review_sheet import NAME, Comment, dump, is_sheet, read
from lawfulshare.record.reviewing import draw, review
from lawfulshare.record.sheet_checking import RecordAtHand, at_hand
from lawfulshare.record.signing import sign
from lawfulshare.wording import wording

LATER = CLOSED_AT + timedelta(days=1)
COMMENTS = (
    Comment(at="decision.rationale", asked="Why is this the right decision?", text="Say why the school needs it."),
    Comment(text="Clear otherwise."),
)


@functools.cache
def supervisor():
    return somebody("P. Osei")


@functools.cache
def reviewed(verdict="return", comments=COMMENTS):
    return review(genuine(), supervisor(), verdict, comments, number="LS-2026-AB12CD", at=LATER, words=wording("en"))


def answers(pdf, *records, **given):
    told = check_review("sheet.pdf", pdf, records, **given)
    return {name: question.answer for name, question in told.questions}, {one.code for one in told.findings}


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    document.close()
    return " ".join(words.split())


@pytest.mark.parametrize("verdict", ["agree", "return", "disagree"])
@pytest.mark.parametrize("profile", ["PDF_A_3A", "PDF_UA_1"])
def test_a_sheet_is_accessible_and_archival(verdict, profile):
    report = page.validate_pdf_bytes(reviewed(verdict).sheet, profile=getattr(page.ValidationProfile, profile))
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_a_sheet_cites_the_file_as_its_author_signed_it_and_says_who_what_and_when():
    found = read(reviewed().sheet)
    assert found.record.sha256 == sha256(genuine()).hexdigest()
    assert (found.verdict, found.round, found.comments) == ("return", 1, COMMENTS)
    assert (found.reviewer.name, found.reviewed_at) == ("P. Osei", LATER.isoformat())


def test_its_pages_say_what_its_data_says():
    said = text_of(reviewed().sheet)
    for part in ("Returned", "P. Osei gives record LS-2026-7F3K9Q back", "Why is this the right decision?",
                 "Say why the school needs it.", "The record as a whole", "24 November 2026, 14:31",
                 sha256(genuine()).hexdigest()[:4]):  # fmt: skip
        assert part in said


def test_only_agreement_countersigns_and_the_sheet_knows_the_countersigned_file():
    agreed = reviewed("agree")
    assert agreed.countersigned.startswith(genuine())
    assert agreed.review.countersigned_sha256 == sha256(agreed.countersigned).hexdigest()
    assert agreed.review.record.sha256 == sha256(genuine()).hexdigest()
    assert reviewed("return").countersigned is None
    assert reviewed("disagree").review.countersigned_sha256 is None


@pytest.mark.parametrize("verdict", ["return", "disagree"])
def test_who_does_not_agree_says_why(verdict):
    with pytest.raises(NotReady, match="no comment says"):
        reviewed(verdict, ())


def test_a_comment_on_what_no_record_has_is_refused():
    with pytest.raises(NotReady, match="no question of the record"):
        reviewed("return", (Comment(at="decision.colour", text="Which?"),))


@pytest.mark.parametrize("at", ["decision", "people.p1", "people.p1.consent.status", "disclosures.i1>r1.extent"])
def test_a_comment_may_be_on_a_fact_an_entry_or_a_part(at):
    assert reviewed("return", (Comment(at=at, text="Look again."),)).review.comments[0].at == at


@pytest.mark.parametrize("verdict", ["agree", "return", "disagree"])
def test_nobody_reviews_their_own_record(verdict):
    with pytest.raises(NotOurs, match="its author cannot"):
        review(genuine(), author(), verdict, COMMENTS, number="LS-1", at=LATER, words=wording("en"))


def test_a_countersigned_record_is_not_given_back():
    with pytest.raises(NotOurs, match="countersigned already"):
        review(countersign(genuine(), supervisor(), at=LATER), somebody("R. Third"), "return", COMMENTS,
               number="LS-1", at=LATER, words=wording("en"))  # fmt: skip


def test_a_record_that_amends_another_is_the_next_round_and_its_sheet_says_so():
    earlier = Amended(sha256(genuine()).hexdigest(), 1)
    made = making.record_of(
        theo(), reviewed_record().assessment, author(), number="LS-2026-NEXT00", closed_at=CLOSED_AT, amends=earlier
    )
    again = sign(making.draw(made, LawByHand(), wording("en")), author(), at=CLOSED_AT)
    found = review(again, supervisor(), "agree", (), number="LS-2026-AB12CE", at=LATER, words=wording("en")).review
    assert (found.round, found.record.amends) == (2, earlier.sha256)


def reviewed_record():
    from lawfulshare.record import twin

    return twin.read(genuine())


def test_a_genuine_sheet_beside_its_record_is_sound():
    told = check_review("sheet.pdf", reviewed().sheet, [at_hand(genuine())], (supervisor().certificate,))
    assert told.sound
    assert [question.answer for _, question in told.questions] == ["yes", "yes", "yes", "unknown", "yes", "yes"]
    assert told.findings == ()


def test_without_the_record_the_sheet_says_that_nothing_can_be_compared():
    said, found = answers(reviewed().sheet)
    assert (said["cites"], said["trusted"], found) == ("unknown", "unknown", set())


def test_another_file_with_the_same_number_is_not_the_record_that_was_reviewed():
    other = RecordAtHand("LS-2026-7F3K9Q", "0" * 64, "0" * 64)
    said, found = answers(reviewed().sheet, other)
    assert (said["cites"], found) == ("no", {"another-record"})


def test_the_countersigned_file_is_known_by_its_sheet_and_a_stripped_one_too():
    agreed = reviewed("agree")
    assert answers(agreed.sheet, at_hand(agreed.countersigned)) == (
        {"unchanged": "yes", "who": "yes", "trusted": "unknown", "when": "unknown", "matches": "yes", "cites": "yes"},
        set(),
    )
    said, found = answers(agreed.sheet, at_hand(agreed.countersigned[: len(genuine())]))
    assert (said["cites"], found) == ("yes", {"countersignature-missing"})


def test_a_key_outside_those_given_is_not_trusted():
    said, found = answers(reviewed().sheet, trust=(author().certificate,))
    assert (said["trusted"], found) == ("no", {"key-outside-trust"})


def forged(**changes):
    """A sheet whose data was changed and that somebody signed anew with a key of their own."""
    other = somebody("P. Osei")
    return sign(draw(reviewed().review.model_copy(update=changes), wording("en")), other, at=LATER)


def test_a_sheet_signed_anew_by_another_key_of_the_same_name_is_found():
    said, found = answers(forged(verdict="disagree"))
    assert (said["who"], found) == ("no", {"key-not-the-one-named"})
    assert is_as_signed(forged()) is None


def repainted():
    """A sheet that says another verdict inside than on its pages, signed with the key that it names."""
    with pikepdf.open(io.BytesIO(draw(reviewed().review, wording("en")))) as pdf:
        changed = reviewed().review.model_copy(update={"verdict": "disagree"})
        pdf.Root.AF[0].EF.F.write(dump(changed))
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return sign(out.getvalue(), supervisor(), at=LATER)


def test_pages_that_say_something_else_than_the_data_are_found():
    said, found = answers(repainted())
    assert (said["matches"], found) == ("no", {"page-differs-from-data"})


def body_changed():
    at = len(reviewed().sheet) // 3
    return reviewed().sheet[:at] + bytes([reviewed().sheet[at] ^ 1]) + reviewed().sheet[at + 1 :]


TAMPERED = {
    "padded": lambda: reviewed().sheet + b"%more\n",
    "one bit": body_changed,
    "not signed": lambda: draw(reviewed().review, wording("en")),
}


@pytest.mark.parametrize("kind", TAMPERED)
def test_a_changed_sheet_counts_for_nothing(kind):
    told = check_review("sheet.pdf", TAMPERED[kind]())
    assert not told.sound
    assert told.questions.unchanged.answer == "no"
    assert is_as_signed(TAMPERED[kind]()) is None


def attached(**changes):
    stated = json.loads(dump(reviewed().review)) | changes
    with pikepdf.open(io.BytesIO(draw(reviewed().review, wording("en")))) as pdf:
        pdf.Root.AF[0].EF.F.write(json.dumps(stated).encode())
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"format": "lawfulshare.review/2"}, "its review is of format version 2"),
        ({"format": "lawfulshare.record/1"}, "does not say that it is a review"),
        ({"verdict": "perhaps"}, "not a valid review"),
        ({"reviewed_at": "2026-11-24T14:31:00"}, "not a valid review"),
        ({"surprise": 1}, "not a valid review"),
    ],
)
def test_what_is_no_review_of_this_format_is_refused(changes, says):
    with pytest.raises(NotOurs, match=says):
        read(attached(**changes))


def test_a_record_is_no_sheet_and_a_sheet_no_record():
    assert is_sheet(reviewed().sheet)
    assert not is_sheet(genuine())
    assert NAME.encode() in reviewed().sheet
    with pytest.raises(NotOurs, match="no review"):
        read(genuine())
    with pytest.raises(NotOurs, match="no record"):
        at_hand(reviewed().sheet)
