"""A model of z3 written out as a case file that a person could have written; the models of the case check it."""

import json
from typing import Any

import z3

from lawfulshare.case import case_file
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import ENTRIES
from lawfulshare.law.proving.facts import ANOTHER_RECIPIENT, Group
from lawfulshare.law.proving.logic import Claim
from lawfulshare.law.proving.symbols import World

_LISTS = frozenset(ENTRIES.values())


def written_out(world: World, model: Any, nation: str, day: str) -> CaseFile:
    """Give the case file that a model describes.

    Raises:
        BadCaseFile: it describes none, so the translation is wrong.
    """
    true = {decl.name() for decl in model.decls() if z3.is_true(model[decl])}

    def is_so(claim: Claim) -> bool:
        return claim if isinstance(claim, bool) else claim.decl().name() in true

    stated = _frame(world, is_so, nation, day)
    for group in world.facts.groups.values():
        if group.kind == "there" and group.path != "people" and is_so(group.values[True]):
            _put(stated, group.path, {})
    for group in world.facts.groups.values():
        if group.kind != "there":
            _put(stated, group.path, _value(group, is_so))
    if stated.get("request", {}).get("from") == ANOTHER_RECIPIENT:
        stated["recipients"].append({"id": ANOTHER_RECIPIENT})
    return read_back(stated)


def read_back(stated: dict[str, Any]) -> CaseFile:
    """Read what was stated as any case file is read."""
    return case_file.read(json.dumps(stated).encode())


def _frame(world: World, is_so: Any, nation: str, day: str) -> dict[str, Any]:
    items = dict.fromkeys(pair.partition(">")[0] for pair in world.pairs)
    stated: dict[str, Any] = {
        "format": case_file.FORMAT,
        "nation": nation,
        "decided_on": day,
        "items": [{"id": item} for item in items],
        "recipients": [{"id": recipient} for recipient in world.facts.recipients],
        "disclosures": [
            dict(zip(("item", "recipient"), pair.split(">"), strict=True))
            for pair, proposed in world.proposed.items()
            if is_so(proposed)
        ],
    }
    if is_so(world.facts.stated):
        stated["people"] = [{"id": person} for person, exists in world.facts.exists.items() if is_so(exists)]
    return stated


def _value(group: Group, is_so: Any) -> Any:
    if group.kind == "many":
        if not is_so(group.values[None]):
            return None
        if group.fact == "person.relationships":
            return _relationships(group, is_so)
        return [value for value, claim in group.values.items() if value is not None and is_so(claim)]
    return next((value for value, claim in group.values.items() if is_so(claim)), None)


def _relationships(group: Group, is_so: Any) -> list[dict[str, str]]:
    said = [key for key, claim in group.values.items() if key is not None and is_so(claim)]
    return [{"to": key[0]} if isinstance(key, tuple) else {"to": key, "contact": "lives_with"} for key in said]


def _put(stated: dict[str, Any], path: str, value: Any) -> None:
    """Put a value at its place; what is not known, and what belongs to nobody there, is left out."""
    if value is None:
        return
    at: Any = stated
    steps = path.split(".")
    if steps[0] in _LISTS:
        at = next((entry for entry in stated.get(steps[0], ()) if _name(entry) == steps[1]), None)
        steps = steps[2:]
    for step in steps[:-1]:
        at = at.setdefault(step, {}) if at is not None else None
    if at is not None:
        at[steps[-1]] = value


def _name(entry: dict[str, Any]) -> str:
    return f"{entry['item']}>{entry['recipient']}" if "item" in entry else str(entry["id"])
