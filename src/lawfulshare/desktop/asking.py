"""Which control answers which kind of question, and what there is to choose from."""

from collections.abc import Sequence
from typing import Any

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import entries, facts
from lawfulshare.desktop.asked_after import AskedAfter
from lawfulshare.desktop.attached import Attached
from lawfulshare.desktop.choosing import OneOf, SomeOf
from lawfulshare.desktop.days import day_in_short
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.fields import DayField, Lines, Number, Paragraph, Written
from lawfulshare.desktop.labels import word
from lawfulshare.desktop.pickers import Picked
from lawfulshare.desktop.relations import Relations
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.asking_after import parts_to_show
from lawfulshare.guide.form import Choice, Question
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.answer.saying import ended
from lawfulshare.wording import wording

ENTRIES_OFFERED = {"people": "person", "person": "person", "recipient": "recipient", "items": "item"}
"""Kinds of question whose answers are the case's own entries."""
LARGEST_ROW_TEXT = 2.0
MANY_CHOICES = 5


def options(
    question: Question, case: CaseFile, assessment: Assessment | None, law_text: LawReader
) -> tuple[Choice, ...]:
    """Give what a question may be answered with: its own choices, the closed list, the entries, or the law's bases."""
    if question.as_ in ENTRIES_OFFERED:
        kind = ENTRIES_OFFERED[question.as_]
        return tuple(Choice(value=entry.id, text=name_of(kind, entry), hint=None) for entry in entries(case, kind))
    if question.as_ == "relationships":
        return tuple(Choice(value=entry.id, text=name_of("person", entry)) for entry in entries(case, "person"))
    if question.as_ == "family_parts":
        shown = parts_to_show(case)
        return tuple(choice for choice in question.choices if choice.value in shown)
    if question.as_ == "bases":
        return _bases(assessment, law_text)
    if question.choices or question.as_ == "question":
        return question.choices
    if question.as_ == "yes_no_not_known":
        return (
            Choice(value=True, text=word("answer.holds"), hint=None),
            Choice(value=False, text=word("answer.fails"), hint=None),
        )
    fact = facts().get(question.fact)
    return tuple(Choice(value=value, text=_plain(value), hint=None) for value in (fact.choices if fact else ()))


def make_field(question: Question, path: str, offered: Sequence[Choice], *, heading: str, law_text: LawReader) -> Field:
    """Make the control that answers a question."""
    match question.as_:
        case "yes_no_not_known":
            short = heading != "question" and not any(choice.hint for choice in offered)
            in_a_row = short and theme.scale <= LARGEST_ROW_TEXT and sum(len(choice.text) for choice in offered) < 40
            return OneOf(question, path, offered, in_a_row=in_a_row, heading=heading, law_text=law_text)
        case "choose_one" if len(offered) > MANY_CHOICES and heading == "strong" and not any(c.hint for c in offered):
            return Picked(question, path, offered, heading=heading, law_text=law_text)
        case "choose_one" | "person" | "recipient":
            return OneOf(question, path, offered, heading=heading, law_text=law_text)
        case "choose_many" | "items" | "bases" | "people":
            none = word("answer.nobody" if question.as_ == "people" else "answer.none_of_these")
            return SomeOf(question, path, offered, none_word=none, heading=heading, law_text=law_text)
        case "relationships":
            return Relations(question, path, offered, heading=heading, law_text=law_text)
        case "family_parts":
            return AskedAfter(question, path, offered, heading=heading, law_text=law_text)
        case "files":
            return Attached(question, path, heading=heading, law_text=law_text)
        case "pick_from_list" | "question":
            return Picked(question, path, offered, heading=heading, law_text=law_text)
    written = {"paragraph": Paragraph, "lines": Lines, "number": Number, "day": DayField}.get(question.as_, Written)
    return written(question, path, heading=heading, law_text=law_text)


def name_of(kind: str, entry: Any) -> str:
    """Give what an entry is called on the page: its label or its own words, else that it is not named yet."""
    for step in NAMES[kind]:
        said = getattr(entry, step, None)
        if said:
            return str(said)
    return word("entries.not_named")


def said_so(fact: str, name: str | None) -> str:
    """Tell a yes/no answer that is so, of a person: *Theo's father may harm a child*."""
    words = wording()
    return ended(words(f"facts.says.{fact}.so", person=name or words("facts.nameless.person.one"))).rstrip(".")


NAMES: dict[str, tuple[str, ...]] = {
    "person": ("label", "name"),
    "recipient": ("label",),
    "item": ("what",),
    "enquiry": ("question",),
    "statement": ("says",),
    "advice": ("gist",),
    "transmission": ("how",),
}
"""What names an entry of each list, best first."""


def in_words(question: Question, value: Any, offered: Sequence[Choice]) -> str:
    """Say an answer in the words it was chosen by."""
    texts = {choice.value: choice.text for choice in offered}
    if isinstance(value, tuple):
        return ", ".join(texts.get(one, str(one)) for one in value)
    if question.as_ == "day":
        return day_in_short(value)
    return texts.get(value, str(value))


def _bases(assessment: Assessment | None, law_text: LawReader) -> tuple[Choice, ...]:
    found: dict[str, None] = {}
    for answer in assessment.disclosures if assessment else ():
        found |= dict.fromkeys((*answer.lawful_basis, *answer.condition, *answer.gateways))
    named = []
    for name in found:
        text = law_text(name)
        named.append(
            Choice(value=name, text=text.title if text else _plain(name), hint=text.citation if text else None)
        )
    return tuple(named)


def _plain(value: str) -> str:
    return value.replace("_", " ").capitalize()
