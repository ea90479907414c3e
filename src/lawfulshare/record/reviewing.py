"""Reviews a record: the supervisor's verdict as a signed sheet that cites it, and the countersignature on agreement."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from lawfulshare.faults import Fault, NotReady
from lawfulshare.record import twin
from lawfulshare.record.certificates import grouped
from lawfulshare.record.countersigning import countersign, refuse_unfit
from lawfulshare.record.identities import OpenIdentity
from lawfulshare.record.making import program_version
from lawfulshare.record.record import (
    Block,
    Bullets,
    DecisionBox,
    Facts,
    Frame,
    Heading,
    Paragraph,
    SignaturePlace,
    Signatures,
    Text,
)
from lawfulshare.record.review_sheet import NAME, Comment, Review, Reviewed, Reviewer, Verdict, digest, dump, is_place
from lawfulshare.record.revisions import as_author_signed
from lawfulshare.wording import Wording

Row = tuple[str, tuple[Text, ...]]


class Outcome(NamedTuple):
    """What came of a review: the sheet, its data, and the countersigned record where it was agreed with."""

    sheet: bytes
    review: Review
    countersigned: bytes | None


def review(
    pdf: bytes,
    identity: OpenIdentity,
    verdict: Verdict,
    comments: Sequence[Comment],
    *,
    number: str,
    at: datetime,
    words: Wording,
) -> Outcome:
    """Review a record that its author signed: nothing of it is changed but for the countersignature of who agrees.

    Raises:
        IdentityTrouble: the identity had expired, or was not made yet, at that moment.
        NotOurs: the record is changed, signed by the same key, countersigned already, or signed after that moment.
        NotReady: nothing is said of what to mend, or a comment is on what no record has.
    """
    from lawfulshare.record.signing import sign

    refuse_unfit(pdf, identity, at)
    if faults := tuple(_faults(verdict, comments, words)):
        raise NotReady(*faults)
    record, cited = twin.read(pdf), sha256(as_author_signed(pdf)).hexdigest()
    agreed = countersign(pdf, identity, at=at) if verdict == "agree" else None
    found = Review(
        id=number,
        reviewed_at=at.isoformat(timespec="seconds"),
        record=Reviewed(id=record.id, sha256=cited, closed_at=record.closed_at, amends=record.amends),
        round=record.round,
        verdict=verdict,
        comments=tuple(comments),
        reviewer=Reviewer(
            name=identity.name,
            role=identity.role,
            organisation=identity.organisation,
            certificate_sha256=identity.certificate_sha256,
        ),
        countersigned_sha256=sha256(agreed).hexdigest() if agreed else None,
        made_with={"lawfulshare": program_version()},
    )
    return Outcome(sign(draw(found, words), identity, at=at), found, agreed)


def draw(found: Review, words: Wording) -> bytes:
    """Draw a review sheet as an unsigned PDF with its data: the same review gives the same bytes."""
    from lawfulshare.record.finishing import finish_paper, metadata
    from lawfulshare.record.paper import render

    frame = Frame(
        title=words("review.frame.title", number=found.id),
        head=words("review.frame.head"),
        about="",
        handling=words("record.frame.handling"),
        number=found.id,
        page=words("record.frame.page"),
        language=found.language,
        training=False,
        digest=digest(found),
    )
    made = metadata.Made(found.reviewer.name, found.made_with.get("lawfulshare", ""), found.reviewed_at)
    source = metadata.Source(NAME, dump(found), words("review.source"))
    return finish_paper(render(frame, blocks(found, words)), made, source)


def blocks(found: Review, words: Wording) -> Iterator[Block]:
    """Tell a review: the verdict, of which record, by whom; then each comment, what comes next, and how to check it."""
    who, verdict = found.reviewer.name, found.verdict
    says = words(f"review.sentence.{verdict}", who=who, record=found.record.id)
    yield DecisionBox(words("review.label"), words(f"review.word.{verdict}"), says)
    yield Facts(tuple(_who_and_what(found, words)))
    yield Signatures((SignaturePlace("author", words("review.signature", who=who), ()),))
    yield Heading(2, words("review.comments"))
    if found.comments:
        yield Facts(tuple(_told(comment, words) for comment in found.comments))
    else:
        yield Paragraph(words("review.none"))
    yield Heading(2, words("review.next"))
    yield Paragraph(words(f"review.follows.{verdict}"))
    yield Heading(2, words("review.check"))
    yield Facts(tuple(_digests(found, words)))
    yield Bullets(tuple(words(f"review.checks.{key}") for key in ("program", "digest", "data")))


def _who_and_what(found: Review, words: Wording) -> Iterator[Row]:
    record, reviewer, first = found.record, found.reviewer, found.round == 1
    yield _row(words, "record", words("review.row.record_is", record=record.id, day=words.day(record.closed_at)))
    yield _row(words, "round", words("review.row.first" if first else "review.row.later", number=found.round))
    named = {"name": reviewer.name, "role": reviewer.role, "organisation": reviewer.organisation}
    yield _row(words, "reviewer", words("review.row.reviewer_is", **named))
    clock = f"{datetime.fromisoformat(found.reviewed_at):%H:%M}"
    yield _row(words, "on", words("review.row.moment", day=words.day(found.reviewed_at), clock=clock))


def _digests(found: Review, words: Wording) -> Iterator[Row]:
    yield _row(words, "digest", grouped(found.record.sha256))
    if found.countersigned_sha256:
        yield _row(words, "countersigned", grouped(found.countersigned_sha256))
    if found.record.amends:
        yield _row(words, "amends", grouped(found.record.amends))
    yield _row(words, "key", grouped(found.reviewer.certificate_sha256))
    yield _row(words, "made_with", words("review.row.made_by", version=found.made_with.get("lawfulshare", "")))


def _row(words: Wording, key: str, text: str) -> Row:
    return words(f"review.row.{key}"), (text,)


def _told(comment: Comment, words: Wording) -> Row:
    about = comment.asked or comment.at or words("review.whole")
    return about, tuple(line for line in comment.text.splitlines() if line.strip())


def _faults(verdict: Verdict, comments: Sequence[Comment], words: Wording) -> Iterator[Fault]:
    if verdict != "agree" and not any(comment.text.strip() for comment in comments):
        yield _fault("nothing_said", words("review.fault.where"), words)
    for comment in comments:
        if comment.at is not None and not is_place(comment.at):
            yield _fault("no_place", words("review.fault.no_place.where", at=comment.at), words)


def _fault(key: str, where: str, words: Wording) -> Fault:
    return Fault(where, words(f"review.fault.{key}.what"), words(f"review.fault.{key}.mend"))
