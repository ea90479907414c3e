"""A question of the bank taken into the case's own enquiries, and out again; the bank as it is searched."""

from typing import NamedTuple

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import FamilyPart
from lawfulshare.guide import answers
from lawfulshare.guide.curiosity import Group, Offer, offers


class Asked(NamedTuple):
    """Whom to ask, with the questions that fit the case and what was searched for."""

    group: Group
    offers: tuple[Offer, ...]

    @property
    def recipients(self) -> tuple[str, ...]:
        """Give the ids of the case's recipients who work where this is asked."""
        return self.offers[0].recipients

    @property
    def taken(self) -> int:
        """Count the questions that stand among the case's own."""
        return sum(offer.taken for offer in self.offers)


def sought(case: CaseFile, text: str = "", family: FamilyPart | None = None) -> tuple[Asked, ...]:
    """Give the questions that fit the case by whom to ask, those who are in the case first.

    `text`: every word of it stands in the question, its reason or whom to ask. `family`: it asks after that part.
    """
    wanted = text.casefold().split()
    found: dict[str, list[Offer]] = {}
    for offer in offers(case):
        if (family is None or family in offer.question.family) and all(word in _said(offer) for word in wanted):
            found.setdefault(offer.group.name, []).append(offer)
    return tuple(Asked(listed[0].group, tuple(listed)) for listed in found.values())


def take(case: CaseFile, name: str) -> CaseFile:
    """Give the case with a question of the bank among its own enquiries; as it is where it stands there already.

    It is put to the one recipient of the case who fits; where several fit, or none, that is left to be said.
    """
    offer = next(one for one in offers(case) if one.question.id == name)
    if offer.taken:
        return case
    case, key = answers.add(case, "enquiry")
    said = {
        "bank": name,
        "question": offer.question.text,
        "why": offer.question.why,
        "gives_away": offer.gives_away,
        "ask_alone": offer.question.ask_alone or None,
        "ask": offer.recipients[0] if len(offer.recipients) == 1 else None,
    }
    for fact, value in said.items():
        case = paths.put(case, f"enquiries.{key}.{fact}", value)
    return case


def give_back(case: CaseFile, name: str) -> CaseFile:
    """Give the case without the enquiry that began with a question of the bank."""
    for enquiry in case.enquiries or ():
        if enquiry.bank == name:
            case = answers.remove(case, "enquiry", enquiry.id)
    return case


def was_used(case: CaseFile, name: str) -> bool:
    """Say whether a question that was taken has been asked or answered, or was worded anew: it is not lightly lost."""
    texts = {offer.question.id: offer.question.text for offer in offers(case)}
    return any(
        bool(enquiry.asked_on or enquiry.answer or enquiry.reply or enquiry.question != texts.get(name))
        for enquiry in case.enquiries or ()
        if enquiry.bank == name
    )


def _said(offer: Offer) -> str:
    return f"{offer.question.text} {offer.question.why} {offer.group.title}".casefold()
