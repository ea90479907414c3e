"""How commands speak: text to standard output, faults to standard error, one line each."""

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from lawfulshare.case.case_file import CaseFile, read
from lawfulshare.faults import BadCaseFile, Fault, LawfulShareError
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.shelf import Shelf

WIDEST = 100
"""More letters in a line are hard to read, however wide the terminal."""
NARROWEST = 24
"""With less room than this the last column of a table goes below the others."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DEFAULT_NATION = "england"
"""Whose law is shown where a case does not say its nation; the assessment then asks for it."""


def say(lines: str | Iterable[str]) -> None:
    """Print lines for a person: broken between words on a terminal, whole where another program reads them."""
    width = _width()
    for line in (lines,) if isinstance(lines, str) else lines:
        sys.stdout.write(f"{_broken(line, width)}\n")


def say_table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows in columns; on a terminal that is too narrow, each row as its first cell with the rest below it."""
    told, width = list(rows), _width()
    widths = [max(map(len, column)) for column in zip(*(row[:-1] for row in told), strict=True)]
    margin = sum(widths) + 2 * len(widths)
    for row in told:
        if width and margin + NARROWEST > width:
            first, *rest = row
            sys.stdout.write(f"{first}\n{_broken('    ' + '  '.join(rest), width, 4)}\n")
        else:
            padded = "".join(f"{cell:{wide}}  " for cell, wide in zip(row, widths, strict=False))
            sys.stdout.write(f"{_broken(padded + row[-1], width, margin)}\n")


def _width() -> int:
    """Give how many letters a line may have; 0 where it goes to a file or another program."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else 0


def _broken(line: str, width: int, margin: int | None = None) -> str:
    """Break a line between words; what follows stands under its margin, or right of where its parts begin."""
    if not width or len(line) <= width:
        return line
    left = len(line) - len(line.lstrip())
    hanging = " " * min(left + 4 if margin is None else margin, width // 2)
    return textwrap.fill(
        line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )


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
