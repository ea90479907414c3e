"""Where an entry of a case is mentioned by others, and what goes with it when it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from lawfulshare.case import paths

Stated = dict[str, Any]

MENTIONS: Mapping[str, tuple[str, ...]] = {
    "person": (
        "concern.about", "person.parental_responsibility", "person.relationships.to", "recipient.could_endanger",
        "recipient.person", "recipient.acts_for.person", "item.about", "item.locates",
    ),
    "recipient": ("request.from", "enquiry.ask", "transmission.recipient", "disclosure.recipient"),
    "item": ("enquiry.least_disclosed", "disclosure.item"),
    "enquiry": ("statement.sources.from",),
}  # fmt: skip
"""The facts that hold ids, by the list that the ids belong to."""

_WHOLE = frozenset({"person.relationships.to", "disclosure.recipient", "disclosure.item", "statement.sources.from"})
"""Mentions without which their entry says nothing, so that it goes too."""


def mentioned_at(stated: Stated, entry: str, key: str) -> Iterator[str]:
    """Give the paths that mention an entry."""
    for fact in MENTIONS.get(entry, ()):
        for path, holder, last in holders(stated, fact):
            if holder[last] == key or (isinstance(holder[last], list) and key in holder[last]):
                yield path


def forget(stated: Stated, entry: str, key: str) -> None:
    """Take every mention of an entry out of a case as stated."""
    for fact in MENTIONS.get(entry, ()):
        for path, holder, last in tuple(holders(stated, fact)):
            found = holder[last]
            if isinstance(found, list) and key in found:
                holder[last] = [one for one in found if one != key]
            elif found == key:
                del holder[last]
                if fact in _WHOLE:
                    _drop_whole(stated, path, holder)


def _drop_whole(stated: Stated, path: str, gone: Stated) -> None:
    name, _, rest = path.partition(".")
    if name == paths.ENTRIES["disclosure"]:
        stated[name] = [one for one in stated[name] if one is not gone]
        return
    key, field = rest.split(".")[:2]
    for entry in stated[name]:
        if entry.get("id") == key:
            entry[field] = [one for one in entry[field] if one is not gone]


def holders(stated: Mapping[str, Any], fact: str) -> Iterator[tuple[str, Stated, str]]:
    """Give every place where a fact that holds ids is stated: its path, what holds it, and the key there."""
    root, *steps = fact.split(".")
    if root not in paths.ENTRIES:
        starts: list[tuple[str, Any]] = [(root, stated.get(root))]
    else:
        name = paths.ENTRIES[root]
        starts = [(f"{name}.{_key(one, at)}", one) for at, one in enumerate(stated.get(name) or ())]
    for path, at in starts:
        yield from _inside(path, at, steps)


def _inside(path: str, at: Any, steps: list[str]) -> Iterator[tuple[str, Stated, str]]:
    if isinstance(at, list):
        for one in at:
            yield from _inside(path, one, steps)
    elif isinstance(at, dict) and steps[0] in at:
        if len(steps) == 1:
            yield f"{path}.{steps[0]}", at, steps[0]
        else:
            yield from _inside(f"{path}.{steps[0]}", at[steps[0]], steps[1:])


def _key(entry: Stated, position: int) -> str:
    if "item" in entry:
        return f"{entry['item']}>{entry['recipient']}"
    return str(entry.get("id", position))
