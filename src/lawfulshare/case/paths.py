"""Dotted fact paths: list them, read one, set one on a copy.

Two spellings of one place. A *fact* names a kind of place: `concern.level`, `person.consent.status`, `item.classes`.
A *path* names the place itself: `people.p1.consent.status`, `disclosures.i1>r1.extent`; an entry of a list is named by
its id, a disclosure by `item>recipient`, and an entry without an id by its position.
"""

import functools
import json
import types
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from lawfulshare.case.case_file import CaseFile

ENTRIES: dict[str, str] = {
    "person": "people",
    "recipient": "recipients",
    "item": "items",
    "disclosure": "disclosures",
    "enquiry": "enquiries",
    "statement": "statements",
    "advice": "advice",
    "transmission": "transmission",
}
"""The lists of a case: what one entry is called, and the key of the list."""

_ENTRY_OF = {key: entry for entry, key in ENTRIES.items()}

Kind: TypeAlias = Literal["truth", "choice", "choices", "ids", "number", "day", "text", "texts", "entries"]


class FactKind(NamedTuple):
    """What may stand at a fact: its kind, the closed list where there is one, and what it means."""

    kind: Kind
    choices: tuple[str, ...]
    description: str


@functools.cache
def facts() -> dict[str, FactKind]:
    """List every fact of the case file, by its name: `concern.level`, `person.consent.status`, and so on."""
    return dict(_facts_of(CaseFile, "", _ENTRY_OF))


def fact_of(path: str) -> str:
    """Give the fact that a path is an instance of: `people.p1.age` gives `person.age`."""
    first, _, rest = path.partition(".")
    if first in _ENTRY_OF and rest:
        _, _, rest = rest.partition(".")
        return f"{_ENTRY_OF[first]}.{rest}" if rest else _ENTRY_OF[first]
    return path


def read(case: CaseFile, path: str) -> Any:
    """Give what stands at a path, or None where nothing was said or no such entry is."""
    at: Any = case
    for step in path.split("."):
        if at is None:
            return None
        at = _step(at, step)
    return at


def reading(case: CaseFile) -> Callable[[str], Any]:
    """Give what reads one case over and over: as `read` does, with each entry found by its key at once."""
    listed = {
        name: {key_of(one, position): one for position, one in reversed(tuple(enumerate(entries(case, entry))))}
        for entry, name in ENTRIES.items()
    }

    def read_here(path: str) -> Any:
        root, _, rest = path.partition(".")
        if not rest or root not in listed:
            return read(case, path)
        key, _, steps = rest.partition(".")
        at: Any = listed[root].get(key)
        for step in steps.split(".") if steps else ():
            if at is None:
                return None
            at = _step(at, step)
        return at

    return read_here


def put(case: CaseFile, path: str, value: Any) -> CaseFile:
    """Give a copy of the case with a value at a path; entries and pairs on the way are made where they are missing.

    Raises:
        KeyError: no such place is in the format.
        ValueError: the value may not stand there.
    """
    stated = case.model_dump(mode="json", exclude_none=True)
    _put(stated, path.split("."), value)
    try:
        return CaseFile.model_validate_json(json.dumps(stated, ensure_ascii=False).encode())
    except ValidationError as problem:
        error = problem.errors(include_url=False)[0]
        if error["type"] == "extra_forbidden":
            raise KeyError(path) from None
        raise ValueError(f"{path}: {error['msg']}") from None


def entries(case: CaseFile, entry: str) -> tuple[Any, ...]:
    """Give the entries of a list by the name of one: `person`, `recipient`, `item`, …"""
    return getattr(case, ENTRIES[entry]) or ()


def key_of(entry: Any, position: int) -> str:
    """Name one entry of a list inside a path: its id, a disclosure's `item>recipient`, else its position."""
    model: type[BaseModel] = type(entry)
    match _named_by(model):
        case "id":
            return str(entry.id)
        case "pair":
            return f"{entry.item}>{entry.recipient}"
    return str(position)


