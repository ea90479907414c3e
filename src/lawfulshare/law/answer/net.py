"""The case's own net: the law's terms with the entries filled in, down to single facts that could be otherwise."""

import functools
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, TypeAlias

from lawfulshare.case.paths import fact_of
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.language.nodes import (
    AllOf,
    AnyOf,
    Below,
    Constant,
    Member,
    Not,
    OneOf,
    Shares,
    Some,
    Term,
    walk,
)
from lawfulshare.law.language.weighing import atom
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.naming import shape_of

Op: TypeAlias = Literal["constant", "fact", "not", "all", "any"]


class Variable(NamedTuple):
    """One thing that could be otherwise: a path, for a list the element that it has or has not, and its values."""

    path: str
    element: str | None
    values: tuple[Any, ...]


class Node(NamedTuple):
    """One node: a constant, a fact that has one of these values, or a joint of earlier nodes."""

    op: Op
    below: tuple[int, ...] = ()
    variable: int = -1
    values: frozenset[Any] = frozenset()
    value: bool = False


class Net:
    """Nodes in an order in which whatever a node hangs on comes before it."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.nodes: list[Node] = []
        self.variables: list[Variable] = []
        self._numbers: dict[Node, int] = {}
        self._variables: dict[tuple[str, str | None], int] = {}
        self._grounded: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self.false = self.add(Node("constant", value=False))
        self.true = self.add(Node("constant", value=True))

    def add(self, node: Node) -> int:
        """Give the number of a node, making it if it is new."""
        number = self._numbers.get(node)
        if number is None:
            number = self._numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return number

    def negate(self, node: int) -> int:
        """Give the contrary of a node."""
        if node in (self.true, self.false):
            return self.true if node == self.false else self.false
        inner = self.nodes[node]
        return inner.below[0] if inner.op == "not" else self.add(Node("not", (node,)))

    def join(self, op: Literal["all", "any"], below: Iterable[int]) -> int:
        """Give all, or any, of these nodes."""
        neutral, decisive = (self.true, self.false) if op == "all" else (self.false, self.true)
        kept = dict.fromkeys(node for node in below if node != neutral)
        if decisive in kept:
            return decisive
        if len(kept) < 2:
            return next(iter(kept), neutral)
        return self.add(Node(op, tuple(sorted(kept))))

    def ground(self, term: Term, pair: str = NO_PAIR, *, settled: bool) -> int:
        """Fill the entries in; `settled`: what is settled by what is known becomes a constant."""
        return self._ground(term, self.found.spot(pair), settled)

    def ground_at(self, term: Term, at: int) -> int:
        """Fill in the entries that are looked at from a spot, and keep what is settled open to change."""
        return self._ground(term, at, False)

    def alike(self, path: str, element: str) -> frozenset[str]:
        """Give the elements of a list that no term tells from this one."""
        alike = _alike(self.found.law).get(fact_of(path), {})
        return frozenset(value for value, first in alike.items() if first == element) | {element}

    def _ground(self, term: Term, at: int, settled: bool) -> int:
        seat, made = self.found.spots.seat(term, at), self._grounded[settled]
        if seat in made:
            return made[seat]
        truth = self.found.columns.truth(term, at) if settled else Truth.OPEN
        if truth is not Truth.OPEN:
            node = self.true if truth is Truth.HOLDS else self.false
        else:
            node = self._made(term, at, settled)
        made[seat] = node
        return node

    def _made(self, term: Term, at: int, settled: bool) -> int:
        match term:
            case Constant():
                return self.true if term.value else self.false
            case Not():
                return self.negate(self._ground(term.parts[0], at, settled))
            case AllOf():
                return self.join("all", [self._ground(part, at, settled) for part in term.parts])
            case AnyOf():
                return self.join("any", [self._ground(part, at, settled) for part in term.parts])
            case Some():
                spots = self.found.spots
                if term.binds == "person" and self.found.scene("people") is None:
                    return self._yes_no("people", None)
                each = spots.with_person(at) if term.binds == "person" else spots.with_pair(at)
                return self.join("any", [self._ground(term.parts[0], there, settled) for there in each])
        if term.parts:  # a name, which changes nothing
            return self._ground(term.parts[0], at, settled)
        return self._atom(term, at)

    def _atom(self, term: Term, at: int) -> int:
        path: str = self.found.spots.path(term.path, at)  # type: ignore[attr-defined]
        match term:
            case Shares():
                cells = cells_of(self.found.law)[term.path]
                elements = [value for value in cells if value in term.values]
                return self.join("any", [self._yes_no(path, value) for value in elements])
            case Member():
                return self._yes_no(path, self.found.spots.person(at))
            case OneOf() | Below():
                cells = cells_of(self.found.law)[term.path]
                return self._fact(
                    path, None, cells, frozenset(value for value in cells if atom(term, value) is Truth.HOLDS)
                )
        return self._yes_no(path, None)

    def _yes_no(self, path: str, element: str | None) -> int:
        return self._fact(path, element, (True, False), frozenset({True}))

    def _fact(self, path: str, element: str | None, values: tuple[Any, ...], wanted: frozenset[Any]) -> int:
        key = (path, element)
        if key not in self._variables:
            self._variables[key] = len(self.variables)
            self.variables.append(Variable(path, element, values))
        return self.add(Node("fact", (), self._variables[key], wanted))

    def now(self, variable: Variable) -> Any:
        """Give the value, as the net's cells know it, that a variable has; None is not known."""
        answer = self.found.scene(variable.path)
        if answer is None:
            return None
        cells = cells_of(self.found.law).get(fact_of(variable.path), ())
        if variable.element is not None:
            if variable.element not in cells:
                return variable.element in answer
            alike = _alike(self.found.law)[fact_of(variable.path)]
            return any(alike.get(value) == variable.element for value in answer)
        if isinstance(answer, bool):
            return answer
        if isinstance(answer, int):
            return next((value for value in variable.values if answer <= value), variable.values[-1])
        if not cells:
            return answer.strip() not in ("", "none")
        return _alike(self.found.law)[fact_of(variable.path)].get(answer, OTHER)


