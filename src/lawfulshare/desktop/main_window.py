"""Home, register, desk, trainer's room; owns no state; hides at a key press."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from lawfulshare.desktop.background import Background
from lawfulshare.desktop.brand import LEAVING, dress
from lawfulshare.desktop.cover import Cover
from lawfulshare.desktop.dialogs import close_everything_on_top
from lawfulshare.desktop.focus_order import first_stop, next_in_order
from lawfulshare.desktop.focus_ring import FocusRing
from lawfulshare.desktop.key_card import show_keys
from lawfulshare.desktop.shortcuts import bind
from lawfulshare.desktop.start import StartWindow
from lawfulshare.desktop.theme import theme
from lawfulshare.desktop.top_bar import TopBar
from lawfulshare.desktop.unfolding import unfolded
from lawfulshare.wording import wording

TITLE = "LawfulShare"
SMALLEST = (640, 480)


class MainWindow(QWidget):
    """The one window. Its title never changes, since a task bar shows it to whoever passes.

    `painted` is emitted once, after the first paint: what is slow to load waits for it.
    """

    painted = Signal()
    closing = Signal()
    locking = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = wording()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 800)
        dress(self, "paper")
        leaving = QWidget(self)
        leaving.setObjectName(LEAVING)
        leaving.hide()
        self._painted = self._put_away = False
        self.background = Background(self)
        self.top = TopBar(self.words)
        self.start = StartWindow(self.words)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        self.cover = Cover(self.words, self)
        self._ring = FocusRing(self)
        self._before_hiding: QWidget | None = None
        self.cover.lifted.connect(self.hide_now)
        self.top.hide_pressed.connect(self.hide_now)
        self.top.help_pressed.connect(self.help_now)
        self.top.answer_pressed.connect(self._show_answer)
        self._shortcuts()
        self.top.show_plain(find=True)
        theme.changed.connect(self._arrange)

    def show_room(self, room: QWidget) -> None:
        """Show a room of the window; the one before goes, save the start window."""
        old = self.stack.currentWidget()
        if self.stack.indexOf(room) < 0:
            self.stack.addWidget(room)
        self.stack.setCurrentWidget(room)
        if old is not None and old is not room and old is not self.start:
            self.stack.removeWidget(old)
            old.deleteLater()
        self._arrange()
        if hasattr(room, "focus_first"):
            room.focus_first()

    def room(self) -> QWidget:
        """Give the room that is shown."""
        return self.stack.currentWidget() or self.start

    def hide_now(self) -> None:
        """Hide everything at once, or come back to where one was; what lay on top is closed."""
        if self.cover.isVisible():
            self.cover.hide()
            self._show_content(True)
            if self._before_hiding is not None and isValid(self._before_hiding):
                self._before_hiding.setFocus()
            return
        if (open_list := unfolded(self)) is not None:
            open_list.fold(back=True)
        self._before_hiding = self.focusWidget()
        self._show_content(False)
        self.cover.lay(self)
        close_everything_on_top()

    def lock_now(self) -> None:
        """Ask for the drafts to be closed and locked."""
        self.locking.emit()

    def help_now(self) -> None:
        """Open the help of the question in focus; where there is none, or it is open already, show the keys."""
        from lawfulshare.desktop.helping import open_help

        page = getattr(self.room(), "shown", None)
        if self.cover.isHidden() and not (page is not None and open_help(page)):
            self.keys_now()

    def keys_now(self) -> None:
        """Show the card of keys."""
        if self.cover.isHidden():
            show_keys(self.words, self)

    def event(self, event: QEvent) -> bool:
        """Notice the first paint."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QApplication.postEvent(self, QEvent(QEvent.Type.User))
        elif event.type() == QEvent.Type.User:
            self.painted.emit()
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Lie covered while put away: the system may show a picture of the window then."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.WindowStateChange or not self._painted:
            return
        if self.isMinimized() and self.cover.isHidden():
            self._put_away = True
            self.hide_now()
        elif not self.isMinimized() and self._put_away:
            self._put_away = False
            if self.cover.isVisible():
                self.hide_now()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the window as it is read: page, foot bar, panel, rail, top bar."""
        following = next_in_order(self._regions(), QApplication.focusWidget(), forward=forward)
        if following is None:
            return False
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the room there is."""
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at any time: every answer was saved when it was given."""
        self.background.close()
        self.closing.emit()
        super().closeEvent(event)

    def _show_content(self, shown: bool) -> None:
        """Take everything out of sight, also of a screen reader and of the keyboard."""
        for part in (self.top, self.stack):
            part.setVisible(shown)

    def _regions(self) -> tuple[QWidget, ...]:
        if self.cover.isVisible():
            return (self.cover,)
        room: Any = self.room()
        return (*(room.regions() if hasattr(room, "regions") else (room,)), self.top)

    def _next_region(self, forward: bool) -> None:
        regions = self._regions()
        focus = QApplication.focusWidget()
        at = next((place for place, part in enumerate(regions) if focus is not None and part.isAncestorOf(focus)), -1)
        for step in range(1, len(regions) + 1):
            region = regions[(at + (step if forward else -step)) % len(regions)]
            if (first := first_stop(region)) is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _arrange(self) -> None:
        breadth = theme.breadth(self.width())
        self.top.arrange(breadth)
        if hasattr(room := self.room(), "arrange"):
            room.arrange(breadth)
        if self.cover.isVisible():
            self.cover.setGeometry(self.rect())

    def _show_answer(self) -> None:
        room: Any = self.room()
        if hasattr(room, "toggle_panel"):
            room.toggle_panel()

    def _shortcuts(self) -> None:
        for name, act in (
            ("hide", self.hide_now), ("lock", self.lock_now), ("help", self.help_now), ("card", self.keys_now),
            ("region_on", lambda: self._next_region(True)), ("region_back", lambda: self._next_region(False)),
            ("menu", self.top.open_menu), *((size, self.top.says(size)) for size in ("bigger", "smaller", "normal")),
        ):  # fmt: skip
            bind(name, self, act)
