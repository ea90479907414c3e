"""Every test runs without a screen and with a home of its own."""

import importlib.util
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_home = tempfile.TemporaryDirectory(prefix="lawfulshare-tests-")
os.environ["LAWFULSHARE_HOME"] = _home.name

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("soak", deadline=None, max_examples=1200)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_unconfigure():
    _home.cleanup()


@pytest.fixture
def packaging_words():
    """What translators work with: packaging/words.py."""
    path = Path(__file__).resolve().parents[1] / "packaging" / "words.py"
    spec = importlib.util.spec_from_file_location("packaging_words", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def made_up(tmp_path, monkeypatch, packaging_words):
    """A language in which each text is the English one between brackets; it is spoken."""
    from babel.messages.mofile import write_mo

    from lawfulshare import wording as words

    catalogue = packaging_words.template()
    for message in catalogue:
        if message.id:
            message.string = f"⟦{message.id}⟧"
    folder = tmp_path / "languages"
    folder.mkdir()
    with (folder / "qq.mo").open("wb") as stream:
        write_mo(stream, catalogue)
    monkeypatch.setattr(words, "translations", lambda: folder)
    words.catalogue.cache_clear()
    words.speak("qq")
    yield
    words.speak(words.ENGLISH)
    words.catalogue.cache_clear()
