"""Earlier cases of this desk: the rationales that one wrote, and facts that may be taken over."""

import json
from typing import NamedTuple

from lawfulshare.case import case_file
from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import LawfulShareError
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.records import Records

MOST_READ = 20
"""How many records are looked at for sentences that are taken over."""


class Earlier(NamedTuple):
    """An earlier case: a draft by its id, or a record by its number; whom it is about and when it was left."""

    name: str
    subject: str
    when: str
    signed: bool


def rationales(records: Records, but: str | None = None) -> tuple[str, ...]:
    """Give the rationales of the newest signed records but of one; what cannot be read is passed over. Slow."""
    found = []
    for line in records.lines()[:MOST_READ]:
        if line.number == but:
            continue
        try:
            decision = case_of_record(records, line.number).decision
        except LawfulShareError:
            continue
        if decision is not None and decision.rationale:
            found.append(decision.rationale)
    return tuple(found)


def earlier_cases(drafts: Drafts, records: Records, but: str) -> tuple[Earlier, ...]:
    """List the cases that facts may be taken from, the newest first: drafts and signed records, but the one in hand."""
    found = [Earlier(line.case_id, line.subject, line.saved_at, False) for line in drafts.lines()]
    found += [Earlier(line.number, line.subject, line.closed_at, True) for line in records.lines()]
    return tuple(sorted((one for one in found if one.name != but), key=lambda one: one.when, reverse=True))


def read_earlier(drafts: Drafts, records: Records, chosen: Earlier) -> CaseFile:
    """Give what was said in an earlier case.

    Raises:
        LawfulShareError: it is no longer here, or cannot be read.
    """
    if chosen.signed:
        return case_of_record(records, chosen.name)
    kept = json.loads(drafts.open(chosen.name).body)
    return case_file.read(json.dumps(kept["case"]).encode())


def case_of_record(records: Records, number: str) -> CaseFile:
    """Give what was said in a signed record.

    Raises:
        LawfulShareError: it is not here, or cannot be read.
    """
    from lawfulshare.record.twin import read

    return read(records.open(number)).case
