"""The rationale: facts apart from opinion, vague phrases, boilerplate, reading age. It advises and never blocks."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, TypeAlias

import readability
from pydantic import BaseModel, ConfigDict

from lawfulshare import content
from lawfulshare.wording import catalogue, spoken

Kind: TypeAlias = Literal["vague", "opinion", "initials", "so_what", "facts", "boilerplate", "reading_age"]
ALIKE = 0.85
"""How alike two sentences are (difflib, 0 to 1) before one counts as taken from an earlier record."""
SHORTEST_ALIKE = 40
"""Characters under which a sentence is too short to be called taken over."""
ENOUGH_WORDS = 12
"""Words under which a text is too short for what it lacks to be told."""
OLDEST = 16
"""The reading age above which a rationale is called hard to read."""

_INITIALS = re.compile(r"\b[A-Z][A-Z0-9]{1,5}s?\b")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OWN_WORDS = re.compile(r"[“\"][^”\"]+[”\"]")


class Advice(NamedTuple):
    """One piece of advice: what it is about, where in the text (none: the whole), and what to do."""

    kind: Kind
    says: str
    start: int = 0
    end: int = 0


class _Looked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    says: str = ""
    phrases: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    months: tuple[str, ...] = ()


class _Coach(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    vague: _Looked
    opinion: _Looked
    owned: _Looked
    initials: _Looked
    so_what: _Looked
    facts: _Looked
    boilerplate: _Looked
    reading_age: _Looked


def texts() -> tuple[tuple[str, str], ...]:
    """Give every text of the coach with its context, for those who translate."""
    return tuple((f"coaching.{name}", looked.says) for name, looked in _read() if looked.says)


def _coach() -> _Coach:
    return _coach_in(spoken())


@functools.cache
def _coach_in(language: str) -> _Coach:
    told = catalogue(language).pgettext
    said = {
        name: looked.model_copy(update={"says": told(f"coaching.{name}", looked.says)})
        for name, looked in _read()
        if looked.says
    }
    return _read().model_copy(update=said)


@functools.cache
def _read() -> _Coach:
    return _Coach.model_validate(content.read_yaml(content.resources() / "coaching" / "en.yaml"))


def coach(text: str, earlier: Iterable[str] = ()) -> tuple[Advice, ...]:
    """Read a rationale back to its writer, in the order of the text; `earlier` are the rationales of other records."""
    found = [*_vague(text), *_opinions(text), *_initials(text), *_boilerplate(text, tuple(earlier))]
    return (*sorted(found, key=lambda advice: advice.start), *_missing(text))


def reading_age(text: str) -> float:
    """Give the age at which a text can be read: its Flesch-Kincaid grade, and five years."""
    sentences = (" ".join(re.findall(r"[\w'’]+|[^\w\s]", one)) for one in _sentences(text))
    told = "\n".join(one for one in sentences if _WORD.search(one))
    if not told:
        return 0.0
    return float(readability.getmeasures(told, lang="en")["readability grades"]["Kincaid"]) + 5


def _sentences(text: str) -> list[str]:
    return [match[0].strip() for match in _SENTENCE.finditer(text) if match[0].strip()]


def _phrases(text: str, phrases: Sequence[str]) -> Iterator[re.Match[str]]:
    pattern = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE)


def _vague(text: str) -> Iterator[Advice]:
    looked = _coach().vague
    for found in _phrases(text, looked.phrases):
        yield Advice("vague", looked.says.format(found=found[0]), *found.span())


def _opinions(text: str) -> Iterator[Advice]:
    """Tell an opinion that nobody owns: neither the sentence says whose it is, nor does it stand as spoken words."""
    looked, owned = _coach().opinion, _coach().owned.phrases
    quoted = [found.span() for found in _OWN_WORDS.finditer(text)]
    for sentence in _SENTENCE.finditer(text):
        if any(_phrases(sentence[0], owned)):
            continue
        for found in _phrases(sentence[0], looked.phrases):
            start, end = (sentence.start() + place for place in found.span())
            if not any(first <= start < last for first, last in quoted):
                yield Advice("opinion", looked.says.format(found=found[0]), start, end)


def _initials(text: str) -> Iterator[Advice]:
    """Tell initials once, unless they are written out: `early help team (EHT)` or `EHT (early help team)`."""
    looked = _coach().initials
    told = set(looked.known)
    for found in _INITIALS.finditer(text):
        letters = found[0].removesuffix("s")
        explained = rf"\w \({letters}s?\)|\b{letters}s? \(\w+ "
        if letters not in told and not re.search(explained, text):
            told.add(letters)
            yield Advice("initials", looked.says.format(found=found[0]), *found.span())


def _boilerplate(text: str, earlier: Sequence[str]) -> Iterator[Advice]:
    before = [sentence for one in earlier for sentence in _sentences(one) if len(sentence) >= SHORTEST_ALIKE]
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if len(sentence) >= SHORTEST_ALIKE and any(_alike(sentence, one) for one in before):
            yield Advice("boilerplate", _coach().boilerplate.says.format(found=sentence), *found.span())


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.lower(), other.lower(), autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _missing(text: str) -> Iterator[Advice]:
    """Tell what the whole text lacks, once it is long enough to lack it."""
    if len(_WORD.findall(text)) < ENOUGH_WORDS:
        return
    looked = _coach()
    if not (re.search(r"\d", text) or _OWN_WORDS.search(text) or any(_phrases(text, looked.facts.months))):
        yield Advice("facts", looked.facts.says)
    if not any(_phrases(text, looked.so_what.phrases)):
        yield Advice("so_what", looked.so_what.says)
    if (age := reading_age(text)) > OLDEST:
        yield Advice("reading_age", looked.reading_age.says.format(age=round(age)))
