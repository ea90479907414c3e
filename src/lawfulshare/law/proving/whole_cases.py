"""Whole cases and what has to come of them: acceptance cases, and the cases that are kept because a test needed them.

An acceptance case is a JSON file with the keys `case` and `expect`; a case file alone expects nothing. Kept cases stand
in `<topic>.kept.yaml`, written as `telling_cases.py` says, with two keys more:

    - name: a sibling's record goes only to the school that she attends
      why: What it shows, and why the law says so.
      day: 2026-11-23
      given: {…}
      expect: {outcome: LIMITED, disclosures: [{item: i1, recipient: r1, verdict: withhold}]}

`expect` is what the acceptance cases may expect: whatever it does not mention is free.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field

from lawfulshare.case import case_file
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.faults import BadCaseFile, BadPack, Fault
from lawfulshare.law.answer.assessing import answer_for
from lawfulshare.law.answer.assessment import DisclosureAnswer
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.packs.provision import Texts, Written
from lawfulshare.law.proving.telling_cases import CaseWritten, place, read_told, shaped

KEPT = ".kept.yaml"
OneOrMore = str | None | tuple[str | None, ...]


class PairExpected(Written):
    """What has to be answered for one pair."""

    item: str
    recipient: str
    verdict: OneOrMore = None
    lawful_basis_any: tuple[str, ...] = ()
    lawful_basis_none: tuple[str, ...] = ()
    condition_any: tuple[str, ...] = ()
    condition_none: tuple[str, ...] = ()
    confidentiality_any: tuple[str, ...] = ()
    confidentiality_none: tuple[str, ...] = ()
    gateways_any: tuple[str, ...] = ()
    gateways_none: tuple[str, ...] = ()


class Expected(Written):
    """What has to be true of an assessment; an empty one says nothing."""

    outcome: OneOrMore = Field(())
    duties_include: tuple[str, ...] = ()
    duties_exclude: tuple[str, ...] = ()
    refer_to_include: tuple[Texts, ...] = ()
    disclosures: tuple[PairExpected, ...] = ()
    never_lawful_basis: tuple[str, ...] = ()
    rejected_include: tuple[str, ...] = ()
    warnings_include: tuple[str, ...] = ()
    open_include: tuple[str, ...] = ()


class Whole(NamedTuple):
    """One whole case: where it stands, its day, its facts, and what has to come of it."""

    where: str
    day: str
    case: CaseFile
    expect: Expected


class _CaseKept(CaseWritten):
    """A kept case, as written."""

    why: str
    expect: dict[str, Any]


def whole_cases(folder: Path) -> tuple[Whole, ...]:
    """Give all whole cases of a folder and of the folders in it.

    Raises:
        BadCaseFile: a JSON file is neither a case file nor a case with what is expected.
        BadContent: a YAML file cannot be read.
        BadPack: a kept case is none, with its file and the reason.
    """
    found: list[Whole] = []
    for path in sorted(folder.rglob("*.json")):
        found.append(_from_json(path))
    for path in sorted(folder.rglob(f"*{KEPT}")):
        found += read_kept(path)
    return tuple(found)


def read_kept(path: Path) -> tuple[Whole, ...]:
    """Read one file of kept cases.

    Raises:
        BadContent: the file is no YAML.
        BadPack: a case is none, with its file and the reason.
    """
    return tuple(
        Whole(told.where, told.day, told.case, shaped(Expected, told.written.expect, told.where))
        for told in read_told(path, _CaseKept)
    )


def _from_json(path: Path) -> Whole:
    try:
        stated = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise BadCaseFile(Fault(place(path), "it cannot be read as JSON", "Take it out of the folder.")) from None
    whole = isinstance(stated, dict) and "case" in stated
    inner = stated["case"] if whole else stated
    try:
        case = case_file.read(json.dumps(inner, ensure_ascii=False).encode())
    except BadCaseFile as problem:
        raise BadCaseFile.of(
            fault._replace(where=f"{place(path)}, {fault.where}") for fault in problem.faults
        ) from None
    if case.decided_on is None:
        raise BadPack(Fault(place(path), "the case has no day", "Say decided_on."))
    expect = shaped(Expected, stated.get("expect", {}) if whole else {}, place(path))
    return Whole(place(path), case.decided_on, case, expect)


def shortfalls(expect: Expected, found: Findings) -> Iterator[str]:
    """Tell every way in which the law's answer falls short; what stays open and warnings are not looked at."""
    if expect.outcome != () and found.outcome[0] not in _several(expect.outcome):
        yield f"outcome {found.outcome[0]}"
    yield from (f"duty {name} is missing" for name in expect.duties_include if name not in found.duties)
    yield from (f"duty {name}" for name in expect.duties_exclude if name in found.duties)
    yield from (f"refer_to {sector}" for sector in expect.refer_to_include if not set(sector) & set(found.refer_to))
    answers = {pair: answer_for(found, pair) for pair in found.pairs}
    for wanted in expect.disclosures:
        yield from _of_a_pair(wanted, answers[f"{wanted.item}>{wanted.recipient}"])
    for name in expect.never_lawful_basis:
        yield from (f"basis {name} for {pair}" for pair, answer in answers.items() if name in answer.lawful_basis)
    for name in expect.rejected_include:
        if any(found.truth(found.law.holds(name), pair) is not Truth.FAILS for pair in found.pairs):
            yield f"{name} is not rejected"


def _of_a_pair(wanted: PairExpected, answer: DisclosureAnswer) -> Iterator[str]:
    if wanted.verdict is not None and answer.verdict not in _several(wanted.verdict):
        yield f"{wanted.item} to {wanted.recipient}: {answer.verdict}"
    for field in ("lawful_basis", "condition", "confidentiality", "gateways"):
        present = set(getattr(answer, field))
        any_of, none_of = set(getattr(wanted, f"{field}_any")), set(getattr(wanted, f"{field}_none"))
        if (any_of and not any_of & present) or none_of & present:
            yield f"{wanted.item} to {wanted.recipient}: {field} {', '.join(sorted(present))}"


def _several(value: OneOrMore) -> tuple[str | None, ...]:
    return value if isinstance(value, tuple) else (value,)
