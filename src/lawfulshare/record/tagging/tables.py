"""Tables as rows of tagged cells: heads with scope, cells that name their heads, columns as wide as their words."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from lawfulshare.record.record import Cell, Table
from lawfulshare.record.tagging import shapes
from lawfulshare.record.tagging.canvas import MarkingCanvas
from lawfulshare.record.tagging.faces import SEMIBOLD, Style, clean, width
from lawfulshare.record.tagging.lines import Line, break_lines, plain
from lawfulshare.record.tagging.pieces import Hang, Piece, Row, Stack, TextPiece
from lawfulshare.record.tagging.tree import Node

GAP = 5 * mm
INDENT = 16.0
"""Between the left edges of an amount mark and of its word."""
HEAVY, LIGHT = 1.1, 0.6


def table(block: Table, number: int, above: Node, styles: tuple[Style, Style], room: float) -> Iterator[Piece]:
    """Give caption, head and rows; the head comes again, as an artifact, at the top of each further page."""
    node = above.new("Table")
    body = styles[0]
    if block.caption.strip():
        strong = body._replace(face=SEMIBOLD)
        lines = break_lines(block.caption, strong, room)
        yield TextPiece(lines, strong, node.new("Caption"), before=4 * mm, keeps_next=True)
    columns = max(itertools.chain([len(block.head)], map(len, block.rows)))
    if not columns:
        return
    cut = _Cut(block, number, styles, columns_of(block, columns, body.size, room))
    head = cut.head(node.new("THead").new("TR"))
    yield replace(head, before=2.5 * mm, keeps_next=bool(block.rows))
    rows = node.new("TBody") if block.rows else None
    for at, cells in enumerate(block.rows, 1):
        if rows is not None:
            last = at == len(block.rows)
            yield replace(cut.row(cells, at, rows.new("TR")), rule_below=HEAVY if last else LIGHT, repeated=head)


class _Cut:
    """One table's columns: where each begins, and how wide its text may be."""

    def __init__(self, block: Table, number: int, styles: tuple[Style, Style], widths: Sequence[float]) -> None:
        self._block = block
        self._number = number
        self._styles = styles
        self._widths = widths
        self._starts = [sum(widths[:at]) for at in range(len(widths))]

    def head(self, row: Node) -> Row:
        style = self._styles[0]._replace(face=SEMIBOLD)
        cells: list[tuple[float, Stack]] = []
        for at, start in enumerate(self._starts):
            words = self._block.head[at] if at < len(self._block.head) else ""
            node = row.new("TH", scope="Column", name=self._column(at))
            lines = break_lines(words, style, self._text_width(at))
            cells.append((start, (TextPiece(lines, style, node),)))
        return Row(tuple(cells), sum(self._widths), above=5, below=5, rule_above=HEAVY, rule_below=LIGHT)

    def row(self, given: Sequence[Cell], at: int, row: Node) -> Row:
        header = f"t{self._number}r{at}"
        cells: list[tuple[float, Stack]] = []
        for column, start in enumerate(self._starts):
            if column == 0:
                node = row.new("TH", scope="Row", name=header, headers=(self._column(0),))
            else:
                node = row.new("TD", headers=(self._column(column), header))
            cell = given[column] if column < len(given) else Cell("")
            cells.append((start, self._cell(cell, node, column)))
        padding = (1.4 if self._block.close else 3) * mm
        return Row(tuple(cells), sum(self._widths), above=padding, below=padding)

    def _cell(self, cell: Cell, node: Node, column: int) -> Stack:
        body, small = self._styles
        style = body._replace(face=SEMIBOLD) if column == 0 or cell.mark else body
        room = self._text_width(column)
        stack: list[Piece] = []
        if cell.mark or plain(cell.text).strip():
            hang = self._hang(cell, node)
            lines = break_lines(cell.text, style, room - (hang.indent if hang else 0))
            stack.append(TextPiece(lines or (Line((), 0.0),), style, node.new("P"), hang=hang))
        if cell.small and plain(cell.small).strip():
            lines = break_lines(cell.small, small, room)
            stack.append(TextPiece(lines, small, node.new("P"), before=1.5))
        return tuple(stack)

    def _hang(self, cell: Cell, node: Node) -> Hang | None:
        """The word says what the mark says: the mark is decoration, and a figure only where it stands alone."""
        mark = cell.mark
        if mark is None:
            return None

        def draw(canvas: MarkingCanvas, left: float, baseline: float) -> None:
            shapes.amount(canvas, mark, left, baseline - 2)

        alone = not plain(cell.text).strip()
        return Hang(INDENT, draw, node.new("Figure", alternative=mark) if alone else None)

    def _text_width(self, column: int) -> float:
        last = column == len(self._widths) - 1
        return self._widths[column] - (0 if last else GAP)

    def _column(self, at: int) -> str:
        return f"t{self._number}c{at}"


def columns_of(block: Table, columns: int, size: float, room: float) -> tuple[float, ...]:
    """Share the width out: as asked for or by the length of the texts, yet no column narrower than its longest word."""
    cells: list[list[str]] = [[] for _ in range(columns)]
    longest = [0.0] * columns
    for at, title in enumerate(block.head):
        cells[at].append(title)
    for row in block.rows:
        for at, cell in enumerate(row):
            cells[at].append(plain(cell.text) + plain(cell.small or ""))
            longest[at] = max(longest[at], INDENT if cell.mark else 0.0)
    least = []
    for at, texts in enumerate(cells):
        words = {part for text in texts for part in clean(text).split()}
        widest = max((width(part, SEMIBOLD, size) for part in words), default=0.0)
        least.append(min(longest[at] + widest + GAP + 1, 60 * mm))
    if block.widths and len(block.widths) == columns and all(share > 0 for share in block.widths):
        shares = list(block.widths)
    else:
        shares = [min(max(sum(map(len, texts)) / max(len(texts), 1), 10.0), 45.0) for texts in cells]
    return _shared(shares, least, room)


def _shared(shares: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    if sum(least) >= room:
        return tuple(room * one / sum(least) for one in least)
    fixed: dict[int, float] = {}
    while True:
        free = room - sum(fixed.values())
        total = sum(share for at, share in enumerate(shares) if at not in fixed)
        short = [at for at, share in enumerate(shares) if at not in fixed and free * share / total < least[at]]
        if not short:
            return tuple(fixed.get(at, free * share / total if total else 0.0) for at, share in enumerate(shares))
        fixed |= {at: least[at] for at in short}
