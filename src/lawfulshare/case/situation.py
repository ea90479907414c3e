"""Nation, organisation, concern, request, balance, advice."""

from typing import Annotated

from pydantic import Field, StringConstraints

from lawfulshare.case.people import Answer, Day, Id, Stated
from lawfulshare.case.vocabulary import ConcernKind, ConcernLevel, Sector, Urgency


class Organisation(Stated):
    """Who shares: the body that is the controller."""

    name: str | None = None
    sector: Sector | None = None
    commissioned_by: Sector | None = Field(
        None, description="Sector of the public body that commissions this service; silence means none."
    )
    policy_document: Answer = Field(
        None, description="An appropriate policy document is in place (DPA 2018 Sch 1 Part 4)."
    )
    designated_agency: Answer = Field(None, description="Designated for s.16E Children Act 2004.")
    nhs_services: Answer = Field(None, description="A provider of services to the NHS.")


class DecisionMaker(Stated):
    """The person who decides and signs."""

    name: str | None = None
    role: str | None = None
    contact: str | None = None
    manager: str | None = None


class Referral(Stated):
    """A referral that somebody has already made."""

    to: Sector | None = None
    on: Day | None = None


class UrgencyStated(Stated):
    """How soon, and why."""

    is_: Urgency | None = Field(None, alias="is")
    because: str | None = None


class Concern(Stated):
    """What the worry is, about whom, how grave, and what is suspected."""

    level: ConcernLevel | None = None
    about: tuple[Id, ...] | None = None
    kinds: tuple[ConcernKind, ...] | None = None
    reasonable_cause: Answer = None
    life_at_risk: Answer = None
    crime_suspected: Answer = None
    public_protection: Answer = None
    fgm_disclosed_or_seen: Answer = None
    modern_slavery: Answer = None
    radicalisation: Answer = None
    disaster_emergency: Answer = None
    serious_crime: Answer = None
    referred: Referral | None = None
    urgency: UrgencyStated = UrgencyStated()
    protective_factors: str | None = None
    wishes: str | None = Field(None, description="The child's or adult's own words.")


class Attachment(Stated):
    """A file that a request came as: by these it can be told from any other; its content is never kept."""

    name: str
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0, strict=True)] = Field(description="In bytes.")


class Letters(Stated):
    """What was written back to whoever asked, as the practitioner left it; nothing where no letter was written."""

    clarify: str | None = Field(None, description="To have the request made clear.")
    reply: str | None = Field(None, description="With what is sent.")
    refuse: str | None = Field(None, description="That nothing is sent, and how to come back.")


class Request(Stated):
    """What was asked of the sharer, by whom, under which power."""

    from_: Id | None = Field(None, alias="from")
    in_writing: Answer = None
    identity_verified: Answer = None
    purpose_stated: Answer = None
    states_need_for_public_task: Answer = None
    power_cited: str | None = Field(None, description="Id of the provision that the request names; silence means none.")
    order_seen: Answer = None
    order_limits: tuple[str, ...] | None = None
    scope_clear: Answer = None
    period_covered: str | None = None
    clarifications: tuple[str, ...] | None = None
    text: str | None = Field(None, description="The request as it came, word for word.")
    received_on: Day | None = None
    purpose: str | None = Field(None, description="What they say that they need it for.")
    verified_how: str | None = Field(None, description="How it was checked who asks.")
    attachment: str | None = Field(None, description="What the request came as, and its SHA-256 where it was a file.")
    attachments: tuple[Attachment, ...] | None = Field(None, description="The files that it came as.")
    letters: Letters | None = Field(None, description="What was written back.")


class Picture(Stated):
    """How far one sees: what is known, what is taken for granted, what is missing."""

    known: str | None = None
    assumed: str | None = None
    missing: str | None = None


class Balance(Stated):
    """The harm weighed both ways."""

    detriment_of_sharing: str | None = None
    detriment_of_not_sharing: str | None = None
    sharing_more_detrimental_to_child: Answer = None
    less_intrusive_way: str | None = Field(None, description="In words; silence means that there is none.")


class Advice(Stated):
    """Advice that was taken: from whom, when, the gist, and whether it was followed."""

    from_: Annotated[str, Field(alias="from")]
    on: Day | None = None
    gist: str | None = None
    followed: Answer = None
