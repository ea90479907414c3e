"""What one does with a whole case: suppose, take facts from another, hand it over, take one over."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from lawfulshare.desk.casework import Casework
from lawfulshare.desk.earlier import earlier_cases, read_earlier
from lawfulshare.desk.handing_over import hand_over, take_over
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.reopening import may_come_again, reopen
from lawfulshare.desktop.again_sheet import AgainSheet
from lawfulshare.desktop.case_room import CaseRoom
from lawfulshare.desktop.copying_sheet import CopyingSheet
from lawfulshare.desktop.handing import HandOver, TakeOver
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.what_if_sheet import WhatIf
from lawfulshare.faults import LawfulShareError
from lawfulshare.filing import write_whole
from lawfulshare.guide.copying import copied

SEALING = "handover"


class CaseDeeds(QObject):
    """Opens the sheet of each deed over the case in hand, and does it."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self.window, self.desk = window, desk

    def suppose(self, room: CaseRoom, said: Mapping[str, Any] | None = None) -> WhatIf:
        """Show what would follow from another answer."""
        return WhatIf(room.work, self.window.words, self.window, said)

    def copy(self, room: CaseRoom) -> CopyingSheet:
        """Ask what to take over from which earlier case, and take it."""
        words, desk, work = self.window.words, self.desk, room.work
        sheet = CopyingSheet(earlier_cases(desk.drafts, desk.records, work.case_id), words, self.window)

        def take() -> None:
            if sheet.chosen is None:
                sheet.complain(words("handing.copy.choose"))
                return
            chosen, parts = sheet.chosen
            before = work.case
            try:
                earlier = read_earlier(desk.drafts, desk.records, chosen)
                work.change(lambda case: copied(case, earlier, parts))
            except LawfulShareError as trouble:
                sheet.complain(str(trouble.faults[0]))
                return
            sheet.accept()
            room.wizard.show_page()
            taken = {part: len(getattr(work.case, part) or ()) - len(getattr(before, part) or ())
                     for part in ("people", "recipients", "items")}  # fmt: skip
            room.wizard.tell_below("handing.copy.done", **taken)

        sheet.given.connect(take)
        sheet.open()
        return sheet

    def ask_again(self, taken: Callable[[Casework], None]) -> AgainSheet:
        """Ask which case a request belongs to that came again; `taken` gets the case that goes on."""
        words, desk = self.window.words, self.desk
        sheet = AgainSheet(may_come_again(desk), words, self.window)

        def take() -> None:
            if sheet.chosen is None:
                sheet.complain(words("responding.again.choose"))
                return
            try:
                work = reopen(desk, sheet.chosen)
            except LawfulShareError as trouble:
                sheet.complain(str(trouble.faults[0]))
                return
            sheet.accept()
            taken(work)

        sheet.given.connect(take)
        sheet.open()
        return sheet

    def hand_over(self, room: CaseRoom) -> HandOver:
        """Ask for the passphrase, and where the sealed file goes."""
        sheet = HandOver(self.window.words, self.window)
        sheet.given.connect(lambda: self._choose_place(room, sheet))
        sheet.open()
        return sheet

    def save_sealed(self, room: CaseRoom, sheet: HandOver, path: Path) -> None:
        """Write the sealed file, and mark the draft."""
        words, desk, work = self.window.words, self.desk, room.work
        passphrase = sheet.once.text()

        def done(file: bytes) -> None:
            try:
                write_whole(path, file)
                desk.handed_over.mark(work.case_id, desk.clock.today().isoformat())
            except LawfulShareError as trouble:
                sheet.complain(str(trouble.faults[0]))
                return
            sheet.accept()
            room.wizard.tell_below("handing.saved")

        def failed(problem: Exception) -> None:
            says = str(problem) if isinstance(problem, LawfulShareError) else words("window.trouble")
            sheet.complain(says)

        self.window.background.begin(
            SEALING, lambda: hand_over(desk.drafts, work.case_id, passphrase, desk.profile.name), done, failed
        )

    def ask_file(self, taken: Callable[[str], None]) -> None:
        """Ask which file to take over."""
        name, _ = QFileDialog.getOpenFileName(
            self.window, self.window.words("handing.take_title"), _folder(), _kinds(self.window)
        )
        if name:
            self.take_over(Path(name), taken)

    def take_over(self, path: Path, taken: Callable[[str], None]) -> TakeOver:
        """Ask for the passphrase of a file, and take it over; `taken` gets the id of the new draft."""
        words, desk = self.window.words, self.desk
        sheet = TakeOver(path.name, words, self.window)

        def failed(problem: Exception) -> None:
            says = str(problem) if isinstance(problem, LawfulShareError) else words("handing.cannot_read")
            sheet.complain(says)

        def done(case_id: str) -> None:
            sheet.accept()
            taken(case_id)

        def begin() -> None:
            passphrase = sheet.field.text()
            self.window.background.begin(
                SEALING, lambda: take_over(desk.drafts, path.read_bytes(), passphrase, desk.clock), done, failed
            )

        sheet.given.connect(begin)
        sheet.open()
        return sheet

    def _choose_place(self, room: CaseRoom, sheet: HandOver) -> None:
        words = self.window.words
        place = str(Path(_folder()) / words("handing.file_name"))
        name, _ = QFileDialog.getSaveFileName(self.window, words("handing.save_title"), place, _kinds(self.window))
        if name:
            self.save_sealed(room, sheet, Path(name))


def _folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _kinds(window: MainWindow) -> str:
    return f"{window.words('handing.files')} (*.lawfulshare)"
