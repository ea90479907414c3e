"""Who and what: the organisation, the people, the worry, what was asked."""

from collections.abc import Iterator
from datetime import datetime

from lawfulshare.case.people import Person
from lawfulshare.record.blocks.chronology import chronology
from lawfulshare.record.blocks.family import family
from lawfulshare.record.blocks.naming import Telling, aged, capital, ended, labelled
from lawfulshare.record.blocks.request import what_was_asked
from lawfulshare.record.record import Block, Facts, Heading, Paragraph, Text

RISKS = (
    "needs_care_and_support", "experiencing_or_at_risk_of_harm", "unable_to_protect_self", "coercion_suspected",
    "may_harm_child", "may_harm_others", "position_of_trust", "age_uncertain",
)  # fmt: skip
SIGNS = (
    "reasonable_cause", "life_at_risk", "crime_suspected", "serious_crime", "public_protection",
    "fgm_disclosed_or_seen", "modern_slavery", "radicalisation", "disaster_emergency",
)  # fmt: skip
Row = tuple[str, tuple[Text, ...]]


def who_and_what(told: Telling) -> Iterator[Block]:
    """Tell who decided, who the people are, what the worry is and what was asked."""
    yield Heading(2, told.say("people.heading"))
    yield Facts(tuple(_deciding(told)))
    yield Heading(3, told.say("people.people_heading"))
    if told.case.people:
        yield Facts(tuple((told.label("person", p.id), tuple(person_told(told, p))) for p in told.case.people))
    else:
        yield Paragraph(told.say("people.nobody"))
    yield from family(told)
    yield Heading(3, told.say("people.worry_heading"))
    yield Facts(tuple(_worry(told)))
    yield from what_was_asked(told)
    yield from chronology(told)


def told_line(told: Telling, person: Person) -> Text:
    """Say of one person whether they have been told, by whom and when, or why not."""
    status, because = person.told.status, person.told.because
    name = told.label("person", person.id)
    if status is None:
        return told.say("told.unknown", who=name)
    if status == "not_told":
        return told.say(f"told.not_told.{because or 'unsaid'}", who=name)
    tell = "told" if status == "told" else "will_be_told"
    match (person.told.by, person.told.on):
        case (None, None):
            return told.say(f"told.{tell}.plain", who=name)
        case (str() as by, None):
            return told.say(f"told.{tell}.by", who=name, by=ended(by))
        case (None, str() as on):
            return told.say(f"told.{tell}.dated", who=name, day=told.day(on))
        case (by, on):
            return told.say(f"told.{tell}.by_dated", who=name, by=ended(str(by)), day=told.day(on))


def _deciding(told: Telling) -> Iterator[Row]:
    case, maker, body = told.case, told.case.decision_maker, told.case.organisation
    yield told.say("people.record_number"), (told.record.id,)
    yield told.say("people.closed_at"), (_closed(told),)
    yield told.say("people.decided_on"), (told.day(case.decided_on),)
    yield told.say("people.direction"), (ended(told.choice(case.mode)),)
    contact = [
        ended(text) for text in (maker.contact, maker.manager and told.say("people.manager", who=maker.manager)) if text
    ]
    name = maker.name or told.say("unnamed.maker")
    yield told.say("people.maker"), (f"{name}, {maker.role}" if maker.role else name, *contact)
    yield told.say("people.need_to_know"), (told.say("people.need_to_know_is"),)
    lines = [capital(ended(told.choice(body.sector)))]
    if body.commissioned_by:
        lines.append(told.say("people.commissioned", whom=told.choice(body.commissioned_by)))
    lines.append(told.say("people.policy", answer=told.truth(body.policy_document)))
    lines += [told.say(f"people.{key}") for key in ("designated_agency", "nhs_services") if getattr(body, key)]
    yield told.say("people.organisation"), (body.name or told.say("unnamed.organisation"), *lines)
    yield told.say("people.nation"), (told.choice(case.nation),)
    if case.linked_to:
        yield told.say("people.linked_to"), (case.linked_to,)
    if case.reopens:
        yield told.say("people.reopens"), (case.reopens,)


def _closed(told: Telling) -> str:
    """Give the moment of closing with its time zone; a clock without one would mean another moment elsewhere."""
    offset = f"{datetime.fromisoformat(told.record.closed_at):%z}" or "+0000"
    return told.say("people.closed_is", moment=told.moment(told.record.closed_at), offset=f"{offset[:3]}:{offset[3:5]}")


def person_told(told: Telling, person: Person, *, alone: bool = False) -> Iterator[Text]:
    """Tell what is said of one person; `alone`: without whom else they answer for."""
    age, kind = aged(told, person.age), told.choice(person.kind) if person.kind else told.say("people.kind_unknown")
    part = told.say(f"part.{person.part}") if person.part else told.say("people.part_unknown")
    yield told.say("people.is", kind=capital(kind), age=age, part=part)
    if person.name and person.name != person.label:
        yield labelled(told.say("people.name"), ended(person.name))
    if person.date_of_birth:
        yield labelled(told.say("people.born"), ended(told.day(person.date_of_birth)))
    if person.identifier:
        yield labelled(told.say("people.identifier"), ended(person.identifier))
    if person.nation:
        yield told.say("people.lives_in", where=told.choice(person.nation))
    if person.parental_responsibility and not alone:
        yield told.say("people.responsibility", whom=told.people(person.parental_responsibility))
    holds = [told.say(f"risk.{key}") for key in RISKS if getattr(person, key) is True]
    if holds:
        yield ended(told.say("people.so", what="; ".join(holds)))
    fails = [told.say(f"risk.{key}") for key in RISKS if getattr(person, key) is False and key != "age_uncertain"]
    if fails:
        yield ended(told.say("people.not_so", what="; ".join(fails)))
    if person.capacity and person.capacity != "not_applicable":
        yield told.say(f"capacity.{person.capacity}")
    if person.capacity_shown_by:
        yield labelled(told.say("capacity.shown_by"), ended(person.capacity_shown_by))
    if person.competent_to_decide is not None:
        yield told.say("people.competent" if person.competent_to_decide else "people.not_competent")


def _worry(told: Telling) -> Iterator[Row]:
    concern = told.case.concern
    yield told.say("concern.level"), (capital(ended(told.choice(concern.level))),)
    if concern.about:
        yield told.say("concern.about"), (ended(told.people(concern.about)),)
    yield told.say("concern.kinds"), (capital(ended(told.choices(concern.kinds))),)
    signs = [(sign, getattr(concern, sign)) for sign in SIGNS]
    if concern.crime_suspected is False and concern.serious_crime is None:
        signs.remove(("serious_crime", None))
    for answer, key in ((True, "yes_to"), (False, "no_to"), (None, "unknown_to")):
        named = [told.say(f"sign.{sign}") for sign, said in signs if said is answer]
        if named:
            yield told.say(f"concern.{key}"), (capital(ended("; ".join(named))),)
    urgency = concern.urgency
    soon = capital(ended(told.choice(urgency.is_))) if urgency.is_ else told.say("answer.not_recorded_sentence")
    yield told.say("concern.urgency"), (soon, *((ended(urgency.because),) if urgency.because else ()))
    if concern.referred:
        whom, day = told.choice(concern.referred.to), told.day(concern.referred.on)
        yield told.say("concern.referred"), (told.say("concern.referred_to", whom=whom, day=day),)
    yield told.say("concern.protective"), (ended(concern.protective_factors or told.say("answer.not_recorded")),)
    yield told.say("concern.wishes"), (ended(concern.wishes or told.say("answer.not_recorded")),)
