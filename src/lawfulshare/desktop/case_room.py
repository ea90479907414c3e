"""One case in the window, from its first page to the signed record and what comes after."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QObject, QRect, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPainter
from PySide6.QtWidgets import QFileDialog

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.earlier import case_of_record, rationales
from lawfulshare.desk.following import begin_full_record
from lawfulshare.desk.kept import said_before
from lawfulshare.desk.letters import letters_after
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.resuming import Left, since
from lawfulshare.desk.sign_off import SignedRecord, export, new_number
from lawfulshare.desk.writing_out import (
    Offered,
    file_name,
    followed_up,
    papers_of,
    received,
    telling,
    written,
)
from lawfulshare.desktop.after_page import AfterPage
from lawfulshare.desktop.clipping import forget_folders
from lawfulshare.desktop.follow_up_sheet import FollowUpQuestions
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.no_timestamp import ask_without_timestamp
from lawfulshare.desktop.papers_out import PapersOut
from lawfulshare.desktop.preview import page_pictures
from lawfulshare.desktop.resume_card import ResumeCard, said_when
from lawfulshare.desktop.settling import settle
from lawfulshare.desktop.sign_page import SignPage
from lawfulshare.desktop.speech import say_now
from lawfulshare.desktop.telling import Naming
from lawfulshare.desktop.wizard import Wizard
from lawfulshare.faults import Fault, IdentityTrouble, LawfulShareError, NoTimestamp
from lawfulshare.filing import write_whole
from lawfulshare.guide.naming import day_in_words, fill, subject
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.nearby import nearby

if TYPE_CHECKING:
    from lawfulshare.record.follow_up import After
    from lawfulshare.record.identities import Identity

SIGNING, DRAWING, PRINTING, EARLIER, TAKEN_UP = "sign", "draw", "print", "earlier", "taken up"
PRINTED = 4.0
"""Pixels a point on paper: 288 dots an inch."""


class CaseRoom(QObject):
    """Ties the wizard to the bar above it, and signs."""

    left = Signal()
    supposed = Signal(object)
    verify_wanted = Signal(object)
    finish_wanted = Signal(str)
    again_wanted = Signal(str)

    def __init__(self, window: MainWindow, desk: Desk, work: Casework) -> None:
        super().__init__(window)
        self.window, self.desk, self.work = window, desk, work
        work.own_contacts, work.known_recipients = desk.profile.contacts, desk.address_book.lines()
        self.signed: SignedRecord | None = None
        self.saved_at: Path | None = None
        self.after: AfterPage | None = None
        self.following = ""
        self.wizard = Wizard(work, window.words, window.background)
        self.wizard.finish_later.connect(self._finish_later)
        self.wizard.saved.connect(self._say_saved)
        self.wizard.answered.connect(window.top.answer.say)
        self.wizard.sign_shown.connect(self._prepare)
        self.wizard.troubled.connect(self._say_trouble)
        self.wizard.panel.suppose_pressed.connect(self.supposed)
        window.show_room(self.wizard)
        self.wizard.show_page()
        if work.left is not None and work.left.record is not None:
            self._greet_again(work.left, work.left.record)
        else:
            self._greet()
        QTimer.singleShot(0, settle)
        window.background.begin(
            EARLIER, lambda: rationales(desk.records, work.case.linked_to), self._compare, lambda _: None
        )

        if (reopened := work.case.reopens) is not None:
            window.background.begin(
                TAKEN_UP, lambda: case_of_record(desk.records, reopened), self._take_up, lambda _: None
            )

    def _take_up(self, case: CaseFile) -> None:
        self.work.taken_up = case

    def _greet(self) -> None:
        """Say what changed since the draft was left, and what was said of the record that it amends."""
        work, words = self.work, self.window.words
        if self.wizard.assessment is None:
            return
        said, told, stopped = said_before(self.desk.records, work.case), [], ""
        if work.left is not None:
            told = list(since(work.left, self.wizard.assessment, work.walk, work.law, self.desk.clock.today()))
            when = said_when(work.left.at)
            stopped = words("resume.stopped", page=fill(work.page.title, work.case), when=when)
        if told or said:
            self.wizard.greet(ResumeCard(stopped, told, words, said))

    def _greet_again(self, left: Left, number: str) -> None:
        """Say which record is taken up again, and what changed in the law and in its answer since it was signed."""
        work, words = self.work, self.window.words
        if self.wizard.assessment is None:
            return
        changed = since(left, self.wizard.assessment, work.walk, work.law, self.desk.clock.today())
        told = changed or (words("responding.again.nothing"),)
        greeting = words("responding.again.greeting", number=number, when=words.day(left.at))
        self.wizard.greet(ResumeCard(greeting, told, words, title=words("responding.again.title")))

    def _compare(self, earlier: tuple[str, ...]) -> None:
        if self.window.room() is self.wizard:
            self.wizard.compare_with(earlier)

    def _finish_later(self) -> None:
        """Begin the full record among the drafts, and leave: the start window reminds of it."""
        begin_full_record(self.desk, self.work.walk.heard, self.work.case_id)
        self.left.emit()

    def _say_saved(self, moment: str) -> None:
        top = self.window.top
        top.show_case(
            subject(self.work.case) or self.window.words("window.nobody_yet"), self.work.case.decision_maker.role or ""
        )
        top.say_saved(moment[11:16])

    def _say_trouble(self, trouble: LawfulShareError) -> None:
        screen: Any = self.wizard.shown
        if screen is not None:
            screen.complain(trouble.faults)
        say_now(self.window, trouble.faults[0].what)

    def _prepare(self, page: SignPage) -> None:
        from lawfulshare.record.readiness import missing

        heard, law = self.work.walk.heard, self.work.law
        try:
            assessment = assess(heard, law)
        except LawfulShareError as trouble:
            page.show_missing(trouble.faults, str)
            return
        faults = missing(heard, assessment)
        page.show_missing(faults, Naming(self.work.walk).question)
        if faults:
            return
        identities = self.desk.identities()
        page.show_identities(identities, self.desk.clock.now())
        page.sign_pressed.connect(self._sign)
        if identities:
            self._preview(page, assessment, identities[0])

    def _preview(self, page: SignPage, assessment: Any, identity: "Identity") -> None:
        from lawfulshare.record.blocks import blocks
        from lawfulshare.record.making import draw, record_of

        now, words, law = self.desk.clock.now(), self.window.words, self.work.law
        number = new_number(now, bytes(8))
        record = record_of(self.work.walk.heard, assessment, identity, number=number, closed_at=now)
        page.show_blocks(blocks(record, law, words))
        self.window.background.begin(
            DRAWING, lambda: page_pictures(draw(record, law, words)), page.show_pages, lambda _: None
        )

    def _sign(self, identity: "Identity", passphrase: str | None, *, timestamp: bool = True) -> None:
        self.window.background.forget(DRAWING)
        page = self.wizard.shown
        assert isinstance(page, SignPage)

        def sign() -> SignedRecord:
            return self.desk.sign_off(self.work, self.desk.unlock(identity, passphrase, timestamp=timestamp))

        def failed(problem: Exception) -> None:
            if isinstance(problem, NoTimestamp):
                page.say_busy(False)
                without = partial(self._sign, identity, passphrase, timestamp=False)
                ask_without_timestamp(self.window, problem, without)
                return
            if isinstance(problem, IdentityTrouble) and identity.needs_passphrase:
                said = problem.faults[0]
                on_card = f"{said.what[:1].upper()}{said.what[1:]}. {said.mend}"
                other = self.window.words("window.sign.wrong_passphrase")
                page.ask_passphrase(on_card if identity.locked_by == "card" else other)
            faults = problem.faults if isinstance(problem, LawfulShareError) else ()
            page.complain(faults or (Fault("sign", self.window.words("window.sign.failed"), ""),))

        self.window.background.begin(SIGNING, sign, self.show_signed, failed)

    def show_signed(self, signed: SignedRecord) -> None:
        """Show that the record is signed and kept, and what comes next."""
        self.signed = signed
        if self.work.case.mode == "urgent":
            self.following = begin_full_record(self.desk, self.work.walk.heard, self.work.case_id).case_id
        words, maker = self.window.words, self.work.case.decision_maker
        told = signed.verification.signatures[0] if signed.verification.signatures else None
        when = f"{day_in_words(told.signed_on[:10], words)}, {told.signed_on[11:16]}" if told and told.signed_on else ""
        kept = words("window.after.kept", when=when, name=told.name if told else maker.name or "")
        heard = self.work.walk.heard
        papers = PapersOut(self.work, letters_after(heard), words, with_sheets=True)
        offered = papers_of(telling(signed.pdf, self.desk.shelf))
        self.after = AfterPage(signed.number, kept, heard, words, here=self._here(), papers=papers, written=offered)
        self.after.paper_pressed.connect(self._ask_paper)
        self.after.follow_up_pressed.connect(self.ask_follow_up)
        self.after.save_pressed.connect(self._ask_save)
        self.after.open_pressed.connect(self._open_copy)
        self.after.print_pressed.connect(self._print)
        self.after.verify_pressed.connect(self._verify)
        self.after.start_pressed.connect(self.left)
        self.after.again_pressed.connect(lambda: self.again_wanted.emit(signed.number))
        self.after.full_record_pressed.connect(lambda: self.finish_wanted.emit(self.following))
        self.window.top.show_plain()
        self.window.show_room(self.after)

    def _here(self) -> list[str]:
        """Give what the organisation's overlay says of whom to ring, where to turn next and what the level means."""
        assessment = self.wizard.assessment
        lines = nearby(self.work.walk.heard, assessment, self.work.law) if assessment is not None else []
        return [line.strip() for line in lines if line.strip()]

    def save_copy(self, path: Path) -> None:
        """Save a copy of the signed record where the person says."""
        assert self.signed is not None and self.after is not None
        try:
            export(self.signed, path)
        except LawfulShareError as trouble:
            self.after.complain(str(trouble.faults[0]))
            return
        self.saved_at = path
        self.after.say_saved(path)

    def _ask_save(self) -> None:
        assert self.signed is not None
        name = self._save_name(self.window.words("window.after.save_title"), self.signed.file_name)
        if name:
            self.save_copy(Path(name))

    def save_paper(self, paper: Offered, path: Path) -> None:
        """Write a paper out of the signed record, and save it where the person says."""
        assert self.signed is not None and self.after is not None
        try:
            drawn = written(telling(self.signed.pdf, self.desk.shelf), paper.kind, paper.whom, self.desk.clock.now())
            write_whole(path, drawn)
        except LawfulShareError as trouble:
            self.after.complain(str(trouble.faults[0]))
            return
        self.after.say_saved(path)

    def ask_follow_up(self) -> FollowUpQuestions:
        """Ask what came after, over the page."""
        assert self.signed is not None
        recipients = received(telling(self.signed.pdf, self.desk.shelf))
        asked = FollowUpQuestions(recipients, self.window.words, self.window)
        asked.given.connect(lambda: self._ask_where(asked))
        asked.open()
        return asked

    def _ask_where(self, asked: FollowUpQuestions) -> None:
        after = asked.after()
        if after is not None:
            self.sign_follow_up(asked, after, None)

    def sign_follow_up(self, asked: FollowUpQuestions, after: "After", path: Path | None) -> None:
        """Sign what was written, and save it where the person says; what stands in the way is said in the window."""
        assert self.signed is not None and self.after is not None
        now = self.desk.clock.now()
        try:
            signer = self.desk.unlock(self.desk.identities()[0])
            number, sheet = followed_up(self.signed.pdf, after, signer, now)
            name = str(path or self._save_name(self.window.words("follow_up.window.save_title"), f"{number}.pdf"))
            if name:
                write_whole(Path(name), sheet)
                asked.accept()
                self.after.say_saved(Path(name))
        except IdentityTrouble:
            asked.complain(self.window.words("follow_up.window.locked"))
        except LawfulShareError as trouble:
            asked.complain(str(trouble.faults[0]))

    def _ask_paper(self, paper: Offered) -> None:
        assert self.signed is not None
        words = self.window.words
        name = self._save_name(words("papers.window.save_title"), file_name(self.signed.number, paper))
        if name:
            self.save_paper(paper, Path(name))

    def _save_name(self, title: str, suggested: str) -> str:
        """Ask where a PDF goes."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = f"{self.window.words('window.after.pdf_files')} (*.pdf)"
        name, _ = QFileDialog.getSaveFileName(self.window, title, str(Path(folder) / suggested), kinds)
        forget_folders()
        return name

    def _open_copy(self) -> None:
        """Open the copy that the person has saved; nothing of a case is written where they did not say."""
        if self.saved_at is None:
            self._ask_save()
        if self.saved_at is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved_at)))

    def _verify(self) -> None:
        self.verify_wanted.emit(self.signed)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        assert self.signed is not None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        if QPrintDialog(printer, self.window).exec():
            pdf = self.signed.pdf
            self.window.background.begin(
                PRINTING, lambda: page_pictures(pdf, PRINTED), lambda pages: _paint(printer, pages), lambda _: None
            )


def _paint(printer: Any, pages: tuple[QImage, ...]) -> None:
    painter = QPainter(printer)
    for number, picture in enumerate(pages):
        if number:
            printer.newPage()
        area = painter.viewport()
        size = picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(area.topLeft(), size), picture)
    painter.end()
