"""The bar along the top: whose case, when it was saved, hide, help, and the menu."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from lawfulshare.desktop.brand import KeyCap, Logo, dress, row
from lawfulshare.desktop.buttons import IconButton, PlainButton
from lawfulshare.desktop.cards import OUTCOME_LOOK, outcome_word
from lawfulshare.desktop.icons import Icon, paint_icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import Breadth, theme
from lawfulshare.desktop.unfolding import Offer, unfold
from lawfulshare.wording import Wording

CASE_ACTIONS = (("start", "house"), ("undo", "undo-2"), ("redo", "redo-2"), ("what_if", "git-fork"),
                ("copy", "copy"), ("hand_over", "upload"))  # fmt: skip
LOOK_ACTIONS = (("bigger", "plus"), ("smaller", "minus"), ("normal", "rotate-ccw"), ("light", ""),
                ("dark", ""), ("contrast", ""), ("system", "settings"))  # fmt: skip
"""A scheme of colours has no icon: a check stands before the one that is worn."""
OTHER_ACTIONS = (("glossary", "book-open"), ("keys", "circle-question-mark"), ("lock", "lock"), ("profile", "user"),
                 ("identity", "signature"),
                 ("about", "info"))  # fmt: skip


MOST_CASES = 12


class AnswerButton(QAbstractButton):
    """The answer so far as one button, where there is no room for the panel."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._outcome: str | None = None
        self.brief = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", 8)
        theme.changed.connect(self.updateGeometry)

    def say(self, outcome: str | None) -> None:
        """Show an outcome."""
        self._outcome = outcome
        word = outcome_word(outcome)
        self.setText(word)
        self.setAccessibleName(self._words("window.top.answer", word=word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the icon, the word and the arrow; brief, it does without the word."""
        text = QFontMetrics(theme.font("small", 600)).horizontalAdvance(self.text()) + theme.gap(10)
        return QSize((0 if self.brief else text) + theme.px(38) + theme.gap(34), theme.px(20) + theme.gap(18))

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button in the hue of the outcome."""
        tone, glyph = OUTCOME_LOOK[self._outcome]
        tint = f"{tone}Tint" if self._outcome else "sunken"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(tone), 1.5))
        painter.setBrush(theme.color(tint))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        side, x = theme.px(20), theme.gap(12)
        paint_icon(painter, glyph, tone, QRectF(x, (self.height() - side) / 2, side, side))
        end = self.width() - theme.px(18) - theme.gap(8)
        if not self.brief:
            painter.setFont(theme.font("small", 600))
            painter.setPen(theme.color(tone))
            left = x + side + theme.gap(10)
            painter.drawText(QRectF(left, 0, end - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        arrow = theme.px(18)
        paint_icon(painter, "chevron-down", tone, QRectF(end, (self.height() - arrow) / 2, arrow, arrow))
        painter.end()


class TopBar(QWidget):
    """The bar along the top. It reports what was pressed; `chosen` carries the name of a menu's entry."""

    hide_pressed = Signal()
    help_pressed = Signal()
    answer_pressed = Signal()
    find_pressed = Signal()
    chosen = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._in_case = False
        self.other_cases: Callable[[], tuple[tuple[str, str], ...]] = tuple
        self._breadth: Breadth = "wide"
        dress(self, "surface", "bottom")
        self._logo = Logo(22)
        self._name = Words(words("window.product"), "strong", wrap=False)
        self._parting = QFrame()
        self._parting.setProperty("kind", "rule")
        self._parting.setMaximumHeight(16777215)
        self._about = Words("", "label", wrap=False)
        self._role = Words("", "small", "ink2", wrap=False)
        self._tick = Icon("check", "ink2", 16)
        self._saved = Words("", "small", "ink2", wrap=False)
        self.answer = AnswerButton(words)
        self._find = PlainButton(words("window.top.find"), icon="search", small=True)
        self._hide = PlainButton(words("window.hide"), icon="eye-off", small=True)
        self._hide_icon = IconButton(words("window.hide_name"), "eye-off")
        self._key = KeyCap(words("window.keys.hide"))
        self._help = IconButton(words("window.help"), "circle-question-mark")
        self._more = IconButton(words("window.more"), "ellipsis")
        self.setLayout(
            row(self._logo, 6, self._name, 10, self._parting, 10, self._about, self._role, None, self._tick,
                self._saved, 4, self.answer, self._find, self._hide, self._hide_icon, self._key, self._help, self._more,
                gap=6, margins=(20, 0, 16, 0))
        )  # fmt: skip
        self._wire()
        theme.changed.connect(self._fit)
        self.show_plain()

    def _wire(self) -> None:
        self._hide.setAccessibleName(self._words("window.hide_name"))
        for button, signal in (
            (self._hide, self.hide_pressed), (self._hide_icon, self.hide_pressed), (self._help, self.help_pressed),
            (self.answer, self.answer_pressed), (self._find, self.find_pressed),
        ):  # fmt: skip
            button.clicked.connect(signal)
        self._more.clicked.connect(self.open_menu)

    def show_plain(self, find: bool = False) -> None:
        """Show the bar outside a case."""
        self._in_case = False
        self._can_find = find
        self._fit()

    def show_case(self, about: str, role: str) -> None:
        """Show whose case is on the desk, and for which role."""
        self._in_case = True
        self._can_find = False
        self._about.say(about)
        self._role.say(f"{role}, {self._words('window.draft')}" if role else self._words("window.draft"))
        self._fit()

    def say_saved(self, time: str) -> None:
        """Say when the last answer was saved."""
        self._saved.say(self._words("window.saved", time=time))
        self._fit()

    def arrange(self, breadth: Breadth) -> None:
        """Keep what there is room for: the case and the answer stay to the last, and Hide keeps its icon."""
        self._breadth = breadth
        self._fit()

    def first_control(self) -> QWidget:
        """Give the control that the keyboard comes to first."""
        return next(
            button for button in (self.answer, self._find, self._hide, self._hide_icon) if button.isVisibleTo(self)
        )

    def _fit(self) -> None:
        case, roomy, large = self._in_case, self._breadth != "narrow", theme.scale >= 1.5
        tiny = theme.is_tiny(self.width())
        self.setMinimumHeight(max(theme.gap(56), theme.px(29 if tiny else 36) + theme.gap(12)))
        self._logo.setVisible(not (case and tiny))
        if self.answer.brief != tiny:
            self.answer.brief = tiny
            self.answer.updateGeometry()
        self._name.setVisible(not case or (roomy and not large))
        self._parting.setVisible(case and roomy and not large)
        self._parting.setFixedSize(1, theme.px(22))
        self._about.setVisible(case)
        self._role.setVisible(case and self._breadth == "wide" and not large)
        saved = case and roomy and not large and bool(self._saved.plain)
        self._tick.setVisible(saved)
        self._saved.setVisible(saved)
        self.answer.setVisible(case and not roomy)
        self._find.setVisible(self._can_find and roomy)
        self._hide.setVisible(roomy and not large)
        self._hide_icon.setVisible(not roomy or large)
        self._key.setVisible(roomy and not large)
        self._help.setVisible(case and (roomy or not large))

    def open_menu(self) -> None:
        """Open the menu, with its first entry in focus."""
        if not self.isVisible():
            return
        offers: list[Offer] = []
        if self._in_case:
            offers += [self._offer(name, glyph) for name, glyph in CASE_ACTIONS]
            if self.other_cases():
                says = self._words("window.top.menu.cases")
                offers.append(Offer(says, self._list_cases, "folder-open"))
        offers += [self._offer(name, glyph, parted=place == 0 and bool(offers))
                   for place, (name, glyph) in enumerate(LOOK_ACTIONS)]  # fmt: skip
        offers += [self._offer(name, glyph, parted=place == 0) for place, (name, glyph) in enumerate(OTHER_ACTIONS)]
        unfold(self._more, self._words("window.more"), offers)

    def _list_cases(self) -> None:
        """List the other open cases; choosing one saves this one and goes there."""
        unfold(self._more, self._words("window.top.menu.cases"), [
            Offer(subject, self.says(name), "folder-open") for name, subject in self.other_cases()[:MOST_CASES]
        ])  # fmt: skip

    def _offer(self, name: str, glyph: str, *, parted: bool = False) -> Offer:
        worn = None if glyph else theme.scheme == name
        return Offer(self._words(f"window.top.menu.{name}"), self.says(name), glyph, chosen=worn, parted=parted)

    def says(self, name: str) -> Callable[[], None]:
        """Give what chooses an entry of the menu."""
        return lambda: self.chosen.emit(name)
