"""Every test runs without a screen and with a home of its own."""

import os
import tempfile

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_home = tempfile.TemporaryDirectory(prefix="lawfulshare-tests-")
os.environ["LAWFULSHARE_HOME"] = _home.name

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("soak", deadline=None, max_examples=1200)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_unconfigure():
    _home.cleanup()
