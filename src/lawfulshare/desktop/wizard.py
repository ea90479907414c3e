"""Next, Back, Save for later; shows what casework says."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import FamilyPart
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.ringing import ToRing, rung
from lawfulshare.desktop.background import Background
from lawfulshare.desktop.holding import Holding
from lawfulshare.desktop.law_room import show_law
from lawfulshare.desktop.legal_basis import LegalBasisPage
from lawfulshare.desktop.provision_text import show_reasoning
from lawfulshare.desktop.rail import RailRow
from lawfulshare.desktop.screens import AnyScreen, FormScreen, make_screen, variants_put
from lawfulshare.desktop.searching import Searching
from lawfulshare.desktop.shortcuts import bind
from lawfulshare.desktop.sign_page import SignPage
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.telling import Naming, tell
from lawfulshare.desktop.theme import theme
from lawfulshare.desktop.three_parts import ThreeParts
from lawfulshare.faults import LawfulShareError
from lawfulshare.guide import answers
from lawfulshare.guide.asking_after import add_missing
from lawfulshare.guide.naming import fill
from lawfulshare.guide.progress import SectionProgress, progress
from lawfulshare.law.answer.assessing import Searched
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.wording import Wording


class Wizard(ThreeParts):
    """One case in the window. It keeps nothing: every answer goes to the casework, and what that says is shown."""

    saved = Signal(str)
    answered = Signal(object)
    sign_shown = Signal(object)
    troubled = Signal(object)
    finish_later = Signal()

    def __init__(self, work: Casework, words: Wording, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.work = work
        self._searching = Searching(background, self._show_found)
        self._shown: str | None = None
        self._asked: tuple[int, ...] = ()
        self._earlier: tuple[str, ...] = ()
        self._came_from: tuple[str, str] | None = None
        self._held = Holding(work, words, self)
        self._held.accepted.connect(self._take_held)
        self._held.kept.connect(self._keep)
        self.assessment: Assessment | None = None
        self.shown: AnyScreen | None = None
        self._wire()
        theme.changed.connect(self._dress_anew)
        self.show_page()

    def show_page(self, jump: str | None = None) -> None:
        """Show the page that the casework is at, from its beginning, or at one question."""
        page = self.work.page
        title = fill(page.title, self.work.case)
        try:
            screen = make_screen(page, self.work, self._words)
        except LawfulShareError as trouble:
            self._stay(trouble)
            return
        screen.setAccessibleName(title)
        if isinstance(screen, FormScreen):
            screen.compare_with(self._earlier)
        self._connect(screen)
        old, self.shown = self.shown, screen
        self.kind = page.kind
        if page.name != self._shown:
            self._came_from = None
        self._shown = page.name
        self._asked = variants_put(page, self.work)
        self._show_foot()
        self.foot.back.setVisible(self.work.walk.before(page.name) is not None)
        self.refresh(anew=True)
        self.put(screen, old)
        say(self, title)
        if jump is None:
            screen.focus_first()
        else:
            screen.jump_to(jump)
        self._held.again(screen)

    def refresh(self, anew: bool = False) -> None:
        """Show what follows from the answers: the outcome at once, what is open and would change it from a worker."""
        try:
            self.assessment = self.work.first_answer()
        except LawfulShareError as trouble:
            self._searching.stop()
            self.troubled.emit(trouble)
            return
        if anew and isinstance(self.shown, SignPage):
            self.sign_shown.emit(self.shown)
        elif isinstance(self.shown, FormScreen | LegalBasisPage):
            self.shown.show_case(self.work.case)
            self.shown.show_assessment(self.assessment)
        self._show_progress()
        if (found := self._searching.found_for(self.work)) is not None:
            self._show_found(found)
        else:
            self._show_answer(self.assessment, weighed=False)
        self.saved.emit(str(self.work.saved_at or ""))
        self._searching.begin(self.work)

    def compare_with(self, earlier: tuple[str, ...]) -> None:
        """Take the rationales of earlier records, for what is read back under one's own."""
        self._earlier = earlier
        if isinstance(self.shown, FormScreen):
            self.shown.compare_with(earlier)

    def go_to(self, path: str) -> None:
        """Go to the question that asks a path."""
        page = self.work.walk.page_of(path)
        if page is None:
            page = next((found for asked, found in self.work.walk.put.items() if path.startswith(asked)), None)
        if page is not None:
            self._act(lambda: self.work.go(page), jump=path)

    def go_page(self, page: str) -> None:
        """Go to a page of the walk."""
        self._act(lambda: self.work.go(page))

    def next_open(self) -> None:
        """Go to the next question that is still open and decides the most."""
        for fact in self.assessment.open if self.assessment else ():
            if self.work.walk.page_of(fact.path) is not None:
                self.go_to(fact.path)
                return

    def undo(self, again: bool = False) -> None:
        """Take the last change back, or make it once more; show it where it is, and say which it was."""
        if isinstance(self.shown, FormScreen):
            self._held.drop(self.shown)
            self.shown.form.flush()
        done = self.work.redo() if again else self.work.undo()
        if done is None:
            self.tell_below("flow.undo.nothing_again" if again else "flow.undo.nothing")
            return
        self.work.go(done.page)
        self.show_page(done.path)
        page = self._words("flow.undo.entry", page=self.work.page.title)
        what = page if done.path is None else Naming(self.work.walk).question(done.path)
        self.tell_below("flow.undo.redone" if again else "flow.undo.undone", what=what)

    def _wire(self) -> None:
        self.foot.back_pressed.connect(lambda: self._act(self.work.back))
        self.foot.continue_pressed.connect(self._continue)
        self.rail.chosen.connect(self.go_page)
        self.strip.chosen.connect(self.go_page)
        self.panel.go_pressed.connect(self.go_to)
        self.panel.law_pressed.connect(self._show_law)
        self.panel.whole_pressed.connect(self._show_whole)
        self.panel.close_pressed.connect(self.toggle_panel)
        for name, act in (
            ("continue", self._continue), ("back", lambda: self._act(self.work.back)), ("next_open", self.next_open),
            ("undo", self.undo), ("redo", lambda: self.undo(again=True)),
        ):  # fmt: skip
            bind(name, self, act)

    def _connect(self, screen: QWidget) -> None:
        if isinstance(screen, FormScreen):
            screen.said.connect(self._say)
            screen.left_open.connect(lambda path: self._act_here(lambda: self.work.leave_open(path)))
            screen.form.entered.connect(self._continue)
            screen.added.connect(lambda entry: self._act_here(lambda: self.work.add(entry)))
            screen.removed.connect(lambda entry, key: self._change(lambda case: answers.remove(case, entry, key)))
            screen.changed.connect(self._change)
            screen.gone_to.connect(self.go_to)
            screen.missing_named.connect(self._name_missing)
            screen.rung.connect(self._note_call)
            screen.finish_later.connect(self._leave_for_later)
            screen.page_chosen.connect(self.go_page)
            screen.moved.connect(lambda entry, key, by: self._change(lambda case: answers.move(case, entry, key, by)))
        elif isinstance(screen, LegalBasisPage):
            screen.said.connect(self._say)
            screen.law_pressed.connect(self._show_law)
            screen.go_pressed.connect(self.go_to)
        elif isinstance(screen, SignPage):
            screen.go_pressed.connect(lambda path: self._go_from(path, lambda: self.go_to(path)))
        elif hasattr(screen, "change_pressed"):
            screen.change_pressed.connect(self._change_checked)

    def _say(self, path: str, value: object) -> None:
        try:
            if self._held.takes(self.shown, path, value):
                return
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        self._take(path, value)

    def _take(self, path: str, value: object) -> None:
        try:
            self.work.answer(path, value)
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        if variants_put(self.work.page, self.work) != self._asked:
            self.show_page(path)
            return
        self.refresh()
        self._held.again(self.shown)

    def _take_held(self, path: str, value: object) -> None:
        self._held.drop(self.shown)
        self._take(path, value)
        if self.shown is not None:
            self.shown.jump_to(path)

    def _keep(self, path: str) -> None:
        self._held.drop(self.shown)
        if self.shown is not None:
            self.shown.jump_to(path)

    def _change_checked(self, page: str, path: str) -> None:
        """Go to an answer from the page that shows them all."""
        self._go_from(path, lambda: self._act(lambda: self.work.go(page), jump=path))

    def _go_from(self, path: str, go: Callable[[], None]) -> None:
        """Go to an answer from a page that lists answers, or what is missing; Continue comes back to that page."""
        left = self.work.page.name
        go()
        if self.work.page.name != left:
            self._came_from = (left, path)
            self._show_foot()

    def _show_foot(self) -> None:
        left = self.work.door.page(self._came_from[0]).special if self._came_from else None
        deed = self._words(f"flow.check.return.{left}") if left else None
        self.foot.show_page(last=self.work.page.special in ("sign", "after"), deed=deed)

    def _leave_for_later(self) -> None:
        self._flush()
        self.finish_later.emit()

    def _note_call(self, to: ToRing) -> None:
        """Note a call that was made, and ask what was said."""
        key = rung(self.work, to)
        self.go_to(f"transmission.{key}.spoke_to")

    def _name_missing(self, part: FamilyPart) -> None:
        """Put somebody who was missing among the people, and ask who it is."""
        case, key = add_missing(self.work.case, part)
        self._change(lambda _: case)
        self.go_to(f"people.{key}.label")

    def _change(self, act: Callable[[CaseFile], CaseFile]) -> None:
        self._act_here(lambda: self.work.change(act))

    def _dress_anew(self) -> None:
        """Make the page again at another size of text: its tiles and gaps are measured when they are made."""
        if self.isVisible():
            self.dressing = True
            self.show_page()
            self.dressing = False

    def _stay(self, trouble: LawfulShareError) -> None:
        """Stay where one was, and say why the page cannot be shown: a nation without a law pack has no such page."""
        self.work.go(self._shown or self.work.walk.pages[0].name)
        if self.shown is None:
            self.show_page()
        self.troubled.emit(trouble)

    def _act_here(self, act: Callable[[], object]) -> None:
        try:
            act()
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        self.refresh()

    def _act(self, act: Callable[[], object], jump: str | None = None) -> None:
        self._flush()
        if self._held.stands_before(self.shown):
            return
        try:
            act()
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        self.show_page(jump)

    def _continue(self) -> None:
        if not self.foot.go_on.isVisible():
            return
        self._flush()
        if self._held.stands_before(self.shown):
            return
        back_to, jump = self._came_from or (None, None)
        try:
            faults = self.work.next(back_to)
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        if faults and self.shown is not None:
            self.shown.complain(faults)
            return
        self.show_page(jump)

    def _flush(self) -> None:
        """Hear an answer that is still being typed."""
        if isinstance(self.shown, FormScreen):
            self.shown.form.flush()

    def _show_progress(self) -> None:
        told = progress(self.work.walk, self._shown, (), self.work.stale)
        rows = tuple(self._row(section) for section in told.sections)
        self.show_rows(rows, told.shortest, told.longest, self.work.walk.door.title)

    def _row(self, section: SectionProgress) -> RailRow:
        note = section.because or ""
        if section.state == "here" and section.pages > 1:
            note = self._words("window.rail.question_of", number=section.position, count=section.pages)
        reachable = section.page is not None
        return RailRow(section.page or section.title, section.title, section.state, note, reachable=reachable)

    def _show_found(self, found: Searched) -> None:
        if not isValid(self):
            return  # The case was left while it was still being weighed.
        self.assessment = found.assessment
        self._show_answer(found.assessment, weighed=True, cut_short=found.cut_short)

    def _show_answer(self, assessment: Assessment, *, weighed: bool, cut_short: bool = False) -> None:
        work = self.work
        telling = tell(
            assessment, work.walk, work.law, self._words, work.page.name, weighed=weighed, cut_short=cut_short
        )
        self.panel.show_telling(telling)
        self.answered.emit(telling.outcome)

    def _show_law(self, provision: str) -> None:
        show_law(self.work.law, provision, self._words, self)

    def _show_whole(self) -> None:
        if self.assessment is not None:
            show_reasoning(self.assessment.explanation, self._words, self)
