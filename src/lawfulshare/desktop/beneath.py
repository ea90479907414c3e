"""What a page shows beneath its questions: a part of the case that is no field, told anew after each answer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desktop.brand import clear
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording

LEAST_BESIDE = 460


class Beneath(QWidget):
    """A part of a page. It keeps nothing of the case: it reports an answer, or how the case is to be changed."""

    said = Signal(str, object)
    changed = Signal(object)
    gone_to = Signal(str)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.words = words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.gap(12))

    def show_work(self, work: CaseInHand) -> None:
        """Show the case as it stands."""

    def anew(self, layout: QLayout | None = None) -> "Refilled":
        """Fill a part again, once a layout's content is taken away; the focus comes back to what has the same name."""
        return Refilled(self, layout)


class Refilled:
    """Holds the place of the focus while a part is filled again."""

    def __init__(self, part: QWidget, layout: QLayout | None) -> None:
        self._part, self._layout = part, layout

    def __enter__(self) -> None:
        had = self._part.window().focusWidget()
        self._name = had.objectName() if had is not None and self._part.isAncestorOf(had) else ""
        if self._layout is not None:
            clear(self._layout)

    def __exit__(self, *_: object) -> None:
        found = self._part.findChild(QWidget, self._name) if self._name else None
        if found is not None:
            found.setFocus()


class SideBySide(QWidget):
    """Words with their deeds beside them; under them where there is little room."""

    def __init__(self, words: QWidget, deeds: QWidget) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.gap(12))
        self._box.addWidget(words, 1)
        self._box.addWidget(deeds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where there is little room."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(LEAST_BESIDE)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
