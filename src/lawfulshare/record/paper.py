"""Blocks to tagged pages: fonts, headings, tables, order of reading."""

import io
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from lawfulshare.record.record import (
    Block,
    Bullets,
    DecisionBox,
    Facts,
    FamilyPicture,
    Frame,
    Heading,
    Masthead,
    NewPage,
    Paragraph,
    SignaturePlace,
    Signatures,
    Table,
    Text,
    TimeLine,
)
from lawfulshare.record.tagging import shapes
from lawfulshare.record.tagging.boxes import Field, Framed
from lawfulshare.record.tagging.canvas import Bookmark, MarkingCanvas, Place
from lawfulshare.record.tagging.faces import REGULAR, Style
from lawfulshare.record.tagging.lines import break_lines, plain
from lawfulshare.record.tagging.margins import BOTTOM, LEFT, ROOM, TOP, foot, head, watermark
from lawfulshare.record.tagging.pages import draw_pages, paginate
from lawfulshare.record.tagging.pictures import family_figure, time_figure
from lawfulshare.record.tagging.pieces import Hang, Piece, Row, Stack, TextPiece, height_of
from lawfulshare.record.tagging.styles import (
    BODY,
    FIELD_GAP,
    FIELD_HIGH,
    HEADINGS,
    LABEL,
    LABELS,
    LEAD,
    MAY_SPLIT,
    RUNNING,
    SMALL,
    SPACINGS,
    STRONG,
    STYLES,
    WORD,
    Spacing,
)  # fmt: skip
from lawfulshare.record.tagging.tables import table
from lawfulshare.record.tagging.tree import Node, Role, check, prune

INTRODUCED = (Table, Facts, Bullets, FamilyPicture, TimeLine)
"""What a sentence under a heading introduces: it does not stand alone at the foot of a page."""


@dataclass(frozen=True)
class Paper:
    """Drawn pages with all that finishing needs: the tree, who owns which mark, headings, places for signatures."""

    pdf: bytes
    frame: Frame
    document: Node
    marks: tuple[tuple[Node, ...], ...]
    bookmarks: tuple[Bookmark, ...]
    places: tuple[Place, ...]
    texts: tuple[str, ...]
    """The text of each page as it was drawn, head and foot included, one line of print a line."""


def render(frame: Frame, blocks: Iterable[Block]) -> Paper:
    """Draw blocks on A4: the same frame and blocks give the same bytes.

    Raises:
        ValueError: a heading skips a level; our own mistake in the order of blocks.
    """
    document, pieces = _set(tuple(blocks))
    pages = paginate(pieces, TOP - BOTTOM)
    out = io.BytesIO()
    canvas = MarkingCanvas(out, A4, frame.language)
    for number in range(len(pages)):
        if number:
            canvas.turn()
        if frame.training:
            watermark(canvas, frame)
        head(canvas, frame)
        draw_pages(pages, canvas, LEFT, TOP, number)
        foot(canvas, frame, number + 1, len(pages))
    canvas.save()
    prune(document)
    check(document)
    texts = tuple("\n".join(line.rstrip() for line in page) for page in canvas.texts)
    marks = tuple(tuple(page) for page in canvas.marks)
    return Paper(out.getvalue(), frame, document, marks, tuple(canvas.bookmarks), tuple(canvas.places), texts)


def _set(blocks: Sequence[Block]) -> tuple[Node, list[Piece | None]]:
    """Set what stands before the first new page closer where that brings it onto one page; else set it as it is."""
    for spacing in (*SPACINGS, SPACINGS[0]):
        document = Node("Document")
        pieces = list(_Setter(document, spacing).pieces(blocks))
        if None not in pieces or len(paginate(pieces[: pieces.index(None)], TOP - BOTTOM)) == 1:
            break
    return document, pieces


