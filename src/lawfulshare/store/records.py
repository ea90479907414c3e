"""Signed records and their review sheets, found by digest or number; amendments cite, never edit."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from sqlalchemy import select

from lawfulshare.faults import Fault, VaultTrouble
from lawfulshare.store.tables import Amendment, ReviewSheet, SignedRecord
from lawfulshare.store.troubles import trouble
from lawfulshare.store.vault import Vault

if TYPE_CHECKING:
    from lawfulshare.record.review_sheet import Verdict


@dataclass(frozen=True)
class RecordLine:
    """One line of the list of signed records."""

    number: str
    sha256: str
    subject: str
    outcome: str
    closed_at: str


@dataclass(frozen=True)
class SheetLine:
    """One review sheet of a record: what was found, when, and whether the countersigned record is kept with it."""

    sha256: str
    verdict: "Verdict"
    reviewed_at: str
    countersigned: bool


class Records:
    """The signed records of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def keep(
        self,
        pdf: bytes,
        *,
        number: str,
        case_id: str,
        outcome: str,
        closed_at: str,
        subject: str,
        amends: str | None = None,
    ) -> str:
        """Keep a signed record and give its SHA-256; the same record twice is kept once.

        `amends` is the digest of the record that this one amends; a record is amended once.

        Raises:
            VaultTrouble: the vault cannot be written.
        """
        digest = sha256(pdf).hexdigest()
        with self._vault.begin() as session:
            if session.get(SignedRecord, digest) is None:
                session.add(
                    SignedRecord(
                        sha256=digest, number=number, case_id=case_id, outcome=outcome, closed_at=closed_at,
                        subject=subject, pdf=pdf,
                    )
                )  # fmt: skip
                session.flush()
                if amends is not None:
                    session.add(Amendment(sha256=digest, amends=amends))
        return digest

    def keep_sheet(
        self, pdf: bytes, record: str, *, verdict: str, reviewed_at: str, countersigned: bytes | None = None
    ) -> None:
        """Keep a review sheet with the record of that digest; once, however often, its countersigned record as well.

        Raises:
            VaultTrouble: that record is not kept here, or the vault cannot be written.
        """
        digest = sha256(pdf).hexdigest()
        with self._vault.begin() as session:
            if session.get(SignedRecord, record) is None:
                raise trouble("record_unknown", "review")
            kept = session.get(ReviewSheet, digest)
            if kept is None:
                kept = ReviewSheet(
                    sha256=digest, record_sha256=record, verdict=verdict, reviewed_at=reviewed_at, pdf=pdf
                )  # fmt: skip
                session.add(kept)
            if kept.countersigned is None:
                kept.countersigned = countersigned

    def open(self, number: str) -> bytes:
        """Give a signed record by its number.

        Raises:
            VaultTrouble: there is no such record.
        """
        with self._vault.begin() as session:
            pdf = session.scalar(select(SignedRecord.pdf).where(SignedRecord.number == number))
        if pdf is None:
            raise _not_here(number)
        return bytes(pdf)

    def line(self, number: str) -> RecordLine:
        """Give what the list says of one record.

        Raises:
            VaultTrouble: there is no such record.
        """
        found = next((line for line in self.lines() if line.number == number), None)
        if found is None:
            raise _not_here(number)
        return found

    def sheets(self, record: str) -> tuple[SheetLine, ...]:
        """List the review sheets of a record, the first first."""
        rows = (
            select(
                ReviewSheet.sha256, ReviewSheet.verdict, ReviewSheet.reviewed_at, ReviewSheet.countersigned.is_not(None)
            )
            .where(ReviewSheet.record_sha256 == record)
            .order_by(ReviewSheet.reviewed_at)
        )
        with self._vault.begin() as session:
            return tuple(
                SheetLine(digest, cast("Verdict", verdict), reviewed_at, countersigned)
                for digest, verdict, reviewed_at, countersigned in session.execute(rows)
            )

    def verdicts(self) -> "dict[str, tuple[Verdict, ...]]":
        """Give the verdicts on each record that has any, by its digest, the first first."""
        rows = select(ReviewSheet.record_sha256, ReviewSheet.verdict).order_by(ReviewSheet.reviewed_at)
        found: dict[str, tuple[Verdict, ...]] = {}
        with self._vault.begin() as session:
            for record, verdict in session.execute(rows):
                found[record] = (*found.get(record, ()), cast("Verdict", verdict))
        return found

    def open_sheet(self, digest: str) -> tuple[bytes, bytes | None]:
        """Give a review sheet by its digest, and the countersigned record where there is one.

        Raises:
            VaultTrouble: there is no such sheet.
        """
        with self._vault.begin() as session:
            kept = session.get(ReviewSheet, digest)
            if kept is None:
                raise trouble("sheet_unknown", "review")
            return kept.pdf, kept.countersigned

    def amendments(self) -> dict[str, str]:
        """Give what amends what: for each amended record, by its digest, the one that cites it."""
        with self._vault.begin() as session:
            return {row.amends: row.sha256 for row in session.scalars(select(Amendment))}

    def lines(self) -> tuple[RecordLine, ...]:
        """List the signed records, the newest first."""
        rows = select(
            SignedRecord.number, SignedRecord.sha256, SignedRecord.subject, SignedRecord.outcome, SignedRecord.closed_at
        ).order_by(SignedRecord.closed_at.desc())
        with self._vault.begin() as session:
            return tuple(RecordLine(*row) for row in session.execute(rows))


def _not_here(number: str) -> VaultTrouble:
    return VaultTrouble(Fault(f"record {number}", "it is not kept here", "Open the PDF from where you saved it."))
