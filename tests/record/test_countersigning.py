"""Countersigning: by a second person, once, later, and on an unchanged record alone."""

from datetime import timedelta

import page
import pytest
from made import CLOSED_AT
from sealed import author, drawn, genuine, somebody

from lawfulshare.faults import NotOurs
from lawfulshare.record.countersigning import countersign
from lawfulshare.record.revisions import examine

LATER = CLOSED_AT + timedelta(days=1)


def test_it_only_adds_a_signature_at_the_end():
    both = countersign(genuine(), somebody("P. Osei"), at=LATER)
    assert both.startswith(genuine())
    seen = examine(both)
    assert seen.findings == []
    assert [(seal.part, seal.intact) for seal in seen.seals] == [("author", True), ("supervisor", True)]


def test_a_stripped_countersignature_leaves_the_authors_record():
    both = countersign(genuine(), somebody("P. Osei"), at=LATER)
    assert [seal.part for seal in examine(both[: len(genuine())]).seals] == ["author"]


MISREAD = "PDFA3A-SIGNATURE-BYTERANGE-001"
"""The validator wants each signature to cover the whole file, which the first of two never can."""


@pytest.mark.parametrize(("profile", "misread"), [("PDF_UA_1", set()), ("PDF_A_3A", {MISREAD})])
def test_a_countersigned_record_is_still_accessible_and_archival(profile, misread):
    both = countersign(genuine(), somebody("P. Osei"), at=LATER)
    report = page.validate_pdf_bytes(both, profile=getattr(page.ValidationProfile, profile))
    assert {failure.rule_id for failure in report.failures} == misread


def test_nobody_countersigns_their_own_record():
    with pytest.raises(NotOurs, match="its author cannot countersign"):
        countersign(genuine(), author(), at=LATER)


def test_it_is_countersigned_once():
    both = countersign(genuine(), somebody("P. Osei"), at=LATER)
    with pytest.raises(NotOurs, match="countersigned already"):
        countersign(both, somebody("R. Third"), at=LATER)


def test_nobody_countersigns_before_the_author_signed():
    with pytest.raises(NotOurs, match="later than now"):
        countersign(genuine(), somebody("P. Osei"), at=CLOSED_AT - timedelta(minutes=5))


@pytest.mark.parametrize(
    "body",
    [b"", b"hello", drawn(), genuine()[:-400], genuine() + b"%padded\n", genuine()[:3000] + b"X" + genuine()[3001:]],
    ids=["empty", "no pdf", "not signed", "truncated", "padded", "one byte changed"],
)
def test_what_is_not_as_its_author_signed_it_is_refused(body):
    with pytest.raises(NotOurs, match="not as its author signed"):
        countersign(body, somebody("P. Osei"), at=LATER)
