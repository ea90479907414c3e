"""Takes other people out of a text: a sentence that names or speaks of somebody else becomes a mark that says so."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Item
from lawfulshare.case.vocabulary import Sector
from lawfulshare.wording import Wording

LEAST_NAME = 2
"""Letters that a name has at least: one letter alone would be found in every text."""
PRIVATE: frozenset[Sector] = frozenset({"parent", "family_member", "member_of_public"})
_SENTENCES = re.compile(r"(?<=[.!?…;])\s+|\n+")
_WORDS = re.compile(r"\w+")


class LeftOut(NamedTuple):
    """A text without what it says of others, and whether anything was taken out."""

    text: str
    was: bool


class LeavingOut:
    """Knows the names of everybody but one person of a case, and the words by which people speak of a family.

    A name is found however it is written, large or small; so is each word of a name that is more than a common word.
    What nobody could tell from a list, such as a nickname, is not found: a person reads the text afterwards.
    """

    def __init__(self, case: CaseFile, whom: str, words: Wording) -> None:
        self._mark = words("papers.copy.mark")
        mine = {name.casefold() for name in _names(case, whom)}
        others = {name for person in case.people or () if person.id != whom for name in _names(case, person.id)}
        others |= {one.label.strip() for one in case.recipients or () if one.label and _is_private(one.sector)}
        others |= set(_kin()["words"])
        if not any(person.id == whom and person.kind == "child" for person in case.people or ()):
            others |= set(_kin()["children"])
        kept = sorted((name for name in others if name.casefold() not in mine), key=lambda name: (-len(name), name))
        parts = "|".join(re.escape(name) for name in kept)
        self._others = re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)

    def of(self, text: str | None) -> LeftOut:
        """Give a text in which each sentence that speaks of others is a mark; marks that touch become one."""
        kept: list[str] = []
        for sentence in _SENTENCES.split((text or "").strip()):
            spoken_of = self._others.search(sentence) is not None
            if not spoken_of or kept[-1:] != [self._mark]:
                kept.append(self._mark if spoken_of else sentence)
        return LeftOut(" ".join(kept), self._mark in kept)


def is_mine(item: Item, whom: str) -> bool:
    """Say whether an item is about one person alone, and nothing binds it: then it may be told to them."""
    return item.about == (whom,) and not item.restrictions and not item.locates


def _names(case: CaseFile, whom: str) -> Iterator[str]:
    """Give the names of one person: label and name whole, and each word of them that begins large."""
    for person in case.people or ():
        for name in (person.label, person.name) if person.id == whom else ():
            if name and len(name.strip()) >= LEAST_NAME:
                yield name.strip()
                yield from (word for word in _WORDS.findall(name) if len(word) > LEAST_NAME and word[0].isupper())


def _is_private(sector: Sector | None) -> bool:
    return sector is None or sector in PRIVATE


@functools.cache
def _kin() -> dict[str, list[str]]:
    """Read the words by which people speak of a family.

    Raises:
        BadContent: the file cannot be read.
    """
    kin: dict[str, list[str]] = content.read_yaml(content.resources() / "record" / "others.yaml")
    return kin
