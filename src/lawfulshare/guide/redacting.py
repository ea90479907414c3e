"""What to look at in an item before it goes: who could be found, who told, details of contact, others who are named."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Item
from lawfulshare.faults import BadContent, Fault
from lawfulshare.guide.naming import label_of
from lawfulshare.guide.translating import Translate, gathered
from lawfulshare.wording import ENGLISH, catalogue, spoken, wording

MARKED = ("informant_identity", "victim_anonymity")
"""Restrictions that are about who is named."""


class Prompt(NamedTuple):
    """One thing to look at: its name in the file, and what to say."""

    name: str
    says: str


class _Pattern(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    pattern: str
    says: str


class _Redaction(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    marks: dict[str, str]
    patterns: tuple[_Pattern, ...]


@functools.cache
def _redaction(language: str) -> _Redaction:
    written = content.read_yaml(content.resources() / "redaction.yaml")
    try:
        read = _Redaction.model_validate(written)
    except ValidationError as problem:
        raise BadContent(Fault("redaction.yaml", str(problem).splitlines()[0], "Restore the file.")) from None
    return _translated(read, catalogue(language).pgettext)


def texts() -> tuple[tuple[str, str], ...]:
    """Give every text of the prompts with its context, for those who translate."""
    return gathered(lambda note: _translated(_redaction(ENGLISH), note))


def _translated(read: _Redaction, translate: Translate) -> _Redaction:
    marks = {name: translate(f"redaction.{name}", says) for name, says in read.marks.items()}
    patterns = tuple(
        one.model_copy(update={"says": translate(f"redaction.{one.name}", one.says)}) for one in read.patterns
    )
    return read.model_copy(update={"marks": marks, "patterns": patterns})


def prompts(case: CaseFile, item: Item) -> tuple[Prompt, ...]:
    """Give what to look at in an item before it goes anywhere.

    Raises:
        BadContent: the file of prompts is not of its shape.
    """
    return tuple(_prompts(case, item, _redaction(spoken())))


def other_adults(case: CaseFile, item: Item) -> tuple[str, ...]:
    """Give the adults whom an item is about beside those whom the case is about: theirs needs a reason of its own."""
    about = set(case.concern.about or ())
    adults = {person.id for person in case.people or () if person.kind == "adult" and person.id not in about}
    return tuple(one for one in item.about or () if one in adults)


def names_of(case: CaseFile, people: tuple[str, ...]) -> str:
    """Give the names of several people in a row."""
    return wording()("family.and").join(label_of(case, one) or wording()("guide.nameless.person") for one in people)


def _prompts(case: CaseFile, item: Item, read: _Redaction) -> Iterator[Prompt]:
    if item.locates:
        yield Prompt("locates", read.marks["locates"].format(whom=names_of(case, item.locates)))
    for restriction in item.restrictions or ():
        if restriction in MARKED:
            yield Prompt(restriction, read.marks[restriction])
    if "contact_details" in (item.classes or ()):
        yield Prompt("contact_details", read.marks["contact_details"])
    text = " ".join(part for part in (item.what, item.own_words) if part)
    if named := tuple(_named_beside(case, item, text)):
        yield Prompt("third_party", read.marks["third_party"].format(whom=names_of(case, named)))
    for one in read.patterns:
        for found in dict.fromkeys(match[0].strip() for match in re.finditer(one.pattern, text)):
            yield Prompt(one.name, one.says.format(found=found))


def _named_beside(case: CaseFile, item: Item, text: str) -> Iterator[str]:
    if item.about is None:
        return
    for person in case.people or ():
        names = [name for name in (person.label, person.name) if name]
        if person.id not in item.about and any(re.search(rf"\b{re.escape(name)}\b", text) for name in names):
            yield person.id
