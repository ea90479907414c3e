"""The household and network drawn: people as cards, homes as tinted hulls, how they stand as words on the lines."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.family import not_asked_after
from lawfulshare.case.family_map import (
    ACROSS,
    CARD,
    HEAD,
    INSIDE,
    FamilyMap,
    Home,
    Place,
    Strand,
    family_map,
    place_words,
)
from lawfulshare.case.family_told import kept_in_words, named, who
from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.wording import wording

LINES = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
}
BETWEEN_MISSING = 16.0
MARGIN = 10.0


class _Shown(NamedTuple):
    """What one card says."""

    name: str
    under: str
    icon: str
    kept: str
    is_subject: bool
    is_missing: bool


class FamilyPicture(QWidget):
    """The map; it tells which person was pressed, and says to a screen reader that the table holds the same."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(wording()("family.map"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._case = CaseFile()
        self._plan: FamilyMap = family_map(self._case)
        self._missing: tuple[tuple[str, QRectF], ...] = ()
        self._taken: list[Place] = []
        theme.changed.connect(self._plan_anew)

    def show_case(self, case: CaseFile) -> None:
        """Draw the people of a case."""
        self._case = case
        self._plan_anew()

    def sizeHint(self) -> QSize:
        """Ask for the height of the plan."""
        return QSize(theme.px(CARD[0] + 2 * MARGIN), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Be no wider than one card needs."""
        return QSize(theme.px(120), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Plan again for the room there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._plan_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell whose card was pressed."""
        at = event.position() / theme.scale - QPointF(MARGIN, MARGIN)
        for card in self._plan.cards:
            if QRectF(card.x, card.y, *CARD).contains(at):
                self.pressed.emit(card.person)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw homes, then lines, then cards, then the words on the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(theme.scale, theme.scale)
        painter.translate(MARGIN, MARGIN)
        for home in self._plan.homes:
            self._draw_home(painter, home)
        for strand in self._plan.strands:
            pen = QPen(theme.color("ink2"), 1.6, LINES[strand.line])
            painter.setPen(pen)
            painter.drawLine(QPointF(*strand.start), QPointF(*strand.end))
        for card in self._plan.cards:
            self._draw_card(painter, QRectF(card.x, card.y, *CARD), self._shown(card.person))
        for part, where in self._missing:
            words = wording()
            told = _Shown(
                words(f"family.missing.{part}"),
                words("family.not_asked"),
                "plus",
                "",
                is_subject=False,
                is_missing=True,
            )
            self._draw_card(painter, where, told)
        self._taken = [Place(card.x, card.y, *CARD) for card in self._plan.cards]
        for strand in self._plan.strands:
            self._draw_words(painter, strand)
        painter.end()

    def _plan_anew(self) -> None:
        room = max(CARD[0] + 2 * INSIDE, self.width() / theme.scale - 2 * MARGIN)
        self._plan = family_map(self._case, room)
        parts = not_asked_after(self._case) if self._case.people else ()
        across = max(1, int((room + ACROSS) // (CARD[0] + ACROSS)))
        top = self._plan.height + 32 if self._plan.cards else 0.0
        self._missing = tuple(
            (part, QRectF(
                (place % across) * (CARD[0] + ACROSS),
                top + (place // across) * (CARD[1] + BETWEEN_MISSING), *CARD,
            ))
            for place, part in enumerate(parts)
        )  # fmt: skip
        bottom = max([self._plan.height, *(where.bottom() for _, where in self._missing)])
        self.setFixedHeight(round((bottom + 2 * MARGIN) * theme.scale))
        self.update()

    def _shown(self, key: str) -> _Shown:
        words, case = wording(), self._case
        person = next(one for one in case.people or () if one.id == key)
        about = key in (case.concern.about or ()) or person.part == "subject"
        icon = "baby" if person.kind in ("child", "unborn") else "user"
        nameless = not (person.label or person.name)
        if nameless:
            icon = "circle-question-mark"
        return _Shown(
            named(case, key, words), who(person, words), icon, kept_in_words(case, key, words),
            is_subject=about, is_missing=nameless,
        )  # fmt: skip

    def _draw_home(self, painter: QPainter, home: Home) -> None:
        words = wording()
        painter.setPen(QPen(theme.color("accentLine"), 1.4))
        painter.setBrush(theme.color("accentTint"))
        painter.drawRoundedRect(QRectF(home.x, home.y, home.width, home.height), 16, 16)
        paint_icon(painter, "house", "accent", QRectF(home.x + INSIDE, home.y + 12, 18, 18))
        painter.setPen(theme.color("accent"))
        painter.setFont(_font("label"))
        first = words("family.hull", name=named(self._case, home.members[0], words))
        room = QRectF(home.x + INSIDE + 26, home.y + 8, home.width - 2 * INSIDE - 26, HEAD)
        _one_line(painter, room, first)

    def _draw_card(self, painter: QPainter, where: QRectF, told: _Shown) -> None:
        pen = QPen(theme.color("accent" if told.is_subject else "edge"), 2 if told.is_subject else 1.2)
        if told.is_missing:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("sunken" if told.is_missing else "surface"))
        radius = tokens()["radius"]["card"]
        painter.drawRoundedRect(where, radius, radius)
        disc = QRectF(where.x() + 12, where.y() + 14, 40, 40)
        if told.kept:
            disc = QRectF(where.x() + 14, where.y() + 7, 34, 34)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if told.is_subject else "hover" if told.is_missing else "sunken"))
        painter.drawEllipse(disc)
        paint_icon(painter, told.icon, "onAccent" if told.is_subject else "ink2", disc.adjusted(8, 8, -8, -8))
        top = where.y() + (3 if told.kept else 13)
        left, wide = disc.right() + 12, where.right() - disc.right() - 20
        painter.setPen(theme.color("ink"))
        painter.setFont(_font("strong"))
        _one_line(painter, QRectF(left, top, wide, 22), told.name)
        painter.setPen(theme.color("ink2"))
        painter.setFont(_font("overline", QFont.Weight.Normal))
        _one_line(painter, QRectF(left, top + 22, wide, 18), told.under)
        if told.kept:
            painter.setPen(theme.color("urgent"))
            painter.setFont(_font("overline"))
            paint_icon(painter, "eye-off", "urgent", QRectF(where.x() + 12, where.y() + 47, 14, 14))
            _one_line(painter, QRectF(where.x() + 31, where.y() + 45, where.width() - 38, 18), told.kept)

    def _draw_words(self, painter: QPainter, strand: Strand) -> None:
        if not strand.words:
            return
        painter.setFont(_font("overline", QFont.Weight.Normal, italic=True))
        measure = QFontMetricsF(painter.font())
        text = measure.elidedText(strand.words, Qt.TextElideMode.ElideRight, CARD[0])
        size = (measure.horizontalAdvance(text) + 10, measure.height() + 2)
        found = place_words(strand, size, self._taken, self.width() / theme.scale - 2 * MARGIN)
        self._taken.append(found)
        where = QRectF(*found)
        home = next((one for one in self._plan.homes if _within(one, where)), None)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accentTint" if home else "surface"))
        painter.drawRect(where)
        painter.setPen(theme.color("ink2"))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), text)


def _within(home: Home, where: QRectF) -> bool:
    return QRectF(home.x, home.y, home.width, home.height).contains(where.center())


def _font(style: str, weight: QFont.Weight | None = None, *, italic: bool = False) -> QFont:
    """Give a font at 100 %: the painter scales the whole picture."""
    font = theme.font(style)
    font.setPixelSize(tokens()["type"][style]["px"])
    font.setItalic(italic)
    if weight is not None:
        font.setWeight(weight)
    return font


def _one_line(painter: QPainter, where: QRectF, text: str) -> None:
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
