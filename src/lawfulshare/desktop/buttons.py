"""Buttons, all drawn by us: primary, plain, quiet, danger, small and icon only."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.theme import theme, tokens

ICON, GAP = 18, 9
BETWEEN_WORDS = int(Qt.TextFlag.TextWordWrap)
ANYWHERE = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
"""Words go on in the next line; one that is longer than a line is parted where the line ends."""


class PlainButton(QAbstractButton):
    """A button with a frame, named by its deed; Space and Return both press it.

    `icon` stands before the words, or after them with `icon_after`. Words that do not fit on one line go on below, and
    the button grows: layouts ask for its height at a width, and it asks them again when its width has changed. Never
    disable one: say what is missing instead.
    """

    fill, frame, ink, hover = "surface", "edge", "ink", "accentTint"
    style_name, side_gap = "strong", 18

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        *,
        icon_after: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon_name, self.icon_after, self.small = icon, icon_after, small
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", tokens()["radius"]["control"])
        self._at: int | None = None
        self.take_room(QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._measure_anew)

    def take_room(self, across: QSizePolicy.Policy) -> None:
        """Say how the button grows across; its height follows its width."""
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for room for the words and the icon, as high as the words are at the width that one has."""
        wide = self._words_width() + self._icon_room() + 2 * self._side()
        return QSize(wide, self.heightForWidth(wide if self._at is None else self._at))

    def minimumSizeHint(self) -> QSize:
        """Shrink to about one long word a line."""
        floor = theme.px(tokens()["size"]["target"][0])
        hint = self.sizeHint()
        return QSize(min(hint.width(), max(floor, theme.px(120))), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Give the height that the words need at a width."""
        return self._height() + self._further_lines(self._room_at(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the words break anew."""
        super().resizeEvent(event)
        before = self.sizeHint().height()
        self._at = self.width()
        if self.sizeHint().height() != before:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.animateClick()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        icon = self._icon_room()
        room = self._room_at(self.width())
        wide = min(room, self._words_width())
        left = self._left(wide + icon)
        side = theme.px(ICON)
        if self.icon_name:
            at = left + (wide + icon - side if self.icon_after else 0)
            self._paint_sign(painter, QRectF(at, (self.height() - side) / 2, side, side))
        painter.setFont(self._font())
        painter.setPen(theme.color(self._ink()))
        start = left + (0 if self.icon_after else icon)
        wrap = self._wrap(room) if self._further_lines(room) else 0
        painter.drawText(
            QRectF(start, 0, wide + 2, self.height()), wrap | int(Qt.AlignmentFlag.AlignVCenter), self.text()
        )
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        over = self.underMouse() or self.isDown()
        line = theme.edge_width()
        painter.setPen(QPen(theme.color("accent" if over and self.frame == "edge" else self.frame), line))
        painter.setBrush(
            theme.color("sunken" if self.isDown() and self.fill == "surface" else self.hover if over else self.fill)
        )
        radius = theme.px(tokens()["radius"]["control"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)

    def _paint_sign(self, painter: QPainter, where: QRectF) -> None:
        paint_icon(painter, str(self.icon_name), self._ink(), where)

    def _room_at(self, width: int) -> int:
        return max(1, width - self._icon_room() - 2 * self._side())

    def _further_lines(self, room: int) -> int:
        """Give the height of the lines after the first, in pixels."""
        if self._words_width() <= room:
            return 0
        metrics = QFontMetrics(self._font())
        around = metrics.boundingRect(QRect(0, 0, room, 100000), self._wrap(room), self.text())
        return around.height() - metrics.height()

    def _wrap(self, room: int) -> int:
        """Break between words; inside one only where it is too long for a line of its own."""
        metrics = QFontMetrics(self._font())
        longest = max(map(metrics.horizontalAdvance, self.text().split()), default=0)
        return BETWEEN_WORDS if longest <= room else ANYWHERE

    def _measure_anew(self) -> None:
        """Forget the width that one had: at another size of text it will be another."""
        self._at = None
        self.updateGeometry()

    def _font(self) -> QFont:
        return theme.font("label" if self.small else self.style_name)

    def _ink(self) -> str:
        return self.ink

    def _side(self) -> int:
        return theme.gap(12 if self.small else self.side_gap)

    def _left(self, content: int) -> float:
        return (self.width() - content) / 2

    def _words_width(self) -> int:
        return QFontMetrics(self._font()).horizontalAdvance(self.text()) + 2

    def _icon_room(self) -> int:
        return theme.px(ICON) + (theme.gap(GAP) if self.text() else 0) if self.icon_name else 0

    def _height(self) -> int:
        sizes = tokens()["size"]
        letters = int(tokens()["type"]["label" if self.small else "strong"]["line"])
        size = int(sizes["button_small"] if self.small else sizes["button"])
        return theme.px(letters) + size - letters


class PrimaryButton(PlainButton):
    """The one button of a page that goes on."""

    fill, frame, ink, hover = "accent", "accent", "onAccent", "accentHover"


class DangerButton(PlainButton):
    """The button that takes something away."""

    fill, frame, ink, hover = "urgent", "urgent", "surface", "urgent"


class QuietButton(PlainButton):
    """A deed in words alone, underlined under the pointer."""

    ink = "accent"
    style_name, side_gap = "label", 2

    def _paint_ground(self, painter: QPainter) -> None:
        if self.underMouse() or self.isDown():
            painter.setPen(QPen(theme.color(self.ink), 1))
            line = self.height() - theme.px(5)
            painter.drawLine(
                self._side() + (0 if self.icon_after else self._icon_room()), line, self.width() - self._side(), line
            )

    def _side(self) -> int:
        return theme.gap(self.side_gap)

    def _left(self, content: int) -> float:
        return self._side()

    def _height(self) -> int:
        return theme.px(20) + theme.gap(14)


class IconButton(PlainButton):
    """A button that shows an icon alone; its name is read aloud and shown as a tip."""

    ink = "accent"

    def __init__(self, name: str, icon: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", icon, small=small, parent=parent)
        self.rename(name)

    def rename(self, name: str) -> None:
        """Give the button another name."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_if(self, shown: bool, *, keeps_place: bool) -> None:
        """Show the button, or leave its place empty: the buttons of one card stand under those of another."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps_place)
        self.setSizePolicy(policy)
        self.setVisible(shown)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(self._height(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Keep the square."""
        return self.sizeHint()

    def _paint_ground(self, painter: QPainter) -> None:
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accentTint"))
            radius = theme.px(tokens()["radius"]["control"])
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _side(self) -> int:
        return 0


class MenuButton(PlainButton):
    """A small button that opens a menu; drawn like a field, with a chevron at its end."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "chevron-down", icon_after=True, small=True, parent=parent)
