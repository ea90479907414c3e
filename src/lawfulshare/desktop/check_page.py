"""Check your answers: every answer by section, each changed with one press, and what no longer counts."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, frame, row, second_line, stack
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.cards import ErrorSummary, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.focus_order import first_stop
from lawfulshare.desktop.labels import Words
from lawfulshare.faults import Fault
from lawfulshare.guide.form import Page
from lawfulshare.guide.naming import fill
from lawfulshare.guide.summary import Row, summary
from lawfulshare.guide.walk import Walk
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording


class CheckPage(QWidget):
    """All that the record will say. It reports which answer is to be changed."""

    change_pressed = Signal(str, str)

    def __init__(self, page: Page, way: Walk, law: Law, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(widest=720)
        self.summary = ErrorSummary()
        self._column.add(self.summary)
        self.heading = Words(fill(page.title, way.case), "question")
        self._column.add(self.heading)
        self._column.add(Words(page.hint or words("window.check.hint"), "lead", "ink2"), 6)
        self._fill(way, {name: provision.title for name, provision in law.provisions.items()})
        self._column.end()
        outer.addWidget(self._column)

    def complain(self, faults: Sequence[Fault]) -> None:
        """Say what is missing."""
        self.summary.show_faults(faults)

    def focus_first(self) -> None:
        """Put the focus on the first Change."""
        if (first := first_stop(self)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def jump_to(self, path: str) -> None:
        """Show the row of an answer."""
        if (button := self.findChild(QuietButton, f"change.{path}")) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, way: Walk, titles: Mapping[str, str]) -> None:
        told = summary(way, titles)
        for section in told.sections:
            self._column.add(Words(section.title, "heading"), 24)
            self._column.add(self._card(section.rows), 8)
        if not told.sections:
            self._column.add(Words(self._words("window.check.empty"), "small", "ink2"), 16)
        if told.also:
            self._column.add(Words(self._words("window.check.also"), "heading"), 24)
            self._column.add(Words(self._words("window.check.also_hint"), "small", "ink2"), 4)
            self._column.add(self._card(told.also), 8)

    def _card(self, rows: Sequence[Row]) -> QWidget:
        inside = stack()
        for place, one in enumerate(rows):
            if place:
                inside.addWidget(rule())
            inside.addWidget(self._row(one))
        return frame("card", inside)

    def _row(self, one: Row) -> QWidget:
        lines = stack(gap=1)
        if one.about and one.about not in one.question:
            lines.addWidget(second_line(one.about))
        lines.addWidget(Words(one.question, "small", "ink2"))
        lines.addWidget(Words(one.answer, "body", None if one.said else "ink2"))
        layout = row(gap=12, margins=(16, 9, 14, 9))
        layout.addWidget(box(lines), 1)
        if one.page is not None:
            change = QuietButton(self._words("window.check.change"), "pen-line")
            change.setObjectName(f"change.{one.path}")
            asked = f"{one.about}: {one.question}" if one.about else one.question
            change.setAccessibleName(self._words("window.check.change_name", question=asked))
            change.clicked.connect(self._changes(one.page, one.path))
            layout.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return box(layout)

    def _changes(self, page: str, path: str) -> Callable[[], None]:
        return lambda: self.change_pressed.emit(page, path)
