"""Recipients used before are offered again in the window, and have to be checked again."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from PySide6.QtWidgets import QAbstractButton, QLabel
from window_drive import decided, opened

CASE = decided("02-relapse-and-a-five-year-old", "SHARE", ())


def test_whoever_was_told_before_is_offered_again_and_checked_again(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, CASE)
    driver.take_door("share")
    work = driver.wizard.work
    work.add("recipient")
    for field, value in (
        ("label", "Duty team"), ("sector", "council_childrens_services"), ("contact", "0300 123 4567"),
        ("identity_verified", True), ("checked_on", "2026-11-03"), ("secure_route", True),
    ):  # fmt: skip
        work.answer(f"recipients.r1.{field}", value)
    driver.rooms.to_start()
    driver.window.activateWindow()
    qtbot.waitUntil(driver.window.isActiveWindow)
    driver.take_door("share")
    driver.wizard.go_page("whom_to_tell")
    again = next(one for one in driver.window.findChildren(QAbstractButton, "again.Duty team") if one.isVisible())
    told = [label.plain for label in driver.wizard.shown.findChildren(QLabel) if hasattr(label, "plain")]
    assert "0300 123 4567. Last checked 3 November 2026" in told
    driver.press(again)
    added = driver.wizard.work.case.recipients[0]
    assert (added.label, added.sector, added.contact) == ("Duty team", "council_childrens_services", "0300 123 4567")
    assert (added.identity_verified, added.secure_route, added.checked_on) == (None, None, None)
    assert "who they say" in driver.window.focusWidget().parentWidget().parentWidget().accessibleName()
    assert not [one for one in driver.window.findChildren(QAbstractButton, "again.Duty team") if one.isVisible()]
    driver.window.close()
