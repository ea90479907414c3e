"""Small windows on top: a question whose two buttons name their deeds, and something to read."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, row
from lawfulshare.desktop.buttons import DangerButton, PlainButton
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.focus_ring import FocusRing
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme


class _Dialog(QDialog):
    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self._ring = FocusRing(self)


class Question(_Dialog):
    """Asks before something is taken away; Esc is the safe answer."""

    def __init__(
        self, title: str, follows: str, *, keep: str, deed: str, done: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.column.setContentsMargins(*(theme.gap(24),) * 4)
        self.column.setSpacing(theme.gap(12))
        self.setFixedWidth(min(theme.px(480), max(360, parent.window().width() - 40)))
        self.column.addWidget(Words(title, "title"))
        self.column.addWidget(Words(follows, "body", "ink2"))
        self.keep, self.deed = PlainButton(keep), DangerButton(deed)
        self.keep.clicked.connect(self.reject)
        self.deed.clicked.connect(self.accept)
        self.accepted.connect(done)
        self.column.addWidget(box(row(None, self.keep, self.deed, gap=10)))
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)


class Reading(_Dialog):
    """Something to read: a title and a scrolling column; Esc or the button closes it."""

    def __init__(self, title: str, close: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.column.setContentsMargins(0, 0, 0, theme.gap(12))
        self.body = Column(widest=700, margins=(24, 28, 16))
        self.body.add(Words(title, "title"))
        self.column.addWidget(self.body, 1)
        self._close = PlainButton(close)
        self._close.clicked.connect(self.reject)
        self.column.addWidget(box(row(None, self._close, margins=(28, 0, 28, 0))))
        window = parent.window()
        self.resize(min(theme.px(760), window.width() - 40), max(360, window.height() - 60))

    def show_reading(self) -> None:
        """Show it, with the focus on its button."""
        self.body.end()
        self.open()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)


class Over(_Dialog):
    """A room laid over what is on the screen; Esc or its own way back closes it."""

    def __init__(self, title: str, room: QWidget, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(room)
        window = parent.window()
        self.resize(max(360, window.width() - 60), max(360, window.height() - 60))
