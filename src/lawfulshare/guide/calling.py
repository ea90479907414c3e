"""A call or a talk: whom it reached, when it is put in writing, and what to say while one is speaking."""

from datetime import date, timedelta
from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Recipient
from lawfulshare.case.vocabulary import Extent, Sector
from lawfulshare.guide import answers
from lawfulshare.wording import wording

FRIDAY = 4


class Line(NamedTuple):
    """One item as it goes to one recipient."""

    item: str
    what: str
    extent: Extent | None
    reason: str
    goes_as: str = ""
    """The words in which it goes, where they were written."""


class Schedule(NamedTuple):
    """What leaves for one recipient, and what stays; as the recipient will see it."""

    recipient: str
    goes: tuple[Line, ...]
    stays: tuple[Line, ...]
    undecided: tuple[Line, ...]


def schedule(case: CaseFile, recipient: str) -> Schedule:
    """Give what goes to one recipient in the order of the items, what is kept back, and what is not decided yet."""
    lines, pairs = [], {pair.item: pair for pair in case.disclosures or () if pair.recipient == recipient}
    for item in case.items or ():
        pair = pairs.get(item.id)
        extent = pair.extent if pair is not None else None
        reason, goes_as = (pair.reason, pair.goes_as) if pair is not None else (None, None)
        what = item.what or wording()("guide.nameless.item")
        lines.append(Line(item.id, what, extent, reason or "", goes_as or ""))
    return Schedule(
        recipient,
        tuple(line for line in lines if line.extent not in (None, "withhold")),
        tuple(line for line in lines if line.extent == "withhold"),
        tuple(line for line in lines if line.extent is None),
    )


def next_working_day(day: date) -> date:
    """Give the next day from Monday to Friday; a holiday is not known here, so it is only ever suggested."""
    following = day + timedelta(days=1)
    while following.weekday() > FRIDAY:
        following += timedelta(days=1)
    return following


class Reached(NamedTuple):
    """Whom a call reached: by what name, on which number, where they work if that is known."""

    label: str
    number: str
    sector: Sector | None


def call_made(case: CaseFile, to: Reached, day: str, clock: str) -> tuple[CaseFile, str]:
    """Give the case with a call in it, and the call's key; whoever is of no such name or number is added."""
    known = next((one.id for one in case.recipients or () if _is_reached(one, to)), None)
    if known is None:
        case, known = answers.add(case, "recipient")
        for field, value in (("label", to.label), ("contact", to.number), ("sector", to.sector)):
            case = answers.answer(case, f"recipients.{known}.{field}", value)
    case, key = answers.add(case, "transmission")
    said = {"recipient": known, "how": wording()("guide.by_telephone"), "on": day, "at": clock}
    for field, text in said.items():
        case = answers.answer(case, f"transmission.{key}.{field}", text)
    return case, key


def _is_reached(recipient: Recipient, to: Reached) -> bool:
    """Say whether a recipient is whom a call reached: the same number, the same name, or the number in the name."""
    label = recipient.label or ""
    return to.number == recipient.contact or to.label == label or to.number in label.split()
