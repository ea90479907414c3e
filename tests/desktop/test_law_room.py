"""The law in the window: found by the keyboard, read in words, its address copied and never opened."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lawfulshare.desktop.disclosure import Disclosure
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.law_list import LawList
from lawfulshare.desktop.law_room import LawRoom, show_law
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.provision_page import ProvisionPage
from lawfulshare.desktop.unfolding import unfolded
from lawfulshare.guide.browsing import find, questions_deciding
from lawfulshare.law.packs.pack import load
from lawfulshare.wording import wording

LAW = load("england").on("2026-11-23")
WORDS = wording("en")


@pytest.fixture
def room(qtbot):
    made = LawRoom(LAW, WORDS, back=WORDS("browse.back"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def page(room):
    found = room.findChild(ProvisionPage)
    assert isinstance(found, ProvisionPage)
    return found


def told(widget):
    return [words.plain for words in widget.findChildren(Words)]


def test_words_kind_and_standing_narrow_the_list_and_the_count_says_so(room):
    assert room.list.count() == len(LAW.provisions)
    QTest.keyClicks(room.search, "16LA")
    assert 0 < room.list.count() < len(LAW.provisions)
    assert f"{room.list.count()} of {len(LAW.provisions)} provisions" in told(room)
    room.search.clear()
    room.kind.choose("duty")
    room.status.choose("coming")
    assert room.list.count() == len(find(LAW, kind="duty", status="coming"))
    assert room.kind.text() == "Kind: duties"
    QTest.keyClicks(room.search, "zebra")
    assert room.list.count() == 0
    assert WORDS("browse.none") in told(room)


def test_a_filter_is_chosen_from_its_menu(room, qtbot):
    QTest.mouseClick(room.status, Qt.MouseButton.LeftButton)
    lines = unfolded(room.window()).lines
    assert [line.text() for line in lines if line.isChecked()] == [WORDS("browse.standings.all")]
    QTest.mouseClick(next(line for line in lines if line.text() == WORDS("browse.standings.coming")),
                     Qt.MouseButton.LeftButton)  # fmt: skip
    assert room.status.value == "coming"


def test_a_provision_is_found_and_read_by_the_keyboard_alone(room):
    room.focus_first()
    QTest.keyClicks(room.search, "report child sexual abuse")
    QTest.keyClick(room.search, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is room.list
    said = told(page(room))
    assert LAW.provision("cpa2026-csa-reporting").plain in said
    assert any(line.startswith("Enacted, not in force.") for line in said)
    QTest.keyClick(room.list, Qt.Key.Key_Down)
    QTest.keyClick(room.search, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is room.list


def test_a_provision_is_told_with_days_conditions_exceptions_and_questions(room):
    room.go("ca2004-s16la")
    provision = LAW.provision("ca2004-s16la")
    (version,) = provision.versions
    said = told(page(room))
    assert "From 30 September 2026: In force, on secondary evidence" in said
    for part in (*version.conditions.values(), *version.exceptions.values()):
        assert any(part.says in line for line in said)
    for question in questions_deciding(LAW, provision):
        assert question.question in said
    for well in page(room).findChildren(Disclosure):
        well.toggle()
    assert "sharing would harm the child more than not sharing" in told(page(room))


def test_what_a_provision_leads_to_is_a_press_away_and_the_list_follows(room):
    room.go("ca2004-s16la")
    QTest.keyClicks(room.search, "zebra")
    name = LAW.provision("ca2004-s16la").opens[0]
    room.findChild(QWidget, f"law.go.{name}").click()
    assert page(room).accessibleName() == LAW.provision(name).title
    assert room.list.currentRow() == room.list.place_of(name)
    assert room.list.place_of("nothing") == -1


def test_the_address_is_copied_on_request_and_never_opened(room, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    room.go("ca2004-s16la")
    address = room.findChild(Words, "law.address")
    assert address.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not address.openExternalLinks()
    QApplication.clipboard().setText("before")
    room.findChild(QWidget, "law.copy").click()
    assert QApplication.clipboard().text() == LAW.provision("ca2004-s16la").address
    assert page(room).copy.text() == WORDS("browse.copied")
    assert opened == []


def test_a_screen_reader_meets_names_and_roles(room):
    named = {room.search: QAccessible.Role.EditableText, room.list: QAccessible.Role.List,
             room.kind: QAccessible.Role.Button}  # fmt: skip
    for widget, role in named.items():
        face = QAccessible.queryAccessibleInterface(widget)
        assert face.role() == role
        assert face.text(QAccessible.Text.Name)
    row = QAccessible.queryAccessibleInterface(room.list).child(0)
    first = find(LAW)[0]
    assert first.title in row.text(QAccessible.Text.Name)
    assert first.citation in row.text(QAccessible.Text.Name)


def test_in_a_narrow_window_one_stands_at_a_time_and_back_goes_to_the_list(room, qtbot):
    room.resize(700, 700)
    room.go("ca2004-s16la")
    assert (room._left.isVisible(), room._right.isVisible()) == (False, True)
    assert room._back.text() == WORDS("browse.to_list")
    room._back.click()
    assert (room._left.isVisible(), room._right.isVisible()) == (True, False)
    with qtbot.waitSignal(room.back_pressed):
        room._back.click()


def test_a_low_room_keeps_its_height_for_the_list_and_the_search_keeps_its_name(room, monkeypatch):
    assert room._title.isVisible()
    monkeypatch.setattr("lawfulshare.desktop.law_room.LOW", 900)
    room.resize(1280, 810)
    assert not room._title.isVisible()
    assert room.search.placeholderText() == room.search.accessibleName()


def test_tab_goes_through_search_filters_list_and_page(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    room = LawRoom(LAW, WORDS, back=WORDS("browse.back"), provision="ca2004-s16la")
    window.show()
    window.activateWindow()
    window.show_room(room)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.search)
    met = [room.search]
    for _ in range(30):
        QTest.keyClick(met[-1], Qt.Key.Key_Tab)
        following = QApplication.focusWidget()
        assert following is not None, met[-1]
        met.append(following)
        if following is room.search:
            break
    assert {room.search, room.kind, room.status, room.list, room._back, page(room).copy} <= set(met)


def test_from_a_case_the_law_opens_over_it_and_escape_closes_it(qtbot):
    under = QWidget()
    under.resize(1000, 700)
    qtbot.addWidget(under)
    under.show()
    show_law(LAW, "ca2004-s16la", WORDS, under)
    over = QApplication.activeModalWidget()
    assert page(over).accessibleName() == LAW.provision("ca2004-s16la").title
    assert over.findChild(QWidget, "law.back").text() == WORDS("browse.close")
    shown = over.findChild(LawList)
    qtbot.waitUntil(lambda: shown.viewport().rect().intersects(shown.visualItemRect(shown.currentItem())))
    QTest.keyClick(over, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_the_start_window_leads_to_the_law_and_back(tmp_path, qtbot, monkeypatch):
    from window_drive import decided, opened

    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    case = decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-c-legal-obligation",))
    driver = opened(tmp_path, case)
    driver.window.start.findChild(QWidget, "start.browse").click()
    room = driver.window.room()
    assert isinstance(room, LawRoom)
    assert QApplication.focusWidget() is room.search
    room._back.click()
    assert driver.window.room() is driver.window.start
    driver.window.close()
