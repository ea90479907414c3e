"""Versions of a case: save, open, list, delete."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from lawfulshare.faults import SavedMeanwhile
from lawfulshare.store.tables import CaseVersion
from lawfulshare.store.troubles import trouble
from lawfulshare.store.vault import Vault

VERSIONS_KEPT = 50
"""How many of the newest versions of a case stay."""


@dataclass(frozen=True)
class Place:
    """Where in the wizard a case stands, and what the list of drafts says of it."""

    subject: str = ""
    door: str = ""
    page: str = ""
    entry: str | None = None
    left_open: tuple[str, ...] = ()
    """The paths of required questions that the person chose to leave open."""
    stale: tuple[str, ...] = ()
    """The paths whose answer is to be looked at again."""
    outcome: str | None = None


@dataclass(frozen=True)
class Draft:
    """The newest version of a case."""

    case_id: str
    version: int
    saved_at: datetime
    place: Place
    body: bytes


@dataclass(frozen=True)
class DraftLine:
    """One line of the list of drafts."""

    case_id: str
    version: int
    saved_at: datetime
    subject: str
    door: str
    page: str
    outcome: str | None


class Drafts:
    """The drafts in a vault; the clock is handed in."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self.now = now

    def save(self, case_id: str, body: bytes, *, seen: int, place: Place | None = None) -> int:
        """Keep a new version and return its number; refuse if the last one is not the one seen.

        Raises:
            SavedMeanwhile: another window saved this case first.
            VaultTrouble: the vault cannot be written.
        """
        at = place or Place()
        last = select(func.max(CaseVersion.version)).where(CaseVersion.case_id == case_id)
        with self._vault.begin() as session:
            latest = session.scalar(last) or 0
            if latest != seen:
                raise SavedMeanwhile(case_id, latest)
            session.add(
                CaseVersion(
                    case_id=case_id, version=latest + 1, saved_at=self.now().isoformat(), subject=at.subject,
                    door=at.door, page=at.page, entry=at.entry, marks=json.dumps([at.left_open, at.stale]),
                    outcome=at.outcome, body=body,
                )
            )  # fmt: skip
            old = CaseVersion.version <= latest + 1 - VERSIONS_KEPT
            session.execute(delete(CaseVersion).where(CaseVersion.case_id == case_id, old))
        return latest + 1

    def open(self, case_id: str) -> Draft:
        """Give the newest version of a case.

        Raises:
            VaultTrouble: no such case is kept, or the vault cannot be read.
        """
        newest = select(CaseVersion).where(CaseVersion.case_id == case_id).order_by(CaseVersion.version.desc()).limit(1)
        with self._vault.begin() as session:
            row = session.scalar(newest)
        if row is None:
            raise trouble("no_case", "case")
        left_open, stale = (tuple(paths) for paths in json.loads(row.marks))
        place = Place(row.subject, row.door, row.page, row.entry, left_open, stale, row.outcome)
        return Draft(case_id, row.version, datetime.fromisoformat(row.saved_at), place, row.body)

    def list(self) -> tuple[DraftLine, ...]:
        """List the cases, the one saved last first.

        Raises:
            VaultTrouble: the vault cannot be read.
        """
        newest = select(func.max(CaseVersion.row)).group_by(CaseVersion.case_id)
        fields = (
            CaseVersion.case_id, CaseVersion.version, CaseVersion.saved_at, CaseVersion.subject, CaseVersion.door,
            CaseVersion.page, CaseVersion.outcome,
        )  # fmt: skip
        with self._vault.begin() as session:
            rows = session.execute(
                select(*fields).where(CaseVersion.row.in_(newest)).order_by(CaseVersion.row.desc())
            ).all()
        return tuple(
            DraftLine(case_id, version, datetime.fromisoformat(saved_at), subject, door, page, outcome)
            for case_id, version, saved_at, subject, door, page, outcome in rows
        )

    def note_outcome(self, case_id: str, version: int, outcome: str | None) -> None:
        """Note the outcome so far beside a version, for the list; nothing else of it changes.

        Raises:
            VaultTrouble: the vault cannot be written.
        """
        this = (CaseVersion.case_id == case_id) & (CaseVersion.version == version)
        with self._vault.begin() as session:
            session.execute(update(CaseVersion).where(this).values(outcome=outcome))

    def delete(self, case_id: str) -> None:
        """Forget every version of a case.

        Raises:
            VaultTrouble: the vault cannot be written.
        """
        with self._vault.begin() as session:
            session.execute(delete(CaseVersion).where(CaseVersion.case_id == case_id))
