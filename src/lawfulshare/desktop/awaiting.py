"""Beneath the questions that are asked: what is due to be asked again, and a sheet of questions for each of them."""

from PySide6.QtWidgets import QWidget

from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desk.letters import Sheet, sheets
from lawfulshare.desktop.beneath import Beneath, SideBySide
from lawfulshare.desktop.brand import box, row, stack
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.papers_out import card_of, save_sheet, sheet_row
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.chasing import Awaited, awaited
from lawfulshare.wording import Wording


class Awaiting(Beneath):
    """Says who has not answered yet, and saves a sheet of questions where the person says."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self._work: CaseInHand | None = None
        self._told: object = None
        self._out, self._sheets = stack(gap=8), stack(gap=8)
        self._saved = Words("", "small", "share")
        self._saved.hide()
        for part in (box(self._out), box(self._sheets), self._saved):
            self.column.addWidget(part)

    def show_work(self, work: CaseInHand) -> None:
        """Show what is out and what can be sent."""
        self._work = work
        out = awaited(work.case, work.clock.today().isoformat())
        papers = sheets(work.case, self.words)
        if (out, papers) == self._told:
            return
        self._told = (out, papers)
        with self.anew(self._out):
            if out:
                self._out.addWidget(Words(self.words("seeking.awaiting.heading"), "heading"))
                self._out.addWidget(card_of([self._line(one) for one in out]))
        with self.anew(self._sheets):
            if papers:
                self._sheets.addSpacing(theme.gap(8))
                self._sheets.addWidget(Words(self.words("seeking.sheets.heading"), "heading"))
                self._sheets.addWidget(Words(self.words("seeking.sheets.hint"), "small", "ink2"))
                self._sheets.addWidget(card_of([self._paper(one) for one in papers]))

    def _line(self, one: Awaited) -> QWidget:
        words, enquiry = self.words, one.enquiry
        key = "due" if one.due else "waiting" if enquiry.chase_on else "no_day"
        day = words.day(enquiry.chase_on) if enquiry.chase_on else ""
        said = stack(Words(one.who, "strong"), Words(enquiry.question or "", "small", "ink2"), gap=1)
        said.addWidget(Words(words(f"seeking.awaiting.{key}", day=day), "small", "limited" if one.due else "ink2"))
        told = row(Icon("phone" if one.due else "clock", "limited" if one.due else "ink2", 20), gap=12)
        told.addWidget(box(said), 1)
        go = QuietButton(words("seeking.awaiting.go"), "pen-line")
        go.setObjectName(f"awaiting.{enquiry.id}")
        go.setAccessibleName(words("seeking.awaiting.go_name", who=one.who, question=enquiry.question or ""))
        go.clicked.connect(lambda: self.gone_to.emit(f"enquiries.{enquiry.id}.answer"))
        return SideBySide(box(told), go)

    def _paper(self, one: Sheet) -> QWidget:
        return sheet_row(one, lambda: self._save(one.recipient), self.words)

    def _save(self, recipient: str) -> None:
        assert self._work is not None
        save_sheet(self._work, recipient, self._saved, self.words)
