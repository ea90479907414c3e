"""Every page of the four doors and every room, for whoever needs large text, clear colours, keys or a screen reader."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from contrasts import FINE, SHAPE, contrast, faint, picture
from every_page import DOORS, FEW, Everywhere
from measuring import lost
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from reaching import nameless, out_of_reach, tabbed

from lawfulshare.desktop.buttons import IconButton, PlainButton
from lawfulshare.desktop.focus_ring import FocusRing
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.doors import doors

SCHEMES = ("light", "dark", "contrast")
SEEN = {"share": ("whom_to_tell", "legal_basis"), "urgent": ("urgent_danger",), "rooms": ("to_start",)}
"""What shows between it every kind of text and edge in its upper part."""


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
    shown = everywhere.rooms(only) if door == "rooms" else everywhere.pages(door, only)
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


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("door", SEEN)
def test_what_is_painted_keeps_its_contrast(everywhere, door, scheme):
    everywhere.dress(scheme, 1.0)
    assert look_at(everywhere, door, faint, SEEN[door]) == []


@pytest.mark.soak
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("door", [*DOORS, "rooms"])
def test_what_is_painted_on_any_page_keeps_its_contrast(everywhere, door, scheme):
    everywhere.dress(scheme, 1.0)
    assert look_at(everywhere, door, faint) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_ring_stands_out_from_what_is_on_either_side_of_it(everywhere, scheme):
    everywhere.dress(scheme, 1.0)
    for _ in everywhere.pages("share", ("danger_now",)):
        everywhere.start_at_the_top()
        for _ in range(5):
            assert ring_contrast(everywhere.window) >= SHAPE, QApplication.focusWidget()
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            everywhere.settle()


def ring_contrast(window):
    """Give the lowest contrast of the ring, half-way down its left side, with what is inside and outside of it."""
    ring = window.findChild(FocusRing)._frame
    at = ring.mapTo(window, QPoint(0, ring.height() // 2))
    painted = picture(window, QRect(at - QPoint(3, 0), QSize(12, 1)))
    colours = [painted.pixel(int(step * FINE), 0) for step in (1, 4.5, 7)]
    return min(contrast(colours[1], colours[0]), contrast(colours[1], colours[2]))


@pytest.mark.parametrize("door", [*DOORS, "rooms"])
def test_each_control_has_a_name_and_a_role_and_tab_comes_to_it_and_goes_on(everywhere, door):
    """A page that a door shares with the share door is walked there."""
    everywhere.dress("light", 1.0)
    if door == "rooms":
        assert look_at(everywhere, door, lambda window: [*everywhere.start_at_the_top(), *out_of_reach(window)]) == []
        return
    walked = {page.name for page in doors()["share"].pages} if door in ("respond", "seek") else set()
    own = tuple(page.name for page in doors()[door].pages if page.name not in walked)
    found = look_at(
        everywhere, door, lambda window: [*everywhere.start_at_the_top(), *out_of_reach(window)], own or FEW[door]
    )
    assert found == []


@pytest.mark.soak
@pytest.mark.parametrize("door", ["respond", "seek"])
def test_each_control_of_the_other_doors_is_come_to_on_every_page(everywhere, door):
    everywhere.dress("light", 1.0)
    assert look_at(everywhere, door, lambda window: [*everywhere.start_at_the_top(), *out_of_reach(window)]) == []


def test_what_has_the_focus_is_in_sight_however_large_the_text(everywhere):
    everywhere.dress("light", 4.0)
    hidden = []

    def look(at):
        QApplication.processEvents()
        seen = at.visibleRegion().boundingRect().height()
        if seen < min(at.height(), 80):
            hidden.append(f"{seen} of {at.height()}: {at.accessibleName() or at}")

    for _ in everywhere.pages("share", ("who_about", "how_much")):
        everywhere.start_at_the_top()
        tabbed(look)
    assert hidden == []


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


def test_a_line_of_a_button_breaks_between_words(window):
    words, one_word = PlainButton("housing housing housing", parent=window), PlainButton("housing" * 3, parent=window)
    whole, bare = words.sizeHint().width(), PlainButton("", parent=window).sizeHint().width()
    narrow = whole - round(0.4 * (whole - bare))
    assert words.heightForWidth(narrow) > one_word.heightForWidth(narrow) > words.heightForWidth(whole)


def test_faint_words_a_faint_icon_and_a_faint_edge_are_found_and_clear_ones_are_not(window, qtbot):
    column = QVBoxLayout(window)
    clear, pale, button = Words("Clear words"), QLabel("Pale words"), PlainButton("Edge")
    pale.setStyleSheet("color: #999999")
    icon = IconButton("Look", "search")
    icon.ink = "line"
    button.frame = "line"
    for part in (clear, pale, button, icon):
        column.addWidget(part)
    window.setStyleSheet("QWidget { background: #ffffff }")
    window.resize(300, 240)
    window.show()
    qtbot.wait(10)
    found = faint(window)
    assert [told.partition(": ")[2] for told in found] == [
        "QLabel 'Pale words'", "the icon of IconButton 'Look'", "the edge of PlainButton 'Edge'"]  # fmt: skip


def test_a_control_without_a_name_and_one_that_tab_does_not_leave_are_found(window, qtbot):
    column = QVBoxLayout(window)
    trap, nobody = QPlainTextEdit(), IconButton("", "search")
    trap.setAccessibleName("It keeps the Tab key for itself")
    column.addWidget(nobody)
    column.addWidget(trap)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert any("IconButton" in told for told in nameless(QAccessible.queryAccessibleInterface(window)))
    nobody.setFocus()
    with pytest.raises(AssertionError, match="trapped"):
        tabbed()
