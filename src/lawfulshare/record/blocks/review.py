"""Afterwards: how it went, what follows, when it is looked at again, and how to check this record."""

from collections.abc import Iterator

from lawfulshare.law.answer.nearby import nearby
from lawfulshare.record.blocks.naming import Telling, ended, going
from lawfulshare.record.blocks.sent import sent_lines
from lawfulshare.record.certificates import grouped
from lawfulshare.record.record import Block, Bullets, Facts, Heading, Paragraph, Text

Row = tuple[str, tuple[Text, ...]]


def review(told: Telling) -> Iterator[Block]:
    """Tell how and when it went, what follows, and when somebody looks again."""
    yield Heading(2, told.say("after.heading"))
    chosen = told.case.decision
    for sent in told.case.transmission or ():
        whom = told.say("after.to", whom=told.label("recipient", sent.recipient))
        yield Facts(((whom, tuple(sent_lines(told.words, sent))),))
    if not told.case.transmission:
        yield Paragraph(told.say("after.not_sent" if going(told) else "after.nothing_sent"))
    rows: list[Row] = []
    for task in chosen.follow_up if chosen else ():
        by = told.say("after.by", day=told.day(task.by)) if task.by else told.say("after.no_day")
        who = told.say("after.who", who=task.who) if task.who else told.say("after.nobody")
        rows.append((told.say("after.task"), (ended(task.what or told.say("answer.not_recorded")), f"{who} {by}")))
    if told.case.handling:
        rows.append((told.say("after.handling"), (ended(told.case.handling),)))
    if here := _here(told):
        rows.append((told.say("after.here"), here))
    rows.append((told.say("after.retention"), (ended(told.case.retention or told.say("after.no_retention")),)))
    rows.append((told.say("after.amendments"), (told.say("after.append_only"),)))
    yield Facts(tuple(rows))
    if told.case.mode == "urgent":
        yield Paragraph(told.say("after.urgent"))


def checking(told: Telling) -> Iterator[Block]:
    """Tell which law was used and how anybody can check the record, with this program and without it."""
    yield Heading(2, told.say("check.heading"))
    law = told.assessment.law
    keys = [(signer.part, grouped(signer.certificate_sha256)) for signer in told.record.signers]
    rows: list[Row] = [
        (
            told.say("check.law"),
            (told.say("check.law_is", pack=told.choice(law.pack), version=law.version, day=told.day(law.as_at)),),
        ),
        (told.say("check.law_sha256"), (grouped(law.sha256),)),
        *_overlay(told),
        *((told.say("check.key"), (fingerprint,)) for _, fingerprint in keys),
        (told.say("check.made_with"), (told.say("check.made_by", version=_version(told)),)),
    ]
    if told.record.amends:
        rows.append((told.say("check.amends"), (grouped(told.record.amends),)))
        rows.append((told.say("check.round"), (told.say("check.round_is", number=told.record.round),)))
    yield Facts(tuple(rows))
    yield Paragraph(told.say("check.intro"))
    yield Bullets(tuple(told.say(f"check.{key}") for key in ("program", "reader", "pdfsig", "data", "time")))


def _overlay(told: Telling) -> Iterator[Row]:
    """Name the organisation's own sheet of law that lay over the edition, where one did."""
    digest, overlay = told.assessment.law.overlay, told.law.overlay
    if digest is None:
        return
    lines = [grouped(digest)]
    if overlay is not None and overlay.sha256 == digest:
        lines.insert(0, told.say("check.overlay_is", organisation=overlay.organisation, version=overlay.version))
    yield told.say("check.overlay"), tuple(lines)


def _here(told: Telling) -> tuple[str, ...]:
    """Tell what the organisation's overlay says of whom to ring, where to turn next, and what the level means."""
    lines = nearby(told.case, told.assessment, told.law)
    return tuple(ended(line.strip()) for line in lines if line.strip())


def _version(told: Telling) -> str:
    return told.record.made_with.get("lawfulshare", told.say("answer.unknown"))
