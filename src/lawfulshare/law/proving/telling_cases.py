"""Reads cases as a lawyer writes them: a day, facts by their names, and what an earlier case had already.

    - name: all of it is met
      day: 2026-11-23
      given: {item.relevant: true, recipient.sector: police, people: [{id: p1, kind: child}]}
    - name: nobody has said whether it is relevant
      like: all of it is met        # an earlier case of this file: its day and its facts, if nothing else is said
      given: {item.relevant: null}  # null takes a fact away; `people.p1.age: 15` changes one of a person

There is one pair, and nothing is said of it: `item.…`, `recipient.…` and `disclosure.…` speak of it. Where more are
wanted, say `recipients.r2.sector: police` and `disclosures.i1>r2.necessary: true`. Facts are told in their order, the
people first.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, Field, ValidationError

from lawfulshare import content
from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadPack, Fault
from lawfulshare.law.packs.provision import Day, Written

_PLACES = {"item": "items.i1", "recipient": "recipients.r1", "disclosure": "disclosures.i1>r1"}
ONE_PAIR = CaseFile.model_validate_json(
    json.dumps(
        {
            "format": case_file.FORMAT,
            "items": [{"id": "i1"}],
            "recipients": [{"id": "r1"}],
            "disclosures": [{"item": "i1", "recipient": "r1"}],
        }
    )
)
"""A case of one pair of which nothing is said."""
MEND = "Mend the case."
_Shape = TypeVar("_Shape", bound=BaseModel)
_Telling = TypeVar("_Telling", bound="CaseWritten")


class CaseWritten(Written):
    """What each such case may say."""

    name: str
    like: str | None = None
    day: Day | None = None
    given: dict[str, Any] = Field({})


class Told(NamedTuple, Generic[_Telling]):
    """One case as written, where it stands, its day, and the case file that it makes."""

    written: _Telling
    where: str
    day: str
    case: CaseFile


def read_told(
    path: Path, shape: type[_Telling], start: CaseFile = ONE_PAIR, day: str | None = None
) -> tuple[Told[_Telling], ...]:
    """Read a file of cases; each begins with `start` and on `day`, if it is like no other.

    Raises:
        BadContent: the file is no YAML.
        BadPack: it gives a name twice, is like a case that does not stand before, holds an unknown key or fact.
    """
    written = content.read_yaml(path)
    if not isinstance(written, list):
        raise BadPack(Fault(place(path), "it is no list of cases", MEND))
    told: dict[str, Told[_Telling]] = {}
    for position, stated in enumerate(written):
        name = stated.get("name", position + 1) if isinstance(stated, dict) else position + 1
        where = f"{place(path)}, case {name}"
        one = _tell(shaped(shape, stated, where), where, told, (day, start))
        told[one.written.name] = one
    return tuple(told.values())


def place(path: Path) -> str:
    """Name a file as people look for it: its folder and its name."""
    return f"{path.parent.name}/{path.name}"


def shaped(shape: type[_Shape], stated: Any, where: str) -> _Shape:
    """Give what was written its shape.

    Raises:
        BadPack: it has another.
    """
    try:
        return shape.model_validate(stated)
    except ValidationError as problem:
        raise BadPack.of(
            Fault(f"{where} {'.'.join(map(str, error['loc']))}".rstrip(), error["msg"], MEND)
            for error in problem.errors(include_url=False)
        ) from None


def _tell(
    written: _Telling, where: str, earlier: dict[str, Told[_Telling]], start: tuple[str | None, CaseFile]
) -> Told[_Telling]:
    if written.name in earlier:
        raise BadPack(Fault(where, "the name is given twice", "Give each case of a file its own name."))
    base = earlier.get(written.like or "")
    if written.like is not None and base is None:
        raise BadPack(Fault(where, f"no earlier case of this file is named {written.like!r}", MEND))
    day, case = (base.day, base.case) if base else start
    day = written.day or day
    if day is None:
        raise BadPack(Fault(where, "it has no day", "Say `day`, or be like a case that does."))
    for fact, value in _people_first(written.given):
        case = _put(case, fact, _plain(value), where)
    return Told(written, where, day, case)


def _people_first(given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from sorted(given.items(), key=lambda fact: fact[0] != "people")


def _put(case: CaseFile, fact: str, value: Any, where: str) -> CaseFile:
    root, _, rest = fact.partition(".")
    at = f"{_PLACES.get(root, root)}.{rest}" if rest else fact
    if value is None and not _is_a_place(paths.fact_of(at)):
        raise BadPack(Fault(where, f"there is no fact {fact}", MEND))
    try:
        return paths.put(case, at, value)
    except KeyError:
        raise BadPack(Fault(where, f"there is no fact {fact}", MEND)) from None
    except (ValueError, AttributeError, TypeError) as problem:
        raise BadPack(Fault(where, f"{fact} cannot be {value!r} ({problem})", MEND)) from None


def _is_a_place(fact: str) -> bool:
    return any(known == fact or known.startswith(f"{fact}.") for known in paths.facts())


def _plain(value: Any) -> Any:
    """A day may be written without quotes."""
    match value:
        case date():
            return value.isoformat()
        case list():
            return [_plain(part) for part in value]
        case dict():
            return {key: _plain(part) for key, part in value.items()}
    return value
