"""A supervisor's verdict on a record in a file: the signed sheet and, on agreement, the countersigned copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from lawfulshare.desk.papers import Papers
from lawfulshare.desk.review import read
from lawfulshare.faults import NotOurs
from lawfulshare.filing import write_whole
from lawfulshare.record.rounds import MOVES, refusal
from lawfulshare.wording import ENGLISH, wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import OpenIdentity
    from lawfulshare.record.review_sheet import Comment, Review, Verdict


@dataclass(frozen=True)
class Given:
    """A verdict that was given, and where its papers were written."""

    review: "Review"
    sheet: Path
    countersigned: Path | None


def give_verdict(
    file: Path,
    identity: "OpenIdentity",
    verdict: "Verdict",
    comments: "Sequence[Comment]",
    *,
    number: str,
    at: datetime,
    out: Path | None = None,
    sheet: Path | None = None,
) -> Given:
    """Give a verdict on a record that was verified: its own file is never written; no earlier sheet is overwritten.

    Raises:
        NotOurs: it is not as its author signed it, the author's own, or agreed already by the papers beside it.
        NotReady: nothing says what is to be mended, or a comment is on what no record has.
        IdentityTrouble: the identity has expired.
        CannotWrite: the folder cannot be written.
    """
    from lawfulshare.record.reviewing import review
    from lawfulshare.record.revisions import as_author_signed

    body = read(file)
    state = Papers(file.parent).state(sha256(as_author_signed(body)).hexdigest(), countersigned=False)
    if verdict not in MOVES[state]:
        raise NotOurs(refusal(state, verdict))
    asked = tuple(_worded(body, comment) for comment in comments)
    outcome = review(body, identity, verdict, asked, number=number, at=at, words=wording(ENGLISH))
    where = sheet or _free(file)
    write_whole(where, outcome.sheet)
    beside = None
    if outcome.countersigned is not None:
        beside = out or file.with_name(f"{file.stem}-countersigned.pdf")
        write_whole(beside, outcome.countersigned)
    return Given(outcome.review, where, beside)


def _worded(body: bytes, comment: "Comment") -> "Comment":
    """Give a comment with the question that it is on, in words, so that nobody has to know the name of a fact."""
    from lawfulshare.guide.naming import question_called
    from lawfulshare.record import twin

    if comment.at is None or comment.asked is not None:
        return comment
    return comment.model_copy(update={"asked": question_called(twin.read(body).case, comment.at)})


def _free(file: Path) -> Path:
    """Give a name for a sheet that nothing has yet."""
    names = (f"{file.stem}-review{f'-{number}' if number > 1 else ''}.pdf" for number in count(1))
    return next(path for name in names if not (path := file.with_name(name)).exists())
