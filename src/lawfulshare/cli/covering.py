"""cover: which provisions, conditions, exceptions, table rows and cautions the cases of a folder exercise."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from lawfulshare.cli.speaking import DEFAULT_NATION, say, say_json
from lawfulshare.law.packs.pack import Pack, load
from lawfulshare.law.proving.coverage import Point, exercised, read_folders, wanted
from lawfulshare.wording import wording

FoldersArgument = Annotated[list[Path], typer.Argument(metavar="CASES_DIR...", help="Folders of cases.")]
NationOption = Annotated[str, typer.Option("--nation", help="england, wales, scotland or northern_ireland.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def cover(folders: FoldersArgument, nation: NationOption = DEFAULT_NATION, as_json: JsonOption = False) -> None:
    """Say which parts of the law the cases of these folders exercise, and which none of them does."""
    pack = load(nation)
    cases = read_folders(folders, pack)
    points, reached = tuple(wanted(pack)), exercised(pack, cases)
    number = len(cases.beside) + len(cases.cautions) + len(cases.whole)
    if as_json:
        say_json(_as_json(pack, points, reached, number))
    else:
        say(_told(pack, points, reached, number))
    raise typer.Exit(0 if reached >= set(points) else 1)


def _told(pack: Pack, points: tuple[Point, ...], reached: set[Point], number: int) -> Iterator[str]:
    words = wording()
    covered = sum(point in reached for point in points)
    yield words(
        "covering.title", nation=pack.nation.name, version=pack.nation.version, covered=covered, wanted=len(points),
        cases=number,
    )  # fmt: skip
    for (_, of), own in _by_what(points).items():
        missing = [point.what for point in own if point not in reached]
        yield words("covering.line", of=of, covered=len(own) - len(missing), wanted=len(own))
        yield from (words("covering.missing", what=what) for what in missing)
    for kind in dict.fromkeys(point.kind for point in points):
        own = [point for point in points if point.kind == kind]
        covered = sum(point in reached for point in own)
        yield words("covering.kind", kind=words(f"covering.kinds.{kind}"), covered=covered, wanted=len(own))


def _as_json(pack: Pack, points: tuple[Point, ...], reached: set[Point], number: int) -> dict[str, Any]:
    return {
        "pack": {"nation": pack.nation.nation, "version": pack.nation.version, "sha256": pack.sha256},
        "cases": number,
        "wanted": len(points),
        "exercised": sum(point in reached for point in points),
        "parts": [
            {
                "kind": kind,
                "id": of,
                "exercised": [point.what for point in own if point in reached],
                "missing": [point.what for point in own if point not in reached],
            }
            for (kind, of), own in _by_what(points).items()
        ],
    }


def _by_what(points: tuple[Point, ...]) -> dict[tuple[str, str], list[Point]]:
    found: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        found.setdefault((point.kind, point.of), []).append(point)
    return found
