"""Questions and answers in words: the names of the case in a question, an answer as it was chosen."""

import re
from collections.abc import Mapping
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.people import Relationship
from lawfulshare.guide.doors import doors
from lawfulshare.guide.form import Question
from lawfulshare.wording import Wording, wording

_PLACE = re.compile(r"\{(\w+)\}")
_NAMED_BY = {"person": "label", "recipient": "label", "item": "what", "enquiry": "question", "statement": "says"}


def fill(text: str, case: CaseFile, path: str = "") -> str:
    """Fill {person}, {recipient}, {item} and {subject} in the words of a form with the names of the case.

    `path` is the place asked about: `people.p1.age` names p1. Without one, and where nobody is named yet, plain words
    stand in.
    """
    if "{" not in text:
        return text
    words = wording()
    names = {one: words(f"guide.nameless.{one}") for one in ("person", "recipient", "item", "enquiry", "subject")}
    names["subject"] = subject(case) or names["subject"]
    entry, label = _entry(case, path)
    if entry is not None and label:
        names[entry] = label
    text = _PLACE.sub(lambda place: names.get(place[1], place[0]), text)
    return text[:1].upper() + text[1:]


def worded(question: Question, case: CaseFile, path: str) -> Question:
    """Give a question with the names of the case in its words."""
    said = {key: fill(text, case, path) for key in ("text", "hint", "example") if (text := getattr(question, key))}
    return question.model_copy(update=said)


def subject(case: CaseFile) -> str | None:
    """Give the name of the first person whom the concern is about, else of the first person of the case."""
    about = case.concern.about or tuple(person.id for person in case.people or () if person.part == "subject")
    return label_of(case, about[0]) if about else None


def label_of(case: CaseFile, key: str) -> str | None:
    """Give the name by which an entry is known in the case; None where it has none yet."""
    for entry, field in _NAMED_BY.items():
        for one in paths.entries(case, entry):
            if one.id == key:
                label: str | None = getattr(one, field)
                return label
    return None


def entry_name(case: CaseFile, path: str) -> str | None:
    """Give the name of the entry that a path goes through, or plain words for one without a name."""
    entry, label = _entry(case, path)
    if entry is None:
        return None
    words = wording()
    if entry == "disclosure":
        item, _, recipient = path.split(".")[1].partition(">")
        return words("guide.pair", item=label_of(case, item) or item, recipient=label_of(case, recipient) or recipient)
    if entry in ("advice", "transmission"):
        return words(f"guide.numbered.{entry}", number=int(path.split(".")[1]) + 1)
    return label or words(f"guide.nameless.{entry}")


def answer_in_words(question: Question, case: CaseFile, path: str, called: Mapping[str, str] | None = None) -> str:
    """Give the answer at a path as its question worded it; `called` names the legal bases."""
    return value_in_words(question, case, paths.read(case, path), called)


def value_in_words(question: Question, case: CaseFile, value: Any, called: Mapping[str, str] | None = None) -> str:
    """Give a value in words: a choice's own, a person's name, a day as 7 December 2026."""
    words = wording()
    if value is None or value == "":
        return words("guide.answer.not_known")
    if value == ():
        return words("guide.answer.none")
    match question.as_:
        case "grid":
            return words("guide.answer.pairs", number=len(value))
        case "day":
            return day_in_words(value, words)
        case "people" | "items":
            return words("guide.answer.between").join(label_of(case, one) or one for one in value)
        case "person" | "recipient":
            return label_of(case, value) or str(value)
        case "question":
            return question_called(case, value)
        case "bases":
            return words("guide.answer.between").join((called or {}).get(one, one) for one in value)
        case "relationships":
            return words("guide.answer.between").join(relation_in_words(question, case, one, words) for one in value)
        case "files":
            return words("guide.answer.between").join(one.name for one in value)
        case "lines" | "choose_many" | "family_parts":
            return words("guide.answer.between").join(_chosen(question, one, words) for one in value)
        case _:
            return _chosen(question, value, words)


def question_called(case: CaseFile, path: str) -> str:
    """Give the words of the question that asks a path, with whom it is about; the path where no page asks it."""
    fact = paths.fact_of(path)
    pages = doors()[case.mode or "share"].pages
    asked = next((question for page in pages for question in page.asks if question.fact == fact), None)
    if asked is None:
        return path
    text, about = fill(asked.text, case, path), entry_name(case, path)
    return wording()("guide.asked_about", about=about, question=text) if about and about not in text else text


def relation_in_words(question: Question, case: CaseFile, relation: Relationship, words: Wording) -> str:
    """Give how somebody stands to another person: whom, in words, and the contact as the question words it."""
    contact = _chosen(question, relation.contact, words) if relation.contact else ""
    said = ", ".join(part for part in (relation.is_, contact) if part)
    return words("guide.relation", to=label_of(case, relation.to) or words("guide.nameless.person"), said=said)


def day_in_words(day: str, words: Wording) -> str:
    """Give a day as it is said: 7 December 2026."""
    return words.day(day)


def _chosen(question: Question, value: Any, words: Wording) -> str:
    for choice in question.choices:
        if choice.value == value and isinstance(choice.value, bool) == isinstance(value, bool):
            return choice.text
    if isinstance(value, bool):
        return words("guide.answer.true" if value else "guide.answer.false")
    return str(value)


def _entry(case: CaseFile, path: str) -> tuple[str | None, str | None]:
    name, _, rest = path.partition(".")
    for entry, listed in paths.ENTRIES.items():
        if listed == name and rest:
            key = rest.partition(".")[0]
            return entry, label_of(case, key)
    return None, None
