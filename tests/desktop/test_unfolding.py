"""A list that unfolds under a button is in the window: named, gone through by keys, and left without loss."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lawfulshare.desktop.amounts import AmountButton
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.focus_ring import FocusRing
from lawfulshare.desktop.theme import theme
from lawfulshare.desktop.unfolding import Offer, unfold, unfolded

LONG = "Ask the housing officer of the district who is on the tenancy, and whom the repair staff see there"


@pytest.fixture
def window(qtbot, qapp):
    theme.apply(qapp, "light", 1.0)
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.ring, shown.column = FocusRing(shown), QVBoxLayout(shown)
    shown.resize(500, 500)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def amount(window, qtbot):
    button = AmountButton()
    button.show_amount("summarise")
    window.column.addWidget(button)
    qtbot.wait(5)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    return button


def tree(interface):
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and not child.state().invisible:
            yield child
            yield from tree(child)


def test_a_screen_reader_finds_each_choice_in_the_window_with_its_state_and_takes_it(window, amount, qtbot):
    found = list(tree(QAccessible.queryAccessibleInterface(window)))
    group = next(one for one in found if one.text(QAccessible.Text.Name) == "Choose how much goes")
    assert group.role() == QAccessible.Role.Grouping
    choices = [one for one in tree(group) if one.role() == QAccessible.Role.RadioButton]
    assert [(one.text(QAccessible.Text.Name), bool(one.state().checked)) for one in choices] == [
        ("Send", False), ("Summarise", True), ("Anonymise", False), ("Withhold", False),
    ]  # fmt: skip
    with qtbot.waitSignal(amount.amount_chosen) as chosen:
        choices[3].actionInterface().doAction("Toggle")
    assert chosen.args == ["withhold"]
    assert unfolded(window) is None and amount.hasFocus()


def test_the_present_choice_has_the_focus_and_arrows_letters_and_tab_go_on(window, amount, qtbot):
    def at():
        return QApplication.focusWidget().text()

    assert at() == "Summarise"
    for key, there in (
        (Qt.Key.Key_Down, "Anonymise"), (Qt.Key.Key_Home, "Send"), (Qt.Key.Key_Up, "Withhold"), (Qt.Key.Key_S, "Send"),
        (Qt.Key.Key_S, "Summarise"), (Qt.Key.Key_End, "Withhold"), (Qt.Key.Key_Tab, "Send"),
    ):  # fmt: skip
        QTest.keyClick(QApplication.focusWidget(), key)
        assert at() == there
    with qtbot.waitSignal(amount.amount_chosen) as chosen:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == ["send"]


def test_esc_leaves_everything_as_it_was(window, amount):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert unfolded(window) is None and amount.hasFocus() and amount.amount == "summarise"


def test_it_folds_when_one_turns_to_something_else(window, qtbot):
    other = PlainButton("Other")
    window.column.addWidget(other)
    under = PlainButton("Under")
    window.column.addWidget(under)
    qtbot.wait(5)
    for turn in (
        other.setFocus,
        lambda: QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2)),
        lambda: theme.apply(QApplication.instance(), "dark", 1.0),
        lambda: window.resize(480, 480),
    ):
        unfold(under, "List", [Offer("One", None)])
        assert unfolded(window) is not None
        turn()
        qtbot.waitUntil(lambda: unfolded(window) is None)


def test_what_cannot_be_chosen_is_told_and_stays(window, qtbot):
    under = PlainButton("Under")
    window.column.addWidget(under)
    shown = unfold(under, "List", [Offer("Not needed", None)])
    shown.lines[0].click()
    assert unfolded(window) is shown


def test_a_long_list_stays_in_the_window_its_words_wrap_and_the_focused_line_is_in_sight(window, qapp, qtbot):
    under = PlainButton("Under")
    window.column.addWidget(under)
    theme.apply(qapp, "light", 2.0)
    shown = unfold(under, "List", [Offer(f"{number}. {LONG}", None) for number in range(12)])
    qtbot.wait(10)
    assert window.rect().contains(shown.geometry())
    for line in shown.lines:
        assert line.height() >= line.heightForWidth(line.width()) > 100
    window.activateWindow()  # only the window that has the focus is told where it moves
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(shown.lines[0], Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not shown.lines[-1].visibleRegion().isEmpty())
