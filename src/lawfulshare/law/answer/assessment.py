"""The assessment, format 1, and its schema."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.case.vocabulary import ConfidenceRoute, Outcome, Verdict
from lawfulshare.law.packs.law import LawOfTheDay

FORMAT = "lawfulshare.assessment/1"
TruthWord: TypeAlias = Literal["holds", "fails", "open"]
ProofKind: TypeAlias = Literal["goal", "layer", "row", "provision", "condition", "exception", "fact"]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DisclosureAnswer(_Told):
    """The law's answer for one item going to one recipient."""

    item: str
    recipient: str
    verdict: Verdict
    lawful_basis: tuple[str, ...] = Field((), description="Best first; every one of them holds.")
    condition: tuple[str, ...] = Field(
        (), description="Article 9 and 10 conditions, where the item needs one; best first."
    )
    confidentiality: tuple[ConfidenceRoute, ...] = ()
    gateways: tuple[str, ...] = ()
    personal_data: bool = True
    because: tuple[str, ...] = ()


class Rejected(_Told):
    """A lawful basis that holds for no pair, with the reason."""

    id: str
    because: str


class OpenFact(_Told):
    """A fact that is not known and could still change the answer, and what it decides."""

    path: str
    decides: tuple[str, ...] = Field((), description="outcome; verdict i1>r1; route i1>r1; …")


class Warning_(_Told):
    """Lawful but unwise, missing, or contradictory."""

    code: str
    at: str
    text: str
    fields: tuple[str, ...] = Field((), description="Paths of the answers that it is about.")


class WouldChange(_Told):
    """A smallest set of known facts whose change flips the outcome; `learn` marks those not known yet."""

    set: dict[str, Any]
    learn: tuple[str, ...] = ()
    outcome: Outcome


class ToRecord(_Told):
    """What a provision that bears on the answer asks to be written down."""

    id: str
    text: str


@dataclass(slots=True)
class ProofTold:
    """One node of the proof. A fact adds its path and the person's own answer.

    No pydantic model and not frozen, because a proof has many hundred nodes, made by us alone; what is read is checked
    all the same. Nodes are shared between pairs: who wants another one makes it anew.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")
    kind: ProofKind
    id: str
    says: str
    truth: TruthWord
    path: str | None = None
    answer: Any = None
    parts: tuple["ProofTold", ...] = ()


class Assessment(_Told):
    """What the law and the guidance make of a case file (contract: assessment, format version 1)."""

    format: Literal["lawfulshare.assessment/1"] = "lawfulshare.assessment/1"
    law: LawOfTheDay
    outcome: Outcome | None
    stands: bool
    duties: tuple[str, ...] = ()
    refer_to: tuple[str, ...] = ()
    disclosures: tuple[DisclosureAnswer, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    open: tuple[OpenFact, ...] = ()
    warnings: tuple[Warning_, ...] = ()
    would_change: tuple[WouldChange, ...] = ()
    tried_up_to: int | None = Field(
        None,
        description="Where a case has many disclosures: of up to how many facts the sets for would_change were tried.",
        exclude_if=lambda size: size is None,
    )
    to_record: tuple[ToRecord, ...] = ()
    coming: tuple[str, ...] = Field(
        (),
        description="Provisions enacted and not in force on the day that bear on the case; they decide nothing.",
        exclude_if=lambda names: not names,
    )
    explanation: ProofTold


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the assessment, made from the models."""
    return Assessment.model_json_schema()
