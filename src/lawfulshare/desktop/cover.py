"""The cover of a hidden window: neutral, and nothing of a case on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, dress, row
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.labels import Words
from lawfulshare.wording import Wording


class Cover(QWidget):
    """Lies over the whole window while it is hidden."""

    lifted = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "paper")
        self.setAccessibleName(words("window.cover.title"))
        self._back = PlainButton(words("window.cover.button"))
        self._back.setObjectName("cover.back")
        self._back.clicked.connect(self.lifted)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(box(row(None, Words(words("window.cover.sentence"), "small", "ink3", wrap=False), None)))
        column.addWidget(box(row(None, self._back, None)))
        column.addStretch(1)
        self.hide()

    def lay(self, window: QWidget) -> None:
        """Cover the window."""
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
