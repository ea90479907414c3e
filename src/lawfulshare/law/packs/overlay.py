"""An organisation's addition to a pack: commencements it confirms, whom to ring, where to turn next, thresholds.

The shape of an overlay, as an administrator writes it before it is signed (a key that is not named here is refused):

    overlay: northmoor                 # a name for it; a newer version of the same name takes its place
    organisation: Northmoor Council
    nation: england
    version: 2026.11.1
    commencements:                     # a provision that is in force on secondary evidence, now confirmed
      - provision: ca2004-s16la
        from: 2026-09-30               # the day from which the organisation vouches; not before the pack's own day
        evidence: The regulations were read on legislation.gov.uk on 2 November 2026.
    contacts:                          # whom to ring here
      - name: Children's front door
        role: Duty social worker
        telephone: 0300 123 4567
        hours: Every day, day and night
        sectors: [council_childrens_services]   # only where one of these must hear; left out: always
        outcomes: [URGENT, SHARE]               # only with one of these outcomes; left out: always
    escalation:                        # in order: where to turn when the first call does not help
      - {says: Ask for the team manager., telephone: 0300 123 4568}
    thresholds:                        # what a level of concern means here
      - {level: significant_harm, says: Ring the front door the same day., link: "https://…"}

There is no key that reaches a condition, an exception, an interval, a table or a list: an overlay can change how well a
commencement is evidenced, and nothing that decides.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated, Any, TypeAlias

from pydantic import Field, StringConstraints, ValidationError

from lawfulshare.case.vocabulary import ConcernLevel, Nation, Outcome, Sector
from lawfulshare.faults import BadOverlay, Fault
from lawfulshare.law.packs.edition import canonical
from lawfulshare.law.packs.provision import Day, Provision, Version, Written
from lawfulshare.wording import wording

FORMAT = "lawfulshare.overlay/1"
LONGEST_TEXT = 600

Line: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)]


class Commencement(Written):
    """A provision of which the organisation vouches that it is in force, from a day, and how it knows."""

    provision: str
    from_: Day = Field(alias="from")
    evidence: Line


class LocalContact(Written):
    """Whom to ring here, and for what."""

    name: Line
    role: Line | None = None
    telephone: Line
    hours: Line | None = None
    sectors: tuple[Sector, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


class EscalationStep(Written):
    """Where to turn when the step before did not help."""

    says: Line
    name: Line | None = None
    telephone: Line | None = None


class Threshold(Written):
    """What a level of concern means here, and where that is written."""

    level: ConcernLevel
    says: Line
    link: str | None = Field(None, pattern=r"^https://[^\s]+$", max_length=LONGEST_TEXT)


class Overlay(Written):
    """All that an organisation adds."""

    overlay: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)
    organisation: Line
    nation: Nation
    version: str = Field(pattern=r"^\d{4}\.\d{1,2}\.\d+$")
    commencements: tuple[Commencement, ...] = ()
    contacts: tuple[LocalContact, ...] = ()
    escalation: tuple[EscalationStep, ...] = ()
    thresholds: tuple[Threshold, ...] = ()

    @property
    def sha256(self) -> str:
        """Give the SHA-256 of what it says."""
        return hashlib.sha256(self.document()).hexdigest()

    def document(self) -> bytes:
        """Write it as JSON that is the same each time: what a signature covers."""
        return canonical(self.model_dump(mode="json", by_alias=True, exclude_unset=True))

    def contacts_for(self, outcome: str | None, sectors: tuple[str, ...]) -> tuple[LocalContact, ...]:
        """Give whom to ring for an outcome and those who must hear."""
        return tuple(
            contact
            for contact in self.contacts
            if (not contact.outcomes or outcome in contact.outcomes)
            and (not contact.sectors or not set(contact.sectors).isdisjoint(sectors))
        )

    def threshold(self, level: str | None) -> Threshold | None:
        """Give what a level of concern means here."""
        return next((threshold for threshold in self.thresholds if threshold.level == level), None)


def read_overlay(stated: Any) -> Overlay:
    """Understand what an overlay says.

    Raises:
        BadOverlay: a key that no overlay has, or a value that does not fit; all of them.
    """
    words = wording("en")
    try:
        return Overlay.model_validate(stated)
    except ValidationError as problem:
        raise BadOverlay.of(
            Fault(
                f"overlay {'.'.join(map(str, error['loc']))}".rstrip(),
                words(f"overlay.shape.{error['type']}") if f"overlay.shape.{error['type']}" in words else error["msg"],
                words("overlay.mend"),
            )
            for error in problem.errors(include_url=False)
        ) from None


def misfits(overlay: Overlay, provisions: Mapping[str, Provision]) -> Iterator[Fault]:
    """Find each commencement that confirms nothing: no such provision, not at second hand, or too early a day."""
    words = wording("en")
    for number, commencement in enumerate(overlay.commencements):
        provision = provisions.get(commencement.provision)
        at_second_hand = [one for one in provision.versions if one.status == "in_force_secondary"] if provision else []
        if provision is None:
            key = "unknown"
        elif not at_second_hand:
            key = "nothing_to_confirm"
        elif not any(one.covers(commencement.from_) for one in at_second_hand):
            key = "too_early"
        else:
            continue
        what = words(f"overlay.misfit.{key}", provision=commencement.provision, day=commencement.from_)
        yield Fault(f"overlay commencements.{number}", what, words("overlay.mend"))


def confirmed(provisions: Mapping[str, Provision], overlay: Overlay) -> dict[str, Provision]:
    """Give the provisions with commencements confirmed: the days are as they were, the evidence is the overlay's."""
    found = dict(provisions)
    for commencement in overlay.commencements:
        if provision := found.get(commencement.provision):
            versions = tuple(
                part for version in provision.versions for part in _confirmed(version, commencement, overlay)
            )
            found[provision.id] = provision.model_copy(update={"versions": versions})
    return found


def _confirmed(version: Version, commencement: Commencement, overlay: Overlay) -> Iterator[Version]:
    day = commencement.from_
    if version.status != "in_force_secondary" or not version.covers(day):
        yield version
        return
    if version.from_ < day:
        before = date.fromisoformat(day) - timedelta(days=1)
        yield version.model_copy(update={"to": before.isoformat()})
    evidence = wording("en")("overlay.evidence", organisation=overlay.organisation, evidence=commencement.evidence)
    yield version.model_copy(update={"from_": day, "status": "in_force", "evidence": evidence})
