"""Damaged files, bombs and circles end in a refusal or a *no*: never in a crash, never without end, never in the memory
of the whole computer."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

FUZZING = Path(__file__).with_name("fuzzing.py")


def fuzz(seed, count):
    """Verify damaged files in a process of their own that may have so much time and memory, and no more."""
    done = subprocess.run(
        [sys.executable, str(FUZZING), str(seed), str(count)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return ast.literal_eval(done.stdout)


def test_damaged_files_bombs_and_circles_are_refused_or_get_a_no():
    told = fuzz(1, 54)
    assert sum(told.values()) == 54 + 17
    assert told["refused"] and told["not sound"]


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 12))
def test_two_thousand_more_damaged_files(seed):
    assert sum(fuzz(seed, 200).values()) == 200
