"""One letter over the page: drafted, changed by the person, saved as a PDF."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desk.letters import drafted, kept_letter, letter_back, letter_file_name
from lawfulshare.desktop.brand import box, row, stack
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.dialogs import Question as Asking
from lawfulshare.desktop.dialogs import Sheet
from lawfulshare.desktop.fields import Paragraph, TextInput
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.saving import ask_where, save
from lawfulshare.desktop.theme import theme
from lawfulshare.faults import BadAnswer
from lawfulshare.guide.form import Question
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.replying import LetterKind

WIDE, TALL = 690, 740
LEAST_LINES, AROUND = 6, 300
"""Lines of a letter that are always in sight; what the rest of the sheet takes, in pixels at 100 %."""


class _LetterInput(TextInput):
    """A long text that stays in sight: what is more scrolls within, after the cursor."""

    def fit(self, room: int) -> None:
        """Take as many lines as there is room for, and a few at least."""
        self.most = max(LEAST_LINES, room // QFontMetrics(theme.font("body")).lineSpacing())
        self.grow()


class LetterField(Paragraph):
    """The body of a letter."""

    def fit(self, room: int) -> None:
        """Take the room there is."""
        self._letter.fit(room)

    def _make_input(self) -> QPlainTextEdit:
        self._letter = _LetterInput()
        self._letter.textChanged.connect(self._edited)
        return self._letter


class LetterSheet(Sheet):
    """Shows a letter as it was left, else as it is drafted. `kept` tells its text when it was changed or saved."""

    kept = Signal(object)

    def __init__(self, work: CaseInHand, kind: "LetterKind", words: Wording, parent: QWidget) -> None:
        super().__init__(
            words(f"responding.letter.{kind}"), words("responding.letter.hint"),
            keep=words("responding.letter.close"), deed=words("responding.letter.save"), parent=parent,
        )  # fmt: skip
        self._work, self._kind, self._words = work, kind, words
        self._draft = drafted(work, kind, words)
        for key, lines in (
            ("of_heading", [words("responding.letter.of", place=one, what=what) for one, what in self._draft.to_write]),
            ("left_out_heading", list(self._draft.left_out)),
        ):
            if lines:
                self.body.add(self._note(words(f"responding.letter.{key}"), lines), 14)
        question = {"fact": f"request.letters.{kind}", "as": "paragraph", "text": words("responding.letter.text"),
                    "hint": words("responding.letter.above")}  # fmt: skip
        self.field = LetterField(Question.model_validate(question), question["fact"], heading="strong", law_text=_none)
        self.field.show_value(kept_letter(work.case, kind) or self._draft.text)
        self.field.said.connect(self.kept)
        self.body.add(self.field, 16)
        anew = QuietButton(words("responding.letter.anew"), "rotate-ccw")
        anew.setObjectName("letter.anew")
        anew.clicked.connect(self._ask_anew)
        self.body.add(box(row(anew, None)), 4)
        self._saved = Words("", "small", "share")
        self._saved.hide()
        self.body.add(self._saved, 8)
        self.body.end()
        self.given.connect(self._save)
        window = parent.window()
        self.resize(min(theme.px(WIDE), window.width() - 40), min(theme.px(TALL), max(360, window.height() - 40)))
        self.field.fit(self.height() - theme.px(AROUND))
        self.field.focus_first()

    def reject(self) -> None:
        """Close; what is still being typed is told first."""
        self.field.flush()
        super().reject()

    def _save(self) -> None:
        self.field.flush()
        text = self.field.value or ""
        try:
            pdf = letter_back(self._work, self._kind, text, self._words)
        except BadAnswer as trouble:
            fault = trouble.faults[0]
            self.field.complain(f"{fault.what}. {fault.mend}")
            self.body.bring_into_view(self.field)
            self.field.focus_first()
            return
        self.field.complain("")
        path = ask_where(self, letter_file_name(self._kind, self._words), self._words)
        if path is not None:
            save(pdf, path, self._saved, self._words)
            self.body.bring_into_view(self._saved)
            self.kept.emit(text)

    def _ask_anew(self) -> None:
        words = self._words
        self.field.flush()
        if self.field.value == self._draft.text:
            return
        Asking(
            words("responding.letter.anew_question"), words("responding.letter.anew_follows"),
            keep=words("responding.letter.anew_keep"), deed=words("responding.letter.anew"),
            done=self._anew, parent=self,
        ).open()  # fmt: skip

    def _anew(self) -> None:
        self._draft = drafted(self._work, self._kind, self._words)
        self.field.show_value(self._draft.text)
        self.kept.emit(None)

    def _note(self, heading: str, lines: Sequence[str]) -> Card:
        card = Card("well", (14, 10))
        card.body.addLayout(stack(Words(heading, "label"), *(Words(line, "small") for line in lines), gap=3))
        return card


def _none(_: str) -> None:
    return None
