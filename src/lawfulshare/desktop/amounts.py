"""The drop-down of one cell: how much goes, chosen from a menu or by the letters S, U, A and W."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.labels import word
from lawfulshare.desktop.marks import AMOUNTS, paint_mark
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.desktop.unfolding import Offer, unfold

LETTERS = {Qt.Key.Key_S: "send", Qt.Key.Key_U: "summarise", Qt.Key.Key_A: "anonymise", Qt.Key.Key_W: "withhold"}
STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class AmountButton(PlainButton):
    """One's own choice: the mark and the word of the amount; opens a menu, and takes the letters S, U, A and W."""

    amount_chosen = Signal(str)
    stepped = Signal(int, int)

    def __init__(self) -> None:
        super().__init__(word("amount.none"))
        self.amount: str | None = None
        self.take_room(QSizePolicy.Policy.Expanding)
        self.clicked.connect(self.open_menu)

    def show_amount(self, amount: str | None) -> None:
        """Show the amount chosen, or that none is."""
        self.amount = amount
        self.setText(word(f"amount.{amount or 'none'}"))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of a field."""
        return QSize(theme.px(180), self.heightForWidth(0))

    def heightForWidth(self, width: int) -> int:
        """Keep to one line: an amount is one word."""
        return theme.px(25) + theme.gap(11)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a letter for an amount, and an arrow for a step to the next cell."""
        key = Qt.Key(event.key())
        if key in LETTERS and not event.modifiers():
            self.amount_chosen.emit(LETTERS[key])
        elif key in STEPS and not event.modifiers():
            self.stepped.emit(*STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark, the word and the chevron; a broken frame where nothing is decided."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.edge_width()
        pen = QPen(theme.color("accent" if self.underMouse() else "edge"), line)
        if self.amount is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("surface"))
        radius = theme.px(tokens()["radius"]["control"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)
        side, left = theme.px(16), theme.gap(12)
        tone = "ink" if self.amount else "ink2"
        paint_mark(painter, self.amount or "", QRectF(left, (self.height() - side) / 2, side, side), theme.color(tone))
        painter.setFont(self._font())
        painter.setPen(theme.color(tone))
        words = QRectF(left + side + theme.gap(10), 0, self.width(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        chevron = QRectF(self.width() - side - theme.gap(10), (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", "ink2", chevron)
        painter.end()

    def open_menu(self) -> None:
        """Open the four amounts, each with its mark."""
        unfold(self, word("grid.choose"), [
            Offer(word(f"amount.{amount}"), partial(self.amount_chosen.emit, amount), mark=amount,
                  chosen=amount == self.amount)
            for amount in AMOUNTS
        ])  # fmt: skip
