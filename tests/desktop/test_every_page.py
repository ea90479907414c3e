"""Every page of every door in the real window: named, reachable, legible in each dress, whole at 400 %."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from measuring import EDGE, contrast, faint, lost
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget
from window_drive import decided, opened

from lawfulshare.desktop.focus_order import tab_stops
from lawfulshare.desktop.theme import theme

EVERY_DOOR = {
    "share": decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-e-public-task",)),
    "respond": decided("06-police-letter-the-patient-asks-for-it", "SHARE", ("art6-1-e-public-task",)),
    "seek": decided(
        "35-professional-curiosity-health-visitor", "SEEK", ("art6-1-e-public-task",), instead="I ask first."
    ),
    "urgent": decided("08-named-threat-to-kill", "URGENT", ("art6-1-d-vital-interests",)),
}
SCHEMES = ("light", "dark", "contrast")
NAMED = frozenset({
    QAccessible.Role.Button, QAccessible.Role.PushButton, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox, QAccessible.Role.EditableText, QAccessible.Role.List, QAccessible.Role.Table,
    QAccessible.Role.ScrollBar, QAccessible.Role.Dialog,
})  # fmt: skip


def nameless(interface, found):
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is None or child.state().invisible:
            continue
        if child.role() in NAMED and not child.text(QAccessible.Text.Name).strip():
            found.append(f"nameless {child.role().name} {child.object()}")
        nameless(child, found)
    return found


def unreachable(window):
    """Name what takes the focus by Tab and is on no way that Tab takes."""
    stops = [stop for region in window._regions() if region.isVisible() for stop in tab_stops(region)]
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        inside_another = widget.focusProxy() is not None or isinstance(widget, (QRadioButton, QScrollArea))
        within = any(stop.isAncestorOf(widget) for stop in stops)
        if takes and not inside_another and widget not in stops and not within:
            yield f"unreachable {type(widget).__name__} {widget.accessibleName()}"


@pytest.fixture
def walked(tmp_path, qtbot, qapp, monkeypatch):
    """Walks a door to the page to sign and looks at each page."""
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))

    def walk(door, look):
        case = EVERY_DOOR[door]
        driver = opened(tmp_path, case)
        found = []
        driver.seen = lambda name: found.extend(f"{name}: {told}" for told in look(driver))
        driver.take_door(door)
        driver.walk(case)
        driver.seen("sign")
        driver.window.close()
        return found

    yield walk
    theme.apply(qapp, "light", 1.0)


def dressed(driver, scheme, scale):
    theme.apply(QApplication.instance(), scheme, scale)
    QTest.qWait(30)


@pytest.mark.parametrize("door", EVERY_DOOR)
def test_each_control_has_a_name_and_is_on_the_way_of_tab(door, walked):
    def look(driver):
        return [
            *nameless(QAccessible.queryAccessibleInterface(driver.window), []), *unreachable(driver.window),
            *([] if driver.window.windowTitle() == "LawfulShare" else ["the title says more"]),
        ]  # fmt: skip

    assert walked(door, look) == []


@pytest.mark.parametrize("door", EVERY_DOOR)
def test_text_at_400_percent_loses_nothing_in_a_window_of_1280_by_800(door, walked):
    def look(driver):
        dressed(driver, "light", 4.0)
        assert driver.window.width() == 1280 and driver.window.height() == 800
        found = lost(driver.window)
        dressed(driver, "light", 1.0)
        return found

    assert walked(door, look) == []


@pytest.mark.parametrize("door", EVERY_DOOR)
def test_what_is_painted_keeps_its_contrast_in_each_dress(door, walked):
    def look(driver):
        found = []
        for scheme in SCHEMES:
            dressed(driver, scheme, 1.0)
            found += [f"{scheme} {told}" for told in faint(driver.window)]
        dressed(driver, "light", 1.0)
        return found

    assert walked(door, look) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_is_seen_where_the_keyboard_moved_it(scheme, tmp_path, qtbot, monkeypatch, qapp):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, EVERY_DOOR["share"])
    driver.take_door("share")
    dressed(driver, scheme, 1.0)
    for _ in range(12):
        driver.wait(lambda: not driver.window.background.is_busy())
        focus = QApplication.focusWidget()
        focus.clearFocus()
        QApplication.processEvents()
        before = driver.window.grab().toImage()
        focus.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = driver.window.grab().toImage()
        ratios = [
            contrast(before.pixel(x, y) & 0xFFFFFF, after.pixel(x, y) & 0xFFFFFF)
            for x in range(0, after.width(), 1)
            for y in range(0, after.height(), 7)
            if before.pixel(x, y) != after.pixel(x, y)
        ]
        assert ratios and max(ratios) >= EDGE, focus.accessibleName()
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    driver.window.close()
    theme.apply(qapp, "light", 1.0)
