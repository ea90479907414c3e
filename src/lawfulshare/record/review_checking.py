"""Verifies a review sheet: six questions, the last of them whether the record at hand is the one that was reviewed."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, NamedTuple, TypeAlias

from cryptography import x509
from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.record import twin
from lawfulshare.record.certificates import given, grouped
from lawfulshare.record.redrawing import differences
from lawfulshare.record.review_sheet import Review, Verdict, read
from lawfulshare.record.reviewing import draw
from lawfulshare.record.revisions import Revisions, as_author_signed, examine, signature_told
from lawfulshare.record.verification import Question, Reply, SignatureTold
from lawfulshare.record.vouching import stands
from lawfulshare.wording import ENGLISH, Wording, wording

FORMAT: Literal["lawfulshare.review-verification/1"] = "lawfulshare.review-verification/1"
FindingCode: TypeAlias = Literal[
    "sheet-changed", "key-not-the-one-named", "key-outside-trust", "key-withdrawn", "page-differs-from-data",
    "another-record", "countersignature-missing",
]  # fmt: skip


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReviewQuestions(_Told):
    """The six questions about a review sheet."""

    unchanged: Question = Field(description="Whether anything was changed since the sheet was signed.")
    who: Question = Field(description="Whether the reviewer is the one whose certificate the sheet names.")
    trusted: Question = Field(description="Whether the key is one that the reader trusts; unknown: not met before.")
    when: Question = Field(description="Whether the moment of signing is vouched for.")
    matches: Question = Field(description="Whether the printed page says what the data inside says.")
    cites: Question = Field(description="Whether the record at hand is the one that was reviewed.")


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

    code: FindingCode
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


class RecordAtHand(NamedTuple):
    """A record that may be the one that a sheet cites."""

    id: str
    sha256: str
    """Of the file as its author signed it."""
    file_sha256: str


@dataclass
class _Checked:
    pdf: bytes
    review: Review
    seen: Revisions
    words: Wording
    found: list[FindingCode]

    def answer(self, question: str, answer: Reply, key: str, /, **values: object) -> Question:
        at = f"review.verification.{question}.{key}"
        return Question(answer=answer, says=self.words(f"{at}.says", **values), do=self.words(f"{at}.do"))


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the verification of a review sheet."""
    return ReviewVerification.model_json_schema()


def at_hand(pdf: bytes) -> RecordAtHand:
    """Give what is needed to know a record by.

    Raises:
        NotOurs: it is no record.
    """
    return RecordAtHand(twin.read(pdf).id, sha256(as_author_signed(pdf)).hexdigest(), sha256(pdf).hexdigest())


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
    checked = _Checked(pdf, review, examine(pdf), wording(), [])
    questions = ReviewQuestions(
        unchanged=_unchanged(checked),
        who=_who(checked),
        trusted=_trusted(checked, tuple(map(given, trust)), known, lists),
        when=_when(checked),
        matches=_matches(checked),
        cites=_cites(checked, records),
    )
    must = (questions.unchanged, questions.who, questions.matches)
    may_be_open = (questions.trusted, questions.when, questions.cites)
    return ReviewVerification(
        file=name,
        sound=all(one.answer == "yes" for one in must) and all(one.answer != "no" for one in may_be_open),
        questions=questions,
        signatures=tuple(map(signature_told, checked.seen.seals)),
        review=ReviewTold(
            id=review.id,
            verdict=review.verdict,
            round=review.round,
            record=review.record.id,
            record_sha256=review.record.sha256,
            reviewed_at=review.reviewed_at,
        ),
        findings=tuple(
            ReviewFinding(code=code, says=checked.words(f"review.finding.{code}")) for code in checked.found
        ),
    )


def is_as_signed(pdf: bytes) -> Review | None:
    """Give what a sheet says, once it is unchanged and signed with the key that it names; None where it is not."""
    checked = _Checked(pdf, read(pdf), examine(pdf), wording(), [])
    whole = _unchanged(checked).answer == "yes" and _who(checked).answer == "yes"
    return checked.review if whole else None


def _unchanged(checked: _Checked) -> Question:
    if checked.seen.seals and not checked.seen.findings:
        return checked.answer("unchanged", "yes", "yes")
    checked.found.append("sheet-changed")
    return checked.answer("unchanged", "no", "no" if checked.seen.seals else "unsigned")


def _who(checked: _Checked) -> Question:
    if not checked.seen.seals:
        return checked.answer("who", "no", "unsigned")
    signature, named = signature_told(checked.seen.seals[0]), checked.review.reviewer
    same = (signature.name, signature.role, signature.organisation) == (named.name, named.role, named.organisation)
    if signature.certificate_sha256 == named.certificate_sha256 and same and signature.intact:
        said = {"name": named.name, "role": named.role, "organisation": named.organisation}
        return checked.answer("who", "yes", "yes", **said)
    checked.found.append("key-not-the-one-named")
    return checked.answer("who", "no", "no", name=signature.name)


def _trusted(
    checked: _Checked,
    trust: Sequence[x509.Certificate],
    known: Sequence[x509.Certificate],
    lists: Sequence[x509.CertificateRevocationList],
) -> Question:
    if not checked.seen.seals:
        return checked.answer("trusted", "unknown", "unsigned")
    seal = checked.seen.seals[0]
    kind = stands(seal, trust or known, (), lists).kind
    if kind in ("trusted", "withdrawn_later"):
        return checked.answer("trusted", "yes", "yes")
    if kind in ("withdrawn", "expired"):
        checked.found.append("key-withdrawn")
        return checked.answer("trusted", "no", "withdrawn")
    if trust:
        checked.found.append("key-outside-trust")
        return checked.answer("trusted", "no", "outside")
    return checked.answer("trusted", "unknown", "unknown", fingerprint=grouped(signature_told(seal).certificate_sha256))


def _when(checked: _Checked) -> Question:
    signed_on = checked.seen.seals[0].signed_on if checked.seen.seals else None
    if signed_on is None:
        return checked.answer("when", "unknown", "unsigned")
    return checked.answer("when", "unknown", "unknown", moment=f"{signed_on:%Y-%m-%d %H:%M}")


def _matches(checked: _Checked) -> Question:
    try:
        apart = differences(checked.pdf, checked.seen.drawn, draw(checked.review, wording(ENGLISH)))
    except Exception:
        # The data inside is a stranger's until it is proved: what cannot be drawn does not match.
        return checked.answer("matches", "no", "undrawn")
    if not apart and "changed-while-signing" not in checked.seen.findings:
        return checked.answer("matches", "yes", "yes")
    from lawfulshare.record.making import program_version

    if checked.review.made_with.get("lawfulshare") != program_version():
        return checked.answer("matches", "unknown", "version")
    checked.found.append("page-differs-from-data")
    return checked.answer("matches", "no", "no")


def _cites(checked: _Checked, records: Sequence[RecordAtHand]) -> Question:
    review = checked.review
    cited = review.record
    same = [record for record in records if record.sha256 == cited.sha256]
    if not same:
        if any(record.id == cited.id for record in records):
            checked.found.append("another-record")
            return checked.answer("cites", "no", "no", record=cited.id)
        return checked.answer("cites", "unknown", "unknown", record=cited.id)
    if review.verdict != "agree":
        return checked.answer("cites", "yes", "yes", record=cited.id)
    if any(record.file_sha256 == review.countersigned_sha256 for record in same):
        return checked.answer("cites", "yes", "countersigned", record=cited.id)
    checked.found.append("countersignature-missing")
    return checked.answer("cites", "yes", "missing", record=cited.id)
