"""Who decides, and for whom: what is filled in at the start of every case."""

from pydantic import BaseModel, ConfigDict

from lawfulshare.case.people import Answer
from lawfulshare.case.situation import DecisionMaker, Organisation
from lawfulshare.case.vocabulary import Nation, Sector


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
