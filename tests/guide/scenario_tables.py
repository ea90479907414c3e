"""Scenarios as plain tables: a door, then page by page what is answered there; what is skipped, and why."""

from pathlib import Path
from typing import Any

import yaml

from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide import answers
from lawfulshare.guide.doors import doors
from lawfulshare.guide.walk import Walk, walk

SCENARIOS = sorted((Path(__file__).parent / "scenarios").glob("*.yaml"))


def read_scenario(path: Path) -> dict[str, Any]:
    """Read a table."""
    table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table


def answer_row(case: CaseFile, name: str, row: dict[str, Any]) -> CaseFile:
    """Answer a page as its row says: entries first, then each question once it is put."""
    page = doors()[case.mode or "share"].page(name)
    for _ in range(row.get("entries", 0)):
        case, _key = answers.add(case, page.each or "")
    if any(question.as_ == "grid" for question in page.asks):
        case = answers.fill_grid(case)
    told = dict(row.get("answers", {}))
    while told:
        path = next((one.path for one in put(case, name) if one.path in told), None)
        if path is None:
            path = next((one for one in told if one.startswith("disclosures.")), None)
        assert path is not None, f"{name} does not ask {sorted(told)}"
        case = answers.answer(case, path, told.pop(path))
    return case


def put(case: CaseFile, name: str) -> Any:
    """Give the questions that a page puts."""
    return way(case).questions(name)


def way(case: CaseFile) -> Walk:
    """Walk a case through its own door."""
    return walk(doors()[case.mode or "share"], case)
