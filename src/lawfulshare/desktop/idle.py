"""Notices that nobody is at the window any more."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.InputMethod,
})  # fmt: skip
LOOK_EVERY = 5000
"""Milliseconds between two looks at the clock."""


class Idle(QObject):
    """Tells once when nobody has touched any window of the program for some minutes; the computer's sleep counts too.

    It listens at the windows, not at every widget, so that it costs nothing while one works.
    """

    left_alone = Signal()

    def __init__(self, minutes: int, now: Callable[[], float] = time.time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._now, self._touched, self._told = now, now(), False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        self._listen(QGuiApplication.focusWindow())

    def look(self) -> None:
        """Look whether it is time."""
        if not self._told and self._now() - self._touched >= self.minutes * 60:
            self._told = True
            self.left_alone.emit()

    def touch(self) -> None:
        """Take it that somebody is there: a key, a pointer, an answer."""
        self.look()
        self._touched, self._told = self._now(), False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count every touch; the first one after the time is up finds the window locked."""
        if event.type() in TOUCHES:
            self.touch()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
