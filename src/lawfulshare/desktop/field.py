"""One question on the page: its words, its help, its error, and the control that answers it."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from lawfulshare.desktop import disclosure
from lawfulshare.desktop.brand import clear
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.cards import NoteList
from lawfulshare.desktop.explaining import terms_of
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.form import Choice, Question

LawReader: TypeAlias = Callable[[str], disclosure.LawText | None]


class Field(QGroupBox):
    """A question bound to one place of the case; kinds of answer are its subclasses.

    `said` tells a new answer (None: not known), `left_open` that the person chose to leave it open, `entered` that
    Return was pressed in a line of text.
    """

    said = Signal(object)
    left_open = Signal()
    entered = Signal()

    def __init__(self, question: Question, path: str, *, heading: str = "strong", law_text: LawReader) -> None:
        super().__init__()
        self.question, self.path, self.value = question, path, None
        self._law_text = law_text
        self.setTitle(question.text)
        self.setAccessibleName(question.text)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.heading = Words(question.text, heading)
        self._column.addWidget(self.heading)
        self._asks = QVBoxLayout()
        self._hint: Words | None = None
        if question.hint:
            self._column.addSpacing(theme.gap(4 if heading == "question" else 2))
            self._hint = Words(question.hint, "lead" if heading == "question" else "small", "ink2")
            self._column.addWidget(self._hint)
        if (terms := terms_of(question.text, question.hint or "")) is not None:
            self._column.addSpacing(theme.gap(2))
            self._column.addWidget(terms)
        self._error_row, self._error = _error_line()
        self._column.addWidget(self._error_row)
        self.notes = NoteList(above=6)
        self._column.addWidget(self.notes)
        self._column.addSpacing(theme.gap(14 if heading == "question" else 7))

    def show_value(self, value: Any) -> None:
        """Show the answer that stands in the case."""
        self.value = value

    def complain(self, error: str) -> None:
        """Say above the control what is wrong with the answer; an empty text takes the words away."""
        self._error.say(error)
        self._error_row.setVisible(bool(error))
        self.mark_wrong(bool(error))
        self._describe()

    def _describe(self) -> None:
        """Tell a screen reader, at the field and at its controls, what is wrong and what is worth another look."""
        told = [part for part in (self._error.plain, *self.notes.texts) if part]
        self.setAccessibleDescription(" ".join([*told, self.question.hint or ""]).strip())
        for control in self.controls():
            own = control.property("own_description")
            control.setAccessibleDescription(" ".join([*told, own or ""]).strip())

    def note(self, texts: Sequence[str]) -> None:
        """Say calmly what does not fit with this answer, or is worth another look; nothing takes the words away."""
        if self.notes.show_texts(texts):
            self._describe()

    def controls(self) -> Sequence[QWidget]:
        """Give what answers the question, in the order of the page."""
        return ()

    def mark_wrong(self, wrong: bool) -> None:
        """Frame the control as faulty, or not."""
        for control in self.controls():
            control.setProperty("invalid", wrong)
            control.style().unpolish(control)
            control.style().polish(control)

    def focus_first(self) -> None:
        """Put the focus on the control, or on the chosen one of several."""
        if controls := self.controls():
            controls[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Tell an answer that is still being typed."""

    def offer(self, options: Sequence[Choice]) -> None:
        """Offer other answers to choose from, where the case's own entries are the answers."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the title is for a screen reader; the words stand in a label."""

    def minimumSizeHint(self) -> QSize:
        """Be no wider than what stands inside: a long title must not widen the page."""
        return self._column.minimumSize()

    def space_above(self, gap: int) -> None:
        """Keep a distance from what stands above."""
        self._column.setContentsMargins(0, gap, 0, 0)

    def ask_about(self, card: QWidget | None) -> None:
        """Show under the control what an answer would do, in place of what stands there; None takes it away."""
        clear(self._asks)
        if card is not None:
            self._asks.addSpacing(theme.gap(8))
            self._asks.addWidget(card)

    def _tell(self, value: Any) -> None:
        self.value = value
        if self._error_row.isVisibleTo(self):
            self.complain("")
        self.said.emit(value)

    def _finish(self, *, may_leave_open: bool) -> None:
        """Add the layers of help and the way to leave the question open under the control."""
        self._column.addLayout(self._asks)
        helps: list[QWidget] = []
        if self.question.example:
            helps.append(disclosure.examples(self.question.example))
        texts = tuple(text for name in self.question.law if (text := self._law_text(name)) is not None)
        if texts:
            helps.append(disclosure.law(texts))
        for help_ in helps:
            self._column.addSpacing(theme.gap(8))
            self._column.addWidget(help_)
        if may_leave_open:
            leave = QuietButton(word("answer.leave_open"), "circle-dashed")
            leave.setAccessibleName(f"{word('answer.leave_open')}: {self.question.text}")
            leave.clicked.connect(self._leave_open)
            self._column.addSpacing(theme.gap(8))
            self._column.addWidget(leave)

    def _leave_open(self) -> None:
        self.show_value(None)
        self._tell(None)
        self.left_open.emit()


def _error_line() -> tuple[QWidget, Words]:
    """Make the line above the control that says what is wrong: icon and bold words in red."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, theme.gap(8), 0, 0)
    line.setSpacing(theme.gap(8))
    words = Words("", "label", "urgent")
    line.addWidget(Icon("circle-alert", "urgent", 18), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    row.hide()
    return row, words
