"""The answer so far, what decides it, what is open, what the law says."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import KeyCap, box, clear, dress, row, second_line, stack
from lawfulshare.desktop.buttons import IconButton, PlainButton, QuietButton
from lawfulshare.desktop.cards import Chip, OutcomeCard, outcome_word, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.telling import Reason, StillOpen, Telling
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording

MOST_OPEN = 4


class ReasoningPanel(QWidget):
    """The answer so far. It reports which open question to go to, and which law to show."""

    go_pressed = Signal(str)
    whole_pressed = Signal()
    law_pressed = Signal(str)
    close_pressed = Signal()

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
        self._coming = stack(gap=8)
        self._reasons, self._warned, self._open, self._changes = stack(gap=8), stack(gap=8), stack(gap=10), stack(gap=6)
        column.add(Words(words("window.panel.decides"), "label"), 14)
        column.add(box(self._reasons), 4)
        self._whole = QuietButton(words("window.panel.whole"), "git-fork")
        self._whole.clicked.connect(self.whole_pressed)
        column.add(box(row(self._whole, None)), 4)
        for part in (self._warned, self._open, self._changes, self._coming):
            column.add(box(part), 4)
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
        self._fill_reasons(telling)
        self._fill_warnings(telling)
        self._fill_coming(telling)
        self._fill_open(telling)
        self._fill_changes(telling)

    def _fill_reasons(self, telling: Telling) -> None:
        clear(self._reasons)
        if not telling.reasons:
            self._reasons.addWidget(Words(self._words("window.panel.decides_nothing"), "small", "ink2"))
        for reason in telling.reasons:
            self._reasons.addWidget(self._reason(reason))
        if telling.outcome is not None and not telling.stands:
            self._reasons.addWidget(self._icon_line("circle-dashed", self._words("window.panel.stands_not"), None))
        if telling.refer_to:
            refer = self._words("window.panel.refer", who=", ".join(telling.refer_to))
            self._reasons.addWidget(self._icon_line("phone", refer, None))

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

    def _fill_warnings(self, telling: Telling) -> None:
        clear(self._warned)
        if not telling.warnings:
            return
        self._warned.addWidget(rule())
        self._warned.addWidget(Words(self._words("window.panel.warnings"), "label"))
        for warning in telling.warnings:
            self._warned.addWidget(self._icon_line("triangle-alert", warning, None, "limited"))

    def _fill_coming(self, telling: Telling) -> None:
        clear(self._coming)
        if not telling.coming:
            return
        self._coming.addWidget(rule())
        self._coming.addWidget(Words(self._words("window.panel.coming"), "label"))
        for line in telling.coming:
            self._coming.addWidget(self._icon_line("calendar-clock", line, None))

    def _fill_open(self, telling: Telling) -> None:
        clear(self._open)
        if not telling.still_open:
            return
        self._open.addWidget(rule())
        title = "window.panel.open" if telling.weighed else "window.panel.weighing"
        self._open.addWidget(Words(self._words(title), "label"))
        for fact in telling.still_open[:MOST_OPEN]:
            self._open.addWidget(self._open_line(fact))
        more = len(telling.still_open) - MOST_OPEN
        if more > 0:
            self._open.addWidget(second_line(self._words("window.panel.open_more", count=more)))

    def _open_line(self, fact: StillOpen) -> QWidget:
        go = PlainButton(self._words("window.panel.go"), small=True)
        go.setAccessibleName(self._words("window.panel.go_name", question=fact.question))
        go.clicked.connect(self._goes(fact.path))
        layout = row(gap=10)
        layout.addWidget(box(stack(Words(fact.question, "label"), second_line(fact.decides), gap=1)), 1)
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return box(layout)

    def _fill_changes(self, telling: Telling) -> None:
        clear(self._changes)
        if not telling.changes:
            return
        self._changes.addWidget(rule())
        self._changes.addWidget(Words(self._words("window.panel.change"), "label"))
        for change in telling.changes:
            self._changes.addWidget(Words(change.says, "small", "ink2"))
            self._changes.addWidget(box(row(Chip.of_outcome(change.outcome), None)))
        if telling.cut_short:
            self._changes.addWidget(second_line(self._words("window.panel.change_cut_short")))

    def _goes(self, path: str) -> Callable[[], None]:
        return lambda: self.go_pressed.emit(path)

    def _asks_law(self, provision: str) -> Callable[[], None]:
        return lambda: self.law_pressed.emit(provision)
