"""A folder of records at once: how many are done, a table that can be sorted, and what was found to be saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from lawfulshare.desk.many import Checked, reason
from lawfulshare.desktop.brand import box
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.filtering import Filter
from lawfulshare.desktop.flowing import Flow
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme
from lawfulshare.record.verification import QUESTIONS, Verification
from lawfulshare.wording import Wording

COLUMNS = ("file", "result", *QUESTIONS, "signed_by", "outcome")
ASKING = frozenset({"result", *QUESTIONS})
"""Columns in which what comes first in the order is what one has to look at; it is set in bold."""
RANK = {"no": 0, "unknown": 1, "yes": 2, "": 3}
"""What asks for somebody comes first."""
RESULTS = ("unsound", "unread", "sound")
EACH = 10
"""A screen reader hears of every tenth file."""


class ManyView(QWidget):
    """Files one under the other. It reports which one is to be seen, that one stops, saves or leaves."""

    opened = Signal(object)
    halted = Signal()
    save_wanted = Signal()
    again_wanted = Signal()
    start_pressed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.papers: list[Checked] = []
        self.setAccessibleName(words("window.verify.many_title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap(28), theme.gap(20), theme.gap(28), theme.gap(20))
        column.setSpacing(theme.gap(10))
        column.addWidget(Words(words("window.verify.many_title"), "question"))
        self.told = Words("", "lead", "ink2")
        column.addWidget(self.told)
        column.addWidget(self._buttons())
        self.table = _Table(words)
        self.table.picked.connect(lambda at: self.opened.emit(self.papers[at]))
        column.addWidget(self.table, 1)

    def begin(self) -> None:
        """Begin an empty list."""
        self.papers = []
        self.table.setSortingEnabled(False)
        self.table.setRowCount(0)
        self._order.choose("")
        self._say_busy(True)
        self.told.say(self._words("window.verify.done", count=0))

    def add(self, paper: Checked) -> None:
        """Add a line for a file that was looked at."""
        self.papers.append(paper)
        self.table.add(paper, len(self.papers) - 1)
        self.told.say(self._words("window.verify.done", count=len(self.papers)))
        if len(self.papers) % EACH == 0:
            say(self, self.told.plain)

    def end(self, *, halted: bool) -> None:
        """Say how many are sound; from now on the lines can be put in another order."""
        self._say_busy(False)
        sound = sum(paper.is_sound for paper in self.papers)
        key = "halted" if halted else "ended" if self.papers else "none"
        self.told.say(self._words(f"window.verify.{key}", count=len(self.papers), sound=sound))
        self.table.setSortingEnabled(True)
        self._sort(self._order.value)
        say(self, self.told.plain)
        if self.papers:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the focus into the table, or on what ends the run."""
        first = self.table if self.table.rowCount() else self._halt
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> QWidget:
        words = self._words
        self._halt = PlainButton(words("window.verify.halt"), "circle-x")
        self._save = PlainButton(words("window.verify.save_table"), "download")
        again = PlainButton(words("window.verify.choose_another"), "folder-open")
        home = PlainButton(words("window.to_start"), "house")
        self._order = Filter(words("window.verify.order"), [("", words("window.verify.as_found"))] + [
            (name, words(f"window.verify.head.{name}")) for name in COLUMNS
        ])  # fmt: skip
        self._order.chosen.connect(self._sort)
        flow = Flow(gap=10)
        for button, name, pressed in (
            (self._halt, "halt", self.halted), (self._save, "save", self.save_wanted),
            (again, "again", self.again_wanted), (home, "home", self.start_pressed),
        ):  # fmt: skip
            button.setObjectName(f"many.{name}")
            button.clicked.connect(pressed)
            flow.addWidget(button)
        self._order.setObjectName("many.order")
        flow.addWidget(self._order)
        return box(flow)

    def _say_busy(self, busy: bool) -> None:
        self._halt.setVisible(busy)
        self._save.setVisible(not busy)
        self._order.setVisible(not busy)

    def _sort(self, name: str) -> None:
        if not self.table.isSortingEnabled():
            return
        if name:
            self.table.sortItems(COLUMNS.index(name), Qt.SortOrder.AscendingOrder)
        else:
            self.table.sort_as_found()


class _Item(QTableWidgetItem):
    """A cell that is sorted by its rank and then by its words."""

    def __init__(self, text: str, rank: int, at: int, *, asks: bool = False) -> None:
        super().__init__(text)
        self.rank, self.at = rank, at
        self.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        if asks:
            font = self.font()
            font.setBold(True)
            self.setFont(font)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        assert isinstance(other, _Item)
        return (self.rank, self.text().casefold(), self.at) < (other.rank, other.text().casefold(), other.at)


class _Table(QTableWidget):
    """The lines. It reports the place in the run of the one that is picked by Return or a double click."""

    picked = Signal(int)

    def __init__(self, words: Wording) -> None:
        super().__init__(0, len(COLUMNS))
        self._words = words
        self.setObjectName("many.table")
        self.setAccessibleName(words("window.verify.many_title"))
        self.setAccessibleDescription(words("window.verify.many_hint"))
        self.setHorizontalHeaderLabels([words(f"window.verify.head.{name}") for name in COLUMNS])
        self.setProperty("kind", "told")
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.cellDoubleClicked.connect(lambda line, _: self._pick(line))

    def add(self, paper: Checked, at: int) -> None:
        """Add a line."""
        line = self.rowCount()
        self.insertRow(line)
        for place, (text, rank) in enumerate(self._cells(paper)):
            asks = rank == RANK["no"] and COLUMNS[place] in ASKING
            self.setItem(line, place, _Item(text, rank, at, asks=asks))

    def sort_as_found(self) -> None:
        """Put the lines in the order in which the files were found."""
        for line in range(self.rowCount()):
            if isinstance(item := self.item(line, 0), _Item):
                item.rank = item.at
        self.sortItems(0, Qt.SortOrder.AscendingOrder)
        for line in range(self.rowCount()):
            if isinstance(item := self.item(line, 0), _Item):
                item.rank = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._pick(self.currentRow())
            return
        super().keyPressEvent(event)

    def _pick(self, line: int) -> None:
        if isinstance(item := self.item(line, 0), _Item):
            self.picked.emit(item.at)

    def _cells(self, paper: Checked) -> list[tuple[str, int]]:
        words, told = self._words, paper.told
        result = "unread" if told is None else "sound" if told.sound else "unsound"
        said = words(f"window.verify.result.{result}", reason=reason(paper))
        cells = [(paper.path.name, 0), (said, RESULTS.index(result))]
        for name in QUESTIONS:
            answer = paper.answer(name)
            cells.append((words(f"window.verify.answer_{answer}").rstrip(".") if answer else "", RANK[answer]))
        record = told.record if isinstance(told, Verification) else None
        outcome = words(f"record.outcome.{record.outcome}") if record and record.outcome else ""
        signed = told.signatures[0].name if told and told.signatures else ""
        return [*cells, (signed, 0), (outcome, 0)]
