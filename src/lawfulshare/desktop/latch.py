"""Locks the desk by a key, from the menu, or when nobody is there; what was open comes back once it is unlocked."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from lawfulshare.desk.opening import Desk
from lawfulshare.desktop.case_room import SIGNING, CaseRoom
from lawfulshare.desktop.clipping import Clipping, forget_folders
from lawfulshare.desktop.dialogs import close_everything_on_top
from lawfulshare.desktop.idle import Idle
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.screens import FormScreen

SOON = 300
"""Milliseconds until a lock that found the window signing tries again."""


class Locked(Protocol):
    """What can be locked: a desk in a window, with or without a case on it."""

    window: MainWindow
    desk: Desk | None
    case: CaseRoom | None

    def enter(self, again: bool = False) -> None:
        """Ask to unlock."""

    def resume(self, case_id: str) -> None:
        """Open a draft."""

    def close(self) -> None:
        """Close the vault."""


class Latch(QObject):
    """Closes the vault; every answer was saved when it was given, and what is still being typed is saved first."""

    def __init__(self, rooms: Locked, minutes: int) -> None:
        super().__init__(rooms.window)
        self._rooms, self._window = rooms, rooms.window
        self._draft: str | None = None
        self._signed: CaseRoom | None = None
        self.idle = Idle(minutes, parent=self)
        self.clipping = Clipping(QGuiApplication.clipboard(), self)
        self.idle.left_alone.connect(self.lock)
        self._window.locking.connect(self.lock)
        self._window.closing.connect(self.clipping.clear)
        self._window.closing.connect(forget_folders)

    def lock(self) -> None:
        """Lock; a record that is being signed is signed first, behind the cover."""
        rooms, window = self._rooms, self._window
        if rooms.desk is None:
            return
        self.clipping.clear()
        close_everything_on_top()
        if window.background.is_busy(SIGNING):
            if window.cover.isHidden():
                window.hide_now()
            QTimer.singleShot(SOON, self.lock)
            return
        if rooms.case is not None:
            self._remember(rooms.case)
        window.background.forget_all()
        rooms.close()
        window.start.show_drafts(())
        window.start.show_signer("", "")
        rooms.enter(again=True)

    def watch(self, case: CaseRoom) -> None:
        """Take each answer for a sign that somebody is there, whichever way it was given."""
        case.wizard.saved.connect(self.idle.touch)

    def reopen(self) -> bool:
        """Open what was open when it was locked; say whether there was anything."""
        draft, signed = self._draft, self._signed
        self._draft = self._signed = None
        if draft is not None:
            self._rooms.resume(draft)
        elif signed is not None and signed.signed is not None:
            self._rooms.case = signed
            signed.show_signed(signed.signed)
        return draft is not None or signed is not None

    def _remember(self, case: CaseRoom) -> None:
        if case.signed is not None:
            self._signed = case
            return
        if isinstance(case.wizard.shown, FormScreen):
            case.wizard.shown.form.flush()
        self._draft = case.work.case_id
