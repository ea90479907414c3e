"""prove: the eight properties of every answer, each proved or with a case file that breaks it."""

import importlib.util
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lawfulshare.cli.speaking import DEFAULT_NATION, say, say_json
from lawfulshare.faults import Fault, LawfulShareError
from lawfulshare.law.packs.pack import load
from lawfulshare.wording import wording

if TYPE_CHECKING:
    from lawfulshare.law.proving.proof import Proved
    from lawfulshare.law.proving.trial import Finding

NationOption = Annotated[str, typer.Option("--nation", help="england, wales, scotland or northern_ireland.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def prove(nation: NationOption = DEFAULT_NATION, as_json: JsonOption = False) -> None:
    """Prove the eight properties of the law for all facts, or print a case that breaks one."""
    words = wording("en")
    if importlib.util.find_spec("z3") is None:
        raise LawfulShareError(
            Fault(words("proving.no_solver_where"), words("proving.no_solver"), words("proving.no_solver_mend"))
        )
    from lawfulshare.law.proving.proof import prove as prove_pack

    proved = prove_pack(nation)
    if as_json:
        say_json(_as_json(nation, proved))
    else:
        say(_told(nation, proved))
    raise typer.Exit(0 if all(one.holds for one in proved) else 1)


def _told(nation: str, proved: "tuple[Proved, ...]") -> Iterator[str]:
    from lawfulshare.law.proving.telling import tell_against

    words, pack = wording("en"), load(nation)
    yield words(
        "proving.title", nation=pack.nation.name, version=pack.nation.version,
        proved=sum(one.holds for one in proved), all=len(proved),
    )  # fmt: skip
    periods = proved[0].days
    people = max(one.people for one in proved)
    yield words(
        "proving.periods", first=words.day(periods[0]), last=words.day(periods[-1]), count=len(periods), people=people
    )
    for one in proved:
        state = words("proving.holds" if one.holds else "proving.broken")
        says = words(f"proving.properties.{one.number}")
        yield words("proving.line", number=one.number, state=state, says=says)
        told = (tuple(tell_against(finding, pack)) for finding in one.against)
        for lines in dict.fromkeys(told):  # one case often breaks two statements of a property
            yield from lines


def _as_json(nation: str, proved: "tuple[Proved, ...]") -> dict[str, Any]:
    pack = load(nation)
    return {
        "pack": {"nation": nation, "version": pack.nation.version, "sha256": pack.sha256},
        "proved": all(one.holds for one in proved),
        "properties": [
            {
                "number": one.number,
                "says": wording("en")(f"proving.properties.{one.number}"),
                "holds": one.holds,
                "periods": list(one.days),
                "people": one.people,
                "against": [_against(finding) for finding in one.against],
            }
            for one in proved
        ],
    }


def _against(finding: "Finding") -> dict[str, Any]:
    return {
        "day": finding.day,
        "because": finding.because or "case",
        "names": list(finding.names),
        "cases": [case.model_dump(mode="json", by_alias=True, exclude_none=True) for case in finding.cases],
    }
