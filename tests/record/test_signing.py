"""Signing: into the field that is there, valid to others' tools, and still PDF/A-3 and PDF/UA-1."""

import shutil
import subprocess
from datetime import timedelta

import page
import pytest
from made import CLOSED_AT, years_later
from sealed import author, drawn, genuine, somebody

from lawfulshare.faults import IdentityTrouble, NotOurs
from lawfulshare.record.revisions import examine
from lawfulshare.record.signing import sign


def test_pdfsig_says_that_it_is_valid_and_covers_the_whole_file(tmp_path):
    tool = shutil.which("pdfsig")
    assert tool, "poppler's tools are part of the set-up"
    path = tmp_path / "record.pdf"
    path.write_bytes(genuine())
    said = subprocess.run([tool, "-nocert", str(path)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert "J. Malik" in said


@pytest.mark.parametrize("profile", ["PDF_A_3A", "PDF_UA_1"])
def test_a_signed_record_passes_the_validator(profile):
    report = page.validate_pdf_bytes(genuine(), profile=getattr(page.ValidationProfile, profile))
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_signing_only_adds_to_the_end():
    assert genuine().startswith(drawn())


def test_the_moment_of_signing_is_the_one_handed_in():
    (seal,) = examine(genuine()).seals
    assert seal.signed_on == CLOSED_AT


def test_the_author_signs_once():
    with pytest.raises(NotOurs, match="cannot be signed here"):
        sign(genuine(), author(), at=CLOSED_AT)


def test_a_supervisor_may_sign_after_the_author_and_both_stay_whole():
    both = sign(genuine(), somebody("P. Osei"), part="supervisor", at=CLOSED_AT + timedelta(days=1))
    seen = examine(both)
    assert seen.findings == []
    assert [(seal.part, seal.intact) for seal in seen.seals] == [("author", True), ("supervisor", True)]


def test_an_identity_that_has_expired_signs_nothing():
    with pytest.raises(IdentityTrouble, match="expired"):
        sign(drawn(), author(), at=years_later(CLOSED_AT, 6))


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7\n", b"hello", drawn()[:2000]])
def test_what_is_no_record_cannot_be_signed(body):
    with pytest.raises(NotOurs):
        sign(body, author(), at=CLOSED_AT)
