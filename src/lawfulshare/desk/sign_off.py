"""Assess, make the record, sign, keep, note: all or nothing."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import Fault, NotReady
from lawfulshare.filing import write_whole
from lawfulshare.law.packs.law import Law
from lawfulshare.record.verification import Verification
from lawfulshare.store.records import Records
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import OpenIdentity
    from lawfulshare.record.record import Amended
    from lawfulshare.record.verifying import LawOf

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U, so that a number can be read out."""
NUMBER_LENGTH = 6


@dataclass(frozen=True)
class SignedRecord:
    """A record that was made, signed, checked and kept."""

    number: str
    pdf: bytes
    sha256: str
    verification: Verification

    @property
    def file_name(self) -> str:
        """Give the name under which it is saved: its number, never a person's."""
        return f"{self.number}.pdf"


def new_number(at: datetime, chance: bytes) -> str:
    """Give a record's number: the year, and six signs of chance."""
    value = int.from_bytes(chance, "big")
    signs = [ALPHABET[(value >> (5 * place)) % len(ALPHABET)] for place in range(NUMBER_LENGTH)]
    return f"LS-{at.year}-{''.join(signs)}"


def sign_off(
    case: CaseFile,
    law: Law,
    identity: "OpenIdentity",
    records: Records,
    *,
    case_id: str,
    subject: str,
    number: str,
    at: datetime,
    words: Wording,
    laws: "LawOf | None" = None,
    amends: "Amended | None" = None,
) -> SignedRecord:
    """Close a case as heard: make its signed record, verify what was made, and keep it. Nothing is kept on a failure.

    `amends` names the record that it mends.

    Raises:
        NotReady: something is missing, or what was made does not verify.
        IdentityTrouble: the identity has expired.
        VaultTrouble: the record cannot be kept.
    """
    from lawfulshare.record.making import make
    from lawfulshare.record.verifying import verify

    pdf = make(case, law, identity, number=number, closed_at=at, words=words, amends=amends)
    verification = verify(f"{number}.pdf", pdf, laws=laws)
    if not verification.sound:
        raise NotReady(Fault(f"record {number}", "what was made does not verify", "Try again; nothing was kept."))
    outcome = case.decision.outcome if case.decision and case.decision.outcome else ""
    digest = records.keep(
        pdf,
        number=number,
        case_id=case_id,
        outcome=outcome,
        closed_at=at.isoformat(timespec="seconds"),
        subject=subject,
        amends=amends.sha256 if amends else None,
    )
    return SignedRecord(number, pdf, digest, verification)


def export(signed: SignedRecord, path: Path) -> None:
    """Save a copy of a signed record where the person says.

    Raises:
        CannotWrite: the folder is missing, read-only or full.
    """
    write_whole(path, signed.pdf)
