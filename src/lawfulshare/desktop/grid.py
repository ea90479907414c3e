"""How much goes to whom: every item with every recipient, one's own choice above and the law's line below."""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import entries
from lawfulshare.desktop.amounts import AmountButton
from lawfulshare.desktop.asking import name_of
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.choosing import OneOf
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.fields import Paragraph
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.marks import AMOUNT_OF, AMOUNTS, EXTENT_OF, Mark
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.form import Choice, Question
from lawfulshare.guide.reading_back import read_back

Answers: TypeAlias = Callable[[str, str], tuple[str, str] | None]
"""The law's verdict for an item and a recipient, and because of what; None where there is none."""
LEAST_CELL, LEAST_ITEM = 230, 170
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
        self.body.addStretch(1)

    def show_cell(self, names: tuple[str, str], said: Any, verdict: tuple[str, str] | None) -> None:
        """Show the choice as it stands and what the law says to it."""
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
        self._why.setText(word("grid.close") if self._form else reason or word("grid.say_why"))
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
            self.fields = _detail(self.path, self.names, self._law_text)
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


def _detail(path: str, names: tuple[str, str], law_text: LawReader) -> tuple[Field, ...]:
    answers = (
        Choice(value=True, text=word("answer.holds"), hint=None),
        Choice(value=False, text=word("answer.fails"), hint=None),
    )
    places = {"item": names[0], "recipient": names[1]}
    needed = Question.model_validate(
        {"fact": "disclosure.necessary", "as": "yes_no_not_known", "text": word("grid.needed")}
    )
    reason = Question.model_validate({"fact": "disclosure.reason", "as": "paragraph", "text": word("grid.reason")})
    need = OneOf(needed, f"{path}.necessary", answers, in_a_row=theme.scale <= 1.2, heading="label", law_text=law_text)
    why = Paragraph(reason, f"{path}.reason", heading="label", law_text=law_text)
    need.setAccessibleName(word("grid.needed_for", **places))
    why.controls()[0].setAccessibleName(word("grid.reason_for", **places))
    return need, why


