"""How commands speak: text to standard output, faults to standard error, one line each."""

import json
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from lawfulshare.case.case_file import CaseFile, read
from lawfulshare.faults import BadCaseFile, Fault, LawfulShareError
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.shelf import Shelf

DAY = re.compile(r"\d{4}-\d\d-\d\d")
DEFAULT_NATION = "england"
"""Whose law is shown where a case does not say its nation; the assessment then asks for it."""


def say(lines: str | Iterable[str]) -> None:
    """Print lines for a person."""
    sys.stdout.write(lines + "\n" if isinstance(lines, str) else "".join(f"{line}\n" for line in lines))


def say_json(told: BaseModel | dict[str, Any] | list[Any]) -> None:
    """Print one JSON document and nothing else."""
    stated = told.model_dump(mode="json", by_alias=True) if isinstance(told, BaseModel) else told
    sys.stdout.write(json.dumps(stated, ensure_ascii=False, indent=2) + "\n")


def complain(trouble: LawfulShareError) -> None:
    """Print each fault on a line of its own: where, what, how to mend."""
    for fault in trouble.faults:
        sys.stderr.write(" ".join(str(fault).split()) + "\n")


def read_case(path: Path) -> CaseFile:
    """Read a case file that was named.

    Raises:
        BadCaseFile: it cannot be opened, or is no case file.
    """
    return read(read_bytes(path, "case file"))


def read_bytes(path: Path, what: str) -> bytes:
    """Read a file that was named; a fault says which could not be read."""
    try:
        return path.read_bytes()
    except OSError as problem:
        reason = (problem.strerror or "the system refused").lower()
        raise BadCaseFile(
            Fault(f"{what} {path.name}", f"it cannot be read ({reason})", "Check the name, and that you may open it.")
        ) from None


def law_for(case: CaseFile, on: str | None) -> Law:
    """Give the law that a case is judged by: its nation's, on the day asked for, else its own day, else today.

    Raises:
        BadCaseFile: the day is none.
        LawfulShareError: the nation has no pack.
    """
    day = on or case.decided_on or date.today().isoformat()
    return law_here().on(case.nation or DEFAULT_NATION, day_named(day, "--on" if on else "decided_on"))


def law_here() -> Shelf:
    """Give the law at hand; what is damaged or set aside is complained of, and the rest is used."""
    from lawfulshare.desk.home import place
    from lawfulshare.desk.law_here import read_shelf

    shelf = read_shelf(place())
    if shelf.troubles:
        complain(LawfulShareError(*shelf.troubles))
    return shelf


def day_named(day: str, where: str) -> str:
    """Check that a day is one of the calendar."""
    try:
        if not DAY.fullmatch(day):
            raise ValueError
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise BadCaseFile(Fault(where, "it is not a day of the calendar", "Write it as 2026-11-23.")) from None
