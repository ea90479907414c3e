"""Breaks text into lines: at blanks and after hyphens, and within a word only where it is wider than the column."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from lawfulshare.record.record import Run, Text
from lawfulshare.record.tagging.faces import Style, clean, width

_TOKENS = re.compile(r"\n| +|[^ \n]+")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d]{2}[-/–])(?=[^\W\d]{2})")


class Stretch(NamedTuple):
    """Letters of one face."""

    text: str
    face: str


class Line(NamedTuple):
    """A line as it is drawn; the blank at which it was broken stays on it, so that no two words are ever joined."""

    stretches: tuple[Stretch, ...]
    width: float


Word: TypeAlias = list[Stretch]


def runs(text: Text) -> tuple[Run, ...]:
    """Give a text as runs, whichever way it was given."""
    return (Run(text),) if isinstance(text, str) else text


def plain(text: Text) -> str:
    """Give a text without its styles."""
    return "".join(run.text for run in runs(text))


def break_lines(text: Text, style: Style, room: float) -> tuple[Line, ...]:
    """Break a text into lines of at most the given width; an empty text gives no line."""
    setter = _Setter(style, room)
    for token in _tokens(text, style):
        setter.take(token)
    return setter.finished()


def _tokens(text: Text, style: Style) -> Iterator[Stretch | None]:
    """Give words, blanks and (as None) forced ends of line; None also stands between parts of a hyphened word."""
    for run in runs(text):
        face = style.strong if run.bold else style.face
        for token in _TOKENS.findall(clean(run.text, face)):
            for at, part in enumerate(_AFTER_HYPHEN.split(token)):
                if at:
                    yield None
                yield Stretch(part, face)


class _Setter:
    """Fills one line after another."""

    def __init__(self, style: Style, room: float) -> None:
        self._style = style
        self._room = room
        self._lines: list[Line] = []
        self._line: list[Stretch] = []
        self._used = 0.0
        self._word: Word = []
        self._blank: Stretch | None = None

    def take(self, token: Stretch | None) -> None:
        """Take the next word, blank, end of line, or place where a word may be broken."""
        if token is None:
            self._place()
        elif token.text == "\n":
            self._place()
            self._end(Stretch(" ", token.face) if self._line else None)
        elif token.text.startswith(" "):
            self._place()
            self._blank = Stretch(" ", token.face) if self._line else None
        else:
            self._word.append(token)

    def finished(self) -> tuple[Line, ...]:
        """Give all lines."""
        self._place()
        if self._line:
            self._end(None)
        while self._lines and not self._lines[-1].stretches:
            self._lines.pop()
        return tuple(self._lines)

    def _place(self) -> None:
        word, self._word = self._word, []
        if not word:
            return
        wide = self._measure(word)
        gap = self._measure([self._blank]) if self._blank else 0.0
        if self._line and self._used + gap + wide > self._room:
            self._end(self._blank)
            gap = 0.0
        if self._blank:
            self._line.append(self._blank)
            self._blank = None
        if wide > self._room:
            word, wide = self._chop(word)
        self._line += word
        self._used += gap + wide

    def _chop(self, word: Word) -> tuple[Word, float]:
        """Fill whole lines with a word that is wider than the column; give what is left of it."""
        left: Word = []
        for stretch in word:
            for letter in stretch.text:
                one = stretch._replace(text=letter)
                if left and self._measure([*left, one]) > self._room:
                    self._line = left
                    self._used = self._measure(left)
                    self._end(None)
                    left = []
                if left and left[-1].face == one.face:
                    left[-1] = left[-1]._replace(text=left[-1].text + letter)
                else:
                    left.append(one)
        return left, self._measure(left)

    def _end(self, blank: Stretch | None) -> None:
        line = [*self._line, blank] if blank else self._line
        self._lines.append(Line(_joined(line), self._used))
        self._line, self._used, self._blank = [], 0.0, None

    def _measure(self, stretches: Sequence[Stretch]) -> float:
        return sum(width(part.text, part.face, self._style.size) for part in stretches)


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    alike = groupby(stretches, key=attrgetter("face"))
    return tuple(Stretch("".join(part.text for part in parts), face) for face, parts in alike)
