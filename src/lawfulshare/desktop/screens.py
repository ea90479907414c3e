"""One page of the wizard as a screen: a form, the legal basis, check, or sign; made from what the page says it is."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.letters import answers_offered, asks_back
from lawfulshare.desk.ringing import to_ring
from lawfulshare.desktop.awaiting import Awaiting
from lawfulshare.desktop.bank import Bank
from lawfulshare.desktop.beneath import Beneath
from lawfulshare.desktop.brand import box, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Banner, outcome_word
from lawfulshare.desktop.check_page import CheckPage
from lawfulshare.desktop.comparison import Comparison
from lawfulshare.desktop.disclosure import LawText
from lawfulshare.desktop.form_page import FormPage
from lawfulshare.desktop.legal_basis import LegalBasisPage
from lawfulshare.desktop.letters_back import LettersBack
from lawfulshare.desktop.path_band import PathBand
from lawfulshare.desktop.provision_text import law_text
from lawfulshare.desktop.ring_cards import RingCards
from lawfulshare.desktop.sign_page import SignPage
from lawfulshare.desktop.used_before import UsedBefore
from lawfulshare.faults import Fault, LawfulShareError
from lawfulshare.guide.form import Choice, Page, Question
from lawfulshare.guide.naming import fill, question_called, worded
from lawfulshare.guide.path import path_from
from lawfulshare.guide.triangulation import may_bear_on
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.answer.nearby import contact_line, whom_to_ring
from lawfulshare.wording import Wording

DECIDED = "decision.outcome"


class FormScreen(QWidget):
    """A page of questions; the decision's own page says where one departs from the law, and never blocks it."""

    said = Signal(str, object)
    left_open = Signal(str)
    added = Signal(str)
    removed = Signal(str, str)
    moved = Signal(str, str, int)
    changed = Signal(object)
    gone_to = Signal(str)
    missing_named = Signal(str)
    rung = Signal(object)
    finish_later = Signal()
    page_chosen = Signal(str)

    def __init__(self, page: Page, work: Casework, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._page = words, page.name
        self._decides = any(question.fact == DECIDED for question in page.asks)
        self._above = stack(gap=8, margins=(0, 0, 0, 16))
        self._notes = box(self._above)
        self._work = work
        self.beneath = make_beneath(page, words)
        self.form = FormPage(
            page_as_put(page, work), work.case, words, LawReading(work, words), self, beneath=self.beneath
        )
        for name in ("said", "left_open", "added", "removed", "moved", "missing_named"):
            getattr(self.form, name).connect(getattr(self, name))
        if self.beneath is not None:
            for name in ("said", "changed", "gone_to"):
                getattr(self.beneath, name).connect(getattr(self, name))
            self.beneath.show_work(work)
        self.ring: RingCards | None = None
        if work.case.mode == "urgent":
            self.ring = RingCards(low=work.walk.before(page.name) is not None)
            self.ring.rung.connect(self.rung)
            self.form.column.body.insertWidget(0, self.ring)
            if page.each == "transmission" and page.adds:
                self._offer_later()
        if steps := path_from(work.walk, work.door.page(page.name)):
            band = PathBand(steps, words)
            band.page_chosen.connect(self.page_chosen)
            self.form.column.body.insertWidget(0, band)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._differs = Banner("limited", "git-fork", "")
        self._urgent = Banner("urgent", "siren", words("window.urgent.ring"))
        self._above.addWidget(self._urgent)
        self._above.addWidget(self._differs)
        self.form.column.body.insertWidget(0, self._notes)
        column.addWidget(self.form, 1)
        self._case = work.case
        self._assessment: Assessment | None = None
        self._tell()

    def show_case(self, case: CaseFile) -> None:
        """Show the answers as they stand."""
        self._case = case
        self.form.show_case(case, [asked.path for asked in self._work.walk.questions(self._page)])
        if self.beneath is not None:
            self.beneath.show_work(self._work)
        self._tell()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the law's answer beside one's own."""
        self._assessment = assessment
        self.form.show_assessment(assessment)
        self._tell()

    def complain(self, faults: Sequence[Fault]) -> None:
        """Say what stands in the way."""
        self.form.complain(faults)

    def compare_with(self, earlier: Sequence[str]) -> None:
        """Take the rationales of earlier records."""
        self.form.compare_with(earlier)

    def focus_first(self) -> None:
        """Put the focus on the first control."""
        self.form.focus_first()

    def jump_to(self, path: str) -> None:
        """Put the focus on a question."""
        self.form.jump_to(path)

    def _offer_later(self) -> None:
        """Offer to leave the record for later, under the calls: what was said is kept, and one is reminded."""
        later = PlainButton(self._words("ringing.finish_later"), "clock")
        later.setObjectName("urgent.later")
        later.clicked.connect(self.finish_later)
        body = self.form.column.body
        body.insertWidget(body.count() - 1, Banner("well", "clock", self._words("ringing.later_hint"), (later,)))

    def _tell(self) -> None:
        law = self._assessment.outcome if self._assessment else None
        own = self._case.decision.outcome if self._case.decision else None
        differs = self._decides and law is not None and own is not None and own != law
        if differs:
            says = self._words("window.decision.law_says", word=outcome_word(law))
            title, hint = self._words("window.decision.differs"), self._words("window.decision.differs_hint")
            self._differs.words.say(f"**{title}.** {says}. {hint}")
        if self.ring is not None:
            self.ring.show_numbers(to_ring(self._work, self._assessment, self._work.own_contacts))
        urgent = self.ring is None and law == "URGENT"
        if urgent and self._assessment is not None:
            here = whom_to_ring(self._work.law, "URGENT", self._assessment.refer_to)
            first = self._words("window.urgent.ring")
            self._urgent.words.say("\n".join((first, *map(contact_line, here))))
        self._differs.setVisible(differs)
        self._urgent.setVisible(urgent)
        self._notes.setVisible(differs or urgent)


class LawReading:
    """Reads the text of a provision for the third layer of help."""

    def __init__(self, work: Casework, words: Wording) -> None:
        self._work, self._words = work, words

    def __call__(self, provision: str) -> LawText | None:
        """Give what the layer shows; None where the pack has no such provision, or the nation no pack."""
        try:
            return law_text(self._work.law, provision, self._words)
        except LawfulShareError:
            return None


def page_as_put(page: Page, work: Casework) -> Page:
    """Give a page in the words of this case: of questions that share a fact, the one that is put."""
    put = {id(asked.question) for asked in work.walk.questions(page.name)}
    facts = Counter(question.fact for question in page.asks)
    asks = tuple(
        worded(question, work.case, question.fact)
        for question in page.asks
        if facts[question.fact] == 1 or id(question) in put
    )
    title = fill(page.title, work.case)
    asks = asks if page.each is None else tuple(_offered(question, work) for question in page.asks)
    return page.model_copy(update={"asks": asks, "title": title})


def _offered(question: Question, work: Casework) -> Question:
    """Give a question that is about one of the case's own questions with these to choose from."""
    if question.as_ != "question":
        return question
    offered = (Choice(value=path, text=question_called(work.case, path)) for path in may_bear_on(work.walk))
    return question.model_copy(update={"choices": tuple(offered)})


def variants_put(page: Page, work: Casework) -> tuple[int, ...]:
    """Tell which of the questions that share a fact are put: when they change, the page is shown anew."""
    facts = Counter(question.fact for question in page.asks)
    asked = work.walk.questions(page.name)
    return tuple(page.asks.index(one.question) for one in asked if facts[one.question.fact] > 1)


def make_beneath(page: Page, words: Wording) -> Beneath | None:
    """Make what a page shows beneath its questions; None where that is nothing."""
    match page.special:
        case "bank":
            return Bank(words)
        case "enquiries":
            return Awaiting(words)
        case "triangulation":
            return Comparison(words)
        case "recipients":
            return UsedBefore(words)
        case "request":
            return LettersBack(words, "ask_back", asks_back)
        case "answer":
            return LettersBack(words, "answer", answers_offered)
        case _:
            return None


AnyScreen: TypeAlias = FormScreen | LegalBasisPage | CheckPage | SignPage


def make_screen(page: Page, work: Casework, words: Wording) -> AnyScreen:
    """Make the screen of a page."""
    match page.special:
        case "legal_basis":
            return LegalBasisPage(page, work.case, work.law, words)
        case "check":
            return CheckPage(page, work.walk, work.law, words, work.stale, before=work.taken_up)
        case "sign":
            return SignPage(page, words)
        case _:
            return FormScreen(page, work, words)
