"""Facts taken over from an earlier case: who and what, never what was judged, decided or reasoned there."""

import json
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.mentions import MENTIONS, holders

Part: TypeAlias = Literal["people", "recipients", "items"]
PARTS: Mapping[Part, str] = {"people": "person", "recipients": "recipient", "items": "item"}

KEPT: Mapping[Part, frozenset[str]] = {
    "people": frozenset(
        {"id", "label", "name", "kind", "date_of_birth", "identifier", "relationships", "parental_responsibility"}
    ),
    "recipients": frozenset({"id", "label", "sector", "contact", "designated_agency", "commissioned_by"}),
    "items": frozenset({"id", "what", "about", "classes", "nature", "source", "on", "period", "own_words"}),
}
"""What stays true from one day to another. Whatever was judged on the day (capacity, danger, consent, need, identity
checked) is asked anew, and so is an age, which grows."""


def copied(case: CaseFile, earlier: CaseFile, parts: tuple[Part, ...]) -> CaseFile:
    """Give the case with parts of an earlier one added; what they name beside them and is not copied falls away.

    Who is in the case already, by the same label, kind and birth date, is not added again.
    """
    stated, before = _stated(case), _stated(earlier)
    new: dict[str, dict[str, str]] = {}
    taken: dict[str, list[dict[str, Any]]] = {}
    for part in parts:
        entry, letter = PARTS[part], part[0]
        listed = stated.setdefault(part, [])
        names = new.setdefault(entry, {})
        for one in before.get(part, ()):
            known = next((there for there in listed if _same(there, one)), None)
            if known is not None:
                names[one["id"]] = known["id"]
                continue
            made = {key: value for key, value in one.items() if key in KEPT[part]}
            made["id"] = names[one["id"]] = _free(letter, listed)
            listed.append(made)
            taken.setdefault(part, []).append(made)
    _rename(taken, new)
    return CaseFile.model_validate_json(json.dumps(stated, ensure_ascii=False).encode())


def _same(there: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    marks = ("label", "kind", "date_of_birth", "sector", "what")
    return any(one.get(mark) for mark in ("label", "what")) and all(
        there.get(mark) == one.get(mark) for mark in marks if one.get(mark) is not None
    )


def _free(letter: str, listed: list[dict[str, Any]]) -> str:
    names = {one["id"] for one in listed}
    return next(name for number in range(1, len(names) + 2) if (name := f"{letter}{number}") not in names)


def _rename(taken: Mapping[str, list[dict[str, Any]]], new: Mapping[str, Mapping[str, str]]) -> None:
    """Point the mentions inside what was taken to the new ids; a mention of what was not taken goes."""
    for entry, facts in MENTIONS.items():
        names = new.get(entry, {})
        for fact in facts:
            for _, holder, last in tuple(holders(taken, fact)):
                found = holder[last]
                if isinstance(found, list):
                    holder[last] = [names[one] for one in found if one in names]
                else:
                    holder[last] = names.get(found)
    for made in taken.get("people", ()):
        if "relationships" in made:
            made["relationships"] = [relation for relation in made["relationships"] if relation["to"]]


def _stated(case: CaseFile) -> dict[str, Any]:
    return case.model_dump(mode="json", exclude_none=True)
