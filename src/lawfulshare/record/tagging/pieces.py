"""The tagged flowables: text, rows of columns, frames and signature fields, each knowing its node and how it splits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol, TypeAlias

from lawfulshare.record.tagging import shapes
from lawfulshare.record.tagging.canvas import Bookmark, MarkingCanvas
from lawfulshare.record.tagging.faces import ASCENT, Style
from lawfulshare.record.tagging.lines import Line
from lawfulshare.record.tagging.tree import Node

EASE = 0.01
"""Points by which a height may be out, since sums of them are not exact."""


class Piece(Protocol):
    """Something that stands on a page and may go on on the next."""

    @property
    def height(self) -> float:
        """How high it is."""

    @property
    def least(self) -> float:
        """How much room it needs at least to begin on a page."""

    @property
    def before(self) -> float:
        """The space above it, unless it begins a page."""

    @property
    def keeps_next(self) -> bool:
        """Whether what follows must begin on the same page."""

    @property
    def repeated(self) -> "Piece | None":
        """What is drawn again, as an artifact, where this begins a page."""

    def split(self, room: float) -> "tuple[Piece, Piece] | None":
        """Give what fits into the room and the rest, or None if nothing fits."""

    def draw(self, canvas: MarkingCanvas, left: float, top: float, *, first: bool) -> None:
        """Draw it with its top edge here; `first` where it begins a page."""


Stack: TypeAlias = tuple[Piece, ...]


class Hang(NamedTuple):
    """What hangs at the left of a text: a bullet or an amount mark; nothing at a text's later parts."""

    indent: float
    draw: Callable[[MarkingCanvas, float, float], None] | None = None
    node: Node | None = None


@dataclass(frozen=True)
class TextPiece:
    """Lines of one paragraph or heading."""

    lines: tuple[Line, ...]
    style: Style
    node: Node
    before: float = 0.0
    keeps_next: bool = False
    heading: tuple[int, str] | None = None
    hang: Hang | None = None
    room: float = 0.0
    repeated: Piece | None = None

    @property
    def height(self) -> float:
        """All lines."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Two lines: no line stands alone at the foot of a page."""
        return self.height if len(self.lines) < 4 else 2 * self.style.leading

    def split(self, room: float) -> "tuple[TextPiece, TextPiece] | None":
        """Split between lines, two at least on each side."""
        fitting = min(int((room + EASE) / self.style.leading), len(self.lines) - 2)
        if fitting < 2 or len(self.lines) < 4:
            return None
        rest = Hang(self.hang.indent) if self.hang else None
        first = replace(self, lines=self.lines[:fitting])
        return first, replace(self, lines=self.lines[fitting:], hang=rest, heading=None, before=0.0)

    def draw(self, canvas: MarkingCanvas, left: float, top: float, *, first: bool) -> None:
        """Draw the lines as content of the node, with what hangs before them."""
        size, leading = self.style.size, self.style.leading
        baseline = top - (leading - size) / 2 - ASCENT * size
        if self.heading:
            canvas.bookmarks.append(Bookmark(*self.heading, canvas.page, top, self.node))
        if self.hang:
            if self.hang.draw:
                with canvas.mark(self.hang.node) if self.hang.node else canvas.artifact():
                    self.hang.draw(canvas, left, baseline)
            left += self.hang.indent
        if not any(line.stretches for line in self.lines):
            return
        with canvas.mark(self.node):
            canvas.setFillColor(shapes.INK)
            for at, line in enumerate(self.lines):
                start = left + self.room - line.width if self.style.right else left
                canvas.put_line(line, self.style, start, baseline - at * leading)


@dataclass(frozen=True)
class Row:
    """Columns beside each other, between rules. It splits only where it is higher than it may be kept whole."""

    cells: tuple[tuple[float, Stack], ...]
    width: float
    above: float = 0.0
    below: float = 0.0
    rule_above: float = 0.0
    rule_below: float = 0.0
    whole_until: float = 500.0
    before: float = 0.0
    keeps_next: bool = False
    repeated: Piece | None = None
    ornament: Callable[[MarkingCanvas, float, float], None] | None = None

    @property
    def height(self) -> float:
        """The highest column with its padding."""
        return self.above + max((height_of(stack) for _, stack in self.cells), default=0.0) + self.below

    @property
    def least(self) -> float:
        """All of it, unless it may be split."""
        return self.height if self.height <= self.whole_until else self.above + self.below + 60

    def split(self, room: float) -> "tuple[Row, Row] | None":
        """Split every column at the same height."""
        if self.height <= self.whole_until:
            return None
        halves = [split_stack(stack, room - self.above - self.below) for _, stack in self.cells]
        if not any(half[0] for half in halves):
            return None
        offsets = [offset for offset, _ in self.cells]
        first = tuple(zip(offsets, (half[0] for half in halves), strict=True))
        rest = tuple(zip(offsets, (half[1] for half in halves), strict=True))
        return replace(self, cells=first), replace(self, cells=rest, before=0.0, ornament=None)

    def draw(self, canvas: MarkingCanvas, left: float, top: float, *, first: bool) -> None:
        """Draw rules as artifacts, then the columns from left to right."""
        if self.rule_above and not first:
            shapes.rule(canvas, left, left + self.width, top, self.rule_above)
        if self.rule_below:
            shapes.rule(canvas, left, left + self.width, top - self.height, self.rule_below)
        if self.ornament:
            self.ornament(canvas, left, top)
        for offset, stack in self.cells:
            draw_stack(stack, canvas, left + offset, top - self.above)


def height_of(stack: Sequence[Piece]) -> float:
    """Give the height of pieces below each other; space above the first does not count."""
    return sum(piece.height + (piece.before if at else 0.0) for at, piece in enumerate(stack))


def draw_stack(stack: Sequence[Piece], canvas: MarkingCanvas, left: float, top: float) -> None:
    """Draw pieces below each other."""
    for at, piece in enumerate(stack):
        top -= piece.before if at else 0.0
        piece.draw(canvas, left, top, first=False)
        top -= piece.height


def split_stack(stack: Stack, room: float) -> tuple[Stack, Stack]:
    """Give the pieces that fit into the room, and the rest."""
    used = 0.0
    for at, piece in enumerate(stack):
        before = piece.before if at else 0.0
        if used + before + piece.height > room + EASE:
            halves = piece.split(room - used - before)
            if halves:
                return (*stack[:at], halves[0]), (halves[1], *stack[at + 1 :])
            return stack[:at], stack[at:]
        used += before + piece.height
    return stack, ()
