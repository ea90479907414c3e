"""The application's one style sheet, written from the look's tokens."""

from collections.abc import Iterator
from typing import Any, Protocol

from PySide6.QtGui import QColor

OUTCOMES = ("urgent", "share", "limited", "seek", "notnow", "advice")
TONES = ("ink2", "ink3", "accent", "onAccent", "surface", *OUTCOMES)


class Measures(Protocol):
    """What the style sheet asks of the theme."""

    scheme: Any

    def color(self, name: str) -> QColor:
        """Give a colour by its name."""

    def px(self, size: float) -> int:
        """Scale a size with the text."""

    def gap(self, size: float) -> int:
        """Scale a gap."""


def style_sheet(theme: Measures, tokens: dict[str, Any]) -> str:
    """Write the style sheet of the whole application for a theme."""
    parts = (_grounds, _texts, _inputs, _tables, _scroll_bars, _menus)
    return "\n".join(rule for part in parts for rule in part(theme, tokens))


def _name(theme: Measures, color: str) -> str:
    return theme.color(color).name()


def _grounds(theme: Measures, tokens: dict[str, Any]) -> Iterator[str]:
    def c(name: str) -> str:
        return _name(theme, name)

    edge = 2 if theme.scheme == "contrast" else 1
    well = f"1px solid {c('line')}" if theme.scheme == "contrast" else "0"
    card = theme.px(tokens["radius"]["card"])
    yield f"* {{ font-family:'{tokens['font']['ui']}'; outline:0 }}"
    yield f"QWidget {{ color:{c('ink')}; font-size:{theme.px(tokens['type']['body']['px'])}px }}"
    yield f"QMainWindow, QDialog, QWidget[ground=paper] {{ background:{c('paper')} }}"
    yield f"QWidget[ground=surface] {{ background:{c('surface')} }}"
    for side in ("top", "bottom", "left", "right"):
        yield f"QWidget[line={side}] {{ border:0; border-{side}:1px solid {c('line')} }}"
    yield "QScrollArea, QScrollArea > QWidget > QWidget[ground=none] { background:transparent; border:0 }"
    yield "QGroupBox { border:0; margin:0; padding:0 }"
    yield f"QFrame[kind=card] {{ background:{c('surface')}; border:1px solid {c('line')}; border-radius:{card}px }}"
    yield f"QFrame[kind=missing] {{ background:transparent; border:1px dashed {c('edge')}; border-radius:{card}px }}"
    yield f"QFrame[kind=well] {{ background:{c('sunken')}; border:{well}; border-radius:{card}px }}"
    accent = f"background:{c('accentTint')}; border:1px solid {c('accentLine')}"
    yield f"QFrame[kind=accent] {{ {accent}; border-radius:{card}px }}"
    yield "QFrame[kind=plain] { background:transparent; border:0 }"
    yield f"QFrame[kind=cell] {{ background:transparent; border:0; border-top:1px solid {c('line')} }}"
    yield f"QFrame[kind=rule] {{ background:{c('line')}; border:0; max-height:1px; min-height:1px }}"
    for name in OUTCOMES:
        yield (
            f"QFrame[kind={name}] {{ background:{c(name + 'Tint')}; border:{edge}px solid {c(name + 'Line')};"
            f" border-radius:{card}px }}"
        )


def _texts(theme: Measures, tokens: dict[str, Any]) -> Iterator[str]:
    yield "QLabel { background:transparent; border:0 }"
    for style, kind in tokens["type"].items():
        family = f"font-family:'{tokens['font']['code']}';" if style == "code" else ""
        yield f"QLabel[type={style}] {{ font-size:{theme.px(kind['px'])}px; font-weight:{kind['weight']}; {family} }}"
    yield "QLabel[quiet=true] { font-weight:400 }"
    caption = theme.px(tokens["type"]["overline"]["px"])
    yield f"QLabel[type=caption] {{ font-size:{caption}px; font-weight:400 }}"
    for tone in TONES:
        yield f"QLabel[tone={tone}] {{ color:{_name(theme, tone)} }}"
    yield (
        f"QToolTip {{ background:{_name(theme, 'ink')}; color:{_name(theme, 'paper')}; border:0;"
        f" padding:{theme.px(6)}px {theme.px(8)}px }}"
    )


