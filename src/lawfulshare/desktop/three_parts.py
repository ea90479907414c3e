"""The rail, the page with its foot bar, and the panel: side by side, or as strip and drawer in less room."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import stack
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.foot_bar import FootBar
from lawfulshare.desktop.rail import Rail, RailRow
from lawfulshare.desktop.reasoning_panel import ReasoningPanel
from lawfulshare.desktop.resume_card import ResumeCard
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.strip import Strip
from lawfulshare.desktop.theme import Breadth, theme
from lawfulshare.wording import Wording


class ThreeParts(QWidget):
    """Lays out the parts of a case; what they show comes from whoever fills them. `kind` is the kind of the page."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.breadth: Breadth = "wide"
        self.kind = "question"
        self.shown: Any = None
        self.rail, self.strip, self.foot = Rail(), Strip(), FootBar(words)
        self.panel = ReasoningPanel(words)
        self.dressing = False
        self._greeting = Column(widest=600)
        self._greeting.end()
        self._greeting.hide()
        self._place = QVBoxLayout()
        centre = stack(self.strip)
        centre.addWidget(self._greeting, 1)
        centre.addLayout(self._place, 1)
        centre.addWidget(self.foot)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self.rail)
        self._across.addLayout(centre, 1)
        self._across.addWidget(self.panel)
        self.foot.sections_pressed.connect(lambda: self.strip.open_menu(self.foot.sections))

    def put(self, screen: QWidget, old: QWidget | None) -> None:
        """Put a page in the place of the one before; what is around it makes room first: the page is laid out once."""
        if old is not None:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.arrange(self.breadth)
        self._place.addWidget(screen)
        if not self.dressing:
            self._end_greeting()
        screen.setVisible(self._greeting.isHidden())

    def greet(self, card: ResumeCard) -> None:
        """Show in the page's place what changed since one was here, until one goes on."""

        def go_on() -> None:
            self._end_greeting()
            self.focus_page()

        card.gone_on.connect(go_on)
        self._greeting.body.insertWidget(0, card)
        if self.shown is not None:
            self.shown.hide()
        self.foot.hide()
        self._greeting.show()
        card.show()
        card.focus_first()

    def arrange(self, breadth: Breadth) -> None:
        """Take the room there is: rail or strip, panel or drawer."""
        self.breadth = breadth
        wide_page = self.kind == "wide"
        plain = self.kind == "plain"
        self.rail.setVisible(breadth == "wide")
        self.rail.set_slim(wide_page)
        tiny = theme.is_tiny(self.width())
        self.strip.setVisible(breadth != "wide" and not tiny)
        self.foot.arrange(tiny)
        drawer = breadth == "narrow"
        self.panel.as_drawer(drawer)
        size = "panel_medium" if breadth == "medium" or wide_page or plain else "panel"
        self.panel.setFixedWidth(min(theme.gap(theme.size(size)) if not drawer else theme.px(360), self.width()))
        if drawer and self._across.indexOf(self.panel) >= 0:
            self._across.removeWidget(self.panel)
            self.panel.hide()
        elif not drawer and self._across.indexOf(self.panel) < 0:
            self._across.addWidget(self.panel)
        if not drawer:
            self.panel.show()
        self._place_drawer()

    def show_rows(self, rows: Sequence[RailRow], shortest: int, longest: int, title: str) -> None:
        """Show the sections as they stand, and how many pages are left."""
        self.rail.show_rows(rows, shortest, longest, title=title)
        self.strip.show_rows(rows)
        self.foot.show_place(self.strip.place())

    def toggle_panel(self) -> None:
        """Open or close the drawer; beside the page, put the focus into the panel."""
        if self.breadth == "narrow" and not self.panel.isHidden():
            self.panel.hide()
            self.focus_page()
            return
        self.panel.show()
        self.panel.raise_()
        self._place_drawer()
        self.panel.focus_first()

    def focus_page(self) -> None:
        """Put the focus into the page."""
        if self.shown is not None:
            self.shown.focus_first()

    def regions(self) -> tuple[QWidget, ...]:
        """Give the parts of the window that Tab and F6 go through, in order."""
        parts = (self._greeting, self.shown, self.foot, self.panel, self.rail, self.strip)
        return tuple(part for part in parts if part is not None and part.isVisible())

    def resizeEvent(self, event: object) -> None:
        """Keep the drawer at the right edge."""
        self._place_drawer()

    def tell_below(self, key: str, **values: object) -> None:
        """Say under the page what was done."""
        says = self._words(key, **values)
        self.foot.tell(says)
        say(self.foot, says)

    def _end_greeting(self) -> None:
        for card in self._greeting.findChildren(ResumeCard):
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._greeting.hide()
        self.foot.show()
        if self.shown is not None:
            self.shown.show()

    def _place_drawer(self) -> None:
        if self.breadth == "narrow":
            self.panel.setGeometry(self.width() - self.panel.width(), 0, self.panel.width(), self.height())
