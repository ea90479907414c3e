"""Pictures drawn as one tagged figure each: the family with its homes and lines, and a time line in lanes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lawfulshare.case.family import Line
from lawfulshare.case.family_map import CARD, HEAD, INSIDE, Place, Strand, place_words
from lawfulshare.record.record import CardTold, FamilyPicture, Moment, TimeLine
from lawfulshare.record.tagging import shapes
from lawfulshare.record.tagging.canvas import MarkingCanvas
from lawfulshare.record.tagging.faces import REGULAR, SEMIBOLD, clean, shortened, width
from lawfulshare.record.tagging.pieces import Piece
from lawfulshare.record.tagging.tree import Node

UNIT = 0.75
"""Points in a 96th of an inch, in which the family is planned."""
SMALL, BODY = 9.5, 10.5
HIGHEST = 560.0
"""Points that a picture may be high on a page; a higher one is drawn smaller."""
DASHES: dict[Line, tuple[float, ...]] = {"solid": (), "dashed": (5, 3), "dotted": (1, 2.5)}
LEGEND = 20.0
LANE_LABEL, LANE, DISC, AXIS = 104.0, 30.0, 8.0, 32.0


@dataclass(frozen=True)
class Figure:
    """A picture that is never split: what it draws belongs to one node, whose alternative text says it."""

    node: Node
    wide: float
    height: float
    scale: float = 1.0
    before: float = 8.0
    keeps_next: bool = False
    repeated: Piece | None = None

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> None:
        """Never."""

    def draw(self, canvas: MarkingCanvas, left: float, top: float, *, first: bool) -> None:
        """Draw it as content of the node, with the picture's upper left corner as its origin."""
        self.node.box = (left, top - self.height, left + self.wide, top)
        with canvas.mark(self.node):
            canvas.saveState()
            canvas.translate(left, top)
            canvas.scale(self.scale, self.scale)
            canvas.setStrokeColor(shapes.INK)
            canvas.setFillColor(shapes.INK)
            self._paint(canvas)
            canvas.restoreState()

    def _paint(self, canvas: MarkingCanvas) -> None:
        raise NotImplementedError


@dataclass(frozen=True)
class FamilyFigure(Figure):
    """The family: hulls of homes, lines, cards over them, words on the lines, and what the lines mean."""

    told: FamilyPicture | None = None

    def _paint(self, canvas: MarkingCanvas) -> None:
        assert self.told is not None
        plan = self.told.plan
        for home, name in zip(plan.homes, self.told.homes, strict=True):
            canvas.setLineWidth(0.6)
            canvas.roundRect(
                home.x * UNIT, -(home.y + home.height) * UNIT, home.width * UNIT, home.height * UNIT, 8, fill=0
            )
            room = (home.width - 2 * INSIDE) * UNIT
            _words(canvas, name, SEMIBOLD, (home.x + INSIDE) * UNIT, -(home.y + HEAD) * UNIT, room=room)
        for strand in plan.strands:
            _line(canvas, strand.line, _point(strand.start), _point(strand.end))
        cards = dict(self.told.cards)
        for card in plan.cards:
            _card(canvas, cards[card.person], card.x * UNIT, -card.y * UNIT)
        taken = [Place(card.x, card.y, *CARD) for card in plan.cards]
        for strand in plan.strands:
            if strand.words:
                taken.append(_on_the_line(canvas, strand, taken, plan.width))
        self._legend(canvas, -plan.height * UNIT - LEGEND + 4)

    def _legend(self, canvas: MarkingCanvas, baseline: float) -> None:
        assert self.told is not None
        x = 0.0
        for line, meaning in self.told.legend:
            _line(canvas, line, (x, baseline + 3), (x + 24, baseline + 3))
            text = clean(meaning)
            _put(canvas, text, REGULAR, SMALL, (x + 29, baseline))
            x += 29 + width(text, REGULAR, SMALL) + 16


@dataclass(frozen=True)
class TimeFigure(Figure):
    """The time line: a lane for each kind of thing, a numbered ring for each day, an axis of days below."""

    told: TimeLine | None = None
    rows: tuple[tuple[tuple[Moment, float, int], ...], ...] = ()

    def _paint(self, canvas: MarkingCanvas) -> None:
        assert self.told is not None
        bottom = AXIS - self.height
        first_said, last_said = (said for _, said in self.told.ends)
        canvas.setLineWidth(1.1)
        canvas.line(LANE_LABEL, bottom, self.wide, bottom)
        _put(canvas, clean(first_said), REGULAR, SMALL, (LANE_LABEL, bottom - 13))
        wide = width(clean(last_said), REGULAR, SMALL)
        _put(canvas, clean(last_said), REGULAR, SMALL, (self.wide - wide, bottom - 13))
        if self.told.decided:
            self._decision(canvas, *self.told.decided, bottom)
        y = 0.0
        for (label, _), placed in zip(self.told.lanes, self.rows, strict=True):
            high = _lane_height(placed)
            _words(canvas, label, SEMIBOLD, 0, y - LANE / 2 - 3, room=LANE_LABEL - 8)
            canvas.setLineWidth(0.45)
            canvas.line(LANE_LABEL, y - high, self.wide, y - high)
            for moment, x, row in placed:
                _ring(canvas, moment, x, y - LANE / 2 - row * (2 * DISC + 3))
            y -= high

    def _decision(self, canvas: MarkingCanvas, day: str, word: str, bottom: float) -> None:
        assert self.told is not None
        x = _across(day, self.told.ends[0][0], self.told.ends[1][0], self.wide)
        canvas.setDash(4, 3)
        canvas.setLineWidth(0.9)
        canvas.line(x, 0, x, bottom)
        canvas.setDash()
        text = clean(word, SEMIBOLD)
        wide = width(text, SEMIBOLD, SMALL)
        start = min(max(x - wide / 2, LANE_LABEL), self.wide - wide)
        _put(canvas, text, SEMIBOLD, SMALL, (start, bottom - 26))


