"""Measures the window as a person sees it: what is cut, what lies over another, what is too faint, what has no name."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableWidget,
    QWidget,
)

from lawfulshare.desktop.brand import KeyCap
from lawfulshare.desktop.cards import Chip

CURSOR = 4
"""Pixels that a field to write in keeps for its cursor after the end of a line."""


def called(widget: QWidget) -> str:
    """Say which widget it is, in the words that it shows."""
    text = getattr(widget, "plain", "") or getattr(widget, "text", "")
    said = (text() if callable(text) else text) or widget.accessibleName()
    return f"{type(widget).__name__} {said[:50]!r}"


def texts(window: QWidget) -> Iterator[QWidget]:
    """Give each widget in sight that shows a text of its own, scrolled away or not."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        if isinstance(widget, (QLabel, QAbstractButton)):
            if widget.text() and not getattr(widget, "slim", False):
                yield widget
        elif isinstance(widget, (QLineEdit, KeyCap, Chip)):
            yield widget


def lost(window: QWidget) -> list[str]:
    """Name each text in the window that is cut or covered by another, and what must be scrolled sideways."""
    shown = list(texts(window))
    found = [f"{fault}: {called(one)} {one.width()}x{one.height()}" for one in shown for fault in _cut(one)]
    for area in window.findChildren(QAbstractScrollArea):
        spare = CURSOR if isinstance(area, QPlainTextEdit) else 0
        if area.isVisible() and area.horizontalScrollBar().maximum() > spare:
            found.append(f"sideways by {area.horizontalScrollBar().maximum()}: {type(area).__name__}")
    for table in window.findChildren(QTableWidget):
        if table.isVisible():
            found += [
                f"cut: row {row} of {type(table).__name__}"
                for row in range(table.rowCount())
                if table.rowHeight(row) < table.sizeHintForRow(row)
            ]
    return found + [f"overlap: {called(one)} and {called(other)}" for one, other in _overlapping(shown)]


def _cut(widget: QWidget) -> Iterator[str]:
    """Tell what of a text does not fit into its own rectangle, or into what it stands in."""
    if isinstance(widget, QLabel):
        yield from _cut_words(widget)
    elif isinstance(widget, QLineEdit):
        room = widget.contentsRect().width() - 2 * 2
        if not widget.text() and QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText()) > room:
            yield "placeholder cut"
    else:
        least = widget.minimumSizeHint()
        if widget.width() < least.width() or widget.height() < least.height():
            yield f"cut, wants {least.width()}x{least.height()}"
        if widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width()):
            yield f"cut, wants {widget.heightForWidth(widget.width())} in height"
        if not widget.hasHeightForWidth() and widget.width() < widget.sizeHint().width():
            yield f"elided, wants {widget.sizeHint().width()}"
    at, where = widget, widget.rect()
    while (above := at.parentWidget()) is not None and not at.isWindow():
        if isinstance(above.parentWidget(), QScrollArea) and above is above.parentWidget().viewport():
            break
        where = QRect(at.mapTo(above, where.topLeft()), where.size())
        if not above.rect().contains(where):
            yield f"reaches out of its {type(above).__name__} ({where.getRect()} in {above.width()}x{above.height()})"
            break
        at = above


def _cut_words(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        if label.width() < label.sizeHint().width() or label.height() < label.sizeHint().height() - 1:
            yield f"cut, wants {label.sizeHint().width()}x{label.sizeHint().height()}"
        return
    if label.height() < label.heightForWidth(label.width()) - 1:
        yield f"cut, wants {label.heightForWidth(label.width())} in height"
    plain = getattr(label, "plain", re.sub(r"<[^>]+>", " ", label.text()))
    metrics = QFontMetrics(label.font())
    longest = max((metrics.horizontalAdvance(word) for word in plain.split()), default=0)
    if longest > label.contentsRect().width() + 1:
        yield f"a word is cut, wants {longest}"


def _overlapping(shown: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Give each two texts of the same scrolled part that lie over each other."""
    placed = [(one, *_place(one)) for one in shown if not isinstance(one.parentWidget(), QComboBox)]
    for at, (one, part, where) in enumerate(placed):
        for other, of, there in placed[at + 1 :]:
            if part is of and where.intersects(there) and not one.isAncestorOf(other) and not other.isAncestorOf(one):
                yield one, other


def _place(widget: QWidget) -> tuple[QWidget, QRect]:
    """Give the scrolled content or window that a widget stands in, and where."""
    at = widget
    while (above := at.parentWidget()) is not None and not at.isWindow():
        if isinstance(above.parentWidget(), QScrollArea) and above is above.parentWidget().viewport():
            break
        at = above
    return at, QRect(widget.mapTo(at, QPoint(0, 0)), widget.size())
