"""A list that unfolds under a button: what can be chosen there, inside the window, where a screen reader finds it.

Qt leaves menus, which are windows of their own, out of what it tells a screen reader of the application; and a line
of a menu never wraps. What unfolds here is a named group of real buttons, as high as their words.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QGroupBox, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.marks import paint_mark
from lawfulshare.desktop.theme import theme

EDGE, AROUND = 4, 8
FOLDS = (QEvent.Type.Wheel, QEvent.Type.Resize)


class Offer(NamedTuple):
    """One thing to choose: its words, what it does (None: it is told, and cannot be chosen now), and how it looks.

    `chosen` says whether it is the present choice, None where it is a deed. `icon` is an icon's name and `mark` an
    amount's; `parted` draws a line above it.
    """

    says: str
    deed: Callable[[], object] | None
    icon: str = ""
    mark: str = ""
    chosen: bool | None = None
    parted: bool = False


class _Line(PlainButton):
    """One offer, as a radio button where it is one of several, else as a button."""

    style_name, side_gap = "body", 10

    def __init__(self, offer: Offer, go: Callable[[QKeyEvent], None]) -> None:
        glyph = offer.icon or ("check" if offer.chosen else "circle" if offer.chosen is not None else "")
        super().__init__(offer.says, glyph or None)
        self._offer, self._go = offer, go
        self.take_room(QSizePolicy.Policy.Expanding)
        if offer.chosen is not None:
            self.setCheckable(True)
            self.setAutoExclusive(True)
            self.setChecked(offer.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows and letters to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        else:
            self._go(event)

    def nextCheckState(self) -> None:
        """Keep the present choice marked until the deed is done."""

    def _paint_ground(self, painter: QPainter) -> None:
        if self.underMouse() or self.isDown() or self.hasFocus() or self._offer.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accentTint"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(4), theme.px(4))

    def _paint_sign(self, painter: QPainter, where: QRectF) -> None:
        if self._offer.mark:
            inset = where.width() * 0.06
            paint_mark(painter, self._offer.mark, where.adjusted(inset, inset, -inset, -inset), theme.color("ink"))
        elif self._offer.icon or self._offer.chosen:
            super()._paint_sign(painter, where)

    def _left(self, content: int) -> float:
        return self._side()


class Unfolded(QGroupBox):
    """The list itself; it goes when something is chosen, with Esc, and when one turns to anything else."""

    def __init__(self, under: QWidget, name: str, offers: Sequence[Offer]) -> None:
        super().__init__(under.window())
        self._under = under
        self.setAccessibleName(name)
        self.setProperty("kind", "menu")
        self._column = Column(margins=(0, 0, 0))
        self.lines: list[_Line] = []
        for offer in offers:
            if offer.parted:
                self._column.add(rule(), EDGE)
            line = _Line(offer, self.go)
            line.clicked.connect(lambda _=False, offer=offer: self._choose(offer))
            # A screen reader toggles what a press does not.
            line.toggled.connect(lambda on, offer=offer: self._choose(offer) if on else None)
            self.lines.append(line)
            self._column.add(line, EDGE if offer.parted else 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.gap(EDGE),) * 4)
        outer.addWidget(self._column)
        self._place(under.window())
        self.show()
        self.raise_()
        one_of_them = all(offer.chosen is not None for offer in offers)
        present = next((line for line in self.lines if line.isChecked()), self.lines[0])
        (present if one_of_them else self.lines[0]).setFocus(Qt.FocusReason.PopupFocusReason)
        self._watch()

    def fold(self, *, back: bool = False) -> None:
        """Take the list away; `back` gives the focus to the button it hung under."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._turned)
        theme.changed.disconnect(self.fold)
        if (handle := self.window().windowHandle()) is not None:
            handle.removeEventFilter(self)
        self.hide()
        self.setParent(None)
        self.deleteLater()
        if back and isValid(self._under):
            self._under.setFocus(Qt.FocusReason.PopupFocusReason)

    def go(self, event: QKeyEvent) -> None:
        """Go through the list with the arrows or by a first letter, and leave it with Esc."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.fold(back=True)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.lines[0 if key == Qt.Key.Key_Home else -1].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.text().strip():
            self._letter(event.text().lower())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the list by Tab as well."""
        self._step(1 if forward else -1)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold when something else is pressed or scrolled."""
        if isinstance(event, QMouseEvent | QWheelEvent) and self.geometry().contains(event.position().toPoint()):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self.fold(back=True)
        elif event.type() in FOLDS:
            self.fold()
        return False

    def _watch(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._turned)
        theme.changed.connect(self.fold)
        if (handle := self.window().windowHandle()) is not None:
            handle.installEventFilter(self)

    def _turned(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new):
            self.fold()

    def _choose(self, offer: Offer) -> None:
        if offer.deed is not None:
            self.fold(back=True)
            offer.deed()

    def _focused(self) -> int:
        return next((place for place, line in enumerate(self.lines) if line.hasFocus()), 0)

    def _step(self, by: int) -> None:
        self.lines[(self._focused() + by) % len(self.lines)].setFocus(Qt.FocusReason.TabFocusReason)

    def _letter(self, letter: str) -> None:
        at = self._focused()
        for line in (*self.lines[at + 1 :], *self.lines[: at + 1]):
            if line.text().lower().startswith(letter):
                line.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _place(self, window: QWidget) -> None:
        """Hang under the button, or stand above it, wherever there is room inside the window."""
        around, frame = theme.gap(AROUND), 2 * theme.gap(EDGE) + 2
        bar = self._column.verticalScrollBar().sizeHint().width()
        wide = max(self._under.width(), *(line.sizeHint().width() + frame + bar for line in self.lines))
        wide = min(wide, window.width() - 2 * around)
        words = self._column.body.totalHeightForWidth(wide - frame - bar)
        high = min(words + frame, window.height() - 2 * around)
        below = self._under.mapTo(window, QPoint(0, self._under.height() + theme.gap(2)))
        above = self._under.mapTo(window, QPoint(0, 0)).y() - theme.gap(2) - high
        fits = below.y() + high <= window.height() - around
        top = below.y() if fits or above < around else above
        left = max(around, min(below.x(), window.width() - around - wide))
        self.setGeometry(left, max(around, min(top, window.height() - around - high)), wide, high)


def unfold(under: QWidget, name: str, offers: Sequence[Offer]) -> Unfolded:
    """Unfold a named list under a button: of several choices the present one has the focus, else the first line."""
    return Unfolded(under, name, offers)


def unfolded(window: QWidget) -> Unfolded | None:
    """Give the list that is unfolded in a window."""
    return next((one for one in window.children() if isinstance(one, Unfolded) and one.isVisible()), None)
