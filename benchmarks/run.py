"""Runs every benchmark once and prints each figure; ratios are against a bare measure taken in the same run."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from lawfulshare.case import case_file, paths  # noqa: E402
from lawfulshare.law.answer.assessing import assess, first_answer  # noqa: E402
from lawfulshare.law.packs.pack import load  # noqa: E402
from reference_case import reference_case  # noqa: E402

PAINT_BARE = """
import os, sys, time
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv); window = QMainWindow(); window.resize(1280, 800); window.show(); app.processEvents()
"""
PAINT_OURS = """
import os, sys
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from pathlib import Path
from lawfulshare.desktop.app import open_window, start_qt
app = start_qt(sys.argv); opened = open_window(app, Path(os.environ["LAWFULSHARE_HOME"]))
opened.window.painted.disconnect(); opened.window.show(); app.processEvents()
"""


def milliseconds(work: Callable[[], object], times: int) -> list[float]:
    """Time a piece of work over and over, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def p95(figures: list[float]) -> float:
    return sorted(figures)[max(0, round(len(figures) * 0.95) - 1)]


def tell(what: str, figure: str) -> None:
    sys.stdout.write(f"{what:72}{figure}\n")


def answers() -> None:
    """Answer a question → outcome, verdicts and warnings: 6 people, 12 items, 5 recipients."""
    law = load("england").on("2026-11-23")
    case = reference_case(people=6, items=12, recipients=5)
    first_answer(case, law)
    changes = [("items.i3.relevant", False), ("people.p2.may_harm_child", True), ("concern.level", "welfare"),
               ("recipients.r2.secure_route", False), ("disclosures.i1>r1.necessary", False)]  # fmt: skip
    taken = []
    for number in range(40):
        path, value = changes[number % len(changes)]
        changed = paths.put(case, path, value)
        taken += milliseconds(lambda changed=changed: first_answer(changed, law), 1)
    tell(
        "an answer → outcome, verdicts, warnings (60 pairs)",
        f"median {statistics.median(taken):.1f} ms, p95 {p95(taken):.1f} ms",
    )


def acceptance() -> None:
    """Assess each acceptance case with its proof."""
    taken = []
    for path in sorted((ROOT / "tests" / "acceptance").glob("[0-9]*.json")):
        case = case_file.read(json.dumps(json.loads(path.read_text(encoding="utf-8"))["case"]).encode())
        law = load("england").on(case.decided_on or "2026-11-23")
        assess(case, law)
        taken += milliseconds(lambda case=case, law=law: assess(case, law), 3)
    tell(
        "assess an acceptance case, with proof, open facts and what would change it",
        f"median {statistics.median(taken):.1f} ms",
    )


def _in_a_process(script: str, env: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", script], env=env, check=True)


def start() -> None:
    """First painted window against a bare one, each in a process of its own, interleaved."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "LAWFULSHARE_HOME": home}
        bare, ours = [], []
        for _ in range(5):
            for script, taken in ((PAINT_BARE, bare), (PAINT_OURS, ours)):
                taken.extend(milliseconds(lambda script=script: _in_a_process(script, env), 1))
    ratio = statistics.median(ours) / statistics.median(bare)
    tell("first painted window, against a bare PySide6 window", f"{ratio:.2f} ×")


def record() -> None:
    """Draw, tag, embed, sign one record; verify it, re-assessed."""
    from lawfulshare.record.identities import new
    from lawfulshare.record.making import make
    from lawfulshare.record.verifying import verify
    from lawfulshare.wording import wording

    case = case_file.read((ROOT / "resources" / "examples" / "theo.json").read_bytes())
    law = load("england").on(case.decided_on or "2026-11-23")
    closed = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as home:
        identity = new(Path(home), "A. Bench", "Trier", "Bench", "a long enough passphrase", at=closed)

    def made() -> bytes:
        return make(case, law, identity, number="LS-2026-BENCH1", closed_at=closed, words=wording("en"))

    pdf = made()
    making = milliseconds(made, 5)
    verifying = milliseconds(lambda: verify("bench.pdf", pdf), 5)
    tell("draw, tag, embed, sign one record", f"median {statistics.median(making):.0f} ms, {len(pdf) // 1024} KB")
    tell("verify one record, re-assessed", f"median {statistics.median(verifying):.0f} ms")


if __name__ == "__main__":
    for benchmark in (answers, acceptance, start, record):
        benchmark()
