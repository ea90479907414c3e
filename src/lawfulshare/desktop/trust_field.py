"""A key met for the first time: what its owner reads out of its fingerprint is typed and compared."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, row
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say_now
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.record.trusting import FEWEST_COMPARED
from lawfulshare.wording import Wording


class TrustField(QWidget):
    """A label, the input, the error above it, and the button. It reports what was typed and compares nothing itself."""

    compared = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label, self._hint = (
            words("window.verify.trust_label", fewest=FEWEST_COMPARED),
            words("window.verify.trust_hint"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(5))
        column.addWidget(Words(label, "label"))
        column.addWidget(Words(self._hint, "small", "ink2"))
        self._error = Words("", "label", "urgent")
        self._error_line = box(row(Icon("circle-alert", "urgent", 18), self._error, gap=8))
        self._error_line.hide()
        column.addWidget(self._error_line)
        self.input = QLineEdit()
        self.input.setObjectName("verify.fingerprint")
        self.input.setAccessibleName(label)
        self.input.setAccessibleDescription(self._hint)
        self.input.setProperty("radius", tokens()["radius"]["control"])
        self.input.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.input.returnPressed.connect(self._give)
        self._deed = PlainButton(words("window.verify.trust"), "key-round", small=True)
        self._deed.setObjectName("verify.trust")
        self._deed.clicked.connect(self._give)
        column.addWidget(self.input)
        column.addSpacing(theme.gap(6))
        column.addWidget(box(row(self._deed, None)))

    def complain(self, error: str) -> None:
        """Say above the field why the key is not trusted, and put the focus there."""
        self._error.say(error)
        self._error_line.show()
        self.input.setAccessibleDescription(f"{error} {self._hint}")
        self.input.setProperty("invalid", True)
        self.input.style().unpolish(self.input)
        self.input.style().polish(self.input)
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        say_now(self.input, error)

    def _give(self) -> None:
        self.compared.emit(self.input.text())
