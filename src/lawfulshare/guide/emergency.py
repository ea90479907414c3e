"""The urgent door: what a choice settles there without another question, and the full record that follows it."""

import json
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile

JUDGED_THEN = ("decision", "review", "balance")
"""What the full record asks anew: it was decided in seconds."""


def with_what_follows(case: CaseFile, path: str) -> CaseFile:
    """Give an urgent case with what an answer says beside itself; any other case as it is.

    Whoever is in danger is who it is about. Whoever chooses in an emergency that something goes says that it is needed
    now; whoever keeps it back, that it is not. All of it stands among the answers and can be changed there.
    """
    if case.mode != "urgent":
        return case
    match paths.fact_of(path):
        case "person.experiencing_or_at_risk_of_harm":
            return _about(case, path.split(".")[1], bool(paths.read(case, path)))
        case "disclosure.extent":
            return _needed(case, path.removesuffix(".extent"), paths.read(case, path))
    return case


def _about(case: CaseFile, person: str, in_danger: bool) -> CaseFile:
    others = [one for one in case.concern.about or () if one != person]
    about = [*others, person] if in_danger else others
    return paths.put(case, "concern.about", about or None)


def _needed(case: CaseFile, pair: str, extent: str | None) -> CaseFile:
    goes = None if extent is None else extent != "withhold"
    case = paths.put(case, f"{pair}.necessary", goes)
    item = f"items.{pair.split('.')[1].partition('>')[0]}.relevant"
    return paths.put(case, item, True) if goes and paths.read(case, item) is None else case


def full_record(case: CaseFile, earlier: str, today: str) -> CaseFile:
    """Give the case that finishes an urgent one: its facts kept, linked to it, judged and decided anew."""
    stated: dict[str, Any] = case.model_dump(mode="json", exclude_none=True)
    for name in JUDGED_THEN:
        stated.pop(name, None)
    stated |= {"mode": "share", "linked_to": earlier, "decided_on": today}
    return CaseFile.model_validate_json(json.dumps(stated, ensure_ascii=False).encode())
