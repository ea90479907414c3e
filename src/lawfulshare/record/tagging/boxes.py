"""The tagged frames: the decision with its bar, and the place of a signature with its form field."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportlab.lib.units import mm

from lawfulshare.record.tagging import shapes
from lawfulshare.record.tagging.canvas import MarkingCanvas, Place
from lawfulshare.record.tagging.faces import REGULAR, SEMIBOLD, clean, shortened
from lawfulshare.record.tagging.pieces import Piece, Stack, draw_stack, height_of, split_stack
from lawfulshare.record.tagging.tree import Node


@dataclass(frozen=True)
class Framed:
    """A stack in a frame with a bar at its left: the decision."""

    stack: Stack
    width: float
    hatched: bool
    padding: float
    before: float = 0.0
    keeps_next: bool = False
    repeated: Piece | None = None

    @property
    def height(self) -> float:
        """The stack with its padding."""
        return height_of(self.stack) + 2 * self.padding

    @property
    def least(self) -> float:
        """All of it, unless it is higher than most of a page."""
        return min(self.height, 500.0)

    def split(self, room: float) -> "tuple[Framed, Framed] | None":
        """Go on in a second frame, where the decision is longer than a page."""
        first, rest = split_stack(self.stack, room - 2 * self.padding)
        return (replace(self, stack=first), replace(self, stack=rest, before=0.0)) if first else None

    def draw(self, canvas: MarkingCanvas, left: float, top: float, *, first: bool) -> None:
        """Draw frame and bar as artifacts, then the stack."""
        bottom = top - self.height
        bar = 2 * mm
        if self.hatched:
            shapes.bar(canvas, left, bottom, bar, self.height, hatched=True)
            shapes.box(canvas, left, bottom, bar, self.height, weight=0.6)
        else:
            shapes.bar(canvas, left, bottom, bar, self.height, hatched=False)
        shapes.box(canvas, left, bottom, self.width, self.height, weight=1.2)
        draw_stack(self.stack, canvas, left + 6 * mm, top - self.padding)


@dataclass(frozen=True)
class Field:
    """The place of a signature: an empty frame, and where the form field goes."""

    part: Literal["author", "supervisor"]
    node: Node
    width: float
    height: float
    before: float = 0.0
    keeps_next: bool = False
    repeated: Piece | None = None

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> None:
        """Never."""

    def draw(self, canvas: MarkingCanvas, left: float, top: float, *, first: bool) -> None:
        """Draw the frame as an artifact and note the place."""
        bottom = top - self.height
        shapes.box(canvas, left, bottom, self.width, self.height, weight=0.6)
        canvas.places.append(Place(self.part, self.node, canvas.page, left, bottom, left + self.width, top))


def stamp(title: str, lines: Sequence[str], wide: float, high: float) -> bytes:
    """Draw what a signature shows once it is made, as a page of one's own size."""
    out = io.BytesIO()
    canvas = MarkingCanvas(out, (wide, high), "en-GB")
    canvas.setFillColor(shapes.INK)
    y = high - 14.0
    canvas.put_words(shortened(clean(title), SEMIBOLD, 10.5, wide - 16), SEMIBOLD, 10.5, 8, y)
    for text in lines:
        y -= 13
        canvas.put_words(shortened(clean(text), REGULAR, 9.5, wide - 16), REGULAR, 9.5, 8, y)
    canvas.save()
    return out.getvalue()
