"""Everything that a case may say, as Booleans: each fact with its silence, as the law reads it (answer/scene.py)."""

import itertools
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from lawfulshare.case.vocabulary import SILENCE_MEANS
from lawfulshare.law.language.nodes import Below, OneOf, Said, Shares, Term, one_of
from lawfulshare.law.packs.naming import shape_of, silent_for
from lawfulshare.law.proving.logic import Claim, at_most_one, both, either, implies, never, variable

Rails: TypeAlias = tuple[Claim, Claim]
"""Known true, known false; open is neither."""

OTHER = "something else"
"""Stands for every text that no term names."""
ANOTHER_RECIPIENT = "r-other"
"""The recipient who asked, where it is none of those looked at."""
IS_CHILD = one_of("person.kind", ("child", "unborn"))
_SILENT_TEXT = frozenset({"", "none"})


class Group(NamedTuple):
    """One place of a case: its path, when something is known there, and a Boolean a value (or an element)."""

    path: str
    fact: str
    kind: Literal["truth", "one", "many", "there"]
    known: Claim
    values: Mapping[Any, Claim]


class Facts:
    """The places of a symbolic case, made as terms ask for them, with what makes them a case file."""

    def __init__(self, terms: Iterable[Term], people: tuple[str, ...], recipients: tuple[str, ...], copy: str) -> None:
        self.people = people
        self.recipients = recipients
        self.copy = copy
        self.valid: list[Claim] = []
        self.groups: dict[str, Group] = {}
        self._cells = cells(terms)
        self.exists = {person: self._named(f"{person} exists") for person in people}
        self.stated = self._named("people stated")
        self._keep(Group("people", "people", "there", self.stated, {True: self.stated, **self.exists}))
        for earlier, later in itertools.pairwise(people):
            self.valid.append(implies(self.exists[later], self.exists[earlier]))
        if people:
            self.valid.append(implies(self.exists[people[0]], self.stated))

    def yes_no(self, path: str, fact: str) -> Rails:
        """Read a yes/no fact; whatever is asked of a request that was not made is no."""
        group = self.groups.get(path) or self._yes_no(path, fact)
        silent = self._without_parent(fact)
        return group.values[True], either(group.values[False], silent)

    def _yes_no(self, path: str, fact: str) -> Group:
        yes, no = self._named(f"{path}=yes"), self._named(f"{path}=no")
        self.valid.append(at_most_one((yes, no)))
        silent = self._without_parent(fact)
        self.valid.append(implies(either(yes, no), never(silent)))
        return self._keep(Group(path, fact, "truth", either(yes, no, silent), {True: yes, False: no}))

    def choice(self, path: str, fact: str) -> tuple[Mapping[Any, Claim], dict[str, Claim]]:
        """Give a Boolean for each value, and for each value that silence stands for here."""
        group = self.groups.get(path) or self._choice(path, fact)
        silent = never(either(*group.values.values()))
        absent = self._without_parent(fact)
        meant = _silent_value(fact)
        read: dict[str, Claim] = {} if meant is None else {meant: both(silent, never(absent))}
        read["none"] = either(read.get("none", False), absent)
        return group.values, read

    def _choice(self, path: str, fact: str) -> Group:
        values = {value: self._named(f"{path}={value}") for value in self._cells.get(fact, ())}
        some_value = either(*values.values())
        absent = self._without_parent(fact)
        self.valid += [at_most_one(values.values()), implies(some_value, never(absent))]
        known = True if _silent_value(fact) is not None else either(some_value, absent)
        return self._keep(Group(path, fact, "one", known, values))

    def several(self, path: str, fact: str) -> Group:
        """Give a list of choices: whether it is known, and a Boolean an element."""
        return self.groups.get(path) or self._several(path, fact, self._cells.get(fact, ()))

    def _several(self, path: str, fact: str, elements: Iterable[Any]) -> Group:
        stated = self._named(f"{path} stated")
        values = {value: self._named(f"{path} has {value}") for value in elements}
        absent = self._without_parent(fact)
        self.valid += [implies(value, stated) for value in values.values()]
        self.valid.append(implies(stated, never(absent)))
        known = True if SILENCE_MEANS.get(fact) == () else either(stated, absent)
        return self._keep(Group(path, fact, "many", known, {**values, None: stated}))

    def listed(self, path: str, fact: str) -> Group:
        """Give a list of people: whether it is known, and a Boolean a person; only who exists stands in it."""
        if path not in self.groups:
            group = self._several(path, fact, self.people)
            self.valid += [implies(group.values[person], self.exists[person]) for person in self.people]
        return self.groups[path]

    def one_person(self, path: str, fact: str) -> Group:
        """Give the one person whom a path names, if any."""
        if path not in self.groups:
            values = {person: self._named(f"{path}={person}") for person in self.people}
            self.valid.append(at_most_one(values.values()))
            self.valid += [implies(value, self.exists[person]) for person, value in values.items()]
            self._keep(Group(path, fact, "one", either(*values.values()), values))
        return self.groups[path]

    def asker(self) -> Group:
        """Give who made the request: one of the recipients looked at, or another."""
        path = "request.from"
        if path not in self.groups:
            asked = self.there("request")
            values = {name: self._named(f"{path}={name}") for name in (*self.recipients, ANOTHER_RECIPIENT)}
            self.valid += [at_most_one(values.values()), implies(either(*values.values()), asked)]
            self._keep(Group(path, path, "one", either(never(asked), *values.values()), values))
        return self.groups[path]

    def there(self, key: str) -> Claim:
        """Say whether a part of the case that may be absent as a whole is there."""
        if key not in self.groups:
            self._keep(Group(key, key, "there", True, {True: self._named(f"{key} stated")}))
        return self.groups[key].values[True]

    def together(self, one: str, other: str) -> Rails:
        """Say whether one person lives or stays with another, by what the first says of the other."""
        path = f"people.{one}.relationships"
        if path not in self.groups:
            self._relationships(path, one)
        values = self.groups[path].values
        lives, unclear = values[other], values[other, None]
        return lives, both(values[None], never(lives), never(unclear))

    def _relationships(self, path: str, one: str) -> None:
        stated = self._named(f"{path} stated")
        values: dict[Any, Claim] = {None: stated}
        for other in self.people:
            lives, unclear = self._named(f"{path} lives {other}"), self._named(f"{path} unclear {other}")
            values |= {other: lives, (other, None): unclear}
            self.valid.append(at_most_one((lives, unclear)))
            there = both(stated, self.exists[one], self.exists[other]) if other != one else False
            self.valid.append(implies(either(lives, unclear), there))
        unclear_of_none = [never(value) for key, value in values.items() if isinstance(key, tuple)]
        self._keep(Group(path, "person.relationships", "many", both(stated, *unclear_of_none), values))

    def _without_parent(self, fact: str) -> Claim:
        """Say when a fact is silent because what it belongs to is absent as a whole."""
        at = fact.rpartition(".")[0]
        while at:
            if at in SILENCE_MEANS:
                return never(self.there(at))
            at = at.rpartition(".")[0]
        return False

    def _keep(self, group: Group) -> Group:
        self.groups[group.path] = group
        return group

    def _named(self, name: str) -> Claim:
        return variable(name + self.copy)


