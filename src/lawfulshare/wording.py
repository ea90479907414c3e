"""Every word shown or printed, by key and language; never builds a sentence from pieces."""

import functools
import string
from collections.abc import Mapping
from pathlib import Path

from lawfulshare import content
from lawfulshare.faults import BadContent, Fault


class Wording:
    """The program's words in one language, by dotted key, with named places for values.

    Keys come from every file of `resources/wording/<language>/`; the file's name is the first part of the key:
    `Wording("en")("record.outcome.SHARE")` reads key `outcome.SHARE` of `record.yaml`.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = entries

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the sentence under a key, with its places filled.

        Raises:
            KeyError: the key is not in the wording; that is our own mistake, found by the tests.
        """
        sentence = self._entries[key]
        return sentence.format(**values) if values else sentence

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def day(self, stated: str) -> str:
        """Give a day, or the day of a moment, as it is said: 2026-12-07 is 7 December 2026."""
        year, month, day = stated[:10].split("-")
        return self("calendar.day", day=int(day), month=self(f"calendar.month.m{int(month)}"), year=year)

    def keys(self) -> frozenset[str]:
        """Give all keys, for the tests that hold languages level."""
        return frozenset(self._entries)

    def places(self, key: str) -> frozenset[str]:
        """Give the names of the places in a sentence, for the tests that hold languages level."""
        return frozenset(name for _, name, _, _ in string.Formatter().parse(self._entries[key]) if name)


def _flatten(prefix: str, tree: object, where: Path) -> dict[str, str]:
    match tree:
        case str():
            return {prefix: tree.strip()}
        case dict():
            flat: dict[str, str] = {}
            for key, value in tree.items():
                flat |= _flatten(f"{prefix}.{key}", value, where)
            return flat
    raise BadContent(Fault(f"{where.name} {prefix}", "wording must be text", "Write a sentence, or put it in quotes."))


@functools.cache
def wording(language: str = "en") -> Wording:
    """Read the words of one language.

    Raises:
        BadContent: a file is not strict YAML, or an entry is no text.
    """
    entries: dict[str, str] = {}
    for path in sorted((content.resources() / "wording" / language).glob("*.yaml")):
        entries |= _flatten(path.stem, content.read_yaml(path), path)
    return Wording(entries)