@functools.cache
def _named_by(model: type[BaseModel]) -> Literal["id", "pair", "position"]:
    return "id" if "id" in model.model_fields else "pair" if "item" in model.model_fields else "position"


def _step(at: Any, step: str) -> Any:
    if isinstance(at, tuple):
        return _entry_of(at, step)
    if not isinstance(at, BaseModel):
        return None
    return getattr(at, _field(type(at), step), None)


def _entry_of(listed: tuple[Any, ...], key: str) -> Any:
    """Give the entry of that key, as `key_of` names it; none where there is no such entry."""
    if not listed:
        return None
    model: type[BaseModel] = type(listed[0])
    match _named_by(model):
        case "id":
            return next((entry for entry in listed if entry.id == key), None)
        case "pair":
            item, _, recipient = key.partition(">")
            return next((entry for entry in listed if entry.item == item and entry.recipient == recipient), None)
    return next((entry for position, entry in enumerate(listed) if str(position) == key), None)


@functools.cache
def _field(model: type[BaseModel], step: str) -> str:
    return next((name for name, info in model.model_fields.items() if info.alias == step), step)


def _put(stated: dict[str, Any], steps: list[str], value: Any) -> None:
    at: Any = stated
    for position, step in enumerate(steps[:-1]):
        following = steps[position + 1]
        if isinstance(at, list):
            at = _entry(at, step)
        elif position == 0 and step in ENTRIES.values() and following:
            at = at.setdefault(step, [])
        else:
            if at.get(step) is None:
                at[step] = {}
            at = at[step]
    if isinstance(at, list):
        raise KeyError(".".join(steps))
    if value is None:
        at.pop(steps[-1], None)
    else:
        at[steps[-1]] = value


def _entry(stated: list[dict[str, Any]], key: str) -> dict[str, Any]:
    for position, entry in enumerate(stated):
        named = entry.get("id") or (f"{entry['item']}>{entry['recipient']}" if "item" in entry else str(position))
        if named == key:
            return entry
    item, pair, recipient = key.partition(">")
    entry = {"item": item, "recipient": recipient} if pair else {} if key.isdigit() else {"id": key}
    stated.append(entry)
    return entry


def _facts_of(model: type[BaseModel], prefix: str, names: dict[str, str]) -> Iterator[tuple[str, FactKind]]:
    for name, info in model.model_fields.items():
        step = info.alias or name
        inner, many = _plain(info.annotation)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            if prefix == "" and many and step in names:
                yield step, FactKind("entries", (), info.description or "")
                yield from _facts_of(inner, f"{names[step]}.", names)
            elif many:
                yield f"{prefix}{step}", FactKind("entries", (), info.description or "")
            else:
                yield from _facts_of(inner, f"{prefix}{step}.", names)
            continue
        yield f"{prefix}{step}", _kind(inner, many, info.metadata, info.description or "")


def _plain(annotation: Any) -> tuple[Any, bool]:
    """Strip None and Annotated and the tuple of many: what is left, and whether there are many."""
    many = False
    while True:
        origin = get_origin(annotation)
        if origin in (types.UnionType, Union):
            parts = [part for part in get_args(annotation) if part is not type(None)]
            annotation = parts[0]
        elif origin is tuple:
            many, annotation = True, get_args(annotation)[0]
        elif hasattr(annotation, "__metadata__") and hasattr(annotation, "__origin__"):
            pattern = next((m.pattern for m in annotation.__metadata__ if getattr(m, "pattern", None)), None)
            if pattern is not None:
                return pattern, many
            annotation = annotation.__origin__
        else:
            return annotation, many


def _kind(inner: Any, many: bool, metadata: Any, description: str) -> FactKind:
    if get_origin(inner) is Literal:
        return FactKind("choices" if many else "choice", get_args(inner), description)
    if inner is bool:
        return FactKind("truth", (), description)
    if inner is int:
        return FactKind("number", (), description)
    if isinstance(inner, str):
        if inner.startswith(r"^\d{4}"):
            return FactKind("day", (), description)
        return FactKind("ids" if many else "choice", (), description)
    return FactKind("texts" if many else "text", (), description)
