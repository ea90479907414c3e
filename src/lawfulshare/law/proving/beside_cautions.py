"""The cases beside the cautions: small cases that say whether one is raised.

`<code>.cases.yaml` beside `resources/cautions/<code>.yaml`, written as `telling_cases.py` says, but beginning with
a case of which nothing is said, not even a pair: `given` names whole keys or paths, `then` is `raised` or `not raised`.
"""

from pathlib import Path
from typing import Literal, NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.proving.beside import ENDING
from lawfulshare.law.proving.telling_cases import CaseWritten, read_told

DAY = "2026-11-23"
"""The day of a case that says no other."""
NOTHING_SAID = CaseFile(nation="england", decided_on=DAY)


class BesideCaution(NamedTuple):
    """One case beside a caution: where it stands, its code, its facts, and whether it is raised."""

    where: str
    code: str
    name: str
    day: str
    raised: bool
    case: CaseFile


class _CaseBeside(CaseWritten):
    """A case beside a caution, as written."""

    then: Literal["raised", "not raised"]


def read_caution_cases(path: Path) -> tuple[BesideCaution, ...]:
    """Read the cases beside one caution.

    Raises:
        BadContent: the file is no YAML.
        BadPack: a case is none, with its file and the reason.
    """
    code = path.name.removesuffix(ENDING)
    return tuple(
        BesideCaution(told.where, code, told.written.name, told.day, told.written.then == "raised", told.case)
        for told in read_told(path, _CaseBeside, NOTHING_SAID, DAY)
    )
