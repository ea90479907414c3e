"""Amount marks: how much goes, as a shape that survives a photocopier; and the broken ring of what is not known."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.theme import theme

AMOUNTS = ("send", "summarise", "anonymise", "withhold")
EXTENT_OF = {"send": "full", "summarise": "summary", "anonymise": "anonymised", "withhold": "withhold"}
"""What the practitioner proposes (an extent) for each thing that the law may say (a verdict)."""
AMOUNT_OF = {extent: amount for amount, extent in EXTENT_OF.items()}


def paint_mark(painter: QPainter, amount: str, where: QRectF, colour: QColor) -> None:
    """Draw the mark of an amount: full disc, half disc, broken ring, crossed ring; dotted where not decided."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = where.width()
    stroke = max(1.6, side * 0.115)
    ring = where.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if amount in ("send", "summarise"):
        painter.setPen(QPen(colour, stroke))
        painter.drawEllipse(ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if amount == "send":
            painter.drawEllipse(where)
        else:
            painter.drawPie(where, 90 * 16, 180 * 16)
    elif amount == "anonymise":
        painter.setPen(_dashes(colour, stroke * 1.15, side - stroke, 8))
        painter.drawEllipse(ring)
    elif amount == "withhold":
        painter.setPen(QPen(colour, stroke))
        painter.drawEllipse(ring)
        reach = (side - stroke) * 0.3536
        middle = where.center()
        painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))
    else:
        painter.setPen(QPen(colour, stroke * 0.8, Qt.PenStyle.DotLine))
        painter.drawEllipse(ring)
    painter.restore()


def _dashes(colour: QColor, stroke: float, across: float, parts: int) -> QPen:
    pen = QPen(colour, stroke, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    length = math.pi * across / stroke / parts
    pen.setDashPattern([length * 0.62, length * 0.38])
    return pen


class Mark(QWidget):
    """The mark of an amount beside its word."""

    def __init__(self, amount: str, size: float = 14, tone: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount, self._size, self.tone = amount, size, tone
        self._fit()
        theme.changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        paint_mark(painter, self.amount, QRectF(self.rect()), theme.color(self.tone))
        painter.end()

    def _fit(self) -> None:
        self.setFixedSize(theme.px(self._size), theme.px(self._size))
