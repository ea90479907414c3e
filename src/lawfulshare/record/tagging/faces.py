"""The faces in the PDF: whole font files, what they can write, how wide a word is."""

import functools
import re
import unicodedata
from typing import Any, NamedTuple

from lawfulshare import content

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"
BOLD = "SourceSans3-Bold"
CODE = "SourceCodePro-Regular"
FACES = (REGULAR, SEMIBOLD, BOLD, CODE)
ASCENT = 0.76
"""Where a line of text sits in its height: the share of the size above the baseline."""
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_BLANK = re.compile(r"[^\S\n\u00a0\u202f]+")


class Style(NamedTuple):
    """How text is set: its face, the face for stronger words, size and line in points."""

    face: str
    size: float
    leading: float
    strong: str = SEMIBOLD
    right: bool = False


@functools.cache
def fonts() -> dict[str, Any]:
    """Read the faces once and make them known to ReportLab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = {}
    for face in FACES:
        known[face] = TTFont(face, str(content.resources() / "fonts" / f"{face}.ttf"), asciiReadable=False)
        pdfmetrics.registerFont(known[face])
    return known


def clean(text: str, face: str = REGULAR) -> str:
    """Give text as it can be drawn.

    Composed letters, one blank between words, no unseen characters. A character that the face lacks is written as its
    Unicode number, `[U+1F600]`, so that nothing goes missing without a sign; the data inside the file has it as it was.
    """
    composed = _BLANK.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n"))))
    writes = _writes(face)
    if writes.issuperset(map(ord, composed)):
        return composed
    return "".join(letter if ord(letter) in writes else _number(letter) for letter in composed)


def _number(letter: str) -> str:
    return " " if unicodedata.category(letter) == "Cc" else f"[U+{ord(letter):04X}]"


@functools.cache
def _writes(face: str) -> frozenset[int]:
    return frozenset(code for code, glyph in fonts()[face].face.charToGlyph.items() if glyph and code >= 32) | {10}


@functools.lru_cache(maxsize=20_000)
def width(text: str, face: str, size: float) -> float:
    """Give the width of a text in points."""
    return float(fonts()[face].stringWidth(text, size))


def shortened(text: str, face: str, size: float, room: float) -> str:
    """Give a text cut to the room it has, with an ellipsis where something was cut."""
    if width(text, face, size) <= room:
        return text
    while text and width(text + "…", face, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
