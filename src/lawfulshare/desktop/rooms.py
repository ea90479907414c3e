"""The way through the window: first start or unlocking, the start window, a case, checking a record."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Mode
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.following import unfinished
from lawfulshare.desk.home import Settings, read_settings, write_settings
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.profile import Profile
from lawfulshare.desk.reopening import reopen_record
from lawfulshare.desk.sign_off import SignedRecord
from lawfulshare.desktop.about import SIZES, About
from lawfulshare.desktop.case_deeds import CaseDeeds
from lawfulshare.desktop.case_room import CaseRoom
from lawfulshare.desktop.dialogs import Question
from lawfulshare.desktop.first_start import FirstStart
from lawfulshare.desktop.glossary_list import show_glossary
from lawfulshare.desktop.identity_room import IdentityRoom, expiry_notice
from lawfulshare.desktop.latch import Latch
from lawfulshare.desktop.law_notices import law_notices
from lawfulshare.desktop.law_room import LawRoom
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.profile_page import ProfilePage
from lawfulshare.desktop.resume_card import said_when
from lawfulshare.desktop.start import DraftShown
from lawfulshare.desktop.theme import theme
from lawfulshare.desktop.unlock import Unlock
from lawfulshare.faults import Fault, LawfulShareError
from lawfulshare.guide.doors import doors
from lawfulshare.guide.naming import day_in_words, fill
from lawfulshare.law.packs.law import Law
from lawfulshare.store.drafts import DraftLine

OPENING = "open"
OTHER_CASE = "case:"
"""What stands before the id of a draft that is chosen in the menu."""


class Rooms:
    """Opens the desk once it is unlocked, and hands each room what it shows."""

    def __init__(self, window: MainWindow, home: Path) -> None:
        self.window, self.home = window, home
        self.desk: Desk | None = None
        self.case: CaseRoom | None = None
        self._handed: dict[str, str] = {}
        start = window.start
        start.door_taken.connect(self.begin)
        start.draft_resumed.connect(self.resume)
        start.draft_deleted.connect(self._ask_delete)
        start.review_pressed.connect(self.show_reviewing)
        start.verify_pressed.connect(self._choose_record)
        start.about_pressed.connect(self.show_about)
        start.browse_pressed.connect(self.show_law)
        start.take_pressed.connect(self._take_over)
        start.again_pressed.connect(self._ask_again)
        window.top.other_cases = self._others
        window.top.find_pressed.connect(self._choose_record)
        window.top.chosen.connect(self._chosen)
        window.closing.connect(self.close)
        self.latch = Latch(self, read_settings(home).lock_minutes)

    def enter(self, again: bool = False) -> None:
        """Ask who one is, ask to unlock, or go straight in; `again`: it was locked, so nobody goes straight in."""
        if not Desk.is_set_up(self.home):
            self._show_first_start()
        elif again or Desk.needs_passphrase(self.home):
            self._ask_to_unlock()
        else:
            self._unlock(None)

    def begin(self, mode: Mode) -> None:
        """Put a new case on the desk."""
        self._open(lambda desk: desk.begin(mode))

    def resume(self, case_id: str) -> None:
        """Put a draft back on the desk."""
        self._open(lambda desk: desk.resume(case_id))

    def to_start(self) -> None:
        """Go to the start window; the case stays among the drafts."""
        self._leave_case()
        self.case = None
        window = self.window
        window.top.show_plain(find=self.desk is not None)
        if self.desk is None:
            self.enter(again=True)
            return
        lines = self.desk.drafts.lines()
        self._handed = self.desk.handed_over.days()
        window.start.show_drafts(tuple(self._shown(line) for line in lines))
        profile, law = self.desk.profile, self.law()
        signer = window.words(
            "window.start.sign_as", name=profile.name, role=profile.role, organisation=profile.organisation
        )
        edition = ""
        if law is not None:
            edition = window.words("window.start.law", nation=law.nation.name, version=law.nation.version)
        window.start.show_signer(signer, edition)
        window.start.show_notices(
            (
                *self._unfinished(),
                *expiry_notice(self.desk, window.words),
                *law_notices(law, self.desk.shelf, window.words),
            )
        )
        window.show_room(window.start)

    def _unfinished(self) -> tuple[str, ...]:
        """Say how many records that began in an emergency wait to be finished."""
        count = len(unfinished(self.desk)) if self.desk is not None else 0
        if not count:
            return ()
        words = self.window.words
        return (words("ringing.unfinished") if count == 1 else words("ringing.unfinished_many", count=count),)

    def show_verify(self, signed: SignedRecord | None = None) -> None:
        """Check a record: the one just signed, or one that the person chooses."""
        from lawfulshare.desktop.verify_room import VerifyRoom

        room = VerifyRoom(self.window.words, self.window.background, self.home)
        room.start_pressed.connect(self.to_start)
        room.sheet_chosen.connect(lambda path: self.show_reviewing((path,)))
        self.window.top.show_plain()
        self.window.show_room(room)
        if isinstance(signed, SignedRecord):
            room.show_signed(signed)

    def _choose_record(self) -> None:
        self.show_verify()

    def show_about(self) -> None:
        """Show what this is, and how it looks."""
        about = About(read_settings(self.home), self.law(), self.window.words)
        about.settings_chosen.connect(self.use_settings)
        about.back_pressed.connect(self.to_start)
        self.window.top.show_plain()
        self.window.show_room(about)

    def show_reviewing(self, named: tuple[Path, ...] = ()) -> None:
        """Show the room for supervisors: records that were sent, and those that are kept here."""
        from lawfulshare.desktop.reviewing import Reviewing

        if self.desk is None:
            return
        reviewing = Reviewing(self.window, self.desk)
        reviewing.left.connect(self.to_start)
        reviewing.amending.connect(self.resume)
        reviewing.again_wanted.connect(self._reopen)
        if named:
            reviewing.take(named)

    def show_law(self) -> None:
        """Show the law of today, to be browsed."""
        law = self.law()
        if law is None:
            self.window.start.show_trouble(self.window.words("window.provision.none"))
            return
        room = LawRoom(law, self.window.words, back=self.window.words("browse.back"))
        room.back_pressed.connect(self.to_start)
        self.window.top.show_plain()
        self.window.show_room(room)

    def show_profile(self) -> None:
        """Show who is working, to change it."""
        if self.desk is None:
            return
        page = ProfilePage(self.desk.profile, self.window.words)
        page.changed.connect(lambda profile: self._change_profile(page, profile))
        page.back_pressed.connect(self.to_start)
        self.window.top.show_plain()
        self.window.show_room(page)

    def _show_identity(self) -> None:
        if self.desk is not None:
            IdentityRoom(self.window, self.desk).left.connect(self.to_start)

    def use_settings(self, settings: Settings) -> None:
        """Dress the window as the person wishes, and keep the wish."""
        dress_window(settings)
        self.latch.idle.minutes = settings.lock_minutes
        try:
            write_settings(self.home, settings)
        except LawfulShareError:
            return  # The window looks as wished; only the next start has forgotten it.

    def law(self) -> Law | None:
        """Give the law of today for the nation of the profile; None where there is no pack."""
        if self.desk is None:
            return None
        try:
            return self.desk.shelf.on(self.desk.profile.nation, self.desk.clock.today().isoformat())
        except LawfulShareError:
            return None

    def _leave_case(self) -> None:
        """Halt what is worked out for the case in the window, and keep its recipients, to be offered again."""
        if self.desk is None or self.case is None:
            return
        self.window.background.forget_all()
        with suppress(LawfulShareError):
            self.desk.address_book.remember(self.case.work.case)

    def close(self) -> None:
        """Lock everything again."""
        self._leave_case()
        desk, self.desk, self.case = self.desk, None, None
        if desk is not None:
            desk.close()

    def _ask_to_unlock(self) -> Unlock:
        unlock = Unlock(self.window.words, by_passphrase=Desk.needs_passphrase(self.home))
        unlock.given.connect(self._unlock)
        self.window.top.show_plain()
        self.window.show_room(unlock)
        return unlock

    def _show_first_start(self) -> None:
        from lawfulshare.record.locking import keyring_works

        first = FirstStart(self.window.words)
        first.allow_keyring(keyring_works())
        first.ready.connect(lambda profile, passphrase: self._make(first, profile, passphrase))
        self.window.top.show_plain()
        self.window.show_room(first)

    def _make(self, first: FirstStart, profile: Profile, passphrase: str | None) -> None:
        def failed(problem: Exception) -> None:
            faults = problem.faults if isinstance(problem, LawfulShareError) else ()
            first.complain(faults or (Fault("first", self.window.words("window.trouble_start"), ""),))

        self.window.background.begin(
            OPENING, lambda: Desk.first_start(self.home, profile, passphrase), self._opened, failed
        )

    def _change_profile(self, page: ProfilePage, profile: Profile) -> None:
        def failed(problem: Exception) -> None:
            faults = problem.faults if isinstance(problem, LawfulShareError) else ()
            page.complain(faults or (Fault("name", self.window.words("window.trouble"), ""),))

        if self.desk is not None:
            desk = self.desk
            self.window.background.begin(
                OPENING, lambda: desk.change_profile(profile), lambda _: self.to_start(), failed
            )

    def _unlock(self, passphrase: str | None) -> None:
        def failed(problem: Exception) -> None:
            said = str(problem) if isinstance(problem, LawfulShareError) else self.window.words("window.trouble_start")
            room = self.window.room()
            if not isinstance(room, Unlock):
                room = self._ask_to_unlock()
            room.complain(said)

        self.window.background.begin(OPENING, lambda: Desk.open(self.home, passphrase), self._opened, failed)

    def _opened(self, desk: Desk) -> None:
        self.desk = desk
        if not self.latch.reopen():
            self.to_start()

    def _open(self, put: Callable[[Desk], Casework]) -> None:
        if self.desk is None:
            return
        try:
            work = put(self.desk)
            self.case = CaseRoom(self.window, self.desk, work)
        except LawfulShareError as trouble:
            self.window.start.show_trouble(str(trouble.faults[0]))
            return
        self.latch.watch(self.case)
        self.case.supposed.connect(
            lambda said, desk=self.desk, case=self.case: CaseDeeds(self.window, desk).suppose(case, said)
        )
        self.case.left.connect(self.to_start)
        self.case.verify_wanted.connect(self.show_verify)
        self.case.finish_wanted.connect(self.resume)
        self.case.again_wanted.connect(self._reopen)

    def _shown(self, line: DraftLine) -> DraftShown:
        pages = (page for door in doors().values() for page in door.pages)
        title = fill(next((page.title for page in pages if page.name == line.place), ""), CaseFile())
        says = self.window.words("window.start.stopped_at", page=title, when=said_when(line.saved_at))
        if self.desk is not None and (day := self._handed.get(line.case_id)):
            says = self.window.words("handing.mark", day=day_in_words(day, self.window.words), says=says)
        return DraftShown(line.case_id, line.subject or self.window.words("window.start.nothing_said"), says)

    def _ask_delete(self, case_id: str, about: str) -> None:
        words = self.window.words

        def delete() -> None:
            if self.desk is not None:
                self.desk.drafts.delete(case_id)
                self.to_start()

        Question(
            words("window.start.delete_question", about=about),
            words("window.start.delete_follows"),
            keep=words("window.start.keep_it"),
            deed=words("window.start.delete"),
            done=delete,
            parent=self.window,
        ).open()

    def _do_with_case(self, name: str) -> None:
        if self.case is None or self.desk is None:
            return
        deeds = CaseDeeds(self.window, self.desk)
        match name:
            case "what_if":
                deeds.suppose(self.case)
            case "copy":
                deeds.copy(self.case)
            case _:
                deeds.hand_over(self.case)

    def _reopen(self, number: str) -> None:
        """Take the request of a signed record up again."""
        self._open(lambda desk: reopen_record(desk, number))

    def _ask_again(self) -> None:
        """Ask to which case a request belongs that came again, and take that case up."""
        if self.desk is not None:
            CaseDeeds(self.window, self.desk).ask_again(lambda work: self._open(lambda _: work))

    def _take_over(self) -> None:
        if self.desk is not None:
            CaseDeeds(self.window, self.desk).ask_file(self.resume)

    def _others(self) -> tuple[tuple[str, str], ...]:
        """Give the other open cases for the menu, by what they are chosen by."""
        if self.desk is None or self.case is None:
            return ()
        here = self.case.work.case_id
        return tuple(
            (f"{OTHER_CASE}{one.case_id}", one.subject) for one in self.desk.drafts.lines() if one.case_id != here
        )

    def _chosen(self, name: str) -> None:
        settings = read_settings(self.home)
        match name:
            case "start":
                self.to_start()
            case "glossary":
                show_glossary(self.window.words, self.window)
            case "keys":
                self.window.keys_now()
            case "lock":
                self.latch.lock()
            case "about":
                self.show_about()
            case "profile":
                self.show_profile()
            case "identity":
                self._show_identity()
            case "what_if" | "copy" | "hand_over":
                self._do_with_case(name)
            case _ if name.startswith(OTHER_CASE):
                self.resume(name.removeprefix(OTHER_CASE))
            case "undo" | "redo":
                if self.case is not None:
                    self.case.wizard.undo(again=name == "redo")
            case "bigger" | "smaller" | "normal":
                self.use_settings(replace(settings, text_percent=_step(settings.text_percent, name)))
            case "light" | "dark" | "contrast" | "system":
                self.use_settings(replace(settings, scheme=name))


def _step(now: int, name: str) -> int:
    if name == "normal":
        return SIZES[0]
    others = [size for size in SIZES if (size > now if name == "bigger" else size < now)]
    return (others[0] if name == "bigger" else others[-1]) if others else now


def dress_window(settings: Settings) -> None:
    """Dress the application as the settings say, following the system where they say so."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.follow(app, settings.text_percent / 100, None if settings.scheme == "system" else settings.scheme)