def family_figure(block: FamilyPicture, above: Node, room: float) -> FamilyFigure:
    """Give the picture of a family, drawn smaller where it is wider or higher than a page allows."""
    wide, high = block.plan.width * UNIT, block.plan.height * UNIT + LEGEND
    scale = min(1.0, room / wide, HIGHEST / high)
    node = above.new("Figure", alternative=block.alternative)
    return FamilyFigure(node, wide * scale, high * scale, scale, told=block)


def time_figure(block: TimeLine, above: Node, room: float) -> TimeFigure:
    """Give the picture of a time line as wide as the page."""
    first, last = block.ends[0][0], block.ends[1][0]
    rows = tuple(_placed(moments, first, last, room) for _, moments in block.lanes)
    node = above.new("Figure", alternative=block.alternative)
    return TimeFigure(node, room, sum(map(_lane_height, rows)) + AXIS, told=block, rows=rows)


def _placed(moments: Sequence[Moment], first: str, last: str, room: float) -> tuple[tuple[Moment, float, int], ...]:
    """Stand rings at their days; one that would touch another of its lane stands in a further row."""
    placed: list[tuple[Moment, float, int]] = []
    ends: list[float] = []
    for moment in moments:
        half = _half(moment)
        x = min(max(_across(moment.day, first, last, room), LANE_LABEL + half), room - half)
        row = next((at for at, end in enumerate(ends) if x - half >= end), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = x + half + 2
        placed.append((moment, x, row))
    return tuple(placed)


def _half(moment: Moment) -> float:
    """Half of the width of a ring: a circle for one number, longer for several."""
    return max(DISC, width(moment.numbers, REGULAR, SMALL) / 2 + 4)


def _across(day: str, first: str, last: str, room: float) -> float:
    left, right = LANE_LABEL + DISC, room - DISC
    span = (date.fromisoformat(last) - date.fromisoformat(first)).days or 1
    return left + (right - left) * (date.fromisoformat(day) - date.fromisoformat(first)).days / span


def _lane_height(placed: Sequence[tuple[Moment, float, int]]) -> float:
    return LANE + max((row for _, _, row in placed), default=0) * (2 * DISC + 3)


def _ring(canvas: MarkingCanvas, moment: Moment, x: float, y: float) -> None:
    half = _half(moment)
    canvas.setLineWidth(0.9)
    if moment.coming:
        canvas.setDash(2.5, 1.7)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.roundRect(x - half, y - DISC, 2 * half, 2 * DISC, DISC, fill=1)
    canvas.setDash()
    canvas.setFillColor(shapes.INK)
    _put(canvas, moment.numbers, REGULAR, SMALL, (x - width(moment.numbers, REGULAR, SMALL) / 2, y - 3.2))


def _card(canvas: MarkingCanvas, told: CardTold, x: float, top: float) -> None:
    wide, high = CARD[0] * UNIT, CARD[1] * UNIT
    canvas.setLineWidth(1.8 if told.about else 0.8)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.roundRect(x, top - high, wide, high, 5, fill=1)
    canvas.setFillColor(shapes.INK)
    room = wide - 16
    first = top - (15 if told.kept else 22)
    _put(canvas, shortened(clean(told.name, SEMIBOLD), SEMIBOLD, BODY, room), SEMIBOLD, BODY, (x + 8, first))
    _words(canvas, told.under, REGULAR, x + 8, first - 13, room=room)
    if told.kept:
        _words(canvas, told.kept, SEMIBOLD, x + 8, first - 26, room=room)


def _on_the_line(canvas: MarkingCanvas, strand: Strand, taken: Sequence[Place], widest: float) -> Place:
    text = shortened(clean(strand.words), REGULAR, SMALL, CARD[0] * UNIT)
    wide, high = width(text, REGULAR, SMALL) + 8, SMALL + 4
    found = place_words(strand, (wide / UNIT, high / UNIT), taken, widest)
    x, y = found.x * UNIT, -(found.y + found.height) * UNIT
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(x, y, wide, high, stroke=0, fill=1)
    canvas.setFillColor(shapes.INK)
    _put(canvas, text, REGULAR, SMALL, (x + 4, y + 3.5))
    return found


def _line(canvas: MarkingCanvas, line: Line, start: tuple[float, float], end: tuple[float, float]) -> None:
    canvas.setLineWidth(1.1)
    canvas.setDash(list(DASHES[line]))
    canvas.line(*start, *end)
    canvas.setDash()


def _point(at: tuple[float, float]) -> tuple[float, float]:
    return at[0] * UNIT, -at[1] * UNIT


def _put(canvas: MarkingCanvas, text: str, face: str, size: float, at: tuple[float, float]) -> None:
    """Draw words with a blank after them: who hears the picture's words instead of its text hears them apart."""
    canvas.put_words(f"{text} ", face, size, *at)


def _words(canvas: MarkingCanvas, text: str, face: str, left: float, baseline: float, *, room: float) -> None:
    _put(canvas, shortened(clean(text, face), face, SMALL, room), face, SMALL, (left, baseline))
