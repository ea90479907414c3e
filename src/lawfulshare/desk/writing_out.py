"""Papers written out of a signed record: which there are, and each of them drawn."""

import secrets
from typing import TYPE_CHECKING, NamedTuple

from lawfulshare.desk.sign_off import new_number
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.wording import ENGLISH, Wording, wording

if TYPE_CHECKING:
    from datetime import datetime

    from lawfulshare.record.blocks.naming import Telling
    from lawfulshare.record.follow_up import After
    from lawfulshare.record.identities import OpenIdentity
    from lawfulshare.record.papers import Kind


class Offered(NamedTuple):
    """A paper that can be written: its kind, for whom in the case, and by what name."""

    kind: "Kind"
    whom: str
    label: str


def telling(pdf: bytes, shelf: Shelf, words: Wording | None = None) -> "Telling":
    """Open a signed record so that papers can be written out of it.

    Raises:
        NotOurs: it carries no record, or is not as it was signed.
    """
    from lawfulshare.record import twin
    from lawfulshare.record.blocks.naming import Telling
    from lawfulshare.record.countersigning import refuse_changed

    record = twin.read(pdf)
    refuse_changed(pdf)
    named = record.assessment.law
    return Telling(record, shelf.named(named) or shelf.on(named.pack, named.as_at), words or wording(ENGLISH))


def papers_of(told: "Telling") -> tuple[Offered, ...]:
    """Give every paper that can be written out of a record."""
    from lawfulshare.record.papers import KINDS, offered

    return tuple(Offered(kind, one.id, one.label) for kind in KINDS for one in offered(told, kind))


def written(told: "Telling", kind: "Kind", named: str | None, at: "datetime") -> bytes:
    """Draw one paper for whoever is named, by id or name.

    Raises:
        BadAnswer: there is nobody whom it could be for, or several, or not the one who is named.
    """
    from lawfulshare.record.papers import chosen, draw

    return draw(told, kind, chosen(told, kind, named).id, at)


def followed_up(pdf: bytes, after: "After", identity: "OpenIdentity", at: "datetime") -> tuple[str, bytes]:
    """Sign what came after a record: give the sheet's own number, and the sheet.

    Raises:
        IdentityTrouble: the identity had expired.
        NotOurs: the record is not as it was signed.
        NotReady: nothing is stated.
    """
    from lawfulshare.record.following_up import follow_up

    number = new_number(at, secrets.token_bytes(8))
    sheet, _ = follow_up(pdf, after, identity, number=number, at=at, words=wording(ENGLISH))
    return number, sheet


def received(told: "Telling") -> tuple[tuple[str, str], ...]:
    """Give each recipient to whom something went, by id and name."""
    return tuple((paper.whom, paper.label) for paper in papers_of(told) if paper.kind == "schedule")


def file_name(number: str, paper: Offered) -> str:
    """Give the name under which a paper is saved: the record's number, the kind, an id; never a person's name."""
    return "-".join(part for part in (number, paper.kind, paper.whom) if part) + ".pdf"
