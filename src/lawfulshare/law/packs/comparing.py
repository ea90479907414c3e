"""What changed between two packs, or between two days of one: provisions, definitions, tables, lists."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.packs.procedure import Preference, Procedure
from lawfulshare.law.packs.provision import Provision, Version

How: TypeAlias = Literal["come", "gone", "changed"]
About: TypeAlias = Literal[
    "provision", "term", "layer", "list", "verdict", "outcome", "suggested", "refer_to", "axiom", "preference"
]  # fmt: skip

TABLES: tuple[About, ...] = ("verdict", "outcome", "suggested", "refer_to")

_OF_A_PROVISION = (
    "title", "plain", "citation", "address", "kind", "read", "meets", "route", "refers_to", "personal", "bound_alone",
    "who", "effect", "record", "needs", "opens",
)  # fmt: skip
_OF_A_VERSION = ("from_", "to", "status", "evidence")
_OF_A_PART = ("says", "fails", "when")


class Side(NamedTuple):
    """One side of a comparison."""

    provisions: Mapping[str, Provision]
    procedure: Procedure
    lists: Mapping[str, tuple[str, ...]]
    prefer: Preference


class Change(NamedTuple):
    """One thing that changed: where in the provision or row, how, and what it was and is."""

    place: tuple[str, ...]
    how: How
    old: Any = None
    new: Any = None


class Difference(NamedTuple):
    """One provision, definition, row or list that is not as it was."""

    about: About
    name: str
    how: How
    changes: tuple[Change, ...] = ()


def whole(pack: Pack) -> Side:
    """Give all that a pack says, of every day."""
    return Side(pack.provisions, pack.procedure, pack.lists, pack.nation.prefer)


def of_day(pack: Pack, day: str) -> Side:
    """Give what is law on a day, each provision with that day's version alone."""
    in_force = {name: (provision, provision.on(day)) for name, provision in pack.provisions.items()}
    provisions = {
        name: provision.model_copy(update={"versions": (version,)})
        for name, (provision, version) in in_force.items()
        if version is not None
    }
    return Side(provisions, pack.procedure, pack.lists, pack.nation.prefer)


def compare(old: Side, new: Side) -> tuple[Difference, ...]:
    """Give everything that differs, provisions first."""
    return tuple(_differences(old, new))


def put_back(pack: Pack, to: Pack, difference: Difference) -> Pack:
    """Give a pack in which one difference from another pack is undone: what it would be without that change."""
    return Pack(
        pack.nation.model_copy(update={"prefer": to.nation.prefer})
        if difference.about == "preference"
        else pack.nation,
        _swapped(pack.provisions, to.provisions, difference, "provision"),
        _procedure(pack.procedure, to.procedure, difference),
        _swapped(pack.lists, to.lists, difference, "list"),
        pack.sha256,
        cautions=pack.cautions,
        overlay=pack.overlay,
    )


def _differences(old: Side, new: Side) -> Iterator[Difference]:
    yield from _named("provision", old.provisions, new.provisions, _provision)
    yield from _named("term", old.procedure.terms, new.procedure.terms, _part)
    yield from _named("layer", old.procedure.layers, new.procedure.layers, _part)
    for table in TABLES:
        before, after = (_rows(getattr(side.procedure, table)) for side in (old, new))
        yield from _named(table, before, after, _row)
    was, is_ = ({axiom.axiom: axiom for axiom in side.procedure.axioms} for side in (old, new))
    yield from _named("axiom", was, is_, _axiom)
    if order := tuple(_fields(old.prefer, new.prefer, ("basis", "condition", "confidence"))):
        yield Difference("preference", "prefer", "changed", order)
    yield from _named("list", old.lists, new.lists, _list)


