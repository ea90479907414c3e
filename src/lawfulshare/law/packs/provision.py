"""One provision: citation, address, dated versions, conditions, exceptions, effect.

The shape of `resources/law/<folder>/<id>.yaml` (the file's name is the id; a key that is not named here is a fault):

    id: ca2004-s16la
    title: Duty to share information about a child
    plain: Bodies that work with children must share what helps to keep a child safe.   # one plain sentence
    citation: Children Act 2004, section 16LA
    address: https://www.legislation.gov.uk/ukpga/2004/31/section/16LA/2026-09-30       # dated, https
    kind: duty            # duty | power | basis | condition | confidence | restriction | requirement | citable
    read: partly          # whole | partly | no: was its own text read? `no` warns where it carries an answer
    meets: [special]      # condition only, then required: special and/or offence
    route: statutory_duty # confidence only, then required: a route of the contract; several provisions may share one
    refers_to: [police]   # duty only: sectors that must hear; shown in refer_to wherever the duty stands
    personal: true        # duty only: it falls on the practitioner in person (default false)
    bound_alone: true     # duty only: listed in `duties` without any pair, as soon as those of its conditions and
                          # exceptions that look at no item, recipient or disclosure are met (default false). As a
                          # gateway of a pair, and in {holds: id} and {any_of: duty}, the whole of it must stand.
    who: Who may rely on it, or is bound by it.
    effect: What follows, in a sentence.
    record: What to record.
    instead: What is the right way, where a request cites it and it does not oblige.
    needs: [What else is needed, in sentences.]          # texts, shown to the reader; they compute nothing
    opens: [art6-1-c-legal-obligation]                   # ids of provisions that it leads to; checked, shown
    versions:             # in order; days do not overlap; `to` is the last day, only where an Act or order names one
      - from: 2026-09-30
        to: 2027-01-01
        status: in_force_secondary   # in_force | in_force_secondary | enacted_not_in_force | repealed
        evidence: How we know that it is in force, and since when.
        conditions:       # all of them must hold; without any, the version always holds
          recipient_bound:
            says: Section 16LA(4) binds the recipient.            # why it holds
            fails: The duty does not bind this recipient.         # the reason given where it fails (optional)
            when: {fact: recipient.sector, in: s16la_bodies}
        exceptions:       # one that holds takes the provision away
          worse_for_the_child:
            says: Sharing would harm the child more than not sharing.
            when: balance.sharing_more_detrimental_to_child

`enacted_not_in_force` and `repealed` versions, and days that no version covers, are never law: they compile to *false*.
`citable` provisions are only cited (by requests and decisions) and explained; they carry no answer. `requirement`s are
what the tables ask for by {holds: id}: relevant, necessary, policy document, and so on. Terms are written as
`law/language/terms.py` says.

Cases beside it, `<id>.cases.yaml`, are written as `law/proving/beside.py` says.
"""

from datetime import date
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from lawfulshare.case.vocabulary import ConfidenceRoute, Sector

Kind: TypeAlias = Literal[
    "duty", "power", "basis", "condition", "confidence", "restriction", "requirement", "citable"
]  # fmt: skip
Status: TypeAlias = Literal["in_force", "in_force_secondary", "enacted_not_in_force", "repealed"]

LAW: frozenset[str] = frozenset({"in_force", "in_force_secondary"})
"""The statuses under which a version is law."""


def _day(value: object) -> object:
    """A quoted and an unquoted day mean the same."""
    return value.isoformat() if isinstance(value, date) else value


def _id_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _of_the_calendar(day: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{day} is not a day of the calendar") from None
    return day


Day: TypeAlias = Annotated[
    str, BeforeValidator(_day), Field(pattern=r"^\d{4}-\d\d-\d\d$"), AfterValidator(_of_the_calendar)
]
Texts: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_id_list)]
"""One text, or a list of texts."""


class Written(BaseModel):
    """Something written in resources/law: frozen, and no key that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Condition(Written):
    """One condition: what it says where it holds, what to say where it fails, and when it holds."""

    says: str
    fails: str | None = None
    when: Any


class Exemption(Written):
    """One exception: what it says, and when it takes the provision away."""

    says: str
    when: Any


class Version(Written):
    """The text of a provision in a span of days."""

    from_: Day = Field(alias="from")
    to: Day | None = None
    status: Status
    evidence: str
    conditions: dict[str, Condition] = {}
    exceptions: dict[str, Exemption] = {}

    def covers(self, day: str) -> bool:
        """Say whether the version's days include this one."""
        return self.from_ <= day and (self.to is None or day <= self.to)


class Provision(Written):
    """One rule of law, with all its versions."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    plain: str
    citation: str
    address: str = Field(pattern=r"^https://")
    kind: Kind
    read: Literal["whole", "partly", "no"]
    meets: tuple[Literal["special", "offence"], ...] = ()
    route: ConfidenceRoute | None = None
    refers_to: tuple[Sector, ...] = ()
    personal: bool = False
    bound_alone: bool = False
    who: str | None = None
    effect: str | None = None
    record: str | None = None
    instead: str | None = None
    needs: Texts = ()
    opens: Texts = ()
    versions: tuple[Version, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _belongs_to_its_kind(self) -> Self:
        if (self.kind == "condition") != bool(self.meets):
            raise ValueError("meets belongs to a condition, and each condition says what it meets")
        if (self.kind == "confidence") != (self.route is not None):
            raise ValueError("route belongs to a confidence provision, and each of these names its route")
        if self.kind != "duty" and (self.personal or self.bound_alone or self.refers_to):
            raise ValueError("personal, bound_alone and refers_to belong to duties")
        return self

    @model_validator(mode="after")
    def _days_do_not_overlap(self) -> Self:
        for version in self.versions:
            if version.to is not None and version.to < version.from_:
                raise ValueError(f"the version from {version.from_} ends before it begins")
        for earlier, later in zip(self.versions, self.versions[1:], strict=False):
            if earlier.to is None and later.from_ <= earlier.from_:
                raise ValueError(f"the versions from {earlier.from_} and {later.from_} are not in order")
            if earlier.to is None or later.from_ <= earlier.to:
                raise ValueError(f"the versions from {earlier.from_} and {later.from_} overlap")
        return self

    def on(self, day: str) -> Version | None:
        """Give the version that is law on a day, or None where it is not law then."""
        return next((v for v in self.versions if v.covers(day) and v.status in LAW), None)
