"""Nobody who passes learns anything: hiding, locking, the clipboard, the title, and what is left on the disk."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from window_drive import PASSPHRASE, decided, opened

from lawfulshare.desk.home import Settings, read_settings, write_settings
from lawfulshare.desk.opening import Desk
from lawfulshare.desktop.clipping import Clipping, forget_folders
from lawfulshare.desktop.driving import type_text
from lawfulshare.desktop.idle import Idle
from lawfulshare.desktop.provision_text import show_reasoning
from lawfulshare.desktop.unlock import Unlock

CASE = decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-e-public-task",))


@pytest.fixture
def driver(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driven = opened(tmp_path, CASE)
    driven.take_door("share")
    yield driven
    driven.window.close()


def shown_words(window):
    return " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def name_the_child(driver):
    """Go to the household and write a name into it, without leaving the line."""
    driver.walk(CASE, until=lambda wizard: wizard.work.page.each == "person")
    driver.wizard.work.add("person")
    driver.wizard.show_page("people.p1.label")
    line = driver.wizard.shown.findChild(QLineEdit)
    type_text(line, "Kian Zephyr")


def test_locking_saves_what_is_being_typed_and_asks_for_the_passphrase_again(driver):
    name_the_child(driver)
    page = driver.wizard.work.page.name
    window, rooms = driver.window, driver.rooms
    driver.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.room(), Unlock)
    assert rooms.desk is None and rooms.case is None
    assert "Kian" not in shown_words(window)
    assert window.windowTitle() == "LawfulShare"
    window.room().given.emit(PASSPHRASE)
    driver.wait(lambda: rooms.case is not None)
    assert driver.wizard.work.page.name == page
    assert driver.wizard.work.case.people[0].label == "Kian Zephyr"


def test_nobody_at_the_window_for_the_minutes_of_the_settings_locks_it_also_under_a_dialog(driver):
    name_the_child(driver)
    driver.wizard.foot.setFocus()
    driver.wait(lambda: driver.wizard.assessment is not None)
    show_reasoning(driver.wizard.assessment.explanation, driver.window.words, driver.window)
    assert any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    idle = driver.rooms.latch.idle
    passed = [idle._now()]
    idle._now = lambda: passed[0]
    idle.touch()
    passed[0] += 10 * 60 - 1
    idle.look()
    assert driver.rooms.desk is not None
    passed[0] += 1
    idle.look()
    assert driver.rooms.desk is None
    assert not any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    assert "Kian" not in shown_words(driver.window)


def test_a_touch_of_any_window_and_an_answer_keep_it_open(driver):
    idle = driver.rooms.latch.idle
    passed = [1000.0]
    idle._now = lambda: passed[0]
    idle.touch()
    for someone_is_there in (
        lambda: QTest.keyClick(driver.window.windowHandle(), Qt.Key.Key_Shift),
        lambda: QTest.mouseMove(driver.window.windowHandle()),
        driver.wizard.refresh,
    ):
        passed[0] += 9 * 60
        someone_is_there()
        QApplication.processEvents()
    idle.look()
    assert driver.rooms.desk is not None


def test_it_is_told_once_that_nobody_is_there():
    passed, told = [0.0], []
    idle = Idle(10, lambda: passed[0])
    idle.left_alone.connect(lambda: told.append(passed[0]))
    for _ in range(5):
        passed[0] += 300
        idle.look()
    assert told == [600.0]


def test_hiding_closes_what_lies_on_top_and_lifts_again(driver):
    show_reasoning(driver.wizard.assessment.explanation, driver.window.words, driver.window)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    dialog.activateWindow()
    driver.wait(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F9)
    assert driver.window.cover.isVisible()
    assert shown_words(driver.window) == driver.window.words("window.cover.sentence")
    driver.key(Qt.Key.Key_F9)
    assert driver.window.cover.isHidden()


def test_a_window_put_away_shows_the_cover_as_its_picture(driver):
    window = driver.window
    window.showMinimized()
    QApplication.processEvents()
    assert window.cover.isVisible()
    window.showNormal()
    QApplication.processEvents()
    assert window.cover.isHidden()


def test_what_was_copied_here_is_cleared_and_what_others_copied_is_not(qapp, monkeypatch):
    clipboard = QGuiApplication.clipboard()
    clipping = Clipping(clipboard)
    ours = [True]
    monkeypatch.setattr(clipping, "_ours", lambda mode: ours[0] and mode is QClipboard.Mode.Clipboard)
    clipboard.setText("Kian, 5")
    qapp.processEvents()
    assert clipping.waits()
    clipping.clear()
    assert clipboard.text() == ""
    assert not clipping.waits()
    clipboard.setText("Kian, 5")
    qapp.processEvents()
    ours[0] = False
    clipboard.setText("a shopping list")
    clipping.clear()
    assert clipboard.text() == "a shopping list"


def test_locking_and_closing_clear_the_clipboard(driver, monkeypatch):
    cleared = []
    monkeypatch.setattr(driver.rooms.latch.clipping, "_ours", lambda mode: mode is QClipboard.Mode.Clipboard)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Kian")
    driver.rooms.latch.lock()
    cleared.append(clipboard.text())
    clipboard.setText("Kian")
    driver.window.close()
    cleared.append(clipboard.text())
    assert cleared == ["", ""]


def test_no_folder_that_was_looked_into_stays_in_the_settings(tmp_path, qapp):
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.setValue("FileDialog/lastVisited", "file:///home/me/Kian Zephyr")
    kept.sync()
    forget_folders()
    assert all(b"Kian" not in one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())


def test_no_other_part_of_the_program_keeps_settings_with_qt():
    source = Path(__file__).resolve().parents[2] / "src" / "lawfulshare"
    users = [one.name for one in source.rglob("*.py") if "QSettings" in one.read_text(encoding="utf-8")]
    assert users == ["clipping.py"]


def test_the_minutes_are_kept_and_what_is_no_number_is_as_on_the_first_day(tmp_path):
    write_settings(tmp_path, Settings("dark", 200, 30))
    assert read_settings(tmp_path) == Settings("dark", 200, 30)
    (tmp_path / "settings.json").write_text('{"scheme": "dark", "text_percent": 100, "lock_minutes": "never"}')
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "settings.json").write_text('{"scheme": "dark", "text_percent": 100}')
    assert read_settings(tmp_path).lock_minutes == 10


def test_the_answers_of_a_locked_window_are_in_the_vault_alone(driver, tmp_path):
    name_the_child(driver)
    driver.rooms.latch.lock()
    for one in tmp_path.rglob("*"):
        assert not one.is_file() or b"Zephyr" not in one.read_bytes(), one.name
    desk = Desk.open(tmp_path, PASSPHRASE)
    assert desk.resume(desk.drafts.lines()[0].case_id).case.people[0].label == "Kian Zephyr"
    desk.close()
