"""Unlocks the drafts by a passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import Logo, box, row
from lawfulshare.desktop.buttons import PrimaryButton
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.passphrase import PassphraseField
from lawfulshare.wording import Wording


class Unlock(QWidget):
    """Asks for the passphrase; it reports what was typed."""

    given = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("window.unlock.title"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(widest=480, margins=(72, 48, 32))
        column.add(box(row(Logo(34), None)))
        column.add(Words(words("window.unlock.title"), "question"), 18)
        column.add(Words(words("window.unlock.hint"), "lead", "ink2"), 6)
        self.field = PassphraseField(words("window.unlock.label"), words)
        self.field.entered.connect(self._give)
        column.add(self.field, 20)
        self._open = PrimaryButton(words("window.unlock.open"), "lock-open")
        self._open.setObjectName("unlock.open")
        self._open.clicked.connect(self._give)
        column.add(box(row(self._open, None)), 16)
        column.end()
        outer.addWidget(column)

    def focus_first(self) -> None:
        """Put the focus into the field."""
        self.field.focus()

    def complain(self, error: str) -> None:
        """Say why it did not open."""
        self._say_busy(False)
        self.field.complain(error)
        self.field.input.selectAll()
        self.field.focus()

    def _give(self) -> None:
        if not self.field.text():
            self.complain(self._words("window.unlock.empty"))
            return
        self._say_busy(True)
        self.given.emit(self.field.text())

    def _say_busy(self, busy: bool) -> None:
        self._open.setText(self._words("window.unlock.opening" if busy else "window.unlock.open"))
        self._open.updateGeometry()
