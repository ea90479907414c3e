"""Signed records, found by digest or number; kept as they were signed, never edited."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from lawfulshare.store.tables import SignedRecordKept
from lawfulshare.store.troubles import trouble
from lawfulshare.store.vault import Vault


@dataclass(frozen=True)
class RecordKept:
    """A signed record as it is kept."""

    sha256: str
    number: str
    case_id: str
    outcome: str | None
    closed_at: datetime
    pdf: bytes


@dataclass(frozen=True)
class RecordLine:
    """One line of the list of signed records."""

    sha256: str
    number: str
    case_id: str
    outcome: str | None
    closed_at: datetime


class Records:
    """The signed records in a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def keep(self, pdf: bytes, *, number: str, case_id: str, outcome: str | None, closed_at: datetime) -> str:
        """Keep a signed record and return the SHA-256 of its bytes; keeping the same one again changes nothing.

        Raises:
            VaultTrouble: another record has this number, or the vault cannot be written.
        """
        digest = hashlib.sha256(pdf).hexdigest()
        same = (SignedRecordKept.number == number) | (SignedRecordKept.sha256 == digest)
        with self._vault.begin() as session:
            there = session.scalars(select(SignedRecordKept).where(same)).all()
            if any((kept.sha256, kept.number) != (digest, number) for kept in there):
                raise trouble("kept_differently", number=number)
            if not there:
                session.add(
                    SignedRecordKept(
                        sha256=digest, number=number, case_id=case_id, outcome=outcome,
                        closed_at=closed_at.isoformat(), pdf=pdf,
                    )
                )  # fmt: skip
        return digest

    def by_digest(self, sha256: str) -> RecordKept | None:
        """Find a record by the SHA-256 of its bytes."""
        return self._find(SignedRecordKept.sha256 == sha256)

    def by_number(self, number: str) -> RecordKept | None:
        """Find a record by its number."""
        return self._find(SignedRecordKept.number == number)

    def list(self) -> tuple[RecordLine, ...]:
        """List the records, the one closed last first."""
        fields = (
            SignedRecordKept.sha256, SignedRecordKept.number, SignedRecordKept.case_id, SignedRecordKept.outcome,
            SignedRecordKept.closed_at,
        )  # fmt: skip
        with self._vault.begin() as session:
            rows = session.execute(select(*fields)).all()
        lines = [
            RecordLine(sha256, number, case_id, outcome, datetime.fromisoformat(closed_at))
            for sha256, number, case_id, outcome, closed_at in rows
        ]
        return tuple(sorted(lines, key=lambda line: line.closed_at, reverse=True))

    def _find(self, where: Any) -> RecordKept | None:
        with self._vault.begin() as session:
            row = session.scalar(select(SignedRecordKept).where(where))
        if row is None:
            return None
        closed_at = datetime.fromisoformat(row.closed_at)
        return RecordKept(row.sha256, row.number, row.case_id, row.outcome, closed_at, row.pdf)
