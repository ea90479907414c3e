"""A follow-up sheet says what came after a record, is signed, and cites the record, which it leaves as it is."""

import json
from datetime import timedelta
from hashlib import sha256

import page
import pikepdf
import pytest
from made import CLOSED_AT
from sealed import author, genuine, somebody
from test_blocks import text_of

from lawfulshare.faults import NotOurs, NotReady
from lawfulshare.record.follow_up import After, FollowUpSheet, is_follow_up, read, read_after
from lawfulshare.record.follow_up_checking import check_follow_up
from lawfulshare.record.following_up import blocks, draw, follow_up
from lawfulshare.record.sheet_checking import at_hand
from lawfulshare.record.signing import sign
from lawfulshare.record.verifying import verify
from lawfulshare.wording import wording

WORDS = wording("en")
LATER = CLOSED_AT + timedelta(days=4)
AFTER = After.model_validate(
    {
        "transmission": [
            {"recipient": "r1", "how": "By telephone", "on": "2026-11-23", "at": "14:05", "written_on": "2026-11-24",
             "received_by": "Duty worker", "received_on": "2026-11-24", "understood": True, "chased_on": "2026-11-26",
             "promised": "A visit this week", "outcome": "They saw him"},
            {"recipient": "r2"},
        ],
        "outcome": "He is seen every week now",
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def signed() -> tuple[bytes, FollowUpSheet]:
    return follow_up(genuine(), AFTER, author(), number="LS-2026-0000F1", at=LATER, words=WORDS)


def answers(pdf: bytes, records: tuple[bytes, ...] = ()) -> dict[str, str]:
    told = check_follow_up("sheet.pdf", pdf, [at_hand(record) for record in records])
    return {name: question.answer for name, question in told.questions}


def test_it_says_what_came_after_and_cites_the_file_as_its_author_signed_it(signed):
    pdf, sheet = signed
    assert read(pdf) == sheet and is_follow_up(pdf) and not is_follow_up(genuine())
    assert sheet.record.sha256 == sha256(genuine()).hexdigest()
    said = text_of(tuple(blocks(sheet, WORDS)))
    for part in ("To Children's services front door", "By telephone.", "23 November 2026, 14:05",
                 "Followed in writing on: 24 November 2026.", "Received by: Duty worker. Day: 24 November 2026.",
                 "They said that they understand it.", "A visit this week.", "Chased on: 26 November 2026.",
                 "What came of it: They saw him.", "Nobody has confirmed receipt yet.",
                 "He is seen every week now"):  # fmt: skip
        assert part in said, part


def test_it_is_sound_beside_its_record_and_the_record_stays_sound(signed):
    pdf, _ = signed
    told = check_follow_up("sheet.pdf", pdf, [at_hand(genuine())])
    assert told.sound and told.findings == () and told.follow_up.recipients[0] == "Children's services front door"
    assert answers(pdf, (genuine(),)) == {
        "unchanged": "yes", "who": "yes", "trusted": "unknown", "when": "unknown", "matches": "yes", "cites": "yes",
    }  # fmt: skip
    assert answers(pdf)["cites"] == "unknown"


def test_a_countersigned_record_is_the_same_record(signed):
    both = sign(genuine(), somebody("P. Osei"), part="supervisor", at=LATER)
    assert answers(signed[0], (both,))["cites"] == "yes"
    _, again = follow_up(both, AFTER, author(), number="LS-2026-0000F2", at=LATER, words=WORDS)
    assert again.record.sha256 == sha256(genuine()).hexdigest()


def test_another_file_of_the_same_number_is_not_the_one_followed_up(signed):
    other = sign(genuine()[: genuine().index(b"%%EOF") + 6], somebody("Another"), at=CLOSED_AT)
    assert answers(signed[0], (other,))["cites"] == "no"


def test_a_changed_sheet_and_one_signed_by_somebody_else_are_found(signed):
    pdf, sheet = signed
    assert answers(pdf + b"\n% more\n")["unchanged"] == "no"
    stranger = sign(draw(sheet, WORDS), somebody("Another"), at=LATER)
    assert answers(stranger)["who"] == "no"
    other = sheet.model_copy(update={"outcome": "Nothing came of it"})
    swapped = sign(pages_of(draw(sheet, WORDS), draw(other, WORDS)), author(), at=LATER)
    assert answers(swapped)["matches"] == "no"


def pages_of(paper: bytes, data: bytes) -> bytes:
    """The pages of one sheet with the data of another."""
    import io

    with pikepdf.open(io.BytesIO(paper)) as kept, pikepdf.open(io.BytesIO(data)) as given:
        kept.Root.AF[0].EF.F.write(given.Root.AF[0].EF.F.read_bytes())
        out = io.BytesIO()
        kept.save(out, deterministic_id=True)
    return out.getvalue()


def test_a_follow_up_sheet_is_not_taken_for_a_record(signed):
    with pytest.raises(NotOurs):
        follow_up(signed[0], AFTER, author(), number="LS-2026-0000F3", at=LATER, words=WORDS)
    assert verify("sheet.pdf", signed[0]).sound is False


@pytest.mark.parametrize(
    "stated", [{}, {"outcome": " "}, {"transmission": [{"recipient": "r9"}]}, {"transmission": [{}]}]
)
def test_nothing_said_and_nobody_named_is_refused(stated):
    with pytest.raises(NotReady):
        follow_up(genuine(), read_after(json.dumps(stated).encode()), author(), number="LS-1", at=LATER, words=WORDS)


@pytest.mark.parametrize("body", [b"", b"[]", b'{"mood": 1}', b'{"transmission": [{"on": "yesterday"}]}'])
def test_what_is_not_of_the_shape_is_refused_with_its_place(body):
    with pytest.raises(NotOurs, match="follow-up"):
        read_after(body)


def test_it_stands_up_to_both_standards(signed):
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(signed[0], profile=profile).failures == []
