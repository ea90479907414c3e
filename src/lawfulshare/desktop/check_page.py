"""Check your answers: every answer by section, each changed with one press, and what no longer counts."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desktop.brand import box, frame, row, second_line, stack
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.cards import Banner, ErrorSummary, rule
from lawfulshare.desktop.column import Column, block
from lawfulshare.desktop.focus_order import first_stop
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.law_notices import law_notices
from lawfulshare.desktop.theme import theme
from lawfulshare.faults import Fault
from lawfulshare.guide.form import Page
from lawfulshare.guide.naming import fill
from lawfulshare.guide.reopening import changed_since
from lawfulshare.guide.summary import Row, Summary, summary
from lawfulshare.guide.walk import Walk
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording

AT_A_TIME, AT_ONCE = 10, 2
"""Rows made in one go, and how often before the page is shown: more than are in sight at first."""
MOST_ROWS, SLACK = 40, 10
"""A section shows so many answers at first; a few more than that are not worth a press."""


class CheckPage(QWidget):
    """All that the record will say. It reports which answer is to be changed.

    What is in sight is made at once, the rest while nobody waits; a section that is long shows its beginning.
    """

    change_pressed = Signal(str, str)

    def __init__(
        self,
        page: Page,
        way: Walk,
        law: Law,
        words: Wording,
        stale: Sequence[str] = (),
        *,
        before: CaseFile | None = None,
    ) -> None:
        super().__init__()
        self._words, self._record = words, way.case.reopens or ""
        self._changed = changed_since(before, way) if before is not None else ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(widest=720)
        self.summary = ErrorSummary()
        self._column.add(self.summary)
        self.heading = Words(fill(page.title, way.case), "question")
        self._column.add(self.heading)
        self._column.add(Words(page.hint or words("window.check.hint"), "lead", "ink2"), 6)
        for sentence in law_notices(law, None, words):
            self._column.add(Banner("well", "calendar-clock", sentence), 14)
        self._answers = stack()
        self._column.add(box(self._answers))
        self._column.end()
        outer.addWidget(self._column)
        self.making = Gradually(self)
        told = summary(way, {name: one.title for name, one in law.provisions.items()})
        self.making.begin(self._parts(told, stale), AT_ONCE)

    def complain(self, faults: Sequence[Fault]) -> None:
        """Say what is missing."""
        self.summary.show_faults(faults)

    def focus_first(self) -> None:
        """Put the focus on the first Change."""
        if (first := first_stop(self)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def jump_to(self, path: str) -> None:
        """Show the row of an answer."""
        self.making.finish()
        while (button := self.findChild(QuietButton, f"change.{path}")) is None and self._unfold(path):
            pass
        if button is not None:
            self._column.bring_into_view(button)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self, path: str) -> bool:
        """Open the long section that holds an answer; say whether there was one to open."""
        for more in self.findChildren(QuietButton):
            if path in (more.property("paths") or ()) and not more.isHidden():
                more.setProperty("paths", [])
                more.click()
                return True
        return False

    def _parts(self, told: Summary, stale: Sequence[str]) -> Iterator[None]:
        """Make the page part by part; each step makes a few rows."""
        words = self._words
        if stale:
            again = tuple(one for section in told.sections for one in section.rows if one.path in stale)
            self._title(words("flow.check.again"), words("flow.check.again_hint"))
            yield from self._rows(again, words("flow.check.again"), "limited")
        if self._changed:
            self._title(words("responding.again.changed", number=self._record), words("responding.again.changed_hint"))
            yield from self._rows(self._changed, words("responding.again.changed", number=self._record), "seek")
        for section in told.sections:
            self._title(section.title)
            yield from self._rows(section.rows, section.title)
        if not told.sections:
            self._put(Words(words("window.check.empty"), "small", "ink2"), 16)
        if told.also:
            self._title(words("window.check.also"), words("window.check.also_hint"))
            yield from self._rows(told.also, words("window.check.also"))

    def _title(self, title: str, hint: str = "") -> None:
        self._put(Words(title, "heading"), 24)
        if hint:
            self._put(Words(hint, "small", "ink2"), 4)

    def _put(self, part: QWidget, gap: float) -> None:
        self._answers.addSpacing(theme.gap(gap))
        self._answers.addWidget(part)

    def _rows(self, rows: Sequence[Row], title: str, kind: str = "card") -> Iterator[None]:
        inside = stack()
        self._put(frame(kind, inside), 8)
        shown = rows if len(rows) <= MOST_ROWS + SLACK else rows[:MOST_ROWS]
        yield from self._add(shown, inside)
        if len(shown) < len(rows):
            inside.addWidget(self._folded(rows[MOST_ROWS:], title, inside))

    def _folded(self, rows: Sequence[Row], title: str, inside: QVBoxLayout) -> QWidget:
        """Make the button behind which the rest of a long section waits; each press shows some more of it."""
        more = QuietButton(self._words("flow.check.more", count=len(rows)), "chevron-down")
        more.setAccessibleName(self._words("flow.check.more_name", count=len(rows), section=title))
        more.setProperty("paths", [one.path for one in rows])
        line = box(row(more, None, margins=(14, 6, 14, 6)))

        def show() -> None:
            inside.removeWidget(line)
            line.hide()
            line.deleteLater()
            for _ in self._add(rows[:MOST_ROWS], inside):
                pass
            if rows[MOST_ROWS:]:
                inside.addWidget(self._folded(rows[MOST_ROWS:], title, inside))
            if (change := self.findChild(QuietButton, f"change.{rows[0].path}")) is not None:
                change.setFocus(Qt.FocusReason.OtherFocusReason)

        more.clicked.connect(show)
        return line

    def _add(self, rows: Sequence[Row], inside: QVBoxLayout) -> Iterator[None]:
        for first in range(0, len(rows), AT_A_TIME):
            parts: list[QWidget] = []
            for one in rows[first : first + AT_A_TIME]:
                parts += [rule()] if parts or inside.count() else []
                parts.append(self._row(one))
            inside.addWidget(block(*parts))
            yield

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
