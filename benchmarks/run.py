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
from verifying import verifying  # noqa: E402

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

SPENT = """
import resource
spent = resource.getrusage(resource.RUSAGE_SELF)
most = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(spent.ru_utime + spent.ru_stime, most)
"""


def _in_a_process(script: str, env: dict[str, str]) -> tuple[float, int]:
    """Give the processor's seconds and the most memory, in KB, that a script took."""
    made = subprocess.run([sys.executable, "-c", script + SPENT], env=env, check=True, capture_output=True, text=True)
    seconds, memory = made.stdout.split()[-2:]
    return float(seconds), int(memory)


def start() -> None:
    """First painted window against a bare one, each in a process of its own, in turn: work of the processor, memory.

    Both run as an installed program does, from byte-code that an uncounted first run has written.
    """
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "LAWFULSHARE_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        runs = [(_in_a_process(PAINT_BARE, env), _in_a_process(PAINT_OURS, env)) for _ in range(8)][1:]
    paint = statistics.median(ours[0] / bare[0] for bare, ours in runs)
    memory = statistics.median(ours[1] / bare[1] for bare, ours in runs)
    tell("first painted window, against a bare PySide6 window", f"{paint:.2f} ×")
    tell("memory of the idle window, against a bare PySide6 window", f"{memory:.2f} ×")


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


def verify() -> None:
    """Verify two hundred records of the example, twice."""
    case = case_file.read((ROOT / "resources" / "examples" / "theo.json").read_bytes())
    verifying(case, load("england").on(case.decided_on or "2026-11-23"))


if __name__ == "__main__":
    for benchmark in (law, screen, start, record, verify):
        benchmark()
