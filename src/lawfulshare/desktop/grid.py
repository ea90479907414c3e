"""How much goes to whom: every item with every recipient, one's own choice above and the law's line below."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import entries
from lawfulshare.desktop.asking import name_of
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.cell import Cell
from lawfulshare.desktop.column import at_rest, block
from lawfulshare.desktop.field import LawReader
from lawfulshare.desktop.fields import Paragraph
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.item_head import ItemHead
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.marks import AMOUNTS, Mark
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.reading_back import read_back
from lawfulshare.guide.redacting import names_of, other_adults

Answers: TypeAlias = Callable[[str, str], tuple[str, str] | None]
"""The law's verdict for an item and a recipient, and because of what; None where there is none."""
LEAST_CELL, LEAST_ITEM = 230, 170
CELLS_AT_ONCE = 12
"""Cells that are made before the page is shown: more than a window shows at first."""


class Grid(QWidget):
    """The cells of every pair: a table where there is room, else one card an item with its cells stacked."""

    said = Signal(str, object)

    def __init__(self, law_text: LawReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._law_text = law_text
        self.setAccessibleName(word("grid.name"))
        self._cells: dict[tuple[str, str], Cell] = {}
        self._heads: dict[str, ItemHead] = {}
        self._case: CaseFile | None = None
        self._verdict: Answers = lambda item, recipient: None
        self._stacked: bool | None = None
        self._laid: tuple[object, ...] = ()
        self._table: QWidget | None = None
        self._making = Gradually(self)
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
        if not self._lay():
            self._tell(self._cells)

    def focus_first(self) -> None:
        """Put the focus on the first cell."""
        if self._cells:
            next(iter(self._cells.values())).button.setFocus(Qt.FocusReason.OtherFocusReason)

    def cell_at(self, path: str) -> Cell | None:
        """Give the cell of a path."""
        item, _, recipient = path.removeprefix("disclosures.").partition(".")[0].partition(">")
        return self._made(item, recipient)

    def _made(self, item: str, recipient: str) -> Cell | None:
        if (item, recipient) not in self._cells:
            self._making.finish()
        return self._cells.get((item, recipient))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between table and cards when the room changes."""
        super().resizeEvent(event)
        if self._case is not None and self._stacks() != self._stacked:
            QTimer.singleShot(0, self._lay_again)

    def _lay_again(self) -> None:
        if self._case is not None and self._stacks() != self._stacked:
            self._lay()

    def _stacks(self) -> bool:
        count = len(entries(self._case, "recipient")) if self._case else 1
        return self.width() < theme.px(LEAST_ITEM) + count * theme.px(LEAST_CELL)

    def _lay(self) -> bool:
        """Lay the cells out anew where there are others, or another room; say whether it was needed."""
        assert self._case is not None
        items, recipients = entries(self._case, "item"), entries(self._case, "recipient")
        self._stacked = self._stacks()
        self._legend.setVisible(not self._stacked)
        shape = (self._stacked, tuple(item.id for item in items), tuple(recipient.id for recipient in recipients))
        if shape == self._laid:
            return False
        self._laid = shape
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._cells, self._heads = {}, {}
        rows: Iterator[None] = iter(())
        if not items or not recipients:
            self._table = table = Card("missing")
            table.body.addWidget(Words(word("grid.empty"), "body", "ink2"))
        elif self._stacked:
            self._table = QWidget()
            rows = self._cards(self._table, items, recipients)
        else:
            self._table = table = Card("card", (0, 0))
            rows = self._rows(table, items, recipients)
        self._column.addWidget(self._table)
        self._making.begin(rows, at_once=-(-CELLS_AT_ONCE // max(1, len(recipients))))
        return True

    def _what(self, item: Any, *, framed: bool = True) -> ItemHead:
        head = self._heads[item.id] = ItemHead(framed=framed)
        return head

    def _cell(self, item: str, recipient: str) -> Cell:
        cell = self._cells[item, recipient] = Cell(item, recipient, self._law_text)
        cell.said.connect(self._said)
        cell.stepped.connect(lambda down, right: self._step((item, recipient), down, right))
        return cell

    def _said(self, path: str, value: object) -> None:
        self.said.emit(path, value) if path else self._tell(self._cells)

    def _rows(self, table: Card, items: tuple[Any, ...], recipients: tuple[Any, ...]) -> Iterator[None]:
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setColumnStretch(0, 4)
        grid.addWidget(_head(word("grid.what")), 0, 0)
        table.body.addLayout(grid)
        for across, recipient in enumerate(recipients, 1):
            grid.setColumnStretch(across, 5)
            grid.addWidget(_head(name_of("recipient", recipient), recipient.needs_it_for or ""), 0, across)
        for down, item in enumerate(items, 1):
            head, cells = self._what(item), [self._cell(item.id, recipient.id) for recipient in recipients]
            self._tell([(item.id, recipient.id) for recipient in recipients])
            with at_rest(self._column, table.body, grid):
                for across, part in enumerate((head, *cells)):
                    grid.addWidget(part, down, across)
                    part.show()
            for cell in cells:
                cell.to.hide()
            yield

    def _cards(self, stack: QWidget, items: tuple[Any, ...], recipients: tuple[Any, ...]) -> Iterator[None]:
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(12))
        for item in items:
            card = Card("card", (4, 4))
            card.body.addWidget(self._what(item, framed=False))
            for recipient in recipients:
                cell = self._cell(item.id, recipient.id)
                cell.become("plain")
                cell.to.say(word("grid.to", recipient=name_of("recipient", recipient)))
                card.body.addWidget(cell)
            self._tell([(item.id, recipient.id) for recipient in recipients])
            column.addWidget(block(card))
            yield

    def _tell(self, cells: Iterable[tuple[str, str]]) -> None:
        assert self._case is not None
        named = {item.id: name_of("item", item) for item in entries(self._case, "item")}
        called = {one.id: name_of("recipient", one) for one in entries(self._case, "recipient")}
        pairs = {(pair.item, pair.recipient): pair for pair in entries(self._case, "disclosure")}
        told, adults = {of for of, _ in cells}, {}
        for item in entries(self._case, "item"):
            if item.id in told:
                self._heads[item.id].show_item(self._case, item)
                adults[item.id] = names_of(self._case, other_adults(self._case, item))
        with at_rest(self._column, self._table.layout() if self._table else None):
            for of, recipient in cells:
                cell, said = self._cells[of, recipient], pairs.get((of, recipient))
                cell.adults = adults[of]
                cell.show_cell((named[of], called[recipient]), said, self._verdict(of, recipient))
                for field in cell.fields:
                    if isinstance(field, Paragraph):
                        field.show_read(read_back(self._case, field.path))

    def _step(self, at: tuple[str, str], down: int, right: int) -> None:
        assert self._case is not None
        items = [item.id for item in entries(self._case, "item")]
        recipients = [one.id for one in entries(self._case, "recipient")]
        row = min(len(items) - 1, max(0, items.index(at[0]) + down))
        column = min(len(recipients) - 1, max(0, recipients.index(at[1]) + right))
        if (cell := self._made(items[row], recipients[column])) is not None:
            cell.button.setFocus(Qt.FocusReason.OtherFocusReason)


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
