"""Small windows on top: a question whose two buttons name their deeds, and something to read."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, row
from lawfulshare.desktop.buttons import DangerButton, PlainButton, PrimaryButton
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.focus_ring import FocusRing
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.shortcuts import bind
from lawfulshare.desktop.speech import say_now
from lawfulshare.desktop.theme import theme


class _Dialog(QDialog):
    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self._ring = FocusRing(self)
        window: Any = parent.window()
        for name in ("hide", "lock"):
            if (deed := getattr(window, f"{name}_now", None)) is not None:
                bind(name, self, deed)


def close_everything_on_top() -> None:
    """Close each window that lies over the main one, as Esc does: the safe answer to whatever it asked."""
    for widget in QApplication.topLevelWidgets():
        if not widget.isVisible():
            continue
        if isinstance(widget, QDialog):
            widget.reject()
        elif widget.windowType() is Qt.WindowType.Popup:
            widget.close()


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


class Sheet(_Dialog):
    """A few questions over the page and one deed at the end; Esc leaves everything as it is."""

    given = Signal()

    def __init__(self, title: str, hint: str, *, keep: str, deed: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.column.setContentsMargins(0, 0, 0, theme.gap(16))
        self.body = Column(widest=600, margins=(24, 28, 16))
        self.body.add(Words(title, "title"))
        self.body.add(Words(hint, "body", "ink2"), 6)
        self._trouble = Words("", "label", "urgent")
        self._trouble.hide()
        self.body.add(self._trouble, 8)
        self.column.addWidget(self.body, 1)
        self.keep, self.deed = PlainButton(keep), PrimaryButton(deed)
        self.keep.setObjectName("sheet.keep")
        self.deed.setObjectName("sheet.deed")
        self.keep.clicked.connect(self.reject)
        self.deed.clicked.connect(self.given)
        self.column.addWidget(box(row(None, self.keep, self.deed, gap=10, margins=(28, 0, 28, 0))))
        window = parent.window()
        self.resize(min(theme.px(660), window.width() - 40), min(theme.px(640), max(360, window.height() - 60)))

    def complain(self, trouble: str) -> None:
        """Say what stands in the way; it is announced, and the sheet stays."""
        self._trouble.say(trouble)
        self._trouble.setVisible(bool(trouble))
        if trouble:
            self.body.bring_into_view(self._trouble)
            say_now(self, trouble)


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
