"""Recipients, items, disclosures, enquiries, the decision."""

from pydantic import Field

from lawfulshare.case.people import Answer, Day, Id, Stated
from lawfulshare.case.vocabulary import (
    ActsAs,
    Changes,
    Extent,
    ItemClass,
    Nature,
    Outcome,
    Restriction,
    Sector,
    Whereabouts,
)


class ActsFor(Stated):
    """On whose behalf a recipient asks or receives."""

    person: Id | None = None
    as_: ActsAs | None = Field(None, alias="as")


class Recipient(Stated):
    """Someone who might be told."""

    id: Id
    label: str | None = None
    sector: Sector | None = None
    safeguarding_role: Answer = None
    needs_it_for: str | None = None
    identity_verified: Answer = None
    secure_route: Answer = None
    could_endanger: tuple[Id, ...] | None = Field(
        None, description="Ids of people whom this recipient could put at risk."
    )
    designated_agency: Answer = None
    commissioned_by: Sector | None = None
    person: Id | None = Field(None, description="The recipient is this person of the case.")
    acts_for: ActsFor | None = None
    contact: str | None = Field(None, description="How they can be reached: a telephone number, a secure address.")
    verified_how: str | None = Field(None, description="How it was checked that they are who they say they are.")
    checked_on: Day | None = Field(None, description="When identity and route were last checked.")
    nation: Whereabouts | None = Field(
        None,
        description="Where the recipient works, if not in the nation of the case; silence means that nothing was said.",
    )


class Item(Stated):
    """One thing that is known and might be told."""

    id: Id
    what: str | None = None
    about: tuple[Id, ...] | None = None
    classes: tuple[ItemClass, ...] | None = None
    nature: Nature | None = None
    identifies: Answer = None
    confidential: Answer = None
    relevant: Answer = None
    accurate: Answer = None
    collected_on_consent: Answer = Field(
        None, description="First got because somebody consented to another purpose (UK GDPR Art 8A(4))."
    )
    locates: tuple[Id, ...] | None = Field(None, description="Ids of people whose whereabouts it gives away.")
    restrictions: tuple[Restriction, ...] | None = None
    source: str | None = None
    on: Day | None = None
    period: str | None = None
    own_words: str | None = None
    attachment: str | None = None


class Disclosure(Stated):
    """One item to one recipient: the practitioner's proposal."""

    item: Id
    recipient: Id
    extent: Extent | None = None
    necessary: Answer = None
    reason: str | None = None
    goes_as: str | None = Field(
        None, description="The words in which it goes, where a summary goes or a text without names."
    )


class Reply(Stated):
    """What came back to an enquiry."""

    by: str | None = None
    on: Day | None = None
    text: str | None = None


class Enquiry(Stated):
    """One question put to somebody, to find out more."""

    id: Id
    ask: Id | None = None
    bank: str | None = Field(None, description="The question of the bank that it began with, by its id.")
    question: str | None = None
    why: str | None = None
    least_disclosed: tuple[Id, ...] | None = None
    asked_on: Day | None = None
    answer: str | None = None
    changes: Changes | None = None
    gives_away: str | None = None
    ask_alone: Answer = None
    safe_contact: str | None = None
    chase_on: Day | None = None
    reply: Reply | None = None

    @property
    def is_answered(self) -> bool:
        """Say whether something came back; that nobody replied is not an answer."""
        said = self.answer or (self.reply and self.reply.text)
        return bool(said) or self.changes not in (None, "no_reply")


class StatementSource(Stated):
    """Whether one source bears a statement out."""

    from_: str = Field(alias="from")
    agrees: Answer = None


class Statement(Stated):
    """A statement and the sources that agree, contradict or are silent: triangulation."""

    id: Id
    says: str | None = None
    sources: tuple[StatementSource, ...] | None = None
    bears_on: str | None = Field(None, description="Path of the answer in this case that it bears on.")
    changes: str | None = Field(None, description="What the comparison changes, in words.")


class FollowUp(Stated):
    """A task that follows: what, who, by when."""

    what: str | None = None
    who: str | None = None
    by: Day | None = None


class Decision(Stated):
    """What the practitioner decided, on what basis, and why."""

    outcome: Outcome | None = None
    bases: tuple[str, ...] = ()
    rationale: str | None = None
    departs_because: str | None = None
    purpose: str | None = None
    alternatives: str | None = None
    instead: str | None = Field(None, description="What is done instead of sharing.")
    follow_up: tuple[FollowUp, ...] = ()


class Transmission(Stated):
    """How and when it went to one recipient, received by whom, whether it was chased."""

    recipient: Id | None = None
    how: str | None = None
    on: Day | None = None
    at: str | None = Field(None, description="Clock time, HH:MM.")
    reference: str | None = None
    spoke_to: str | None = None
    spoken_by: str | None = Field(None, description="Who of us spoke to them.")
    gist: str | None = None
    read_back: Answer = None
    written_by: Day | None = Field(None, description="When the written follow-up is due.")
    written_on: Day | None = Field(None, description="When the written follow-up went.")
    received_by: str | None = None
    received_on: Day | None = None
    understood: Answer = Field(None, description="Whether they said that they understand it.")
    promised: str | None = Field(None, description="What they said that they will do.")
    outcome: str | None = Field(None, description="What came of it.")
    chased_on: Day | None = None
    conditions: str | None = Field(None, description="What the recipient may not do with it, and whom not to tell.")


class Review(Stated):
    """When the decision is looked at again, and why then."""

    on: Day | None = None
    because: str | None = None
