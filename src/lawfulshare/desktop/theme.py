"""Colours, type and sizes of the window, read from the look's tokens and followed from the system."""

import functools
import json
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from lawfulshare import content
from lawfulshare.desktop.style_sheet import style_sheet

Scheme: TypeAlias = Literal["light", "dark", "contrast"]
Breadth: TypeAlias = Literal["wide", "medium", "narrow"]
GAPS_GROW_TO = 1.3
LARGE = 1.5
"""The scale from which text counts as large."""
USUAL_TEXT = {"windows": 9.0, "cocoa": 13.0, "xcb": 11.0, "wayland": 11.0}
"""The point size that each platform calls normal; what the person set beside it is the text scale."""

ROLES = (
    (QPalette.ColorRole.Window, "paper"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.Highlight, "highlight"),
    (QPalette.ColorRole.HighlightedText, "onHighlight"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.ToolTipBase, "ink"),
    (QPalette.ColorRole.ToolTipText, "surface"),
)


@functools.cache
def tokens() -> dict[str, Any]:
    """Read the values of the look."""
    read: dict[str, Any] = json.loads((content.resources() / "look" / "tokens.json").read_text(encoding="utf-8"))
    return read


class Theme(QObject):
    """The one place that knows a colour or a size; everything drawn asks it by name when it draws.

    `changed` is emitted after every change of scheme or scale; widgets that fix their own size listen to it.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme: Scheme = "light"
        self.scale = 1.0
        self._system_text = 0.0
        self._fonts_loaded = False

    def apply(self, app: QApplication, scheme: Scheme, scale: float) -> None:
        """Dress the whole application in a scheme, at a text scale between 1 and 4."""
        self._prepare(app)
        self.scheme, self.scale = scheme, min(4.0, max(1.0, scale))
        app.setFont(self.font("body"))
        app.setPalette(self._palette())
        app.setStyleSheet(style_sheet(self, tokens()))
        self.changed.emit()

    def follow(self, app: QApplication, own_scale: float = 1.0, scheme: Scheme | None = None) -> None:
        """Follow the system's colours, contrast and text size; `own_scale` and `scheme` are the person's own wish."""
        self._prepare(app)
        usual = USUAL_TEXT.get(QGuiApplication.platformName(), self._system_text)
        scale = max(1.0, self._system_text / usual if usual > 0 else 1.0) * own_scale
        self.apply(app, scheme or self._system_scheme(), scale)

    def color(self, name: str) -> QColor:
        """Give a colour by its name in the tokens: `ink`, `accentTint`, `urgent`."""
        return QColor(tokens()["palettes"][self._palette_name()][name])

    def px(self, size: float) -> int:
        """Scale a size that grows with the text: letters, icons, discs."""
        return max(1, round(size * self.scale))

    def gap(self, size: float) -> int:
        """Scale a gap, a margin or a bar: it grows by a third at most, so that large text keeps its room."""
        return max(0, round(size * min(self.scale, GAPS_GROW_TO)))

    def font(self, style: str, weight: int | None = None) -> QFont:
        """Give the font of a style: `question`, `body`, `small`."""
        kind = tokens()["type"][style]
        families = tokens()["font"]
        font = QFont([families["code"] if style == "code" else families["ui"], *families["fallback"]])
        font.setPixelSize(self.px(kind["px"]))
        font.setWeight(QFont.Weight(weight or kind["weight"]))
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def size(self, name: str) -> int:
        """Give a size by its name in the tokens, at 100 %: `rail`, `panel`, `text_column`."""
        return int(tokens()["size"][name])

    def breadth(self, width: int) -> Breadth:
        """Judge a window's width by what fits: the width divided by the text scale."""
        effective = width / self.scale
        points = tokens()["breakpoints"]
        return "wide" if effective >= points["wide"] else "medium" if effective >= points["medium"] else "narrow"

    def is_large(self) -> bool:
        """Say whether the text is so large that what stands side by side goes under one another."""
        return self.scale >= LARGE

    def is_tiny(self, width: int) -> bool:
        """Say whether so little fits into a window's width that its bars shrink to icons."""
        return width / self.scale < float(tokens()["breakpoints"]["tiny"])

    def edge_width(self, chosen: bool = False) -> int:
        """Give the width of a control's frame: two where it is chosen, in error, or in high contrast."""
        return int(tokens()["stroke"]["selected" if chosen or self.scheme == "contrast" else "control"])

    def _prepare(self, app: QApplication) -> None:
        if self._fonts_loaded:
            return
        self._system_text = app.font().pointSizeF()
        app.setStyle("Fusion")
        for path in sorted((content.resources() / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
        self._fonts_loaded = True

    def _palette_name(self) -> str:
        return "high_contrast" if self.scheme == "contrast" else self.scheme

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in ROLES:
            palette.setColor(role, self.color(name))
        return palette

    def _system_scheme(self) -> Scheme:
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


theme = Theme()
"""The window's theme."""
