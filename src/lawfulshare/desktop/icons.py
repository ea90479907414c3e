"""Line icons, drawn crisp at any size in the colour of the text beside them."""

import functools

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from lawfulshare import content
from lawfulshare.desktop.theme import theme

STROKE = "1.9"


@functools.cache
def _drawing(name: str) -> str:
    path = content.resources() / "icons" / f"{name}.svg"
    return path.read_text(encoding="utf-8").replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@functools.cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, tone: str, where: QRectF) -> None:
    """Draw an icon into a rectangle, in a colour of the theme."""
    _renderer(name, theme.color(tone).name()).render(painter, where)


class Icon(QWidget):
    """An icon beside words; it says nothing by itself, so a screen reader passes over it."""

    def __init__(self, name: str, tone: str = "ink2", size: float = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.tone, self._size = name, tone, size
        self._fit()
        theme.changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        paint_icon(painter, self.name, self.tone, QRectF(self.rect()))
        painter.end()

    def _fit(self) -> None:
        self.setFixedSize(theme.px(self._size), theme.px(self._size))
