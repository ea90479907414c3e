"""What one edition of a nation's law says, file by file: read from a folder, or from one document, and back.

The document (`lawfulshare.law/1`) is JSON: `{"format", "nation", "version", "sha256", "files": {path: what it
says}, "cautions": {name: what it says}}`. The digest is over the files alone and is the same however the edition came
here, so that a record's edition is found again by it.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, get_args

from lawfulshare import content
from lawfulshare.case.vocabulary import Nation
from lawfulshare.faults import BadCaseFile, BadContent, BadPack, Fault
from lawfulshare.wording import wording

FORMAT = "lawfulshare.law/1"
MEND = "Mend the file under resources/law, or install the program again."
_DIGEST = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"\d{4}\.\d{1,2}\.\d+")
_KEYS = {"format", "nation", "version", "sha256", "files", "cautions"}

Files = Mapping[str, Any]
"""What each file says, by its path inside the folder of the law."""


class Edition(NamedTuple):
    """The files of one nation's law, read and not yet understood."""

    nation: str
    files: Files
    cautions: Callable[[], Files]
    """Gives what each caution says, by file name; read only when the first caution is asked for."""

    @property
    def sha256(self) -> str:
        """Give the SHA-256 of what the files say, in their order, whatever their layout, comments and line ends."""
        return hashlib.sha256(canonical(dict(sorted(self.files.items())))).hexdigest()

    @property
    def version(self) -> str:
        """Give the version that the nation's file states."""
        return str(self.files[f"{self.nation}/nation.yaml"].get("version", ""))


def read_folder(folder: Path, nation: str) -> Edition:
    """Read a nation's files from a folder of law; the cautions stand in a folder beside it.

    Raises:
        BadCaseFile: there is no pack for that nation in the folder.
        BadPack: files that cannot be read; all of them.
    """
    about = f"{nation}/nation.yaml"
    if nation not in get_args(Nation) or not (folder / about).is_file():
        raise BadCaseFile(no_pack(nation))
    files: dict[str, Any] = {}
    faults: list[Fault] = []

    def take(path: str) -> None:
        try:
            files[path] = content.read_yaml(folder / path)
        except BadContent as problem:
            faults.extend(problem.faults)

    take(about)
    parts = files[about].get("folders") if isinstance(files.get(about), dict) else None
    for path in ("lists.yaml", "procedure.yaml", *_provisions(folder, parts)):
        take(path)
    if faults:
        raise BadPack(*faults)
    return Edition(nation, files, lambda: _cautions(folder.parent / "cautions"))


def _provisions(folder: Path, parts: Any) -> Iterator[str]:
    for part in parts if isinstance(parts, list) else ():
        for file in sorted((folder / str(part)).glob("*.yaml")):
            if file.name != "nation.yaml" and not file.name.endswith(".cases.yaml"):
                yield f"{part}/{file.name}"


def _cautions(folder: Path) -> Files:
    found = (path for path in sorted(folder.glob("*.yaml")) if not path.name.endswith(".cases.yaml"))
    return {path.name: content.read_yaml(path) for path in found}


def write_document(edition: Edition) -> bytes:
    """Write an edition as one document: the same edition gives the same bytes."""
    return canonical(
        {
            "format": FORMAT,
            "nation": edition.nation,
            "version": edition.version,
            "sha256": edition.sha256,
            "files": dict(sorted(edition.files.items())),
            "cautions": dict(sorted(edition.cautions().items())),
        }
    )


def read_document(body: bytes) -> Edition:
    """Read an edition from one document.

    Raises:
        BadPack: it is none, or is not what its digest and version say.
    """
    try:
        stated = json.loads(body)
        files, cautions = stated["files"], stated["cautions"]
        edition = Edition(stated["nation"], files, lambda: dict(cautions))
        if set(stated) != _KEYS or stated["format"] != FORMAT or not isinstance(cautions, dict):
            raise ValueError
        if (edition.sha256, edition.version) != (stated["sha256"], stated["version"]):
            raise ValueError
        if edition.nation not in get_args(Nation) or not _VERSION.fullmatch(edition.version):
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadPack(Fault("law pack", "it is not an edition of the law", "Ask for the file again.")) from None
    return edition


def canonical(said: Any) -> bytes:
    """Write what was said as JSON that is the same each time: as ordered as it is, no spaces, UTF-8, days as text.

    Raises:
        BadPack: a value has no place in a pack.
    """
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise BadPack(Fault("resources/law", f"a value of kind {type(value).__name__} has no place in a pack", MEND))


def no_pack(nation: str) -> Fault:
    """Say that a nation has no pack."""
    words = wording("en")
    name = words(f"law.nations.{nation}") if f"law.nations.{nation}" in words else nation
    return Fault("nation", words("law.no_pack", nation=name), words("law.no_pack_mend"))


def frozen(sha256: str) -> Edition | None:
    """Give an earlier edition that still ships with the program, by its digest; None where there is none."""
    path = content.resources() / "law" / "editions" / f"{sha256}.json.gz"
    if not _DIGEST.fullmatch(sha256) or not path.is_file():
        return None
    return read_document(gzip.decompress(path.read_bytes()))


def freeze(edition: Edition, folder: Path) -> Path:
    """Write an edition into a folder as one compact file named by its digest; the same edition gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{edition.sha256}.json.gz"
    path.write_bytes(gzip.compress(write_document(edition), mtime=0))
    return path
