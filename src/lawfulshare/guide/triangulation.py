"""Triangulation: statements set against their sources, and what of the case each of them bears on."""

from typing import Literal, NamedTuple, TypeAlias

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Statement
from lawfulshare.guide.naming import label_of
from lawfulshare.guide.walk import Walk
from lawfulshare.wording import wording

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


def table(case: CaseFile) -> Table:
    """Set each statement against each source: every enquiry of the case, and whatever else a statement names."""
    columns = _columns(case)
    return Table(columns, tuple(_line(statement, columns) for statement in case.statements or ()))


def hear_from(case: CaseFile, statement: str, source: str, voice: Voice) -> CaseFile:
    """Give the case with what one source says to one statement.

    A source that was named in words stays a source while it is silent; one that was asked stands among the enquiries.
    """
    column = next((one for one in _columns(case) if source in one.heard_as), None)
    aliases = column.heard_as if column is not None else (source,)
    asked = {one.id for one in case.enquiries or ()}
    found = next(one for one in paths.entries(case, "statement") if one.id == statement)
    kept = [one.model_dump(mode="json", by_alias=True) for one in found.sources or () if one.from_ not in aliases]
    if voice != "silent":
        kept.append({"from": source, "agrees": voice == "agrees"})
    elif source not in asked:
        kept.append({"from": source})
    return paths.put(case, f"statements.{statement}.sources", kept)


def forget(case: CaseFile, source: str) -> CaseFile:
    """Give the case without a source that was named in words."""
    for one in case.statements or ():
        if any(voice.from_ == source for voice in one.sources or ()):
            kept = [
                voice.model_dump(mode="json", by_alias=True) for voice in one.sources or () if voice.from_ != source
            ]
            case = paths.put(case, f"statements.{one.id}.sources", kept)
    return case


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


def _columns(case: CaseFile) -> tuple[Column, ...]:
    put: dict[str, list[str]] = {}
    for one in case.enquiries or ():
        put.setdefault(one.ask or one.id, []).append(one.id)
    asked = [Column(ids[0], _called(case, whom), tuple(ids)) for whom, ids in put.items()]
    known = {id_ for column in asked for id_ in column.heard_as}
    named = [source.from_ for statement in case.statements or () for source in statement.sources or ()]
    others = [Column(name, name, (name,)) for name in dict.fromkeys(named) if name not in known]
    return (*asked, *others)


def _called(case: CaseFile, whom: str) -> str:
    """Name who was asked; an enquiry that names nobody by its question."""
    nameless = "recipient" if any(one.id == whom for one in case.recipients or ()) else "enquiry"
    return label_of(case, whom) or wording()(f"guide.nameless.{nameless}")


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
