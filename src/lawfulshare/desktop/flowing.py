"""Small things in a row that goes on in the next line when it is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from lawfulshare.desktop.theme import theme


class Flow(QLayout):
    """Lays out from left to right and goes on below, as words do."""

    def __init__(self, gap: float = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = theme.gap(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Count them."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """Give one of them."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Take one away."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grow in no direction."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Be as high as the lines need."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Put each in its place."""
        super().setGeometry(area)
        self._lay(area, move=True)

    def sizeHint(self) -> QSize:
        """Ask for what one line of each needs."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Be no narrower than the widest."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, area: QRect, *, move: bool) -> int:
        x, y, line = area.x(), area.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue  # what is hidden takes no room
            size = item.sizeHint()
            wide = min(size.width(), area.width())
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else size.height()
            if x > area.x() and x + wide > area.right() + 1:
                x, y, line = area.x(), y + line + self._gap // 2, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, high)))
            x, line = x + wide + self._gap, max(line, high)
        return y + line - area.y()


def flow(*widgets: QWidget, gap: float = 8) -> Flow:
    """Lay widgets out from left to right, and below where there is no room."""
    layout = Flow(gap)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
