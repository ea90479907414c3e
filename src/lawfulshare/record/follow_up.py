"""What a follow-up sheet says, format 1: which record, what came after it was signed, and who says so."""

import hashlib
import json
from datetime import datetime
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lawfulshare.case.people import Id
from lawfulshare.case.sharing import Transmission
from lawfulshare.faults import Fault, NotOurs
from lawfulshare.record import twin

FORMAT: Final = "lawfulshare.follow-up/1"
NAME: Final = "follow-up.json"
MARK = f"({NAME})".encode()
"""Stands as it is in each follow-up sheet: what lacks it need not be opened to know that it is none."""
_DIGEST = r"^[0-9a-f]{64}$"


class _Stated(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class Writer(_Stated):
    """Who followed up, and the certificate that is expected to sign the sheet."""

    name: str
    role: str
    organisation: str
    certificate_sha256: str = Field(pattern=_DIGEST)


class Followed(_Stated):
    """The record that was followed up."""

    id: str
    sha256: str = Field(pattern=_DIGEST, description="Of the whole file as its author signed it.")
    closed_at: str


class Recipient(_Stated):
    """A recipient of the record, by the name that it gives them."""

    id: Id
    label: str


class After(_Stated):
    """What came after a record was signed, as whoever followed up states it."""

    transmission: tuple[Transmission, ...] = Field((), description="How each sharing went, as far as is known now.")
    outcome: str | None = Field(None, description="What came of it for the person.")


class FollowUpSheet(After):
    """One follow-up of a record: the data twin inside a follow-up sheet, from which its pages are drawn."""

    format: Literal["lawfulshare.follow-up/1"] = FORMAT
    id: str = Field(description="The sheet's own number, e.g. LS-2026-7F3K9Q; never a person's name.")
    written_at: str = Field(description="ISO 8601 with the offset of the signing computer's clock.")
    language: str = "en-GB"
    training: bool = False
    record: Followed
    recipients: tuple[Recipient, ...] = ()
    writer: Writer
    made_with: dict[str, str]


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the follow-up sheet's data."""
    return FollowUpSheet.model_json_schema(by_alias=True)


def read_after(body: bytes) -> After:
    """Read what came after a record was signed, as a person wrote it down.

    Raises:
        NotOurs: it is not JSON of that shape.
    """
    try:
        return After.model_validate_json(body)
    except ValidationError as problem:
        where = ".".join(str(part) for part in problem.errors()[0]["loc"]) or "follow-up"
        raise NotOurs(
            Fault(where, "it is not what a follow-up states", "Write it as docs/handbook/papers.md shows.")
        ) from None


def dump(sheet: FollowUpSheet) -> bytes:
    """Write the data: canonical JSON, keys in order, UTF-8."""
    stated = sheet.model_dump(mode="json", by_alias=True)
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(sheet: FollowUpSheet) -> str:
    """Give the first 16 figures of the data's SHA-256 in groups of four: the foot of every page shows them."""
    figures = hashlib.sha256(dump(sheet)).hexdigest()[:16]
    return " ".join(figures[at : at + 4] for at in range(0, 16, 4))


def is_follow_up(pdf: bytes) -> bool:
    """Say whether a file gives itself out as a follow-up sheet."""
    return MARK in pdf


def read(pdf: bytes, name: str = "PDF") -> FollowUpSheet:
    """Read the follow-up that a PDF carries; the PDF may come from anybody. `name` is what faults call it.

    Raises:
        NotOurs: with one sentence: no PDF, encrypted, damaged, no follow-up in it, too large, newer, not valid.
    """
    try:
        sheet = FollowUpSheet.model_validate(twin.stated(twin.extract(pdf, NAME), FORMAT))
        moments = [datetime.fromisoformat(moment) for moment in (sheet.written_at, sheet.record.closed_at)]
    except NotOurs as trouble:
        raise NotOurs(*(fault._replace(where=name) for fault in trouble.faults)) from None
    except (ValidationError, ValueError):
        raise _not_valid(name) from None
    if any(moment.tzinfo is None for moment in moments):
        raise _not_valid(name)
    return sheet


def _not_valid(name: str) -> NotOurs:
    return NotOurs(Fault(name, "the data inside is not a valid follow-up", "Ask whoever wrote it for the sheet again."))
