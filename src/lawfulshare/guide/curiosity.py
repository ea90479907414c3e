"""The bank of professionally curious questions: whom to ask, what, why, and what the question itself gives away."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import ConcernKind, FamilyPart, Sector
from lawfulshare.faults import BadContent, Fault
from lawfulshare.guide.translating import Translate, gathered, said
from lawfulshare.wording import ENGLISH, catalogue, spoken

ORDER = "order.yaml"

FAMILY: tuple[FamilyPart, ...] = get_args(FamilyPart)
"""The parts of a family that are easily left out (Think Family)."""


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Curious(_Written):
    """One question of the bank."""

    id: str
    text: str
    why: str
    family: tuple[FamilyPart, ...] = ()
    kinds: tuple[ConcernKind, ...] = Field((), description="The worries that it belongs to; none: it fits every one.")
    ask_alone: bool = False
    gives_away: str | None = None
    least: str | None = None


class Group(_Written):
    """Whom to ask: a kind of service or a part of the family, with the questions that fit them."""

    name: str
    title: str
    sectors: tuple[Sector, ...]
    of_the_family: bool = Field(description="They are people of the child's or adult's own life, not a service.")
    gives_away: str = Field(description="What any question to them gives away, unless the question says otherwise.")
    least: str = Field(description="The least that they must be told so that they can answer.")
    asks: tuple[Curious, ...] = Field(min_length=1)


class Offer(NamedTuple):
    """A question that may be asked in this case, with whom of the case it could be put to."""

    question: Curious
    group: Group
    recipients: tuple[str, ...]
    """Ids of the case's recipients who work where this is asked."""
    taken: bool
    """It stands among the case's own questions already."""

    @property
    def gives_away(self) -> str:
        """Say what the question itself gives away."""
        return self.question.gives_away or self.group.gives_away

    @property
    def least(self) -> str:
        """Say what they must be told at least so that they can answer."""
        return self.question.least or self.group.least


def bank() -> tuple[Group, ...]:
    """Give every group of questions in its order, in the language that is spoken.

    Raises:
        BadContent: a file is missing, is not of that shape, or gives a question twice.
    """
    return _bank(spoken())


@functools.cache
def _bank(language: str) -> tuple[Group, ...]:
    groups = read_bank(content.resources() / "enquiries")
    return tuple(_translated(group, catalogue(language).pgettext) for group in groups)


def texts() -> tuple[tuple[str, str], ...]:
    """Give every text of the bank with its context, for those who translate."""
    return gathered(lambda note: [_translated(group, note) for group in _bank(ENGLISH)])


def _translated(group: Group, translate: Translate) -> Group:
    context = f"enquiry.{group.name}"
    asks = tuple(said(one, f"enquiry.{one.id}", ("text", "why", *_AWAY), translate, {}) for one in group.asks)
    return said(group, context, ("title", *_AWAY), translate, {"asks": asks})


_AWAY = ("gives_away", "least")


def read_bank(folder: Path) -> tuple[Group, ...]:
    """Read a bank of questions: `order.yaml`, and a file for each group that it names.

    Raises:
        BadContent: see `bank`.
    """
    groups: list[Group] = []
    known: set[str] = set()
    for name in content.read_yaml(folder / ORDER):
        where = f"{folder.name}/{name}.yaml"
        try:
            group = Group.model_validate({**content.read_yaml(folder / f"{name}.yaml"), "name": name})
        except ValidationError as problem:
            error = problem.errors(include_url=False)[0]
            place = ".".join(map(str, error["loc"]))
            raise BadContent(Fault(f"{where} {place}", error["msg"].lower(), "Mend the line.")) from None
        for question in group.asks:
            if question.id in known:
                raise BadContent(Fault(where, f"the question {question.id} is given twice", "Give it another id."))
            known.add(question.id)
        groups.append(group)
    return tuple(groups)


def offers(case: CaseFile) -> tuple[Offer, ...]:
    """Give the questions that fit the worry of this case: first those for whom the case has a recipient.

    A question that belongs to other worries than this case's is left out; where no worry was named yet, none is.
    """
    taken = {enquiry.bank for enquiry in case.enquiries or ()}
    found = [
        Offer(question, group, _recipients(case, group), question.id in taken)
        for group in bank()
        for question in group.asks
        if _fits(case, question)
    ]
    return tuple(sorted(found, key=lambda offer: not offer.recipients))


def question_of(name: str) -> Curious | None:
    """Give a question of the bank by its id."""
    return next((question for group in bank() for question in group.asks if question.id == name), None)


def family_not_asked(case: CaseFile) -> tuple[FamilyPart, ...]:
    """Give the parts of the family that none of the case's own questions from the bank asks after."""
    asked = {part for one in _from_the_bank(case) for part in one.family}
    return tuple(part for part in FAMILY if part not in asked)


def _from_the_bank(case: CaseFile) -> Iterator[Curious]:
    for enquiry in case.enquiries or ():
        question = question_of(enquiry.bank) if enquiry.bank else None
        if question is not None:
            yield question


def _fits(case: CaseFile, question: Curious) -> bool:
    kinds = case.concern.kinds
    return not question.kinds or not kinds or bool(set(kinds) & set(question.kinds))


def _recipients(case: CaseFile, group: Group) -> tuple[str, ...]:
    return tuple(one.id for one in case.recipients or () if one.sector in group.sectors)
