"""They have written again: choose the case that it belongs to."""

from PySide6.QtWidgets import QWidget

from lawfulshare.desk.earlier import Earlier
from lawfulshare.desktop.asking import make_field
from lawfulshare.desktop.dialogs import Sheet
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.form import Choice, Question
from lawfulshare.wording import Wording


class AgainSheet(Sheet):
    """Says which case was chosen: a signed record, or a draft that is still open."""

    def __init__(self, earlier: tuple[Earlier, ...], words: Wording, parent: QWidget) -> None:
        super().__init__(
            words("responding.again.title"), words("responding.again.hint"),
            keep=words("responding.again.keep"), deed=words("responding.again.deed"), parent=parent,
        )  # fmt: skip
        self._earlier = earlier
        question = {"fact": "reopens", "as": "pick_from_list", "text": words("responding.again.which")}
        cases = tuple(Choice(value=one.name, text=_called(one, words)) for one in earlier)
        self.which = make_field(
            Question.model_validate(question), "reopens", cases, heading="strong", law_text=lambda _: None
        )
        self.body.add(self.which if earlier else Words(words("responding.again.none"), "body"), 18)
        self.deed.setVisible(bool(earlier))
        self.body.end()
        (self.which.focus_first if earlier else self.keep.setFocus)()

    @property
    def chosen(self) -> Earlier | None:
        """Give the case that was chosen; None while none is."""
        return next((one for one in self._earlier if one.name == self.which.value), None)


def _called(one: Earlier, words: Wording) -> str:
    kind = "record" if one.signed else "draft"
    return words(f"responding.again.{kind}", subject=one.subject, day=words.day(one.when))
