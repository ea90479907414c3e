"""The family in words: each person of the map as a row of a table, which is what a screen reader reads."""

from collections.abc import Iterator
from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.family import homes, kept_from, ties
from lawfulshare.case.people import Person
from lawfulshare.wording import Wording


class PersonTold(NamedTuple):
    """One person in words: what the card says, the lines that leave it, the home, and what they must not learn."""

    key: str
    name: str
    who: str
    stands: tuple[str, ...]
    home: str
    kept: str


def family_told(case: CaseFile, words: Wording) -> tuple[PersonTold, ...]:
    """Tell every person of the case as the map shows them."""
    return tuple(
        PersonTold(
            person.id,
            named(case, person.id, words),
            who(person, words),
            tuple(_stands(case, person.id, words)),
            _home(case, person.id, words),
            kept_in_words(case, person.id, words),
        )
        for person in case.people or ()
    )


def who(person: Person, words: Wording) -> str:
    """Say what kind of person it is, and how old."""
    kind = words(f"family.kind.{person.kind or 'unsaid'}")
    if person.age is None:
        return kind
    return words("family.aged", kind=kind, age=person.age) if person.age else words("family.under_one", kind=kind)


def named(case: CaseFile, key: str, words: Wording) -> str:
    """Give somebody's name, or that nobody has named them."""
    label = next((person.label for person in case.people or () if person.id == key), None)
    return label or words("family.not_named")


def kept_in_words(case: CaseFile, key: str, words: Wording) -> str:
    """Say of whom somebody must not learn; nothing where there is no such danger."""
    about = {one: None for kept in kept_from(case) if kept.person == key for one in kept.endangers}
    if not about:
        return ""
    return words("family.must_not_learn", whom=words("family.and").join(named(case, one, words) for one in about))


def _stands(case: CaseFile, key: str, words: Wording) -> Iterator[str]:
    for tie in ties(case):
        if key in (tie.person, tie.other):
            way = "tied" if not tie.words else "stands" if tie.person == key else "stood_to"
            to = named(case, tie.other if tie.person == key else tie.person, words)
            contact = words(f"family.contact.{tie.contact or 'unsaid'}")
            yield capital(words(f"family.{way}", to=to, what=tie.words, contact=contact))


def _home(case: CaseFile, key: str, words: Wording) -> str:
    with_them = next((group for group in homes(case) if key in group), ())
    others = [named(case, one, words) for one in with_them if one != key]
    return words("family.home", whom=words("family.and").join(others)) if others else words("family.no_home")


def capital(text: str) -> str:
    """Give a line with a capital at its head: what a person wrote may begin it."""
    return text[:1].upper() + text[1:]
