"""Goes through every page of the four doors and every room in the real window, with whole cases on the desk."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from window_drive import decided, opened

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.desktop.dialogs import close_everything_on_top
from lawfulshare.desktop.disclosure import Disclosure
from lawfulshare.desktop.driving import Driver, on_top_of
from lawfulshare.desktop.focus_order import first_stop
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.tables import EntryList
from lawfulshare.desktop.theme import theme

DOORS: dict[str, CaseFile] = {
    "share": decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-e-public-task",)),
    "respond": decided("06-police-letter-the-patient-asks-for-it", "SHARE", ("art6-1-e-public-task",)),
    "seek": decided("35-professional-curiosity-health-visitor", "SEEK", ("art6-1-e-public-task",)),
    "urgent": decided("08-named-threat-to-kill", "URGENT", ("art6-1-d-vital-interests",)),
}
ROOMS = ("show_law", "show_verify", "show_about", "show_profile", "to_start")
FEW = {
    "share": ("household", "who_about", "how_much", "whom_to_ask", "check_answers"),
    "respond": ("the_request",),
    "seek": ("what_adds_up",),
    "urgent": ("urgent_danger", "urgent_extent"),
}
"""Pages that between them have each kind of control."""


class Everywhere:
    """The window, its doors taken one after another; each page is shown with its first entry and its help open."""

    def __init__(self, home: Path) -> None:
        self.driver: Driver = opened(home, DOORS["share"])
        self.window = self.driver.window

    def dress(self, scheme: str, scale: float) -> None:
        """Dress the window, as its settings do."""
        if (theme.scheme, theme.scale) != (scheme, scale):
            theme.apply(QApplication.instance(), scheme, scale)
            self.settle()

    def pages(self, door: str, only: tuple[str, ...] = ()) -> Iterator[str]:
        """Show each page of a door, or only these; give its name while it stands."""
        driver = self.driver
        driver.rooms.begin(door)
        driver.wizard.work.change(lambda _: DOORS[door])
        for page in driver.wizard.work.walk.pages:
            if only and page.name not in only:
                continue
            driver.wizard.go_page(page.name)
            self.open_all()
            self.settle()
            yield page.name
        driver.rooms.to_start()

    def rooms(self, only: tuple[str, ...] = ()) -> Iterator[str]:
        """Show each room, or only these, and what lies on top of the window."""
        for name in only or ROOMS:
            getattr(self.driver.rooms, name)()
            self.driver.wait(lambda: not self.window.background.is_busy())
            yield name
        if only:
            return
        self.window.keys_now()
        self.settle()
        yield "keys_now"
        close_everything_on_top()
        self.settle()

    def open_all(self) -> None:
        """Open the first entry of a list and the first layer of help."""
        shown = self.driver.wizard.shown
        for entries in shown.findChildren(EntryList):
            kind = self.driver.wizard.work.page.each
            listed = paths.entries(self.driver.wizard.work.case, kind)
            if listed:
                entries.open_entry(paths.key_of(listed[0], 0))
        for helping in [one for one in shown.findChildren(Disclosure) if one.isVisible()][:2]:
            if not helping.is_open():
                helping.toggle()

    def start_at_the_top(self) -> tuple[str, ...]:
        """Put the focus on the first thing of what is shown; there is nothing to tell of it."""
        top = self.top()
        top.activateWindow()
        self.driver.wait(lambda: QApplication.activeWindow() is top)
        room = self.driver.rooms.case.wizard if self.driver.rooms.case is not None else None
        if top is not self.window:
            first_stop(top).setFocus(Qt.FocusReason.TabFocusReason)
        elif room is not None:
            room.focus_page()
        else:
            self.window.room().focus_first()
        self.settle()
        return ()

    def settle(self) -> None:
        """Let layouts come to rest, and what is made gradually be whole."""
        for making in self.window.findChildren(Gradually):
            making.finish()
        for _ in range(6):
            QApplication.processEvents()

    def top(self) -> QWidget:
        """Give what lies on top."""
        return on_top_of(self.window)
