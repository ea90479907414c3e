"""Which provisions, conditions, exceptions, table rows and cautions the cases exercise, and what is missing.

Wanted of each provision, in each of its versions that was ever law: a case in which it holds and one in which it fails,
the same of each condition, and one in which each exception is made out, that is, holds where all the conditions do. Of
each row of a table one case that it answers; of each caution one that raises it and one that does not. A case beside a
provision exercises that provision; a whole case exercises everything.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lawfulshare.case.truth import Truth
from lawfulshare.faults import BadCaseFile, BadPack, Fault
from lawfulshare.law.answer.cautions import cautions, compiled
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.language.nodes import Constant, Named, Term, walk
from lawfulshare.law.language.weighing import Weighing
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.packs.provision import LAW
from lawfulshare.law.proving.beside import ENDING, LISTS, PAIR, Beside, is_of_the_procedure, read_cases, subject
from lawfulshare.law.proving.beside_cautions import BesideCaution, read_caution_cases
from lawfulshare.law.proving.telling_cases import MEND, place
from lawfulshare.law.proving.whole_cases import Whole, whole_cases
from lawfulshare.wording import wording


class Point(NamedTuple):
    """One thing that some case has to exercise: of what (a provision, a row, a caution), and which."""

    kind: str
    of: str
    what: str


class Cases(NamedTuple):
    """Everything that a folder of cases holds."""

    beside: tuple[Beside, ...]
    cautions: tuple[BesideCaution, ...]
    whole: tuple[Whole, ...]


def read_folders(folders: Iterable[Path], pack: Pack) -> Cases:
    """Read the cases of some folders and of the folders in them.

    Raises:
        BadCaseFile: a folder is none, holds no case, or a file in it is none or stands beside nothing of the pack.
        BadContent: a YAML file cannot be read.
        BadPack: a case is none, with its file and the reason.
    """
    words = wording()
    codes = frozenset(caution.code for caution, _ in compiled(pack.on(last_day(pack))))
    read: list[Cases] = []
    for folder in folders:
        if not folder.is_dir():
            raise BadCaseFile(Fault(str(folder), words("covering.no_folder"), words("covering.no_folder_mend")))
        cases = _read_folder(folder, pack, codes)
        if not any(cases):
            raise BadCaseFile(Fault(str(folder), words("covering.no_case"), words("covering.no_folder_mend")))
        read.append(cases)
    return Cases(
        tuple(case for cases in read for case in cases.beside),
        tuple(case for cases in read for case in cases.cautions),
        tuple(case for cases in read for case in cases.whole),
    )


def _read_folder(folder: Path, pack: Pack, codes: frozenset[str]) -> Cases:
    beside: list[Beside] = []
    of_cautions: list[BesideCaution] = []
    for path in sorted(folder.rglob(f"*{ENDING}")):
        name = path.name.removesuffix(ENDING)
        if name in codes:
            of_cautions += read_caution_cases(path)
        elif name in pack.provisions or is_of_the_procedure(path):
            beside += read_cases(path)
        elif path.name != LISTS:
            what, mend = wording()("covering.strange", name=name), wording()("covering.strange_mend")
            raise BadCaseFile(Fault(place(path), what, mend))
    return Cases(tuple(beside), tuple(of_cautions), whole_cases(folder))


def wanted(pack: Pack) -> dict[Point, None]:
    """Give every point that some case has to exercise, in order."""
    points: dict[Point, None] = {}
    for provision in pack.provisions.values():
        for version in provision.versions:
            if version.status in LAW:
                points |= dict.fromkeys(_of_a_version(pack.on(version.from_), provision.id))
    law = pack.on(last_day(pack))
    for table, compiled_table in law.tables.items():
        points |= {Point("row", f"{table}.{row.name}", "answers"): None for row, _ in compiled_table.rows}
    points |= {Point("row", f"refer_to.{row.row}", "answers"): None for row, _ in law.referrals}
    for caution, _ in compiled(law):
        points |= {Point("caution", caution.code, "raised"): None, Point("caution", caution.code, "not raised"): None}
    return points


def exercised(pack: Pack, cases: Cases) -> set[Point]:
    """Give every point that the cases exercise."""
    points: set[Point] = set()
    for beside in cases.beside:
        points |= set(_by_beside(pack.on(beside.day), beside))
    for caution in cases.cautions:
        points |= set(_cautions(Findings(caution.case, pack.on(caution.day)), {caution.code}))
    for whole in cases.whole:
        points |= set(_by_whole(Findings(whole.case, pack.on(whole.day))))
    return points


def last_day(pack: Pack) -> str:
    """Give the last day on which something of a pack became law."""
    return max(v.from_ for provision in pack.provisions.values() for v in provision.versions if v.status in LAW)


def _of_a_version(law: Law, name: str) -> Iterator[Point]:
    """Give the points of a provision as it is law on a day; what always holds need not fail."""
    since = _since(law, name)
    for what, term, fails in _parts(law, name):
        yield Point("provision", name, f"{since}{what}")
        if fails and not _is_constant(term):
            yield Point("provision", name, f"{since}{fails}")


def _parts(law: Law, name: str) -> Iterator[tuple[str, Term, str]]:
    """Give each part of a provision: what is said where it holds, its term, what is said where it fails."""
    version = law.version(name)
    if version is None:
        return
    yield "holds", law.holds(name), "fails"
    for part, term in zip(version.conditions, law.compiler.conditions(name, version), strict=True):
        yield f"condition {part} holds", term, f"condition {part} fails"
    for part, term in zip(version.exceptions, law.compiler.exceptions(name, version), strict=True):
        yield f"exception {part} is made out", term, ""


def _since(law: Law, name: str) -> str:
    """Name the version where a provision has had several texts that were law."""
    several = [version for version in law.provision(name).versions if version.status in LAW]
    version = law.version(name)
    return f"from {version.from_}: " if version and len(several) > 1 else ""


def _is_constant(term: Term) -> bool:
    return all(isinstance(part, Named | Constant) for part in walk(term))


def _by_beside(law: Law, beside: Beside) -> Iterator[Point]:
    weighing = Weighing(Scene(beside.case, law.orders))
    weighing.bind(**PAIR)
    if beside.kind == "provision":
        yield from _by_provision(law, beside.about, weighing.truth)
    elif beside.kind == "row" and weighing.truth(_term(law, beside)) is Truth.HOLDS:
        yield Point("row", beside.about, "answers")


def _term(law: Law, beside: Beside) -> Term:
    try:
        term = subject(law, beside.kind, beside.about)
    except KeyError:
        term = None
    if term is None:
        raise BadPack(Fault(beside.where, f"the pack has no {beside.kind} {beside.about}", MEND))
    return term


def _by_provision(law: Law, name: str, truth_of: Callable[[Term], Truth]) -> Iterator[Point]:
    version = law.version(name)
    if version is None:
        return
    since = _since(law, name)
    met = all(truth_of(term) is Truth.HOLDS for term in law.compiler.conditions(name, version))
    for holds, term, fails in _parts(law, name):
        truth = truth_of(term)
        if truth is Truth.HOLDS and (fails or met):
            yield Point("provision", name, f"{since}{holds}")
        elif truth is Truth.FAILS and fails:
            yield Point("provision", name, f"{since}{fails}")


def _by_whole(found: Findings) -> Iterator[Point]:
    law = found.law
    for pair in found.pairs or (NO_PAIR,):
        for name in law.provisions:
            yield from _by_provision(law, name, partial(found.truth, pair=pair))
        yield from _rows(found, "verdict", pair)
    for table in ("outcome", "suggested"):
        yield from _rows(found, table, NO_PAIR)
    for row, term in law.referrals:
        if found.truth(term) is Truth.HOLDS:
            yield Point("row", f"refer_to.{row.row}", "answers")
    yield from _cautions(found, {caution.code for caution, _ in compiled(law)})


def _rows(found: Findings, table: str, pair: str) -> Iterator[Point]:
    if row := found.row(table, pair):
        yield Point("row", f"{table}.{row.name}", "answers")


def _cautions(found: Findings, codes: set[str]) -> Iterator[Point]:
    raised = {warning.code for warning in cautions(found)}
    for code in codes:
        yield Point("caution", code, "raised" if code in raised else "not raised")
