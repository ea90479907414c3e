"""One answer in, a new case out; says what is wrong with an answer, what went stale."""

import json
from datetime import date
from typing import Any, TypeAlias

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.people import Stated
from lawfulshare.faults import BadAnswer, Fault
from lawfulshare.guide.form import Door
from lawfulshare.guide.mentions import MENTIONS, forget, mentioned_at
from lawfulshare.guide.walk import Asked, Walk, keys, walk
from lawfulshare.law.language.weighing import Proof
from lawfulshare.wording import wording

_Place: TypeAlias = tuple[Walk, str, Asked]
"""A question as it is put on a page of one way."""
_FIRST_LETTER = {"person": "p", "recipient": "r", "item": "i", "enquiry": "e", "statement": "s"}
_NEVER_ABSENT = frozenset({"advice.from"})
"""Texts without which the format has no entry; empty stands for not said."""


def answer(case: CaseFile, path: str, value: Any) -> CaseFile:
    """Give the case with one more answer, or with one taken back (None: not known).

    Raises:
        BadAnswer: no such place, not on the list, no such day, or nobody by that id.
    """
    fact = paths.fact_of(path)
    if isinstance(value, str) and not value.strip():
        value = None
    if value is None and fact in _NEVER_ABSENT:
        value = ""
    kind = paths.facts().get(fact)
    if kind is None:
        raise _bad(fact, "place")
    if kind.kind == "day" and value is not None:
        _real_day(fact, value)
    _known_ids(case, fact, value)
    try:
        return paths.put(case, path, _plain(value) if isinstance(value, tuple | set | frozenset) else value)
    except KeyError:
        raise _bad(fact, "place") from None
    except ValueError:
        raise _bad(fact, kind.kind) from None


def add(case: CaseFile, entry: str) -> tuple[CaseFile, str]:
    """Give the case with one more entry in a list, and the entry's key: p3, r1, i7, or its position."""
    stated = _stated(case)
    name = paths.ENTRIES[entry]
    letter = _FIRST_LETTER.get(entry)
    taken = [int(one["id"][1:]) for one in stated.get(name, ()) if letter and _numbered(one["id"], letter)]
    if letter:
        key, made = f"{letter}{max(taken, default=0) + 1}", {"id": f"{letter}{max(taken, default=0) + 1}"}
    else:
        key, made = str(len(stated.get(name, ()))), {"from": ""} if entry == "advice" else {}
    stated[name] = [*stated.get(name, ()), made]
    return _case(stated), key


def remove(case: CaseFile, entry: str, key: str) -> CaseFile:
    """Give the case without one entry and without every mention of it."""
    stated = _stated(case)
    name = paths.ENTRIES[entry]
    at = _position(case, entry, key)
    stated[name] = [one for position, one in enumerate(stated[name]) if position != at]
    forget(stated, entry, key)
    return _case(stated)


def move(case: CaseFile, entry: str, key: str, by: int) -> CaseFile:
    """Give the case with one entry moved up (negative) or down its list, never out of it."""
    stated = _stated(case)
    listed = stated[paths.ENTRIES[entry]]
    at = _position(case, entry, key)
    listed.insert(max(0, min(len(listed) - 1, at + by)), listed.pop(at))
    return _case(stated)


def what_goes_with(case: CaseFile, entry: str, key: str) -> tuple[str, ...]:
    """Give the paths that mention an entry and would be changed or go if it went."""
    return tuple(mentioned_at(_stated(case), entry, key))


def fill_grid(case: CaseFile) -> CaseFile:
    """Give the case with a pair for each item and each recipient, undecided where nothing was said yet."""
    stated = _stated(case)
    there = {(pair["item"], pair["recipient"]): pair for pair in stated.get("disclosures", ())}
    wanted = [(item, to) for item in keys(case, "item") or () for to in keys(case, "recipient") or ()]
    pairs = [there.get(pair, {"item": pair[0], "recipient": pair[1]}) for pair in wanted]
    if pairs == stated.get("disclosures", []):
        return case
    return _case({**stated, "disclosures": pairs})


def stale(door: Door, before: CaseFile, after: CaseFile, ways: tuple[Walk, Walk] | None = None) -> tuple[str, ...]:
    """Give the paths to look at again: their answer still stands, and what it stood on has changed.

    That is an answer whose page or question stood on another answer than now, one that counts again after it did not,
    and a choice among people, items or recipients when there are now others to choose from. `ways`: the walks of the
    two cases, where they were walked already.
    """
    was, now = ways or (walk(door, before), walk(door, after))
    then = {asked.path: (page, asked) for page, questions in was.asked.items() for asked in questions}
    found: list[str] = []
    for page, questions in now.asked.items():
        for asked in questions:
            earlier = then.get(asked.path)
            if earlier is None or _moved((was, *earlier), (now, page, asked)) or _others(asked, before, after):
                answered = now.read(asked.path)
                if answered not in (None, ()) and answered == was.read(asked.path):
                    found.append(asked.path)
    return tuple(found)


def _moved(was: _Place, now: _Place) -> bool:
    """Say whether a question stands on other answers than it did; the same proofs stand on the same answers."""
    then, since = _proofs(*was), _proofs(*now)
    return then != since and _stood_on(then) != _stood_on(since)


def _proofs(way: Walk, page: str, asked: Asked) -> tuple[Proof | None, Proof | None]:
    return way.proofs.get(page), asked.proof


def _stood_on(proofs: tuple[Proof | None, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(leaf for proof in proofs if proof is not None for leaf in _leaves(proof))


def _leaves(proof: Proof) -> set[tuple[str, str]]:
    if proof.path is not None:
        return {(proof.path, repr(proof.answer))}
    return {leaf for part in proof.parts for leaf in _leaves(part)}


def _others(asked: Asked, before: CaseFile, after: CaseFile) -> bool:
    listed = {"people": "person", "items": "item", "grid": "recipient"}.get(asked.question.as_)
    if listed is None:
        return False
    return not set(keys(after, listed) or ()) <= set(keys(before, listed) or ())


def _plain(values: Any) -> list[Any]:
    """Give several values as the case file states them."""
    return [one.model_dump(mode="json", exclude_none=True) if isinstance(one, Stated) else one for one in values]


def _bad(fact: str, kind: str) -> BadAnswer:
    words = wording()
    return BadAnswer(Fault(fact, words(f"guide.bad.{kind}.what"), words(f"guide.bad.{kind}.mend")))


def _real_day(fact: str, value: Any) -> None:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _bad(fact, "day") from None


def _known_ids(case: CaseFile, fact: str, value: Any) -> None:
    if fact == "person.relationships":
        fact, value = f"{fact}.to", [one["to"] for one in _plain(value or ())]
    for entry, facts in MENTIONS.items():
        if fact in facts and value is not None and fact not in ("disclosure.item", "disclosure.recipient"):
            given = (value,) if isinstance(value, str) else value
            if not set(given) <= set(keys(case, entry) or ()):
                raise _bad(fact, "ids")


def _numbered(id_: str, letter: str) -> bool:
    return id_.startswith(letter) and id_[1:].isascii() and id_[1:].isdigit()


def _position(case: CaseFile, entry: str, key: str) -> int:
    listed = keys(case, entry) or ()
    if key not in listed:
        raise _bad(paths.ENTRIES[entry], "ids")
    return listed.index(key)


def _stated(case: CaseFile) -> dict[str, Any]:
    return case.model_dump(mode="json", exclude_none=True)


def _case(stated: dict[str, Any]) -> CaseFile:
    return CaseFile.model_validate_json(json.dumps(stated, ensure_ascii=False).encode())
