"""What stands under a text of one's own: myths answered with the real test, and the text read back. Never blocks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from lawfulshare.desktop import disclosure
from lawfulshare.desktop.brand import box, clear, row, stack
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.coaching import Advice
from lawfulshare.guide.glossary import Myth
from lawfulshare.guide.reading_back import NOTHING, ReadBack

MOST_ADVICE = 5


class Advising(QWidget):
    """Cards under a text. `jump` says the place in the text that a piece of advice is about."""

    jump = Signal(int, int)

    def __init__(self, law_text: Callable[[str], disclosure.LawText | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._law_text = law_text
        self._told: ReadBack = NOTHING
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.gap(8), 0, 0)
        self._column.setSpacing(theme.gap(8))
        self.hide()

    @property
    def told(self) -> ReadBack:
        """Give what is shown."""
        return self._told

    def show_read(self, told: ReadBack) -> None:
        """Show what there is to say of the text as it stands; what is new is announced once, politely."""
        if told == self._told:
            return
        before, self._told = self._told, told
        clear(self._column)
        for myth in told.myths:
            self._column.addWidget(self._myth(myth))
        if told.advice:
            self._column.addWidget(self._advice(told.advice))
        self.setVisible(told != NOTHING)
        fresh = [myth.says for myth in told.myths if myth not in before.myths]
        if told.advice and not before.advice:
            fresh.append(word("advice.announce", count=len(told.advice)))
        if fresh:
            say(self, " ".join(fresh))

    def _myth(self, myth: Myth) -> QWidget:
        card = Card("seek", (16, 12))
        lines = stack(
            Words(word("advice.myth", found=myth.found), "overline", "ink2"),
            Words(myth.says, "small"),
            Words(f"**{word('advice.ask')}** {myth.ask}", "small"),
            gap=4,
        )
        texts = tuple(text for name in myth.law if (text := self._law_text(name)) is not None)
        if texts:
            lines.addWidget(disclosure.law(texts))
        across = row(gap=10)
        across.addWidget(Icon("lightbulb", "seek", 20), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(box(lines), 1)
        card.body.addLayout(across)
        return card

    def _advice(self, advice: Sequence[Advice]) -> QWidget:
        card = Card("well", (16, 12))
        card.body.addWidget(Words(word("advice.title"), "label"))
        card.body.addWidget(Words(word("advice.free"), "overline", "ink2"))
        for one in advice[:MOST_ADVICE]:
            card.body.addWidget(self._line(one))
        if len(advice) > MOST_ADVICE:
            card.body.addWidget(Words(word("advice.more", count=len(advice) - MOST_ADVICE), "overline", "ink2"))
        return card

    def _line(self, one: Advice) -> QWidget:
        across = row(gap=8)
        across.addWidget(Icon("pen-line", "limited", 16), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(Words(one.says, "small"), 1)
        if one.end:
            show = QuietButton(word("advice.show"), "arrow-up")
            show.setAccessibleName(word("advice.show_name", says=one.says))
            show.clicked.connect(lambda: self.jump.emit(one.start, one.end))
            across.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return box(across)


def underline(text: QPlainTextEdit, advice: Sequence[Advice]) -> None:
    """Underline in ochre what the advice is about; the text itself, and what undo takes back, are untouched."""
    marked = QTextCharFormat()
    marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    marked.setUnderlineColor(theme.color("limited"))
    found = []
    for one in advice:
        if one.end:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor_at(text, one.start, one.end), marked
            found.append(selection)
    text.setExtraSelections(found)


def cursor_at(text: QPlainTextEdit, start: int, end: int) -> QTextCursor:
    """Give a cursor that holds a stretch of a text; Qt counts a letter outside the first plane as two."""
    typed = text.toPlainText()
    cursor = QTextCursor(text.document())
    cursor.setPosition(_units(typed[:start]))
    cursor.setPosition(_units(typed[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
