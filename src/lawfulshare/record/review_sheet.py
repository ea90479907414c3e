"""What a review sheet says, format 1: which record, what a supervisor found of it, and who; the data inside its PDF."""

import hashlib
import json
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lawfulshare.case import paths
from lawfulshare.faults import Fault, NotOurs
from lawfulshare.record import twin

FORMAT: Final = "lawfulshare.review/1"
NAME: Final = "review.json"
Verdict: TypeAlias = Literal["agree", "return", "disagree"]
"""What a supervisor may find: agreed and countersigned, given back to be mended, or not agreed with."""
MARK = f"({NAME})".encode()
"""Stands as it is in each review sheet: what lacks it need not be opened to know that it is none."""
_DIGEST = r"^[0-9a-f]{64}$"


class _Stated(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Comment(_Stated):
    """One comment: on a question, on a part of the record, or on the record as a whole."""

    at: str | None = Field(
        None, description="Path of the fact, or name of the part, as in the case file; none for the record as a whole."
    )
    asked: str | None = Field(None, description="The question in the words in which the supervisor read it.")
    text: str = Field(min_length=1)


class Reviewer(_Stated):
    """Who reviewed, and the certificate that is expected to sign the sheet."""

    name: str
    role: str
    organisation: str
    certificate_sha256: str = Field(pattern=_DIGEST)


class Reviewed(_Stated):
    """The record that was reviewed."""

    id: str
    sha256: str = Field(pattern=_DIGEST, description="Of the whole file as its author signed it.")
    closed_at: str
    amends: str | None = Field(None, description="SHA-256 of the record that it amends.")


class Review(_Stated):
    """One round of review: the data twin inside a review sheet, from which its pages are drawn."""

    format: Literal["lawfulshare.review/1"] = FORMAT
    id: str = Field(description="The sheet's own number, e.g. LS-2026-7F3K9Q; never a person's name.")
    reviewed_at: str = Field(description="ISO 8601 with the offset of the signing computer's clock.")
    language: str = "en-GB"
    record: Reviewed
    round: int = Field(ge=1, description="1 for a first record, one more for each that amends another.")
    verdict: Verdict
    comments: tuple[Comment, ...] = ()
    reviewer: Reviewer
    countersigned_sha256: str | None = Field(
        None, pattern=_DIGEST, description="Of the whole file with the countersignature, where the verdict is to agree."
    )
    made_with: dict[str, str]


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the review sheet's data."""
    return Review.model_json_schema()


def is_place(at: str) -> bool:
    """Say whether a comment can be about that: a fact of the case file, an entry of a list, or a part of it."""
    fact = paths.fact_of(at)
    return fact in paths.facts() or fact in paths.ENTRIES or any(known.startswith(f"{at}.") for known in paths.facts())


def dump(review: Review) -> bytes:
    """Write the data: canonical JSON, keys in order, UTF-8."""
    stated = review.model_dump(mode="json")
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(review: Review) -> str:
    """Give the first 16 figures of the data's SHA-256 in groups of four: the foot of every page shows them."""
    figures = hashlib.sha256(dump(review)).hexdigest()[:16]
    return " ".join(figures[at : at + 4] for at in range(0, 16, 4))


def is_sheet(pdf: bytes) -> bool:
    """Say whether a file gives itself out as a review sheet."""
    return MARK in pdf


def read(pdf: bytes, name: str = "PDF") -> Review:
    """Read the review that a PDF carries; the PDF may come from anybody. `name` is what faults call it.

    Raises:
        NotOurs: with one sentence: no PDF, encrypted, damaged, no review in it, too large, newer, not valid.
    """
    try:
        review = Review.model_validate(twin.stated(twin.extract(pdf, NAME), FORMAT))
        moments = [datetime.fromisoformat(moment) for moment in (review.reviewed_at, review.record.closed_at)]
    except NotOurs as trouble:
        raise NotOurs(*(fault._replace(where=name) for fault in trouble.faults)) from None
    except (ValidationError, ValueError):
        raise _not_valid(name) from None
    if any(moment.tzinfo is None for moment in moments):
        raise _not_valid(name)
    return review


def _not_valid(name: str) -> NotOurs:
    return NotOurs(Fault(name, "the data inside is not a valid review", "Ask the supervisor for the sheet again."))
