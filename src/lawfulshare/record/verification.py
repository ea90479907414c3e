"""The verification, format 1: six questions, each with an answer, a sentence and what to do now."""

from typing import Any, Literal, TypeAlias, get_args

from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.case.vocabulary import Outcome
from lawfulshare.law.packs.law import LawOfTheDay
from lawfulshare.wording import Wording

FORMAT: Literal["lawfulshare.verification/1"] = "lawfulshare.verification/1"
Reply: TypeAlias = Literal["yes", "no", "unknown"]
QuestionName: TypeAlias = Literal["unchanged", "who", "trusted", "when", "matches", "follows"]
QUESTIONS: tuple[QuestionName, ...] = get_args(QuestionName)
"""In the order in which they are asked."""
Level: TypeAlias = Literal["B-B", "B-T", "B-LT", "B-LTA"]
FindingCode: TypeAlias = Literal[
    "not-signed",
    "content-changed-after-signing",
    "changed-while-signing",
    "page-changed",
    "pages-changed",
    "annotation-changed",
    "attachment-changed",
    "description-changed",
    "structure-changed",
    "bookmarks-changed",
    "action-changed",
    "layers-changed",
    "form-changed",
    "object-replaced",
    "signature-broken",
    "signature-padded",
    "bytes-after-last-signature",
    "revision-without-signature",
    "damaged-file",
    "unreadable-file",
    "wrong-order-of-signatures",
    "not-certified",
    "certificate-not-the-one-named",
    "countersigned-by-author",
    "certificate-expired-when-signed",
    "certificate-outside-trust",
    "certificate-withdrawn",
    "certificate-withdrawn-later",
    "timestamp-broken",
    "clocks-differ",
    "signed-before-closing",
    "twin-unreadable",
    "page-differs-from-data",
    "letters-hidden",
    "made-by-another-version",
    "edition-not-known",
    "edition-differs",
    "overlay-not-known",
    "law-corrected-since",
    "outcome-differs",
    "duties-differ",
    "disclosures-differ",
    "reasons-differ",
    "training-record",
    "countersignature-missing",
]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Question(_Told):
    """One of the six: its answer, a sentence, and what to do now."""

    answer: Reply
    says: str
    do: str


class Questions(_Told):
    """The six questions, never one banner."""

    unchanged: Question = Field(description="Since each signature; a permitted countersignature is no change.")
    who: Question = Field(description="Whether the author is the one whose certificate the record names.")
    trusted: Question = Field(description="Whether the key is one that the reader trusts; unknown: not met before.")
    when: Question = Field(description="Whether the moment of signing is vouched for.")
    matches: Question = Field(description="Whether the printed page says what the data inside says.")
    follows: Question = Field(description="Whether the outcome follows from the answers under that day's law.")


class SignatureTold(_Told):
    """One signature."""

    name: str
    role: str
    organisation: str
    signed_on: str | None
    level: Level = "B-B"
    part: Literal["author", "supervisor"]
    intact: bool
    whole_file: bool
    certificate_sha256: str


class RecordTold(_Told):
    """What the record inside says of itself."""

    id: str
    outcome: Outcome | None
    bases: tuple[str, ...]
    law: LawOfTheDay
    review_on: str | None


class Finding(_Told):
    """Something that was found, by a code of the closed list."""

    code: FindingCode
    says: str


class Verification(_Told):
    """The answers to the six questions about one file (contract: verification, format version 1)."""

    format: Literal["lawfulshare.verification/1"] = FORMAT
    file: str
    sound: bool = Field(
        description="Only if unchanged, who, matches and follows are yes, and neither trusted nor when is no."
    )
    training: bool = Field(False, description="A training record is never sound.")
    questions: Questions
    signatures: tuple[SignatureTold, ...] = ()
    record: RecordTold | None = None
    findings: tuple[Finding, ...] = ()


def is_sound(questions: Questions, *, training: bool) -> bool:
    """Say whether the file is sound as the contract means it."""
    must = (questions.unchanged, questions.who, questions.matches, questions.follows)
    may_be_open = (questions.trusted, questions.when)
    return (
        not training
        and all(question.answer == "yes" for question in must)
        and all(question.answer != "no" for question in may_be_open)
    )


def unread(name: str, reason: str, words: Wording) -> Verification:
    """Give the verification of a file that could not be read: nothing of it is known, and it is not sound."""
    at = "verification.unread"
    asked = Question(answer="unknown", says=words(f"{at}.says", reason=reason), do=words(f"{at}.do"))
    code: FindingCode = "unreadable-file"
    return Verification(
        file=name,
        sound=False,
        questions=Questions(**dict.fromkeys(QUESTIONS, asked)),
        findings=(Finding(code=code, says=words(f"verification.finding.{code}")),),
    )


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the verification, made from the models."""
    return Verification.model_json_schema()