def _silent_value(fact: str) -> str | None:
    """Give the value that silence stands for at a fact of its own; None: it is open."""
    if fact == "disclosure.extent":
        return ""
    if SILENCE_MEANS.get(fact) == "none":
        return "none"
    shape = shape_of(fact)
    return "" if shape is not None and shape.kind == "text" else None


def cells(terms: Iterable[Term]) -> dict[str, tuple[Any, ...]]:
    """Give for each fact one value of each class that no term tells apart."""
    lists: dict[str, set[frozenset[str]]] = {"person.kind": {IS_CHILD.values}}
    limits: dict[str, set[int]] = {}
    texts: set[str] = set()
    for term in terms:
        match term:
            case OneOf() | Shares():
                lists.setdefault(term.path, set()).add(term.values)
            case Below():
                limits.setdefault(term.path, set()).add(term.limit)
            case Said():
                texts.add(term.path)
    found: dict[str, tuple[Any, ...]] = {
        fact: _classes(fact, sorted(lists.get(fact, ()), key=sorted)) for fact in (*lists, *texts)
    }
    for fact, cuts in limits.items():
        found[fact] = tuple(value for value in (*(cut - 1 for cut in sorted(cuts)), max(cuts)) if value >= 0)
    return found


def _classes(fact: str, lists: list[frozenset[str]]) -> tuple[str, ...]:
    shape = shape_of(fact)
    choices = [*(shape.choices if shape else ())] or [*sorted(frozenset().union(*lists)), OTHER]
    silent = _SILENT_TEXT if silent_for(fact) == "none" or (shape and shape.kind == "text") else frozenset()
    first: dict[tuple[bool, ...], str] = {}
    for value in choices:
        if value != "unknown" and value not in silent:
            first.setdefault(tuple(value in values for values in lists), value)
    return tuple(first.values())
