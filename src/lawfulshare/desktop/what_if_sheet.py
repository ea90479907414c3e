"""What if: one fact of the case otherwise, and the answer beside today's; the case is never altered."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.case import paths
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desktop.asking import make_field, options
from lawfulshare.desktop.brand import box, clear, stack
from lawfulshare.desktop.cards import OutcomeCard, outcome_word
from lawfulshare.desktop.dialogs import Reading
from lawfulshare.desktop.flowing import Flow
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.provision_text import law_text
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.telling import Naming
from lawfulshare.desktop.theme import theme
from lawfulshare.faults import LawfulShareError
from lawfulshare.guide.form import Choice, Question
from lawfulshare.guide.naming import label_of, worded
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.answer.saying import OfTheCase, Saying
from lawfulshare.wording import Wording

CHOSEN_FROM_FEW = ("yes_no_not_known", "choose_one")
"""Kinds of question whose other answers can be laid side by side."""


class WhatIf(Reading):
    """Asks for a fact and another answer, and shows both outcomes and the verdicts that differ."""

    def __init__(
        self, work: CaseInHand, words: Wording, parent: QWidget, said: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(words("what_if.title"), words("window.close"), parent)
        self.setObjectName("what_if")
        self._work, self._words = work, words
        self._now = work.first_answer()
        self.body.add(Words(words("what_if.hint"), "lead", "ink2"), 4)
        self._asked = {one.path: one.question for asked in work.walk.asked.values() for one in asked
                       if one.question.as_ in CHOSEN_FROM_FEW}  # fmt: skip
        self._answer, self._shown = _column(), _column()
        if said:
            self.body.add(Words(words("what_if.supposed"), "label", "ink2"), 14)
            self.body.add(Words(self._told(said), "body"), 2)
        else:
            naming = Naming(work.walk)
            named = tuple(Choice(value=path, text=naming.question(path), hint=None) for path in self._asked)
            self.which = _field("pick_from_list", words("what_if.which"), named)
            self.which.said.connect(self._ask)
            self.body.add(self.which, 16)
        self.body.add(box(self._answer))
        self.body.add(box(self._shown), 8)
        if said:
            self.show_if(said)
        self.show_reading()
        if not said:
            self.which.focus_first()

    def show_if(self, said: Mapping[str, Any]) -> None:
        """Show the answer as it would be, beside today's."""
        words = self._words
        clear(self._shown)
        try:
            then = self._work.what_if(said)
        except LawfulShareError as trouble:
            self._shown.addWidget(Words(str(trouble.faults[0]), "body", "urgent"))
            return
        across = Flow(12)
        for title, answer in (("what_if.today", self._now), ("what_if.then", then)):
            across.addWidget(_side(words(title), answer, words))
        self._shown.addWidget(box(across))
        for line in self._verdicts(then):
            self._shown.addWidget(Words(line, "small"))
        self._shown.addWidget(Words(words("what_if.unaltered"), "small", "ink2"))
        same = then.outcome == self._now.outcome
        self.told = words("what_if.same" if same else "what_if.other", word=outcome_word(then.outcome))
        say(self, self.told)

    def _ask(self, path: str | None) -> None:
        """Ask for another answer to the chosen question."""
        clear(self._answer)
        clear(self._shown)
        question = self._asked.get(path or "")
        if path is None or question is None:
            return
        case = self._work.case
        asked = worded(question, case, path).model_copy(
            update={"law": (), "example": None, "text": self._words("what_if.instead")}
        )
        offered = options(question, case, self._now, self._reads())
        today = paths.read(case, path)
        others = tuple(one for one in offered if one.value != today)
        self.answer = make_field(asked, path, others, heading="strong", law_text=self._reads())
        self.answer.said.connect(lambda value: self.show_if({path: value}))
        self._answer.addSpacing(theme.gap(16))
        self._answer.addWidget(self.answer)

    def _reads(self) -> Callable[[str], Any]:
        return lambda name: law_text(self._work.law, name, self._words)

    def _told(self, said: Mapping[str, Any]) -> str:
        saying = Saying(OfTheCase(self._work.case), self._work.law.provisions)
        return saying.joined([saying.clause(path, value) for path, value in said.items()])

    def _verdicts(self, then: Assessment) -> list[str]:
        """Say which pairs would go otherwise."""
        words, case = self._words, self._work.case
        was = {(one.item, one.recipient): one.verdict for one in self._now.disclosures}
        lines = []
        for one in then.disclosures:
            before = was.get((one.item, one.recipient))
            if before is not None and before != one.verdict:
                item, recipient = label_of(case, one.item) or one.item, label_of(case, one.recipient) or one.recipient
                were, would = (words(f"what_if.verdict.{verdict}") for verdict in (before, one.verdict))
                lines.append(words("what_if.pair", item=item, recipient=recipient, before=were, after=would))
        shown = lines[:MOST_PAIRS]
        more = len(lines) - len(shown)
        return [*shown, words("what_if.more", count=more)] if more else shown


MOST_PAIRS = 12


def _side(title: str, answer: Assessment, words: Wording) -> QWidget:
    card = OutcomeCard()
    says = words(f"window.panel.sentence.{answer.outcome or 'none'}")
    card.show_outcome(answer.outcome, says)
    side = box(stack(Words(title, "overline", "ink2"), card, gap=4))
    side.setFixedWidth(theme.px(290))
    return side


def _column() -> QVBoxLayout:
    return stack(gap=6)


def _field(as_: str, text: str, offered: tuple[Choice, ...]) -> Any:
    question = Question.model_validate({"fact": "what_if", "as": as_, "text": text})
    return make_field(question, "what_if", offered, heading="strong", law_text=lambda _: None)
