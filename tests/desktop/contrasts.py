"""Measures contrast as it is painted: letters, icons, edges and the focus ring, in a picture of the window."""

from collections import Counter
from collections.abc import Iterator

from measuring import called, texts
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontInfo, QImage, QRegion
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QPlainTextEdit, QTableWidget, QWidget

from lawfulshare.desktop.brand import KeyCap
from lawfulshare.desktop.buttons import IconButton, PlainButton, QuietButton
from lawfulshare.desktop.doors import DoorButton
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.pickers import DropDown
from lawfulshare.desktop.rail import Rail
from lawfulshare.desktop.tiles import CheckTile, RadioTile, Segment

FINE = 3
"""Pixels of the picture a pixel of the window: even a thin stroke has a middle of its own colour then."""
TEXT, LARGE_TEXT, SHAPE = 4.5, 3.0, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""
LARGE, SOFT, WIDEST, LINE = 24, 1.2, 260, 70
"""Large text in pixels; what is this near to the ground is its softened rim; how much of a text is looked at."""
DISC_OF_A_DOOR, DISC_OF_A_TILE = 78, 45
"""Where the words begin under a door's disc, and beside that of a tile or of a row of the rail."""


def picture(window: QWidget, part: QRect | None = None) -> QImage:
    """Paint the window finely, or a part of it."""
    where = part or window.rect()
    made = QImage(where.size() * FINE, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(FINE)
    window.render(made, QPoint(0, 0), QRegion(where))
    return made


def brightness(colour: int) -> float:
    """Give the relative luminance of a colour."""
    channels = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: int, other: int) -> float:
    """Give the contrast of two colours."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on_ground(painted: QImage, where: QRect) -> float | None:
    """Give the contrast of what is drawn in a part of the picture, None where nothing is.

    The ground is the commonest colour; the ink is the commonest of those that differ from it: the rims of letters are
    of many colours with few pixels each, and their insides of one.
    """
    part = painted.copy(QRect(where.topLeft() * FINE, where.size() * FINE)).convertToFormat(QImage.Format.Format_RGB32)
    if part.isNull():
        return None
    found = Counter(memoryview(part.constBits()).cast("I").tolist())
    ground = found.most_common(1)[0][0]
    for colour, count in found.most_common(40):
        if colour != ground and contrast(colour, ground) >= SOFT:
            return contrast(colour, ground) if count >= 2 * FINE else None
    return None


def faint(window: QWidget) -> list[str]:
    """Name each text, icon and edge in the window that is too faint in the picture."""
    painted = picture(window)
    found = []
    for name, where, need in (*_letters(window), *_icons(window)):
        ratio = ink_on_ground(painted, where)
        if ratio is not None and ratio < need:
            found.append(f"{ratio:.2f} of {need}: {name}")
    for widget in _framed(window):
        ratio = _edge(painted, _seen(window, widget))
        if ratio < SHAPE:
            found.append(f"{ratio:.2f} of {SHAPE}: the edge of {called(widget)}")
    return found


def _letters(window: QWidget) -> Iterator[tuple[str, QRect, float]]:
    for widget in texts(window):
        where = _seen(window, widget)
        if not widget.isEnabled() or where.height() < min(LINE, widget.height()) or where.width() < 8:
            continue
        need = LARGE_TEXT if QFontInfo(widget.font()).pixelSize() >= LARGE else TEXT
        if isinstance(widget, QAbstractButton):
            # A button's own letters are of the body's size or less; an icon or a sign may stand at either end.
            where, need = where.adjusted(7, 7, -7, -7), TEXT
        if isinstance(widget, (RadioTile, CheckTile)):
            where.setLeft(where.left() + DISC_OF_A_TILE)
            if widget.accessibleDescription():
                hint = QRect(where.left(), where.center().y() + 3, where.width(), where.height() // 2 - 3)
                yield f"the hint of {called(widget)}", hint, TEXT
                where.setHeight(where.height() // 2 - 3)
        elif hasattr(widget, "slim"):
            where.setLeft(where.left() + DISC_OF_A_TILE)
        elif isinstance(widget, DoorButton):
            where.setTop(where.top() + DISC_OF_A_DOOR)
        elif isinstance(widget, (QLineEdit, KeyCap)):
            where = where.adjusted(4, 4, -4, -4)
        yield called(widget), where.intersected(QRect(where.topLeft(), where.topLeft() + QPoint(WIDEST, LINE))), need
    for view in (*window.findChildren(QTableWidget), *window.findChildren(QListWidget)):
        for row in range(view.model().rowCount()) if view.isVisible() else ():
            for column in range(view.columnCount() if isinstance(view, QTableWidget) else 1):
                cell = view.visualRect(view.model().index(row, column)).intersected(view.viewport().rect())
                if cell.height() > 20:
                    cell.translate(view.viewport().mapTo(window, QPoint(0, 0)))
                    yield f"row {row} of {type(view).__name__}", cell.adjusted(6, 3, -6, -3), TEXT


def _icons(window: QWidget) -> Iterator[tuple[str, QRect, float]]:
    for icon in window.findChildren(Icon):
        if icon.isVisible() and _seen(window, icon).size() == icon.size():
            yield f"the icon {icon.name}", _seen(window, icon), SHAPE
    for button in window.findChildren(IconButton):
        if button.isVisible() and _seen(window, button).size() == button.size():
            yield f"the icon of {called(button)}", _seen(window, button), SHAPE


def _framed(window: QWidget) -> Iterator[QWidget]:
    """Give each control in whole sight that is known by its edge."""
    rails = window.findChildren(Rail)
    for widget in window.findChildren(QWidget):
        framed = isinstance(widget, (RadioTile, CheckTile, Segment, DropDown, QPlainTextEdit))
        framed = framed or (isinstance(widget, QLineEdit) and not isinstance(widget.parentWidget(), DropDown))
        framed = framed or (isinstance(widget, PlainButton) and type(widget)._paint_ground is PlainButton._paint_ground)
        by_words = isinstance(widget, QuietButton) or any(rail.isAncestorOf(widget) for rail in rails)
        if framed and not by_words and widget.isEnabled() and _seen(window, widget).size() == widget.size():
            yield widget


def _edge(painted: QImage, where: QRect) -> float:
    """Give the contrast of a control's left edge, half-way down, against what lies outside it."""
    row = (where.top() + where.height() // 2) * FINE
    outside = painted.pixel(max(0, where.left() * FINE - FINE), row)
    return max(contrast(painted.pixel(where.left() * FINE + step, row), outside) for step in range(4 * FINE))


def _seen(window: QWidget, widget: QWidget) -> QRect:
    """Give where a widget is seen in the window; empty where it is scrolled away."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(window, QPoint(0, 0)))
