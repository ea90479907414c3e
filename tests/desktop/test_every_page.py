"""Every page of the four doors and every room, as somebody meets them who needs large text."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from every_page import DOORS, FEW, Everywhere
from measuring import lost
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory, qapp):
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWFULSHARE_HOME", str(home))
        shown = Everywhere(home)
        shown.window.resize(1280, 800)
        yield shown
        shown.window.close()
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def window(qtbot, qapp):
    theme.apply(qapp, "light", 1.0)
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


def look_at(everywhere, door, look, only=()):
    """Tell what a look finds on each page of a door, or in each room."""
    shown = everywhere.rooms() if door == "rooms" else everywhere.pages(door, only)
    return [f"{door} {name}: {found}" for name in shown for found in look(everywhere.top())]


@pytest.mark.parametrize("door", [*DOORS, "rooms"])
def test_text_at_400_percent_is_whole_in_a_window_of_1280_by_800(everywhere, door):
    everywhere.dress("light", 4.0)
    assert look_at(everywhere, door, lost, FEW.get(door, ())) == []


@pytest.mark.soak
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0, 4.0])
@pytest.mark.parametrize("door", DOORS)
def test_text_of_any_size_is_whole_on_every_page(everywhere, door, scale):
    everywhere.dress("light", scale)
    assert look_at(everywhere, door, lost) == []


def test_a_text_that_is_cut_and_one_that_lies_over_another_are_found(window, qtbot):
    window.resize(200, 100)
    column, across = QVBoxLayout(window), QHBoxLayout()
    cut, word, narrow = Words("Say what you know and whom you might tell."), Words("Safeguarding"), QPushButton("Edit")
    column.addWidget(cut)
    column.addLayout(across)
    across.addWidget(word)
    across.addWidget(narrow)
    over = QLabel("Over it", window)
    window.show()
    cut.setFixedHeight(8)
    word.setFixedWidth(20)
    narrow.setFixedWidth(6)
    qtbot.wait(10)
    over.setGeometry(cut.geometry())
    found = "\n".join(lost(window))
    for what in ("in height: Words 'Say", "a word is cut", "QPushButton 'Edit'", "overlap: Words 'Say"):
        assert what in found


def test_a_button_takes_as_many_lines_as_its_words_need_and_gives_them_back(window, qtbot):
    column, across = QVBoxLayout(window), QHBoxLayout()
    long, short = PlainButton("What the law says: the duty to share information"), PlainButton("Go")
    across.addWidget(long)
    across.addWidget(short)
    column.addLayout(across)
    column.addStretch(1)
    window.resize(900, 300)
    window.show()
    qtbot.wait(10)
    one_line = long.height()
    assert one_line == short.height()
    window.resize(220, 300)
    qtbot.waitUntil(lambda: long.height() > 2 * short.height() - 20 and not lost(window))
    window.resize(900, 300)
    qtbot.waitUntil(lambda: long.height() == one_line)
