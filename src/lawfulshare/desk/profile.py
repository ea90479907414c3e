"""Who decides, and for whom: what is filled in at the start of every case."""

from pydantic import BaseModel, ConfigDict

from lawfulshare.case.people import Answer
from lawfulshare.case.situation import DecisionMaker, Organisation
from lawfulshare.case.vocabulary import Nation, Sector


class OwnContact(BaseModel):
    """A number of one's own list: whom, the number, and what for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    number: str
    for_what: str | None = None

    @classmethod
    def read(cls, line: str) -> "OwnContact | None":
        """Understand a line such as `Front door, 0300 123 4567, for a child at risk`; None where no number is in it."""
        name, _, rest = line.partition(",")
        number, _, for_what = rest.partition(",")
        if not name.strip() or not any(map(str.isdigit, number)):
            return None
        return cls(name=name.strip(), number=number.strip(), for_what=for_what.strip() or None)

    @property
    def line(self) -> str:
        """Give the line that it is written as."""
        return ", ".join(part for part in (self.name, self.number, self.for_what) if part)


class Profile(BaseModel):
    """Who decides, and for whom: what is filled in at the start of every case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    role: str
    organisation: str
    sector: Sector
    nation: Nation = "england"
    policy_document: Answer = None
    commissioned_by: Sector | None = None
    designated_agency: Answer = None
    contact: str | None = None
    manager: str | None = None
    contacts: tuple[OwnContact, ...] = ()

    def decision_maker(self) -> DecisionMaker:
        """Give the decision-maker of a new case."""
        return DecisionMaker(name=self.name, role=self.role, contact=self.contact, manager=self.manager)

    def shares_for(self) -> Organisation:
        """Give the organisation of a new case."""
        return Organisation(
            name=self.organisation,
            sector=self.sector,
            policy_document=self.policy_document,
            commissioned_by=self.commissioned_by,
            designated_agency=self.designated_agency,
        )
