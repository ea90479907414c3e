"""The engine alone: acceptance cases with proof, the curve over items × recipients, what would change the answer."""

import json
import math
import statistics
import time
from pathlib import Path

from engines import engines
from figures import milliseconds, spread, tell
from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.answer.assessing import first_answer, first_answer_of, proved_answer, searched
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import load
from reference_case import CHANGES, reference_case

ACCEPTANCE = Path(__file__).resolve().parents[1] / "tests" / "acceptance"
GRIDS = ((5, 2), (10, 5), (20, 10), (40, 8), (50, 20))


def cases() -> list[tuple[CaseFile, Law]]:
    """Give the acceptance cases, each with the law of its day."""
    read = [
        case_file.read(json.dumps(json.loads(path.read_text(encoding="utf-8"))["case"]).encode())
        for path in sorted(ACCEPTANCE.glob("[0-9]*.json"))
    ]
    return [(case, load("england").on(case.decided_on or "2026-11-23")) for case in read]


def law() -> None:
    """Measure assessing, linearity, one answer, and the search for what would change the answer."""
    whole = cases()
    for case, of_the_day in whole:
        proved_answer(case, of_the_day)
    proving = [statistics.median(milliseconds(lambda c=case, d=day: proved_answer(c, d), 5)) for case, day in whole]
    tell(f"assess with proof, {len(whole)} acceptance cases", spread(proving))
    engines(whole)
    curve()
    one_answer()
    for size in (1, 2, 3):
        taken = [milliseconds(lambda c=case, d=day, s=size: searched(c, d, size=s))[0] for case, day in whole]
        tell(f"assess and find sets of up to {size} facts that would change the answer", spread(taken))
    size_of_the_search()


def curve() -> None:
    """Print the cost over items × recipients, and the exponent that fits it; 1 is linear."""
    today, points = load("england").on("2026-11-23"), []
    for items, recipients in GRIDS:
        case = reference_case(people=10, items=items, recipients=recipients)
        first = statistics.median(milliseconds(lambda c=case: first_answer(c, today), 5))
        proof = statistics.median(milliseconds(lambda c=case: proved_answer(c, today), 3))
        points.append((items * recipients, first, proof))
        tell(f"  {items} × {recipients} pairs: first answer; with the whole proof", f"{first:.1f} ms; {proof:.0f} ms")
    for name, column in (("first answer", 1), ("with the whole proof", 2)):
        tell(f"{name} grows as pairs to the power of", f"{_exponent([(p[0], p[column]) for p in points]):.2f}")


def _exponent(points: list[tuple[int, float]]) -> float:
    """Fit a straight line to the logarithms by least squares."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    x, y = statistics.fmean(xs), statistics.fmean(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def one_answer() -> None:
    """Change one answer of the reference case: what stands is carried over, against assessing afresh."""
    today = load("england").on("2026-11-23")
    case = reference_case(people=10, items=40, recipients=8)
    found = Findings(case, today)
    first_answer_of(found)
    carried, afresh = [], []
    for path, value in CHANGES * 3:
        case = paths.put(case, path, value)
        began = time.thread_time()
        found = found.after(case)
        first_answer_of(found)
        carried.append((time.thread_time() - began) * 1000)
        afresh += milliseconds(lambda c=case: first_answer(c, today))
    tell("one answer → outcome, verdicts, warnings, 320 pairs, carried over", spread(carried))
    tell("  the same, assessed afresh", spread(afresh))


def size_of_the_search() -> None:
    """Search the reference case as the worker does, for ten seconds at most."""
    until = time.monotonic() + 10
    case, today = reference_case(people=10, items=40, recipients=8), load("england").on("2026-11-23")
    found = searched(case, today, enough=lambda: time.monotonic() > until)
    sizes = [len(change.set) for change in found.assessment.would_change]
    tell("what would change 320 pairs, in 10 s", f"sets of {sizes}{', cut short' if found.cut_short else ''}")


if __name__ == "__main__":
    law()
