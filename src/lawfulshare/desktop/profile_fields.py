"""Who one is, as fields: at the first start, and whenever it changes."""

from typing import Any

from PySide6.QtWidgets import QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.profile import OwnContact, Profile
from lawfulshare.desktop.asking import make_field, options
from lawfulshare.desktop.brand import stack
from lawfulshare.desktop.field import Field
from lawfulshare.guide.doors import doors
from lawfulshare.guide.form import Choice, Question
from lawfulshare.wording import Wording

ASKED = (
    ("name", "decision_maker.name", "line"),
    ("role", "decision_maker.role", "line"),
    ("organisation", "organisation.name", "line"),
    ("sector", "organisation.sector", "pick_from_list"),
    ("nation", "nation", "choose_one"),
    ("policy", "organisation.policy_document", "yes_no_not_known"),
    ("contacts", "request.order_limits", "lines"),
)
"""What is asked of oneself: its name here, the fact of a case that it fills in (or one like it), and the kind of
field. The numbers that one rings, the last, are not asked at the first start."""
REQUIRED = tuple(name for name, _, _ in ASKED if name not in ("policy", "contacts"))


class ProfileFields(QWidget):
    """Asks who one is. It keeps what is said until the profile is taken."""

    def __init__(self, words: Wording, profile: Profile | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._profile = profile
        self._said: dict[str, Any] = {"nation": "england"} if profile is None else _said_in(profile)
        choices = _choices()
        asked = ASKED if profile is not None else ASKED[:-1]
        self._fields = {name: self._field(name, fact, kind, choices.get(fact, ())) for name, fact, kind in asked}
        self.setLayout(stack(*self._fields.values(), gap=22))

    def focus_first(self) -> None:
        """Put the focus on the name."""
        self.focus_on("name")

    def focus_on(self, name: str) -> bool:
        """Put the focus on a field; say whether there is one of that name."""
        if name in self._fields:
            self._fields[name].focus_first()
        return name in self._fields

    def complain(self, wrong: dict[str, str]) -> None:
        """Say beside each field what is wrong with it."""
        for name, field in self._fields.items():
            field.complain(wrong.get(name, ""))

    def missing(self) -> list[str]:
        """Take what is still being typed, and name the fields that have no answer, or one that cannot be read."""
        for field in self._fields.values():
            field.flush()
        unread = [line for line in self._said.get("contacts") or () if OwnContact.read(line) is None]
        return [name for name in REQUIRED if not self._said.get(name)] + (["contacts"] if unread else [])

    def profile(self) -> Profile:
        """Give who one is, once nothing is missing; what is not asked here stays as it was."""
        said = self._said
        stated = {} if self._profile is None else self._profile.model_dump()
        contacts = [one for line in said.get("contacts") or () if (one := OwnContact.read(line)) is not None]
        return Profile.model_validate(
            stated
            | {name: said[name] for name in REQUIRED}
            | {"policy_document": said.get("policy"), "contacts": contacts}
        )

    def _field(self, name: str, fact: str, kind: str, choices: tuple[Choice, ...]) -> Field:
        hint = f"window.first.{name}_hint"
        question = Question.model_validate(
            {
                "fact": fact,
                "as": kind,
                "text": self._words(f"window.first.{name}"),
                "choices": choices,
                "hint": self._words(hint) if hint in self._words else None,
            }
        )
        offered = options(question, CaseFile(), None, lambda _: None)
        field = make_field(question, name, offered, heading="strong", law_text=lambda _: None)
        field.setObjectName(f"first.{name}")
        if name in self._said:
            field.show_value(self._said[name])
        field.said.connect(lambda value: self._said.__setitem__(name, value))
        return field


def _said_in(profile: Profile) -> dict[str, Any]:
    contacts = tuple(one.line for one in profile.contacts) or None
    return {name: getattr(profile, name) for name in REQUIRED} | {
        "policy": profile.policy_document, "contacts": contacts,
    }  # fmt: skip


def _choices() -> dict[str, tuple[Choice, ...]]:
    """Give the words of the closed lists, as the forms have them."""
    choices: dict[str, tuple[Choice, ...]] = {}
    for door in doors().values():
        for page in door.pages:
            choices |= {question.fact: question.choices for question in page.asks if question.choices}
    return choices
