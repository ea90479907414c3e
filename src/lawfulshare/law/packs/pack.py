"""A nation's provisions on a day, with version and digest."""

import functools
import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from lawfulshare import content
from lawfulshare.faults import BadCaseFile, BadPack, Fault
from lawfulshare.law.language.terms import BadTerm
from lawfulshare.law.packs.law import Law, LawOfTheDay, compile_all
from lawfulshare.law.packs.linting import lint
from lawfulshare.law.packs.procedure import NationFile, Procedure
from lawfulshare.law.packs.provision import Provision, Written
from lawfulshare.wording import wording

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
        cautions: Path,
    ) -> None:
        self.nation = nation
        self.provisions = provisions
        self.procedure = procedure
        self.lists = lists
        self.sha256 = sha256
        self.cautions = cautions
        self._laws: dict[str, Law] = {}

    def on(self, day: str) -> Law:
        """Give the law of a day, compiled; the same object for the same day.

        Raises:
            BadPack: the provisions of that day lead in a circle.
        """
        if day not in self._laws:
            edition = _edition(self, day)
            law = Law(edition, self.nation, self.provisions, self.procedure, self.lists, cautions=self.cautions)
            try:
                _ = law.tables
            except BadTerm as problem:
                raise BadPack(Fault(f"law of {day}", str(problem), _MEND)) from None
            self._laws[day] = law
        return self._laws[day]


def _edition(pack: Pack, day: str) -> LawOfTheDay:
    return LawOfTheDay(pack=pack.nation.nation, version=pack.nation.version, sha256=pack.sha256, as_at=day)


_MEND = "Mend the file under resources/law, or install the program again."


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
    path = folder / nation / "nation.yaml"
    if not path.is_file():
        raise BadCaseFile(_no_pack(nation))
    written = {path: content.read_yaml(path)}
    about = _shaped(NationFile, written[path], path, folder)
    for shared in (folder / "lists.yaml", folder / "procedure.yaml"):
        written[shared] = content.read_yaml(shared)
    for part in about.folders:
        for file in sorted((folder / part).glob("*.yaml")):
            if file.name != "nation.yaml" and not file.name.endswith(".cases.yaml"):
                written[file] = content.read_yaml(file)
    procedure = _shaped(Procedure, written[folder / "procedure.yaml"], folder / "procedure.yaml", folder)
    lists = _lists(written[folder / "lists.yaml"])
    provisions = _provisions(written, folder)
    pack = Pack(about, provisions, procedure, lists, _digest(written, folder), cautions=folder.parent / "cautions")
    faults = tuple(_faults(pack))
    if faults:
        raise BadPack(*faults)
    return pack


def _no_pack(nation: str) -> Fault:
    words = wording("en")
    name = words(f"law.nations.{nation}") if f"law.nations.{nation}" in words else nation
    return Fault("nation", words("law.no_pack", nation=name), words("law.no_pack_mend"))


def _shaped(shape: type[_Shape], written: Any, path: Path, folder: Path) -> _Shape:
    where = path.relative_to(folder).as_posix()
    try:
        return shape.model_validate(written)
    except ValidationError as problem:
        raise BadPack.of(
            Fault(
                f"{where} {'.'.join(map(str, error['loc']))}".rstrip(),
                error["msg"].removeprefix("Value error, "),
                _MEND,
            )
            for error in problem.errors(include_url=False)
        ) from None


def _provisions(written: Mapping[Path, Any], folder: Path) -> dict[str, Provision]:
    """Read every provision; report the faults of all files at once."""
    found: dict[str, Provision] = {}
    faults: list[Fault] = []
    for path, body in written.items():
        if path.parent == folder or path.name == "nation.yaml":
            continue
        where = path.relative_to(folder).as_posix()
        try:
            provision = _shaped(Provision, body, path, folder)
        except BadPack as problem:
            faults.extend(problem.faults)
            continue
        if provision.id != path.stem:
            faults.append(Fault(where, f"the id {provision.id} is not the name of the file", _MEND))
        if provision.id in found:
            faults.append(Fault(where, f"the provision {provision.id} stands in two folders of the pack", _MEND))
        found[provision.id] = provision
    if faults:
        raise BadPack(*faults)
    return found


def _lists(written: Any) -> dict[str, tuple[str, ...]]:
    """Read the named lists; an entry `{list: name}` takes in another."""
    making: list[str] = []

    def values(name: str) -> Iterator[str]:
        if name not in written or name in making:
            problem = "it takes itself in" if name in making else "there is no such list"
            raise BadPack(Fault(f"lists.yaml {name}", problem, _MEND))
        making.append(name)
        for value in written[name]:
            if isinstance(value, dict) and set(value) == {"list"}:
                yield from values(value["list"])
            elif isinstance(value, str):
                yield value
            else:
                raise BadPack(Fault(f"lists.yaml {name}", "an entry is neither a word nor {list: name}", _MEND))
        making.pop()

    if not isinstance(written, dict):
        raise BadPack(Fault("lists.yaml", "it is no mapping of names to lists", _MEND))
    return {name: tuple(dict.fromkeys(values(name))) for name in written}


def _digest(written: Mapping[Path, Any], folder: Path) -> str:
    """Give the SHA-256 of what the files say, whatever their layout, comments and line ends."""
    said = {path.relative_to(folder).as_posix(): body for path, body in written.items()}
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise BadPack(Fault("resources/law", f"a value of kind {type(value).__name__} has no place in a pack", _MEND))


def _faults(pack: Pack) -> Iterator[Fault]:
    """Compile the law of the last day on which anything begins, and look over every other version."""
    latest = max(version.from_ for provision in pack.provisions.values() for version in provision.versions)
    edition = _edition(pack, latest)
    law = Law(edition, pack.nation, pack.provisions, pack.procedure, pack.lists, cautions=pack.cautions)
    found = tuple(lint(law))
    yield from found
    if not found:
        try:
            compile_all(law)
        except BadTerm as problem:
            yield Fault("procedure.yaml or a provision", str(problem), _MEND)
