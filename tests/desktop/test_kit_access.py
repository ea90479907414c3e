"""The widgets can be read aloud, walked by Tab and read at 200 %, and keep PySide's references."""

import sys

import pytest
from kit_pages import ASSESSMENT, CASE, PAGES, law_text
from measuring import lost
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from lawfulshare.desktop.app import start_qt
from lawfulshare.desktop.cards import Chip, OutcomeCard
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.focus_order import next_in_order
from lawfulshare.desktop.focus_ring import FocusRing
from lawfulshare.desktop.form_page import FormPage
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.rail import Rail, RailRow
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.guide.doors import doors
from lawfulshare.wording import wording

NAMED_ROLES = {
    QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox, QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText, QAccessible.Role.Grouping, QAccessible.Role.Table, QAccessible.Role.List,
    QAccessible.Role.PushButton,
}  # fmt: skip
ROWS = (
    RailRow("a", "You", "done"),
    RailRow("b", "The concern", "here", "Question 3 of 5"),
    RailRow("c", "Finding out more", "not_needed", "Enough is known", reachable=False),
)


class Reading(FormPage):
    """A page alone in its window, walked by Tab in the order of reading as the main window walks."""

    def focusNextPrevChild(self, forward):
        following = next_in_order((self,), QApplication.focusWidget(), forward=forward)
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True


@pytest.fixture
def shown(qtbot, qapp):
    def show(name, scheme="light", scale=1.0, width=932, height=800):
        theme.apply(qapp, scheme, scale)
        form = Reading(PAGES[name], CASE, wording(), law_text)
        qtbot.addWidget(form)
        form.show_assessment(ASSESSMENT)
        form.resize(width, height)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        for making in form.findChildren(Gradually):
            making.finish()
        QTest.qWait(30)
        return form

    yield show
    theme.apply(qapp, "light", 1.0)


def nameless(interface, found):
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is None or child.state().invisible:
            continue
        if child.role() in NAMED_ROLES and not child.text(QAccessible.Text.Name).strip():
            found.append(str(child.object()))
        nameless(child, found)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_no_control_is_without_a_name(shown, name):
    form = shown(name)
    if form._list is not None:
        form._list.open_entry("p2")
        QTest.qWait(20)
    assert not nameless(QAccessible.queryAccessibleInterface(form), [])


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_round_the_page_and_is_trapped_nowhere(shown, name):
    form = shown(name)
    if form._list is not None:
        form._list.open_entry("p2")
    form.focus_first()
    first, seen = QApplication.focusWidget(), []
    for _ in range(80):
        at = QApplication.focusWidget()
        assert not seen or at is not seen[-1], f"trapped in {at}"
        if at is first and seen:
            break
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first
    groups = {button.group() for button in form.findChildren(QAbstractButton) if button.group() is not None}
    for widget in (*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit)):
        assert widget in seen or not widget.isVisible() or widget.focusProxy(), widget.accessibleName()
    for button in form.findChildren(QAbstractButton):
        exclusive = button.group() in groups and button.group().exclusive() if button.group() else False
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus and not exclusive:
            assert button in seen, button.text() or button.accessibleName()
    for group in groups:
        if group.exclusive() and any(button.isVisible() for button in group.buttons()):
            assert any(button in seen for button in group.buttons())


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 700, 640])
def test_large_text_is_not_cut_and_nothing_scrolls_sideways(shown, qtbot, name, width):
    form = shown(name, scale=2.0, width=width)
    if form._list is not None:
        form._list.open_entry("p2")
        QTest.qWait(20)
    qtbot.waitUntil(lambda: not lost(form))
    assert form.column.content.width() <= form.column.viewport().width()


def brightness(colour):
    channels = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_every_pair_of_colours_keeps_its_contrast(qapp, scheme):
    theme.apply(qapp, scheme, 1.0)
    palette = "high_contrast" if scheme == "contrast" else scheme
    pairs = [pair for pair in tokens()["measured"] if pair["palette"] == palette]
    assert len(pairs) > 40
    for pair in pairs:
        low, high = sorted((brightness(theme.color(pair["front"])), brightness(theme.color(pair["back"]))))
        assert (high + 0.05) / (low + 0.05) >= pair["need"], pair
    theme.apply(qapp, "light", 1.0)


