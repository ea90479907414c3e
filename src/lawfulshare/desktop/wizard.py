"""Next, Back, Save for later; shows what casework says."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.casework import Casework
from lawfulshare.desktop.background import Background
from lawfulshare.desktop.foot_bar import FootBar
from lawfulshare.desktop.law_room import show_law
from lawfulshare.desktop.legal_basis import LegalBasisPage
from lawfulshare.desktop.provision_text import show_reasoning
from lawfulshare.desktop.rail import Rail, RailRow
from lawfulshare.desktop.reasoning_panel import ReasoningPanel
from lawfulshare.desktop.screens import AnyScreen, FormScreen, make_screen, variants_put
from lawfulshare.desktop.searching import Searching
from lawfulshare.desktop.sign_page import SignPage
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.strip import Strip
from lawfulshare.desktop.telling import tell
from lawfulshare.desktop.theme import Breadth, theme
from lawfulshare.faults import LawfulShareError
from lawfulshare.guide import answers
from lawfulshare.guide.progress import SectionProgress, progress
from lawfulshare.law.answer.assessing import Searched
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.wording import Wording


class Wizard(QWidget):
    """One case in the window. It keeps nothing: every answer goes to the casework, and what that says is shown."""

    saved = Signal(str)
    answered = Signal(object)
    sign_shown = Signal(object)
    troubled = Signal(object)

    def __init__(self, work: Casework, words: Wording, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work, self._words = work, words
        self._searching = Searching(background, self._show_found)
        self._shown: str | None = None
        self._asked: tuple[int, ...] = ()
        self._earlier: tuple[str, ...] = ()
        self._breadth: Breadth = "wide"
        self.assessment: Assessment | None = None
        self.shown: AnyScreen | None = None
        self.rail, self.strip, self.foot = Rail(), Strip(), FootBar(words)
        self.panel = ReasoningPanel(words)
        self._centre = QVBoxLayout()
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self.strip)
        self._place = QVBoxLayout()
        self._centre.addLayout(self._place, 1)
        self._centre.addWidget(self.foot)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self.rail)
        self._across.addLayout(self._centre, 1)
        self._across.addWidget(self.panel)
        self._wire()
        theme.changed.connect(self._dress_anew)
        self.show_page()

    def show_page(self, jump: str | None = None) -> None:
        """Show the page that the casework is at, from its beginning, or at one question."""
        page = self.work.page
        screen = make_screen(page, self.work, self._words)
        screen.setAccessibleName(page.title)
        if isinstance(screen, FormScreen):
            screen.compare_with(self._earlier)
        self._connect(screen)
        old, self.shown = self.shown, screen
        self._place.addWidget(screen)
        if old is not None:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        screen.show()
        self._shown = page.name
        self._asked = variants_put(page, self.work)
        self.foot.show_page(last=page.special in ("sign", "after"))
        self.foot.back.setVisible(self.work.walk.before(page.name) is not None)
        self.refresh(anew=True)
        self.arrange(self._breadth)
        say(self, page.title)
        if jump is None:
            screen.focus_first()
        else:
            screen.jump_to(jump)

    def refresh(self, anew: bool = False) -> None:
        """Show what follows from the answers: the outcome at once, what is open and would change it from a worker."""
        try:
            self.assessment = self.work.first_answer()
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        if anew and isinstance(self.shown, SignPage):
            self.sign_shown.emit(self.shown)
        elif isinstance(self.shown, FormScreen | LegalBasisPage):
            self.shown.show_case(self.work.case)
            self.shown.show_assessment(self.assessment)
        self._show_progress()
        self._show_answer(self.assessment, weighed=False)
        self.saved.emit(str(self.work.saved_at or ""))
        self._searching.begin(self.work)

    def compare_with(self, earlier: tuple[str, ...]) -> None:
        """Take the rationales of earlier records, for what is read back under one's own."""
        self._earlier = earlier
        if isinstance(self.shown, FormScreen):
            self.shown.compare_with(earlier)

    def arrange(self, breadth: Breadth) -> None:
        """Take the room there is: rail or strip, panel or drawer."""
        self._breadth = breadth
        page = self.work.page
        wide_page = page.kind == "wide"
        plain = page.kind == "plain"
        self.rail.setVisible(breadth == "wide")
        self.rail.set_slim(wide_page)
        self.strip.setVisible(breadth != "wide")
        drawer = breadth == "narrow"
        self.panel.as_drawer(drawer)
        size = "panel_medium" if breadth == "medium" or wide_page or plain else "panel"
        self.panel.setFixedWidth(min(theme.gap(theme.size(size)) if not drawer else theme.px(360), self.width()))
        if drawer and self._across.indexOf(self.panel) >= 0:
            self._across.removeWidget(self.panel)
            self.panel.hide()
        elif not drawer and self._across.indexOf(self.panel) < 0:
            self._across.addWidget(self.panel)
        if not drawer:
            self.panel.show()
        self._place_drawer()

    def toggle_panel(self) -> None:
        """Open or close the drawer; beside the page, put the focus into the panel."""
        if self._breadth == "narrow" and not self.panel.isHidden():
            self.panel.hide()
            self.focus_page()
            return
        self.panel.show()
        self.panel.raise_()
        self._place_drawer()
        self.panel.focus_first()

    def focus_page(self) -> None:
        """Put the focus into the page."""
        if self.shown is not None:
            self.shown.focus_first()

    def regions(self) -> tuple[QWidget, ...]:
        """Give the parts of the window that Tab and F6 go through, in order."""
        parts = (self.shown, self.foot, self.panel, self.rail, self.strip)
        return tuple(part for part in parts if part is not None and part.isVisible())

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
        """Take the last answer back, or give it once more."""
        if self.work.redo() if again else self.work.undo():
            self.show_page()

    def resizeEvent(self, event: object) -> None:
        """Keep the drawer at the right edge."""
        self._place_drawer()

    def _wire(self) -> None:
        self.foot.back_pressed.connect(lambda: self._act(self.work.back))
        self.foot.continue_pressed.connect(self._continue)
        self.rail.chosen.connect(self.go_page)
        self.strip.chosen.connect(self.go_page)
        self.panel.go_pressed.connect(self.go_to)
        self.panel.law_pressed.connect(self._show_law)
        self.panel.whole_pressed.connect(self._show_whole)
        self.panel.close_pressed.connect(self.toggle_panel)
        for keys, act in (
            ("Ctrl+Return", self._continue), ("Ctrl+Enter", self._continue),
            ("Alt+Left", lambda: self._act(self.work.back)), ("F8", self.next_open),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _connect(self, screen: QWidget) -> None:
        if isinstance(screen, FormScreen):
            screen.said.connect(self._say)
            screen.left_open.connect(lambda path: self._act_here(lambda: self.work.leave_open(path)))
            screen.form.entered.connect(self._continue)
            screen.added.connect(lambda entry: self._act_here(lambda: self.work.add(entry)))
            screen.removed.connect(lambda entry, key: self._change(lambda case: answers.remove(case, entry, key)))
            screen.changed.connect(self._change)
            screen.gone_to.connect(self.go_to)
            screen.page_chosen.connect(self.go_page)
            screen.moved.connect(lambda entry, key, by: self._change(lambda case: answers.move(case, entry, key, by)))
        elif isinstance(screen, LegalBasisPage):
            screen.said.connect(self._say)
            screen.law_pressed.connect(self._show_law)
        elif isinstance(screen, SignPage):
            screen.go_pressed.connect(self.go_to)
        elif hasattr(screen, "change_pressed"):
            screen.change_pressed.connect(lambda page, path: self._act(lambda: self.work.go(page), jump=path))

    def _say(self, path: str, value: object) -> None:
        try:
            self.work.answer(path, value)
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        if variants_put(self.work.page, self.work) != self._asked:
            self.show_page(path)
            return
        self.refresh()

    def _change(self, act: Callable[[CaseFile], CaseFile]) -> None:
        self._act_here(lambda: self.work.change(act))

    def _dress_anew(self) -> None:
        """Make the page again at another size of text: its tiles and gaps are measured when they are made."""
        if self.isVisible():
            self.show_page()

    def _act_here(self, act: Callable[[], object]) -> None:
        try:
            act()
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        self.refresh()

    def _act(self, act: Callable[[], object], jump: str | None = None) -> None:
        self._flush()
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
        try:
            faults = self.work.next()
        except LawfulShareError as trouble:
            self.troubled.emit(trouble)
            return
        if faults and self.shown is not None:
            self.shown.complain(faults)
            return
        self.show_page()

    def _flush(self) -> None:
        """Hear an answer that is still being typed."""
        if isinstance(self.shown, FormScreen):
            self.shown.form.flush()

    def _show_progress(self) -> None:
        told = progress(self.work.walk, self._shown, (), self.work.stale)
        rows = tuple(self._row(section) for section in told.sections)
        self.rail.show_rows(rows, told.shortest, told.longest, title=self.work.walk.door.title)
        self.strip.show_rows(rows)

    def _row(self, section: SectionProgress) -> RailRow:
        note = section.because or ""
        if section.state == "here" and section.pages > 1:
            note = self._words("window.rail.question_of", number=section.position, count=section.pages)
        reachable = section.page is not None
        return RailRow(section.page or section.title, section.title, section.state, note, reachable=reachable)

    def _show_found(self, found: Searched) -> None:
        self.assessment = found.assessment
        self._show_answer(found.assessment, weighed=True, cut_short=found.cut_short)

    def _show_answer(self, assessment: Assessment, *, weighed: bool, cut_short: bool = False) -> None:
        telling = tell(assessment, self.work.walk, self.work.law, self._words, weighed=weighed, cut_short=cut_short)
        self.panel.show_telling(telling)
        self.answered.emit(telling.outcome)

    def _show_law(self, provision: str) -> None:
        show_law(self.work.law, provision, self._words, self)

    def _show_whole(self) -> None:
        if self.assessment is not None:
            show_reasoning(self.assessment.explanation, self._words, self)

    def _place_drawer(self) -> None:
        if self._breadth == "narrow":
            self.panel.setGeometry(self.width() - self.panel.width(), 0, self.panel.width(), self.height())
