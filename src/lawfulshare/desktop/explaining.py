"""Words that need explaining: a small button each under the text, which opens the meaning in place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, frame, stack
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.flowing import Flow
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.glossary import Explained, explained

MOST = 4
"""More words than this are in the list of the glossary; a question must stay a question."""


class Terms(QWidget):
    """The words of a text that the glossary explains. The focus stays on the button whose meaning is opened."""

    def __init__(self, terms: Sequence[Explained], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(_as_high_as_needed())
        self._open: QuietButton | None = None
        self.buttons: list[QuietButton] = []
        line = Flow(14)
        for one in terms[:MOST]:
            button = QuietButton(one.term[:1].upper() + one.term[1:], "book-open")
            button.setAccessibleName(word("terms.what_is", term=one.term))
            button.setAccessibleDescription(word("help.closed"))
            button.clicked.connect(lambda _=False, button=button, one=one: self._toggle(button, one))
            self.buttons.append(button)
            line.addWidget(button)
        self._meaning = Words("", "small")
        self._well = frame("well", stack(self._meaning, margins=(14, 10, 14, 10)))
        self._well.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        row = box(line)
        row.setSizePolicy(_as_high_as_needed())
        column.addWidget(row)
        column.addWidget(self._well)

    @property
    def meaning(self) -> str:
        """Give the meaning that is shown; empty while none is."""
        return "" if self._well.isHidden() else self._meaning.plain

    def _toggle(self, button: QuietButton, one: Explained) -> None:
        before, self._open = self._open, None if self._open is button else button
        for each in (before, button):
            if each is not None:
                is_open = each is self._open
                each.icon_name = "chevron-down" if is_open else "book-open"
                each.setAccessibleDescription(word("help.open" if is_open else "help.closed"))
                each.update()
        self._meaning.say(f"**{one.term[:1].upper()}{one.term[1:]}.** {one.means}")
        self._well.setVisible(self._open is not None)
        if self._open is not None:
            say(button, one.means)


def terms_of(*texts: str) -> Terms | None:
    """Make the buttons for the words of some texts; None where there is nothing to explain."""
    found = {one.term: one for text in texts for one in explained(text)}
    return Terms(tuple(found.values())) if found else None


def _as_high_as_needed() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
