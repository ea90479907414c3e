"""The family and those around it: homes, ties, who must not learn what, and whom nobody has asked after."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.people import Person
from lawfulshare.case.vocabulary import Contact, FamilyPart

IN_ONE_HOME = frozenset({"lives_with", "stays"})
PARENTS = 2
"""How many parents a child has; fewer among the people of the case is worth asking after."""

Line: TypeAlias = Literal["solid", "dashed", "dotted"]
LINE: dict[Contact | None, Line] = {"lives_with": "solid", "stays": "solid", "online": "dotted"}
"""The line of each contact; any other, and one that is not known, is dashed."""


class Tie(NamedTuple):
    """How one person stands to another, in words where they were given."""

    person: str
    other: str
    words: str
    contact: Contact | None

    @property
    def line(self) -> Line:
        """Give the line that shows the contact: solid in one home, dotted online, dashed for all else."""
        return LINE.get(self.contact, "dashed")


class Kept(NamedTuple):
    """Somebody from whom something has to be kept, and whose safety depends on it."""

    person: str
    endangers: tuple[str, ...]


def ties(case: CaseFile) -> tuple[Tie, ...]:
    """Give every tie once, as the first of the two has it."""
    found: dict[frozenset[str], Tie] = {}
    for person in case.people or ():
        for relation in person.relationships or ():
            if relation.to != person.id:
                tie = Tie(person.id, relation.to, relation.is_ or "", relation.contact)
                found.setdefault(frozenset((person.id, relation.to)), tie)
    return tuple(found.values())


def homes(case: CaseFile) -> tuple[tuple[str, ...], ...]:
    """Give who lives together, or stays; the home of whom the worry is about comes first. One alone is no home."""
    home = {person.id: {person.id} for person in case.people or ()}
    for tie in ties(case):
        if tie.contact in IN_ONE_HOME and home[tie.person] is not home[tie.other]:
            joined = home[tie.person] | home[tie.other]
            home.update(dict.fromkeys(joined, joined))
    order = {person.id: place for place, person in enumerate(case.people or ())}
    groups = {tuple(sorted(members, key=order.__getitem__)) for members in home.values() if len(members) > 1}
    subjects = set(case.concern.about or ())
    return tuple(sorted(groups, key=lambda group: (not subjects & set(group), order[group[0]])))


def kept_from(case: CaseFile) -> tuple[Kept, ...]:
    """Give the people of the case who could endanger others as recipients, so that they must not learn of them."""
    return tuple(
        Kept(one.person, one.could_endanger) for one in case.recipients or () if one.person and one.could_endanger
    )


def not_asked_after(case: CaseFile) -> tuple[FamilyPart, ...]:
    """Give the parts of the family that the case is silent about: nobody named, and none said to be there."""
    considered = set(case.family_considered or ())
    return tuple(part for part in _silent(case) if part not in considered)


def _silent(case: CaseFile) -> Iterator[FamilyPart]:
    people = case.people or ()
    children = [person for person in _subjects(case) if person.kind in ("child", "unborn")]
    if not any(_is_adult(person) and person.part in ("household_member", "carer", "other") for person in people):
        yield "adults"
    if children and sum(_is_parent(person, children) for person in people) < PARENTS:
        yield "absent_parent"
    if children and not any(person.part == "sibling" for person in people):
        yield "siblings"
    if not any(_is_adult(person) and _lives_in(case, person) for person in people if person.part in _NEWCOMERS):
        yield "new_partner"
    if not any(tie.contact == "online" for tie in ties(case)):
        yield "online"


_NEWCOMERS = frozenset({"household_member", "carer", "alleged_harmer", "other"})


def _subjects(case: CaseFile) -> list[Person]:
    about = set(case.concern.about or ())
    return [person for person in case.people or () if person.id in about or person.part == "subject"]


def _is_adult(person: Person) -> bool:
    return person.kind == "adult"


def _is_parent(person: Person, children: list[Person]) -> bool:
    answers_for = set(person.parental_responsibility or ())
    return person.part == "parent" or any(child.id in answers_for for child in children)


def _lives_in(case: CaseFile, person: Person) -> bool:
    return any(person.id in home for home in homes(case))
