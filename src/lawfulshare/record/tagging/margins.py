"""The sheet, and what stands in its margins on every page: head and foot, as artifacts that are not read aloud."""

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from lawfulshare.record.record import Frame
from lawfulshare.record.tagging import shapes
from lawfulshare.record.tagging.canvas import MarkingCanvas
from lawfulshare.record.tagging.faces import BOLD, CODE, REGULAR, SEMIBOLD, clean, shortened, width

WIDE, HIGH = A4
LEFT, RIGHT = 20 * mm, WIDE - 20 * mm
ROOM = RIGHT - LEFT
TOP, BOTTOM = HIGH - 24 * mm, 22 * mm


def head(canvas: MarkingCanvas, frame: Frame) -> None:
    """Draw what it is, whom it is about, how to handle it; across a training record, hatching and the word."""
    line = HIGH - 14 * mm
    handling_style = (BOLD, 13.0) if frame.training else (REGULAR, 9.5)
    handling = shortened(clean(frame.handling, handling_style[0]), *handling_style, 84 * mm)
    handling_wide = width(handling, *handling_style)
    with canvas.artifact("Pagination", "Header"):
        canvas.setFillColor(shapes.INK)
        canvas.put_words(clean(frame.head), SEMIBOLD, 9.5, LEFT, line)
        after = LEFT + width(clean(frame.head), SEMIBOLD, 9.5) + 5 * mm
        about = shortened(clean(frame.about), REGULAR, 9.5, RIGHT - handling_wide - 8 * mm - after)
        canvas.put_words(about, REGULAR, 9.5, after, line)
        canvas.put_words(handling, *handling_style, RIGHT - handling_wide, line)
        if frame.training:
            shapes.bar(canvas, LEFT, HIGH - 9 * mm, ROOM, 2 * mm, hatched=True)
        shapes.rule(canvas, LEFT, RIGHT, HIGH - 16.5 * mm, 0.5)


def watermark(canvas: MarkingCanvas, frame: Frame) -> None:
    """Draw the handling word of a training record across the page in outline, under what is read."""
    words, size = clean(frame.handling, BOLD), 84.0
    wide = width(words, BOLD, size)
    size *= min(1.0, 1.25 * WIDE / wide)
    with canvas.artifact("Pagination", "Watermark"):
        canvas.saveState()
        canvas.setStrokeColor(shapes.FAINT)
        canvas.setLineWidth(0.8)
        canvas.translate(WIDE / 2, HIGH / 2)
        canvas.rotate(52)
        canvas.put_outline(words, BOLD, size, -width(words, BOLD, size) / 2, -size / 3)
        canvas.restoreState()


def foot(canvas: MarkingCanvas, frame: Frame, page: int, pages: int) -> None:
    """Draw the number, the first figures of the twin's digest, and the page."""
    counted = frame.page.format(page=page, pages=pages)
    with canvas.artifact("Pagination", "Footer"):
        shapes.rule(canvas, LEFT, RIGHT, 17 * mm, 0.5)
        canvas.setFillColor(shapes.INK)
        number = shortened(clean(frame.number, CODE), CODE, 8.5, 90 * mm)
        canvas.put_words(number, CODE, 8.5, LEFT, 12.5 * mm)
        canvas.put_words(frame.digest, CODE, 8.5, LEFT + width(number, CODE, 8.5) + 4 * mm, 12.5 * mm)
        canvas.put_words(counted, REGULAR, 9.5, RIGHT - width(counted, REGULAR, 9.5), 12.5 * mm)
