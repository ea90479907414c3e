"""A genuine signed record of the example, and a law that answers as its assessment says."""

import functools
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from made import CLOSED_AT, Shelf, answered, theo

from lawfulshare.record import making
from lawfulshare.record.identities import OpenIdentity, new
from lawfulshare.record.record import Record
from lawfulshare.record.signing import sign
from lawfulshare.wording import wording


class LawByHand(Shelf):
    """The law of the example's day, by its edition."""

    edition = answered(theo()).law


def somebody(name: str = "J. Malik", at: datetime = CLOSED_AT) -> OpenIdentity:
    """An identity of which only the key and the certificate matter."""
    with TemporaryDirectory() as home:
        return new(Path(home), name, "Health visitor", "Northmoor NHS Trust", "a long passphrase", at=at)


@functools.cache
def author() -> OpenIdentity:
    """The one who signs the example."""
    return somebody()


def record(**changes: object) -> Record:
    """The record of the example, with some of its parts changed."""
    made = making.record_of(
        theo(), answered(theo()), author(), number="LS-2026-7F3K9Q", closed_at=CLOSED_AT
    )  # fmt: skip
    return made.model_copy(update=changes)


@functools.cache
def drawn() -> bytes:
    """The example, drawn and not signed."""
    return making.draw(record(), LawByHand(), wording("en"))


@functools.cache
def genuine() -> bytes:
    """The example, signed."""
    return sign(drawn(), author(), at=CLOSED_AT)
