"""Answers to choose from: radio and check tiles, and short answers in a row; each stays a real radio or check box."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.theme import theme, tokens

DISC, LEAST, SIDE, ABOVE, GAP = 22, 50, 16, 11, 14
WRAP = int(Qt.TextFlag.TextWordWrap)


class _Tile:
    """What radio and check tiles share: the words, their room, and the drawing of the frame."""

    def __init__(self, button: QAbstractButton, hint: str, square: bool) -> None:
        self.button, self.hint, self.square, self.wrong = button, hint, square, False
        button.setAccessibleDescription(hint)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        button.setProperty("radius", tokens()["radius"]["tile"])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)

    def height_at(self, width: int) -> int:
        """Give the height that the words need at a width."""
        first, second = self._heights(width)
        return max(theme.px(LEAST), first + second + 2 * theme.gap(ABOVE))

    def paint(self) -> None:
        """Draw the tile."""
        button = self.button
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = button.isChecked()
        over = button.underMouse()
        line = theme.edge_width(chosen or self.wrong)
        edge = "urgent" if self.wrong else "accent" if chosen or over else "edge"
        painter.setPen(QPen(theme.color(edge), line))
        painter.setBrush(theme.color("accentTint" if chosen else "hover" if over else "surface"))
        radius = theme.px(tokens()["radius"]["tile"])
        painter.drawRoundedRect(
            QRectF(button.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius
        )
        first, second = self._heights(button.width())
        top = (button.height() - first - second) / 2
        disc = theme.px(DISC)
        middle = top + QFontMetrics(theme.font("strong")).height() / 2
        self._paint_sign(painter, QRectF(theme.gap(SIDE), middle - disc / 2, disc, disc).adjusted(1, 1, -1, -1), chosen)
        left = self._left()
        room = button.width() - left - theme.gap(SIDE)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("strong"))
        painter.drawText(QRectF(left, top, room, first + 4), WRAP, button.text())
        if self.hint:
            painter.setPen(theme.color("ink2"))
            painter.setFont(theme.font("small"))
            painter.drawText(QRectF(left, top + first + theme.px(2), room, second + 4), WRAP, self.hint)
        painter.end()

    def _paint_sign(self, painter: QPainter, where: QRectF, chosen: bool) -> None:
        painter.setPen(QPen(theme.color("accent" if chosen else "edge"), 2))
        painter.setBrush(theme.color("accent" if chosen and self.square else "surface"))
        if not self.square:
            painter.drawEllipse(where)
            if chosen:
                inset = where.width() * 0.25
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent"))
                painter.drawEllipse(where.adjusted(inset, inset, -inset, -inset))
            return
        painter.drawRoundedRect(where, theme.px(4), theme.px(4))
        if chosen:
            inset = where.width() * 0.12
            paint_icon(painter, "check", "onAccent", where.adjusted(inset, inset, -inset, -inset))

    def _left(self) -> int:
        return theme.gap(SIDE) + theme.px(DISC) + theme.gap(GAP)

    def _heights(self, width: int) -> tuple[int, int]:
        room = max(60, width - self._left() - theme.gap(SIDE))
        box = QRect(QPoint(0, 0), QSize(room, 10000))
        first = QFontMetrics(theme.font("strong")).boundingRect(box, WRAP, self.button.text()).height()
        if not self.hint:
            return first, 0
        return first, QFontMetrics(theme.font("small")).boundingRect(box, WRAP, self.hint).height() + theme.px(3)


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # Two bindings of Qt cannot be the bases of one class; at run time this is a mixin.


class _AsTile(_Button):
    """What makes a radio button or a check box a tile."""

    _tile: _Tile

    def remeasure(self) -> None:
        """Take the room that the words need at the present width and scale."""
        self.setMinimumHeight(self._tile.height_at(self.width()))
        self.updateGeometry()

    def mark_wrong(self, wrong: bool) -> None:
        """Frame the tile as part of a faulty answer, or not."""
        self._tile.wrong = wrong
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Give the height that the words need."""
        return self._tile.height_at(width)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def sizeHint(self) -> QSize:
        """Ask for a tile of usual width."""
        return QSize(theme.px(480), self._tile.height_at(theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow tile."""
        return QSize(theme.px(140), theme.px(LEAST))

    def hitButton(self, place: QPoint) -> bool:
        """Take a press anywhere on the tile."""
        return self.rect().contains(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need at the new width."""
        self.setMinimumHeight(self._tile.height_at(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        self._tile.paint()


class RadioTile(_AsTile, QRadioButton):
    """One answer of several: the whole tile is the target; the second line is its description."""

    def __init__(self, text: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tile = _Tile(self, hint, square=False)
        theme.changed.connect(self.remeasure)


class CheckTile(_AsTile, QCheckBox):
    """One answer beside others that may be true as well."""

    def __init__(self, text: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tile = _Tile(self, hint, square=True)
        theme.changed.connect(self.remeasure)


class Segment(QRadioButton):
    """One of a few short answers in a row; drawn with shared edges, still a radio button."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._wrong = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", tokens()["radius"]["control"])
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def mark_wrong(self, wrong: bool) -> None:
        """Frame the answer as faulty, or not."""
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the word."""
        wide = QFontMetrics(theme.font("label")).horizontalAdvance(self.text()) + theme.px(16) + 3 * theme.gap(9)
        return QSize(wide, theme.px(21) + theme.gap(17))

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Take a press anywhere on it."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the answer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, over = self.isChecked(), self.underMouse()
        line = theme.edge_width(chosen or self._wrong)
        painter.setPen(QPen(theme.color("urgent" if self._wrong else "accent" if chosen or over else "edge"), line))
        painter.setBrush(theme.color("accentTint" if chosen else "hover" if over else "surface"))
        radius = theme.px(tokens()["radius"]["control"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)
        disc = theme.px(14)
        sign = QRectF(theme.gap(9), (self.height() - disc) / 2, disc, disc)
        painter.setPen(QPen(theme.color("accent" if chosen else "edge"), 1.6))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(sign)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(sign.adjusted(disc * 0.25, disc * 0.25, -disc * 0.25, -disc * 0.25))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("ink"))
        left = sign.right() + theme.gap(7)
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text()
        )
        painter.end()
