"""How one person stands to each of the others: a line of words and the contact they have, for each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lawfulshare.case.people import Relationship
from lawfulshare.desktop.brand import clear
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.fields import Written
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.pickers import Picked
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.form import Choice, Question
from lawfulshare.wording import wording

LEAST_BESIDE = 480


class _Pair(QWidget):
    """Two questions beside each other, or under each other where there is little room."""

    def __init__(self, one: Field, other: Field) -> None:
        super().__init__()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.gap(12))
        for part in (one, other):
            self._across.addWidget(part, 1, Qt.AlignmentFlag.AlignBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside or under each other."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(LEAST_BESIDE)
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


class Relations(Field):
    """One row for each other person of the case; a row that says nothing is no relation."""

    def __init__(
        self, question: Question, path: str, offered: Sequence[Choice], *, heading: str, law_text: LawReader
    ) -> None:
        super().__init__(question, path, heading=heading, law_text=law_text)
        self._person = path.split(".")[1] if path.startswith("people.") else ""
        self._offered: tuple[Choice, ...] | None = None
        self.rows: dict[str, tuple[Written, Picked]] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.gap(14))
        self._column.addLayout(self._rows)
        self.offer(offered)
        self._finish(may_leave_open=False)

    def offer(self, options: Sequence[Choice]) -> None:
        """Offer a row for each of these people but the one who is asked about."""
        if self._offered == tuple(options):
            return
        if any(part.isAncestorOf(at) for row in self.rows.values() for part in row if (at := self._focused())):
            return
        self._offered = tuple(options)
        clear(self._rows)
        self.rows = {}
        person = next((one.text for one in options if one.value == self._person), "")
        for one in options:
            if one.value != self._person:
                self._add_row(str(one.value), one.text, person)
        if not self.rows:
            self._rows.addWidget(Words(wording()("family.relation.alone"), "small", "ink2"))
        self.show_value(self.value)

    def show_value(self, value: Any) -> None:
        """Show what was said of each."""
        super().show_value(_as_stated(value))
        said = self._stated()
        for other, (is_, contact) in self.rows.items():
            is_.show_value(said.get(other, {}).get("is"))
            contact.show_value(said.get(other, {}).get("contact"))

    def controls(self) -> Sequence[QWidget]:
        """Give every input, row by row."""
        return [control for row in self.rows.values() for part in row for control in part.controls()]

    def flush(self) -> None:
        """Tell what is still being typed."""
        for is_, contact in self.rows.values():
            is_.flush()
            contact.flush()

    def _stated(self) -> dict[str, dict[str, Any]]:
        said: tuple[dict[str, Any], ...] = self.value or ()
        return {one["to"]: dict(one) for one in said}

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _add_row(self, other: str, name: str, person: str) -> None:
        words = wording()
        is_ = Written(
            Question.model_validate(
                {"fact": self.question.fact, "as": "line",
                 "text": words("family.relation.is", person=person, other=name)}
            ),
            f"{self.path}.{other}.is", heading="label", law_text=_nothing,
        )  # fmt: skip
        contact = Picked(
            self.question.model_copy(
                update={"as_": "pick_from_list", "text": words("family.relation.contact"), "hint": None}
            ),
            f"{self.path}.{other}.contact", self.question.choices, heading="label", law_text=_nothing,
        )  # fmt: skip
        name_of_it = words("family.relation.contact_name", person=person, other=name)
        contact.setAccessibleName(name_of_it)
        for control in contact.controls():
            control.setAccessibleName(name_of_it)
        is_.said.connect(lambda said: self._said(other, "is", said))
        contact.said.connect(lambda said: self._said(other, "contact", said))
        is_.entered.connect(self.entered)
        self.rows[other] = (is_, contact)
        self._rows.addWidget(_Pair(is_, contact))

    def _said(self, other: str, part: str, said: str | None) -> None:
        stated = self._stated()
        one = stated.setdefault(other, {"to": other})
        one[part] = said
        if said is None:
            del one[part]
        self._tell(tuple(one for one in stated.values() if len(one) > 1) or None)


def _as_stated(value: Any) -> tuple[dict[str, Any], ...] | None:
    """Give relations as the case file states them."""
    if value is None:
        return None
    return tuple(
        one.model_dump(mode="json", exclude_none=True) if isinstance(one, Relationship) else dict(one) for one in value
    )


def _nothing(_: str) -> None:
    return None
