"""Beneath the request and beneath the decision: the letters back to whoever asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desk.letters import kept_letter
from lawfulshare.desktop.beneath import Beneath
from lawfulshare.desktop.brand import box, stack
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.papers_out import PapersOut
from lawfulshare.faults import LawfulShareError
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.replying import LetterKind


class LettersBack(Beneath):
    """Offers the letters that fit the case; a changed letter is told as an answer."""

    def __init__(self, words: Wording, part: str, offered: Callable[[CaseFile], tuple["LetterKind", ...]]) -> None:
        super().__init__(words)
        self._part, self._offered = part, offered
        self._told: object = None
        self._place = stack(gap=6)
        self.column.addWidget(box(self._place))
        self.hide()

    def show_work(self, work: CaseInHand) -> None:
        """Offer what fits; nothing in a nation that has no law to write under."""
        heard = work.walk.heard
        offered = self._offered(heard) if work.case.mode == "respond" else ()
        told = (offered, [kept_letter(work.case, kind) is not None for kind in offered], heard.request)
        if told == self._told:
            return
        self._told = told
        self.setVisible(bool(offered))
        with self.anew(self._place):
            if not offered:
                return
            try:
                papers = PapersOut(work, offered, self.words, keep=self._keep)
            except LawfulShareError:
                self.hide()
                return
            self._place.addWidget(Words(self.words(f"responding.letter.{self._part}.heading"), "heading"))
            if self._part == "ask_back":
                self._place.addWidget(Words(self.words("responding.letter.ask_back.hint"), "small", "ink2"))
            self._place.addWidget(papers)

    def _keep(self, kind: "LetterKind", text: str | None) -> None:
        self.said.emit(f"request.letters.{kind}", text)
