"""What was asked: by whom, under which power, in which words, as which file, and what is clear about it."""

from collections.abc import Iterator

from lawfulshare.case.situation import Attachment, Request
from lawfulshare.record.blocks.naming import Telling, capital, ended, law_named
from lawfulshare.record.record import Block, Facts, Heading, Text

ASKED = (
    "in_writing",
    "identity_verified",
    "purpose_stated",
    "states_need_for_public_task",
    "order_seen",
    "scope_clear",
)
GROUP = 8

Row = tuple[str, tuple[Text, ...]]


def what_was_asked(told: Telling) -> Iterator[Block]:
    """Tell the request; nothing where nobody asked."""
    request = told.case.request
    if request is None:
        return
    yield Heading(3, told.say("people.request_heading"))
    yield Facts((*_from(told, request), *_clear(told, request), *_words(told, request)))


def _from(told: Telling, request: Request) -> Iterator[Row]:
    if request.from_:
        yield told.say("request.from"), (told.label("recipient", request.from_),)
    if request.received_on:
        yield told.say("request.received"), (ended(told.day(request.received_on)),)
    if request.verified_how:
        yield told.say("request.verified"), (ended(request.verified_how),)
    if request.power_cited:
        yield told.say("request.power"), (ended(law_named(told, request.power_cited)),)
    else:
        yield told.say("request.power"), (told.say("request.no_power"),)


def _clear(told: Telling, request: Request) -> Iterator[Row]:
    for answer, key in ((True, "yes_to"), (False, "no_to"), (None, "unknown_to")):
        named = [told.say(f"asked.{sign}") for sign in ASKED if getattr(request, sign) is answer]
        if named:
            yield told.say(f"concern.{key}"), (capital(ended("; ".join(named))),)


def _words(told: Telling, request: Request) -> Iterator[Row]:
    if request.purpose:
        yield told.say("request.purpose"), (ended(request.purpose),)
    if request.period_covered:
        yield told.say("request.period"), (ended(request.period_covered),)
    if request.order_limits:
        yield told.say("request.limits"), tuple(ended(limit) for limit in request.order_limits)
    if request.text:
        yield told.say("request.words"), _lines(request.text)
    if request.attachments:
        yield told.say("request.files"), tuple(_file(told, one) for one in request.attachments)
    if request.clarifications:
        yield told.say("request.clarified"), tuple(ended(line) for line in request.clarifications)
    for kind in ("clarify", "reply", "refuse"):
        if text := getattr(request.letters, kind, None):
            yield told.say(f"request.letter.{kind}"), _lines(text)


def _file(told: Telling, one: Attachment) -> str:
    """Name a file so that it can be told from any other: its digest in groups, to be compared by eye."""
    digest = " ".join(one.sha256[at : at + GROUP] for at in range(0, len(one.sha256), GROUP))
    return told.say("request.file", name=one.name, size=one.size, digest=digest)


def _lines(text: str) -> tuple[Text, ...]:
    """Give each line that says something; the marks of a letter's headings and points are for its writer."""
    return tuple(said for line in text.splitlines() if (said := line.strip().removeprefix("# ").removeprefix("- ")))
