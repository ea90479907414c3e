"""A supervisor at work: each paper is checked in the background, read, compared, replayed, commented on and signed."""

import itertools
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from lawfulshare.desk.amending import begin_amendment
from lawfulshare.desk.inbox import Entry, look, look_at_kept, settled
from lawfulshare.desk.kept import Kept, kept, take_sheet
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.papers import Papers
from lawfulshare.desk.review import found, read
from lawfulshare.desk.reviewing import Given, give_verdict
from lawfulshare.desk.sign_off import new_number
from lawfulshare.desktop.case_room import SIGNING
from lawfulshare.desktop.clipping import forget_folders
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.no_timestamp import ask_without_timestamp
from lawfulshare.desktop.preview import page_pictures
from lawfulshare.desktop.review_page import ReviewPage
from lawfulshare.desktop.review_reading import compare, suppose, text_of, way_of
from lawfulshare.desktop.review_room import ReviewRoom
from lawfulshare.faults import Fault, IdentityTrouble, LawfulShareError, NoTimestamp, NotOurs
from lawfulshare.record.rounds import MOVES
from lawfulshare.record.verification import Verification

if TYPE_CHECKING:
    from lawfulshare.record.identities import Identity
    from lawfulshare.record.review_sheet import Verdict

MOST_KEPT = 100
"""How many of the records kept here are listed, the newest first: each of them is verified."""
_visits = itertools.count(1)


