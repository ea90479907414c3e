"""The chronology: what is known of when, what was asked, done and decided, and what is to come."""

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, NamedTuple, TypeAlias

from lawfulshare.record.blocks.naming import Telling, adviser, ended
from lawfulshare.record.record import Block, Cell, Heading, Moment, Paragraph, Table, TimeLine

Lane: TypeAlias = Literal["known", "asked", "done", "to_come"]
LANES: Final[tuple[Lane, ...]] = ("known", "asked", "done", "to_come")
_LEAST_DAYS = 2


class Event(NamedTuple):
    """One dated thing of the case."""

    day: str
    lane: Lane
    says: str


def chronology(told: Telling) -> Iterator[Block]:
    """Tell everything that has a day, in order: a picture of lanes, and the table that its numbers name."""
    events = events_of(told)
    if len({event.day for event in events}) < _LEAST_DAYS:
        return
    yield Heading(3, told.say("chronology.heading"))
    yield Paragraph(told.say("chronology.intro"))
    yield _picture(told, events)
    yield Table(
        caption=told.say("chronology.caption"),
        head=tuple(told.say(f"chronology.head.{key}") for key in ("number", "day", "what", "lane")),
        rows=tuple(
            (
                Cell(str(number)),
                Cell(told.day(event.day)),
                Cell(ended(event.says)),
                Cell(told.say(f"chronology.lane.{event.lane}")),
            )
            for number, event in enumerate(events, 1)
        ),
        widths=(12, 38, 95, 25),
        close=True,
    )


def events_of(told: Telling) -> tuple[Event, ...]:
    """Give every dated thing of the case by day; of one day, in the order of the lanes."""
    found = (*_known(told), *_asked(told), *_done(told), *_to_come(told))
    return tuple(sorted(filter(_is_dated, found), key=lambda event: (event.day, LANES.index(event.lane))))


def _is_dated(event: Event) -> bool:
    """Say whether the day is one of the calendar; one that is none is told where it was said, and not here."""
    try:
        date.fromisoformat(event.day)
    except ValueError:
        return False
    return True


def _picture(told: Telling, events: tuple[Event, ...]) -> TimeLine:
    lanes = []
    said = []
    for lane in LANES:
        moments = tuple(_moments(events, lane))
        if moments:
            label = told.say(f"chronology.lane.{lane}")
            lanes.append((label, moments))
            numbers = told.listed([moment.numbers for moment in moments])
            said.append(told.say("chronology.in_lane", lane=label, numbers=numbers))
    first, last = events[0].day, events[-1].day
    decided = told.case.decided_on if any(event.day == told.case.decided_on for event in events) else None
    return TimeLine(
        alternative=told.say(
            "chronology.alternative", first=told.day(first), last=told.day(last), lanes=" ".join(said)
        ),
        lanes=tuple(lanes),
        ends=((first, told.day(first)), (last, told.day(last))),
        decided=(decided, told.say("chronology.decided_line")) if decided else None,
    )


def _moments(events: tuple[Event, ...], lane: Lane) -> Iterator[Moment]:
    """Give each day of a lane once; what a lane holds on a day has numbers one after the other."""
    numbers: dict[str, list[int]] = {}
    for number, event in enumerate(events, 1):
        if event.lane == lane:
            numbers.setdefault(event.day, []).append(number)
    for day, found in numbers.items():
        yield Moment(found[0], found[-1], day, lane == "to_come")


def _known(told: Telling) -> Iterator[Event]:
    for item in told.case.items or ():
        if item.on:
            yield Event(item.on, "known", told.label("item", item.id))


def _asked(told: Telling) -> Iterator[Event]:
    request = told.case.request
    if request and request.received_on:
        who = told.label("recipient", request.from_)
        yield Event(request.received_on, "asked", told.say("chronology.request", who=who))
    for enquiry in told.case.enquiries or ():
        whom = told.label("recipient", enquiry.ask)
        if enquiry.asked_on:
            yield Event(enquiry.asked_on, "asked", told.say("chronology.asked", whom=whom))
        if enquiry.reply and enquiry.reply.on:
            yield Event(enquiry.reply.on, "asked", told.say("chronology.answered", whom=whom))
    for advice in told.case.advice or ():
        if advice.on:
            yield Event(advice.on, "asked", told.say("chronology.advice", who=adviser(advice.from_)))


def _done(told: Telling) -> Iterator[Event]:
    case = told.case
    if case.concern.referred and case.concern.referred.on:
        whom = told.choice(case.concern.referred.to)
        yield Event(case.concern.referred.on, "done", told.say("chronology.referred", whom=whom))
    for person in case.people or ():
        if person.told.status == "told" and person.told.on:
            yield Event(person.told.on, "done", told.say("chronology.told", who=told.label("person", person.id)))
    if case.decided_on and case.decision and case.decision.outcome:
        outcome = told.say(f"outcome.{case.decision.outcome}")
        yield Event(case.decided_on, "done", told.say("chronology.decided", outcome=outcome))
    for sent in case.transmission or ():
        whom = told.label("recipient", sent.recipient)
        for key in ("on", "written_on", "received_on", "chased_on"):
            if day := getattr(sent, key):
                yield Event(day, "done", told.say(f"chronology.sent.{key}", whom=whom))


def _to_come(told: Telling) -> Iterator[Event]:
    case = told.case
    for enquiry in case.enquiries or ():
        if enquiry.chase_on and not enquiry.is_answered:
            whom = told.label("recipient", enquiry.ask)
            yield Event(enquiry.chase_on, "to_come", told.say("chronology.to_chase", whom=whom))
    for sent in case.transmission or ():
        if sent.written_by and not sent.written_on:
            whom = told.label("recipient", sent.recipient)
            yield Event(sent.written_by, "to_come", told.say("chronology.to_write", whom=whom))
    for person in case.people or ():
        if person.told.status == "will_be_told" and person.told.on:
            yield Event(person.told.on, "to_come", told.say("chronology.to_tell", who=told.label("person", person.id)))
    for task in case.decision.follow_up if case.decision else ():
        if task.by:
            yield Event(task.by, "to_come", told.say("chronology.task", who=task.who or told.say("chronology.nobody")))
    if case.review.on:
        yield Event(case.review.on, "to_come", told.say("chronology.review"))
