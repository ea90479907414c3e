"""Questions answered by writing: a line, several lines, a list of lines, a number, a day."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from lawfulshare.desktop.advising import Advising, cursor_at, underline
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.days import day_in_short, day_in_words, offered, read_day
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.form import Question
from lawfulshare.guide.reading_back import ReadBack, is_read

PAUSE = 500
"""Milliseconds without a key after which what was typed is told."""
FEWEST_LINES, MOST_LINES = 3, 8
NUMBER_WIDTH, DAY_WIDTH = 120, 260


class TextInput(QPlainTextEdit):
    """A text of several lines that grows with what is typed; Tab leaves it."""

    most = MOST_LINES

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.grow)
        theme.changed.connect(self.grow)
        self.grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines again at the new width."""
        super().resizeEvent(event)
        self.grow()

    def grow(self) -> None:
        """Take as many lines as are written, between three and the most."""
        lines = min(self.most, max(FEWEST_LINES, round(self.document().size().height())))
        around = 2 * theme.gap(9) + 2 * round(self.document().documentMargin()) + 4
        tall = lines * QFontMetrics(theme.font("body")).lineSpacing() + around
        if tall != self.height() or tall != self.minimumHeight():
            self.setFixedHeight(tall)


class Written(Field):
    """A line of text; told after a pause in typing, and when the line is left."""

    widest: int | None = None

    def __init__(self, question: Question, path: str, *, heading: str, law_text: LawReader) -> None:
        super().__init__(question, path, heading=heading, law_text=law_text)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)
        self._showing = False
        self._input = self._make_input()
        self._input.setAccessibleName(question.text)
        self._input.setAccessibleDescription(question.hint or "")
        self._input.setProperty("own_description", question.hint or "")
        self._input.installEventFilter(self)
        self.heading.setBuddy(self._input)
        self._column.addWidget(self._input)
        self._add_below()
        if question.offers:
            self._add_offer(question.offers)
        self._advising: Advising | None = None
        if is_read(question.fact):
            self._advising = Advising(law_text)
            self._advising.jump.connect(self._jump)
            self._column.addWidget(self._advising)
        self._finish(may_leave_open=False)
        self._fit()
        theme.changed.connect(self._fit)

    def show_value(self, value: Any) -> None:
        """Show the answer; a line that is being typed in is left alone."""
        super().show_value(value)
        if self._pause.isActive() or self._read(self._typed()) == value:
            return
        self._showing = True
        self._write(self._shown(value))
        self._showing = False

    def controls(self) -> Sequence[QWidget]:
        """Give the input."""
        return (self._input,)

    def flush(self) -> None:
        """Tell what is typed, or what is wrong with it."""
        self._pause.stop()
        text = self._typed().strip()
        value = self._read(text)
        if value is None and text:
            self.complain(self._wrong())
        elif value != self.value:
            self._tell(value)

    def show_read(self, told: ReadBack) -> None:
        """Show what there is to say of the text as it stands in the case."""
        if self._advising is not None:
            self._advising.show_read(told)
            if isinstance(self._input, QPlainTextEdit) and self._typed().strip() == (self.value or ""):
                underline(self._input, told.advice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what is typed when the focus leaves."""
        if event.type() == QEvent.Type.FocusOut and self._pause.isActive():
            self.flush()
        return False

    def _make_input(self) -> QLineEdit | QPlainTextEdit:
        line = QLineEdit()
        line.textChanged.connect(self._edited)
        line.returnPressed.connect(self._return)
        return line

    def _edited(self) -> None:
        """Wait for a pause in what is written, by keys or by a tool that speaks for them."""
        if not self._showing:
            self._pause.start()

    def _add_offer(self, offers: str) -> None:
        """Add a button that fills in what stands on it: a suggestion, never more."""
        is_day = isinstance(self, DayField)
        words, text = offered(offers, datetime.now(), is_day=is_day)
        button = QuietButton(words, "clock" if offers == "now" else "calendar-clock")
        button.setObjectName(f"offer.{self.path}")
        button.setAccessibleName(f"{words}: {self.question.text}")
        button.clicked.connect(lambda: self._take(text))
        self._column.addWidget(button)

    def _take(self, text: str) -> None:
        self._write(text)
        self.flush()

    def _return(self) -> None:
        self.flush()
        self.entered.emit()

    def _jump(self, start: int, end: int) -> None:
        self._input.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self._input, QPlainTextEdit):
            self._input.setTextCursor(cursor_at(self._input, start, end))

    def _add_below(self) -> None:
        """Add what stands under the input."""

    def _typed(self) -> str:
        return self._input.text() if isinstance(self._input, QLineEdit) else self._input.toPlainText()

    def _write(self, text: str) -> None:
        if isinstance(self._input, QLineEdit):
            self._input.setText(text)
            self._input.setCursorPosition(0)
        else:
            self._input.setPlainText(text)

    def _read(self, text: str) -> Any:
        return text.strip() or None

    def _shown(self, value: Any) -> str:
        return "" if value is None else str(value)

    def _wrong(self) -> str:
        return ""

    def _fit(self) -> None:
        if self.widest is not None:
            self._input.setMaximumWidth(theme.px(self.widest))


class Paragraph(Written):
    """A text of several lines."""

    def _make_input(self) -> QPlainTextEdit:
        text = TextInput()
        text.textChanged.connect(self._edited)
        return text


class Lines(Paragraph):
    """Several texts, one on each line."""

    def _add_below(self) -> None:
        self._column.addSpacing(theme.gap(4))
        self._column.addWidget(Words(word("field.grows"), "small", "ink2"))

    def _read(self, text: str) -> Any:
        return tuple(line.strip() for line in text.splitlines() if line.strip()) or None

    def _shown(self, value: Any) -> str:
        return "\n".join(value or ())


class Number(Written):
    """A whole number."""

    widest = NUMBER_WIDTH

    def _read(self, text: str) -> Any:
        return int(text) if text.strip().isdecimal() else None

    def _wrong(self) -> str:
        return word("error.not_a_number")


class DayField(Written):
    """A day, typed in any usual order of writing; what was understood is said under it."""

    widest = DAY_WIDTH

    def _add_below(self) -> None:
        self._reads = Words(word("field.day_hint"), "small", "ink2")
        self._column.addSpacing(theme.gap(4))
        self._column.addWidget(self._reads)
        assert isinstance(self._input, QLineEdit)
        self._input.textChanged.connect(self._explain)

    def _explain(self, text: str) -> None:
        day = read_day(text)
        self._reads.say(word("field.day_reads", day=day_in_words(day)) if day else word("field.day_hint"))

    def _read(self, text: str) -> Any:
        return read_day(text)

    def _shown(self, value: Any) -> str:
        return day_in_short(value) if value else ""

    def _wrong(self) -> str:
        return word("error.not_a_day")
