"""The list of a supervisor's inbox: each paper with a few lines about it, drawn by us, gone through with the arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lawfulshare.desk.inbox import Entry
from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.review_told import Line, lines, name_of
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording

Index = QModelIndex | QPersistentModelIndex
KEY, NAME, LINES = (Qt.ItemDataRole.UserRole + place for place in range(3))
SIDE, ABOVE, ICON, GAP = 12, 9, 16, 6
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ReviewList(QListWidget):
    """Records and sheets, one under the other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("review.list")
        self.setAccessibleName(name)
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_entries(self, entries: Sequence[Entry], words: Wording, chosen: str) -> None:
        """List these, with the chosen one as the current; nothing is announced as picked by that."""
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            told = lines(entry, words)
            item = QListWidgetItem(". ".join((name_of(entry), *(line.says.rstrip(".") for line in told))))
            for role, value in ((KEY, entry.key), (NAME, name_of(entry)), (LINES, told)):
                item.setData(role, value)
            self.addItem(item)
            if entry.key == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Row(QStyledItemDelegate):
    """Draws one paper."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of the name and of each line as it breaks."""
        wide = self._wide()
        high = QFontMetrics(theme.font("label")).height()
        high += sum(_height(line.says, wide) + theme.gap(3) for line in index.data(LINES))
        return QSize(wide, high + 2 * theme.gap(ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the name, the lines and the rule under them."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(option.rect, theme.color("accentTint" if chosen else "hover" if over else "surface"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if chosen:
            edge = QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height()))
            painter.fillRect(edge, theme.color("accent"))
        wide, left, top = self._wide(), option.rect.left() + theme.gap(SIDE), option.rect.top() + theme.gap(ABOVE)
        metrics = QFontMetrics(theme.font("label"))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("ink"))
        name = metrics.elidedText(index.data(NAME), Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(left, top, wide, metrics.height()), WRAP, name)
        top += metrics.height() + theme.gap(3)
        for line in index.data(LINES):
            top += self._line(painter, line, QRect(left, top, wide, 10000)) + theme.gap(3)
        painter.restore()

    def _line(self, painter: QPainter, line: Line, where: QRect) -> int:
        font, side = theme.font("overline", 400), theme.px(ICON)
        high, first = _height(line.says, where.width()), QFontMetrics(font).height()
        icon = QRectF(where.left(), where.top() + (first - side) / 2, side, side)
        paint_icon(painter, line.icon, line.tone, icon)
        painter.setFont(font)
        painter.setPen(theme.color(line.tone))
        indent = side + theme.gap(GAP)
        painter.drawText(where.adjusted(indent, 0, 0, 0), WRAP, line.says)
        return high

    def _wide(self) -> int:
        shown = self.parent()
        assert isinstance(shown, QListWidget)
        return max(80, shown.viewport().width() - 2 * theme.gap(SIDE))


def _height(text: str, wide: int) -> int:
    room = wide - theme.px(ICON) - theme.gap(GAP)
    return QFontMetrics(theme.font("overline", 400)).boundingRect(QRect(0, 0, room, 10000), WRAP, text).height()
