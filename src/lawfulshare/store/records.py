"""Signed records, found by digest or number; amendments cite, never edit."""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select

from lawfulshare.faults import Fault, VaultTrouble
from lawfulshare.store.tables import SignedRecord
from lawfulshare.store.vault import Vault


@dataclass(frozen=True)
class RecordLine:
    """One line of the list of signed records."""

    number: str
    sha256: str
    subject: str
    outcome: str
    closed_at: str


class Records:
    """The signed records of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def keep(self, pdf: bytes, *, number: str, case_id: str, outcome: str, closed_at: str, subject: str) -> str:
        """Keep a signed record and give its SHA-256; the same record twice is kept once.

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
        return digest

    def open(self, number: str) -> bytes:
        """Give a signed record by its number.

        Raises:
            VaultTrouble: there is no such record.
        """
        with self._vault.begin() as session:
            pdf = session.scalar(select(SignedRecord.pdf).where(SignedRecord.number == number))
        if pdf is None:
            raise VaultTrouble(
                Fault(f"record {number}", "it is not kept here", "Open the PDF from where you saved it.")
            )
        return bytes(pdf)

    def lines(self) -> tuple[RecordLine, ...]:
        """List the signed records, the newest first."""
        rows = select(
            SignedRecord.number, SignedRecord.sha256, SignedRecord.subject, SignedRecord.outcome, SignedRecord.closed_at
        ).order_by(SignedRecord.closed_at.desc())
        with self._vault.begin() as session:
            return tuple(RecordLine(*row) for row in session.execute(rows))
