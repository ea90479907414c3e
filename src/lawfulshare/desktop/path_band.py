"""The path across the top of a page: alert, look, explore, pass on; where one stands, and what the step means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, row
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.path import OnThePath
from lawfulshare.wording import Wording

LEAST_ACROSS = 520
LOOK = {"behind": ("circle-check", "accent"), "here": ("map-pin", "accent"), "ahead": ("circle", "ink2")}


class PathBand(QWidget):
    """Four steps in a row with the one where one stands in words; in a narrow page that one alone."""

    page_chosen = Signal(str)

    def __init__(self, steps: tuple[OnThePath, ...], words: Wording) -> None:
        super().__init__()
        here = next(place for place, one in enumerate(steps) if one.standing == "here")
        name = words(f"seeking.path.{steps[here].step}.name")
        self.setAccessibleName(words("seeking.path.place", number=here + 1, all=len(steps), step=name))
        self._across = self._row(steps, words)
        self._alone = Words(self.accessibleName(), "label", "accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.gap(14))
        column.setSpacing(theme.gap(2))
        column.addWidget(self._across)
        column.addWidget(self._alone)
        column.addWidget(Words(words(f"seeking.path.{steps[here].step}.means"), "small", "ink2"))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the row where there is room for it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= theme.px(LEAST_ACROSS)
        self._across.setVisible(wide)
        self._alone.setVisible(not wide)

    def _row(self, steps: tuple[OnThePath, ...], words: Wording) -> QWidget:
        line = row(gap=8)
        for place, one in enumerate(steps):
            if place:
                line.addWidget(Icon("chevron-right", "ink3", 16), 0, Qt.AlignmentFlag.AlignVCenter)
            name = words(f"seeking.path.{one.step}.name")
            icon, tone = LOOK[one.standing]
            if one.standing == "here" or one.page is None:
                line.addWidget(Icon(icon, tone, 18), 0, Qt.AlignmentFlag.AlignVCenter)
                line.addWidget(Words(name, "label", "ink" if one.standing == "here" else "ink2", wrap=False))
                continue
            go = QuietButton(name, icon)
            go.setObjectName(f"path.{one.step}")
            go.setAccessibleName(words(f"seeking.path.{one.standing}", step=name))
            go.clicked.connect(lambda _=False, page=one.page: self.page_chosen.emit(page))
            line.addWidget(go)
        line.addStretch(1)
        return box(line)
