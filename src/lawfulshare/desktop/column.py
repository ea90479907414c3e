"""A scrolling column whose words wrap to its width and whose height follows."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from lawfulshare.desktop.labels import word
from lawfulshare.desktop.theme import theme

ABOVE, BESIDE, BELOW = 20, 40, 24
"""Margins of a page at 100 %."""


class Block(QWidget):
    """A widget as high as its words need at its width (a scroll area alone asks for the height at the narrowest).

    It measures its words when its width or they change, and not when something beside it does.
    """

    def __init__(self) -> None:
        super().__init__()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the words at another width."""
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Measure the words when they change."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self._later.start()  # what was added to a page in sight is shown, and counts, only after this
        return done

    def hasHeightForWidth(self) -> bool:
        """Leave the layout around it nothing to measure."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of the words."""
        return QSize(theme.px(120), self.minimumHeight())

    def sizeHint(self) -> QSize:
        """Ask for no more."""
        return self.minimumSizeHint()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        height = (
            layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        )
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
        if layout.geometry() != self.contentsRect():  # while it is being shown, Qt forgets to tell a layout of this
            layout.setGeometry(self.contentsRect())


def block(*widgets: QWidget) -> Block:
    """Put widgets one under another into a block."""
    made = Block()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return made


@contextmanager
def at_rest(*layouts: QLayout | None) -> Iterator[None]:
    """Lay out once at the end, else each part that is shown or changes its height would have all laid out again."""
    resting = [layout for layout in layouts if layout is not None]
    for layout in resting:
        layout.setEnabled(False)
    yield
    for layout in resting:
        layout.setEnabled(True)
        layout.invalidate()
        if (around := layout.parentWidget()) is not None:  # a request that came while it rested went unheard
            QCoreApplication.postEvent(around, QEvent(QEvent.Type.LayoutRequest))


class Column(QScrollArea):
    """A page's column: add widgets from top to bottom with `add`; it scrolls when they need more room.

    `widest` limits the column (at 100 %); the rest of the page stays empty beside it.
    """

    def __init__(
        self,
        widest: int | None = None,
        margins: tuple[int, int, int] = (ABOVE, BESIDE, BELOW),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widest, self._margins = widest, margins
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setAccessibleName(word("scroll"))
        self.content = Block()
        self.content.setProperty("ground", "none")
        self._row = QHBoxLayout(self.content)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.setSpacing(0)
        self.inner = QWidget()
        self.body = QVBoxLayout(self.inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._row.addWidget(self.inner, 1000)
        if widest is not None:
            self._row.addStretch(1)
        self.setWidget(self.content)
        self._measure()
        theme.changed.connect(self._measure)

    def add(self, widget: QWidget, gap: float = 0) -> None:
        """Put a widget under what is there, after a gap."""
        if gap:
            self.body.addSpacing(theme.gap(gap))
        self.body.addWidget(widget)

    def end(self) -> None:
        """Keep everything at the top when there is room left."""
        self.body.addStretch(1)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll until a widget is seen, with a little of what is around it."""
        self.ensureWidgetVisible(widget, 0, theme.gap(48))

    def _measure(self) -> None:
        above, beside, below = (theme.gap(side) for side in self._margins)
        self._row.setContentsMargins(beside, above, beside, below)
        if self._widest is not None:
            self.inner.setMaximumWidth(theme.px(self._widest))
