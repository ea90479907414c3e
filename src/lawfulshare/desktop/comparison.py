"""What adds up: each statement against each source, how it stands, and what that would change in the answer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import read
from lawfulshare.case.triangulation import Column, Line, Standing, Table, Voice
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desktop.beneath import Beneath, SideBySide
from lawfulshare.desktop.brand import box, row, stack
from lawfulshare.desktop.buttons import IconButton, MenuButton, PlainButton
from lawfulshare.desktop.cards import Card, outcome_word
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.desktop.unfolding import Offer, unfold
from lawfulshare.guide.naming import question_called
from lawfulshare.guide.triangulation import forget, hear_from, may_bear_on, suggested, table
from lawfulshare.wording import Wording

VOICES: tuple[Voice, ...] = ("agrees", "contradicts", "silent")
LOOK: dict[Voice, tuple[str, str]] = {
    "agrees": ("check", "share"),
    "contradicts": ("x", "urgent"),
    "silent": ("minus", "ink2"),
}
STANDS: dict[Standing, tuple[str, str]] = {
    "borne_out": ("circle-check", "share"),
    "contradicted": ("triangle-alert", "limited"),
    "one_source": ("user", "ink2"),
    "nobody": ("circle-dashed", "ink2"),
}
KEYS: dict[Qt.Key, Voice] = {Qt.Key.Key_A: "agrees", Qt.Key.Key_C: "contradicts", Qt.Key.Key_S: "silent"}
STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
LEAST_CELL, LEAST_SAID = 190, 250


class VoiceButton(MenuButton):
    """What one source says to one statement; a menu, or the letters A, C and S; arrows go to the next cell."""

    voice_chosen = Signal(str)
    stepped = Signal(int, int)

    def __init__(self, voice: Voice, name: str, words: Wording) -> None:
        super().__init__(words(f"seeking.voice.{voice}"))
        self._words, self._voice = words, voice
        self.setAccessibleName(f"{name}: {self.text()}")
        self.setAccessibleDescription(words("seeking.adds_up.keys"))
        self.clicked.connect(self._open)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a letter for an answer, and an arrow for a step."""
        key = Qt.Key(event.key())
        if key in KEYS and not event.modifiers():
            self.voice_chosen.emit(KEYS[key])
        elif key in STEPS and not event.modifiers():
            self.stepped.emit(*STEPS[key])
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        unfold(self, self.accessibleName(), [
            Offer(self._words(f"seeking.voice.{voice}"), partial(self.voice_chosen.emit, voice),
                  chosen=voice == self._voice)
            for voice in VOICES
        ])  # fmt: skip


