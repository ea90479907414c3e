"""What every answer must be, in words and lists of its own: specification.yaml, read and joined to a law."""

import functools
from collections.abc import Iterator
from typing import Any

from pydantic import Field

from lawfulshare import content
from lawfulshare.law.language.nodes import Term, any_of
from lawfulshare.law.language.terms import read
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.naming import CaseNames
from lawfulshare.law.packs.provision import Written
from lawfulshare.law.proving.observables import of_a_case, of_a_pair


class Specification(Written):
    """The specification as written: lists, terms, facts of form, and which provisions are which."""

    lists: dict[str, tuple[str, ...]]
    terms: dict[str, Any]
    form: tuple[str, ...]
    bases: tuple[str, ...] = Field(min_length=1)
    rest_on_consent: tuple[str, ...]
    rest_on_interests: tuple[str, ...]
    special_conditions: tuple[str, ...]
    offence_conditions: tuple[str, ...]
    confidence_routes: tuple[str, ...]
    prohibitions: tuple[str, ...]

    @property
    def named(self) -> frozenset[str]:
        """Give every provision that the specification names."""
        return frozenset(
            (*self.bases, *self.rest_on_consent, *self.rest_on_interests, *self.special_conditions,
             *self.offence_conditions, *self.confidence_routes, *self.prohibitions)
        )  # fmt: skip


@functools.cache
def specification() -> Specification:
    """Read the specification that ships with the program."""
    return Specification.model_validate(content.read_yaml(content.resources() / "law" / "specification.yaml"))


class Judged:
    """A law of a day beside the specification: what the properties speak of."""

    def __init__(self, law: Law, by: Specification) -> None:
        self.law = law
        self.by = by
        names = CaseNames(by.lists)
        self._terms = {name: read(written, names) for name, written in by.terms.items()}

    def term(self, name: str) -> Term:
        """Give a term of the specification."""
        return self._terms[name]

    def terms(self) -> tuple[Term, ...]:
        """Give all that the properties may speak of: what the law answers, and the terms of the specification."""
        duties = (part for parts in self.duties() for part in (*parts[0], *parts[1]))
        return (*of_a_pair(self.law).values(), *of_a_case(self.law).values(), *self._terms.values(), *duties)

    def any_of(self, provisions: tuple[str, ...]) -> Term:
        """Give *one of these provisions stands*; one that the pack does not have does not stand."""
        return any_of(*(self.law.holds(name) for name in provisions if name in self.law.provisions))

    def verdict(self, *answers: str) -> Term:
        """Give *the verdict is one of these*."""
        table = self.law.tables["verdict"].answers
        return any_of(*(table[answer] for answer in answers if answer in table))

    def duties(self) -> Iterator[tuple[list[Term], list[Term]]]:
        """Give the conditions and the exceptions of each duty that is law on the day."""
        for name, provision in self.law.provisions.items():
            version = self.law.version(name)
            if provision.kind == "duty" and version is not None:
                compiler = self.law.compiler
                yield compiler.conditions(name, version), compiler.exceptions(name, version)
