"""Starts Qt, opens register and pack, hands them on."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from lawfulshare.desk.home import home, read_settings
from lawfulshare.desktop.main_window import TITLE, MainWindow
from lawfulshare.desktop.scroll_reading import read_columns_whole
from lawfulshare.desktop.theme import theme
from lawfulshare.faults import LawfulShareError
from lawfulshare.wording import wording

if TYPE_CHECKING:
    from lawfulshare.desktop.rooms import Rooms


def run(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; give the exit status: 2 where there is no screen to show it on."""
    if not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        print(wording()("window.no_screen"), file=sys.stderr)
        return 2
    app = start_qt(argv)
    sys.excepthook = calm_hook(lambda sentence: QMessageBox.warning(None, TITLE, sentence))
    try:
        folder = home()
    except LawfulShareError as trouble:
        QMessageBox.warning(None, TITLE, str(trouble.faults[0]))
        return 2
    opened = open_window(app, folder)
    opened.window.show()
    return app.exec()


class Opened:
    """The window, and what is behind it once the first paint is done."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self._folder = window, folder
        self.rooms: Rooms | None = None
        window.painted.connect(self._load)

    def _load(self) -> None:
        from lawfulshare.desktop.rooms import Rooms

        self.rooms = Rooms(self.window, self._folder)
        self.rooms.enter()


def has_screen() -> bool:
    """Say whether there is a screen to show a window on; only Linux may have none."""
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) or not sys.platform.startswith("linux")


def start_qt(argv: Sequence[str]) -> QApplication:
    """Start Qt; without a display on Linux, on a screen in memory."""
    if not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt prints what its platform cannot do; none of it is for the person, and a log is no place for a case.
    qInstallMessageHandler(lambda kind, context, message: None)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(list(argv))
    app.setApplicationName(TITLE)
    app.setApplicationDisplayName(TITLE)
    read_columns_whole()
    return app


def open_window(app: QApplication, folder: Path) -> Opened:
    """Make the window, dressed as the settings in a folder say; what is slow loads after its first paint."""
    settings = read_settings(folder)
    theme.follow(app, settings.text_percent / 100, None if settings.scheme == "system" else settings.scheme)
    return Opened(MainWindow(), folder)


def calm_hook(
    tell: Callable[[str], object],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Make a hook for what nobody foresaw: one calm sentence, and of the case not a word anywhere.

    Only the kind of error and the line of our own code are written to standard error.
    """

    def hook(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        at = trace
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at is not None else "?"
        print(f"LawfulShare: {kind.__name__} at {where}", file=sys.stderr)
        tell(wording()("window.trouble"))

    return hook
