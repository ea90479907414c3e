"""Follows a record up: what came after, as a signed sheet of its own that cites the record and leaves it as it is."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256

from lawfulshare.case.sharing import Transmission
from lawfulshare.faults import Fault, NotReady
from lawfulshare.record import twin
from lawfulshare.record.blocks.sent import sent_lines
from lawfulshare.record.certificates import grouped
from lawfulshare.record.countersigning import refuse_changed
from lawfulshare.record.follow_up import NAME, After, Followed, FollowUpSheet, Recipient, Writer, digest, dump
from lawfulshare.record.identities import OpenIdentity
from lawfulshare.record.making import program_version
from lawfulshare.record.record import (
    Block,
    Bullets,
    Facts,
    Frame,
    Heading,
    Paragraph,
    SignaturePlace,
    Signatures,
    Text,
)
from lawfulshare.record.revisions import as_author_signed
from lawfulshare.wording import Wording

Row = tuple[str, tuple[Text, ...]]


def follow_up(
    pdf: bytes, after: After, identity: OpenIdentity, *, number: str, at: datetime, words: Wording
) -> tuple[bytes, FollowUpSheet]:
    """Write and sign a follow-up of a record: give the sheet, and its data.

    Raises:
        IdentityTrouble: the identity had expired, or was not made yet, at that moment.
        NotOurs: it carries no record, or is not as its author signed it.
        NotReady: nothing is stated, or it speaks of a recipient whom the record does not have.
    """
    from lawfulshare.record.signing import sign

    record = twin.read(pdf)
    refuse_changed(pdf)
    labels = {one.id: one.label or "" for one in record.case.recipients or ()}
    if faults := tuple(_faults(after, labels, words)):
        raise NotReady(*faults)
    named = {sent.recipient for sent in after.transmission}
    sheet = FollowUpSheet(
        id=number,
        written_at=at.isoformat(timespec="seconds"),
        training=record.training,
        record=Followed(id=record.id, sha256=sha256(as_author_signed(pdf)).hexdigest(), closed_at=record.closed_at),
        recipients=tuple(Recipient(id=id_, label=label) for id_, label in labels.items() if id_ in named),
        transmission=after.transmission,
        outcome=after.outcome,
        writer=Writer(
            name=identity.name,
            role=identity.role,
            organisation=identity.organisation,
            certificate_sha256=identity.certificate_sha256,
        ),
        made_with={"lawfulshare": program_version()},
    )
    return sign(draw(sheet, words), identity, at=at), sheet


def draw(sheet: FollowUpSheet, words: Wording) -> bytes:
    """Draw a follow-up sheet as an unsigned PDF with its data: the same sheet gives the same bytes."""
    from lawfulshare.record.finishing import finish_paper, metadata
    from lawfulshare.record.paper import render

    frame = Frame(
        title=words("follow_up.frame.title", number=sheet.id),
        head=words("follow_up.frame.head"),
        about="",
        handling=words("record.frame.training" if sheet.training else "record.frame.handling"),
        number=sheet.id,
        page=words("record.frame.page"),
        language=sheet.language,
        training=sheet.training,
        digest=digest(sheet),
    )
    made = metadata.Made(sheet.writer.name, sheet.made_with.get("lawfulshare", ""), sheet.written_at)
    return finish_paper(
        render(frame, blocks(sheet, words)), made, metadata.Source(NAME, dump(sheet), words("follow_up.source"))
    )


def blocks(sheet: FollowUpSheet, words: Wording) -> Iterator[Block]:
    """Tell a follow-up: of which record, by whom; how each sharing went; what came of it; how to check the sheet."""
    yield Heading(1, words("follow_up.heading", record=sheet.record.id))
    yield Paragraph(words("follow_up.lead"), "lead")
    yield Facts(tuple(_who_and_what(sheet, words)))
    yield Signatures((SignaturePlace("author", words("follow_up.signature", who=sheet.writer.name), ()),))
    yield Heading(2, words("follow_up.sent"))
    if sheet.transmission:
        yield Facts(tuple(_told(sheet, sent, words) for sent in sheet.transmission))
    else:
        yield Paragraph(words("follow_up.nothing_sent"))
    yield Heading(2, words("follow_up.outcome"))
    yield Paragraph(sheet.outcome or words("follow_up.no_outcome"))
    yield Heading(2, words("follow_up.check"))
    yield Facts(tuple(_digests(sheet, words)))
    yield Bullets(tuple(words(f"follow_up.checks.{key}") for key in ("program", "digest", "data")))


def _who_and_what(sheet: FollowUpSheet, words: Wording) -> Iterator[Row]:
    record, writer = sheet.record, sheet.writer
    yield _row(words, "record", words("follow_up.row.record_is", record=record.id, day=words.day(record.closed_at)))
    said = {"name": writer.name, "role": writer.role, "organisation": writer.organisation}
    yield _row(words, "writer", words("follow_up.row.writer_is", **said))
    clock = f"{datetime.fromisoformat(sheet.written_at):%H:%M}"
    yield _row(words, "on", words("follow_up.row.moment", day=words.day(sheet.written_at), clock=clock))


def _told(sheet: FollowUpSheet, sent: Transmission, words: Wording) -> Row:
    label = next((one.label for one in sheet.recipients if one.id == sent.recipient), "")
    whom = label or words("record.unnamed.no_recipient")
    return words("record.after.to", whom=whom), tuple(sent_lines(words, sent))


def _digests(sheet: FollowUpSheet, words: Wording) -> Iterator[Row]:
    yield _row(words, "digest", grouped(sheet.record.sha256))
    yield _row(words, "key", grouped(sheet.writer.certificate_sha256))
    yield _row(words, "made_with", words("follow_up.row.made_by", version=sheet.made_with.get("lawfulshare", "")))


def _row(words: Wording, key: str, text: str) -> Row:
    return words(f"follow_up.row.{key}"), (text,)


def _faults(after: After, labels: dict[str, str], words: Wording) -> Iterator[Fault]:
    if not after.transmission and not (after.outcome or "").strip():
        yield _fault("nothing", words("follow_up.fault.where"), words)
    for number, sent in enumerate(after.transmission):
        if sent.recipient is None or sent.recipient not in labels:
            yield _fault("nobody", f"transmission.{number}.recipient", words)


def _fault(key: str, where: str, words: Wording) -> Fault:
    return Fault(where, words(f"follow_up.fault.{key}.what"), words(f"follow_up.fault.{key}.mend"))
