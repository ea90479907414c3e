"""People, their consent, capacity and whether they have been told."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from lawfulshare.case.vocabulary import (
    Capacity,
    ConsentBy,
    ConsentStatus,
    Contact,
    NotSoughtBecause,
    NotToldBecause,
    Part,
    PersonKind,
    ToldStatus,
    Whereabouts,
)

Answer: TypeAlias = StrictBool | None
"""True, False, or None: not known yet."""

Day: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
"""A calendar day, ISO 8601: 2026-11-23."""

Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""The name of an entry inside this case: letters, digits, _ and -."""


class Stated(BaseModel):
    """Something a practitioner has stated. Never changed in place: an edit makes a new one."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class Consent(Stated):
    """What a person has said about sharing, as a legal basis; apart from having been told."""

    status: ConsentStatus | None = None
    explicit: Answer = Field(
        None, description="Put into words for this item, recipient and purpose (UK GDPR Art 9(2)(a))."
    )
    freely_given: Answer = None
    informed: Answer = None
    given_by: ConsentBy | None = None
    not_sought_because: NotSoughtBecause | None = None


class Told(Stated):
    """Whether the person has been told what is shared, by whom and when; and if not, why."""

    status: ToldStatus | None = None
    because: NotToldBecause | None = None
    on: Day | None = None
    by: str | None = None


class Wishes(Stated):
    """What somebody asked for earlier, before losing the capacity to decide."""

    against_sharing: Answer = None
    what: str | None = None


class Relationship(Stated):
    """How this person stands to another person of the case."""

    to: Id
    is_: str | None = Field(None, alias="is", description="In words: mother, step-father, neighbour.")
    contact: Contact | None = None


class Person(Stated):
    """Someone whom the case is about, or whom it touches."""

    id: Id
    label: str | None = Field(None, description="A name or a pseudonym, as the reader will see it.")
    kind: PersonKind | None = None
    age: Annotated[int, Field(ge=0, le=125, strict=True)] | None = None
    part: Part | None = None
    needs_care_and_support: Answer = None
    experiencing_or_at_risk_of_harm: Answer = None
    unable_to_protect_self: Answer = None
    capacity: Capacity | None = None
    capacity_shown_by: str | None = Field(
        None, description="What shows that somebody cannot decide, or only at times: an assessment, by whom and when."
    )
    competent_to_decide: Answer = Field(None, description="Gillick competence (under 16), as judged and recorded.")
    coercion_suspected: Answer = None
    may_harm_child: Answer = None
    position_of_trust: Answer = None
    may_harm_others: Answer = None
    consent: Consent = Consent()
    told: Told = Told()
    name: str | None = None
    date_of_birth: Day | None = None
    identifier: str | None = None
    relationships: tuple[Relationship, ...] | None = None
    age_uncertain: Answer = None
    nation: Whereabouts | None = Field(
        None,
        description="Where the person lives, if not in the nation of the case; silence means that nothing was said.",
    )
    earlier_wishes: Wishes = Wishes()
    parental_responsibility: tuple[Id, ...] | None = Field(
        None, description="Ids of the children for whom this person has it."
    )