class _Setter:
    """Turns blocks into pieces and grows the tree in the same order."""

    def __init__(self, document: Node, spacing: Spacing) -> None:
        self._document = document
        self._spacing = spacing
        self._tables = itertools.count(1)
        self._before: Block | None = None
        self._introduces = False

    def pieces(self, blocks: Iterable[Block]) -> Iterator[Piece | None]:
        """Give all pieces in the order of reading."""
        given = tuple(blocks)
        for at, block in enumerate(given):
            following = given[at + 1] if at + 1 < len(given) else None
            self._introduces = isinstance(self._before, Heading) and isinstance(following, INTRODUCED)
            yield from self._pieces(block)
            self._before = block

    def _pieces(self, block: Block) -> Iterator[Piece | None]:
        match block:
            case NewPage():
                self._spacing = SPACINGS[0]
                yield None
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case Bullets():
                yield from self._bullets(block)
            case Facts():
                yield from self._facts(block)
            case Table():
                styles = (BODY, SMALL)
                yield from table(block, next(self._tables), self._document, styles, ROOM)
            case FamilyPicture():
                if block.plan.cards:
                    yield family_figure(block, self._document, ROOM)
            case TimeLine():
                yield time_figure(block, self._document, ROOM)
            case DecisionBox():
                yield self._decision(block)
            case Signatures():
                yield from self._signatures(block)
            case Masthead():
                yield self._masthead(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> Iterator[Piece]:
        level = min(max(block.level, 1), 3)
        style = HEADINGS[level]
        roles: dict[int, Role] = {1: "H1", 2: "H2", 3: "H3"}
        lines = break_lines(block.text, style, ROOM)
        if lines:
            node = self._document.new(roles[level])
            title = " ".join(plain(block.text).split())
            before = 6 * mm if level == 3 else 10 * mm
            yield TextPiece(lines, style, node, before=before, keeps_next=True, heading=(level, title))

    def _paragraph(self, block: Paragraph) -> Iterator[Piece]:
        style = STYLES[block.style]
        quote = block.style == "quote"
        room = RUNNING - (6 * mm if quote else 0)
        lines = break_lines(block.text, style, room if block.style != "lead" else 150 * mm)
        if lines:
            above = self._document.new("BlockQuote") if quote else self._document
            hang = Hang(6 * mm) if quote else None
            keeps = self._introduces
            yield TextPiece(lines, style, above.new("P"), before=2.5 * mm, hang=hang, keeps_next=keeps)

    def _bullets(self, block: Bullets) -> Iterator[Piece]:
        listed = self._document.new("L", unordered=True)
        for at, text in enumerate(block.entries):
            lines = break_lines(text, BODY, RUNNING - 5 * mm)
            if lines:
                entry = listed.new("LI")
                hang = Hang(5 * mm, _bullet, entry.new("Lbl"))
                node = entry.new("LBody").new("P")
                yield TextPiece(lines, BODY, node, before=1.2 * mm if at else 2.5 * mm, hang=hang)

    def _facts(self, block: Facts) -> Iterator[Piece]:
        """A list of terms and what each means: read aloud as label, then text."""
        listed = self._document.new("L")
        boxed = isinstance(self._before, DecisionBox)
        rows = [row for row in block.rows if row[0].strip() or any(plain(text).strip() for text in row[1])]
        for at, (label, texts) in enumerate(rows):
            entry = listed.new("LI")
            name = break_lines(label, LABELS, LABEL - 5 * mm)
            left = TextPiece(name, LABELS, entry.new("Lbl"))
            means = entry.new("LBody")
            style = BODY._replace(leading=self._spacing.leading)
            right = tuple(_stacked(texts, style, ROOM - LABEL, means))
            row = Row(
                cells=((0.0, (_lowered(left),)), (LABEL, right)),
                width=ROOM,
                above=self._spacing.padding,
                below=self._spacing.padding,
                rule_above=0.45 if at else 0.0,
                rule_below=0.45 if at == len(rows) - 1 else 0.0,
                whole_until=MAY_SPLIT,
                keeps_next=block.together and at < len(rows) - 1,
            )
            yield row if at else replace(row, before=self._spacing.padding if boxed else 1.2 * mm)

    def _decision(self, block: DecisionBox) -> Piece:
        """Label and word are the first heading of the document."""
        room = ROOM - 12 * mm
        heading = self._document.new("H1")
        title = f"{block.label}: {block.word}" if block.label.strip() else block.word
        label = TextPiece(break_lines(f"{block.label} ", LABELS, room), LABELS, heading, heading=(1, title))
        word = TextPiece(break_lines(block.word, WORD, room), WORD, heading, before=1.2 * mm)
        sentence = TextPiece(break_lines(block.sentence, LEAD, room), LEAD, self._document.new("P"), before=1.2 * mm)
        stack: Stack = tuple(piece for piece in (label, word, sentence) if piece.lines)
        return Framed(stack, ROOM, block.training, padding=self._spacing.box, before=self._spacing.box)

    def _masthead(self, block: Masthead) -> Piece:
        """The organisation beside the mark, the moment at the right."""
        mark, moment = 11 * mm, 50 * mm
        name = break_lines(block.organisation, STRONG, ROOM - mark - moment)
        left = TextPiece(name, STRONG, self._document.new("P"))
        style = BODY._replace(right=True)
        right = TextPiece(break_lines(block.when, style, moment), style, self._document.new("P"), room=moment)

        def ornament(canvas: MarkingCanvas, at: float, top: float) -> None:
            shapes.product_mark(canvas, at, top - STRONG.leading / 2)

        return Row(((mark, (left,)), (ROOM - moment, (right,))), ROOM, ornament=ornament)

    def _signatures(self, block: Signatures) -> Iterator[Piece]:
        gap = 8 * mm
        wide = (ROOM - gap) / 2
        for at in range(0, len(block.places), 2):
            pair = [self._place(place, wide) for place in block.places[at : at + 2]]
            highest = max(height_of(above) for above, _ in pair)
            cells: list[tuple[float, Stack]] = []
            for column, (above, field) in enumerate(pair):  # level, however long the lines above them are
                level = replace(field, before=FIELD_GAP + highest - height_of(above))
                cells.append((column * (wide + gap), (*above, level)))
            yield Row(tuple(cells), ROOM, before=4.5 * mm)

    def _place(self, place: SignaturePlace, wide: float) -> tuple[Stack, Field]:
        lines = break_lines(place.title, STRONG, wide)
        title = TextPiece(lines, STRONG, self._document.new("P"))
        under = tuple(_stacked(place.lines, SMALL, wide, self._document, gap=0.0))
        node = self._document.new("Form", alternative=place.title.strip() or place.part)
        return (title, *under), Field(place.part, node, wide, FIELD_HIGH)


def _stacked(texts: Iterable[Text], style: Style, room: float, above: Node, gap: float = 1.0) -> Iterator[Piece]:
    for text in texts:
        lines = break_lines(text, style, room)
        if lines:
            yield TextPiece(lines, style, above.new("P"), before=gap)


def _lowered(label: TextPiece) -> Piece:
    """A label is set smaller than its text: both stand on one line."""
    return Row(((0.0, (label,)),), LABEL, above=1.0)


def _bullet(canvas: MarkingCanvas, left: float, baseline: float) -> None:
    canvas.setFillColor(shapes.INK)
    canvas.put_words("• ", REGULAR, BODY.size, left + 2, baseline)
