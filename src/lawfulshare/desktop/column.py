"""A scrolling column whose words wrap to its width and whose height follows."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from lawfulshare.desktop.theme import theme

ABOVE, BESIDE, BELOW = 20, 40, 24
"""Margins of a page at 100 %."""


class _Content(QWidget):
    """A widget as high as its words need at its width (a scroll area alone asks for the height at the narrowest)."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.minimumHeight())

    def sizeHint(self) -> QSize:
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
        self.content = _Content()
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
