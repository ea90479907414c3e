"""Facts in words: each fact, the answer that was given and the entry it is about, as one sentence.

The sentences stand in `resources/wording/en/facts.yaml`. They are told of a case, by the names it gives its people,
recipients and items, or of the law, where it is always *the person*, *the recipient* and *the item*.
"""

import functools
import string
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.packs.naming import DERIVED
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import Wording, wording

LABELLED_BY = {"person": "label", "recipient": "label", "item": "what", "enquiry": "question", "statement": "says"}
QUOTED = frozenset({"item", "enquiry", "statement"})
OF_PROVISIONS = frozenset({"request.power_cited", "decision.bases"})
AMONG = {
    "enquiry.least_disclosed": "item", "items": "item", "disclosure.item": "item", "recipients": "recipient",
    "disclosure.recipient": "recipient", "enquiry.ask": "recipient", "transmission.recipient": "recipient",
    "request.from": "recipient", "enquiries": "enquiry", "statements": "statement",
}  # fmt: skip
"""Facts whose answer names entries other than people."""


class Names(Protocol):
    """What an entry of the case is called."""

    def __call__(self, entry: str, key: str, /) -> str:
        """Give the name of one entry: `person` p1, `item` i1, …"""


class OfTheLaw:
    """Names for sentences of the law itself, which knows no names."""

    def __call__(self, entry: str, key: str, /) -> str:
        """Give *the person*, *the recipient*, *the item*."""
        return wording("en")(f"facts.nameless.{entry}.one")


class OfTheCase:
    """The names that a case gives its entries: a label, else *the person*, *the second person*."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._names: dict[tuple[str, str], str] = {}

    def __call__(self, entry: str, key: str, /) -> str:
        """Give the name of one entry."""
        if (entry, key) not in self._names:
            self._names[entry, key] = self._name(entry, key)
        return self._names[entry, key]

    def _name(self, entry: str, key: str) -> str:
        listed = paths.entries(self._case, entry)
        keys = [paths.key_of(one, position) for position, one in enumerate(listed)]
        words = wording("en")
        if key not in keys:
            return words(f"facts.nameless.{entry}.one")
        place = keys.index(key)
        field = LABELLED_BY.get(entry)
        label = tidy(getattr(listed[place], field) or "") if field else ""
        if label:
            return words("facts.quoted", what=label.rstrip(".")) if entry in QUOTED else label
        if len(listed) == 1:
            return words(f"facts.nameless.{entry}.one")
        return words(f"facts.nameless.{entry}.several", place=_place_in_words(place + 1, words))


def _place_in_words(number: int, words: Wording) -> str:
    key = f"facts.places.n{number}"
    if key in words:
        return words(key)
    return words(f"facts.place_later.{_ending(number)}", number=number)


def _ending(number: int) -> str:
    """Say how a number in figures ends when it names a place: 21st, 22nd, 23rd, 24th, but 111th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


class _Sentences(NamedTuple):
    """The sentences of one fact, and the group of words that its answer is from."""

    kind: str
    entry: str
    group: str
    by_answer: Mapping[str, str]