class Grid(QWidget):
    """The cells of every pair: a table where there is room, else one card an item with its cells stacked."""

    said = Signal(str, object)

    def __init__(self, law_text: LawReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._law_text = law_text
        self.setAccessibleName(word("grid.name"))
        self._cells: dict[tuple[str, str], Cell] = {}
        self._case: CaseFile | None = None
        self._verdict: Answers = lambda item, recipient: None
        self._stacked: bool | None = None
        self._laid: tuple[object, ...] = ()
        self._table: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(8))
        self._legend = _legend()
        self._column.addWidget(self._legend)

    def show_case(self, case: CaseFile, verdict: Answers | None = None) -> None:
        """Show the proposals as they stand; `verdict` answers for the law."""
        self._case = case
        if verdict is not None:
            self._verdict = verdict
        self._lay()
        self._tell()

    def focus_first(self) -> None:
        """Put the focus on the first cell."""
        if self._cells:
            next(iter(self._cells.values())).button.setFocus(Qt.FocusReason.OtherFocusReason)

    def cell_at(self, path: str) -> Cell | None:
        """Give the cell of a path."""
        return next((cell for cell in self._cells.values() if path.startswith(cell.path)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between table and cards when the room changes."""
        super().resizeEvent(event)
        if self._case is not None and self._stacks() != self._stacked:
            QTimer.singleShot(0, self._lay_again)

    def _lay_again(self) -> None:
        if self._case is not None and self._stacks() != self._stacked:
            self._lay()
            self._tell()

    def _stacks(self) -> bool:
        count = len(entries(self._case, "recipient")) if self._case else 1
        return self.width() < theme.px(LEAST_ITEM) + count * theme.px(LEAST_CELL)

    def _lay(self) -> None:
        assert self._case is not None
        items, recipients = entries(self._case, "item"), entries(self._case, "recipient")
        self._stacked = self._stacks()
        self._legend.setVisible(not self._stacked)
        shape = (self._stacked, tuple(item.id for item in items), tuple(recipient.id for recipient in recipients))
        if shape == self._laid:
            return
        self._laid = shape
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._cells = {}
        if not items or not recipients:
            self._table = Card("missing")
            self._table.body.addWidget(Words(word("grid.empty"), "body", "ink2"))
        else:
            self._table = self._cards(items, recipients) if self._stacked else self._rows(items, recipients)
        self._column.addWidget(self._table)

    def _cell(self, item: str, recipient: str) -> Cell:
        cell = self._cells[item, recipient] = Cell(item, recipient, self._law_text)
        cell.said.connect(self._said)
        cell.stepped.connect(lambda down, right: self._step((item, recipient), down, right))
        return cell

    def _said(self, path: str, value: object) -> None:
        self.said.emit(path, value) if path else self._tell()

    def _rows(self, items: tuple[Any, ...], recipients: tuple[Any, ...]) -> QWidget:
        table = Card("card", (0, 0))
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setColumnStretch(0, 4)
        grid.addWidget(_head(word("grid.what")), 0, 0)
        for across, recipient in enumerate(recipients, 1):
            grid.setColumnStretch(across, 5)
            grid.addWidget(_head(name_of("recipient", recipient), recipient.needs_it_for or ""), 0, across)
        for down, item in enumerate(items, 1):
            grid.addWidget(_what(item), down, 0)
            for across, recipient in enumerate(recipients, 1):
                cell = self._cell(item.id, recipient.id)
                cell.to.hide()
                grid.addWidget(cell, down, across)
        table.body.addLayout(grid)
        return table

    def _cards(self, items: tuple[Any, ...], recipients: tuple[Any, ...]) -> QWidget:
        stack = QWidget()
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(12))
        for item in items:
            card = Card("card", (4, 4))
            card.body.addWidget(_what(item, framed=False))
            for recipient in recipients:
                cell = self._cell(item.id, recipient.id)
                cell.become("plain")
                cell.to.say(word("grid.to", recipient=name_of("recipient", recipient)))
                card.body.addWidget(cell)
            column.addWidget(card)
        return stack

    def _tell(self) -> None:
        assert self._case is not None
        named = {item.id: name_of("item", item) for item in entries(self._case, "item")}
        called = {one.id: name_of("recipient", one) for one in entries(self._case, "recipient")}
        pairs = {(pair.item, pair.recipient): pair for pair in entries(self._case, "disclosure")}
        resting = [one for one in (self._column, self._table.layout() if self._table else None) if one is not None]
        for layout in resting:  # else every cell that changes its height would lay the whole grid out again
            layout.setEnabled(False)
        for (item, recipient), cell in self._cells.items():
            said = pairs.get((item, recipient))
            cell.show_cell((named[item], called[recipient]), said, self._verdict(item, recipient))
            for field in cell.fields:
                field.show_read(read_back(self._case, field.path))
        for layout in resting:
            layout.setEnabled(True)
            layout.invalidate()

    def _step(self, at: tuple[str, str], down: int, right: int) -> None:
        assert self._case is not None
        items = [item.id for item in entries(self._case, "item")]
        recipients = [one.id for one in entries(self._case, "recipient")]
        row = min(len(items) - 1, max(0, items.index(at[0]) + down))
        column = min(len(recipients) - 1, max(0, recipients.index(at[1]) + right))
        self._cells[items[row], recipients[column]].button.setFocus(Qt.FocusReason.OtherFocusReason)


def _legend() -> QWidget:
    legend = QWidget()
    row = QHBoxLayout(legend)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.gap(8))
    for amount in AMOUNTS:
        row.addWidget(Mark(amount))
        row.addWidget(Words(word(f"amount.{amount}"), "small", "ink2", wrap=False))
        row.addSpacing(theme.gap(8))
    row.addStretch(1)
    return legend


def _head(title: str, note: str = "") -> QWidget:
    box = Card("cell", (12, 9))
    box.body.addWidget(Words(title, "label", "ink2"))
    if note:
        box.body.addWidget(Words(note, "caption", "ink2"))
    return box


def _what(item: Any, *, framed: bool = True) -> QWidget:
    box = Card("cell" if framed else "plain", (14, 12))
    box.body.addWidget(Words(name_of("item", item), "strong"))
    box.body.addStretch(1)
    return box
