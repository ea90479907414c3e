"""The sizes of type and space on paper."""

from typing import NamedTuple

from reportlab.lib.units import mm

from lawfulshare.record.tagging.faces import BOLD, REGULAR, SEMIBOLD, Style

LABEL, RUNNING = 38 * mm, 118 * mm
BODY = Style(REGULAR, 10.5, 15)
SMALL = Style(REGULAR, 9.5, 13)
LEAD = Style(REGULAR, 13, 18.5)
LABELS = Style(SEMIBOLD, 9.5, 13)
STRONG = Style(SEMIBOLD, 10.5, 15)
WORD = Style(BOLD, 22, 30, BOLD)
HEADINGS = {1: Style(SEMIBOLD, 17, 22), 2: Style(SEMIBOLD, 17, 22), 3: Style(SEMIBOLD, 12, 16)}
STYLES = {"body": BODY, "small": SMALL, "quote": BODY, "lead": LEAD}
FIELD_HIGH, FIELD_GAP = 21 * mm, 2.2 * mm
MAY_SPLIT = 90 * mm
"""A row of facts that is higher than this may go on on the next page."""


class Spacing(NamedTuple):
    """How far apart the rows of page 1 stand."""

    padding: float
    leading: float
    box: float


SPACINGS = (Spacing(2.6 * mm, 15, 6 * mm), Spacing(1.8 * mm, 14, 5 * mm), Spacing(1.1 * mm, 13.5, 4 * mm))
"""From the usual one to the closest that can still be read with ease; page 1 is to be the whole story."""
