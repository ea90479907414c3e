"""Help in three layers: a sentence that always stands, what counts in plain words, and what the law says."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, stack
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.explaining import terms_of
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.theme import theme


class LawText(NamedTuple):
    """What the third layer shows of one provision."""

    title: str
    text: str
    citation: str
    state: str = ""


class Disclosure(QWidget):
    """A line that opens a well under it; the body is made when it is first opened."""

    opened = Signal(bool)

    def __init__(self, title: str, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._button = QuietButton(title, "chevron-right")
        self._button.clicked.connect(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(4))
        self._column.addWidget(self._button)
        self._well: QFrame | None = None
        self._tell()

    def toggle(self) -> None:
        """Open the well, or close it."""
        if self._well is None:
            self._well = QFrame()
            self._well.setProperty("kind", "well")
            inside = QVBoxLayout(self._well)
            inside.setContentsMargins(theme.gap(18), theme.gap(14), theme.gap(18), theme.gap(14))
            inside.addWidget(self._make())
            self._column.addWidget(self._well)
            self._well.show()
        else:
            self._well.setVisible(self._well.isHidden())
        self._tell()
        self.opened.emit(self.is_open())

    def is_open(self) -> bool:
        """Tell whether the well is shown."""
        return self._well is not None and not self._well.isHidden()

    def _tell(self) -> None:
        self._button.icon_name = "chevron-down" if self.is_open() else "chevron-right"
        self._button.setAccessibleDescription(word("help.open" if self.is_open() else "help.closed"))
        self._button.update()


def examples(text: str) -> Disclosure:
    """Make the second layer: what counts, in plain words."""
    return Disclosure(word("help.what_counts"), lambda: _explained(Words(text, "small"), text))


def law(texts: tuple[LawText, ...]) -> Disclosure:
    """Make the third layer: the text of the law, its citation, its date and state of force."""
    title = word("help.the_law_says", law=texts[0].title) if len(texts) == 1 else word("help.the_law_says_all")
    return Disclosure(title, lambda: _provisions(texts))


def _explained(words: Words, text: str) -> QWidget:
    """Put the buttons of the words that need explaining under a text."""
    terms = terms_of(text)
    return words if terms is None else box(stack(words, terms, gap=2))


def _provisions(texts: tuple[LawText, ...]) -> QWidget:
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.gap(6))
    for text in texts:
        column.addWidget(Words(text.title, "label"))
        column.addWidget(_explained(Words(text.text, "small"), text.text))
        column.addWidget(Words(text.citation, "small", "ink2"))
        if text.state:
            column.addWidget(Words(text.state, "small", "ink2"))
    return box
