"""Involving people: consent as a basis, having been told, and what they wished; three things kept apart."""

from collections.abc import Iterator

from lawfulshare.case.people import Person
from lawfulshare.record.blocks.naming import Telling, ended, labelled
from lawfulshare.record.blocks.people import told_line
from lawfulshare.record.record import Block, Facts, Heading, Paragraph, Text


def involvement(told: Telling) -> Iterator[Block]:
    """Tell of each person what became of consent, whether they were told, and what they asked for earlier."""
    if not told.case.people:
        return
    yield Heading(2, told.say("involvement.heading"))
    yield Paragraph(told.say("involvement.intro"))
    yield Facts(tuple((told.label("person", p.id), tuple(person_lines(told, p))) for p in told.case.people))


def person_lines(told: Telling, person: Person) -> Iterator[Text]:
    """Tell of one person what became of consent, whether they were told, and what they asked for earlier."""
    yield labelled(told.say("involvement.consent"), " ".join(_consent(told, person)))
    yield labelled(told.say("involvement.told"), str(told_line(told, person)))
    earlier = person.earlier_wishes
    if earlier.what or earlier.against_sharing is not None:
        against = {True: "against", False: "not_against", None: "wish"}[earlier.against_sharing]
        yield labelled(told.say("involvement.earlier"), told.say(f"involvement.{against}"))
        if earlier.what:
            yield ended(earlier.what)


def _consent(told: Telling, person: Person) -> Iterator[str]:
    consent = person.consent
    if consent.status is None:
        yield told.say("consent.unknown")
        return
    if consent.status == "not_sought":
        yield told.say(f"consent.not_sought.{consent.not_sought_because or 'unsaid'}")
        return
    by = consent.given_by if consent.status == "given" else None
    yield told.say(f"consent.given_by.{by}") if by else told.say(f"consent.{consent.status}")
    if consent.status == "given":
        for key in ("explicit", "freely_given", "informed"):
            yield told.say(f"consent.{key}", answer=told.truth(getattr(consent, key)))
