"""The cases beside the law: small cases that say of one provision, term, layer or row whether it holds.

`<id>.cases.yaml` beside `<id>.yaml`:

    - name: all of it is met
      day: 2026-11-23
      given: {item.relevant: true, recipient.sector: police, people: [{id: p1, kind: child}]}
      then: holds                   # holds | fails | open | not law
    - name: nobody has said whether it is relevant
      like: all of it is met        # an earlier case of this file: its day and its facts, if nothing else is said
      given: {item.relevant: null}  # null takes a fact away; `people.p1.age: 15` changes one of a person
      then: open

There is one pair: `item.…`, `recipient.…` and `disclosure.…` speak of it. Where more are wanted, say
`recipients.r2.sector: police` and `disclosures.i1>r2.necessary: true`.

`procedure.cases.yaml` beside the procedure is the same, and each case names what it is about: `term: danger` (of a
person: of p1), `layer: route`, `row: verdict.collision` (it is the row that answers; also `refer_to.danger`), or
`axiom: adult_under_18` (it refuses the case).

`lists.cases.yaml` beside the lists: `name: {members: [all of them], near_misses: [what somebody might think is one]}`.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias, cast, get_args

from pydantic import Field, ValidationError

from lawfulshare import content
from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadPack, Fault
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.language.nodes import Term
from lawfulshare.law.language.weighing import weigh
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Day, Written

Kind: TypeAlias = Literal["provision", "term", "layer", "row", "axiom"]
PAIR = {"item": "i1", "recipient": "r1", "disclosure": "i1>r1", "person": "p1"}
_PLACES = {"item": "items.i1", "recipient": "recipients.r1", "disclosure": "disclosures.i1>r1"}
_NOTHING_SAID = {
    "format": case_file.FORMAT,
    "items": [{"id": "i1"}],
    "recipients": [{"id": "r1"}],
    "disclosures": [{"item": "i1", "recipient": "r1"}],
}
_MEND = "Mend the case."
PROCEDURE = "procedure.cases.yaml"
LISTS = "lists.cases.yaml"
ENDING = ".cases.yaml"


class Beside(NamedTuple):
    """One case beside the law: where it stands, what it is about, its facts, and what must come of it."""

    file: str
    kind: Kind
    about: str
    name: str
    day: str
    then: str
    case: CaseFile


class _CaseWritten(Written):
    """A case beside, as written."""

    name: str
    like: str | None = None
    day: Day | None = None
    given: dict[str, Any] = Field({})
    then: Literal["holds", "fails", "open", "not law"]
    term: str | None = None
    layer: str | None = None
    row: str | None = None
    axiom: str | None = None


class Members(Written):
    """A list once more: all its members, and what is none though somebody might think so."""

    members: tuple[str, ...] = Field(min_length=1)
    near_misses: tuple[str, ...] = ()


def cases_beside(folder: Path) -> tuple[Beside, ...]:
    """Give all cases beside the law of a folder such as resources/law.

    Raises:
        BadContent: a file is no YAML.
        BadPack: a case is none, with its file and the reason.
    """
    files = sorted((*folder.glob(f"*/*{ENDING}"), *folder.glob(PROCEDURE)))
    return tuple(case for path in files for case in read_cases(path))


def read_cases(path: Path) -> tuple[Beside, ...]:
    """Read one file of cases beside.

    Raises:
        BadContent: the file is no YAML.
        BadPack: it gives a name twice, is like a case that does not stand before, holds an unknown key or fact.
    """
    written = content.read_yaml(path)
    if not isinstance(written, list):
        raise BadPack(Fault(_where(path), "it is no list of cases", _MEND))
    read: dict[str, Beside] = {}
    for position, stated in enumerate(written):
        case = _case(path, position, stated, read)
        read[case.name] = case
    return tuple(read.values())


def read_members(path: Path) -> dict[str, Members]:
    """Read the lists once more, with their near misses.

    Raises:
        BadContent: the file is no YAML.
        BadPack: it is no mapping of names to members and near misses.
    """
    written = content.read_yaml(path)
    if not isinstance(written, dict):
        raise BadPack(Fault(_where(path), "it is no mapping of names to members", _MEND))
    return {name: _shaped(Members, stated, f"{_where(path)} {name}") for name, stated in written.items()}


def subject(law: Law, kind: Kind, about: str) -> Term | None:
    """Give the term that a case is about; None for a provision that is not law on the day.

    Raises:
        KeyError: the law has nothing of that name.
    """
    match kind:
        case "provision":
            return law.holds(about) if law.version(law.provision(about).id) else None
        case "row":
            return _row(law, about)
        case "axiom":
            return {axiom.axiom: term for axiom, term in law.axioms}[about]
        case "term" | "layer":
            written = law.procedure.terms if kind == "term" else law.procedure.layers
            if about not in written:
                raise KeyError(about)
            return law.compiler.term(about)


def said(law: Law, beside: Beside) -> str:
    """Say what the law makes of a case beside it: holds, fails, open, or not law.

    Raises:
        KeyError: the law has nothing of the name that the case is about.
    """
    term = subject(law, beside.kind, beside.about)
    return "not law" if term is None else weigh(term, Scene(beside.case, law.orders), PAIR).truth.value


def _row(law: Law, about: str) -> Term:
    table, _, name = about.partition(".")
    if table == "refer_to":
        return {row.row: term for row, term in law.referrals}[name]
    return {row.name: alone for row, alone in law.tables[table].rows}[name]


def _where(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _shaped(shape: type[Any], stated: Any, where: str) -> Any:
    try:
        return shape.model_validate(stated)
    except ValidationError as problem:
        raise BadPack.of(
            Fault(f"{where} {'.'.join(map(str, error['loc']))}".rstrip(), error["msg"], _MEND)
            for error in problem.errors(include_url=False)
        ) from None


def _case(path: Path, position: int, stated: Any, earlier: dict[str, Beside]) -> Beside:
    name = stated.get("name", position + 1) if isinstance(stated, dict) else position + 1
    where = f"{_where(path)}, case {name}"
    written: _CaseWritten = _shaped(_CaseWritten, stated, where)
    if written.name in earlier:
        raise BadPack(Fault(where, "the name is given twice", "Give each case of a file its own name."))
    base = earlier.get(written.like or "")
    if written.like is not None and base is None:
        raise BadPack(Fault(where, f"no earlier case of this file is named {written.like!r}", _MEND))
    day = written.day or (base.day if base else None)
    if day is None:
        raise BadPack(Fault(where, "it has no day", "Say `day`, or be like a case that does."))
    kind, about = _about(path, written, where)
    case = base.case if base else CaseFile.model_validate_json(json.dumps(_NOTHING_SAID))
    for fact, value in _people_first(written.given):
        case = _put(case, fact, _plain(value), where)
    return Beside(_where(path), kind, about, written.name, day, written.then, case)


def _about(path: Path, written: _CaseWritten, where: str) -> tuple[Kind, str]:
    """Say what a case is about: by its file beside a provision, by its own word beside the procedure."""
    named = {kind: value for kind in get_args(Kind)[1:] if (value := getattr(written, kind)) is not None}
    if path.name != PROCEDURE:
        if named:
            raise BadPack(Fault(where, f"a case beside a provision names no {' and no '.join(named)}", _MEND))
        return "provision", path.name.removesuffix(ENDING)
    if len(named) != 1:
        raise BadPack(Fault(where, "it names not exactly one term, layer, row or axiom", _MEND))
    return cast("tuple[Kind, str]", next(iter(named.items())))


def _people_first(given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from sorted(given.items(), key=lambda fact: fact[0] != "people")


def _put(case: CaseFile, fact: str, value: Any, where: str) -> CaseFile:
    root, _, rest = fact.partition(".")
    at = f"{_PLACES.get(root, root)}.{rest}" if rest else fact
    if value is None and paths.read(case, at) is None:
        raise BadPack(Fault(where, f"{fact} is taken away, but was not given", _MEND))
    try:
        return paths.put(case, at, value)
    except KeyError:
        raise BadPack(Fault(where, f"there is no fact {fact}", _MEND)) from None
    except (ValueError, AttributeError, TypeError) as problem:
        raise BadPack(Fault(where, f"{fact} cannot be {value!r} ({problem})", _MEND)) from None


def _plain(value: Any) -> Any:
    """A day may be written without quotes."""
    match value:
        case date():
            return value.isoformat()
        case list():
            return [_plain(part) for part in value]
        case dict():
            return {key: _plain(part) for key, part in value.items()}
    return value
