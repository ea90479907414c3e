"""Words that need explaining, found in a text; and myths, answered with the real test where people type them."""

import functools
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from lawfulshare import content
from lawfulshare.wording import catalogue, spoken

Where: TypeAlias = Literal["withheld", "shared", "any"]
"""Which texts of one's own a myth is looked for in: why something is kept back, why it is sent, or any of them."""


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Entry(_Written):
    words: tuple[str, ...] = Field(min_length=1)
    means: str


class _Myth(_Written):
    when: tuple[str, ...] = Field(min_length=1)
    where: Where
    says: str
    ask: str
    law: tuple[str, ...] = ()


class Explained(NamedTuple):
    """A word of a text that the glossary explains: where it stands, and what it means."""

    term: str
    start: int
    end: int
    means: str


class Myth(NamedTuple):
    """A belief that a text seems to rest on: the words that show it, what is true, and the question that decides."""

    name: str
    found: str
    says: str
    ask: str
    law: tuple[str, ...]
    """Ids of the provisions that it is about."""


@functools.cache
def _glossary() -> Mapping[str, _Entry]:
    written = content.read_yaml(content.resources() / "glossary" / "en.yaml")
    return {name: _Entry.model_validate(entry) for name, entry in written.items()}


@functools.cache
def _myths() -> Mapping[str, _Myth]:
    written = content.read_yaml(content.resources() / "myths" / "en.yaml")
    return {name: _Myth.model_validate(entry) for name, entry in written.items()}


@functools.cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def glossary() -> Mapping[str, str]:
    """Give every word of the glossary with what it means, by its first form."""
    return {entry.words[0]: _means(name, entry) for name, entry in _glossary().items()}


def explained(text: str) -> tuple[Explained, ...]:
    """Find the words of a text that the glossary explains, each once, in the order of the text."""
    found: list[Explained] = []
    for name, entry in _glossary().items():
        match = _any_of(entry.words).search(text)
        if match:
            found.append(Explained(entry.words[0], *match.span(), _means(name, entry)))
    longest = sorted(found, key=lambda one: (one.start, -one.end))
    return tuple(one for one in longest if not any(_within(one, other) for other in longest))


def myths(text: str, where: Where) -> tuple[Myth, ...]:
    """Find the myths that a text of one's own seems to rest on, each once, in the order of the list."""
    told = catalogue(spoken()).pgettext
    found: list[Myth] = []
    for name, myth in _myths().items():
        match = _any_of(myth.when).search(text) if myth.where in ("any", where) else None
        if match:
            says, ask = told(f"myth.{name}.says", myth.says), told(f"myth.{name}.ask", myth.ask)
            found.append(Myth(name, match[0], says, ask, myth.law))
    return tuple(found)


def texts() -> tuple[tuple[str, str], ...]:
    """Give every text of glossary and myths with its context, for those who translate."""
    means = [(f"glossary.{name}", entry.means) for name, entry in _glossary().items()]
    says = [(f"myth.{name}.{part}", getattr(myth, part)) for name, myth in _myths().items() for part in ("says", "ask")]
    return (*means, *says)


def laws_of_myths() -> frozenset[str]:
    """Give the ids of all provisions that myths name."""
    return frozenset(law for myth in _myths().values() for law in myth.law)


def _means(name: str, entry: _Entry) -> str:
    return catalogue(spoken()).pgettext(f"glossary.{name}", entry.means)


def _within(one: Explained, other: Explained) -> bool:
    return one is not other and other.start <= one.start and one.end <= other.end
