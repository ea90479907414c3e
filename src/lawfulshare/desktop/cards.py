"""What stands in a card: the outcome, banners, chips, a well for what is not here yet, and the error summary."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, row
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.icons import Icon, paint_icon
from lawfulshare.desktop.kept_lines import KeptLines
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.speech import say_now
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.faults import Fault

OUTCOME_LOOK: dict[str | None, tuple[str, str]] = {
    "URGENT": ("urgent", "siren"),
    "SHARE": ("share", "send"),
    "LIMITED": ("limited", "list-filter"),
    "SEEK": ("seek", "search"),
    "NOT_NOW": ("notnow", "circle-pause"),
    "ADVICE": ("advice", "users"),
    None: ("ink2", "circle-dashed"),
}
"""Tone and icon of each outcome; None where there is none yet."""


def outcome_word(outcome: str | None) -> str:
    """Give the word of an outcome."""
    return word(f"outcome.{outcome or 'none'}")


class Card(QFrame):
    """A frame of one kind with its content in a column: `card`, `well`, `accent`, `missing`, or an outcome's tint."""

    def __init__(self, kind: str = "card", margins: tuple[int, int] = (16, 14), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("radius", tokens()["radius"]["card"])
        self.body = QVBoxLayout(self)
        side, above = (theme.gap(margin) for margin in margins)
        self.body.setContentsMargins(side, above, side, above)
        self.body.setSpacing(theme.gap(4))

    def become(self, kind: str) -> None:
        """Change into another kind of card."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)


def rule() -> QFrame:
    """Make a line between two parts."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


class OutcomeCard(Card):
    """The outcome: icon, word and hue, and what it means in a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("well", (16, 12), parent)
        self._icon = Icon("circle-dashed", "ink2", 24)
        self._word = Words("", "heading", "ink2")
        self._sentence = Words("", "small")
        head = QHBoxLayout()
        head.setSpacing(theme.gap(10))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._word, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._sentence)
        self.show_outcome(None, "")

    def show_outcome(self, outcome: str | None, sentence: str) -> bool:
        """Show an outcome, None for still open; tells whether its word changed."""
        said = outcome_word(outcome)
        changed = said != self._word.plain
        tone, name = OUTCOME_LOOK[outcome]
        self.become(tone if outcome else "well")
        self._icon.name, self._icon.tone = name, tone
        self._icon.update()
        self._word.say(said)
        self._word.set_tone(tone)
        self._sentence.say(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(word("outcome.card", outcome=said, sentence=sentence))
        return changed


class Banner(Card):
    """A card in a tint across the page: what it is about, and up to two ways out (buttons)."""

    def __init__(
        self, tone: str, icon: str, text: str, buttons: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(tone, (16, 9), parent)
        self.words = Words(text, "small")
        row = QHBoxLayout()
        row.setSpacing(theme.gap(10))
        row.addWidget(
            Icon(icon, tone if tone not in ("accent", "well") else "ink2", 20), 0, Qt.AlignmentFlag.AlignVCenter
        )
        row.addWidget(self.words, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)


class NoteList(KeptLines):
    """What is worth another look, a line each with its icon; hidden while there is nothing."""

    def __init__(self, above: int = 0) -> None:
        super().__init__(6)
        self.setContentsMargins(0, theme.gap(above), 0, 0)
        self.texts: tuple[str, ...] = ()

    def show_texts(self, texts: Sequence[str]) -> bool:
        """Show these lines and no others; tells whether they changed."""
        if tuple(texts) == self.texts:
            return False
        self.texts = tuple(texts)
        self.show_lines((text, partial(_note, text)) for text in texts)
        return True


def _note(text: str) -> QWidget:
    line = row(gap=8)
    line.addWidget(Icon("triangle-alert", "limited", 18), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Words(text, "small"), 1)
    return box(line)


class Chip(QWidget):
    """A pill with an icon and a word; not pressable."""

    def __init__(
        self, text: str, icon: str = "", tone: str = "ink2", filled: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text, self.icon_name, self.tone, self.filled = text, icon, tone, filled
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @classmethod
    def of_outcome(cls, outcome: str | None) -> "Chip":
        """Make the chip of an outcome."""
        tone, icon = OUTCOME_LOOK[outcome]
        return cls(outcome_word(outcome), icon, tone)

    def say(self, text: str) -> None:
        """Show another word."""
        self.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the icon and the word."""
        wide = QFontMetrics(theme.font("label")).horizontalAdvance(self.text) + 2 * self._side() + 4
        return QSize(wide + (theme.px(16) + theme.gap(6) if self.icon_name else 0), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.filled:
            hue = self.tone if f"{self.tone}Tint" in tokens()["palettes"]["light"] else ""
            painter.setPen(QPen(theme.color(f"{hue}Line" if hue else "line"), theme.edge_width()))
            painter.setBrush(theme.color(f"{hue}Tint" if hue else "sunken"))
            half = self.height() / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), half - 1, half - 1)
        left = self._side()
        if self.icon_name:
            side = theme.px(16)
            paint_icon(painter, self.icon_name, self.tone, QRectF(left, (self.height() - side) / 2, side, side))
            left += side + theme.gap(6)
        painter.setFont(theme.font("label" if self.filled else "small"))
        painter.setPen(theme.color(self.tone))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text)
        painter.end()

    def _side(self) -> int:
        return theme.gap(10) if self.filled else 0


class ErrorSummary(Card):
    """Everything that stands between a person and the next page: one link a fault; takes the focus and is announced."""

    jump = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("urgent", (18, 12), parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._links = QVBoxLayout()
        self._links.setContentsMargins(theme.gap(30), 0, 0, 0)
        self._links.setSpacing(0)
        self._title = Words("", "heading", "urgent")
        head = QHBoxLayout()
        head.setSpacing(theme.gap(9))
        head.addWidget(Icon("circle-alert", "urgent", 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self.body.addLayout(self._links)
        self.hide()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show the faults and take the focus; hide where there is none."""
        while (taken := self._links.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.setVisible(bool(faults))
        if not faults:
            return
        title = how_many(len(faults))
        self._title.say(title)
        for fault in faults:
            link = QuietButton(fault.what.rstrip("."), "arrow-right")
            link.clicked.connect(lambda _=False, where=fault.where: self.jump.emit(where))
            self._links.addWidget(link)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(f"{fault.what.rstrip('.')}." for fault in faults))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        say_now(self, word("error.announced", what=f"{title}.", first=faults[0].what))


def how_many(count: int) -> str:
    """Say how many things stand in the way; numbers under ten in words."""
    if count == 1:
        return word("error.one")
    return word("error.many", count=word(f"count.{count}") if count < 10 else count)
