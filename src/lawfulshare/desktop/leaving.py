"""What leaves, as each recipient will see it: a card for each under the grid, told anew after each choice."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desktop.brand import box, discard, row, stack
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.column import block
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.marks import AMOUNT_OF, Mark
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.calling import Line, Schedule, schedule
from lawfulshare.guide.naming import label_of
from lawfulshare.wording import wording

LEAST_CARD = 340


class Leaving(QWidget):
    """One card a recipient, as many beside each other as there is room for; a card that says the same is kept.

    They are long where there is much: what an answer alters is made at once, all else while nobody does anything.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, tuple[object, QWidget]] = {}
        self._across = 0
        self.making = Gradually(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(6))
        column.addWidget(Words(wording()("leaving.heading"), "title"))
        column.addWidget(Words(wording()("leaving.hint"), "small", "ink2"))
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.gap(12))
        column.addLayout(self._grid)

    def show_case(self, case: CaseFile) -> None:
        """Tell what each recipient of a case gets; nothing while there is nobody, or nothing to share."""
        told = {
            one.id: (label_of(case, one.id) or wording()("guide.nameless.recipient"), schedule(case, one.id))
            for one in case.recipients or ()
        }
        self.setVisible(bool(told and case.items))
        if {recipient: said for recipient, (said, _) in self._cards.items()} == told:
            return
        for recipient in [one for one in self._cards if one not in told]:
            self._take_away(recipient)
        self.making.begin(self._make(told), at_once=min(1, len(self._cards)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as many beside each other as there is room for."""
        super().resizeEvent(event)
        self._lay()

    def _make(self, told: dict[str, tuple[str, Schedule]]) -> Iterator[None]:
        """Make the cards that say something new, one at each step, in the order of the recipients."""
        for recipient, said in told.items():
            before = self._cards.pop(recipient, None)
            if before is not None and before[0] == said:
                self._cards[recipient] = before
                continue
            card = block(_card(*said))
            if before is not None:
                self._grid.replaceWidget(before[1], card)
                discard(before[1])
            self._cards[recipient] = said, card
            self._lay(anew=before is None)
            yield
        self._lay(anew=True)

    def _take_away(self, recipient: str) -> None:
        card = self._cards.pop(recipient)[1]
        self._grid.removeWidget(card)
        discard(card)

    def _lay(self, *, anew: bool = False) -> None:
        across = max(1, min(len(self._cards), self.width() // theme.px(LEAST_CARD)))
        if across == self._across and not anew:
            return
        for column in range(max(across, self._across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        for place, (_, card) in enumerate(self._cards.values()):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // across, place % across)


def _card(name: str, told: Schedule) -> Card:
    words = wording()
    card = Card("card", (16, 12))
    title = words("leaving.to", recipient=name)
    card.setAccessibleName(title)
    card.body.addWidget(Words(title, "heading"))
    for line in told.goes:
        card.body.addWidget(_line(line))
    if told.undecided:
        card.body.addWidget(Words(words("leaving.undecided", count=len(told.undecided)), "small", "ink2"))
    else:
        card.body.addWidget(Words(words("leaving.nothing_else" if told.goes else "leaving.nothing"), "small", "ink2"))
    card.body.addStretch(1)
    return card


def _line(line: Line) -> QWidget:
    """Tell one item as it arrives: its text only where it goes in full, else the words written for it."""
    words = wording()
    layout = row(gap=10, margins=(0, 4, 0, 4))
    layout.addWidget(Mark(AMOUNT_OF[line.extent or "full"]), 0, Qt.AlignmentFlag.AlignTop)
    how = words(f"leaving.{line.extent}") if line.extent == "full" or not line.goes_as else line.goes_as
    first, second = (line.what, how) if line.extent == "full" else (how, words("leaving.from", what=line.what))
    layout.addWidget(box(stack(Words(first, "small"), Words(second, "caption", "ink2"))), 1)
    return box(layout)
