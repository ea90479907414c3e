"""paper, follow-up: what is written out of a signed record, and what is written after it."""

import secrets
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lawfulshare.cli.speaking import read_bytes, say
from lawfulshare.cli.unlocking import NoTimestampOption, unlock
from lawfulshare.desk.home import home
from lawfulshare.desk.sign_off import new_number
from lawfulshare.filing import write_whole
from lawfulshare.wording import ENGLISH, wording


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
AfterOption = Annotated[
    Path, typer.Option("--facts", metavar="AFTER.json", help="What came after, as the handbook shows.")
]
WriterOption = Annotated[str | None, typer.Option("--identity", metavar="NAME", help="Who signs; else the newest.")]
SheetOption = Annotated[Path, typer.Option("--out", metavar="SHEET.pdf", help="Where the signed sheet goes.")]


def paper(record: RecordArgument, kind: KindOption, out: PaperOption, whom: ForOption = None) -> None:
    """Write a paper out of a signed record: for a recipient, for a person, or for the file."""
    from lawfulshare.desk.law_here import read_shelf
    from lawfulshare.desk.writing_out import telling, written

    told = telling(read_bytes(record, "record"), read_shelf(home()))
    write_whole(out, written(told, kind.value, whom, datetime.now(UTC).astimezone()))
    say(f"{out}: {wording()(f'papers.{kind.value}.head')}")
    say(wording()(f"papers.{kind.value}.before_it_leaves"))


def follow_up(
    record: RecordArgument,
    facts: AfterOption,
    out: SheetOption,
    identity: WriterOption = None,
    no_timestamp: NoTimestampOption = False,
) -> None:
    """Sign what came after a record: receipt, chase, what followed in writing, what was promised, what came of it."""
    from lawfulshare.record import following_up
    from lawfulshare.record.follow_up import read_after

    pdf, after = read_bytes(record, "record"), read_after(read_bytes(facts, "follow-up"))
    now = datetime.now(UTC).astimezone()
    signer = unlock(identity, at=now, timestamp=not no_timestamp)
    number = new_number(now, secrets.token_bytes(8))
    signed, sheet = following_up.follow_up(pdf, after, signer, number=number, at=now, words=wording(ENGLISH))
    write_whole(out, signed)
    say(wording()("follow_up.told", path=out, number=sheet.id, record=sheet.record.id, name=signer.name))
