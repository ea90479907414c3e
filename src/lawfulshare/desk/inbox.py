"""A supervisor's inbox: each record with what its verification says, where it stands, and what is overdue."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from lawfulshare.desk.overdue import overdue
from lawfulshare.desk.papers import Papers
from lawfulshare.desk.review import check, check_follow_up_sheet, check_sheet, read
from lawfulshare.faults import LawfulShareError
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.record.rounds import MOVES, State
from lawfulshare.record.verification import Verification
from lawfulshare.store.records import Records

if TYPE_CHECKING:
    from lawfulshare.record.follow_up_checking import FollowUpVerification
    from lawfulshare.record.record import Record
    from lawfulshare.record.review_checking import ReviewVerification
    from lawfulshare.record.review_sheet import Review


@dataclass(frozen=True)
class Entry:
    """One paper: a record, a review sheet, or what could not be read and why."""

    name: str
    """The file's own name, or the number of a record kept here."""
    path: Path | None = None
    """None for a record kept here."""
    told: "Verification | ReviewVerification | FollowUpVerification | None" = None
    trouble: LawfulShareError | None = None
    record: "Record | None" = None
    digest: str = ""
    """SHA-256 of the record's file as its author signed it."""
    state: State = "signed"
    overdue: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    reviews: "tuple[Review, ...]" = ()

    @property
    def key(self) -> str:
        """Give what the entry is known by in the list."""
        return str(self.path) if self.path else self.name

    @property
    def signed_on(self) -> str:
        """Give the moment that its first signature states; nothing where there is none."""
        signed = self.told.signatures if self.told else ()
        return (signed[0].signed_on or "") if signed else ""

    @property
    def is_sound(self) -> bool:
        """Say whether its verification found it sound."""
        return self.told is not None and self.told.sound

    @property
    def waits(self) -> bool:
        """Say whether a verdict on it is open: a sound record in a file that nobody agreed with or amended yet."""
        return self.record is not None and self.is_sound and self.path is not None and "agree" in MOVES[self.state]


def look(path: Path, records: Records, *, home: Path, shelf: Shelf, today: date, papers: Papers) -> Entry:
    """Look at one file: whatever is wrong with it is told in its entry, and nothing stops the rest."""
    from lawfulshare.desk.kept import at_hand, noticed
    from lawfulshare.record.follow_up import is_follow_up
    from lawfulshare.record.review_sheet import is_sheet
    from lawfulshare.record.review_sheet import read as read_sheet

    try:
        body = read(path)
        if is_sheet(body):
            review = read_sheet(body, path.name)
            here = at_hand(records, review.record.sha256)
            return Entry(path.name, path, check_sheet(path, home=home, folders=(papers,), kept=here), reviews=(review,))
        if is_follow_up(body):
            return Entry(path.name, path, told=check_follow_up_sheet(path, home=home, folders=(papers,)))
        told = noticed(records, body, check(path, home=home, papers=papers), papers)
    except LawfulShareError as trouble:
        return Entry(path.name, path, trouble=trouble)
    digest = _digest(body)
    countersigned = any(seal.part == "supervisor" for seal in told.signatures)
    entry = Entry(path.name, path, told, digest=digest)
    if told.sound:
        state = papers.state(digest, countersigned=countersigned)
        entry = replace(entry, reviews=papers.of_record(digest), state=state)
    return _with_record(entry, body, shelf, today)


def look_at_kept(
    number: str, records: Records, own: Sequence[bytes], *, state: State, home: Path, shelf: Shelf, today: date
) -> Entry:
    """Look at a record that is kept here; `own` holds the certificates of one's own keys, which one knows."""
    from lawfulshare.desk.kept import reviews
    from lawfulshare.record.certificates import given
    from lawfulshare.record.trusting import anchors
    from lawfulshare.record.verifying import verify

    try:
        body = records.open(number)
        told = verify(number, body, laws=shelf.named, known=[*anchors(home, "records"), *map(given, own)])
        said = reviews(records, number)
    except LawfulShareError as trouble:
        return Entry(number, trouble=trouble)
    entry = Entry(number, None, told, digest=_digest(body), state=state, reviews=said)
    return _with_record(entry, body, shelf, today)


def settled(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give the entries as they stand beside each other.

    What another of them amends is amended, and not overdue any more. Of a record and its countersigned copy the copy
    is listed.
    """
    listed = tuple(entries)
    amended = {entry.record.amends for entry in listed if entry.record and entry.record.amends and entry.is_sound}
    agreed = {entry.digest for entry in listed if entry.is_sound and _is_countersigned(entry)}
    return tuple(
        replace(entry, state="amended", overdue=()) if entry.digest in amended else entry
        for entry in listed
        if entry.path is None or entry.digest not in agreed or _is_countersigned(entry)
    )


def _is_countersigned(entry: Entry) -> bool:
    return entry.told is not None and any(seal.part == "supervisor" for seal in entry.told.signatures)


ORDERS: dict[str, Callable[[Entry], tuple[object, ...]]] = {
    "": lambda entry: (not entry.overdue, not entry.waits, entry.signed_on, entry.name),
    "waiting": lambda entry: (not entry.waits, entry.signed_on, entry.name),
    "newest": lambda entry: (_backwards(entry.signed_on), entry.name),
    "unsound": lambda entry: (entry.is_sound, entry.name),
    "outcome": lambda entry: (_outcome(entry), entry.signed_on, entry.name),
    "basis": lambda entry: (entry.bases, entry.signed_on, entry.name),
}
"""In which order a list can stand; the first is the one that it stands in: what is overdue, then what waits."""


def ordered(entries: Sequence[Entry], by: str) -> tuple[Entry, ...]:
    """Put the entries into an order."""
    return tuple(sorted(entries, key=ORDERS[by]))


def _with_record(entry: Entry, body: bytes, shelf: Shelf, today: date) -> Entry:
    """Add what the data inside says, where it can be read."""
    from lawfulshare.record import twin

    try:
        record = twin.read(body)
    except LawfulShareError:
        return entry
    late = () if entry.state == "amended" else overdue(record.case, today)
    return replace(entry, record=record, overdue=late, bases=_titles(record, shelf))


def _titles(record: "Record", shelf: Shelf) -> tuple[str, ...]:
    chosen = record.case.decision.bases if record.case.decision else ()
    try:
        law = shelf.named(record.assessment.law) or shelf.on(record.assessment.law.pack, record.assessment.law.as_at)
        return tuple(law.provisions[basis].title if basis in law.provisions else basis for basis in chosen)
    except LawfulShareError:
        return chosen


def _outcome(entry: Entry) -> str:
    decided = entry.record.case.decision if entry.record else None
    return (decided.outcome or "") if decided else ""


def _digest(body: bytes) -> str:
    from lawfulshare.record.revisions import as_author_signed

    return sha256(as_author_signed(body)).hexdigest()


def _backwards(moment: str) -> tuple[int, ...]:
    """Give what sorts moments the newest first; what has none comes last."""
    return tuple(-ord(letter) for letter in moment) or (1,)
