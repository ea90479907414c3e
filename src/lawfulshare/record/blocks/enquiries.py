"""Finding out more: what was seen and what not; whom was asked what, and why; what came back, and what adds up."""

from collections.abc import Iterator

from lawfulshare.case.paths import fact_of
from lawfulshare.case.sharing import Enquiry, Statement
from lawfulshare.case.triangulation import compared
from lawfulshare.record.blocks.naming import Telling, ended, labelled
from lawfulshare.record.record import Block, Cell, Facts, Heading, Table, Text

COLUMNS = 3
"""Sources beside each other on A4."""

Row = tuple[str, tuple[Text, ...]]


def enquiries(told: Telling) -> Iterator[Block]:
    """Tell the picture, each enquiry with its reply, and how far the sources agree; nothing where nothing was said."""
    seen = tuple(_picture(told))
    if not seen and not told.case.enquiries and not told.case.statements:
        return
    yield Heading(2, told.say("enquiries.heading"))
    if seen:
        yield Facts(seen)
    for enquiry in told.case.enquiries or ():
        yield Facts(tuple(_enquiry(told, enquiry)))
    if told.case.statements:
        yield from _statements(told)


def _statements(told: Telling) -> Iterator[Block]:
    """Set each statement against each source, a few sources beside each other, then say what was made of it."""
    table = compared(told.case, lambda whom: _called(told, whom))
    yield Heading(3, told.say("statements.heading"))
    for at in range(0, max(len(table.columns), 1), COLUMNS):
        columns = table.columns[at : at + COLUMNS]
        yield Table(
            caption=told.say("statements.caption"),
            head=(
                told.say("statements.head.says"),
                *(one.label for one in columns),
                told.say("statements.head.stands"),
            ),
            rows=tuple(
                (
                    Cell(line.statement.says or told.say("answer.not_recorded")),
                    *(Cell(told.say(f"statements.voice.{voice}")) for voice in line.voices[at : at + COLUMNS]),
                    Cell(told.say(f"statements.stands.{line.standing}")),
                )
                for line in table.lines
            ),
        )
    rows = ((told.say("statements.one", number=n), tuple(_made_of(told, line.statement)))
            for n, line in enumerate(table.lines, 1))  # fmt: skip
    yield Facts(tuple(row for row in rows if row[1]))


def _called(told: Telling, whom: str) -> str:
    """Name who was asked; an enquiry that names nobody as somebody."""
    known = any(one.id == whom for one in told.case.recipients or ())
    return told.label("recipient", whom if known else None)


def _picture(told: Telling) -> Iterator[Row]:
    picture = told.case.picture
    for key in ("known", "assumed", "missing"):
        said = getattr(picture, key) if picture else None
        if said:
            yield told.say(f"picture.{key}"), (ended(said),)


def _enquiry(told: Telling, enquiry: Enquiry) -> Iterator[Row]:
    asked = told.label("recipient", enquiry.ask)
    day = (
        told.say("enquiries.asked_on", day=told.day(enquiry.asked_on))
        if enquiry.asked_on
        else told.say("enquiries.not_asked_yet")
    )
    yield told.say("enquiries.whom"), (labelled(ended(asked), day),)
    yield told.say("enquiries.question"), (enquiry.question or told.say("answer.not_recorded"),)
    if enquiry.why:
        yield told.say("enquiries.why"), (ended(enquiry.why),)
    yield told.say("enquiries.least"), tuple(_least(told, enquiry))
    care = []
    if enquiry.ask_alone:
        care.append(told.say("enquiries.alone"))
    if enquiry.safe_contact:
        care.append(ended(enquiry.safe_contact))
    if care:
        yield told.say("enquiries.care"), tuple(care)
    yield told.say("enquiries.reply"), tuple(_reply(told, enquiry))


def _least(told: Telling, enquiry: Enquiry) -> Iterator[Text]:
    if enquiry.least_disclosed:
        yield ended("; ".join(told.label("item", item) for item in enquiry.least_disclosed))
    else:
        yield told.say(
            "enquiries.nothing_disclosed" if enquiry.least_disclosed == () else "answer.not_recorded_sentence"
        )
    if enquiry.gives_away:
        yield labelled(told.say("enquiries.gives_away"), ended(enquiry.gives_away))


def _reply(told: Telling, enquiry: Enquiry) -> Iterator[Text]:
    reply = enquiry.reply
    text = (reply.text if reply else None) or enquiry.answer
    if text:
        yield ended(text)
    if reply and (reply.by or reply.on):
        yield told.say("enquiries.replied", who=reply.by or told.say("answer.unknown"), day=told.day(reply.on))
    yield told.say(f"changes.{enquiry.changes or 'unsaid'}")
    if enquiry.chase_on and not enquiry.is_answered:
        yield told.say("enquiries.chase", day=told.day(enquiry.chase_on))


def _made_of(told: Telling, statement: Statement) -> Iterator[Text]:
    if statement.bears_on:
        yield told.say("statements.bears_on", matter=_matter(told, statement.bears_on))
    if statement.changes:
        yield labelled(told.say("statements.changes"), ended(statement.changes))


def _matter(told: Telling, path: str) -> str:
    """Name what a path asks, and of whom: whether there is reason to believe in the harm."""
    fact, entry = fact_of(path), path.split(".")[1]
    matter = told.say(f"fact.{fact}") if told.knows(f"fact.{fact}") else fact
    kind = fact.partition(".")[0]
    return f"{told.label(kind, entry)}, {matter}" if kind in ("person", "recipient", "item") else matter