def test_calls_into_qt_keep_their_references_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(60):
        widget.setEnabled(True)
    assert sys.getrefcount(None) >= before - 5


def test_the_ring_follows_the_keyboard_and_stays_with_a_page_that_goes(shown, qtbot, qapp):
    form = shown("every kind")
    ring = FocusRing(form)
    form.focus_first()
    assert ring.is_shown()
    before = form.grab().toImage()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.qWait(10)
    assert form.grab().toImage() != before
    ring._by_mouse = True
    form._fields["concern.kinds"].focus_first()
    assert not ring.is_shown()
    ring._by_mouse = False
    form._fields["decision.rationale"].focus_first()
    assert ring.is_shown()
    form._fields.pop("decision.rationale").deleteLater()
    QTest.qWait(20)
    theme.changed.emit()
    assert QApplication.focusWidget() is None or ring.is_shown()


def test_the_rail_says_how_each_section_stands(qtbot):
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_rows(ROWS, 6, 11, title="Find out more")
    rail.show()
    names = [button.accessibleName() for button in rail.findChildren(QAbstractButton)]
    assert "The concern: You are here. Question 3 of 5" in names
    assert "Finding out more: Not needed. Enough is known" in names
    assert any(label.plain == "6 to 11 pages left" for label in (rail._left,))
    with qtbot.waitSignal(rail.chosen) as told:
        rail.focus_here()
        QTest.keyClick(QApplication.focusWidget() or rail._rows[1], Qt.Key.Key_Space)
    assert told.args == ["b"]


def test_a_slim_rail_is_slim_until_its_button_opens_it(qtbot):
    rail = Rail(ROWS)
    qtbot.addWidget(rail)
    wide = rail.width()
    rail.set_slim(True)
    assert rail.width() < wide / 3
    rail._unfold.click()
    assert rail.width() == wide


def test_the_outcome_is_said_in_words_and_told_apart_from_the_one_before(qtbot):
    card = OutcomeCard()
    qtbot.addWidget(card)
    assert card.show_outcome("SEEK", "Ask two people.")
    assert not card.show_outcome("SEEK", "Ask three people.")
    assert "Find out more first" in card.accessibleName()
    assert Chip.of_outcome("SHARE").accessibleName() == "Share"


def test_the_ring_outlives_the_page_it_was_drawn_on(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    ring = FocusRing(window)
    for _ in range(3):
        form = FormPage(PAGES["alone"], CASE, wording(), law_text)
        row.addWidget(form)
        form.show()
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.qWait(20)
        form.focus_first()
        assert ring.is_shown()
        row.removeWidget(form)
        form.deleteLater()
        del form
        QTest.qWait(20)
        assert not ring.is_shown()


@pytest.mark.parametrize("mode", ["share", "respond", "seek", "urgent"])
def test_every_page_of_every_door_can_be_shown_and_names_its_controls(qtbot, qapp, mode):
    theme.apply(qapp, "light", 1.0)
    for page in doors()[mode].pages:
        form = FormPage(page, CASE, wording(), law_text)
        qtbot.addWidget(form)
        form.resize(900, 800)
        form.show()
        form.show_assessment(ASSESSMENT)
        qapp.processEvents()
        assert not nameless(QAccessible.queryAccessibleInterface(form), []), page.name
        assert not [label.plain for label in form.findChildren(Words) if "{" in label.plain], page.name
        form.close()


def test_a_column_has_the_same_parts_for_a_screen_reader_when_its_bar_has_gone(qtbot, qapp):
    start_qt([])
    column, long = Column(), Words("A line of its own.\n" * 60)
    qtbot.addWidget(column)
    column.add(long)
    column.end()
    column.resize(300, 300)
    column.show()
    qtbot.waitUntil(column.verticalScrollBar().isVisible)
    told = QAccessible.queryAccessibleInterface(column)
    counted = told.childCount()
    long.say("A line.")
    qtbot.waitUntil(lambda: not column.verticalScrollBar().isVisible())
    assert told.childCount() == counted
    assert all(told.child(place) is not None for place in range(counted))
    assert told.child(counted) is None
