"""Places pieces on pages: no heading alone at a foot, table heads again at a top, what is too high split."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from lawfulshare.record.tagging.canvas import MarkingCanvas
from lawfulshare.record.tagging.pieces import EASE, Piece


class Placed(NamedTuple):
    """A piece and how far below the top of the page's body it stands."""

    piece: Piece
    below: float
    again: bool = False


@dataclass
class _Pages:
    room: float
    pages: list[list[Placed]]
    used: float = 0.0
    fresh: bool = True

    def put(self, piece: Piece, *, again: bool = False) -> None:
        self.used += 0.0 if self.used == 0.0 else piece.before
        self.pages[-1].append(Placed(piece, self.used, again))
        self.used += piece.height
        self.fresh = again

    def turn(self, piece: Piece | None) -> None:
        self.pages.append([])
        self.used, self.fresh = 0.0, True
        if piece is not None and piece.repeated is not None:
            self.put(piece.repeated, again=True)

    def left(self, piece: Piece) -> float:
        return self.room - self.used - (piece.before if self.used else 0.0) + EASE


def paginate(pieces: Iterable[Piece | None], room: float) -> list[list[Placed]]:
    """Place pieces on as many pages as they need; None begins a new page."""
    pages = _Pages(room, [[]])
    queue = deque(pieces)
    while queue:
        piece = queue.popleft()
        if piece is None:
            if pages.pages[-1]:
                pages.turn(None)
            continue
        if not pages.fresh and _needed(piece, queue, room) > pages.left(piece):
            pages.turn(piece)
        if piece.height <= pages.left(piece):
            pages.put(piece)
            continue
        halves = piece.split(pages.left(piece))
        if halves is None:
            if pages.fresh:
                pages.put(piece)
            else:
                pages.turn(piece)
                queue.appendleft(piece)
            continue
        pages.put(halves[0])
        pages.turn(piece)
        queue.appendleft(halves[1])
    return [page for page in pages.pages if page] or [[]]


def _needed(piece: Piece, queue: deque[Piece | None], room: float) -> float:
    """Add up what must begin on the same page."""
    if not piece.keeps_next:
        return piece.least
    needed = piece.height
    for following in queue:
        if following is None:
            break
        needed += following.before + (following.height if following.keeps_next else following.least)
        if not following.keeps_next:
            break
    return needed if needed <= room else piece.height


def draw_pages(pages: list[list[Placed]], canvas: MarkingCanvas, left: float, top: float, number: int) -> None:
    """Draw the pieces of one page; what stands there again is an artifact."""
    for placed in pages[number]:
        first = placed.below == 0.0
        if placed.again:
            with canvas.artifact("Pagination"):
                placed.piece.draw(canvas, left, top - placed.below, first=False)
        else:
            placed.piece.draw(canvas, left, top - placed.below, first=first)
