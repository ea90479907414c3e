"""The marking canvas: everything drawn is either marked as part of the tree or as an artifact."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, NamedTuple

from reportlab.pdfgen.canvas import Canvas

from lawfulshare.record.tagging.faces import REGULAR, Style, fonts
from lawfulshare.record.tagging.lines import Line
from lawfulshare.record.tagging.tree import Mark, Node


class Bookmark(NamedTuple):
    """A heading where it stands, for the list of bookmarks."""

    level: int
    title: str
    page: int
    top: float
    node: Node


class Place(NamedTuple):
    """A signature field where it stands."""

    part: str
    node: Node
    page: int
    left: float
    bottom: float
    right: float
    top: float


class MarkingCanvas(Canvas):  # type: ignore[misc]
    """A ReportLab canvas that knows which node each stretch of content belongs to."""

    def __init__(self, out: io.BytesIO, size: tuple[float, float], language: str) -> None:
        fonts()
        super().__init__(
            out,
            pagesize=size,
            initialFontName=REGULAR,
            pageCompression=0,
            invariant=1,
            pdfVersion=(1, 7),
            lang=language,
        )
        self.marks: list[list[Node]] = [[]]
        self.bookmarks: list[Bookmark] = []
        self.places: list[Place] = []
        self.texts: list[list[str]] = [[]]
        self._open: Node | Literal["artifact"] | None = None

    @property
    def page(self) -> int:
        """The number of the page that is being drawn, from 0."""
        return len(self.marks) - 1

    def turn(self) -> None:
        """End this page and begin the next."""
        self.showPage()
        self.marks.append([])
        self.texts.append([])

    @contextmanager
    def mark(self, node: Node) -> Iterator[None]:
        """Mark what is drawn as content of a node; within an artifact (a repeated table head) it stays an artifact."""
        if self._open == "artifact":
            yield
            return
        if self._open is not None:
            raise ValueError("marked content must not be nested")
        here = self.marks[-1]
        node.marks.append(Mark(self.page, len(here)))
        self.addLiteral(f"/{node.role} <</MCID {len(here)}>> BDC")
        here.append(node)
        self._open = node
        yield
        self.addLiteral("EMC")
        self._open = None

    @contextmanager
    def artifact(
        self,
        kind: Literal["Layout", "Pagination"] = "Layout",
        subtype: Literal["Header", "Footer", "Watermark"] | None = None,
    ) -> Iterator[None]:
        """Mark what is drawn as decoration that is not read aloud; inside marked content nothing changes."""
        if self._open is not None:
            yield
            return
        of = f" /Subtype /{subtype}" if subtype else ""
        self.addLiteral(f"/Artifact <</Type /{kind}{of}>> BDC")
        self._open = "artifact"
        yield
        self.addLiteral("EMC")
        self._open = None

    def put_line(self, line: Line, style: Style, left: float, baseline: float) -> None:
        """Draw one line of text; the blank at its end is drawn too."""
        text = self.beginText(left, baseline)
        for stretch in line.stretches:
            text.setFont(stretch.face, style.size)
            text.textOut(stretch.text)
        self.drawText(text)
        self.texts[-1].append("".join(stretch.text for stretch in line.stretches))

    def put_words(self, words: str, face: str, size: float, left: float, baseline: float) -> None:
        """Draw a few words of one face, as in the head and foot of a page."""
        text = self.beginText(left, baseline)
        text.setFont(face, size)
        text.textOut(words)
        self.drawText(text)
        self.texts[-1].append(words)

    def put_outline(self, words: str, face: str, size: float, left: float, baseline: float) -> None:
        """Draw words of which only the edges show."""
        text = self.beginText(left, baseline)
        text.setFont(face, size)
        text.setTextRenderMode(1)
        text.textOut(words)
        self.drawText(text)
        self.texts[-1].append(words)
