"""Triangulation in the guide: what a source says is put down, and what of the case a statement bears on."""

from functools import partial

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.triangulation import Line, Table, Voice, compared, sources
from lawfulshare.guide.naming import label_of
from lawfulshare.guide.walk import Walk
from lawfulshare.wording import wording


def table(case: CaseFile) -> Table:
    """Set each statement against each source, named as the guide names them."""
    return compared(case, partial(_called, case))


def hear_from(case: CaseFile, statement: str, source: str, voice: Voice) -> CaseFile:
    """Give the case with what one source says to one statement.

    A source that was named in words stays a source while it is silent; one that was asked stands among the enquiries.
    """
    column = next((one for one in sources(case, partial(_called, case)) if source in one.heard_as), None)
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


def _called(case: CaseFile, whom: str) -> str:
    """Name who was asked; an enquiry that names nobody by its question."""
    nameless = "recipient" if any(one.id == whom for one in case.recipients or ()) else "enquiry"
    return label_of(case, whom) or wording()(f"guide.nameless.{nameless}")
