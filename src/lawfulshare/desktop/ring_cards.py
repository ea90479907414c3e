"""Whom to ring, on top of the urgent pages: a card for each number, large enough to read while dialling."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from lawfulshare.desk.ringing import ToRing
from lawfulshare.desktop.brand import box, clear, row, stack
from lawfulshare.desktop.buttons import DangerButton, PlainButton
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import wording

TWO_ACROSS, BUTTON_BESIDE = 560, 270


class _RingCard(Card):
    """One number: whose it is, the number in display size, what for, and that one has rung."""

    def __init__(self, to: ToRing, *, low: bool) -> None:
        super().__init__("urgent" if to.at_once else "card", (16, 6 if low else 12))
        words = wording()
        self.rung = (DangerButton if to.at_once else PlainButton)(words("ringing.rung"), "phone", small=low)
        self.rung.setObjectName(f"rung.{to.number}")
        self.rung.setAccessibleName(words("ringing.rung_name", name=to.name, number=to.number))
        said = stack(Words(to.name, "label"), Words(to.number, "heading" if low else "display"))
        if to.for_what and not low:
            said.addWidget(Words(to.for_what, "small", "ink2"))
        line = row(gap=12)
        line.addWidget(Icon("phone", "urgent" if to.at_once else "ink", 26), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(box(said), 1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(theme.gap(12))
        self._across.addLayout(line, 1)
        self._across.addWidget(self.rung, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button under the number where there is little room."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(BUTTON_BESIDE)
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


class RingCards(QWidget):
    """All numbers to ring, lower cards where the page below has begun; it tells which was rung."""

    rung = Signal(object)

    def __init__(self, *, low: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = low
        self._shown: tuple[ToRing, ...] = ()
        self._cards: list[_RingCard] = []
        self._across = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.gap(20))
        column.setSpacing(theme.gap(8))
        self.heading = Words(wording()("ringing.title"), "title")
        column.addWidget(self.heading)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.gap(12))
        column.addLayout(self._grid)
        self._none = Words(wording()("ringing.none_here"), "small", "ink2")
        column.addWidget(self._none)

    def show_numbers(self, numbers: tuple[ToRing, ...]) -> None:
        """Show these numbers."""
        if numbers == self._shown:
            return
        self._shown = numbers
        clear(self._grid)
        self._cards = []
        for to in numbers:
            card = _RingCard(to, low=self._low)
            card.rung.clicked.connect(lambda _=False, to=to: self.rung.emit(to))
            self._cards.append(card)
        self._none.setVisible(len(numbers) == 1)
        self._lay(anew=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand two beside each other where there is room."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self, *, anew: bool = False) -> None:
        across = 2 if self.width() >= theme.px(TWO_ACROSS) and len(self._cards) > 1 else 1
        if across == self._across and not anew:
            return
        self._across = across
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // across, place % across)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
