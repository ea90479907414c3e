"""The list of provisions: title, citation and standing of each, drawn by us, gone through with the arrow keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.theme import theme
from lawfulshare.law.answer.standing import Standing, standing, standing_told
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import Wording

Index = QModelIndex | QPersistentModelIndex
ID, TITLE, CITATION, TOLD, STANDING = (Qt.ItemDataRole.UserRole + place for place in range(5))
MARK: dict[Standing, tuple[str, str]] = {
    "in_force": ("share", "circle-check"),
    "in_force_secondary": ("limited", "history"),
    "coming": ("limited", "calendar-clock"),
    "over": ("ink2", "circle-slash-2"),
}
"""Tone and icon of each standing."""
SIDE, ABOVE, ICON, GAP = 12, 9, 16, 6
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class LawList(QListWidget):
    """Provisions, one under the other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("law.list")
        self.setAccessibleName(name)
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self._measure)

    def show_provisions(self, found: tuple[Provision, ...], law: Law, words: Wording, chosen: str) -> None:
        """List these, with the chosen one as the current; nothing is announced as picked by that."""
        self.blockSignals(True)
        self.clear()
        for provision in found:
            told = standing_told(law, provision, words)
            item = QListWidgetItem(f"{provision.title}. {provision.citation}. {told}")
            for role, value in (
                (ID, provision.id), (TITLE, provision.title), (CITATION, provision.citation), (TOLD, told),
                (STANDING, standing(law, provision)),
            ):  # fmt: skip
                item.setData(role, value)
            self.addItem(item)
            if provision.id == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def place_of(self, name: str) -> int:
        """Give the row of a provision; -1 where it is not listed."""
        return next((place for place in range(self.count()) if self.item(place).data(ID) == name), -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()


class _Row(QStyledItemDelegate):
    """Draws one provision."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of a title that may break, a citation and a standing."""
        wide = self._wide()
        words = sum(self._heights(index, wide))
        return QSize(wide, words + 2 * theme.gap(ABOVE) + theme.gap(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the three lines and the rule under them."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(option.rect, theme.color("accentTint" if chosen else "hover" if over else "surface"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if chosen:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height())),
                             theme.color("accent"))  # fmt: skip
        self._words(painter, option.rect, index)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        wide, left, top = self._wide(), rect.left() + theme.gap(SIDE), rect.top() + theme.gap(ABOVE)
        title, citation, told = self._heights(index, wide)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRect(left, top, wide, title), WRAP, index.data(TITLE))
        font = theme.font("overline", 400)
        painter.setFont(font)
        painter.setPen(theme.color("ink2"))
        top += title + theme.gap(2)
        painter.drawText(QRect(left, top, wide, citation), WRAP, index.data(CITATION))
        top += citation + theme.gap(2)
        tone, icon = MARK[index.data(STANDING)]
        side, line = theme.px(ICON), QFontMetrics(font).height()
        paint_icon(painter, icon, tone, QRectF(left, top + (line - side) / 2, side, side))
        indent = self._indent()
        painter.drawText(QRect(left + indent, top, wide - indent, told), WRAP, index.data(TOLD))

    def _heights(self, index: Index, wide: int) -> tuple[int, int, int]:
        """Give the heights of the title, the citation and the standing, each as many lines as it needs."""
        small = theme.font("overline", 400)
        return (
            _height(theme.font("label"), wide, index.data(TITLE)),
            _height(small, wide, index.data(CITATION)),
            _height(small, wide - self._indent(), index.data(TOLD)),
        )

    def _indent(self) -> int:
        return theme.px(ICON) + theme.gap(GAP)

    def _wide(self) -> int:
        shown = self.parent()
        assert isinstance(shown, QListWidget)
        return max(80, shown.viewport().width() - 2 * theme.gap(SIDE))


def _height(font: QFont, wide: int, text: str) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, wide, 10000), WRAP, text).height()
