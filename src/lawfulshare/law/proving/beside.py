"""The cases beside the law: small cases that say of one provision, term, layer or row whether it holds.

`<id>.cases.yaml` beside `<id>.yaml`, written as `telling_cases.py` says, and with what must come of each:

    - name: all of it is met
      day: 2026-11-23
      given: {item.relevant: true}
      then: holds                   # holds | fails | open | not law
    - {name: the day before it began, like: all of it is met, day: 2018-05-24, then: not law}

`procedure.….cases.yaml` beside the procedure is the same, and each case names what it is about: `term: danger` (of a
person: of p1), `layer: route`, `axiom: adult_under_18` (it refuses the case), or `row: verdict.collision`. Of a row it
says what it answers where it is the one that does, `then: advice`; of `refer_to.danger` whom, `then: police, mash`.

`lists.cases.yaml` beside the lists: `name: {members: [all of them], near_misses: [what somebody might think is one]}`.
"""

from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias, cast, get_args

from pydantic import Field

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.faults import BadPack, Fault
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.language.nodes import Term
from lawfulshare.law.language.weighing import Weighing
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Written
from lawfulshare.law.proving.telling_cases import MEND, CaseWritten, place, read_told, shaped

Kind: TypeAlias = Literal["provision", "term", "layer", "row", "axiom"]
Then: TypeAlias = Literal["holds", "fails", "open", "not law"]
PAIR = {"item": "i1", "recipient": "r1", "disclosure": "i1>r1", "person": "p1"}
"""What a case beside looks at: its one pair, and where a term speaks of a person, the first."""
LISTS = "lists.cases.yaml"
ENDING = ".cases.yaml"


class Beside(NamedTuple):
    """One case beside the law: where it stands, what it is about, its facts, and what must come of it."""

    where: str
    kind: Kind
    about: str
    name: str
    day: str
    then: str
    case: CaseFile


class _CaseBeside(CaseWritten):
    """A case beside, as written."""

    then: str
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
    files = sorted((*folder.glob(f"*/*{ENDING}"), *folder.glob(f"procedure*{ENDING}")))
    return tuple(case for path in files for case in read_cases(path))


def read_cases(path: Path) -> tuple[Beside, ...]:
    """Read one file of cases beside.

    Raises:
        BadContent: the file is no YAML.
        BadPack: a case is none, with its file and the reason.
    """
    return tuple(
        Beside(told.where, *_about(path, told.written, told.where), told.written.name, told.day, told.written.then,
               told.case)
        for told in read_told(path, _CaseBeside)
    )  # fmt: skip


def is_of_the_procedure(path: Path) -> bool:
    """Say whether the cases of a file are about the procedure: procedure.cases.yaml, procedure.terms.cases.yaml, …"""
    return path.name.startswith("procedure.")


def read_members(path: Path) -> dict[str, Members]:
    """Read the lists once more, with their near misses.

    Raises:
        BadContent: the file is no YAML.
        BadPack: it is no mapping of names to members and near misses.
    """
    written = content.read_yaml(path)
    if not isinstance(written, dict):
        raise BadPack(Fault(place(path), "it is no mapping of names to members", MEND))
    return {name: shaped(Members, stated, f"{place(path)} {name}") for name, stated in written.items()}


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
    """Say what the law makes of a case beside it: holds, fails, open, or not law; of a row that holds its answer.

    Raises:
        KeyError: the law has nothing of the name that the case is about.
    """
    term = subject(law, beside.kind, beside.about)
    if term is None:
        return "not law"
    weighing = Weighing(Scene(beside.case, law.orders))
    weighing.bind(**PAIR)
    return told(law, beside, weighing.truth(term))


def told(law: Law, beside: Beside, truth: Truth) -> str:
    """Say in the word of a case beside what a truth comes to: of a row that holds, its answer."""
    if beside.kind != "row" or truth is not Truth.HOLDS:
        return truth.value
    return answer_of(law, beside.about)


def answer_of(law: Law, row: str) -> str:
    """Give what a row answers.

    Raises:
        KeyError: there is no such row.
    """
    table, _, name = row.partition(".")
    if table == "refer_to":
        return ", ".join({one.row: one.then for one in law.procedure.refer_to}[name])
    return {one.name: one.then for one, _ in law.tables[table].rows}[name]


def _row(law: Law, about: str) -> Term:
    table, _, name = about.partition(".")
    if table == "refer_to":
        return {row.row: term for row, term in law.referrals}[name]
    return {row.name: alone for row, alone in law.tables[table].rows}[name]


def _about(path: Path, written: _CaseBeside, where: str) -> tuple[Kind, str]:
    """Say what a case is about: by its file beside a provision, by its own word beside the procedure."""
    named = {kind: value for kind in get_args(Kind)[1:] if (value := getattr(written, kind)) is not None}
    if "row" not in named and written.then not in get_args(Then):
        raise BadPack(Fault(where, f"then is {' or '.join(get_args(Then))}, not {written.then}", MEND))
    if not is_of_the_procedure(path):
        if named:
            raise BadPack(Fault(where, f"a case beside a provision names no {' and no '.join(named)}", MEND))
        return "provision", path.name.removesuffix(ENDING)
    if len(named) != 1:
        raise BadPack(Fault(where, "it names not exactly one term, layer, row or axiom", MEND))
    return cast("tuple[Kind, str]", next(iter(named.items())))
