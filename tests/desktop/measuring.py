"""Measures pictures of the window: what contrast a text or an edge really has, and whether anything is cut."""

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from lawfulshare.desktop.buttons import IconButton, PlainButton, QuietButton
from lawfulshare.desktop.tiles import CheckTile, RadioTile, Segment

TEXT, EDGE = 4.5, 3.0


def brightness(colour: int) -> float:
    channels = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: int, other: int) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def colours(picture: QImage, where: QRect) -> Counter:
    """Count the colours of a part of a picture."""
    part = picture.copy(where).convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(part.constBits()).cast("I").tolist())


def text_contrast(picture: QImage, where: QRect) -> float:
    """Give the contrast of the letters in a part of a picture against what they stand on.

    The ground is the commonest colour; the letters are the strongest that more than a few pixels have: what is between
    the two is only the softened rim of a letter.
    """
    found = colours(picture, where)
    ground = found.most_common(1)[0][0]
    return max((contrast(colour, ground) for colour, count in found.items() if count >= 3), default=1.0)


def edge_contrast(picture: QImage, where: QRect) -> float:
    """Give the contrast of a control's left edge against what is outside it, half-way down."""
    row = where.top() + where.height() // 2
    outside = picture.pixel(max(0, where.left() - 3), row) & 0xFFFFFF
    return max(contrast(picture.pixel(where.left() + step, row) & 0xFFFFFF, outside) for step in range(4))


def place(window: QWidget, widget: QWidget) -> QRect:
    """Give where a widget is seen in the window; empty where it is scrolled or clipped away."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(window, QPoint(0, 0)))


def faint(window: QWidget) -> list[str]:
    """Name each text and each edge in the window's picture that is too faint."""
    picture, found = window.grab().toImage(), []
    for label in window.findChildren(QLabel):
        where = place(window, label)
        if label.isVisible() and label.text() and where.height() > label.height() * 0.9 and where.width() > 4:
            ratio = text_contrast(picture, where)
            if ratio < TEXT:
                found.append(f"text {ratio:.1f} {getattr(label, 'plain', label.text())[:60]!r}")
    for button in window.findChildren(QAbstractButton):
        where = place(window, button)
        if not button.isVisible() or where.height() < button.height() or where.width() < button.width():
            continue
        if button.text() and (ratio := text_contrast(picture, where.adjusted(6, 6, -6, -6))) < TEXT:
            found.append(f"button {ratio:.1f} {button.text()[:60]!r}")
        framed = isinstance(button, (RadioTile, CheckTile)) or (
            isinstance(button, PlainButton) and not isinstance(button, (QuietButton, IconButton))
        )
        if framed and (ratio := edge_contrast(picture, where)) < EDGE:
            found.append(f"edge {ratio:.1f} {button.text()[:60]!r}")
    for line in (*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)):
        where = place(window, line)
        framed = line.isVisible() and not line.property("framed_by_parent")
        if framed and where.height() == line.height() and (ratio := edge_contrast(picture, where)) < EDGE:
            found.append(f"edge {ratio:.1f} of {line.accessibleName()[:60]!r}")
    return found


def lost(window: QWidget) -> list[str]:
    """Name each thing in the window that is cut, or that would have to be scrolled to sideways."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap() and label.height() < label.heightForWidth(label.width()) - 1:
            found.append(f"cut {getattr(label, 'plain', '')[:60]!r}")
        if not label.wordWrap() and label.width() < label.sizeHint().width() - 1:
            found.append(f"cut {getattr(label, 'plain', '')[:60]!r} {label.width()} of {label.sizeHint().width()}")
    for area in window.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and inside is not None and inside.width() > area.viewport().width():
            found.append(f"sideways {area.objectName() or type(area).__name__}")
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        if button.hasHeightForWidth() and button.height() < button.heightForWidth(button.width()):
            found.append(f"cut {button.text()[:60]!r}")
        right = button.mapTo(window, QPoint(button.width(), 0)).x()
        if right > window.width() + 1 or (
            isinstance(button, Segment) and button.width() < button.minimumSizeHint().width()
        ):
            found.append(f"outside {button.text()[:60]!r}")
    return found
