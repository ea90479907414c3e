"""The full record that follows an urgent one: begun from what was said, and waiting until it is signed."""

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.opening import Desk
from lawfulshare.guide.emergency import full_record


def begin_full_record(desk: Desk, case: CaseFile, earlier: str) -> Casework:
    """Put the full record of an urgent case on the desk: its facts kept, linked to it, decided anew; once for each."""
    for line in desk.drafts.lines():
        if (begun := desk.resume(line.case_id)).case.linked_to == earlier:
            return begun
    following = full_record(case, earlier, desk.clock.today().isoformat())
    return Casework.take(desk.drafts, following, desk.clock, desk.shelf)


def unfinished(desk: Desk) -> tuple[str, ...]:
    """Give the drafts that began in an emergency and are not signed: urgent ones, and full records that follow one."""
    signed = {line.number for line in desk.records.lines()}
    cases = ((line.case_id, desk.resume(line.case_id).case) for line in desk.drafts.lines())
    return tuple(case_id for case_id, case in cases if _began_urgent(case, signed))


def _began_urgent(case: CaseFile, signed: set[str]) -> bool:
    """A draft that is linked to a signed record amends it; whatever else it is linked to was an emergency."""
    return case.linked_to not in signed if case.linked_to else case.mode == "urgent"
