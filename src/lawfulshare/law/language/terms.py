"""The closed set of terms that forms and law may use, and how they are written in YAML.

    item.relevant                                       a yes/no fact; of a free text: something was said
    true                                                the constant
    [a, b]                     {all: [a, b]}            both
    {any: [a, b]}              {not: a}
    {fact: p, is: v}           {fact: p, in: list}      a choice; `list` is a named list or values written out
    {fact: p, has: list}                                a list of choices shares an element with the list (or a value)
    {fact: concern.level, at_least: v}                  on v's own ladder (a level of both ladders: on either)
    {fact: person.age, below: 18}   {… from: 18}        a number against a constant
    {member: person, of: item.about}                    the bound person stands in a list of ids
    {some: person, among: concern.about, when: a}       `among` may be left out; `some: pair` only above the law
    {every: person, among: item.about, when: a}         and there is somebody: nobody at all is never everybody
    {holds: id}   {any_of: kind}   {term: name}         a provision, any of a kind, a definition or layer
    {open: path-or-term}                                only in the second outcome table and in cautions

`{any_of: condition, meets: special}` and `{any_of: confidence, route: consent}` narrow a kind down.
Terms are interned: equal terms are one object. A fact is compared with constants only, never with another fact, and no
term of the law asks whether something is unknown; so learning more never contradicts what stood.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, Protocol, TypeAlias

from lawfulshare.case.vocabulary import ADULT_LADDER, CHILD_LADDER
from lawfulshare.law.language.nodes import (
    TRUE,
    Term,
    all_of,
    any_of,
    below,
    constant,
    fact,
    member,
    negate,
    one_of,
    said,
    shares,
    some,
    unknown,
)

__all__ = ["BadTerm", "FactShape", "Names", "Term", "read"]


class BadTerm(ValueError):
    """Something written as a term that is none; the message says why."""


class FactShape(NamedTuple):
    """What a path may hold, as reading needs to know it: its kind (`case/paths.py`) and its closed list."""

    kind: str
    choices: tuple[str, ...]


class Names(Protocol):
    """What the words of a term refer to; each method raises BadTerm for what it does not know."""

    may_ask_what_is_open: bool

    def shape(self, path: str) -> FactShape:
        """Give the shape of a fact."""

    def values(self, name: str) -> Iterable[str]:
        """Give a named list."""

    def term(self, name: str) -> Term:
        """Give a named definition or layer."""

    def holds(self, provision: str) -> Term:
        """Give the term of a provision."""

    def any_of(self, kind: str, narrowed: Mapping[str, str]) -> Term:
        """Give *any provision of a kind*, narrowed down by `meets` or `route`."""

    def verdict(self, verdicts: Iterable[str]) -> Term:
        """Give *the verdict is one of these*, of a bound pair."""

    def duty_stands(self, which: Any) -> Term:
        """Give *such a duty stands*, for some pair or alone."""


def read(written: Any, names: Names) -> Term:
    """Read a term as written in YAML; names are resolved at once.

    Raises:
        BadTerm: something in it is no term, or a name, path or value in it is not known.
    """
    match written:
        case True | False:
            return constant(written)
        case str():
            return _bare(written, names)
        case list():
            return all_of(*(read(part, names) for part in written))
        case dict():
            return _read_mapping(written, names)
    raise BadTerm(f"{written!r} is no term")


def _bare(path: str, names: Names) -> Term:
    match names.shape(path).kind:
        case "truth":
            return fact(path)
        case "text":
            return said(path)
        case kind:
            raise BadTerm(f"{path} is no yes/no fact but {kind}: say is, in, has, below or from")


def _read_mapping(written: dict[str, Any], names: Names) -> Term:
    keys = frozenset(written)
    for signature, reader in _READERS.items():
        if signature == keys:
            return reader(written, names)
    raise BadTerm(f"no term is written with the keys {', '.join(sorted(map(str, keys)))}")


def _parts(written: Any, names: Names) -> list[Term]:
    if not isinstance(written, list):
        raise BadTerm("all and any take a list")
    return [read(part, names) for part in written]


def _quantified(written: dict[str, Any], names: Names, *, every: bool) -> Term:
    binds = written["every" if every else "some"]
    if binds not in ("person", "pair") or (every and binds == "pair"):
        raise BadTerm(f"some and every speak of a person, or some of a pair, not of {binds}")
    if binds == "pair" and "among" in written:
        raise BadTerm("some pair takes no among")
    among = _member(written["among"], names) if "among" in written else TRUE
    body = read(written["when"], names)
    if not every:
        return some(binds, all_of(among, body))
    somebody = some("person", among)
    return all_of(somebody, negate(some("person", all_of(among, negate(body)))))


def _member(path: str, names: Names) -> Term:
    if names.shape(path).kind != "ids":
        raise BadTerm(f"{path} is no list of ids")
    return member(path)


def _values(path: str, given: Any, names: Names) -> frozenset[str]:
    """Give the values meant, each of them one that the path may hold."""
    values = frozenset(names.values(given) if isinstance(given, str) else given)
    choices = names.shape(path).choices
    strange = [value for value in values if choices and value not in choices]
    if strange or not values:
        raise BadTerm(f"{path} is never {', '.join(sorted(map(str, strange))) or 'one of no values'}")
    return values


def _choice(written: dict[str, Any], names: Names) -> Term:
    path = written["fact"]
    if (kind := names.shape(path).kind) not in ("choice", "text"):
        raise BadTerm(f"{path} is {kind}, so is, in and at_least do not fit")
    if "is" in written:
        return one_of(path, _values(path, [written["is"]], names))
    return one_of(path, _values(path, written["in"], names))


def _shared(written: dict[str, Any], names: Names) -> Term:
    path, given = written["fact"], written["has"]
    shape = names.shape(path)
    if shape.kind not in ("choices", "texts"):
        raise BadTerm(f"{path} is {shape.kind}, so has does not fit")
    return shares(path, _values(path, [given] if given in shape.choices else given, names))


def _at_least(written: dict[str, Any], names: Names) -> Term:
    path, level = written["fact"], written["at_least"]
    if path != "concern.level":
        raise BadTerm(f"{path} has no ladder, so at_least does not fit")
    upper = {
        step for ladder in (CHILD_LADDER, ADULT_LADDER) if level in ladder for step in ladder[ladder.index(level) :]
    }
    return one_of(path, _values(path, upper or [level], names))


def _number(written: dict[str, Any], names: Names) -> Term:
    path, limit = written["fact"], written.get("below", written.get("from"))
    if names.shape(path).kind != "number" or not isinstance(limit, int):
        raise BadTerm(f"{path} is compared with a number, and is one")
    under = below(path, limit)
    return under if "below" in written else negate(under)


def _bound_member(written: dict[str, Any], names: Names) -> Term:
    if written["member"] != "person":
        raise BadTerm("only a person can be a member")
    return _member(written["of"], names)


def _open(written: dict[str, Any], names: Names) -> Term:
    if not names.may_ask_what_is_open:
        raise BadTerm("open may be asked only in the second outcome table and in cautions")
    part = written["open"]
    return unknown(_any_fact(part, names) if isinstance(part, str) else read(part, names))


def _any_fact(path: str, names: Names) -> Term:
    """Give a term that is open exactly where the fact at this path is."""
    shape = names.shape(path)
    match shape.kind:
        case "truth":
            return fact(path)
        case "number":
            return below(path, 0)
        case "choices" | "texts":
            return shares(path, shape.choices)
        case _:
            return one_of(path, shape.choices)


_Reader: TypeAlias = Callable[[dict[str, Any], Names], Term]
_READERS: dict[frozenset[str], _Reader] = {
    frozenset({"not"}): lambda w, n: negate(read(w["not"], n)),
    frozenset({"all"}): lambda w, n: all_of(*_parts(w["all"], n)),
    frozenset({"any"}): lambda w, n: any_of(*_parts(w["any"], n)),
    frozenset({"fact", "is"}): _choice,
    frozenset({"fact", "in"}): _choice,
    frozenset({"fact", "has"}): _shared,
    frozenset({"fact", "at_least"}): _at_least,
    frozenset({"fact", "below"}): _number,
    frozenset({"fact", "from"}): _number,
    frozenset({"member", "of"}): _bound_member,
    frozenset({"some", "when"}): lambda w, n: _quantified(w, n, every=False),
    frozenset({"some", "among", "when"}): lambda w, n: _quantified(w, n, every=False),
    frozenset({"every", "when"}): lambda w, n: _quantified(w, n, every=True),
    frozenset({"every", "among", "when"}): lambda w, n: _quantified(w, n, every=True),
    frozenset({"holds"}): lambda w, n: n.holds(w["holds"]),
    frozenset({"any_of"}): lambda w, n: n.any_of(w["any_of"], {}),
    frozenset({"any_of", "meets"}): lambda w, n: n.any_of(w["any_of"], {"meets": w["meets"]}),
    frozenset({"any_of", "route"}): lambda w, n: n.any_of(w["any_of"], {"route": w["route"]}),
    frozenset({"term"}): lambda w, n: n.term(w["term"]),
    frozenset({"verdict"}): lambda w, n: some("pair", n.verdict(w["verdict"])),
    frozenset({"duty_stands"}): lambda w, n: n.duty_stands(w["duty_stands"]),
    frozenset({"open"}): _open,
}
