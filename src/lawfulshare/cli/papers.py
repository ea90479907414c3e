"""paper: the schedule, the letter, the record of not sharing, the copy: written out of a signed record."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lawfulshare.cli.speaking import read_bytes, say
from lawfulshare.desk.home import home
from lawfulshare.filing import write_whole
from lawfulshare.wording import wording


class Kind(StrEnum):
    """The papers that can be written."""

    schedule = "schedule"
    person = "person"
    not_sharing = "not-sharing"
    copy = "copy"


RecordArgument = Annotated[Path, typer.Argument(metavar="RECORD.pdf", help="A signed record.")]
KindOption = Annotated[Kind, typer.Option("--kind", help="Which paper.")]
ForOption = Annotated[
    str | None, typer.Option("--for", metavar="WHO", help="For whom, by name or id; needed where there are several.")
]
PaperOption = Annotated[Path, typer.Option("--out", metavar="FILE.pdf", help="Where it goes.")]


def paper(record: RecordArgument, kind: KindOption, out: PaperOption, whom: ForOption = None) -> None:
    """Write a paper out of a signed record: for a recipient, for a person, or for the file."""
    from lawfulshare.desk.law_here import read_shelf
    from lawfulshare.desk.writing_out import telling, written

    told = telling(read_bytes(record, "record"), read_shelf(home()))
    write_whole(out, written(told, kind.value, whom, datetime.now(UTC).astimezone()))
    say(f"{out}: {wording()(f'papers.{kind.value}.head')}")
    say(wording()(f"papers.{kind.value}.before_it_leaves"))
