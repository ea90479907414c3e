"""Take facts from an earlier case: choose the case, choose the kinds of facts."""

from typing import Any

from PySide6.QtWidgets import QWidget

from lawfulshare.desk.earlier import Earlier
from lawfulshare.desktop.asking import make_field
from lawfulshare.desktop.dialogs import Sheet
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.copying import PARTS, Part
from lawfulshare.guide.form import Choice, Question
from lawfulshare.guide.naming import day_in_words
from lawfulshare.wording import Wording


class CopyingSheet(Sheet):
    """Says which case and which kinds of facts were chosen."""

    def __init__(self, earlier: tuple[Earlier, ...], words: Wording, parent: QWidget) -> None:
        super().__init__(
            words("handing.copy.title"), words("handing.copy.hint"),
            keep=words("handing.copy.keep"), deed=words("handing.copy.deed"), parent=parent,
        )  # fmt: skip
        self._earlier = earlier
        cases = tuple(Choice(value=one.name, text=_called(one, words), hint=None) for one in earlier)
        parts = tuple(
            Choice(value=part, text=words(f"handing.copy.{part}"), hint=words(f"handing.copy.{part}_hint"))
            for part in PARTS
        )
        self.which = _field("pick_from_list", words("handing.copy.which"), cases)
        self.parts = _field("choose_many", words("handing.copy.parts"), parts)
        if earlier:
            self.body.add(self.which, 18)
            self.body.add(self.parts, 24)
        else:
            self.body.add(Words(words("handing.copy.none"), "body"), 18)
        self.deed.setVisible(bool(earlier))
        self.body.end()
        (self.which.focus_first if earlier else self.keep.setFocus)()

    @property
    def chosen(self) -> tuple[Earlier, tuple[Part, ...]] | None:
        """Give what was chosen; None while something is missing."""
        case = next((one for one in self._earlier if one.name == self.which.value), None)
        return (case, tuple(self.parts.value)) if case is not None and self.parts.value else None


def _field(as_: str, text: str, offered: tuple[Choice, ...]) -> Any:
    question = Question.model_validate({"fact": "copy", "as": as_, "text": text})
    return make_field(question, "copy", offered, heading="strong", law_text=lambda _: None)


def _called(one: Earlier, words: Wording) -> str:
    kind = "record" if one.signed else "draft"
    return words(f"handing.copy.{kind}", subject=one.subject, day=day_in_words(one.when[:10], words))
