"""law diff, impact: what changed in the law, and which cases and records another pack would answer otherwise."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from lawfulshare.case import case_file
from lawfulshare.case.case_file import CaseFile
from lawfulshare.cli.speaking import DEFAULT_NATION, complain, day_named, law_here, read_bytes, say, say_json
from lawfulshare.desk.law_here import edition_in
from lawfulshare.faults import BadCaseFile, BadPack, Fault, LawfulShareError
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.answer.differing import Differing
from lawfulshare.law.answer.impact import Differs, Impact
from lawfulshare.law.answer.saying import OfTheCase, Saying
from lawfulshare.law.packs.comparing import Difference, compare, of_day, whole
from lawfulshare.law.packs.pack import Pack, pack_of, read_pack
from lawfulshare.wording import wording

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
NationOption = Annotated[str, typer.Option("--nation", help="england, wales, scotland or northern_ireland.")]
OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Judge all by the law of this day.")]
PackOption = Annotated[Path, typer.Option("--pack", metavar="NEW", help="A folder of law, or a pack in one file.")]
FilesArgument = Annotated[
    list[Path] | None, typer.Argument(metavar="[RECORDS…]", help="Case files, records, or folders of them.")
]


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A day, or a pack.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A day, or a pack.")],
    nation: NationOption = DEFAULT_NATION,
    as_json: JsonOption = False,
) -> None:
    """Say what differs between two days, or between two packs."""
    words = wording("en")
    if bool(DAY.fullmatch(old)) != bool(DAY.fullmatch(new)):
        raise BadPack(Fault("law diff", "a day and a pack cannot be compared", "Give two days, or two packs."))
    if DAY.fullmatch(old):
        pack = law_here().newest(nation)
        sides = [of_day(pack, day_named(day, name)) for day, name in ((old, "OLD"), (new, "NEW"))]
        heading = words("changes.days", old=words.day(old), new=words.day(new))
    else:
        packs = [pack_named(Path(where), nation) for where in (old, new)]
        sides = [whole(pack) for pack in packs]
        heading = words("changes.packs", old=packs[0].nation.version, new=packs[1].nation.version)
    before, after = sides
    differences = compare(before, after)
    if as_json:
        say_json([_difference_json(one) for one in differences])
        return
    say([heading, *Differing(before, after).lines(differences)])


def impact(pack: PackOption, files: FilesArgument = None, on: OnOption = None, as_json: JsonOption = False) -> None:
    """Say which cases and records another pack would answer otherwise, and why."""
    if not files:
        raise BadCaseFile(Fault("impact", "no case file and no record was named", "Name files, or folders of them."))
    looking = _Looking(pack, on)
    told = [looking.at(path) for path in _each(files)]
    found = [one for one in told if one is not None]
    if as_json:
        say_json({"files": found, "unread": looking.unread})
    else:
        say(looking.lines)
        differ = sum(bool(one["differs"]) for one in found)
        words = wording("en")
        say(words("impact.sum", differ=differ, read=len(found), unread=len(looking.unread)))
    raise typer.Exit(0 if found else 2)


def pack_named(path: Path, nation: str) -> Pack:
    """Read a pack from a folder of law, or from one file.

    Raises:
        BadCaseFile: the file cannot be read, or the folder has no pack for the nation.
        BadPack: it is none, with all its faults.
    """
    if path.is_dir():
        return read_pack(path, nation)
    pack = pack_of(edition_in(read_bytes(path, "law pack")))
    if pack.nation.nation != nation:
        mend = wording("en")("law.no_pack_mend")
        raise BadPack(Fault(f"law pack {path.name}", f"it is the law of {pack.nation.name}, not of {nation}", mend))
    return pack


class _Found(NamedTuple):
    """What would differ in one file, and why."""

    path: Path
    day: str
    case: CaseFile
    differs: tuple[Differs, ...]
    because: tuple[Difference, ...]


class _Looking:
    """Looks at one file after the other; a file that cannot be read is told and passed over."""

    def __init__(self, pack: Path, on: str | None) -> None:
        self._path, self._on = pack, on and day_named(on, "--on")
        self._impacts: dict[str, Impact] = {DEFAULT_NATION: self._impact(DEFAULT_NATION)}
        self.unread: list[dict[str, str]] = []
        self.lines: list[str] = []

    def at(self, path: Path) -> dict[str, Any] | None:
        """Say what would differ in one file."""
        try:
            case, told = _stated(path)
            nation = case.nation or DEFAULT_NATION
            if nation not in self._impacts:
                self._impacts[nation] = self._impact(nation)
            return self._told(path, case, told, self._impacts[nation])
        except LawfulShareError as trouble:
            named = type(trouble)(*(Fault(f"{path.name}, {fault.where}", fault.what, fault.mend)
                                    for fault in trouble.faults))  # fmt: skip
            complain(named)
            self.unread += [{"file": str(path), "fault": str(fault)} for fault in trouble.faults]
            return None

    def _impact(self, nation: str) -> Impact:
        return Impact(law_here().newest(nation), pack_named(self._path, nation))

    def _told(self, path: Path, case: CaseFile, told: Assessment | None, impact: Impact) -> dict[str, Any]:
        own = told.law.as_at if told else case.decided_on or date.today().isoformat()
        day = self._on or own
        differs = impact.of(case, day, told if day == own else None)
        found = _Found(path, day, case, differs, impact.because(case, day) if differs else ())
        self.lines += _in_words(found, impact)
        return {
            "file": str(path),
            "day": day,
            "differs": [one._asdict() for one in differs],
            "because": [_difference_json(one) for one in found.because],
        }


def _each(files: list[Path]) -> Iterator[Path]:
    for path in files:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.suffix.lower() in (".json", ".pdf"))
        else:
            yield path


def _stated(path: Path) -> tuple[CaseFile, Assessment | None]:
    """Give the case of a file, and what was told of it where it is a record."""
    body = read_bytes(path, "file")
    if not body.startswith(b"%PDF"):
        return case_file.read(body), None
    from lawfulshare.record import twin

    record = twin.read(body)
    return record.case, record.assessment


def _in_words(found: _Found, impact: Impact) -> Iterator[str]:
    words, differing = wording("en"), Differing(whole(impact.old), whole(impact.new))
    yield words("impact.file", name=found.path.name, day=words.day(found.day))
    if not found.differs:
        yield f"  {words('impact.same')}"
        return
    saying = Saying(OfTheCase(found.case), {**impact.old.provisions, **impact.new.provisions})
    yield from (f"  {_differs_told(one, saying, impact)}" for one in found.differs)
    yield f"  {words('impact.because')}"
    for one in found.because:
        yield f"    {differing.heading(one)}"
        yield from (f"      {line}" for line in differing.changes(one))


def _differs_told(one: Differs, saying: Saying, impact: Impact) -> str:
    words = wording("en")
    item, _, recipient = one.pair.partition(">")
    pair = words("facts.pair", item=saying.named("item", item), recipient=saying.named("recipient", recipient))
    old, new = (_value_told(one.what, value, impact) for value in (one.old, one.new))
    return words(f"impact.{one.what}", pair=pair, old=old, new=new)


def _value_told(what: str, value: Any, impact: Impact) -> str:
    words = wording("en")
    match what:
        case "outcome":
            return words(f"law.outcome.{value or 'open'}")
        case "verdict":
            return words(f"law.verdicts.{value}")
        case "route":
            return "; ".join(words(f"law.routes.{one}") for one in value) or words("impact.none")
    provisions = {**impact.old.provisions, **impact.new.provisions}
    return "; ".join(provisions[one].title if one in provisions else one for one in value) or words("impact.none")


def _difference_json(one: Difference) -> dict[str, Any]:
    changes = [{"place": list(change.place), "how": change.how} for change in one.changes]
    return {"about": one.about, "name": one.name, "how": one.how, "changes": changes}
