"""A nation's provisions on a day, with version and digest."""

import functools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from lawfulshare import content
from lawfulshare.faults import BadPack, Fault
from lawfulshare.law.language.terms import BadTerm
from lawfulshare.law.packs.edition import MEND, Edition, Files, read_folder
from lawfulshare.law.packs.law import Law, LawOfTheDay
from lawfulshare.law.packs.linting import lint
from lawfulshare.law.packs.overlay import Overlay, confirmed
from lawfulshare.law.packs.procedure import NationFile, Procedure
from lawfulshare.law.packs.provision import Provision, Written

__all__ = ["Law", "Pack", "load", "read_pack"]

_Shape = TypeVar("_Shape", bound=Written)


class Pack:
    """All provisions of a nation, in force or not, and the procedure; gives the law of any day."""

    def __init__(
        self,
        nation: NationFile,
        provisions: Mapping[str, Provision],
        procedure: Procedure,
        lists: Mapping[str, tuple[str, ...]],
        sha256: str,
        *,
        cautions: Callable[[], Files],
        overlay: Overlay | None = None,
    ) -> None:
        self.nation = nation
        self.provisions = provisions
        self.procedure = procedure
        self.lists = lists
        self.sha256 = sha256
        self.cautions = cautions
        self.overlay = overlay
        self._laws: dict[str, Law] = {}

    def on(self, day: str) -> Law:
        """Give the law of a day, compiled; the same object for the same day.

        Raises:
            BadPack: the provisions of that day lead in a circle.
        """
        law = self.uncompiled(day)
        try:
            _ = law.tables
        except BadTerm as problem:
            raise BadPack(Fault(f"law of {day}", str(problem), MEND)) from None
        return law

    def uncompiled(self, day: str) -> Law:
        """Give the law of a day, of which only what is asked for is compiled; the same object for the same day."""
        if day not in self._laws:
            self._laws[day] = _law(self, day)
        return self._laws[day]

    def under(self, overlay: Overlay) -> "Pack":
        """Give the same pack with an organisation's overlay laid over it."""
        return Pack(
            self.nation,
            confirmed(self.provisions, overlay),
            self.procedure,
            self.lists,
            self.sha256,
            cautions=self.cautions,
            overlay=overlay,
        )


def _law(pack: Pack, day: str) -> Law:
    edition = LawOfTheDay(
        pack=pack.nation.nation,
        version=pack.nation.version,
        sha256=pack.sha256,
        as_at=day,
        overlay=pack.overlay.sha256 if pack.overlay else None,
    )
    return Law(
        edition,
        pack.nation,
        pack.provisions,
        pack.procedure,
        pack.lists,
        cautions=pack.cautions,
        overlay=pack.overlay,
    )


@functools.cache
def load(nation: str) -> Pack:
    """Give the pack of a nation that ships with the program.

    Raises:
        BadCaseFile: there is no pack for that nation yet.
        BadPack: the pack has faults; all of them.
    """
    return read_pack(content.resources() / "law", nation)


def read_pack(folder: Path, nation: str) -> Pack:
    """Read a pack from a folder of law and check it.

    Raises:
        BadCaseFile: there is no pack for that nation in the folder.
        BadPack: the pack has faults; all of them.
    """
    return pack_of(read_folder(folder, nation))


def pack_of(edition: Edition) -> Pack:
    """Understand an edition and check it.

    Raises:
        BadPack: the pack has faults; all that one reading can find.
    """
    files = edition.files
    faults: list[Fault] = []

    def shaped(shape: type[_Shape], path: str) -> _Shape | None:
        try:
            return shape.model_validate(files.get(path))
        except ValidationError as problem:
            faults.extend(_misshapen(path, problem))
        return None

    about = shaped(NationFile, f"{edition.nation}/nation.yaml")
    procedure = shaped(Procedure, "procedure.yaml")
    lists: dict[str, tuple[str, ...]] = {}
    try:
        lists = _lists(files.get("lists.yaml"))
    except BadPack as problem:
        faults.extend(problem.faults)
    provisions: dict[str, Provision] = {}
    places: dict[str, str] = {}
    folders = about.folders if about else ()
    for path in sorted(files, key=lambda path: (*(path.partition("/")[0] != folder for folder in folders), path)):
        folder, _, name = path.rpartition("/")
        if not folder or name == "nation.yaml":
            continue
        provision = shaped(Provision, path)
        if provision is None:
            continue
        if f"{provision.id}.yaml" != name:
            faults.append(Fault(path, f"the id {provision.id} is not the name of the file", MEND))
        if provision.id in provisions:
            faults.append(Fault(path, f"the provision {provision.id} stands in two folders of the pack", MEND))
        provisions[provision.id], places[provision.id] = provision, path
    if faults or about is None or procedure is None:
        raise BadPack(*faults)
    pack = Pack(about, provisions, procedure, lists, edition.sha256, cautions=edition.cautions)
    latest = max(version.from_ for provision in provisions.values() for version in provision.versions)
    if found := lint(_law(pack, latest), places):
        raise BadPack(*found)
    return pack


_MISSHAPEN = {"missing": "it is missing", "extra_forbidden": "there is no such key"}


def _misshapen(path: str, problem: ValidationError) -> Iterator[Fault]:
    for error in problem.errors(include_url=False):
        where = f"{path} {'.'.join(map(str, error['loc']))}".rstrip()
        yield Fault(where, _MISSHAPEN.get(error["type"], error["msg"].removeprefix("Value error, ")), MEND)


def _lists(written: Any) -> dict[str, tuple[str, ...]]:
    """Read the named lists; an entry `{list: name}` takes in another."""
    making: list[str] = []

    def values(name: str) -> Iterator[str]:
        if name not in written or name in making:
            problem = "it takes itself in" if name in making else "there is no such list"
            raise BadPack(Fault(f"lists.yaml {name}", problem, MEND))
        making.append(name)
        for value in written[name]:
            if isinstance(value, dict) and set(value) == {"list"}:
                yield from values(value["list"])
            elif isinstance(value, str):
                yield value
            else:
                raise BadPack(Fault(f"lists.yaml {name}", "an entry is neither a word nor {list: name}", MEND))
        making.pop()

    if not isinstance(written, dict):
        raise BadPack(Fault("lists.yaml", "it is no mapping of names to lists", MEND))
    return {name: tuple(dict.fromkeys(values(name))) for name in written}
