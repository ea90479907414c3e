"""The mark of LawfulShare, key caps, and the plain pieces that bars and cards are laid out with."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme

OVERLAP = 0.45
LEAVING = "leaving"
"""The part of the window that holds what has gone from the page, until it ends."""


class Logo(QWidget):
    """Two overlapping rings, the overlap filled: what two people both know."""

    def __init__(self, size: float = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._fit()
        theme.changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rings."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = self.height() - 2
        left, right = QRectF(1, 1, across, across), QRectF(1 + across * OVERLAP, 1, across, across)
        first, second = QPainterPath(), QPainterPath()
        first.addEllipse(left)
        second.addEllipse(right)
        accent = theme.color("accent")
        painter.fillPath(first.intersected(second), accent)
        painter.setPen(QPen(accent, 2 * min(1.6, theme.scale)))
        painter.drawEllipse(left.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.drawEllipse(right.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _fit(self) -> None:
        side = theme.px(self._size)
        self.setFixedSize(round(side * (1 + OVERLAP)), side)


class KeyCap(QWidget):
    """The name of a key in a small frame, beside what it presses; a screen reader passes over it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._fit()
        theme.changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font("overline", 600))
        painter.setPen(theme.color("ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    def _fit(self) -> None:
        across = QFontMetrics(theme.font("overline", 600)).horizontalAdvance(self._key)
        self.setFixedSize(across + theme.px(12), theme.px(22))


def row(*parts: QWidget | int | None, gap: float = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Lay out in a row: a widget, a gap in pixels at 100 %, or None for what stretches."""
    layout = QHBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def stack(
    *parts: QWidget | int | None, gap: float = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Lay out from top to bottom, as `row` does from left to right."""
    layout = QVBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def _fill(layout: QBoxLayout, parts: tuple[QWidget | int | None, ...], gap: float, margins: tuple[int, ...]) -> None:
    layout.setSpacing(theme.gap(gap))
    layout.setContentsMargins(*(theme.gap(side) for side in margins))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(theme.gap(part))
        else:
            layout.addWidget(part)


def box(layout: QLayout, ground: str | None = None, line: str | None = None) -> QWidget:
    """Put a layout into a widget, on a ground of the theme, with a line along one side."""
    widget = QWidget()
    widget.setLayout(layout)
    dress(widget, ground, line)
    return widget


def dress(widget: QWidget, ground: str | None = None, line: str | None = None) -> None:
    """Give a widget its ground and a line along one side, by the style sheet."""
    if ground or line:
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if ground:
        widget.setProperty("ground", ground)
    if line:
        widget.setProperty("line", line)


def frame(kind: str, layout: QLayout) -> QFrame:
    """Put a layout into a frame of the style sheet: card, well, or the tint of an outcome."""
    made = QFrame()
    made.setProperty("kind", kind)
    made.setLayout(layout)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def second_line(text: str) -> Words:
    """Give the quieter line under a title: where it comes from, or what it says of it."""
    words = Words(text, "overline", "ink2")
    words.setProperty("quiet", True)
    return words


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            discard(widget)
        elif (inner := item.layout()) is not None:
            clear(inner)


def discard(widget: QWidget) -> None:
    """Take a widget out of the page at once, and let it end when nothing of it is at work any more.

    Until then a hidden part of the window holds it: to leave a window takes the longer the more widgets it has.
    """
    leaving = widget.window().findChild(QWidget, LEAVING, Qt.FindChildOption.FindDirectChildrenOnly)
    widget.hide()
    widget.setParent(leaving)
    widget.deleteLater()
