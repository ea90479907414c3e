"""What was copied here does not stay on the clipboard, and no folder that was looked into is remembered."""

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QClipboard

KEPT_FOR = 60_000
"""Milliseconds that a copied text stays."""
MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class Clipping(QObject):
    """Clears the clipboard a minute after something was copied here, and on demand, as long as it is still ours."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_FOR)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._copied)
        clipboard.selectionChanged.connect(self._copied)

    def waits(self) -> bool:
        """Say whether something of ours is to be cleared."""
        return self._timer.isActive()

    def clear(self) -> None:
        """Clear what is still ours; what another program has put there since is left alone."""
        self._timer.stop()
        for mode in MODES:
            if self._ours(mode):
                self._clipboard.clear(mode)

    def _copied(self) -> None:
        if any(self._ours(mode) and self._clipboard.text(mode) for mode in MODES):
            self._timer.start()

    def _ours(self, mode: QClipboard.Mode) -> bool:
        return self._clipboard.ownsSelection() if mode is MODES[1] else self._clipboard.ownsClipboard()


def forget_folders() -> None:
    """Forget which folders a file dialog has shown: Qt would write them down in the user's settings."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.remove("FileDialog")
    kept.sync()
