"""The progress strip, which stands for the rail when the window is narrow or the text large."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.rail import RailRow, State, said_of
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.desktop.unfolding import Offer, unfold

SEGMENT_TONE: dict[State, str] = {
    "done": "accent",
    "here": "accent",
    "to_do": "line",
    "look_again": "limited",
    "not_needed": "line",
}
STATE_ICON: dict[State, str] = {
    "done": "circle-check",
    "here": "arrow-right",
    "to_do": "circle",
    "look_again": "rotate-ccw",
    "not_needed": "minus",
}


class _Segments(QWidget):
    """A bar of segments, one a section; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[RailRow] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.gap(tokens()["size"]["progress_segment"]) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.rows:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = theme.gap(3)
        wide = (self.width() - gap * (len(self.rows) - 1)) / len(self.rows)
        for place, row in enumerate(self.rows):
            tall = self.height() if row.state == "here" else self.height() - 4
            painter.setBrush(theme.color(SEGMENT_TONE[row.state]))
            painter.drawRect(QRectF(place * (wide + gap), (self.height() - tall) / 2, wide, tall))
        painter.end()


class Strip(QWidget):
    """The section, how far along it is, a bar of segments, and a menu of all sections."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(word("rail.name"))
        self._rows: Sequence[RailRow] = ()
        self._section = Words("", "label", wrap=False)
        self._place = Words("", "small", "ink2", wrap=False)
        self._bar = _Segments()
        self._all = QuietButton(word("rail.all"), "chevron-down", icon_after=True)
        self._all.clicked.connect(lambda: self.open_menu(self._all))
        line = QHBoxLayout()
        line.setSpacing(theme.gap(10))
        line.addWidget(self._section)
        line.addWidget(self._place)
        line.addStretch(1)
        line.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap(40), theme.gap(6), theme.gap(40), theme.gap(8))
        column.setSpacing(theme.gap(2))
        column.addLayout(line)
        column.addWidget(self._bar)

    def show_rows(self, rows: Sequence[RailRow]) -> None:
        """Show the sections as they stand."""
        self._rows = self._bar.rows = rows
        here = next((place for place, row in enumerate(rows) if row.state == "here"), None)
        self._section.say(rows[here].title if here is not None else "")
        self._place.say(word("rail.place", place=here + 1, all=len(rows)) if here is not None else "")
        self._bar.update()

    def place(self) -> str:
        """Say how far along one is."""
        return self._place.plain

    def open_menu(self, under: QWidget) -> None:
        """Unfold all sections under a button."""
        unfold(under, word("rail.all"), [
            Offer(said_of(row), partial(self.chosen.emit, row.name) if row.reachable else None, STATE_ICON[row.state])
            for row in self._rows
        ])  # fmt: skip