def _named(about: About, old: Mapping[str, Any], new: Mapping[str, Any], changes: Any) -> Iterator[Difference]:
    """Compare two mappings by name: what came, what went, what changed."""
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield Difference(about, name, "gone")
        elif name not in old:
            yield Difference(about, name, "come")
        elif found := tuple(changes(old[name], new[name])):
            yield Difference(about, name, "changed", found)


def _fields(old: Any, new: Any, names: Iterable[str], *place: str) -> Iterator[Change]:
    for name in names:
        was, is_ = getattr(old, name, None), getattr(new, name, None)
        if was != is_:
            yield Change((*place, name.rstrip("_")), "changed", was, is_)


def _provision(old: Provision, new: Provision) -> Iterator[Change]:
    yield from _fields(old, new, _OF_A_PROVISION)
    for before, after in _versions(old.versions, new.versions):
        if before is None or after is None:
            version = before or after
            assert version is not None
            yield Change(("version", version.from_), "gone" if after is None else "come", before, after)
            continue
        place = ("version", after.from_)
        yield from _fields(before, after, _OF_A_VERSION, *place)
        for kind in ("conditions", "exceptions"):
            yield from _parts(getattr(before, kind), getattr(after, kind), *place, kind.rstrip("s"))


def _versions(old: tuple[Version, ...], new: tuple[Version, ...]) -> Iterator[tuple[Version | None, Version | None]]:
    """Pair versions by the day they begin; where one alone is left on each side, its day was moved."""
    before, after = ({version.from_: version for version in versions} for versions in (old, new))
    alone = [day for day in before if day not in after], [day for day in after if day not in before]
    if len(alone[0]) == len(alone[1]) == 1:
        yield before.pop(alone[0][0]), after.pop(alone[1][0])
    for day in sorted(before.keys() | after.keys()):
        yield before.get(day), after.get(day)


def _parts(old: Mapping[str, Any], new: Mapping[str, Any], *place: str) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new or name not in old:
            yield Change((*place, name), "gone" if name in old else "come", old.get(name), new.get(name))
        else:
            yield from _fields(old[name], new[name], _OF_A_PART, *place, name)


def _part(old: Any, new: Any) -> Iterator[Change]:
    yield from _fields(old, new, _OF_A_PART)


class _Placed(NamedTuple):
    row: Any
    after: str


def _rows(rows: Iterable[Any]) -> dict[str, _Placed]:
    """Name each row, and the row that it comes after: in an ordered table its place is law."""
    placed: dict[str, _Placed] = {}
    before = ""
    for row in rows:
        placed[row.row] = _Placed(row, before)
        before = row.row
    return placed


def _row(old: _Placed, new: _Placed) -> Iterator[Change]:
    yield from _fields(old.row, new.row, ("then", "says", "when"))
    if old.after != new.after:
        yield Change(("place",), "changed", old.after, new.after)


def _axiom(old: Any, new: Any) -> Iterator[Change]:
    yield from _fields(old, new, ("each", "never", "says", "mend"))


def _list(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    yield from (Change(("value", value), "gone", value) for value in old if value not in new)
    yield from (Change(("value", value), "come", None, value) for value in new if value not in old)


def _swapped(own: Mapping[str, Any], other: Mapping[str, Any], difference: Difference, about: About) -> dict[str, Any]:
    """Give a mapping in which the one name concerned stands as it does in the other."""
    swapped = dict(own)
    if difference.about == about:
        swapped.pop(difference.name, None)
        if difference.name in other:
            swapped[difference.name] = other[difference.name]
    return swapped


def _procedure(own: Procedure, other: Procedure, difference: Difference) -> Procedure:
    match difference.about:
        case "term" | "layer":
            field = f"{difference.about}s"
            swapped = _swapped(getattr(own, field), getattr(other, field), difference, difference.about)
            return own.model_copy(update={field: swapped})
        case "verdict" | "outcome" | "suggested" | "refer_to":  # a table stands or falls as a whole: its order is law
            return own.model_copy(update={difference.about: getattr(other, difference.about)})
    return own
