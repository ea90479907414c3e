"""Runs every benchmark once and prints each figure; ratios are against a bare measure taken in the same run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from figures import milliseconds, tell  # noqa: E402
from law import law  # noqa: E402
from lawfulshare.case import case_file  # noqa: E402
from lawfulshare.law.packs.pack import load  # noqa: E402
from screen import screen  # noqa: E402

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


def _in_a_process(script: str, env: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", script], env=env, check=True)


def start() -> None:
    """First painted window against a bare one, each in a process of its own, interleaved."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "LAWFULSHARE_HOME": home}
        bare, ours = [], []
        for _ in range(5):
            for script, taken in ((PAINT_BARE, bare), (PAINT_OURS, ours)):
                taken.extend(milliseconds(lambda script=script: _in_a_process(script, env), 1, time.perf_counter))
    ratio = statistics.median(ours) / statistics.median(bare)
    tell("first painted window, against a bare PySide6 window", f"{ratio:.2f} ×")


def record() -> None:
    """Draw, tag, embed, sign one record; verify it, re-assessed."""
    from lawfulshare.record.identities import new
    from lawfulshare.record.making import make
    from lawfulshare.record.verifying import verify
    from lawfulshare.wording import wording

    case = case_file.read((ROOT / "resources" / "examples" / "theo.json").read_bytes())
    today = load("england").on(case.decided_on or "2026-11-23")
    closed = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as home:
        identity = new(Path(home), "A. Bench", "Trier", "Bench", "a long enough passphrase", at=closed)

    def made() -> bytes:
        return make(case, today, identity, number="LS-2026-BENCH1", closed_at=closed, words=wording("en"))

    pdf = made()
    making = milliseconds(made, 5, time.perf_counter)
    verifying = milliseconds(lambda: verify("bench.pdf", pdf), 5, time.perf_counter)
    tell("draw, tag, embed, sign one record", f"median {statistics.median(making):.0f} ms, {len(pdf) // 1024} KB")
    tell("verify one record, re-assessed", f"median {statistics.median(verifying):.0f} ms")


if __name__ == "__main__":
    for benchmark in (law, screen, start, record):
        benchmark()
