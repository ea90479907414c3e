"""Refuses a branch that no test reaches in the rooms where a mistake is a mistake of law: reads coverage.json."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PERFECT = (
    "case/truth.py",
    "law/language/*.py",
    "law/packs/*.py",
    "law/answer/*.py",
    "law/book/*.py",
    "guide/*.py",
)
"""The rooms, as patterns: a file that is added to one of them is bound at once."""


def perfect_files(source: Path) -> list[Path]:
    """List the files that are bound; a pattern that names none is a room that has moved."""
    found = [sorted(source.glob(pattern)) for pattern in PERFECT]
    for pattern, files in zip(PERFECT, found, strict=True):
        if not files:
            raise SystemExit(f"{pattern}: there is no such file; name the room where it is now")
    return [path for files in found for path in files]


def imperfect(measured: dict[str, Any], source: Path) -> Iterator[str]:
    """Say of each file that is not perfect what is missing."""
    told = {Path(name).as_posix(): one for name, one in measured["files"].items()}
    for path in perfect_files(source):
        name = path.relative_to(source.parents[1]).as_posix()
        if name not in told:
            yield f"{name}: it was not measured"
            continue
        lines, branches = told[name]["missing_lines"], told[name]["missing_branches"]
        if lines or branches:
            ways = ", ".join(f"{start} to {'the end' if end < 0 else end}" for start, end in branches)
            yield f"{name}: lines {lines or 'none'} not reached; ways not taken: {ways or 'none'}"


def main(report: str) -> int:
    """Check a report of `coverage json`."""
    measured = json.loads(Path(report).read_text(encoding="utf-8"))
    if not measured["meta"]["branch_coverage"]:
        raise SystemExit("the report knows no branches; measure with --cov-branch")
    missing = list(imperfect(measured, ROOT / "src" / "lawfulshare"))
    for line in missing:
        print(line, file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
