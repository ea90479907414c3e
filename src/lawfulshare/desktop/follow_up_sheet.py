"""Asks what came after a record was signed, recipient by recipient, so that it can be signed as a follow-up."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.dialogs import Sheet
from lawfulshare.desktop.field import Field
from lawfulshare.desktop.fields import DayField, Paragraph, Written
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.form import Question
from lawfulshare.record.follow_up import After
from lawfulshare.wording import Wording

ASKED: Mapping[str, type[Field]] = {
    "received_by": Written,
    "received_on": DayField,
    "promised": Paragraph,
    "chased_on": DayField,
    "written_on": DayField,
    "outcome": Paragraph,
}
"""What is asked of each recipient, and the field that takes it."""
KINDS: Mapping[type[Field], str] = {Written: "line", DayField: "day", Paragraph: "paragraph"}


class FollowUpQuestions(Sheet):
    """One group of fields for each recipient to whom something went, and what came of it all; `given` to sign it."""

    def __init__(self, recipients: Sequence[tuple[str, str]], words: Wording, parent: QWidget) -> None:
        super().__init__(
            words("follow_up.window.title"), words("follow_up.window.hint"),
            keep=words("follow_up.window.keep"), deed=words("follow_up.window.deed"), parent=parent,
        )  # fmt: skip
        self._words = words
        self.fields: dict[str, Field] = {}
        for recipient, label in recipients:
            self.body.add(Words(label, "heading"), 22)
            for name, field in self._of(recipient, label):
                self.fields[f"{recipient}.{name}"] = field
                self.body.add(field, 12)
        self.body.add(Words(words("follow_up.outcome"), "heading"), 22)
        whole = words("follow_up.window.outcome_of_all")
        self.fields["outcome"] = self._field("outcome_of_all", Paragraph, "transmission.outcome", whole)
        self.body.add(self.fields["outcome"], 12)
        self.body.end()
        next(iter(self.fields.values())).focus_first()

    def after(self) -> After | None:
        """Give what was written: of each recipient of whom something was said; None where a day is none."""
        said: dict[str, Any] = {}
        sent: dict[str, dict[str, Any]] = {}
        for field in self.fields.values():
            field.flush()
        wrong = [field for field in self.fields.values() if field.controls()[0].property("invalid")]
        if wrong:
            wrong[0].focus_first()
            return None
        for key, field in self.fields.items():
            if field.value in (None, ""):
                continue
            recipient, _, name = key.partition(".")
            if name:
                sent.setdefault(recipient, {"recipient": recipient})[name] = field.value
            else:
                said[key] = field.value
        return After.model_validate(said | {"transmission": list(sent.values())})

    def _of(self, recipient: str, label: str) -> Iterator[tuple[str, Field]]:
        for name, kind in ASKED.items():
            spoken = self._words("follow_up.window.asked_of", what=self._words(f"follow_up.window.{name}"), whom=label)
            yield name, self._field(name, kind, f"transmission.{name}", spoken)

    def _field(self, name: str, kind: type[Field], fact: str, spoken: str) -> Field:
        text = self._words(f"follow_up.window.{name}")
        question = Question.model_validate({"fact": fact, "as": KINDS[kind], "text": text})
        field = kind(question, f"follow_up.{name}", heading="label", law_text=lambda _: None)
        field.said.connect(lambda value, field=field: field.show_value(value))
        field.controls()[0].setAccessibleName(spoken)
        return field
