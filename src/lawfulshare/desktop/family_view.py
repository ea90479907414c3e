"""The family as a picture and as a table beside it that says the same; the table is the one that is read aloud."""

from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.family_told import PersonTold, family_told
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.family_picture import FamilyPicture
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import wording

LEAST_BESIDE, PICTURE = 760, 486
LEAST_COLUMNS = 300
SIDE, ABOVE = 10, 8


class _Cell(QStyledItemDelegate):
    """A cell of several lines, the first of them a name; a rule under it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the lines, on the tint where the row is chosen."""
        where = option.rect
        focused = bool(option.state & QStyle.StateFlag.State_Selected) and option.widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if focused:
            painter.fillRect(where, theme.color("accentTint"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        painter.translate(where.x() + theme.gap(SIDE), where.y() + theme.gap(ABOVE))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        document = _written(index.data(), index.column() == 0, where.width())
        document.documentLayout().draw(painter, context)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Be as high as the lines are at the width of the column."""
        table = option.widget
        wide = table.columnWidth(index.column()) if isinstance(table, QTableWidget) else option.rect.width()
        document = _written(index.data(), index.column() == 0, wide)
        return QSize(wide, round(document.size().height()) + 2 * theme.gap(ABOVE))


class FamilyTable(QTableWidget):
    """Each person in a row; in one column where there is little room. Return opens the person."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(wording()("family.table"))
        self.viewport().setAccessibleName(wording()("family.table"))
        self.setProperty("kind", "people")
        self.setItemDelegate(_Cell(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().sectionResized.connect(lambda *_: QTimer.singleShot(0, self, self.fit))
        self.cellDoubleClicked.connect(lambda row, _: self._choose(row))
        self._told: tuple[PersonTold, ...] = ()
        self._columns = 0

    def show_people(self, told: tuple[PersonTold, ...]) -> None:
        """Tell these people."""
        columns = 1 if self.width() < theme.px(LEAST_COLUMNS) else 2
        if told == self._told and columns == self._columns:
            return
        self._told, self._columns = told, columns
        words = wording()
        self.setColumnCount(columns)
        self.setRowCount(len(told))
        self.setHorizontalHeaderLabels([words("family.who_head"), words("family.stands_head")][:columns])
        for row, person in enumerate(told):
            first = (person.name, person.who, person.home, person.kept)
            second = person.stands or (words("family.nothing_said"),)
            cells = [(*first, *second)] if columns == 1 else [first, second]
            for column, lines in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem("\n".join(line for line in lines if line)))
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows are: the page scrolls, the table does not."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.show_people(self._told)
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the person of the row on Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._told):
            self.chosen.emit(self._told[row].key)


class FamilyView(QWidget):
    """Picture and table, beside each other where there is room."""

    person_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self.table = FamilyPicture(), FamilyTable()
        self.picture.pressed.connect(self.person_chosen)
        self.table.chosen.connect(self.person_chosen)
        self._card = Card("card", (0, 0))
        self._card.body.addWidget(self.picture)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.gap(16))
        self._across.addWidget(self._card, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addWidget(self.table, 1, Qt.AlignmentFlag.AlignTop)
        self.table.installEventFilter(self)

    def show_case(self, case: CaseFile) -> None:
        """Show the people of a case; nothing while there is nobody."""
        self.setVisible(bool(case.people))
        self.picture.show_case(case)
        self.table.show_people(family_told(case, wording()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other, or the table under the picture."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(LEAST_BESIDE)
        self._card.setFixedWidth(theme.px(PICTURE) if beside else self.width())
        self.table.setFixedWidth(self.width() - (self._card.width() + self._across.spacing() if beside else 0))
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the page: picture and table follow."""
        return QSize(theme.px(120), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stand on the first row when the focus comes in, so that the arrows begin somewhere."""
        if event.type() == QEvent.Type.FocusIn and self.table.currentRow() < 0 and self.table.rowCount():
            self.table.setCurrentCell(0, 0)
        return False


def _written(text: str, named: bool, width: float) -> QTextDocument:
    """Set the lines of a cell: small type, the name bold."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(theme.font("small"))
    first, *others = [escape(line) for line in text.split("\n")] or [""]
    document.setHtml("<br>".join([f"<b>{first}</b>" if named else first, *others]))
    document.setTextWidth(max(1.0, width - 2 * theme.gap(SIDE)))
    return document
