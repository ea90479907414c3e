"""Every word shown or printed, by key and language; never builds a sentence from pieces."""

import functools
import gettext
import string
from pathlib import Path

from lawfulshare import content
from lawfulshare.faults import BadContent, Fault


class Wording:
    """The program's words in one language, by dotted key, with named places for values.

    The English sentence stands in the file; another language has it from its catalogue, under its key as context.

    Keys come from every file of `resources/wording/<language>/`, each read when its first word is asked for; the
    file's name is the first part of the key: `wording()("record.outcome.SHARE")` reads key `outcome.SHARE` of
    `record.yaml`.
    """

    def __init__(self, folder: Path, catalogue: gettext.NullTranslations | None = None) -> None:
        self._folder = folder
        self._catalogue = catalogue or gettext.NullTranslations()
        self._files: dict[str, dict[str, str]] = {}

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the sentence under a key, with its places filled.

        Raises:
            KeyError: the key is not in the wording; that is our own mistake, found by the tests.
            BadContent: the file is not strict YAML, or an entry is no text.
        """
        sentence = self._catalogue.pgettext(key, self._file(key)[key])
        return sentence.format(**values) if values else sentence

    def __contains__(self, key: str) -> bool:
        return key in self._file(key)

    def _file(self, key: str) -> dict[str, str]:
        stem = key.partition(".")[0]
        if stem not in self._files:
            path = self._folder / f"{stem}.yaml"
            self._files[stem] = _flatten(stem, content.read_yaml(path), path) if path.is_file() else {}
        return self._files[stem]

    def day(self, stated: str) -> str:
        """Give a day, or the day of a moment, as it is said: 2026-12-07 is 7 December 2026."""
        year, month, day = stated[:10].split("-")
        return self("calendar.day", day=int(day), month=self(f"calendar.month.m{int(month)}"), year=year)

    def keys(self) -> frozenset[str]:
        """Give all keys, for the tests that hold languages level."""
        return frozenset(key for path in self._folder.glob("*.yaml") for key in self._file(path.stem))

    def places(self, key: str) -> frozenset[str]:
        """Give the names of the places in a sentence, for the tests that hold languages level."""
        return frozenset(name for _, name, _, _ in string.Formatter().parse(self._file(key)[key]) if name)


def _flatten(prefix: str, tree: object, where: Path) -> dict[str, str]:
    match tree:
        case str():
            return {prefix: tree.strip("\n")}
        case dict():
            flat: dict[str, str] = {}
            for key, value in tree.items():
                flat |= _flatten(f"{prefix}.{key}", value, where)
            return flat
    raise BadContent(Fault(f"{where.name} {prefix}", "wording must be text", "Write a sentence, or put it in quotes."))


ENGLISH = "en"
_spoken = ENGLISH


def speak(language: str) -> None:
    """Choose the language in which the program speaks from now on; English stands in for what it has no words for."""
    global _spoken  # noqa: PLW0603 - one voice for the whole program, chosen once at its start
    _spoken = language


def spoken() -> str:
    """Give the language in which the program speaks."""
    return _spoken


def wording(language: str | None = None) -> Wording:
    """Give the words of one language, or of the one that is spoken."""
    return _wording(language or _spoken)


@functools.cache
def _wording(language: str) -> Wording:
    return Wording(content.resources() / "wording" / ENGLISH, catalogue(language))


def languages() -> tuple[str, ...]:
    """Give the languages that there are words for, English first."""
    return (ENGLISH, *sorted(path.stem for path in translations().glob("*.mo")))


@functools.cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Give the catalogue of a language (`resources/translations/<language>.mo`); an empty one where there is none."""
    path = translations() / f"{language}.mo"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def translations() -> Path:
    """Give the folder of the catalogues."""
    return content.resources() / "translations"
