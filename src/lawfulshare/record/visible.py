"""What stands on the pages of a file for the eye: its words, piece by piece, and whether every letter can be seen.

Used where another version of the program drew a record: its pages cannot be drawn again to the byte, its words can.
"""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

MARGIN = "Artifact"
"""What PDF calls the head and the foot of a page (ISO 32000-1, 14.8.2.2)."""
SCALE = 2.0
CONTRAST = 24
"""Of 256 steps of grey, those by which a letter differs at least from what is around it: a tenth of black on white."""


class Piece(NamedTuple):
    """A stretch of text that belongs together, without blanks; in the margin of which page, or None."""

    text: str
    margin: bool


@dataclass(frozen=True)
class Seen:
    """The pieces of each page in their order, whether all letters can be seen, and whether there are pictures."""

    pages: tuple[tuple[Piece, ...], ...]
    all_visible: bool
    pictures: bool

    @property
    def told(self) -> tuple[str, ...]:
        """Give what is told, page after page, without the margins."""
        return tuple(piece.text for page in self.pages for piece in page if not piece.margin)

    @property
    def margins(self) -> tuple[frozenset[str], ...]:
        """Give what stands in the margins, page by page."""
        return tuple(frozenset(piece.text for piece in page if piece.margin) for page in self.pages)


def look(pdf: bytes) -> Seen:
    """Look at every page of a file.

    Raises:
        pypdfium2.PdfiumError: it cannot be read.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages, visible, pictures = [], True, False
        for number in range(len(document)):
            page = document[number]
            letters = page.get_textpage()
            things = list(page.get_objects())
            pages.append(tuple(_pieces(things, letters)))
            pictures = pictures or any(_is_picture(thing) for thing in things)
            visible = visible and _all_inked(page, letters)
            page.close()
    finally:
        document.close()
    return Seen(tuple(pages), visible, pictures)


def strange_margins(theirs: Seen, ours: Seen, digest: str) -> bool:
    """Say whether a margin says something that is not the record's own.

    Page numbers may be others, and where a table goes on over a page its heads stand again.
    """
    always = frozenset.intersection(*ours.margins) if ours.margins else frozenset()
    allowed = {*always, *ours.told, digest}
    numbered = {_without_figures(text) for page in ours.margins for text in page - always}
    return any(
        text not in allowed and _without_figures(text) not in numbered for page in theirs.margins for text in page
    )


def left_out(theirs: Iterable[str], ours: Iterable[str]) -> int | None:
    """Say how many pieces a text leaves out of another; None where something in it is new, or stands elsewhere."""
    text = "".join(theirs)
    ends = {0: 0}
    for piece in ours:
        follows = {end + len(piece): count for end, count in ends.items() if text.startswith(piece, end)}
        ends = {end: count + 1 for end, count in ends.items()}
        for end, count in follows.items():
            ends[end] = min(count, ends.get(end, count))
    return ends.get(len(text))


def _without_figures(text: str) -> str:
    return "".join(letter for letter in text if not letter.isdecimal())


def _pieces(things: Iterable[Any], letters: Any) -> Iterator[Piece]:
    """Join the texts that one mark of the structure holds."""
    before, text = None, ""
    for thing in things:
        if thing.type != raw.FPDF_PAGEOBJ_TEXT:
            continue
        mark = _mark(thing)
        if mark != before and text:
            yield Piece(text, before == (MARGIN, -1))
            text = ""
        elif mark == (MARGIN, -1) and text:
            yield Piece(text, margin=True)
            text = ""
        before, text = mark, text + "".join(_text(thing, letters).split())
    if text:
        yield Piece(text, before == (MARGIN, -1))


def _mark(thing: Any) -> tuple[str, int]:
    """Give the innermost mark around a thing: its name and its number on the page."""
    count = raw.FPDFPageObj_CountMarks(thing)
    if count < 1:
        return ("", -1)
    mark = raw.FPDFPageObj_GetMark(thing, count - 1)
    size, number = ctypes.c_ulong(), ctypes.c_int(-1)
    raw.FPDFPageObjMark_GetName(mark, None, 0, size)
    name = ctypes.create_string_buffer(max(size.value, 2))
    raw.FPDFPageObjMark_GetName(mark, ctypes.cast(name, ctypes.POINTER(raw.FPDF_WCHAR)), size, size)
    raw.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", number)
    return (name.raw.decode("utf-16-le", "replace").rstrip("\0"), number.value)


def _text(thing: Any, letters: Any) -> str:
    size = raw.FPDFTextObj_GetText(thing, letters, None, 0)
    if size <= 0:
        return ""
    text = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(thing, letters, ctypes.cast(text, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return text.raw.decode("utf-16-le", "replace").rstrip("\0")


def _is_picture(thing: Any) -> bool:
    return thing.type in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM)


def _all_inked(page: Any, letters: Any) -> bool:
    """Say whether each letter, where it stands, differs from what is around it on the page as it is shown."""
    bitmap = page.render(scale=SCALE, grayscale=True, may_draw_forms=False)
    shown, wide, high, stride = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
    left, _, _, top = page.get_cropbox()
    for at in range(letters.count_chars()):
        if chr(max(raw.FPDFText_GetUnicode(letters, at), 0)).isspace() or raw.FPDFText_IsGenerated(letters, at):
            continue
        x0, y0, x1, y1 = letters.get_charbox(at)
        if x1 <= x0 or y1 <= y0:
            continue  # a sign that draws nothing
        from_x, to_x = int((x0 - left) * SCALE), int((x1 - left) * SCALE) + 1
        rows = range(int((top - y1) * SCALE), int((top - y0) * SCALE) + 1)
        if from_x < 0 or to_x > wide or rows.start < 0 or rows.stop > high:
            return False
        inside = b"".join(shown[row * stride + from_x : row * stride + to_x] for row in rows)
        if max(inside) - min(inside) < CONTRAST:
            return False
    return True
