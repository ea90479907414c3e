"""The urgent door in the window: whom to ring on top, a call noted at a press, and the full record that waits after."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from window_drive import decided, opened

from lawfulshare.desk.profile import OwnContact
from lawfulshare.desktop.ring_cards import RingCards
from lawfulshare.desktop.script_card import ScriptCard

CASE = decided("08-named-threat-to-kill", "URGENT", ())


def named(where, name):
    return next(one for one in where.findChildren(QAbstractButton, name) if one.isVisible())


def words_in(where):
    return [label.plain for label in where.findChildren(QLabel) if hasattr(label, "plain")]


def test_a_number_is_rung_the_call_is_noted_and_the_full_record_waits(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, CASE)
    desk = driver.rooms.desk
    door = OwnContact.read("Front door, 0113 496 0321, the daughter")
    desk.keep_profile(desk.profile.model_copy(update={"contacts": (door,)}))
    driver.take_door("urgent")
    cards = driver.wizard.shown.findChild(RingCards)
    assert [text for text in words_in(cards) if text in ("999", "0113 496 0321")] == ["999", "0113 496 0321"]
    driver.walk(CASE, until=lambda wizard: wizard.work.page.name == "urgent_call")
    driver.press(named(driver.wizard.shown, "rung.0113 496 0321"))
    call = driver.wizard.work.case.transmission[-1]
    reached = next(one for one in driver.wizard.work.case.recipients if one.id == call.recipient)
    assert (reached.label, reached.contact, call.how) == ("Front door", "0113 496 0321", "Telephone")
    assert call.on and call.at
    assert driver.window.focusWidget().accessibleName() == "Whom did you speak to?"
    assert "What to say to Front door" in words_in(driver.wizard.shown.findChild(ScriptCard))
    driver.press(named(driver.wizard.shown, "offer.transmission.0.written_by"))
    assert driver.wizard.work.case.transmission[0].written_by > call.on
    driver.wizard.go_page("urgent_extent")
    for cell in driver.wizard.shown.form._grid._cells.values():
        if cell.button.amount is None:
            cell.button.setFocus()
            QTest.keyClick(cell.button, Qt.Key.Key_W)
    work, front_door = driver.wizard.work, reached.id
    work.answer(f"recipients.{front_door}.sector", "council_childrens_services")
    for item in ("i1", "i2", "i3"):
        work.answer(f"disclosures.{item}>{front_door}.reason", "They were told by telephone what they need.")
    driver.wizard.go_page("urgent_decision")
    driver.walk(CASE)
    driver.sign()
    driver.press(named(driver.case.after, "after.full_record"))
    following = driver.wizard.work.case
    assert (following.mode, following.linked_to is not None, following.decision) == ("share", True, None)
    assert [person.label for person in following.people] == [person.label for person in CASE.people]
    driver.rooms.to_start()
    assert any("waits to be finished" in text for text in words_in(driver.window.start))
    driver.window.close()


def test_the_record_can_be_left_for_later_and_is_begun_once(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, CASE)
    driver.take_door("urgent")
    driver.walk(CASE, until=lambda wizard: wizard.work.page.name == "urgent_call")
    urgent = driver.wizard.work.case_id
    for _ in range(2):
        driver.press(named(driver.wizard.shown, "urgent.later"))
        assert driver.window.room() is driver.window.start
        drafts = [driver.rooms.desk.resume(line.case_id).case for line in driver.rooms.desk.drafts.lines()]
        assert sorted((case.mode, case.linked_to) for case in drafts if case.linked_to) == [("share", urgent)]
        assert any("2 records that began" in text for text in words_in(driver.window.start))
        driver.rooms.resume(urgent)
        driver.wizard.go_page("urgent_call")
    driver.window.close()


def test_a_line_of_ones_own_list_needs_a_name_and_a_number():
    read = OwnContact.read("Front door, 0300 123 4567, for a child, day and night")
    assert (read.name, read.number, read.for_what) == ("Front door", "0300 123 4567", "for a child, day and night")
    assert OwnContact.read(read.line) == read
    assert OwnContact.read("Front door 0300") is None
    assert OwnContact.read("Front door, later") is None