OTHER = "(another)"
"""Stands for every value that no term of the law names."""


@functools.lru_cache(maxsize=8)
def cells_of(law: Law) -> dict[str, tuple[Any, ...]]:
    """Give for each fact one value of each class that no term of the law tells apart."""
    cells: dict[str, tuple[Any, ...]] = {
        fact: tuple(dict.fromkeys(alike.values())) for fact, alike in _alike(law).items()
    }
    for fact, limits in _limits(law).items():
        cells[fact] = (*(limit - 1 for limit in sorted(limits)), max(limits))
    return cells


def terms_of(law: Law) -> tuple[Term, ...]:
    """Give every term that an answer rests on."""
    tables = [term for table in law.tables.values() for term in table.answers.values()]
    provisions = [law.holds(name) for name in law.provisions]
    axioms = [term for _, term in law.axioms]
    return tuple(walk(*tables, *provisions, *axioms, *(law.compiler.alone(name) for name in law.in_force("duty"))))


@functools.lru_cache(maxsize=8)
def _alike(law: Law) -> dict[str, dict[str, str]]:
    """Give for each choice of a fact the one that stands for its class: in the same lists of every term."""
    named: dict[str, list[frozenset[str]]] = {}
    for term in terms_of(law):
        if isinstance(term, OneOf | Shares):
            named.setdefault(term.path, []).append(term.values)
    alike: dict[str, dict[str, str]] = {}
    for fact, lists in named.items():
        shape = shape_of(fact)
        choices = [choice for choice in (shape.choices if shape else ()) if choice != "unknown"]
        values = choices or [*sorted(frozenset().union(*lists)), "none", OTHER]
        first: dict[tuple[bool, ...], str] = {}
        alike[fact] = {
            value: first.setdefault(tuple(value in values_of for values_of in lists), value) for value in values
        }
    return alike


@functools.lru_cache(maxsize=8)
def _limits(law: Law) -> dict[str, frozenset[int]]:
    limits: dict[str, frozenset[int]] = {}
    for term in terms_of(law):
        if isinstance(term, Below):
            limits[term.path] = limits.get(term.path, frozenset()) | {term.limit}
    return limits
