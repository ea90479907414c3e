"""The mutants of a pack: small mistakes that somebody could make in writing the law, each as one edit at one path.

Of each condition: negated, dropped. Of each exception: negated, removed. Inside a term: an operand dropped, *all* for
*any*, *some* for *every*, a number or a step of a ladder one off, a value of a list lost. Of an interval: a day off. Of
a table: a row lost, two neighbours of different answers swapped (those of one answer give it in either order), another
answer. What is not law on any day has no mutants.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from typing import Any, Final, NamedTuple, get_args

from lawfulshare.case.vocabulary import ADULT_LADDER, CHILD_LADDER, Outcome, Verdict
from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.packs.procedure import Procedure
from lawfulshare.law.packs.provision import LAW, Provision


class Nothing(Enum):
    """What a mutant puts where it takes something out."""

    LOST = "lost"


LOST: Final = Nothing.LOST
Steps = tuple[str | int, ...]
_ANSWERS = {
    "verdict": tuple(verdict for verdict in get_args(Verdict) if verdict != "open"),
    "outcome": get_args(Outcome),
    "suggested": ("SEEK", "ADVICE"),
}
PROCEDURE, LISTS = "procedure", "lists"


class Mutant(NamedTuple):
    """One mistake: in which piece of the pack (a provision's id, `procedure` or `lists`), where, and what it says."""

    piece: str
    kind: str
    path: Steps
    becomes: Any

    def __str__(self) -> str:
        where = ".".join(map(str, self.path))
        return f"{self.piece} {where}: {self.kind}"


def mutants(pack: Pack) -> Iterator[Mutant]:
    """Give every mutant of a pack."""
    for name, provision in pack.provisions.items():
        for path, kind, becomes in _of_a_provision(written(provision)):
            yield Mutant(name, kind, path, becomes)
    for path, kind, becomes in _of_the_procedure(written(pack.procedure)):
        yield Mutant(PROCEDURE, kind, path, becomes)
    for name, values in pack.lists.items():
        for position, value in enumerate(values):
            if len(values) > 1:
                yield Mutant(LISTS, f"{value} lost", (name, position), LOST)


def mutated(pack: Pack, mutant: Mutant) -> Pack:
    """Give the pack with one mistake in it.

    Raises:
        ValueError: the reader would refuse it.
    """
    provisions, procedure, lists = pack.provisions, pack.procedure, pack.lists
    if mutant.piece == LISTS:
        lists = _edited(lists, mutant.path, mutant.becomes)
    elif mutant.piece == PROCEDURE:
        procedure = Procedure.model_validate(_edited(written(procedure), mutant.path, mutant.becomes))
    else:
        edited = _edited(written(provisions[mutant.piece]), mutant.path, mutant.becomes)
        provisions = {**provisions, mutant.piece: Provision.model_validate(edited)}
    return Pack(pack.nation, provisions, procedure, lists, f"{pack.sha256} but {mutant}", cautions=pack.cautions)


def written(piece: Provision | Procedure) -> dict[str, Any]:
    """Give a piece of a pack as it is written, without a copy of its terms."""
    return piece.model_dump(by_alias=True, exclude_unset=True)


def _edited(tree: Any, path: Steps, becomes: Any) -> Any:
    """Give a tree with one place changed; everything beside the way is shared, not copied."""
    step, rest = path[0], path[1:]
    new = _edited(tree[step], rest, becomes) if rest else becomes
    if isinstance(tree, Mapping):
        return {key: new if key == step else value for key, value in tree.items() if not (key == step and new is LOST)}
    return type(tree)(new if at == step else value for at, value in enumerate(tree) if not (at == step and new is LOST))


_Change = tuple[Steps, str, Any]


def _of_a_provision(stated: Mapping[str, Any]) -> Iterator[_Change]:
    for number, version in enumerate(stated["versions"]):
        if version["status"] not in LAW:
            continue
        at: Steps = ("versions", number)
        for parts in ("conditions", "exceptions"):
            for name, part in version.get(parts, {}).items():
                yield (*at, parts, name), "dropped", LOST
                yield from _of_a_term((*at, parts, name, "when"), part["when"], whole=True)
        for end in ("from", "to"):
            if version.get(end):
                for days in (-1, 1):
                    day = date.fromisoformat(version[end]) + timedelta(days)
                    yield (*at, end), f"{abs(days)} day {'later' if days > 0 else 'earlier'}", day.isoformat()
    for field in ("meets", "refers_to"):
        values = stated.get(field, ())
        for position, value in enumerate(values):
            if len(values) > 1 or field == "refers_to":
                yield (field, position), f"{value} lost", LOST


def _of_the_procedure(stated: Mapping[str, Any]) -> Iterator[_Change]:
    for part in ("terms", "layers"):
        for name, definition in stated.get(part, {}).items():
            yield from _of_a_term((part, name, "when"), definition["when"], whole=True)
    for table in ("verdict", "outcome", "suggested", "refer_to"):
        rows = stated.get(table, ())
        for number, row in enumerate(rows):
            last = number == len(rows) - 1
            yield (table, number), f"row {row['row']} lost", LOST
            if table != "refer_to" and not last and _is_swapped(row, rows[number + 1]):
                swapped = (*rows[:number], rows[number + 1], row, *rows[number + 2 :])
                yield (table,), f"rows {row['row']} and {rows[number + 1]['row']} swapped", swapped
            if row["when"] is not True:
                yield from _of_a_term((table, number, "when"), row["when"], whole=True)
            yield from _other_answers(table, number, row["then"])
    for number, axiom in enumerate(stated.get("axioms", ())):
        yield ("axioms", number), f"axiom {axiom['axiom']} lost", LOST
        yield from _of_a_term(("axioms", number, "never"), axiom["never"], whole=True)


def _is_swapped(row: Mapping[str, Any], following: Mapping[str, Any]) -> bool:
    return bool(row["then"] != following["then"] and following["when"] is not True)


def _other_answers(table: str, number: int, then: Any) -> Iterator[_Change]:
    if table == "refer_to":
        for position, sector in enumerate(then):
            yield (table, number, "then", position), f"{sector} lost", LOST
        return
    for other in _ANSWERS[table]:
        if other != then:
            yield (table, number, "then"), f"{then} becomes {other}", other


def _of_a_term(path: Steps, term: Any, *, whole: bool = False) -> Iterator[_Change]:
    """Give the mutants of a term as it is written, and of what stands in it."""
    if whole:
        yield path, "negated", {"not": term}
    match term:
        case list():
            yield from _joined(path, term, "any")
        case {"all": list(parts)}:
            yield from _joined((*path, "all"), parts, "any", path)
        case {"any": list(parts)}:
            yield from _joined((*path, "any"), parts, "all", path)
        case {"not": part}:
            if not whole:
                yield path, "not dropped", part
            yield from _of_a_term((*path, "not"), part)
        case {"some": binds, "when": part} | {"every": binds, "when": part}:
            yield from _quantified(path, term, binds, part)
        case {"fact": _}:
            yield from _of_a_fact(path, term)
        case {"verdict": list(values)} | {"duty_stands": list(values)}:
            word = next(iter(term))
            yield from _values_lost((*path, word), values)


def _joined(path: Steps, parts: list[Any], other: str, around: Steps | None = None) -> Iterator[_Change]:
    if len(parts) > 1:
        yield around or path, f"{other} for {'all' if other == 'any' else 'any'}", {other: parts}
        for position in range(len(parts)):
            yield (*path, position), "operand dropped", LOST
    for position, part in enumerate(parts):
        yield from _of_a_term((*path, position), part)


def _quantified(path: Steps, term: Mapping[str, Any], binds: str, part: Any) -> Iterator[_Change]:
    word, other = ("some", "every") if "some" in term else ("every", "some")
    if binds == "person":
        rest = {key: value for key, value in term.items() if key != word}
        yield path, f"{other} for {word}", {other: binds, **rest}
    if "among" in term:
        yield (*path, "among"), "among dropped", LOST
    if part is not True:
        yield from _of_a_term((*path, "when"), part)


def _of_a_fact(path: Steps, term: Mapping[str, Any]) -> Iterator[_Change]:
    for word in ("in", "has"):
        if isinstance(term.get(word), list):
            yield from _values_lost((*path, word), term[word])
    for word in ("below", "from"):
        if word in term:
            for by in (-1, 1):
                yield (*path, word), f"{word} {term[word] + by}", term[word] + by
    if "at_least" in term:
        for ladder in (CHILD_LADDER, ADULT_LADDER):
            if (level := term["at_least"]) in ladder:
                step = ladder.index(level)
                for other in (*ladder[max(step - 1, 0) : step], *ladder[step + 1 : step + 2]):
                    yield (*path, "at_least"), f"at least {other}", other


def _values_lost(path: Steps, values: list[Any]) -> Iterator[_Change]:
    if len(values) > 1:
        for position, value in enumerate(values):
            yield (*path, position), f"{value} lost", LOST
