"""Verifies a review sheet: six questions, the last of them whether the record at hand is the one that was reviewed."""

from collections.abc import Sequence
from typing import Any, Literal

from cryptography import x509
from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.record.certificates import given
from lawfulshare.record.review_sheet import Review, Verdict, read
from lawfulshare.record.reviewing import draw
from lawfulshare.record.revisions import signature_told
from lawfulshare.record.sheet_checking import (
    Claims,
    RecordAtHand,
    Sheet,
    SheetFindingCode,
    SheetQuestions,
    Signer,
    look_into,
)
from lawfulshare.record.verification import Question, SignatureTold
from lawfulshare.wording import ENGLISH, wording

FORMAT: Literal["lawfulshare.review-verification/1"] = "lawfulshare.review-verification/1"


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReviewQuestions(SheetQuestions):
    """The six questions about a review sheet."""


class ReviewTold(_Told):
    """What the sheet says."""

    id: str
    verdict: Verdict
    round: int
    record: str
    record_sha256: str
    reviewed_at: str


class ReviewFinding(_Told):
    """Something that was found, by a code of the closed list."""

    code: SheetFindingCode
    says: str


class ReviewVerification(_Told):
    """The answers to the six questions about one review sheet (format version 1)."""

    format: Literal["lawfulshare.review-verification/1"] = FORMAT
    file: str
    sound: bool = Field(description="Only if unchanged, who and matches are yes, and trusted, when, cites are not no.")
    questions: ReviewQuestions
    signatures: tuple[SignatureTold, ...] = ()
    review: ReviewTold
    findings: tuple[ReviewFinding, ...] = ()


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the verification of a review sheet."""
    return ReviewVerification.model_json_schema()


def check_review(
    name: str,
    pdf: bytes,
    records: Sequence[RecordAtHand] = (),
    trust: Sequence[bytes] = (),
    known: Sequence[x509.Certificate] = (),
    *,
    lists: Sequence[x509.CertificateRevocationList] = (),
) -> ReviewVerification:
    """Answer the six questions about one review sheet, with the records at hand and what authorities have withdrawn.

    Raises:
        NotOurs: it is no PDF that can be read, or carries no review.
        BadCaseFile: something given as a trusted certificate is none.
    """
    review = read(pdf, name)
    sheet = look_into(pdf, _claims(review))
    questions = ReviewQuestions(
        unchanged=sheet.unchanged(),
        who=sheet.who(),
        trusted=sheet.trusted(tuple(map(given, trust)), known, lists),
        when=sheet.when(),
        matches=sheet.matches(),
        cites=_cites(sheet, review, records),
    )
    return ReviewVerification(
        file=name,
        sound=questions.sound,
        questions=questions,
        signatures=tuple(map(signature_told, sheet.seen.seals)),
        review=ReviewTold(
            id=review.id,
            verdict=review.verdict,
            round=review.round,
            record=review.record.id,
            record_sha256=review.record.sha256,
            reviewed_at=review.reviewed_at,
        ),
        findings=tuple(ReviewFinding(code=code, says=sheet.words(f"review.finding.{code}")) for code in sheet.found),
    )


def is_as_signed(pdf: bytes) -> Review | None:
    """Give what a sheet says, once it is unchanged and signed with the key that it names; None where it is not."""
    review = read(pdf)
    sheet = look_into(pdf, _claims(review))
    return review if sheet.unchanged().answer == "yes" and sheet.who().answer == "yes" else None


def _claims(review: Review) -> Claims:
    signer = review.reviewer
    return Claims(
        words_at="review",
        signer=Signer(signer.name, signer.role, signer.organisation, signer.certificate_sha256),
        record_id=review.record.id,
        record_sha256=review.record.sha256,
        version=review.made_with.get("lawfulshare", ""),
        draw=lambda: draw(review, wording(ENGLISH)),
    )


def _cites(sheet: Sheet, review: Review, records: Sequence[RecordAtHand]) -> Question:
    """Agreement speaks of a countersignature too: the record at hand has it, or it is said to be missing."""
    found = sheet.cites(records)
    if found.answer != "yes" or review.verdict != "agree":
        return found
    same = [record for record in records if record.sha256 == review.record.sha256]
    if any(record.file_sha256 == review.countersigned_sha256 for record in same):
        return sheet.answer("cites", "yes", "countersigned", record=review.record.id)
    sheet.found.append("countersignature-missing")
    return sheet.answer("cites", "yes", "missing", record=review.record.id)
