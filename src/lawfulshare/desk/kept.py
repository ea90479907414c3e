"""Records kept here, round by round: where each stands, and what supervisors said of it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.papers import Papers, countersignature_missing
from lawfulshare.faults import Fault, NotOurs
from lawfulshare.record.record import Amended
from lawfulshare.record.rounds import State, state_of
from lawfulshare.record.verification import Verification
from lawfulshare.store.records import RecordLine, Records
from lawfulshare.wording import wording

if TYPE_CHECKING:
    from lawfulshare.record.review_sheet import Review
    from lawfulshare.record.sheet_checking import RecordAtHand


@dataclass(frozen=True)
class Kept:
    """A record kept here, and where it stands."""

    line: RecordLine
    round: int
    state: State


def kept(records: Records) -> tuple[Kept, ...]:
    """List the records kept here with where each stands, the newest first."""
    amended, said = records.amendments(), records.verdicts()
    earlier = {later: first for first, later in amended.items()}
    return tuple(
        Kept(
            line,
            _round(line.sha256, earlier),
            state_of(said.get(line.sha256, ()), amended=line.sha256 in amended),
        )
        for line in records.lines()
    )


def reviews(records: Records, number: str) -> tuple["Review", ...]:
    """Give what supervisors said of a record kept here, the first first."""
    from lawfulshare.record.review_sheet import read

    digest = records.line(number).sha256
    return tuple(read(records.open_sheet(sheet.sha256)[0]) for sheet in records.sheets(digest))


def at_hand(records: Records, cited: str) -> "tuple[RecordAtHand, ...]":
    """Give what is kept here of the record of a digest: the record, and its countersigned copies."""
    from lawfulshare.record.sheet_checking import RecordAtHand

    line = next((line for line in records.lines() if line.sha256 == cited), None)
    if line is None:
        return ()
    copies = (records.open_sheet(sheet.sha256)[1] for sheet in records.sheets(cited) if sheet.countersigned)
    files = (cited, *(sha256(copy).hexdigest() for copy in copies if copy is not None))
    return tuple(RecordAtHand(line.number, cited, file) for file in files)


def take_sheet(records: Records, pdf: bytes, countersigned: bytes | None = None) -> "Review":
    """Keep a review sheet with the record that it cites, once it is as its reviewer signed it.

    Raises:
        NotOurs: it is no review sheet, or was changed since it was signed.
        VaultTrouble: the record that it cites is not kept here.
    """
    from lawfulshare.record.review_checking import is_as_signed

    review = is_as_signed(pdf)
    words = wording()
    if review is None:
        where, at = words("review.fault.where"), "review.fault.changed"
        raise NotOurs(Fault(where, words(f"{at}.what"), words(f"{at}.mend")))
    if countersigned is not None and sha256(countersigned).hexdigest() != review.countersigned_sha256:
        countersigned = None
    records.keep_sheet(
        pdf, review.record.sha256, verdict=review.verdict, reviewed_at=review.reviewed_at, countersigned=countersigned
    )
    return review


def noticed(records: Records, pdf: bytes, told: Verification, papers: Papers) -> Verification:
    """Add to a file's verification what the sheets kept here show: its countersignature is gone.

    Where the countersigned file lies beside it, nothing is missing.
    """
    if any(seal.part == "supervisor" for seal in told.signatures):
        return told
    from lawfulshare.record.revisions import as_author_signed

    sheets = records.sheets(sha256(as_author_signed(pdf)).hexdigest())
    gone = any(sheet.verdict == "agree" for sheet in sheets) and not papers.has_longer(pdf)
    return countersignature_missing(told) if gone else told


def amended_by(records: Records, case: CaseFile) -> Amended | None:
    """Give the record that a case amends; none where it amends none that is kept here."""
    line = next((line for line in records.lines() if line.number == case.linked_to), None)
    if line is None:
        return None
    earlier = {later: first for first, later in records.amendments().items()}
    return Amended(line.sha256, _round(line.sha256, earlier))


def said_before(records: Records, case: CaseFile) -> "tuple[Review, ...]":
    """Give what supervisors said of the record that a case amends; nothing where it amends none that is kept here."""
    if case.linked_to is None or amended_by(records, case) is None:
        return ()
    return reviews(records, case.linked_to)


def _round(digest: str, earlier: dict[str, str]) -> int:
    """Count the records before it that it amends, one through the other."""
    number = 1
    while digest in earlier:
        digest, number = earlier[digest], number + 1
    return number
