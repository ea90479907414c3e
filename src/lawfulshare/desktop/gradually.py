"""Makes a long page piece by piece: what is seen first at once, the rest in short slices while nobody does anything."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

SLICE = 8
"""Milliseconds of making in one slice; then keys, presses and drawing have their turn."""
FIRST_PAUSE = 20
"""Milliseconds before the first slice: what was made at once is drawn first."""


class Gradually(QObject):
    """Makes pieces in their order, as an iterator makes one at each step; `ended` says that the last one is made.

    Whoever looks for a piece that may not be there yet calls `finish`.
    """

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._slice)

    def begin(self, pieces: Iterator[None], at_once: int) -> None:
        """Make so many pieces now and the rest later; pieces begun before are given up."""
        self._pieces = pieces
        for _ in range(at_once):
            if not self._make_one():
                return
        self._timer.start(FIRST_PAUSE)

    @property
    def is_whole(self) -> bool:
        """Say whether all is made."""
        return not self._timer.isActive()

    def finish(self) -> None:
        """Make all that is still to be made, now."""
        if not self.is_whole:
            while self._make_one():
                pass

    def _slice(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._make_one():
            if clock.elapsed() >= SLICE:
                self._timer.start(0)
                return

    def _make_one(self) -> bool:
        for _ in self._pieces:
            return True
        self._timer.stop()
        self.ended.emit()
        return False
