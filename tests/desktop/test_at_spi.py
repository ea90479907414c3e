"""The whole share door from another process, by nothing but what a screen reader is told."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from at_spi_plan import Planner
from window_drive import PASSPHRASE, decided

from lawfulshare.desk.opening import Desk

HERE = Path(__file__).parent
DEBIANS_PYTHON = "/usr/bin/python3"
NEEDED = "install what packaging/debian-packages.txt names: packaging/install-system-packages"
CASE = decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-e-public-task",))
SESSION = """
"$PROGRAM_PYTHON" -m lawfulshare & program=$!
"$CLIENT_PYTHON" "$CLIENT" "$PLAN"; status=$?
kill $program; wait $program 2>/dev/null; exit $status
"""


def test_the_share_door_is_finished_from_another_process_by_words_alone(tmp_path):
    for tool in ("xvfb-run", "xauth", "dbus-run-session", DEBIANS_PYTHON):
        assert shutil.which(tool), f"{tool} is missing: {NEEDED}"
    has_atspi = subprocess.run(
        [DEBIANS_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"], check=False, capture_output=True
    )
    assert has_atspi.returncode == 0, f"Atspi is missing: {NEEDED}"
    home, plan = tmp_path / "home", tmp_path / "plan.json"
    home.mkdir()
    told = Planner(tmp_path / "planned", CASE, PASSPHRASE).plan()
    plan.write_text(json.dumps(told | {"secret": PASSPHRASE}), encoding="utf-8")
    env = os.environ | {
        "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LAWFULSHARE_HOME": str(home),
        "PROGRAM_PYTHON": sys.executable, "CLIENT_PYTHON": DEBIANS_PYTHON, "PLAN": str(plan),
        "CLIENT": str(HERE / "at_spi_client.py"), "GTK_MODULES": "",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }  # fmt: skip
    client = {name: value for name, value in env.items() if name != "PYTHONHOME"}
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--", "bash", "-c", SESSION],
        env=client, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    desk = Desk.open(home, PASSPHRASE)
    kept = desk.records.lines()
    desk.close()
    assert len(kept) == 1
