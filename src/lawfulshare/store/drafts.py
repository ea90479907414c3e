"""Versions of a case: save, open, list, who else is in it."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select

from lawfulshare.faults import Fault, SavedMeanwhile, VaultTrouble
from lawfulshare.store.tables import DraftVersion
from lawfulshare.store.vault import Vault

KEPT_VERSIONS = 200
"""How many versions of one case stay; undo needs no more, and a draft is not a record."""


@dataclass(frozen=True)
class Draft:
    """A case as it was last saved, and where the practitioner was."""

    case_id: str
    version: int
    saved_at: str
    place: str
    body: bytes


@dataclass(frozen=True)
class DraftLine:
    """One line of the list of drafts."""

    case_id: str
    subject: str
    saved_at: str
    place: str


class Drafts:
    """The drafts of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def save(self, case_id: str, body: bytes, *, seen: int, saved_at: str, place: str, subject: str) -> int:
        """Keep a new version and return its number; refuse if the last one is not the one seen.

        Raises:
            SavedMeanwhile: someone saved this case since it was read.
            VaultTrouble: the vault cannot be written.
        """
        last = select(func.max(DraftVersion.version)).where(DraftVersion.case_id == case_id)
        with self._vault.begin() as session:
            latest = session.scalar(last) or 0
            if latest != seen:
                raise SavedMeanwhile(case_id, latest)
            session.add(
                DraftVersion(
                    case_id=case_id, version=latest + 1, saved_at=saved_at, place=place, subject=subject, body=body
                )
            )
            session.execute(
                delete(DraftVersion).where(
                    DraftVersion.case_id == case_id, DraftVersion.version <= latest + 1 - KEPT_VERSIONS
                )
            )
        return latest + 1

    def open(self, case_id: str) -> Draft:
        """Give the latest version of a case.

        Raises:
            VaultTrouble: there is no such draft.
        """
        newest = (
            select(DraftVersion).where(DraftVersion.case_id == case_id).order_by(DraftVersion.version.desc()).limit(1)
        )
        with self._vault.begin() as session:
            row = session.scalar(newest)
            if row is None:
                raise VaultTrouble(Fault("draft", "it is no longer here", "Choose another from the list."))
            return Draft(row.case_id, row.version, row.saved_at, row.place, row.body)

    def lines(self) -> tuple[DraftLine, ...]:
        """List the drafts, the one saved last first."""
        newest = select(DraftVersion.case_id, func.max(DraftVersion.version).label("version")).group_by(
            DraftVersion.case_id
        )
        latest = newest.subquery()
        rows = (
            select(DraftVersion.case_id, DraftVersion.subject, DraftVersion.saved_at, DraftVersion.place)
            .join(latest, (DraftVersion.case_id == latest.c.case_id) & (DraftVersion.version == latest.c.version))
            .order_by(DraftVersion.saved_at.desc(), DraftVersion.number.desc())
        )
        with self._vault.begin() as session:
            return tuple(DraftLine(*row) for row in session.execute(rows))

    def delete(self, case_id: str) -> None:
        """Delete every version of a draft."""
        with self._vault.begin() as session:
            session.execute(delete(DraftVersion).where(DraftVersion.case_id == case_id))
