"""The acceptance cases, through the command line, by the checker that came with them."""

import subprocess
import sys
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "acceptance"


def test_every_acceptance_case_holds():
    done = subprocess.run(
        [sys.executable, CASES / "check_cases.py", CASES, "--cli", f"{sys.executable} -m lawfulshare"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
