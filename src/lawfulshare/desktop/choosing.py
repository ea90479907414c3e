"""Questions answered by choosing: one of several, several of many, and short answers in a row."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.theme import theme
from lawfulshare.desktop.tiles import CheckTile, RadioTile, Segment
from lawfulshare.guide.form import Choice, Question

BETWEEN = 8
MANY = 6
"""From so many short answers on, check tiles stand in two columns."""
LARGE_TEXT = 1.5


class _Row(QWidget):
    """Short answers beside one another; under one another when they do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons = [item.widget() for place in range(self.box.count()) if (item := self.box.itemAt(place)) is not None]
        wide = sum(button.sizeHint().width() + self.box.spacing() for button in buttons if button is not None)
        fits = wide <= self.width()
        self.box.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


class OneOf(Field):
    """Radio tiles; or, with `in_a_row`, a few short answers beside one another with *not known* among them."""

    def __init__(
        self,
        question: Question,
        path: str,
        options: Sequence[Choice],
        *,
        in_a_row: bool = False,
        heading: str,
        law_text: LawReader,
    ) -> None:
        super().__init__(question, path, heading=heading, law_text=law_text)
        self._in_a_row = in_a_row
        self._group = QButtonGroup(self)
        # A screen reader toggles what a hand clicks: listening for clicks alone would leave its answers unheard.
        self._group.buttonToggled.connect(self._turned)
        self._place = _Row() if in_a_row else QWidget()
        self._box = self._place.box if isinstance(self._place, _Row) else QVBoxLayout(self._place)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.gap(4 if in_a_row else BETWEEN))
        self._buttons: list[RadioTile | Segment] = []
        self._options: tuple[Choice, ...] = ()
        self._column.addWidget(self._place)
        self.offer(options)
        self._finish(may_leave_open=not in_a_row)

    def offer(self, options: Sequence[Choice]) -> None:
        """Offer these answers."""
        if self._options == tuple(options) and self._buttons:
            return
        self._options = tuple(options)
        for old in self._buttons:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        _empty(self._box)
        self._buttons = [self._button(choice.text, choice.hint or "") for choice in self._options]
        if self._in_a_row:
            self._buttons.append(self._button(word("answer.not_known"), ""))
        for button in self._buttons:
            self._group.addButton(button)
            self._box.addWidget(button)
        if not self._buttons:
            self._box.addWidget(Words(word("entries.none_to_choose"), "small", "ink2"))
        elif self._in_a_row:
            self._box.addStretch(1)
        self.show_value(self.value)

    def show_value(self, value: Any) -> None:
        """Show which answer stands, or that none does."""
        super().show_value(value)
        chosen = next((place for place, choice in enumerate(self._options) if choice.value == value), None)
        with QSignalBlocker(self._group):
            if chosen is not None:
                self._buttons[chosen].setChecked(True)
            elif not (self._in_a_row and self._buttons and self._buttons[-1].isChecked()):
                self._group.setExclusive(False)
                for button in self._buttons:
                    button.setChecked(False)
                self._group.setExclusive(True)

    def controls(self) -> Sequence[QWidget]:
        """Give the tiles."""
        return self._buttons

    def mark_wrong(self, wrong: bool) -> None:
        """Frame every tile as part of a faulty answer."""
        for button in self._buttons:
            button.mark_wrong(wrong)

    def focus_first(self) -> None:
        """Put the focus on the chosen tile, else on the first."""
        chosen = self._group.checkedButton()
        if self._buttons:
            (chosen or self._buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, text: str, hint: str) -> RadioTile | Segment:
        button = Segment(text) if self._in_a_row else RadioTile(text, hint)
        button.setProperty("own_description", hint)
        return button

    def _turned(self, _: object, on: bool) -> None:
        if not on:
            return
        place = next(place for place, button in enumerate(self._buttons) if button.isChecked())
        if place < len(self._options):
            self._tell(self._options[place].value)
        else:
            self._tell(None)
            self.left_open.emit()


class SomeOf(Field):
    """Check tiles, with one for *none of these*: no tick at all is not known, and that tick is none."""

    def __init__(
        self,
        question: Question,
        path: str,
        options: Sequence[Choice],
        *,
        none_word: str,
        heading: str,
        law_text: LawReader,
    ) -> None:
        super().__init__(question, path, heading=heading, law_text=law_text)
        self._none_word = none_word
        self._place = QWidget()
        self._grid = QGridLayout(self._place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.gap(BETWEEN))
        self._tiles: list[CheckTile] = []
        self._showing = False
        self._options: tuple[Choice, ...] = ()
        self._column.addWidget(self._place)
        self.offer(options)
        self._finish(may_leave_open=False)

    def offer(self, options: Sequence[Choice]) -> None:
        """Offer these answers."""
        if self._options == tuple(options) and self._tiles:
            return
        self._options = tuple(options)
        for old in self._tiles:
            old.hide()
            old.deleteLater()
        _empty(self._grid)
        self._tiles = [CheckTile(choice.text, choice.hint or "") for choice in self._options]
        if self._options:
            self._tiles.append(CheckTile(self._none_word))
        short = len(self._tiles) > MANY and not any(choice.hint for choice in self._options)
        across = 2 if short and theme.scale <= LARGE_TEXT else 1
        for place, tile in enumerate(self._tiles):
            tile.setProperty("own_description", self._options[place].hint if place < len(self._options) else "")
            tile.toggled.connect(lambda _=False, tile=tile: self._turned(tile))
            self._grid.addWidget(tile, place // across, place % across)
        if not self._tiles:
            self._grid.addWidget(Words(word("entries.none_to_choose"), "small", "ink2"), 0, 0)
        self.show_value(self.value)

    def show_value(self, value: Any) -> None:
        """Show which answers stand."""
        super().show_value(value)
        chosen = set(value or ())
        ticks = [choice.value in chosen for choice in self._options]
        self._tick((*ticks, value is not None and not chosen) if self._tiles else ())

    def controls(self) -> Sequence[QWidget]:
        """Give the tiles."""
        return self._tiles

    def mark_wrong(self, wrong: bool) -> None:
        """Frame every tile as part of a faulty answer."""
        for tile in self._tiles:
            tile.mark_wrong(wrong)

    def _tick(self, ticks: Sequence[bool]) -> None:
        self._showing = True
        for tile, ticked in zip(self._tiles, ticks, strict=False):
            tile.setChecked(ticked)
        self._showing = False

    def _turned(self, tile: CheckTile) -> None:
        if self._showing:
            return
        none = self._tiles[-1]
        if tile is none and none.isChecked():
            self._tick([False] * len(self._options))
            self._tell(())
            return
        ticks = [one.isChecked() for one in self._tiles[:-1]]
        self._tick((*ticks, False))
        ticked = tuple(choice.value for choice, on in zip(self._options, ticks, strict=True) if on)
        self._tell(ticked or None)


def _empty(layout: QBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout; what was in it goes away."""
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