class Comparison(Beneath):
    """A table where there is room, else one card a statement; and beneath it what each statement changes."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self._work: CaseInHand | None = None
        self._case: CaseFile | None = None
        self._stacked: bool | None = None
        self._heading = Words(words("seeking.adds_up.heading"), "heading")
        self._place, self._effects = stack(), stack(gap=12)
        self._adder = self._make_adder()
        for part in (self._heading, box(self._place), self._adder, box(self._effects)):
            self.column.addWidget(part)

    def show_work(self, work: CaseInHand) -> None:
        """Show the statements as they stand."""
        if work.case is self._case:
            return
        self._work, self._case = work, work.case
        told = table(work.case)
        for part in (self._heading, self._adder):
            part.setVisible(bool(told.lines))
        self._lay(told)
        with self.anew(self._effects):
            offered = may_bear_on(work.walk)
            bearing = [line for line in told.lines if line.statement.bears_on in offered]
            if bearing:
                self._effects.addSpacing(theme.gap(12))
                self._effects.addWidget(Words(self.words("seeking.adds_up.changes"), "heading"))
            for line in bearing:
                self._effects.addWidget(self._effect(line, work))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between table and cards when the room changes."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self._lay_again)

    def _lay_again(self) -> None:
        if self._case is not None and self._stacks(told := table(self._case)) != self._stacked:
            self._lay(told)

    def _stacks(self, told: Table) -> bool:
        return self.width() < theme.px(LEAST_SAID) + len(told.columns) * theme.px(LEAST_CELL)

    def _lay(self, told: Table) -> None:
        self._stacked = self._stacks(told)
        with self.anew(self._place):
            if told.lines and not told.columns:
                empty = Card("missing")
                empty.body.addWidget(Words(self.words("seeking.adds_up.nobody_asked"), "small", "ink2"))
                self._place.addWidget(empty)
            elif told.lines:
                self._place.addWidget(self._cards(told) if self._stacked else self._rows(told))

    def _rows(self, told: Table) -> QWidget:
        whole = Card("card", (0, 0))
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setColumnStretch(0, 7)
        grid.addWidget(_cell(Words(self.words("seeking.adds_up.said"), "label", "ink2"), ruled=False), 0, 0)
        for across, column in enumerate(told.columns, 1):
            grid.setColumnStretch(across, 4)
            grid.addWidget(self._source(column), 0, across)
        for down, line in enumerate(told.lines, 1):
            grid.addWidget(self._statement(line), down, 0)
            for across in range(len(told.columns)):
                grid.addWidget(_cell(self._voice(told, down - 1, across)), down, across + 1)
        whole.body.addLayout(grid)
        return whole

    def _cards(self, told: Table) -> QWidget:
        pile = stack(gap=12)
        for down, line in enumerate(told.lines):
            card = Card("card", (4, 4))
            card.body.addWidget(self._statement(line))
            for across, column in enumerate(told.columns):
                source = self._source(column) if down == 0 else _cell(Words(column.label, "label"))
                card.body.addWidget(source)
                card.body.addWidget(box(stack(self._voice(told, down, across), margins=(14, 0, 14, 8))))
            pile.addWidget(card)
        return box(pile)

    def _source(self, column: Column) -> QWidget:
        """Head of a column; a source that was named in words can be taken out."""
        assert self._case is not None
        if any(one.id == column.source for one in self._case.enquiries or ()):
            return _cell(Words(column.label, "label"), ruled=self._stacked is True)
        away = IconButton(self.words("seeking.adds_up.forget", source=column.label), "x", small=True)
        away.setObjectName(f"adds_up.forget.{column.source}")
        away.clicked.connect(lambda: self.changed.emit(lambda case: forget(case, column.source)))
        head = row(gap=4)
        head.addWidget(Words(column.label, "label"), 1)
        head.addWidget(away)
        return _cell(box(head), ruled=self._stacked is True)

    def _statement(self, line: Line) -> QWidget:
        icon, tone = STANDS[line.standing]
        stands = row(gap=6)
        stands.addWidget(Icon(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        stands.addWidget(Words(self.words(f"seeking.standing.{line.standing}"), "caption", "ink2"), 1)
        return _cell(
            Words(line.statement.says or word("entries.not_named"), "strong"), box(stands), ruled=self._stacked is False
        )

    def _voice(self, told: Table, down: int, across: int) -> QWidget:
        line, column = told.lines[down], told.columns[across]
        voice = line.voices[across]
        named = self.words("seeking.adds_up.cell", source=column.label, says=line.statement.says or "")
        button = VoiceButton(voice, named, self.words)
        button.setObjectName(f"adds_up.{line.statement.id}.{column.source}")
        button.voice_chosen.connect(self._hears(line.statement.id, column.source))
        button.stepped.connect(lambda by, over: self._step(told, down + by, across + over))
        icon, tone = LOOK[voice]
        return box(row(Icon(icon, tone, 18), button, None, gap=8))

    def _hears(self, statement: str, source: str) -> Callable[[Voice], None]:
        return lambda voice: self.changed.emit(lambda case: hear_from(case, statement, source, voice))

    def _step(self, told: Table, down: int, across: int) -> None:
        if 0 <= down < len(told.lines) and 0 <= across < len(told.columns):
            name = f"adds_up.{told.lines[down].statement.id}.{told.columns[across].source}"
            if (found := self.findChild(VoiceButton, name)) is not None:
                found.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_adder(self) -> QWidget:
        words = self.words
        self.source = QLineEdit()
        self.source.setObjectName("adds_up.source")
        self.source.setAccessibleName(words("seeking.adds_up.other"))
        self.source.setProperty("radius", tokens()["radius"]["control"])
        add = PlainButton(words("seeking.adds_up.add"), "plus", small=True)
        add.setObjectName("adds_up.add")
        add.clicked.connect(self._add)
        self.source.returnPressed.connect(self._add)
        typed = stack(Words(words("seeking.adds_up.other"), "label"), SideBySide(self.source, add), gap=4)
        return box(typed)

    def _add(self) -> None:
        name = self.source.text().strip()
        if name and self._case is not None and self._case.statements:
            first = self._case.statements[0].id
            if name not in [column.label for column in table(self._case).columns]:
                self.changed.emit(lambda case: hear_from(case, first, name, "silent"))
            self.source.clear()

    def _effect(self, line: Line, work: CaseInHand) -> QWidget:
        words, path = self.words, line.statement.bears_on
        assert path is not None
        asked = question_called(work.case, path)
        now = read(work.case, path)
        card = Card("card", (16, 12))
        card.body.addWidget(Words(line.statement.says or word("entries.not_named"), "strong"))
        answered = word({True: "answer.holds", False: "answer.fails", None: "answer.not_known"}[now])
        card.body.addWidget(Words(words("seeking.adds_up.bears_on", question=asked, answer=answered), "small", "ink2"))
        so, not_so = (outcome_word(work.what_if({path: answer}).outcome) for answer in (True, False))
        key = "same" if so == not_so else "differs"
        card.body.addWidget(Words(words(f"seeking.adds_up.{key}", so=so, other=not_so), "small"))
        answer = suggested(line)
        if answer is None:
            card.body.addWidget(Words(words("seeking.adds_up.unsettled"), "small", "ink2"))
        elif answer == now:
            card.body.addWidget(Words(words("seeking.adds_up.stands"), "small", "share"))
        else:
            said = word("answer.holds" if answer else "answer.fails")
            over = PlainButton(words("seeking.adds_up.take_over", answer=said), "check", small=True)
            over.setObjectName(f"adds_up.take.{line.statement.id}")
            over.setAccessibleDescription(asked)
            over.clicked.connect(lambda: self.said.emit(path, answer))
            card.body.addSpacing(theme.gap(4))
            card.body.addWidget(over)
        return card


def _cell(*parts: QWidget, ruled: bool = True) -> Card:
    made = Card("cell" if ruled else "plain", (14, 9))
    for part in parts:
        made.body.addWidget(part)
    made.body.addStretch(1)
    return made
