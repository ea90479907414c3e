"""Every test runs without a screen and with a home of its own."""

import os
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_home = tempfile.TemporaryDirectory(prefix="lawfulshare-tests-")
os.environ["LAWFULSHARE_HOME"] = _home.name


def pytest_unconfigure():
    _home.cleanup()
