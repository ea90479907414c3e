"""The kinds of term, interned: equal terms are one object."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal, TypeAlias, get_args

Bound: TypeAlias = Literal[
    "person", "item", "recipient", "disclosure", "answer", "enquiry", "statement", "advice", "transmission"
]
BOUND: tuple[Bound, ...] = get_args(Bound)
"""What a path may begin with to speak of the one entry that is looked at."""

NamedKind: TypeAlias = Literal["provision", "condition", "exception", "term", "layer", "row"]


class Term:
    """One node. Equal terms are the same object, so they are weighed, compared and remembered once.

    `looks_at`: the kinds of entry that it looks at; `reads`: the facts below it.
    """

    __slots__ = ("looks_at", "number", "parts", "reads")
    number: int
    parts: tuple["Term", ...]
    looks_at: frozenset[str]
    reads: frozenset[str]


class Constant(Term):
    """True or false."""

    __slots__ = ("value",)
    value: bool


class Fact(Term):
    """A yes/no fact."""

    __slots__ = ("path",)
    path: str


class Said(Term):
    """Something was said at a free text; silence means that nothing was."""

    __slots__ = ("path",)
    path: str


class OneOf(Term):
    """A choice that is one of these values."""

    __slots__ = ("path", "values")
    path: str
    values: frozenset[str]


class Shares(Term):
    """A list of choices that has one of these values."""

    __slots__ = ("path", "values")
    path: str
    values: frozenset[str]


class Below(Term):
    """A number under a constant."""

    __slots__ = ("limit", "path")
    path: str
    limit: int


class Member(Term):
    """The bound person stands in a list of ids."""

    __slots__ = ("path",)
    path: str


class Unknown(Term):
    """Its part is open; no term of the law may hold one."""

    __slots__ = ()


class Not(Term):
    """The contrary of its part."""

    __slots__ = ()


class AllOf(Term):
    """All of its parts."""

    __slots__ = ()


class AnyOf(Term):
    """One of its parts, or more."""

    __slots__ = ()


class Some(Term):
    """Some person of the case, or some proposed pair, for whom its part holds."""

    __slots__ = ("binds",)
    binds: Literal["person", "pair"]


class Named(Term):
    """A part that keeps its name, so that a proof can tell it."""

    __slots__ = ("kind", "name")
    kind: NamedKind
    name: str


_TABLE: dict[tuple[object, ...], Any] = {}
_UNBINDS = {"person": frozenset({"person"}), "pair": frozenset({"item", "recipient", "disclosure", "answer"})}


def _intern(make: type[Term], parts: tuple[Term, ...], looks_at: frozenset[str], *values: object) -> Any:
    key = (make, parts, *values)
    found = _TABLE.get(key)
    if found is None:
        found = make()
        found.parts, found.looks_at, found.number = parts, looks_at, len(_TABLE)
        own = [slot for slot in make.__slots__ if slot in make.__annotations__]
        for slot, value in zip(sorted(own, key=list(make.__annotations__).index), values, strict=True):
            setattr(found, slot, value)
        own_path = {getattr(found, "path", "")} - {""}
        found.reads = frozenset(own_path).union(*(part.reads for part in parts))
        _TABLE[key] = found
    return found


def _root(path: str) -> frozenset[str]:
    root = path.partition(".")[0]
    return frozenset({root}) if root in BOUND else frozenset()


def constant(value: bool) -> Constant:
    """Give the term that is always so."""
    return _intern(Constant, (), frozenset(), value)  # type: ignore[no-any-return]


TRUE: Final = constant(True)
FALSE: Final = constant(False)


def fact(path: str) -> Fact:
    """Make a yes/no fact."""
    return _intern(Fact, (), _root(path), path)  # type: ignore[no-any-return]


def said(path: str) -> Said:
    """Make *something was said* of a free text."""
    return _intern(Said, (), _root(path), path)  # type: ignore[no-any-return]


def one_of(path: str, values: Iterable[str]) -> OneOf:
    """Make *the choice is one of these*."""
    return _intern(OneOf, (), _root(path), path, frozenset(values))  # type: ignore[no-any-return]


def shares(path: str, values: Iterable[str]) -> Shares:
    """Make *the list has one of these*."""
    return _intern(Shares, (), _root(path), path, frozenset(values))  # type: ignore[no-any-return]


def below(path: str, limit: int) -> Below:
    """Make *the number is under this*."""
    return _intern(Below, (), _root(path), path, limit)  # type: ignore[no-any-return]


def member(path: str) -> Member:
    """Make *the bound person stands in this list of ids*."""
    return _intern(Member, (), _root(path) | {"person"}, path)  # type: ignore[no-any-return]


def unknown(part: Term) -> Term:
    """Make *this is open*."""
    return FALSE if isinstance(part, Constant) else _intern(Unknown, (part,), part.looks_at)


def negate(part: Term) -> Term:
    """Make the contrary; two contraries cancel."""
    if isinstance(part, Constant):
        return FALSE if part.value else TRUE
    return part.parts[0] if isinstance(part, Not) else _intern(Not, (part,), part.looks_at)


def _joined(make: type[Term], parts: Iterable[Term], neutral: Term, decisive: Term) -> Term:
    flat: dict[Term, None] = {}
    for part in parts:
        for inner in part.parts if type(part) is make else (part,):
            flat[inner] = None
    flat.pop(neutral, None)
    if decisive in flat:
        return decisive
    if not flat:
        return neutral
    kept = tuple(flat)
    if len(kept) == 1:
        return kept[0]
    return _intern(make, kept, frozenset().union(*(part.looks_at for part in kept)))  # type: ignore[no-any-return]


def all_of(*parts: Term) -> Term:
    """Make *all of these*; constants and repetitions go."""
    return _joined(AllOf, parts, TRUE, FALSE)


def any_of(*parts: Term) -> Term:
    """Make *one of these, or more*; constants and repetitions go."""
    return _joined(AnyOf, parts, FALSE, TRUE)


def some(binds: Literal["person", "pair"], part: Term) -> Term:
    """Make *somebody, or some pair, for whom this holds*."""
    return FALSE if part is FALSE else _intern(Some, (part,), part.looks_at - _UNBINDS[binds], binds)


def named(kind: NamedKind, name: str, part: Term) -> Named:
    """Give a term a name that its proof keeps."""
    return _intern(Named, (part,), part.looks_at, kind, name)  # type: ignore[no-any-return]


def walk(*terms: Term) -> Iterator[Term]:
    """Give every different term below these, and these, once each."""
    seen: set[int] = set()
    todo = list(terms)
    while todo:
        term = todo.pop()
        if term.number not in seen:
            seen.add(term.number)
            todo.extend(term.parts)
            yield term
