"""The progress rail: sections and their states, and how many pages are left at least and at most; and its strip."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lawfulshare.desktop.buttons import IconButton, PlainButton
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.theme import theme, tokens

State: TypeAlias = Literal["done", "here", "to_do", "look_again", "not_needed"]
ROW, CLOSE, DISC, AT, GAP = 38, 34, 20, 14, 12
MANY = 14
"""More rows than this stand closer, so that all of them are seen at once in a window of usual height."""
WRAP = int(Qt.TextFlag.TextWordWrap)


class RailRow(NamedTuple):
    """One section: its name for the program, its title, how it stands, and why; `reachable` if it can be gone to."""

    name: str
    title: str
    state: State
    note: str = ""
    reachable: bool = True


def said_of(row: RailRow) -> str:
    """Say a row in words: the section, how it stands, and why."""
    state = word(f"rail.{row.state}")
    if row.note:
        return word("rail.row_note", title=row.title, state=state, note=row.note)
    return word("rail.row", title=row.title, state=state)


class _Row(PlainButton):
    """One row: a button where the section can be gone to, else words alone."""

    def __init__(self, row: RailRow, high: int) -> None:
        super().__init__(row.title)
        self.row, self.slim, self.high = row, False, high
        self.setAccessibleName(said_of(row))
        self.setToolTip(said_of(row))
        self.take_room(QSizePolicy.Policy.Expanding)
        if not row.reachable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        wide = theme.gap(tokens()["size"]["rail"]) - theme.gap(30)
        return QSize(wide, self.heightForWidth(wide if self._at is None else self._at))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(DISC), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        return self._tall(width)

    def hitButton(self, place: object) -> bool:
        return self.row.reachable

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.row.state == "here"
        radius = theme.px(tokens()["radius"]["control"])
        if here or (self.underMouse() and self.row.reachable):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accentTint" if here else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if here and not self.slim:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, theme.px(8), 3, self.height() - theme.px(16)), 1.5, 1.5)
        disc = theme.px(DISC)
        left = (self.width() - disc) / 2 if self.slim else theme.gap(AT)
        paint_state(painter, self.row.state, QRectF(left, (theme.px(self.high) - disc) / 2, disc, disc))
        if not self.slim:
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        state = self.row.state
        left = self._words_left()
        wide = self.width() - left - theme.gap(6)
        painter.setFont(theme.font("small", 600 if state == "here" else 500))
        tone = "ink" if state in ("done", "here") else "limited" if state == "look_again" else "ink2"
        painter.setPen(theme.color(tone))
        title = self._title_height(wide)
        top = max(0.0, (theme.px(self.high) - title) / 2) if not self.row.note else theme.px(self.high / 2 - 10)
        painter.drawText(QRectF(left, top, wide, title + 4), WRAP, self.row.title)
        if self.row.note:
            painter.setFont(theme.font("overline", 400))
            painter.setPen(theme.color("ink2"))
            painter.drawText(QRectF(left, top + title + 1, wide, self.height()), WRAP, self.row.note)

    def _words_left(self) -> int:
        return theme.gap(AT) + theme.px(DISC) + theme.gap(GAP)

    def _title_height(self, wide: int) -> int:
        box = QRect(0, 0, max(40, wide), 10000)
        return QFontMetrics(theme.font("small", 600)).boundingRect(box, WRAP, self.row.title).height()

    def _tall(self, width: int) -> int:
        if self.slim:
            return theme.px(self.high)
        wide = width - self._words_left() - theme.gap(6)
        title = self._title_height(wide)
        if not self.row.note:
            return max(theme.px(self.high), title + theme.px(12))
        box = QRect(0, 0, max(40, wide), 10000)
        note = QFontMetrics(theme.font("overline", 400)).boundingRect(box, WRAP, self.row.note).height()
        return theme.px(self.high / 2 - 10) + title + note + theme.px(9)


def paint_state(painter: QPainter, state: State, disc: QRectF) -> None:
    """Draw the disc of a state: a check, a ring and dot, a ring, an arrow round, a dash."""
    side = disc.width()
    if state == "done":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(disc)
        paint_icon(painter, "check", "onAccent", disc.adjusted(side * 0.15, side * 0.15, -side * 0.15, -side * 0.15))
    elif state == "here":
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(disc.adjusted(side * 0.3, side * 0.3, -side * 0.3, -side * 0.3))
    elif state == "look_again":
        paint_icon(painter, "rotate-ccw", "limited", disc)
    elif state == "not_needed":
        painter.setPen(QPen(theme.color("edge"), 2))
        painter.drawLine(disc.center() - QPointF(side * 0.3, 0), disc.center() + QPointF(side * 0.3, 0))
    else:
        painter.setPen(QPen(theme.color("edge"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))


class Rail(QWidget):
    """The sections of a door; `chosen` says the name of the row that was pressed.

    A slim rail shows discs alone, each with its name as a tip; the button at its foot opens it.
    """

    chosen = Signal(str)

    def __init__(self, rows: Sequence[RailRow] = (), title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slim = self._open = False
        self.setAccessibleName(word("rail.name"))
        self.setProperty("line", "right")
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Words(title, "overline", "ink2")
        self._scrolled = Column(margins=(0, 0, 0))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._left = Words("", "label")
        self._why = Words(word("rail.left_why"), "caption", "ink2")
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.gap(8))
        self._scrolled.add(self._title)
        self._scrolled.body.addSpacing(theme.gap(8))
        self._scrolled.body.addLayout(self._list)
        self._scrolled.end()
        self._scrolled.content.setMinimumWidth(1)  # a slim rail is narrower than any page
        column.addWidget(self._scrolled, 1)
        column.addWidget(self._left)
        column.addWidget(self._why)
        self._unfold = IconButton(word("rail.unfold"), "chevron-right")
        self._unfold.clicked.connect(self._fold)
        column.addWidget(self._unfold)
        self._rows: list[_Row] = []
        self.show_rows(rows, title=title)
        theme.changed.connect(self._fit)

    def show_rows(
        self, rows: Sequence[RailRow], shortest: int | None = None, longest: int | None = None, title: str | None = None
    ) -> None:
        """Show the sections as they stand, and how many pages the shortest and the longest way from here has."""
        if title is not None:
            self._title.say(title)
        if [row.row for row in self._rows] != list(rows):
            self._rebuild(rows)
        self._left.say(pages_left(shortest, longest))
        self._fit()

    def set_slim(self, slim: bool) -> None:
        """Show discs alone, or the whole rail."""
        self._slim, self._open = slim, False
        self._fit()

    def focus_here(self) -> None:
        """Put the focus on the row of the present section."""
        here = next((row for row in self._rows if row.row.state == "here"), None)
        for row in (here, *self._rows):
            if row is not None and row.row.reachable:
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _rebuild(self, rows: Sequence[RailRow]) -> None:
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        high = CLOSE if len(rows) > MANY else ROW
        self._rows = [_Row(row, high) for row in rows]
        for widget in self._rows:
            self._list.addWidget(widget)
            if widget.row.reachable:
                name = widget.row.name
                widget.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))

    def _fold(self) -> None:
        self._open = not self._open
        self._fit()

    def _fit(self) -> None:
        sizes = tokens()["size"]
        narrow = self._slim and not self._open
        self.setFixedWidth(theme.gap(sizes["rail_icons"] if narrow else sizes["rail"]))
        side = theme.gap(8 if narrow else 16)
        self._column.setContentsMargins(side, theme.gap(20), theme.gap(8) if narrow else theme.gap(14), theme.gap(16))
        self._unfold.setVisible(self._slim)
        self._unfold.rename(word("rail.unfold" if narrow else "rail.fold"))
        self._unfold.icon_name = "chevron-right" if narrow else "chevron-left"
        for label in (self._title, self._left, self._why):
            label.setVisible(not narrow and bool(label.plain) and (label is not self._why or bool(self._left.plain)))
        for row in self._rows:
            row.slim = narrow
            row.updateGeometry()
            row.update()


def pages_left(shortest: int | None, longest: int | None) -> str:
    """Say how many pages are left on the shortest and on the longest way."""
    if shortest is None or longest is None:
        return ""
    if shortest == longest:
        return word("rail.left_one") if longest == 1 else word("rail.left_same", most=longest)
    return word("rail.left", least=shortest, most=longest)
