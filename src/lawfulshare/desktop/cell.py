"""One cell of the grid: one's own choice of how much goes, the law's line below it, the need and the reason."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lawfulshare.desktop.amounts import AmountButton
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.choosing import OneOf
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.fields import Paragraph
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.marks import AMOUNT_OF, AMOUNTS, EXTENT_OF
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.form import Choice, Question
from lawfulshare.wording import wording

IN_OTHER_WORDS = frozenset({"summarise", "anonymise"})
"""Amounts that go in words of their own: a summary, or a text without names."""
MORE_THAN = {amount: len(AMOUNTS) - place for place, amount in enumerate(AMOUNTS)}


class Cell(Card):
    """One item to one recipient: the choice, the law's line, and, when opened, whether it is needed and why."""

    said = Signal(str, object)
    stepped = Signal(int, int)

    def __init__(self, item: str, recipient: str, law_text: LawReader) -> None:
        super().__init__("cell", (10, 12))
        self._law_text = law_text
        self.item, self.recipient = item, recipient
        self.path = f"disclosures.{item}>{recipient}"
        self.names = ("", "")
        self.adults = ""
        self.button = AmountButton()
        self.button.amount_chosen.connect(lambda amount: self.said.emit(f"{self.path}.extent", EXTENT_OF[amount]))
        self.button.stepped.connect(self.stepped)
        self.to = Words("", "label")
        self.body.addWidget(self.to)
        self.body.addWidget(self.button)
        self._law = Card("plain", (10, 6))
        self._icon = Icon("check", "share", 16)
        self._line, self._because = Words("", "label"), Words("", "caption", "ink2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._line)
        words.addWidget(self._because)
        row = QHBoxLayout()
        row.setSpacing(theme.gap(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._law.body.addLayout(row)
        self.body.addWidget(self._law)
        self._why = QuietButton(word("grid.say_why"), "pen-line")
        self._why.clicked.connect(self.toggle)
        self.body.addWidget(self._why)
        self.fields: tuple[Field, ...] = ()
        self._form: QWidget | None = None
        self._told: object = None
        self.body.addStretch(1)

    def show_cell(self, names: tuple[str, str], said: Any, verdict: tuple[str, str] | None) -> None:
        """Show the choice as it stands and what the law says to it."""
        told = (names, self.adults, said, verdict, self._form)
        if told == self._told:
            return
        self._told = told
        self.names = names
        own = AMOUNT_OF.get(said.extent) if said is not None and said.extent else None
        self.button.show_amount(own)
        line, tone, icon = law_line(own, verdict)
        self._line.say(line)
        self._line.set_tone(tone if tone in ("urgent", "limited") else "ink")
        self._because.say(verdict[1] if verdict else "")
        if self._because.isHidden() == bool(verdict and verdict[1]):
            self._because.setVisible(self._because.isHidden())
        self._icon.name, self._icon.tone = icon, tone
        self._icon.update()
        self._law.become(tone if tone in ("urgent", "limited") else "plain")
        reason = said.reason if said is not None else None
        ask = wording()("leaving.adult_why", whom=self.adults) if self.adults and own else word("grid.say_why")
        self._why.setText(word("grid.close") if self._form else reason or ask)
        self._why.setAccessibleName(word("grid.reason_for", item=names[0], recipient=names[1]))
        self._why.setAccessibleDescription(reason or "")
        self._why.updateGeometry()
        chosen = word("grid.you", amount=word(f"amount.{own}").lower()) if own else word("grid.undecided")
        because = f"{line}. {verdict[1] if verdict else ''}".strip()
        self.button.setAccessibleName(word("grid.cell", item=names[0], recipient=names[1], own=chosen, law=because))
        self.button.setAccessibleDescription(word("grid.keys"))
        for field in self.fields:
            field.show_value(getattr(said, field.path.rpartition(".")[2], None))

    def toggle(self) -> None:
        """Open or close the question of need and the reason."""
        if self._form is not None:
            for field in self.fields:
                field.flush()
            self._form.hide()
            self._form.deleteLater()
            self._form, self.fields = None, ()
        else:
            self.fields = _detail(self.path, self.names, self.adults, self._law_text)
            if self.button.amount in IN_OTHER_WORDS:
                self.fields += (_in_words(self.path, self.names, self._law_text),)
            self._form = QWidget()
            column = QVBoxLayout(self._form)
            column.setContentsMargins(0, theme.gap(4), 0, theme.gap(4))
            column.setSpacing(theme.gap(12))
            for field in self.fields:
                field.said.connect(lambda value, path=field.path: self.said.emit(path, value))
                column.addWidget(field)
            self.body.insertWidget(self.body.count() - 1, self._form)
            self._form.show()
        self.opened()

    def opened(self) -> None:
        """Tell the grid that the cell was opened or closed, by saying nothing new."""
        self.said.emit("", None)
        if self.fields:
            self.fields[0].focus_first()


def law_line(own: str | None, verdict: tuple[str, str] | None) -> tuple[str, str, str]:
    """Say the law's line beside a choice, with its tone and icon: agrees, says otherwise, would, or cannot say yet."""
    said = verdict[0] if verdict else "open"
    if said == "open":
        return word("grid.open"), "ink2", "circle-dashed"
    if said == "advice":
        return word("grid.advice"), "advice", "users"
    amount = word(f"amount.{said}").lower()
    if own is None:
        return word("grid.would", amount=amount), "ink2", "scale"
    if own == said:
        return word("grid.agrees", amount=amount), "share", "check"
    return (
        word("grid.says", amount=amount),
        "urgent" if MORE_THAN[own] > MORE_THAN[said] else "limited",
        "triangle-alert",
    )


def _detail(path: str, names: tuple[str, str], adults: str, law_text: LawReader) -> tuple[Field, ...]:
    answers = (
        Choice(value=True, text=word("answer.holds"), hint=None),
        Choice(value=False, text=word("answer.fails"), hint=None),
    )
    places = {"item": names[0], "recipient": names[1]}
    asks = wording()("leaving.adult_needed", whom=adults) if adults else word("grid.needed")
    needed = Question.model_validate({"fact": "disclosure.necessary", "as": "yes_no_not_known", "text": asks})
    reason = Question.model_validate({"fact": "disclosure.reason", "as": "paragraph", "text": word("grid.reason")})
    need = OneOf(needed, f"{path}.necessary", answers, in_a_row=theme.scale <= 1.2, heading="label", law_text=law_text)
    why = Paragraph(reason, f"{path}.reason", heading="label", law_text=law_text)
    need.setAccessibleName(word("grid.needed_for", **places))
    why.controls()[0].setAccessibleName(word("grid.reason_for", **places))
    return need, why


def _in_words(path: str, names: tuple[str, str], law_text: LawReader) -> Field:
    """Ask for the words in which a summary goes, or a text without names."""
    asked = Question.model_validate({"fact": "disclosure.goes_as", "as": "paragraph", "text": word("grid.goes_as")})
    field = Paragraph(asked, f"{path}.goes_as", heading="label", law_text=law_text)
    field.controls()[0].setAccessibleName(word("grid.goes_as_for", item=names[0], recipient=names[1]))
    return field
