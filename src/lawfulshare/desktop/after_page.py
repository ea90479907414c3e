"""After signing: save, open, print, check, and what to do next."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.writing_out import Offered
from lawfulshare.desktop.brand import box, frame, row, second_line, stack
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.cards import Banner, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.flowing import flow
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.papers_out import PapersOut
from lawfulshare.desktop.speech import say
from lawfulshare.guide.naming import day_in_words, label_of
from lawfulshare.wording import Wording


class AfterPage(QWidget):
    """Says where the record is and what comes next. It reports what is to be done with it."""

    save_pressed = Signal()
    open_pressed = Signal()
    print_pressed = Signal()
    verify_pressed = Signal()
    start_pressed = Signal()
    full_record_pressed = Signal()
    again_pressed = Signal()
    paper_pressed = Signal(object)
    follow_up_pressed = Signal()

    def __init__(
        self,
        number: str,
        kept: str,
        case: CaseFile,
        words: Wording,
        *,
        here: Sequence[str] = (),
        papers: PapersOut | None = None,
        written: Sequence[Offered] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(widest=640)
        outer.addWidget(column)
        self.heading = Words(words("window.after.title"), "question")
        column.add(self.heading)
        column.add(Words(words("window.after.hint"), "lead", "ink2"), 6)
        column.add(self._number(number, kept), 16)
        self._saved = Words("", "small", "share")
        self._saved.hide()
        column.add(self._saved, 8)
        column.add(Words(words("window.after.plain_file"), "small", "ink2"), 10)
        if case.mode == "urgent":
            finish = PlainButton(words("ringing.full_record"), "file-pen")
            finish.setObjectName("after.full_record")
            finish.clicked.connect(self.full_record_pressed)
            column.add(Banner("limited", "file-pen", words("ringing.full_record_hint"), (finish,)), 16)
        column.add(Words(words("window.after.next"), "heading"), 26)
        column.add(self._next(case), 8)
        column.add(self._deed("follow_up", words("follow_up.window.open"), "file-pen", self.follow_up_pressed), 10)
        self._add_papers(column, case, papers)
        if written:
            column.add(Words(words("papers.window.heading"), "heading"), 26)
            column.add(Words(words("papers.window.hint"), "small", "ink2"), 4)
            column.add(self._written(written), 8)
        if here:
            column.add(Words(words("window.after.here"), "heading"), 26)
            column.add(Words("\n".join(here)), 8)
        column.add(self._deed("done", words("window.after.done"), "house", self.start_pressed), 22)
        column.end()

    def say_saved(self, path: Path) -> None:
        """Say where the copy is."""
        self._saved.say(self._words("window.after.saved_to", path=str(path)))
        self._saved.set_tone("share")
        self._saved.show()
        say(self, self._saved.plain)

    def complain(self, sentence: str) -> None:
        """Say why the copy was not saved."""
        self._saved.say(sentence)
        self._saved.set_tone("urgent")
        self._saved.show()
        say(self, sentence)

    def focus_first(self) -> None:
        """Put the focus on Save."""
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_papers(self, column: Column, case: CaseFile, papers: PapersOut | None) -> None:
        """Add the letters and sheets, and the way on when somebody who asked writes again."""
        words = self._words
        if papers is not None and not papers.is_empty:
            column.add(Words(words("responding.letter.after.heading"), "heading"), 26)
            if case.request is not None:
                column.add(Words(words("responding.letter.after.hint"), "small", "ink2"), 4)
            column.add(papers, 8)
        if case.request is not None:
            again = PlainButton(words("responding.again.title"), "inbox")
            again.setObjectName("after.again")
            again.clicked.connect(self.again_pressed)
            column.add(Banner("well", "inbox", words("responding.again.after"), (again,)), 16)

    def _next(self, case: CaseFile) -> QWidget:
        steps = stack()
        for place, (icon, step) in enumerate(self._steps(case)):
            if place:
                steps.addWidget(rule())
            line = row(gap=12, margins=(16, 11, 16, 11))
            line.addWidget(Icon(icon, "ink2", 20), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(step), 1)
            steps.addWidget(box(line))
        return frame("card", steps)

    def _deed(self, name: str, text: str, icon: str, pressed: SignalInstance) -> QWidget:
        """A button by itself under a part of the page."""
        button = PlainButton(text, icon)
        button.setObjectName(f"after.{name}")
        button.clicked.connect(pressed)
        return box(row(button, None))

    def _written(self, papers: Sequence[Offered]) -> QWidget:
        """A row for each paper that can be written: what it is, for whom, and a button that saves it."""
        words, rows = self._words, stack()
        for place, paper in enumerate(papers):
            if place:
                rows.addWidget(rule())
            name = words(f"papers.window.{paper.kind}", who=paper.label)
            button = PlainButton(words("papers.window.save"), "download")
            button.setObjectName(f"after.paper.{paper.kind}.{paper.whom}")
            button.setAccessibleName(words("papers.window.save_name", paper=name))
            button.clicked.connect(lambda _=False, paper=paper: self.paper_pressed.emit(paper))
            before = second_line(words(f"papers.{paper.kind}.before_it_leaves"))
            line = row(gap=12, margins=(16, 11, 16, 11))
            line.addWidget(Icon("file-text", "ink2", 20), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(box(stack(Words(name), before, gap=2)), 1)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(box(line))
        return frame("card", rows)

    def _number(self, number: str, kept: str) -> QWidget:
        words = self._words
        code = Words(number, "title", wrap=False)
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._save = PrimaryButton(words("window.after.save"), "download")
        self._save.setObjectName("after.save")
        self._save.clicked.connect(self.save_pressed)
        buttons = flow(self._save)
        for key, icon, signal in (
            ("open", "external-link", self.open_pressed),
            ("print", "printer", self.print_pressed),
            ("verify", "shield-check", self.verify_pressed),
        ):
            button = PlainButton(words(f"window.after.{key}"), icon)
            button.setObjectName(f"after.{key}")
            button.clicked.connect(signal)
            buttons.addWidget(button)
        inside = stack(second_line(words("window.after.number")), code, second_line(kept), 10, gap=2,
                       margins=(18, 14, 18, 16))  # fmt: skip
        inside.addLayout(buttons)
        return frame("card", inside)

    def _steps(self, case: CaseFile) -> Iterator[tuple[str, str]]:
        words = self._words
        going = [pair for pair in case.disclosures or () if pair.extent not in (None, "withhold")]
        names = dict.fromkeys(label_of(case, pair.recipient) or pair.recipient for pair in going)
        who = ", ".join(names)
        if names:
            yield "send", words("window.after.next_send", who=who)
            yield "inbox", words("window.after.next_receipt", who=who)
        else:
            yield "circle-pause", words("window.after.next_send_none")
        told = [person.label or person.id for person in case.people or () if person.told.status == "will_be_told"]
        if told:
            yield "message-circle", words("window.after.next_tell", who=", ".join(told))
        for enquiry in case.enquiries or ():
            if enquiry.chase_on and not enquiry.is_answered:
                day = day_in_words(enquiry.chase_on, words)
                yield "phone", words("window.after.next_chase", day=day)
        if case.review.on:
            yield "calendar-check", words("window.after.next_review", day=day_in_words(case.review.on, words))
        else:
            yield "calendar-clock", words("window.after.next_review_none")
