"""Triangulation: statements set against their sources, and what of the case each of them bears on."""

from typing import Literal, NamedTuple, TypeAlias

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Statement
from lawfulshare.guide.naming import label_of
from lawfulshare.guide.walk import Walk

Voice: TypeAlias = Literal["agrees", "contradicts", "silent"]
Standing: TypeAlias = Literal["borne_out", "contradicted", "one_source", "nobody"]


class Column(NamedTuple):
    """One source: the enquiry that was put to it, or the words under which it was named."""

    source: str
    label: str


class Line(NamedTuple):
    """One statement, what each source says to it, and how it stands."""

    statement: Statement
    voices: tuple[Voice, ...]
    standing: Standing


class Table(NamedTuple):
    """Statements by sources."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def table(case: CaseFile) -> Table:
    """Set each statement against each source: every enquiry of the case, and whatever else a statement names."""
    columns = tuple(_columns(case))
    return Table(columns, tuple(_line(statement, columns) for statement in case.statements or ()))


def hear_from(case: CaseFile, statement: str, source: str, voice: Voice) -> CaseFile:
    """Give the case with what one source says to one statement."""
    found = next(one for one in paths.entries(case, "statement") if one.id == statement)
    kept = [one.model_dump(mode="json", by_alias=True) for one in found.sources or () if one.from_ != source]
    if voice != "silent":
        kept.append({"from": source, "agrees": voice == "agrees"})
    return paths.put(case, f"statements.{statement}.sources", kept)


def may_bear_on(way: Walk) -> tuple[str, ...]:
    """Give the yes/no questions of the walk that a statement may bear on, by path, as they are put."""
    return tuple(path for path in way.put if paths.facts()[paths.fact_of(path)].kind == "truth")


def suggested(line: Line) -> bool | None:
    """Give the answer that the sources suggest for what the statement bears on; None where they do not settle it."""
    if line.standing == "borne_out":
        return True
    if line.standing == "contradicted" and "agrees" not in line.voices:
        return False
    return None


def _columns(case: CaseFile) -> list[Column]:
    asked = {
        one.id: Column(one.id, (label_of(case, one.ask) if one.ask else None) or one.id) for one in case.enquiries or ()
    }
    named = [source.from_ for statement in case.statements or () for source in statement.sources or ()]
    others = {name: Column(name, name) for name in named if name not in asked}
    return [*asked.values(), *others.values()]


def _line(statement: Statement, columns: tuple[Column, ...]) -> Line:
    says = {source.from_: source.agrees for source in statement.sources or ()}
    voices = tuple(_voice(says.get(column.source)) for column in columns)
    return Line(statement, voices, _standing(voices))


def _voice(agrees: bool | None) -> Voice:
    return "silent" if agrees is None else "agrees" if agrees else "contradicts"


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