class Saying:
    """Says facts, of one case or of the law."""

    def __init__(self, names: Names, provisions: Mapping[str, Provision]) -> None:
        self.named = names
        self._provisions = provisions
        self._words: Wording = wording("en")

    def sentence(self, path: str, answer: Any) -> str:
        """Tell one fact and the answer as a whole sentence; None is not known."""
        return ended(self.clause(path, answer))

    def clause(self, path: str, answer: Any) -> str:
        """Tell the same as a part of a longer sentence: it begins small and has no full stop."""
        fact = paths.fact_of(path)
        sentences = _sentences(fact)
        which = _which(sentences, answer)
        value = self.value(fact, answer) if which == "is" else ""
        return self.filled(path, which, value)

    def filled(self, path: str, which: str, value: str = "") -> str:
        """Give one of the sentences of a fact (is, member, below, among, …) with a value already in words."""
        sentences = _sentences(paths.fact_of(path))
        return sentences.by_answer[which].format(
            **{"value": value, sentences.group: value}, **self._places(sentences.entry, path)
        )

    def value(self, fact: str, answer: Any) -> str:
        """Give the answer alone in words: *an adult*, *the police and a charity*, *7 December 2026*."""
        sentences = _sentences(fact)
        match sentences.kind:
            case "choice" | "choices" if sentences.group != "value":
                return self.joined([self._words(f"facts.words.{sentences.group}.{one}") for one in _listed(answer)])
            case "choice" | "ids" | "entries":
                return self.joined([self._entry_named(fact, one) for one in _listed(answer)])
            case "day":
                return self._words.day(answer)
            case "number":
                return str(answer)
        return self.joined([self._text(fact, one) for one in _listed(answer)])

    def joined(self, values: Iterable[str], how: str = "and") -> str:
        """Join values as one says them: a, b and c."""
        listed = list(dict.fromkeys(values))
        if len(listed) == 1:
            return listed[0]
        before = functools.reduce(
            lambda said, more: self._words("facts.join.between", before=said, last=more), listed[:-1]
        )
        return self._words(f"facts.join.{how}", before=before, last=listed[-1])

    def _entry_named(self, fact: str, one: Any) -> str:
        if fact == "disclosures":
            item, _, recipient = str(one if isinstance(one, str) else paths.key_of(one, 0)).partition(">")
            return self._words(
                "facts.pair", item=self.named("item", item), recipient=self.named("recipient", recipient)
            )
        if fact == "advice":
            return quoted(one.from_)
        key = one if isinstance(one, str) else paths.key_of(one, 0)
        return self.named(AMONG.get(fact, "person"), key)

    def _text(self, fact: str, one: str) -> str:
        cited = self._provisions.get(one) if fact in OF_PROVISIONS else None
        return cited.citation if cited else quoted(one)

    def _places(self, entry: str, path: str) -> dict[str, str]:
        """Give the names that may stand in a sentence about the entry that a path goes through."""
        if not entry:
            return {}
        key = path.split(".")[1] if path.partition(".")[0] == paths.ENTRIES[entry] else ""
        if entry != "disclosure":
            return {entry: self.named(entry, key)}
        item, _, recipient = key.partition(">")
        return {"item": self.named("item", item), "recipient": self.named("recipient", recipient)}


@functools.cache
def _sentences(fact: str) -> _Sentences:
    words = wording("en")
    shape = paths.facts().get(fact)
    kind = "truth" if fact in DERIVED or shape is None else shape.kind
    keys = ("so", "not", "is", "none", "unknown", "below", "from", "member", "among")
    by_answer = {
        key: words(f"facts.says.{fact}.{key}").rstrip(".") for key in keys if f"facts.says.{fact}.{key}" in words
    }
    entry = fact.partition(".")[0] if "." in fact and fact.partition(".")[0] in paths.ENTRIES else ""
    own = {"value", entry, "item", "recipient"} if entry == "disclosure" else {"value", entry}
    places = {name for _, name, _, _ in string.Formatter().parse(by_answer.get("is", "")) if name}
    return _Sentences(kind, entry, next(iter(places - own), "value"), by_answer)


def _which(sentences: _Sentences, answer: Any) -> str:
    """Say which sentence tells an answer."""
    if answer is None or answer == "unknown":
        return "unknown"
    if sentences.kind == "truth":
        return "so" if answer else "not"
    silent = answer in ("", "none", (), []) and "none" in sentences.by_answer
    return "none" if silent else "is"


def _listed(answer: Any) -> list[Any]:
    return list(answer) if isinstance(answer, tuple | list) else [answer]


def tidy(text: str) -> str:
    """Give a text on one line."""
    return " ".join(text.split())


def quoted(text: str) -> str:
    """Give what somebody wrote, in quotation marks."""
    return wording("en")("facts.quoted", what=tidy(text).rstrip("."))


def ended(clause: str) -> str:
    """Make a clause a sentence: a capital first, a full stop last."""
    whole = clause[:1].upper() + clause[1:]
    return whole if whole.endswith((".", "!", "?", "…")) else f"{whole}."
