"""The papers that lie in a folder: review sheets and the records that they cite, each looked into once."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lawfulshare.faults import LawfulShareError
from lawfulshare.record.rounds import State, state_of
from lawfulshare.record.verification import Finding, Verification
from lawfulshare.wording import wording

if TYPE_CHECKING:
    from lawfulshare.record.review_sheet import Review
    from lawfulshare.record.sheet_checking import RecordAtHand

T = TypeVar("T")
LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is looked into at all; a record is far smaller."""


class Papers:
    """The papers of one folder, and of none beneath it. A sheet counts once it is as its reviewer signed it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def reviews(self) -> tuple["Review", ...]:
        """Give what each sheet there says, in the order in which they were made."""
        from lawfulshare.record.review_checking import is_as_signed
        from lawfulshare.record.review_sheet import is_sheet

        found = (_or_none(is_as_signed, body) for body in self._bodies() if is_sheet(body))
        reviews = (review for review in found if review is not None)
        return tuple(sorted(reviews, key=lambda review: datetime.fromisoformat(review.reviewed_at)))

    @cached_property
    def _digests(self) -> frozenset[str]:
        return frozenset(sha256(body).hexdigest() for body in self._bodies())

    def records(self, number: str) -> tuple["RecordAtHand", ...]:
        """Give the records of a number; their number stands in them as it is, so the rest need not be opened."""
        from lawfulshare.record.follow_up import is_follow_up
        from lawfulshare.record.review_sheet import is_sheet
        from lawfulshare.record.sheet_checking import at_hand

        named = (body for body in self._bodies() if number.encode() in body)
        bodies = (body for body in named if not is_sheet(body) and not is_follow_up(body))
        return tuple(record for body in bodies if (record := _or_none(at_hand, body)) is not None)

    def file_of(self, digest: str | None) -> bytes | None:
        """Give the file of that digest; none where it does not lie here."""
        return next((body for body in self._bodies() if sha256(body).hexdigest() == digest), None)

    def has_longer(self, pdf: bytes) -> bool:
        """Say whether a file lies here that begins as this one does and goes on, as a countersigned record does."""
        return any(len(body) > len(pdf) and body.startswith(pdf) for body in self._bodies())

    def of_record(self, digest: str) -> tuple["Review", ...]:
        """Give the reviews of one record, by its digest as its author signed it, the first first."""
        return tuple(review for review in self.reviews if review.record.sha256 == digest)

    def state(self, digest: str, *, countersigned: bool) -> State:
        """Give the state of a record that lies here, by the papers beside it."""
        return state_of((review.verdict for review in self.of_record(digest)), countersigned=countersigned)

    def noticed(self, pdf: bytes, told: Verification) -> Verification:
        """Add to a record's verification what only the sheets beside it can show: its countersignature is gone.

        Where the countersigned file lies there too, nothing is missing.
        """
        from lawfulshare.record.revisions import as_author_signed

        if not self.reviews or any(seal.part == "supervisor" for seal in told.signatures):
            return told
        agreed = {
            review.countersigned_sha256
            for review in self.of_record(sha256(as_author_signed(pdf)).hexdigest())
            if review.verdict == "agree"
        }
        return told if not agreed or agreed & self._digests else countersignature_missing(told)

    def _bodies(self) -> Iterator[bytes]:
        for path in sorted(self.folder.glob("*")):
            if path.suffix.lower() != ".pdf":
                continue
            try:
                if path.is_file() and path.stat().st_size <= LARGEST:
                    yield path.read_bytes()
            except OSError:
                continue


def countersignature_missing(told: Verification) -> Verification:
    """Add to a record's verification that a review sheet speaks of a countersignature that is not on it; once."""
    code = "countersignature-missing"
    if any(finding.code == code for finding in told.findings):
        return told
    missing = Finding(code=code, says=wording()(f"verification.finding.{code}"))
    return told.model_copy(update={"findings": (*told.findings, missing)})


def _or_none(read: Callable[[bytes], T | None], body: bytes) -> T | None:
    """Give what reading gives; nothing where the file is not what it gives itself out to be."""
    try:
        return read(body)
    except LawfulShareError:
        return None
