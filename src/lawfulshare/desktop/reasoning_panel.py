"""The answer so far, what decides it, what is open, what the law says."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import KeyCap, box, clear, dress, row, second_line, stack
from lawfulshare.desktop.buttons import IconButton, PlainButton, QuietButton
from lawfulshare.desktop.cards import Chip, OutcomeCard, outcome_word, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.kept_lines import KeptLines, Line
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.telling import Change, Reason, StillOpen, Telling
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording

MOST_OPEN, MOST_WARNINGS = 4, 5


class ReasoningPanel(QWidget):
    """The answer so far. It reports which open question to go to, and which law to show."""

    go_pressed = Signal(str)
    whole_pressed = Signal()
    law_pressed = Signal(str)
    close_pressed = Signal()
    suppose_pressed = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._telling: Telling | None = None
        self._as_drawer = False
        self._said: str | None = None
        self.setAccessibleName(words("window.panel.name"))
        dress(self, "paper", "left")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._build()
        theme.changed.connect(self._rebuild)

    def show_telling(self, telling: Telling) -> None:
        """Show an answer; a change of the outcome alone is announced."""
        if telling == self._telling:
            return
        self._telling = telling
        word = outcome_word(telling.outcome)
        if self._said is not None and word != self._said:
            say(self, self._words("window.panel.announce", word=word))
        self._said = word
        self._fill(telling)

    def as_drawer(self, drawer: bool) -> None:
        """Show the close button of a drawer, or the key that comes to the panel."""
        if drawer != self._as_drawer:
            self._as_drawer = drawer
            self._rebuild()

    def focus_first(self) -> None:
        """Put the focus on the first button of the panel."""
        first = self._close if self._as_drawer else self._whole
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first_control(self) -> QWidget:
        """Give the control that the keyboard comes to first."""
        return self._close if self._as_drawer else self._whole

    def _rebuild(self) -> None:
        clear(self._outer)
        self._build()
        if self._telling is not None:
            self._fill(self._telling)

    def _build(self) -> None:
        words = self._words
        column = Column(margins=(12, 20, 12))
        self._close = IconButton(words("window.panel.closed"), "x", small=True)
        self._close.clicked.connect(self.close_pressed)
        key = KeyCap(words("window.keys.panel"))
        self._close.setVisible(self._as_drawer)
        key.setVisible(not self._as_drawer)
        head = Words(words("window.panel.so_far"), "overline", "ink2", wrap=False)
        column.add(box(row(head, None, key, self._close)))
        self._outcome = OutcomeCard()
        column.add(self._outcome, 6)
        self._reasons, self._warned, self._coming = KeptLines(), KeptLines(), KeptLines()
        self._open, self._changes = KeptLines(10), KeptLines(6)
        column.add(Words(words("window.panel.decides"), "label"), 14)
        column.add(self._reasons, 4)
        self._whole = QuietButton(words("window.panel.whole"), "git-fork")
        self._whole.clicked.connect(self.whole_pressed)
        column.add(box(row(self._whole, None)), 4)
        for part in (self._warned, self._open, self._changes, self._coming):
            column.add(part, 4)
        column.end()
        self._outer.addWidget(column, 1)
        self._as_at, self._edition = second_line(""), second_line("")
        foot = row(gap=10, margins=(20, 8, 20, 10))
        foot.addWidget(Icon("scale", "ink2", 16))
        foot.addWidget(box(stack(self._as_at, self._edition)), 1)
        self._outer.addWidget(box(foot, "paper", "top"))

    def _fill(self, telling: Telling) -> None:
        self._outcome.show_outcome(telling.outcome, telling.says)
        self._as_at.say(telling.as_at)
        self._edition.say(telling.edition)
        self._reasons.show_lines(self._deciding(telling))
        self._warned.show_lines(self._warnings(telling))
        self._coming.show_lines(self._still_to_come(telling))
        self._open.show_lines(self._not_known(telling))
        self._changes.show_lines(self._would_change(telling))

    def _deciding(self, telling: Telling) -> Iterator[Line]:
        if not telling.reasons:
            yield self._words_alone("decides_nothing")
        for reason in telling.reasons:
            yield reason, partial(self._reason, reason)
        if telling.outcome is not None and not telling.stands:
            yield self._line_with("circle-dashed", self._words("window.panel.stands_not"))
        if telling.refer_to:
            yield self._line_with("phone", self._words("window.panel.refer", who=", ".join(telling.refer_to)))

    def _reason(self, reason: Reason) -> QWidget:
        line = self._icon_line(reason.icon, reason.says, reason.source)
        if reason.provision is None:
            return line
        button = IconButton(self._words("window.basis.text_name", title=reason.says), "book-open", small=True)
        button.clicked.connect(self._asks_law(reason.provision))
        across = row(gap=6)
        across.addWidget(line, 1)
        across.addWidget(button)
        return box(across)

    def _icon_line(self, icon: str, text: str, source: str | None, tone: str = "ink2") -> QWidget:
        layout = row(gap=10)
        layout.addWidget(Icon(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        lines = stack(Words(text, "small"), gap=1)
        if source:
            lines.addWidget(second_line(source))
        layout.addWidget(box(lines), 1)
        return box(layout)

    def _line_with(self, icon: str, text: str, tone: str = "ink2") -> Line:
        return (icon, text), partial(self._icon_line, icon, text, None, tone)

    def _words_alone(self, key: str) -> Line:
        return key, lambda: Words(self._words(f"window.panel.{key}"), "small", "ink2")

    def _heading(self, key: str) -> Iterator[Line]:
        yield rule, rule
        yield ("heading", key), lambda: Words(self._words(f"window.panel.{key}"), "label")

    def _more(self, count: int) -> Iterator[Line]:
        if count > 0:
            yield ("more", count), lambda: second_line(self._words("window.panel.open_more", count=count))

    def _warnings(self, telling: Telling) -> Iterator[Line]:
        """List the weightiest; each stands beside the answers that it is about as well."""
        if telling.warnings:
            yield from self._heading("warnings")
        for warning in telling.warnings[:MOST_WARNINGS]:
            yield self._line_with("triangle-alert", warning, "limited")
        yield from self._more(len(telling.warnings) - MOST_WARNINGS)

    def _still_to_come(self, telling: Telling) -> Iterator[Line]:
        if telling.coming:
            yield from self._heading("coming")
        for line in telling.coming:
            yield self._line_with("calendar-clock", line)

    def _not_known(self, telling: Telling) -> Iterator[Line]:
        if telling.still_open:
            yield from self._heading("open" if telling.weighed else "weighing")
        for fact in telling.still_open[:MOST_OPEN]:
            yield fact, partial(self._open_line, fact)
        yield from self._more(len(telling.still_open) - MOST_OPEN)

    def _open_line(self, fact: StillOpen) -> QWidget:
        go = PlainButton(self._words("window.panel.go"), small=True)
        go.setAccessibleName(self._words("window.panel.go_name", question=fact.question))
        go.clicked.connect(self._goes(fact.path))
        layout = row(gap=10)
        layout.addWidget(box(stack(Words(fact.question, "label"), second_line(fact.decides), gap=1)), 1)
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return box(layout)

    def _would_change(self, telling: Telling) -> Iterator[Line]:
        if telling.changes:
            yield from self._heading("change")
        for change in telling.changes:
            yield change, partial(self._change, change)
        if telling.changes and telling.cut_short:
            yield "cut short", lambda: second_line(self._words("window.panel.change_cut_short"))

    def _change(self, change: Change) -> QWidget:
        suppose = QuietButton(self._words("what_if.try"), "git-fork")
        suppose.setAccessibleName(self._words("what_if.try_name", what=change.says))
        suppose.clicked.connect(lambda: self.suppose_pressed.emit(dict(change.answers)))
        line = box(row(Chip.of_outcome(change.outcome), None, suppose))
        return box(stack(Words(change.says, "small", "ink2"), line, gap=6))

    def _goes(self, path: str) -> Callable[[], None]:
        return lambda: self.go_pressed.emit(path)

    def _asks_law(self, provision: str) -> Callable[[], None]:
        return lambda: self.law_pressed.emit(provision)