class Reviewing(QObject):
    """Ties the supervisors' room to the desk. No file of a record is ever written."""

    left = Signal()
    amending = Signal(str)
    again_wanted = Signal(str)

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self.window, self.desk = window, desk
        visit = next(_visits)  # what an earlier visit to the room still works at is not this one's
        self._checking, self._finding, self._drawing = (f"review.{work}.{visit}" for work in ("check", "find", "draw"))
        self.room = ReviewRoom(window.words)
        self.page: ReviewPage | None = None
        self.entries: dict[str, Entry] = {}
        self._told_after = ("", "")
        self._waiting: deque[tuple[str, Callable[[], Entry]]] = deque()
        self.room.back_pressed.connect(self.left)
        self.room.given.connect(self.take)
        self.room.picked.connect(self.show)
        self.room.destroyed.connect(self._stop)
        window.top.show_plain()
        window.show_room(self.room)
        here = kept(desk.records)
        self._own = {one.line.sha256 for one in here}
        for one in here[:MOST_KEPT]:
            self._wait_for(one)
        self._next()

    def take(self, named: tuple[Path, ...]) -> None:
        """Look at files, and at each PDF of folders, one after the other in the background."""
        self.window.background.begin(self._finding, lambda: tuple(found(named)), self._found, lambda _: self._found(()))

    def show(self, key: str) -> None:
        """Show one entry of the list."""
        entry = next((one for one in settled(self.entries.values()) if one.key == key), None)
        if entry is None:
            return
        self.window.background.forget(self._drawing)
        self.page = page = ReviewPage(entry, self.window.words, self._deeds(entry))
        page.deed.connect(self._do)
        if entry.record is not None and (told := text_of(entry, self.desk, self.window.words)):
            page.show_record(told, way_of(entry.record), self.desk.identities())
        if page.comments is not None and page.verdict is not None:
            page.comments.show_comments(self.desk.commented.of_record(entry.digest))
            page.comments.changed.connect(partial(self.desk.commented.keep, entry.digest))
            page.verdict.chosen.connect(self._sign)
        page.end()
        self.room.show_page(key, page)

    def _found(self, files: tuple[Path, ...]) -> None:
        if not files:
            self.room.say_nothing_found()
            return
        self._look_at(files)

    def _look_at(self, files: tuple[Path, ...]) -> None:
        papers = {path.parent: Papers(path.parent) for path in files}
        for path in files:
            self._waiting.append((path.name, partial(self._look, path, papers[path.parent])))
        if not self.window.background.is_busy(self._checking):
            self._next()

    def _look(self, path: Path, papers: Papers) -> Entry:
        desk = self.desk
        today = desk.clock.today()
        return look(path, desk.records, home=desk.home, shelf=desk.shelf, today=today, papers=papers)

    def _wait_for(self, one: Kept) -> None:
        """Let a record that is kept here be looked at when its turn comes."""
        number, desk = one.line.number, self.desk
        own = tuple(identity.certificate for identity in desk.identities())
        work = partial(
            look_at_kept, number, desk.records, own, state=one.state, home=desk.home, shelf=desk.shelf,
            today=desk.clock.today(),
        )  # fmt: skip
        self._waiting.append((number, work))

    def _look_again(self, digest: str) -> None:
        """Let the record of a digest be looked at again: something was said of it."""
        for one in kept(self.desk.records):
            if one.line.sha256 == digest:
                self._wait_for(one)

    def _next(self) -> None:
        """Look at the next paper that waits; whatever goes wrong with one stops none of the rest."""
        words = self.window.words
        if not self._waiting:
            self.room.show_entries(settled(self.entries.values()))
            self._tell_after()
            return
        name, work = self._waiting.popleft()
        says = words("review.room.checking", name=name, left=len(self._waiting) + 1)
        self.room.show_entries(settled(self.entries.values()), says)

        def failed(_: Exception) -> None:
            fault = Fault(
                name, words("verification.fault.unreadable.what"), words("verification.fault.unreadable.mend")
            )
            self._looked(Entry(name, trouble=NotOurs(fault)))

        self.window.background.begin(self._checking, work, self._looked, failed)

    def _looked(self, entry: Entry) -> None:
        self.entries[entry.key] = entry
        if entry.path and entry.is_sound and entry.told and not isinstance(entry.told, Verification):
            self._keep_sheet(entry.path)
        self._next()

    def _keep_sheet(self, path: Path) -> None:
        """Keep a sheet with its record where that is kept here; a sheet of any other record is only read."""
        from lawfulshare.record.review_sheet import read as read_sheet

        with suppress(LawfulShareError):
            body = read(path)
            review = read_sheet(body)
            if review.record.sha256 not in self._own:
                return
            agreed = Papers(path.parent).file_of(review.countersigned_sha256)
            take_sheet(self.desk.records, body, agreed)
            self._look_again(review.record.sha256)

    def _deeds(self, entry: Entry) -> tuple[str, ...]:
        deeds = ["read"] if entry.told is not None else []
        if entry.record is not None and entry.is_sound:
            deeds += ["compare", "what_if"]
        if entry.waits:
            deeds.append("to_verdict")
        if entry.path is None and entry.record is not None:
            deeds += ["amend"] if "amend" in MOVES[entry.state] else []
            deeds += ["again"] if entry.record.case.request is not None else []
            deeds.append("sheet")
        return tuple(deeds)

    def _do(self, name: str) -> None:
        page = self.page
        assert page is not None
        match name:
            case "read":
                self._turn_pages(page)
            case "compare":
                compare(page.entry, self.entries.values(), self.window)
            case "what_if":
                suppose(page.entry, self.desk, self.window)
            case "to_verdict":
                page.to_verdict()
            case "amend":
                self._amend(page.entry)
            case "again":
                self.again_wanted.emit(page.entry.name)
            case _:
                self._ask_sheet(page.entry)

    def _turn_pages(self, page: ReviewPage) -> None:
        background, entry = self.window.background, page.entry
        shown = not page.pages_shown()
        page.turn_pages(shown)
        background.forget(self._drawing)
        if shown:
            background.begin(self._drawing, lambda: page_pictures(self._body(entry)), page.show_pages, lambda _: None)

    def _body(self, entry: Entry) -> bytes:
        return read(entry.path) if entry.path is not None else self.desk.records.open(entry.name)

    def _amend(self, entry: Entry) -> None:
        try:
            work = begin_amendment(self.desk, entry.name)
        except LawfulShareError as trouble:
            self._complain(trouble)
            return
        self.amending.emit(work.case_id)

    def _ask_sheet(self, entry: Entry) -> None:
        words = self.window.words
        kinds = f"{words('review.room.pdf_files')} (*.pdf)"
        name, _ = QFileDialog.getOpenFileName(self.window, words("review.page.sheet"), "", kinds)
        forget_folders()
        if name:
            self.add_sheet(entry.key, Path(name))

    def add_sheet(self, key: str, path: Path) -> None:
        """Keep a review sheet that the person has, with the record that it cites."""
        try:
            review = take_sheet(self.desk.records, read(path))
        except LawfulShareError as trouble:
            self._complain(trouble)
            return
        kept_with = self.window.words("review.page.sheet_kept", record=review.record.id)
        self._told_after = (key, kept_with)
        self._look_again(review.record.sha256)
        if not self.window.background.is_busy(self._checking):
            self._next()

    def _sign(
        self, verdict: "Verdict", identity: "Identity", passphrase: str | None, *, timestamp: bool = True
    ) -> None:
        page = self.page
        assert page is not None and page.comments is not None and page.verdict is not None
        card, entry, desk = page.verdict, page.entry, self.desk
        if page.comments.has_unsaid():
            page.comments.take()
        comments, now = page.comments.comments, desk.clock.now()
        card.say_busy(True)

        def sign() -> tuple[Given, Entry]:
            assert entry.path is not None
            signer = desk.unlock(identity, passphrase, timestamp=timestamp)
            number = new_number(now, secrets.token_bytes(8))
            given = give_verdict(entry.path, signer, verdict, comments, number=number, at=now)
            where = given.countersigned or entry.path
            return given, self._look(where, Papers(where.parent))

        def failed(problem: Exception) -> None:
            if isinstance(problem, NoTimestamp):
                card.say_busy(False)
                without = partial(self._sign, verdict, identity, passphrase, timestamp=False)
                ask_without_timestamp(self.window, problem, without)
                return
            if isinstance(problem, IdentityTrouble) and identity.needs_passphrase:
                card.ask_passphrase(on_card=identity.locked_by == "card")
            card.complain(problem.faults if isinstance(problem, LawfulShareError) else ())

        self.window.background.begin(SIGNING, sign, partial(self._signed, entry), failed)

    def _signed(self, entry: Entry, done: tuple[Given, Entry]) -> None:
        """Show where the record stands now, and what was written."""
        (given, again), words = done, self.window.words
        self.desk.commented.keep(entry.digest, ())
        self._keep_sheet(given.sheet)
        self.entries[again.key] = again
        self.room.show_entries(settled(self.entries.values()))
        self.show(again.key)
        written = [path.name for path in (given.countersigned, given.sheet) if path is not None]
        if self.page is not None:
            word = words(f"review.word.{given.review.verdict}")
            self.page.say_done(words("review.page.done", word=word, files=", ".join(written)))
        if self._waiting and not self.window.background.is_busy(self._checking):
            self._next()

    def _tell_after(self) -> None:
        """Show the record that a sheet was kept with as it stands now, and say that it was."""
        key, said = self._told_after
        self._told_after = ("", "")
        if key:
            self.show(key)
        if key and self.page is not None:
            self.page.say_done(said)

    def _complain(self, trouble: LawfulShareError) -> None:
        if self.page is not None:
            self.page.complain(str(trouble.faults[0]))

    def _stop(self) -> None:
        """Let nobody hear of what is still being looked at."""
        self._waiting.clear()
        for name in (self._checking, self._finding, self._drawing):
            self.window.background.forget(name)
        self.deleteLater()
