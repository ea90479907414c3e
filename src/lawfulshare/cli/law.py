"""law list, show, at, book: the provisions of a pack, one of them, the law of a day, all of it as a document."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from lawfulshare import content
from lawfulshare.cli.speaking import DEFAULT_NATION, day_named, law_here, say, say_json, say_table
from lawfulshare.faults import BadPack, Fault
from lawfulshare.filing import write_whole
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision, Version
from lawfulshare.wording import wording

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

IdArgument = Annotated[str, typer.Argument(metavar="ID")]
DateArgument = Annotated[str, typer.Argument(metavar="DATE")]
NationOption = Annotated[str, typer.Option("--nation", help="england, wales, scotland or northern_ireland.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The law of this day; today if not given.")]


@app.command("list")
def list_provisions(nation: NationOption = DEFAULT_NATION, as_json: JsonOption = False) -> None:
    """List every provision of a pack, in force or not."""
    pack = law_here().newest(nation)
    if as_json:
        say_json([provision.model_dump(mode="json", by_alias=True) for provision in pack.provisions.values()])
        return
    say_table((one.id, one.kind, f"{one.title} ({one.citation})") for one in pack.provisions.values())


@app.command("show")
def show(
    provision_id: Annotated[str, typer.Argument(metavar="ID")],
    nation: NationOption = DEFAULT_NATION,
    as_json: JsonOption = False,
) -> None:
    """Show one provision: its conditions, exceptions, days and evidence."""
    pack = law_here().newest(nation)
    provision = pack.provisions.get(provision_id)
    if provision is None:
        raise BadPack(
            Fault(f"provision {provision_id}", f"the pack of {nation} has none of that id",
                  "Find its id with: lawfulshare law list")
        )  # fmt: skip
    if as_json:
        say_json(provision)
        return
    from lawfulshare.law.answer.explanation import describe_provision
    from lawfulshare.law.answer.reading import Reader

    say(describe_provision(provision, date.today().isoformat(), Reader(pack.provisions, pack.lists, pack.procedure)))


@app.command("at")
def at(
    day: Annotated[str, typer.Argument(metavar="DATE")],
    nation: NationOption = DEFAULT_NATION,
    as_json: JsonOption = False,
) -> None:
    """Say what was law on a day, and what was still to come."""
    law = law_here().on(nation, day_named(day, "DATE"))
    rows = [(provision, law.version(provision.id)) for provision in law.provisions.values()]
    if as_json:
        say_json(
            {
                "law": law.edition.model_dump(),
                "in_force": [provision.id for provision, version in rows if version is not None],
                "coming": [
                    provision.id for provision, version in rows if version is None and law.is_coming(provision.id)
                ],
                "not_law": [provision.id for provision, version in rows if version is None],
            }
        )
        return
    words, edition = wording("en"), law.edition
    say(words("law.explain.law", nation=law.nation.name, day=words.day(edition.as_at), version=edition.version))
    say_table((provision.id, _stands(provision, version, law)) for provision, version in rows)


def _stands(provision: Provision, version: Version | None, law: Law) -> str:
    """Say how a provision stands on a day; what is not law is enacted and not in force, repealed, or not begun."""
    words, begins = wording("en"), law.begins(provision.id)
    if version is not None:
        return words(f"law.statuses.{version.status}")
    standing = next((version.status for version in provision.versions if version.covers(law.day)), None)
    told = words(f"law.at.{standing}") if standing else words("law.at.none")
    return words("law.at.begins", told=told, day=words.day(begins)) if begins else told


@app.command("book")
def book(
    out: Annotated[Path, typer.Option("--out", metavar="FILE.html", help="Where the book goes.")],
    nation: NationOption = DEFAULT_NATION,
    on: OnOption = None,
) -> None:
    """Write the whole pack as one document that a lawyer reads, prints and signs off."""
    from lawfulshare.law.book.book import law_book
    from lawfulshare.law.proving.beside import Beside, cases_beside

    pack = law_here().newest(nation)
    law = pack.on(day_named(on or date.today().isoformat(), "--on"))
    cases: dict[str, list[Beside]] = {}
    for case in cases_beside(content.resources() / "law"):
        if case.kind == "provision":
            cases.setdefault(case.about, []).append(case)
    write_whole(out, law_book(pack, law, cases).encode())
    say(wording("en")("book.written", name=out.name))
