"""One page of the guide as widgets: its heading, its questions, its list of entries or its grid, and its errors."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import read
from lawfulshare.desktop.asked_after import AskedAfter
from lawfulshare.desktop.asking import make_field, options
from lawfulshare.desktop.brand import box, clear, stack
from lawfulshare.desktop.cards import ErrorSummary, NoteList
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.family_view import FamilyView
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.fields import Written
from lawfulshare.desktop.focus_order import first_stop
from lawfulshare.desktop.grid import Grid
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.leaving import Leaving
from lawfulshare.desktop.noting import notes, on_page
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.tables import EntryList
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.faults import Fault
from lawfulshare.guide.form import Page, Question
from lawfulshare.guide.naming import fill, worded
from lawfulshare.guide.reading_back import is_read, read_back
from lawfulshare.law.answer.assessment import Assessment, DisclosureAnswer, Warning_
from lawfulshare.wording import Wording

BETWEEN_QUESTIONS = 30
WIDE_LIST = 860


class FormPage(QWidget):
    """A page of a door, bound to a case; it shows and asks, and tells what was said: it changes nothing itself.

    `said(path, value)`: an answer, None for not known. `left_open(path)`: the person chose to leave it open.
    `added(kind)`, `removed(kind, key)`, `moved(kind, key, by)`: entries of the page's list. `entered`: Return was
    pressed in a line. After each, show the new case with `show_case`. Make the page anew when the text scale changes.
    """

    said = Signal(str, object)
    left_open = Signal(str)
    added = Signal(str)
    removed = Signal(str, str)
    moved = Signal(str, str, int)
    missing_named = Signal(str)
    entered = Signal()

    def __init__(
        self,
        page: Page,
        case: CaseFile,
        words: Wording,
        law_text: LawReader,
        parent: QWidget | None = None,
        *,
        beneath: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.page, self.words = page, words
        self._case, self._law_text = case, law_text
        self._assessment: Assessment | None = None
        self._verdicts: dict[tuple[str, str], DisclosureAnswer] = {}
        self._put: Collection[str] | None = None
        self._earlier: tuple[str, ...] = ()
        self._asked: tuple[str, Any] | None = None
        self._asks = stack()
        self._fields: dict[str, Field] = {}
        self._list: EntryList | None = None
        self._grid: Grid | None = None
        self._family: FamilyView | None = None
        self._leaving: Leaving | None = None
        self._noted: tuple[Warning_, ...] | None = None
        self._above = NoteList()
        self.setAccessibleName(page.title)
        self.column = Column(self._widest())
        self.summary = ErrorSummary()
        self.summary.jump.connect(self.jump_to)
        self._complaints = QWidget()
        complained = QVBoxLayout(self._complaints)
        complained.setContentsMargins(0, 0, 0, theme.gap(16))
        complained.addWidget(self.summary)
        self._complaints.hide()
        self.column.add(self._complaints)
        self._build()
        self._beneath = beneath
        if beneath is not None:
            self.column.add(beneath, 24 if self.page.asks else 16)
        self.column.end()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.column)
        self.show_case(case, None)

    def show_case(self, case: CaseFile, put_questions: Collection[str] | None = None) -> None:
        """Show the answers as they stand; `put_questions` are the paths or facts that are asked, None for all."""
        self._case, self._put = case, put_questions
        for path, field in self._fields.items():
            field.offer(options(field.question, case, self._assessment, self._law_text))
            field.show_value(read(case, path))
            field.setVisible(put_questions is None or path in put_questions or field.question.fact in put_questions)
        if self._list is not None:
            self._list.show_case(case, put_questions, self._assessment)
        if self._grid is not None:
            self._grid.show_case(case, self._verdict)
        if self._leaving is not None:
            self._leaving.show_case(case)
        if self._family is not None:
            self._family.show_case(case)
        if self._asked is not None and (held := self._field_at(self._asked[0])) is not None:
            held.show_value(self._asked[1])
        self._read_back()

    def ask_about(self, path: str, value: Any, card: QWidget | None) -> None:
        """Show at an answer that is not accepted yet what it would do, and keep showing it; no card ends that."""
        if self._asked is not None and self._asked[0] != path:
            self.ask_about(self._asked[0], None, None)
        self._asked = (path, value) if card is not None else None
        field = self._field_at(path)
        clear(self._asks)
        if field is not None:
            field.ask_about(card)
            field.show_value(value if card is not None else read(self._case, path))
        elif card is not None:
            self._asks.addWidget(card)
            self.column.bring_into_view(card)

    def show_assessment(self, assessment: Assessment | None) -> None:
        """Show what the law says: in the grid, among the bases, and as notes beside the answers concerned."""
        self._assessment = assessment
        told = assessment.disclosures if assessment is not None else ()
        self._verdicts = {(answer.item, answer.recipient): answer for answer in told}
        if self._grid is not None or any(field.question.as_ == "bases" for field in self._fields.values()):
            self.show_case(self._case, self._put)
        self._show_notes()

    def compare_with(self, earlier: Sequence[str]) -> None:
        """Take the rationales of earlier records, so that what is taken over from them can be told."""
        self._earlier = tuple(earlier)
        self._read_back()

    def complain(self, faults: Sequence[Fault]) -> None:
        """Show what stands in the way: above the field, and in a summary that takes the focus; none takes it away."""
        self.clear_complaints()
        for fault in faults:
            field = self._field_at(fault.where)
            if field is not None:
                field.complain(" ".join(part for part in (f"{fault.what.rstrip('.')}.", fault.mend) if part))
        self._complaints.setVisible(bool(faults))
        self.summary.show_faults(faults)
        if faults:
            self.column.bring_into_view(self.summary)

    def clear_complaints(self) -> None:
        """Take every complaint away."""
        self._complaints.hide()
        self.summary.show_faults(())
        for field in self._every_field():
            field.complain("")

    def focus_first(self) -> None:
        """Put the focus on the first control of the page, so that it can be answered at once."""
        for widget in (*self._fields.values(), self._list, self._grid):
            if widget is not None and not widget.isHidden():
                widget.focus_first()
                return
        if self._beneath is not None and (first := first_stop(self._beneath)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def jump_to(self, path: str) -> None:
        """Put the focus on the field of a path, opening its entry, and bring it into view."""
        field = self._field_at(path)
        if field is not None:
            self.column.bring_into_view(field)
            field.focus_first()
        elif self._grid is not None and (cell := self._grid.cell_at(path)) is not None:
            self.column.bring_into_view(cell)
            cell.button.setFocus()
        elif self._list is not None:
            self._list.focus_first()

    def flush(self) -> None:
        """Tell what is still being typed; do this before going on."""
        for field in self._every_field():
            field.flush()

    def _show_notes(self) -> None:
        """Show each warning beside the answer that it is about; one that has just arisen is announced politely."""
        shown = [field.path for field in self._every_field() if not field.isHidden()]
        found = notes(self._assessment, self.page, self._case, shown)
        for field in self._every_field():
            field.note(found.beside.get(field.path, ()))
        self._above.show_texts(found.above)
        if self._assessment is None:
            return
        before, self._noted = self._noted, on_page(self._assessment, self.page)
        if before is not None and (fresh := [one.text for one in self._noted if one not in before]):
            say(self, " ".join(dict.fromkeys(fresh)))

    def _read_back(self) -> None:
        for field in self._every_field():
            if isinstance(field, Written) and is_read(field.question.fact):
                field.show_read(read_back(self._case, field.path, self._earlier))

    def _every_field(self) -> tuple[Field, ...]:
        return (*self._fields.values(), *(self._list.fields.values() if self._list is not None else ()))

    def _field_at(self, where: str) -> Field | None:
        found = self._fields.get(where)
        return found if found is not None or self._list is None else self._list.field_at(where)

    def _widest(self) -> int | None:
        if any(question.as_ == "grid" for question in self.page.asks):
            return None
        if self.page.kind == "wide" or self.page.each is not None:
            return WIDE_LIST
        return int(tokens()["size"]["text_column"])

    def _build(self) -> None:
        page = self.page
        mine = tuple(ask for ask in page.asks if page.each is None or not ask.fact.startswith(f"{page.each}."))
        of_entries = tuple(ask for ask in page.asks if ask not in mine)
        alone = len(mine) == 1 and page.each is None and mine[0].as_ not in ("grid", "family_parts")
        if not alone:
            self.column.add(Words(fill(page.title, self._case), "question"), 0)
            if page.hint:
                self.column.add(Words(fill(page.hint, self._case), "lead", "ink2"), 6)
        elif page.title != mine[0].text:
            self.column.add(Words(fill(page.title, self._case), "small", "ink2"))
            if page.hint:
                self.column.add(Words(fill(page.hint, self._case), "small", "ink2"), 2)
        self.column.add(self._above, 8)
        if page.special == "family":
            self._add_family()
        self.column.add(box(self._asks))
        if page.each is not None:
            self._add_list(of_entries)
        for place, question in enumerate(mine):
            if question.as_ == "grid":
                self._add_grid()
            else:
                gap = 6 if alone else 20 if place == 0 and page.each is None else BETWEEN_QUESTIONS
                self._add_field(question, "question" if alone else "strong", gap)

    def _add_field(self, question: Question, heading: str, gap: int) -> None:
        question = worded(question, self._case, question.fact)
        offered = options(question, self._case, self._assessment, self._law_text)
        field = make_field(question, question.fact, offered, heading=heading, law_text=self._law_text)
        field.said.connect(lambda value, path=question.fact: self.said.emit(path, value))
        field.left_open.connect(lambda path=question.fact: self.left_open.emit(path))
        field.entered.connect(self.entered)
        if isinstance(field, AskedAfter):
            field.named.connect(self.missing_named)
        field.space_above(theme.gap(gap))
        self._fields[question.fact] = field
        self.column.add(field)

    def _add_list(self, questions: tuple[Question, ...]) -> None:
        self._list = EntryList(self.page, questions, self._law_text)
        self._list.said.connect(self.said)
        self._list.left_open.connect(self.left_open)
        self._list.added.connect(self.added)
        self._list.removed.connect(self.removed)
        self._list.moved.connect(self.moved)
        self._list.entered.connect(self.entered)
        self._list.opened.connect(self._show_notes)
        self.column.add(self._list, 16)

    def _add_family(self) -> None:
        self._family = FamilyView()
        self._family.person_chosen.connect(lambda key: self.jump_to(f"people.{key}.label"))
        self.column.add(self._family, 12)

    def _add_grid(self) -> None:
        self._grid = Grid(self._law_text)
        self._grid.said.connect(self.said)
        self.column.add(self._grid, 14)
        self._leaving = Leaving()
        self.column.add(self._leaving, 26)

    def _verdict(self, item: str, recipient: str) -> tuple[str, str] | None:
        answer = self._verdicts.get((item, recipient))
        return (answer.verdict, self._because(answer.because)) if answer is not None else None

    def _because(self, reasons: tuple[str, ...]) -> str:
        for reason in reasons:
            if " " in reason:
                return reason
            text: Any = self._law_text(reason)
            if text is not None:
                return str(text.title)
        return ""
