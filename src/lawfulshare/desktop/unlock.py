"""Unlocks the drafts, by a passphrase or by the system's keyring."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import Logo, box, row
from lawfulshare.desktop.buttons import PrimaryButton
from lawfulshare.desktop.cards import Banner
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.passphrase import PassphraseField
from lawfulshare.desktop.speech import say_now
from lawfulshare.wording import Wording


class Unlock(QWidget):
    """Asks for the passphrase, or to open again; it reports what was typed, None where the keyring keeps the key."""

    given = Signal(object)

    def __init__(self, words: Wording, by_passphrase: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._by_passphrase = words, by_passphrase
        self.setAccessibleName(words("window.unlock.title"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(widest=480, margins=(72, 48, 32))
        column.add(box(row(Logo(34), None)))
        column.add(Words(words("window.unlock.title"), "question"), 18)
        column.add(Words(words("window.unlock.hint" if by_passphrase else "window.unlock.keyring"), "lead", "ink2"), 6)
        self._trouble = Banner("urgent", "circle-alert", "")
        self._trouble.hide()
        column.add(self._trouble, 12)
        self.field = PassphraseField(words("window.unlock.label"), words)
        self.field.entered.connect(self._give)
        self.field.setVisible(by_passphrase)
        column.add(self.field, 20)
        self._open = PrimaryButton(words("window.unlock.open"), "lock-open")
        self._open.setObjectName("unlock.open")
        self._open.clicked.connect(self._give)
        column.add(box(row(self._open, None)), 16)
        column.end()
        outer.addWidget(column)

    def focus_first(self) -> None:
        """Put the focus into the field, or on the button."""
        if self._by_passphrase:
            self.field.focus()
        else:
            self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, error: str) -> None:
        """Say why it did not open."""
        self._say_busy(False)
        say_now(self, error)
        if not self._by_passphrase:
            self._trouble.words.say(error)
            self._trouble.show()
            return
        self.field.complain(error)
        self.field.input.selectAll()
        self.field.focus()

    def _give(self) -> None:
        if not self._by_passphrase:
            self._say_busy(True)
            self.given.emit(None)
            return
        if not self.field.text():
            self.complain(self._words("window.unlock.empty"))
            return
        self._say_busy(True)
        self.given.emit(self.field.text())

    def _say_busy(self, busy: bool) -> None:
        self._open.setText(self._words("window.unlock.opening" if busy else "window.unlock.open"))
        self._open.updateGeometry()
