"""Home, register, desk, trainer's room; owns no state; hides at a key press."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from lawfulshare.desktop.background import Background
from lawfulshare.desktop.brand import dress
from lawfulshare.desktop.cover import Cover
from lawfulshare.desktop.focus_order import first_stop, next_in_order
from lawfulshare.desktop.focus_ring import FocusRing
from lawfulshare.desktop.start import StartWindow
from lawfulshare.desktop.theme import theme
from lawfulshare.desktop.top_bar import TopBar
from lawfulshare.wording import wording

TITLE = "LawfulShare"
SMALLEST = (640, 480)


class MainWindow(QWidget):
    """The one window. Its title never changes, since a task bar shows it to whoever passes.

    `painted` is emitted once, after the first paint: what is slow to load waits for it.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = wording()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 800)
        dress(self, "paper")
        self._painted = False
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
        self.cover.lifted.connect(self.toggle_hidden)
        self.top.hide_pressed.connect(self.toggle_hidden)
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

    def toggle_hidden(self) -> None:
        """Hide everything at once, or come back to where one was."""
        if self.cover.isVisible():
            self.cover.hide()
            self._show_content(True)
            if self._before_hiding is not None:
                self._before_hiding.setFocus()
            return
        self._before_hiding = self.focusWidget()
        self._show_content(False)
        self.cover.lay(self)

    def event(self, event: QEvent) -> bool:
        """Notice the first paint."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QApplication.postEvent(self, QEvent(QEvent.Type.User))
        elif event.type() == QEvent.Type.User:
            self.painted.emit()
        return done

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

    def _shortcuts(self) -> None:
        for keys, act in (
            ("F9", self.toggle_hidden),
            ("F6", lambda: self._next_region(True)),
            ("Shift+F6", lambda: self._next_region(False)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
