"""Parts of a family that nobody has named: for each, somebody is added, or it is said that there is nobody."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, clear, row, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.form import Choice, Question
from lawfulshare.wording import wording


class AskedAfter(Field):
    """A card for each part of the family to ask after; `named` tells that somebody is there."""

    named = Signal(str)

    def __init__(
        self, question: Question, path: str, offered: Sequence[Choice], *, heading: str, law_text: LawReader
    ) -> None:
        super().__init__(question, path, heading=heading, law_text=law_text)
        self._offered: tuple[Choice, ...] = ()
        self._drawn: object = None
        self.add: dict[str, PlainButton] = {}
        self.nobody: dict[str, PlainButton] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.gap(8))
        self._column.addLayout(self._cards)
        self.offer(offered)
        self._finish(may_leave_open=False)

    def offer(self, options: Sequence[Choice]) -> None:
        """Ask after these parts."""
        self._offered = tuple(options)
        self._draw()

    def show_value(self, value: Any) -> None:
        """Show which were asked after without finding anybody."""
        super().show_value(value)
        self._draw()

    def controls(self) -> Sequence[QWidget]:
        """Give the buttons in the order of the page."""
        return [
            button
            for choice in self._offered
            for button in (self.add.get(str(choice.value)), self.nobody.get(str(choice.value)))
            if button is not None
        ]

    def mark_wrong(self, wrong: bool) -> None:
        """Leave the buttons as they are: no press of theirs can be wrong."""

    def _draw(self) -> None:
        considered: tuple[str, ...] = tuple(self.value or ())
        if self._drawn == (self._offered, considered):
            return
        self._drawn = (self._offered, considered)
        at = next((part for part, button in self.nobody.items() if button.hasFocus()), None)
        self.add, self.nobody = {}, {}
        clear(self._cards)
        for choice in self._offered:
            self._cards.addWidget(self._card(choice, str(choice.value) in considered))
        if not self._offered:
            done = row(Icon("circle-check", "share", 20), gap=10)
            done.addWidget(Words(wording()("family.all_thought_of"), "body"), 1)
            self._cards.addWidget(box(done))
        if at in self.nobody:
            self.nobody[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, choice: Choice, considered: bool) -> Card:
        words, part = wording(), str(choice.value)
        card = Card("card" if considered else "missing", (16, 12))
        said = words("family.considered") if considered else choice.hint or ""
        line = row(Icon("circle-check" if considered else "user-plus", "share" if considered else "ink2", 22), gap=12)
        line.addWidget(box(stack(Words(choice.text, "strong"), Words(said, "small", "ink2"))), 1)
        card.body.addLayout(line)
        deeds = row(gap=8, margins=(34, 4, 0, 0))
        if considered:
            back = self.nobody[part] = PlainButton(words("family.take_back"), "undo-2", small=True)
            back.setAccessibleName(words("family.take_back_name", part=choice.text))
            back.clicked.connect(lambda: self._consider(part, considered=False))
            deeds.addWidget(back)
        else:
            add = self.add[part] = PlainButton(words("family.add_them"), "user-plus", small=True)
            add.setAccessibleName(words("family.add_name", part=choice.text))
            add.clicked.connect(lambda: self.named.emit(part))
            nobody = self.nobody[part] = PlainButton(words("family.nobody"), "check", small=True)
            nobody.setAccessibleName(words("family.nobody_name", part=choice.text))
            nobody.clicked.connect(lambda: self._consider(part, considered=True))
            deeds.addWidget(add)
            deeds.addWidget(nobody)
        deeds.addStretch(1)
        card.body.addLayout(deeds)
        return card

    def _consider(self, part: str, *, considered: bool) -> None:
        said: tuple[str, ...] = self.value or ()
        others = tuple(one for one in said if one != part)
        self._tell((*others, part) if considered else others)
