"""Draws a record again from its data and compares page by page: does the paper say what the data says?"""

from lawfulshare.law.packs.pack import Law
from lawfulshare.record.making import draw
from lawfulshare.record.record import Record
from lawfulshare.wording import Wording


def same_pages(pdf: bytes, record: Record, law: Law, words: Wording) -> bool:
    """Say whether each page is drawn as the data inside says.

    The same program draws the same bytes, and the signed file begins with them. Another build of a library may pack
    them otherwise; then what each page draws must be the same. What a signature shows is no part of the page.
    """
    from lawfulshare.record.finishing import drawn_pages

    again = draw(record, law, words)
    return pdf.startswith(again) or drawn_pages(pdf) == drawn_pages(again)
