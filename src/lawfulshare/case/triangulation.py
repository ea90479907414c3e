"""Triangulation: statements set against their sources, and how each of them stands."""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Statement

Voice: TypeAlias = Literal["agrees", "contradicts", "silent"]
Standing: TypeAlias = Literal["borne_out", "contradicted", "one_source", "nobody"]


class Column(NamedTuple):
    """One source: whoever was asked, with every enquiry that was put to them, or the words under which it was named."""

    source: str
    label: str
    heard_as: tuple[str, ...]
    """The ids under which its statements are kept: of each enquiry put to it."""


class Line(NamedTuple):
    """One statement, what each source says to it, and how it stands."""

    statement: Statement
    voices: tuple[Voice, ...]
    standing: Standing


class Table(NamedTuple):
    """Statements by sources."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def compared(case: CaseFile, called: Callable[[str], str]) -> Table:
    """Set each statement against each source: every enquiry of the case, and whatever else a statement names.

    `called` names who was asked by their id; an enquiry that names nobody is named by its own id.
    """
    columns = sources(case, called)
    return Table(columns, tuple(_line(statement, columns) for statement in case.statements or ()))


def sources(case: CaseFile, called: Callable[[str], str]) -> tuple[Column, ...]:
    """Give every source: those who were asked in the order of asking, then those that statements name in words."""
    put: dict[str, list[str]] = {}
    for one in case.enquiries or ():
        put.setdefault(one.ask or one.id, []).append(one.id)
    asked = [Column(ids[0], called(whom), tuple(ids)) for whom, ids in put.items()]
    known = {id_ for column in asked for id_ in column.heard_as}
    named = [source.from_ for statement in case.statements or () for source in statement.sources or ()]
    others = [Column(name, name, (name,)) for name in dict.fromkeys(named) if name not in known]
    return (*asked, *others)


def _line(statement: Statement, columns: tuple[Column, ...]) -> Line:
    says = [(source.from_, source.agrees) for source in statement.sources or ()]
    voices = tuple(_voice([agrees for name, agrees in says if name in column.heard_as]) for column in columns)
    return Line(statement, voices, _standing(voices))


def _voice(heard: list[bool | None]) -> Voice:
    """What one source says in all: it contradicts where any of its answers does."""
    if False in heard:
        return "contradicts"
    return "agrees" if True in heard else "silent"


def _standing(voices: tuple[Voice, ...]) -> Standing:
    if "contradicts" in voices:
        return "contradicted"
    match voices.count("agrees"):
        case 0:
            return "nobody"
        case 1:
            return "one_source"
        case _:
            return "borne_out"
