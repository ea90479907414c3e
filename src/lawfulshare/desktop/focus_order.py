"""The order in which Tab comes to things: as they are read, one region of the window after another."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QScrollArea, QWidget

ROW = 12
"""Pixels within which two widgets stand in the same row."""


def next_in_order(regions: tuple[QWidget, ...], now: QWidget | None, *, forward: bool) -> QWidget | None:
    """Give what Tab comes to after `now`, or None where nothing takes the focus."""
    stops = [stop for region in regions if region.isVisible() for stop in tab_stops(region)]
    if not stops:
        return None
    if now not in stops:
        inside = [place for place, stop in enumerate(stops) if now is not None and now.isAncestorOf(stop)]
        return stops[inside[0]] if inside else stops[0 if forward else -1]
    return stops[(stops.index(now) + (1 if forward else -1)) % len(stops)]


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Walk what takes the focus by Tab inside a widget, in the order of reading; one stop a radio group."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if policy and widget.isEnabled() and widget.focusProxy() is None and _stands_for_its_group(widget):
        yield widget
    if isinstance(widget, QScrollArea):
        inside: QWidget | None = widget.widget()
        if inside is not None:
            yield from tab_stops(inside)
        return
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    for child in sorted(children, key=lambda child: (child.y() // ROW, child.x())):
        if child.isVisible() and not child.isWindow():
            yield from tab_stops(child)


def first_stop(widget: QWidget) -> QWidget | None:
    """Give the first thing in a widget that takes the focus."""
    return next(tab_stops(widget), None)


def _stands_for_its_group(widget: QWidget) -> bool:
    if not isinstance(widget, QRadioButton):
        return True
    group = widget.group()
    above = widget.parentWidget() or widget
    members = group.buttons() if group is not None else above.findChildren(QRadioButton)
    members = [member for member in members if member.isVisible()]
    chosen = [member for member in members if member.isChecked()]
    return widget is (chosen or members or [widget])[0]
