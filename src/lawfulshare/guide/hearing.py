"""Keeps of a case only the answers that count on one way through a door."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.form import Door
from lawfulshare.guide.mentions import forget

Stated = dict[str, Any]


def hear(door: Door, case: CaseFile, put: frozenset[str], settled: Mapping[str, bool | str]) -> CaseFile:
    """Give the case without the answers to questions that this door could put and did not.

    What a failed condition settles by itself is heard as the form says: a baby holds no position of trust.
    What no page of the door ever asks came with the file and is kept; `Walk` lists it, so that nothing acts unseen.
    """
    stated = case.model_dump(mode="json", exclude_none=True)
    changed = stated.get("mode") != door.mode
    stated["mode"] = door.mode
    for fact in door.facts:
        for path, holder, key in tuple(_places(stated, fact)):
            if path not in put and not (path in settled and holder[key] == settled[path]):
                del holder[key]
                changed = True
    for entry in sorted(door.lists):
        changed |= _drop_list(stated, entry, put)
    heard = CaseFile.model_validate_json(json.dumps(stated, ensure_ascii=False).encode()) if changed else case
    for path, value in settled.items():
        if paths.read(heard, path) != value:
            heard = paths.put(heard, path, value)
    return heard


def unasked(door: Door, case: CaseFile) -> tuple[str, ...]:
    """Give the paths that hold an answer which no page of the door ever asks: they came with the file, and count."""
    stated = case.model_dump(mode="json", exclude_none=True)
    known = door.facts | door.beside | set(door.settles) | {"format"}
    kinds = paths.facts()
    return tuple(
        path
        for fact, kind in kinds.items()
        if fact not in known and not (kind.kind == "entries" and fact in paths.ENTRIES.values())
        for path, holder, key in _places(stated, fact)
        if holder[key] not in ([], {})
        and not (key in ("id", "item", "recipient") and fact.startswith(("disclosure.", "transmission.recipient")))
        and key != "id"
    )


def _drop_list(stated: Stated, entry: str, put: frozenset[str]) -> bool:
    name = paths.ENTRIES[entry]
    if name in put or name not in stated:
        return False
    for gone in stated.pop(name):
        if "id" in gone:
            forget(stated, entry, gone["id"])
    return True


def _places(stated: Stated, fact: str) -> Iterator[tuple[str, Stated, str]]:
    """Give every place where something was said at a fact: its path, and where it stands."""
    root, _, rest = fact.partition(".")
    if root not in paths.ENTRIES or not rest:
        yield from _place(stated, fact, fact)
        return
    name = paths.ENTRIES[root]
    for position, entry in enumerate(stated.get(name) or ()):
        key = entry.get("id") or (f"{entry['item']}>{entry['recipient']}" if root == "disclosure" else str(position))
        yield from _place(entry, rest, f"{name}.{key}.{rest}")


def _place(at: Any, steps: str, path: str) -> Iterator[tuple[str, Stated, str]]:
    *way, last = steps.split(".")
    for step in way:
        at = at.get(step) if isinstance(at, dict) else None
    if isinstance(at, dict) and last in at:
        yield path, at, last
