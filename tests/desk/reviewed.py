"""A home with one signed record in it, made once, and what a supervisor finds of a record."""

import functools
import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from lawfulshare.case import case_file
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.in_hand import Clock
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.profile import Profile
from lawfulshare.desk.sign_off import SignedRecord
from lawfulshare.record.identities import OpenIdentity, new
from lawfulshare.record.review_sheet import Comment, Verdict
from lawfulshare.record.reviewing import Outcome, review
from lawfulshare.wording import wording

PASSPHRASE = "seven quiet herons walk"
PROFILE = Profile(name="J. Malik", role="Health visitor", organisation="Northmoor NHS Trust", sector="nhs_trust",
                  policy_document=True)  # fmt: skip
EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "theo.json"
START = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def clock() -> Clock:
    ticks, ids = itertools.count(), itertools.count(1)
    return Clock(now=lambda: START + timedelta(minutes=next(ticks)), new_id=lambda: f"case-{next(ids)}")


@functools.cache
def _place() -> TemporaryDirectory:
    return TemporaryDirectory(prefix="lawfulshare-reviewed-")


@functools.cache
def once() -> tuple[Path, SignedRecord]:
    """The home and its record; whoever changes the home takes a copy."""
    home = Path(_place().name) / "home"
    desk = Desk.first_start(home, PROFILE, PASSPHRASE, clock)
    work = Casework.take(desk.drafts, case_file.read(EXAMPLE.read_bytes()), desk.clock, desk.shelf)
    signed = desk.sign_off(work, desk.unlock(desk.identities()[0]))
    desk.close()
    return home, signed


@functools.cache
def supervisor() -> OpenIdentity:
    return new(Path(_place().name) / "supervisor", "P. Osei", "Manager", "Northmoor", PASSPHRASE, at=START)


def found(pdf: bytes, verdict: Verdict, hour: int = 5) -> Outcome:
    """What the supervisor finds of a record, some hours later."""
    comments = (Comment(at="decision.rationale", text="Say why the school needs it."),)
    at = START + timedelta(hours=hour)
    return review(pdf, supervisor(), verdict, comments, number=f"LS-{hour}", at=at, words=wording("en"))
