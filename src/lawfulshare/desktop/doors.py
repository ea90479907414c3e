"""The four doors of the start window, drawn as large buttons; urgent lies on top."""

import functools

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.theme import theme

WRAP = int(Qt.TextFlag.TextWordWrap)
EDGE, DISC = 20, 44


@functools.lru_cache(maxsize=256)
def _text_height(style: str, text: str, width: int, scale: float) -> int:
    """Give the height of wrapped words at a scale of text; a layout asks for it over and over."""
    return QFontMetrics(theme.font(style)).boundingRect(QRect(0, 0, width, 9999), WRAP, text).height()


class _Drawn(QAbstractButton):
    """A button drawn whole: an icon in a disc, a title, a sentence, an arrow."""

    def __init__(self, icon: str, title: str, hint: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._hint = icon, hint
        self.setText(title)
        self.setAccessibleDescription(f"{hint} ({key})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", 10)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """Ask for the room that the words need at the width at hand."""
        width = max(self.width(), theme.px(200))
        return QSize(theme.px(200), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for as little as is readable."""
        return QSize(theme.px(150), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it at rest."""
        self.update()

    def _text_height(self, style: str, text: str, width: int) -> int:
        return _text_height(style, text, max(40, width), theme.scale)

    def _card(self, painter: QPainter, edge: str, ground: str, width: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(edge), width))
        painter.setBrush(theme.color(ground))
        half = width / 2
        radius = theme.px(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _disc(self, painter: QPainter, x: float, y: float, ground: str, tone: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawEllipse(QRectF(x, y, theme.px(DISC), theme.px(DISC)))
        side, inset = theme.px(22), theme.px(11)
        paint_icon(painter, self._icon, tone, QRectF(x + inset, y + inset, side, side))


class DoorButton(_Drawn):
    """One of the three doors that are not urgent."""

    def heightForWidth(self, width: int) -> int:
        """Give the height that the words need."""
        inner = width - 2 * theme.px(EDGE)
        words = self._text_height("heading", self.text(), inner) + self._text_height("small", self._hint, inner)
        return theme.px(82) + words + theme.px(36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the door."""
        painter = QPainter(self)
        over = self.underMouse() or self.isDown()
        strong = theme.scheme == "contrast"
        self._card(painter, "accent" if over else "line", "hover" if self.isDown() else "surface", 2 if strong else 1)
        edge = theme.px(EDGE)
        self._disc(painter, edge, edge, "accentTint", "accent")
        arrow = theme.px(18)
        place = QRectF(self.width() - edge - arrow, edge + theme.px(13), arrow, arrow)
        paint_icon(painter, "arrow-right", "accent", place)
        inner = self.width() - 2 * edge
        high = self._text_height("heading", self.text(), inner)
        top = theme.px(82)
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRect(edge, top, inner, high), WRAP, self.text())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRect(edge, top + high + theme.px(6), inner, self.height()), WRAP, self._hint)
        painter.end()


class UrgentDoor(_Drawn):
    """The door for seconds that count."""

    def heightForWidth(self, width: int) -> int:
        """Give the height that the words need."""
        inner = self._inner(width)
        words = self._text_height("heading", self.text(), inner) + self._text_height("body", self._hint, inner)
        return max(theme.px(96), words + theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the door."""
        painter = QPainter(self)
        self._card(painter, "urgent", "urgentTint", 3 if self.underMouse() else 2)
        edge, middle = theme.px(EDGE), self.height() / 2
        self._disc(painter, edge, middle - theme.px(DISC) / 2, "urgent", "surface")
        arrow = theme.px(20)
        place = QRectF(self.width() - edge - arrow, middle - arrow / 2, arrow, arrow)
        paint_icon(painter, "arrow-right", "urgent", place)
        inner = self._inner(self.width())
        title, hint = self._text_height("heading", self.text(), inner), self._text_height("body", self._hint, inner)
        left, top = edge + theme.px(60), round(middle - (title + hint + theme.px(4)) / 2)
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.color("urgent"))
        painter.drawText(QRect(left, top, inner, title), WRAP, self.text())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRect(left, top + title + theme.px(4), inner, hint), WRAP, self._hint)
        painter.end()

    def _inner(self, width: int) -> int:
        return width - theme.px(2 * EDGE + 60 + 32)