def _inputs(theme: Measures, tokens: dict[str, Any]) -> Iterator[str]:
    line = 2 if theme.scheme == "contrast" else 1
    inputs = "QLineEdit, QPlainTextEdit, QComboBox"
    up, side = theme.gap(9), theme.gap(12)
    yield (
        f"{inputs} {{ background:{_name(theme, 'surface')}; border:{line}px solid {_name(theme, 'edge')};"
        f" border-radius:{theme.px(tokens['radius']['control'])}px; padding:{up}px {side}px;"
        f" selection-background-color:{_name(theme, 'highlight')}; selection-color:{_name(theme, 'onHighlight')} }}"
    )
    # Without this, what stands in an empty field is the field's own ink at half its strength.
    fields = "QLineEdit, QComboBox, QComboBox QLineEdit, QPlainTextEdit"
    yield f"{fields} {{ placeholder-text-color:{_name(theme, 'ink3')} }}"
    yield f"QPlainTextEdit {{ padding-left:{side - 4}px; padding-right:{side - 4}px }}"
    yield "QComboBox QLineEdit { border:0; padding:0; background:transparent; border-radius:0 }"
    yield f"QComboBox {{ padding-right:{theme.px(34)}px }}"
    yield f"QComboBox::drop-down {{ border:0; width:{theme.px(34)}px }} QComboBox::down-arrow {{ image:none }}"
    yield (
        f"*[invalid=true] {{ border:2px solid {_name(theme, 'urgent')};"
        f" padding:{up - (2 - line)}px {side - (2 - line)}px }}"
    )
    yield (
        f"QAbstractItemView {{ background:{_name(theme, 'surface')}; border:1px solid {_name(theme, 'edge')};"
        f" selection-background-color:{_name(theme, 'highlight')}; selection-color:{_name(theme, 'onHighlight')} }}"
        f" QAbstractItemView::item {{ min-height:{theme.px(32)}px; padding:0 {theme.gap(8)}px }}"
    )


def _tables(theme: Measures, tokens: dict[str, Any]) -> Iterator[str]:
    radius = theme.px(tokens["radius"]["card"])
    yield (
        f"QTableView {{ background:{_name(theme, 'surface')}; border:1px solid {_name(theme, 'line')};"
        f" border-radius:{radius}px }} QTableView::item {{ padding:0 }}"
        f" QTableView[kind=told]::item {{ padding:0 {theme.gap(8)}px }}"
        f" QHeaderView {{ background:transparent; border:0 }}"
        f" QHeaderView::section {{ background:transparent; border:0; border-bottom:1px solid {_name(theme, 'line')};"
        f" color:{_name(theme, 'ink2')}; font-size:{theme.px(tokens['type']['label']['px'])}px; font-weight:600;"
        f" padding:{theme.gap(10)}px {theme.gap(10)}px }}"
    )


def _scroll_bars(theme: Measures, tokens: dict[str, Any]) -> Iterator[str]:
    wide = tokens["size"]["scrollbar"]
    yield (
        f"QScrollBar:vertical {{ background:transparent; width:{wide + 5}px; margin:3px 3px 3px 2px }}"
        f" QScrollBar:horizontal {{ background:transparent; height:{wide + 5}px; margin:2px 3px 3px 3px }}"
        f" QScrollBar::handle {{ background:{_name(theme, 'edge')}; border-radius:{wide // 2}px;"
        " min-height:40px; min-width:40px }"
        " QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page"
        " { background:none; height:0; width:0; border:0 }"
    )


def _menus(theme: Measures, tokens: dict[str, Any]) -> Iterator[str]:
    yield (
        f"QGroupBox[kind=menu] {{ background:{_name(theme, 'surface')}; border:1px solid {_name(theme, 'edge')};"
        f" border-radius:{theme.px(tokens['radius']['control'])}px }}"
    )
