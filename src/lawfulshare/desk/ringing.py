"""Whom to ring: the emergency number, the organisation's own contacts, and one's own list."""

from typing import NamedTuple

from lawfulshare.case.vocabulary import Sector
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desk.profile import OwnContact
from lawfulshare.guide.calling import Reached, call_made
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.answer.nearby import whom_to_ring
from lawfulshare.wording import wording


class ToRing(NamedTuple):
    """One number, as it stands on a card."""

    name: str
    number: str
    for_what: str
    sector: Sector | None
    at_once: bool


def to_ring(work: CaseInHand, assessment: Assessment | None, own: tuple[OwnContact, ...]) -> tuple[ToRing, ...]:
    """Give whom to ring, the emergency number first; a number that two lists give stands once."""
    words = wording()
    found = [
        ToRing(
            words("ringing.emergency"), words("ringing.emergency_number"), words("ringing.emergency_for"),
            "emergency_services", at_once=True,
        )
    ]  # fmt: skip
    for local in whom_to_ring(work.law, "URGENT", assessment.refer_to if assessment else ()):
        why = ". ".join(part for part in (local.role, local.hours) if part)
        sector = local.sectors[0] if len(local.sectors) == 1 else None
        found.append(ToRing(local.name, local.telephone, why, sector, at_once=False))
    found += [ToRing(one.name, one.number, one.for_what or "", None, at_once=False) for one in own]
    seen: dict[str, ToRing] = {}
    for one in found:
        seen.setdefault("".join(filter(str.isdigit, one.number)) or one.number, one)
    return tuple(seen.values())


def rung(work: Casework, to: ToRing) -> str:
    """Note a call that was just made, to a recipient who is added where there is none, and give its key."""
    now = work.moment
    case, key = call_made(work.case, Reached(to.name, to.number, to.sector), now.date().isoformat(), f"{now:%H:%M}")
    work.change(lambda _: case)
    return key
