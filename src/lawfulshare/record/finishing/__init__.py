"""Structure tree, metadata and associated file: pages to PDF/A-3 and PDF/UA-1."""

import io
from collections.abc import Callable, Sequence

import pikepdf

from lawfulshare.record import twin
from lawfulshare.record.finishing import metadata, structure
from lawfulshare.record.finishing.streams import mend_fonts, settle
from lawfulshare.record.paper import Paper
from lawfulshare.record.record import Record
from lawfulshare.record.tagging import boxes


def finish(paper: Paper, record: Record) -> bytes:
    """Make drawn pages a tagged PDF/A-3 with the twin attached: the same input gives the same bytes."""
    of_the_record = metadata.Source(twin.NAME, twin.dump(record), "The data from which this record was drawn")
    return finish_paper(paper, metadata.made(record), of_the_record)


def finish_paper(paper: Paper, by: metadata.Made, source: metadata.Source | None = None) -> bytes:
    """Make drawn pages a tagged PDF/A-3; without a source nothing is attached: what leaves carries what it shows."""
    with pikepdf.open(io.BytesIO(paper.pdf)) as pdf:
        structure.tag(pdf, paper)
        metadata.describe(pdf, paper.frame, by)
        if source is not None:
            metadata.attach(pdf, source, metadata.pdf_date(by.at))
        mend_fonts(pdf)
        settle(pdf)
        return _saved(pdf)


def stamp(title: str, lines: Sequence[str]) -> Callable[[float, float], bytes]:
    """Give what draws a visible signature into a field: a strong line and small lines under it."""

    def draw(wide: float, high: float) -> bytes:
        with pikepdf.open(io.BytesIO(boxes.stamp(title, lines, wide, high))) as pdf:
            mend_fonts(pdf)
            settle(pdf)
            return _saved(pdf)

    return draw


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        min_version="1.7",
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return out.getvalue()
