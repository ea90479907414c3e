"""The shapes on paper: rules, amount marks, the bar of the decision, the mark of the product."""

import math
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from lawfulshare.record.record import Amount
from lawfulshare.record.tagging.canvas import MarkingCanvas

INK = HexColor("#16232B")
PETROL = HexColor("#0B5563")
FAINT = HexColor("#B4BEC4")
"""The watermark of a training record: to be seen, and to be read through."""
AMOUNT = 11.0
"""The width of an amount mark beside its word, in points."""


def rule(canvas: MarkingCanvas, left: float, right: float, y: float, weight: float) -> None:
    """Draw a rule across."""
    with canvas.artifact():
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(weight)
        canvas.line(left, y, right, y)


def amount(canvas: MarkingCanvas, mark: Amount, left: float, bottom: float, wide: float = AMOUNT) -> None:
    """Draw how much goes: full disc, half disc, broken ring, crossed ring, dotted ring."""
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    stroke = wide * (0.17 if mark in {"anonymise", "undecided"} else 0.12)
    canvas.setLineWidth(stroke)
    radius = wide / 2
    x, y = left + radius, bottom + radius
    ring = math.pi * (wide - stroke)
    match mark:
        case "send":
            canvas.circle(x, y, radius, stroke=0, fill=1)
        case "summarise":
            canvas.circle(x, y, radius - stroke / 2, fill=0)
            canvas.wedge(left, bottom, left + wide, bottom + wide, 90, 180, stroke=0, fill=1)
        case "anonymise":
            canvas.setDash([ring / 8 * 0.62, ring / 8 * 0.38])
            canvas.circle(x, y, radius - stroke / 2, fill=0)
        case "withhold":
            canvas.circle(x, y, radius - stroke / 2, fill=0)
            reach = (wide - stroke) * 0.3536
            canvas.line(x - reach, y - reach, x + reach, y + reach)
        case "undecided":
            canvas.setLineCap(1)
            canvas.setDash([0.01, ring / 10 - 0.01])
            canvas.circle(x, y, radius - stroke / 2, fill=0)
    canvas.restoreState()


def product_mark(canvas: MarkingCanvas, left: float, middle: float, radius: float = 3 * mm) -> float:
    """Draw two overlapping rings, the overlap filled, as an artifact; give the width."""
    other = left + radius + 0.87 * radius
    with canvas.artifact():
        canvas.saveState()
        canvas.setStrokeColor(PETROL)
        canvas.setFillColor(PETROL)
        canvas.setLineWidth(1.1)
        canvas.saveState()
        inside: Any = canvas.beginPath()
        inside.circle(left + radius, middle, radius)
        canvas.clipPath(inside, stroke=0)
        canvas.circle(other, middle, radius, stroke=0, fill=1)
        canvas.restoreState()
        canvas.circle(left + radius, middle, radius, fill=0)
        canvas.circle(other, middle, radius, fill=0)
        canvas.restoreState()
    return other + radius - left


def box(canvas: MarkingCanvas, left: float, bottom: float, wide: float, high: float, *, weight: float) -> None:
    """Draw a frame."""
    with canvas.artifact():
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(weight)
        canvas.rect(left, bottom, wide, high, fill=0)


def bar(canvas: MarkingCanvas, left: float, bottom: float, wide: float, high: float, *, hatched: bool) -> None:
    """Draw a bar, solid or hatched: a photocopy shows the difference."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.setStrokeColor(INK)
        if not hatched:
            canvas.rect(left, bottom, wide, high, stroke=0, fill=1)
        else:
            inside: Any = canvas.beginPath()
            inside.rect(left, bottom, wide, high)
            canvas.clipPath(inside, stroke=0)
            canvas.setLineWidth(1.3)
            step, lean = 4.0, min(wide, high)
            span = wide if wide > high else high
            for at in range(int((span + 2 * lean) / step) + 1):
                if wide > high:
                    x = left - lean + at * step
                    canvas.line(x, bottom - 1, x + lean + 2, bottom + lean + 1)
                else:
                    y = bottom - lean + at * step
                    canvas.line(left - 1, y, left + lean + 1, y + lean + 2)
        canvas.restoreState()
