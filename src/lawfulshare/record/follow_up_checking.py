"""Verifies a follow-up sheet: six questions, the last of them whether the record at hand is the one it follows up."""

from collections.abc import Sequence
from typing import Any, Literal

from cryptography import x509
from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.record.certificates import given
from lawfulshare.record.follow_up import FollowUpSheet, read
from lawfulshare.record.following_up import draw
from lawfulshare.record.revisions import signature_told
from lawfulshare.record.sheet_checking import (
    Claims,
    RecordAtHand,
    SheetFindingCode,
    SheetQuestions,
    Signer,
    look_into,
)
from lawfulshare.record.verification import SignatureTold
from lawfulshare.wording import ENGLISH, wording

FORMAT: Literal["lawfulshare.follow-up-verification/1"] = "lawfulshare.follow-up-verification/1"


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FollowUpTold(_Told):
    """What the sheet says."""

    id: str
    record: str
    record_sha256: str
    written_at: str
    recipients: tuple[str, ...]


class FollowUpFinding(_Told):
    """Something that was found, by a code of the closed list."""

    code: SheetFindingCode
    says: str


class FollowUpVerification(_Told):
    """The answers to the six questions about one follow-up sheet (format version 1)."""

    format: Literal["lawfulshare.follow-up-verification/1"] = FORMAT
    file: str
    sound: bool = Field(description="Only if unchanged, who and matches are yes, and trusted, when, cites are not no.")
    questions: SheetQuestions
    signatures: tuple[SignatureTold, ...] = ()
    follow_up: FollowUpTold
    findings: tuple[FollowUpFinding, ...] = ()


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the verification of a follow-up sheet."""
    return FollowUpVerification.model_json_schema()


def check_follow_up(
    name: str,
    pdf: bytes,
    records: Sequence[RecordAtHand] = (),
    trust: Sequence[bytes] = (),
    known: Sequence[x509.Certificate] = (),
    *,
    lists: Sequence[x509.CertificateRevocationList] = (),
) -> FollowUpVerification:
    """Answer the six questions about one follow-up sheet, with the records at hand and what authorities have withdrawn.

    Raises:
        NotOurs: it is no PDF that can be read, or carries no follow-up.
        BadCaseFile: something given as a trusted certificate is none.
    """
    told = read(pdf, name)
    sheet = look_into(pdf, _claims(told))
    questions = SheetQuestions(
        unchanged=sheet.unchanged(),
        who=sheet.who(),
        trusted=sheet.trusted(tuple(map(given, trust)), known, lists),
        when=sheet.when(),
        matches=sheet.matches(),
        cites=sheet.cites(records),
    )
    return FollowUpVerification(
        file=name,
        sound=questions.sound,
        questions=questions,
        signatures=tuple(map(signature_told, sheet.seen.seals)),
        follow_up=FollowUpTold(
            id=told.id,
            record=told.record.id,
            record_sha256=told.record.sha256,
            written_at=told.written_at,
            recipients=tuple(one.label for one in told.recipients),
        ),
        findings=tuple(FollowUpFinding(code=code, says=sheet.words(f"review.finding.{code}")) for code in sheet.found),
    )


def _claims(told: FollowUpSheet) -> Claims:
    signer = told.writer
    return Claims(
        words_at="follow_up",
        signer=Signer(signer.name, signer.role, signer.organisation, signer.certificate_sha256),
        record_id=told.record.id,
        record_sha256=told.record.sha256,
        version=told.made_with.get("lawfulshare", ""),
        draw=lambda: draw(told, wording(ENGLISH)),
    )
