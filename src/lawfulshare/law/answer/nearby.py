"""What an organisation's overlay says of a case: whom to ring, where to turn next, what the level of concern means."""

from collections.abc import Iterator

from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.overlay import EscalationStep, LocalContact, Threshold
from lawfulshare.wording import wording


def whom_to_ring(law: Law, outcome: str | None, refer_to: tuple[str, ...]) -> tuple[LocalContact, ...]:
    """Give the local contacts for an outcome and for those who must hear; none without an overlay."""
    return law.overlay.contacts_for(outcome, refer_to) if law.overlay else ()


def nearby(case: CaseFile, assessment: Assessment, law: Law) -> list[str]:
    """Tell what the overlay says of a case in lines; nothing without an overlay."""
    return list(_nearby(case, assessment, law))


def _nearby(case: CaseFile, assessment: Assessment, law: Law) -> Iterator[str]:
    overlay, words = law.overlay, wording("en")
    if overlay is None:
        return
    lines = [contact_line(contact) for contact in whom_to_ring(law, assessment.outcome, assessment.refer_to)]
    lines += [escalation_line(step, number) for number, step in enumerate(overlay.escalation, 1)]
    threshold = overlay.threshold(case.concern.level)
    lines += [threshold_line(threshold)] if threshold else []
    yield from ("", words("overlay.heading", organisation=overlay.organisation, version=overlay.version))
    yield from (f"  {line}" for line in lines)


def contact_line(contact: LocalContact) -> str:
    """Tell one contact in a line: name, role, telephone, hours."""
    who = ", ".join(part for part in (contact.name, contact.role) if part)
    return ". ".join(part for part in (f"{who}: {contact.telephone}", contact.hours) if part)


def escalation_line(step: EscalationStep, number: int) -> str:
    """Tell one step of the way up in a line."""
    whom = ", ".join(part for part in (step.name, step.telephone) if part)
    return wording("en")("overlay.step", number=number, says=f"{step.says} {whom}".strip())


def threshold_line(threshold: Threshold) -> str:
    """Tell what a level of concern means here, and where that is written."""
    level = wording("en")(f"overlay.level.{threshold.level}")
    return " ".join(part for part in (f"{level}: {threshold.says}", threshold.link) if part)
