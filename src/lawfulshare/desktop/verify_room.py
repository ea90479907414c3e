"""The room in which papers are checked: one with its answers and pages, or a folder as a table."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from lawfulshare.desk.many import Checked, as_documents, as_table, check_many
from lawfulshare.desk.review import is_review_sheet
from lawfulshare.desktop.background import Background
from lawfulshare.desktop.clipping import forget_folders
from lawfulshare.desktop.preview import page_pictures
from lawfulshare.desktop.saving import save
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.verify_many import ManyView
from lawfulshare.desktop.verify_view import VerifyView
from lawfulshare.faults import LawfulShareError
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.desk.sign_off import SignedRecord

ONE, PAGES, MANY = "verify", "pages", "verify many"


class VerifyRoom(QStackedWidget):
    """Has papers checked in the background, by the law and the trusted keys of a home. It reports that one leaves."""

    start_pressed = Signal()
    sheet_chosen = Signal(object)
    _looked_at = Signal(object)

    def __init__(self, words: Wording, background: Background, home: Path) -> None:
        super().__init__()
        self._words, self._background, self._home = words, background, home
        self._path: Path | None = None
        self._halt = threading.Event()
        self.setAccessibleName(words("window.verify.title"))
        self.one, self.many = VerifyView(words), ManyView(words)
        self.addWidget(self.one)
        self.addWidget(self.many)
        self.one.file_wanted.connect(self._ask_file)
        self.one.folder_wanted.connect(self._ask_folder)
        self.one.list_wanted.connect(self._back_to_list)
        self.one.compared.connect(self._trust)
        self.many.again_wanted.connect(self._ask_folder)
        self.many.halted.connect(self._halt_run)
        self.many.save_wanted.connect(self._save)
        self.many.opened.connect(self._open)
        for view in (self.one, self.many):
            view.start_pressed.connect(self._leave)
        self._looked_at.connect(self._add)

    def look(self, path: Path) -> None:
        """Look at a file that somebody chose: a record is checked here, a review sheet is seen with its record."""
        if is_review_sheet(path):
            self.sheet_chosen.emit(path)
        else:
            self.check(path)

    def check(self, path: Path) -> None:
        """Check one file."""
        self._path = path
        self.one.offer_list(False)
        self.setCurrentWidget(self.one)
        self.one.say_checking(path.name)
        self._background.begin(ONE, lambda: next(check_many([path], home=self._home)), self._show, self.one.complain)
        self._draw(path.read_bytes)

    def check_folder(self, folder: Path) -> None:
        """Check each PDF in a folder and beneath it."""
        halt = self._halt = threading.Event()
        self.many.begin()
        self.setCurrentWidget(self.many)
        self.many.focus_first()

        def run() -> bool:
            for paper in check_many([folder], home=self._home, halt=halt):
                self._looked_at.emit((halt, paper))
            return halt.is_set()

        self._background.begin(MANY, run, lambda halted: self.many.end(halted=halted), self._failed, halt)

    def show_signed(self, signed: "SignedRecord") -> None:
        """Show the verification of a record that was just signed."""
        self.one.show_verification(signed.verification)
        self._draw(lambda: signed.pdf)

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        view = self.currentWidget()
        if isinstance(view, VerifyView | ManyView):
            view.focus_first()

    def _show(self, paper: Checked) -> None:
        if paper.told is not None:
            self.one.show_verification(paper.told)
        elif paper.trouble is not None:
            self.one.complain(paper.trouble)

    def _draw(self, body: Callable[[], bytes]) -> None:
        self._background.begin(PAGES, lambda: page_pictures(body()), self.one.show_pages, lambda _: None)

    def _add(self, looked: tuple[threading.Event, Checked]) -> None:
        halt, paper = looked
        if halt is self._halt:
            self.many.add(paper)

    def _halt_run(self) -> None:
        """End the run; what was found so far stays."""
        self._background.forget(MANY)
        self.many.end(halted=True)

    def _failed(self, problem: Exception) -> None:
        self.many.end(halted=True)

    def _open(self, paper: Checked) -> None:
        self.check(paper.path)
        self.one.offer_list(True)
        self.one.focus_first()

    def _back_to_list(self) -> None:
        self.setCurrentWidget(self.many)
        self.many.focus_first()

    def _leave(self) -> None:
        self._background.forget(MANY)
        self.start_pressed.emit()

    def _trust(self, compared: str) -> None:
        from lawfulshare.desk.review import trust_signer

        if self._path is None:
            return
        try:
            key = trust_signer(self._path, compared, self._home)
        except LawfulShareError as trouble:
            self.one.refuse_trust(str(trouble.faults[0]))
            return
        back = self.one.offers_list
        self.check(self._path)
        self.one.offer_list(back)
        self.one.focus_first()
        say(self.one, self._words("window.verify.trusts", name=key.name))

    def _ask_file(self) -> None:
        title, kinds = self._words("window.verify.choose_title"), f"{self._words('window.after.pdf_files')} (*.pdf)"
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        forget_folders()
        if name:
            self.look(Path(name))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._words("window.verify.choose_folder_title"))
        forget_folders()
        if name:
            self.check_folder(Path(name))

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        place = str(Path(folder) / self._words("window.verify.table_file"))
        name, _ = QFileDialog.getSaveFileName(
            self, self._words("window.verify.save_table"), place, "CSV (*.csv);;JSON (*.json)"
        )
        forget_folders()
        if name:
            save(table_for(Path(name), self.many.papers), Path(name), self.many.told, self._words)


def table_for(path: Path, papers: list[Checked]) -> bytes:
    """Give what was found in the form that a file's name asks for: JSON by its ending, else CSV."""
    import json

    if path.suffix.lower() == ".json":
        return json.dumps(as_documents(papers), ensure_ascii=False, indent=2).encode() + b"\n"
    return as_table(papers).encode("utf-8-sig")
