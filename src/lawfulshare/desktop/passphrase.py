"""A field for a passphrase: hidden, or shown on request."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, row
from lawfulshare.desktop.buttons import IconButton
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording


class PassphraseField(QWidget):
    """A label, a hint, the input, a button that shows what was typed, and the error above it."""

    entered = Signal()

    def __init__(self, label: str, words: Wording, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._hint = words, hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(5))
        self._label = Words(label, "strong")
        column.addWidget(self._label)
        if hint:
            column.addWidget(Words(hint, "small", "ink2"))
        self._error = Words("", "label", "urgent")
        self._error_line = box(row(Icon("circle-alert", "urgent", 18), self._error, gap=8))
        self._error_line.hide()
        column.addWidget(self._error_line)
        self.input = QLineEdit()
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.input.setAccessibleName(label)
        self.input.setAccessibleDescription(hint)
        self.input.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.input.returnPressed.connect(self.entered)
        self._show = IconButton(words("window.first.show"), "eye")
        self._show.clicked.connect(self._turn)
        line = row(gap=8)
        line.addWidget(self.input, 1)
        line.addWidget(self._show)
        column.addWidget(box(line))

    def rename(self, label: str) -> None:
        """Ask for something else."""
        self._label.say(label)
        self.input.setAccessibleName(label)

    def text(self) -> str:
        """Give what was typed."""
        return self.input.text()

    def complain(self, error: str) -> None:
        """Say what is wrong above the field; an empty text takes the words away."""
        self._error.say(error)
        self._error_line.setVisible(bool(error))
        self.input.setAccessibleDescription(" ".join(part for part in (error, self._hint) if part))
        self.input.setProperty("invalid", bool(error))
        self.input.style().unpolish(self.input)
        self.input.style().polish(self.input)

    def focus(self) -> None:
        """Put the focus into the field."""
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        hidden = self.input.echoMode() == QLineEdit.EchoMode.Password
        self.input.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show.rename(self._words("window.first.hide" if hidden else "window.first.show"))
        self._show.icon_name = "eye-off" if hidden else "eye"
        self._show.update()
