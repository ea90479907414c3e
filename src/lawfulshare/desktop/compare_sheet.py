"""Two records beside each other: each question that they answer differently, in a table that is read row by row."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desktop.dialogs import Reading
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.pickers import DropDown
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.comparing import Difference, differences
from lawfulshare.wording import Wording

Index = QModelIndex | QPersistentModelIndex
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CompareSheet(Reading):
    """Asks which other record, and shows what differs."""

    def __init__(
        self, name: str, case: CaseFile, others: Sequence[tuple[str, CaseFile]], words: Wording, parent: QWidget
    ) -> None:
        super().__init__(words("review.compare.title"), words("window.close"), parent)
        self.setObjectName("compare")
        self._words, self._name, self._case, self._others = words, name, case, tuple(others)
        self.which = DropDown()
        self.which.rename(words("review.compare.with"))
        self.which.setObjectName("compare.with")
        for other, _ in others:
            self.which.addItem(other)
        self.told = Words("", "strong")
        self.table = _Table()
        self.table.setAccessibleName(words("review.compare.title"))
        if others:
            self.body.add(Words(words("review.compare.with"), "strong"), 14)
            self.body.add(self.which, 4)
            self.which.currentIndexChanged.connect(self._compare)
        self.body.add(self.told, 14)
        self.body.add(self.table, 8)
        self._compare(0)
        self.show_reading()
        if others:
            self.which.setFocus()

    def _compare(self, place: int) -> None:
        words = self._words
        if not 0 <= place < len(self._others):
            self.told.say(words("review.compare.none"))
            self.table.hide()
            return
        other, case = self._others[place]
        found = differences(self._case, case)
        key = "same" if not found else "one" if len(found) == 1 else "count"
        self.told.say(words(f"review.compare.{key}", count=len(found)))
        self.table.setVisible(bool(found))
        self.table.show_differences((words("review.compare.question"), self._name, other), found, words)
        say(self, self.told.plain)


class _Padded(QStyledItemDelegate):
    """Draws a cell at the top of its row, with room around its words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the rule of the row and the words."""
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("accentTint"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setFont(theme.font("label" if index.column() == 0 else "small"))
        painter.setPen(theme.color("ink"))
        side, above = theme.gap(10), theme.gap(8)
        painter.drawText(option.rect.adjusted(side, above, -side, -above), WRAP, index.data())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the words are at the width of the column."""
        table = option.widget
        wide = table.columnWidth(index.column()) if isinstance(table, QTableWidget) else option.rect.width()
        metrics = QFontMetrics(theme.font("label" if index.column() == 0 else "small"))
        room = max(40, wide - 2 * theme.gap(10))
        high = metrics.boundingRect(QRect(0, 0, room, 100000), WRAP, index.data() or "").height()
        return QSize(wide, high + 2 * theme.gap(8))


class _Table(QTableWidget):
    """Question, and the two answers; as high as its rows, since the sheet scrolls."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setObjectName("compare.table")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Padded(self))
        self.horizontalHeader().sectionResized.connect(lambda *_: self._fit())

    def show_differences(self, heads: Sequence[str], found: Sequence[Difference], words: Wording) -> None:
        """Show these; what one of the records does not ask is said to be not asked there."""
        self.setHorizontalHeaderLabels(list(heads))
        self.setRowCount(len(found))
        for row, one in enumerate(found):
            asked = f"{one.about}: {one.question}" if one.about and one.about not in one.question else one.question
            cells = (asked, one.first, one.second)
            for column, text in enumerate(cells):
                said = words("review.compare.not_asked") if text is None else text
                self.setItem(row, column, QTableWidgetItem(said))
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())
