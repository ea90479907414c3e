"""A new record that amends one kept here: begun from its facts, linked to it, to be signed anew."""

import json

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.kept import kept
from lawfulshare.desk.opening import Desk
from lawfulshare.faults import NotOurs
from lawfulshare.record.rounds import MOVES, refusal


def begin_amendment(desk: Desk, number: str) -> Casework:
    """Put the amendment of a record on the desk: its facts kept, linked to it, to be signed anew; one for each record.

    Raises:
        NotOurs: another record amends it already.
        VaultTrouble: the record is not kept here.
    """
    for draft in desk.drafts.lines():
        if (begun := desk.resume(draft.case_id)).case.linked_to == number:
            return begun
    digest = desk.records.line(number).sha256
    now = next(one.state for one in kept(desk.records) if one.line.sha256 == digest)
    if "amend" not in MOVES[now]:
        raise NotOurs(refusal(now, "amend"))
    from lawfulshare.record.twin import read

    stated = read(desk.records.open(number)).case.model_dump(mode="json", exclude_none=True)
    stated |= {"linked_to": number, "decided_on": desk.clock.today().isoformat()}
    case = CaseFile.model_validate_json(json.dumps(stated, ensure_ascii=False).encode())
    return Casework.take(desk.drafts, case, desk.clock, desk.shelf)
