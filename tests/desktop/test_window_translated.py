"""In a made-up language the window shows no word of English of its own: each comes from wording or forms."""

import html
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from window_drive import decided, opened

from lawfulshare import content
from lawfulshare.case import case_file

CASE = decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-e-public-task",))
OWN_NAMES = "LawfulShare J. Malik Northmoor"
KEYS = "Ctrl Shift Alt Tab Enter Return F1 F6 F8 F9 F10"


def without_brackets(text):
    """Take out everything that stands between brackets, however deep."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = shorter
    return text


def allowed():
    """Give what is not the window's to translate: the law's text, the case's own words, names of keys."""
    # The law speaks English: its answer is part of the record, which is signed in the words of the law.
    resources = content.resources()
    told = [*(resources / "law").rglob("*.yaml"), *(resources / "cautions").rglob("*.yaml"), *(
        resources / "wording" / "en" / f"{name}.yaml" for name in ("law", "facts"))]  # fmt: skip
    law = " ".join(one.read_text(encoding="utf-8") for one in told)
    return " ".join(re.findall(r"[^\W\d_]+", f"{law} {case_file.write(CASE).decode()} {OWN_NAMES} {KEYS}")).lower()


def shown_texts(window):
    """Give every text of the window that is seen or read aloud."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel):
            lines = re.sub(r"<(br|/p|/span|/small|/td)[^>]*>", "\n", widget.text())
            yield html.unescape(re.sub(r"<[^>]+>", " ", lines))
        if isinstance(widget, QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())


def covered(run, known):
    """Say whether a run of words is made of phrases that are known, each of two words at least or the rest of it."""
    if not run or " ".join(run) in known:
        return True
    return any(" ".join(run[:at]) in known and covered(run[at:], known) for at in range(len(run) - 1, 1, -1))


def english(window, known):
    """Give each text with a run of words that is neither translated nor anybody's own."""
    for text in shown_texts(window):
        for part in re.split(r"[.:;,()+“”‘’\"'\n&/✓✗○•*–-]", without_brackets(text)):
            run = re.findall(r"[^\W\d_]+", re.sub(r"\b[0-9a-f]{4}\b", " ", part).lower())
            if not covered(run, known):
                yield f"{' '.join(run)!r} of {text[:100]!r}"


def test_no_word_of_the_window_is_english_where_another_language_is_spoken(made_up, tmp_path, qtbot, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("LAWFULSHARE_HOME", str(home))
    known, found = allowed(), {}
    driver = opened(home, CASE)

    def look(name):
        driver.wait(lambda: not driver.window.background.is_busy())
        for told in english(driver.window, known):
            found.setdefault(told, name)

    driver.seen = look
    look("start")
    driver.take_door("share")
    driver.walk(CASE)
    driver.seen("sign")
    driver.rooms.to_start()
    for show in (driver.rooms.show_about, driver.rooms.show_profile, driver.rooms.show_verify, driver.rooms.to_start):
        show()
        look(show.__name__)
    driver.window.top.chosen.emit("identity")
    look("identity")
    driver.window.close()
    assert not found, "\n".join(f"{name}: {told}" for told, name in found.items())
