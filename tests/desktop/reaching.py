"""Goes through the window as somebody does who cannot see it or has no mouse: by names, roles and the Tab key."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget

Role = QAccessible.Role
CONTROLS = frozenset({
    Role.Button, Role.PushButton, Role.RadioButton, Role.CheckBox, Role.ComboBox, Role.EditableText, Role.List,
    Role.Table, Role.ScrollBar, Role.Dialog, Role.Slider, Role.SpinBox, Role.Link,
})  # fmt: skip
NO_ROLES = frozenset({Role.NoRole, Role.Client, Role.Border, Role.Pane, Role.Window, Role.StaticText, Role.Grouping})
"""What a screen reader cannot say of a thing that one can do something with."""


def nameless(interface: QAccessibleInterface) -> Iterator[str]:
    """Name each control under an interface that has no name."""
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is None or child.state().invisible:
            continue
        if child.role() in CONTROLS and not child.text(QAccessible.Text.Name).strip():
            yield f"nameless {child.role().name} {child.object()}"
        yield from nameless(child)


def focusable(window: QWidget) -> list[QWidget]:
    """Give what takes the focus by Tab and is in sight; of radio buttons that belong together, none."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget, (QRadioButton, QScrollArea))
        and not any(isinstance(above, QRadioButton) for above in (widget.parentWidget(),))
    ]


def tabbed(look: Callable[[QWidget], object] = id) -> list[QWidget]:
    """Press Tab until one is back, look at each stop, and give what was come to; twice the same running is a trap."""
    first = QApplication.focusWidget()
    assert first is not None, "nothing has the focus"
    met = [first]
    while True:
        look(met[-1])
        QTest.keyClick(met[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is first:
            return met
        assert now is not None and now not in met, f"Tab is trapped at {met[-1]}"
        met.append(now)


def out_of_reach(window: QWidget) -> list[str]:
    """Name what has no name or no role, what Tab does not come to, and what has the focus out of sight."""
    found = list(nameless(QAccessible.queryAccessibleInterface(window)))
    met = tabbed()
    for widget in focusable(window):
        if widget not in met and not any(one.isAncestorOf(widget) for one in met):
            found.append(f"Tab does not come to {type(widget).__name__} {widget.accessibleName()!r}")
    for widget in met:
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"nameless {widget}")
        if told.role() in NO_ROLES:
            found.append(f"{told.role().name} {widget} {told.text(QAccessible.Text.Name)!r}")
    return found
