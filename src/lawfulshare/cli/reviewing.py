"""countersign: a supervisor's verdict on a record, its signed review sheet and, on agreement, the countersignature."""

import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lawfulshare.cli.records import in_words
from lawfulshare.cli.speaking import say
from lawfulshare.cli.unlocking import NoTimestampOption, unlock
from lawfulshare.desk.sign_off import new_number
from lawfulshare.faults import BadCaseFile, Fault
from lawfulshare.wording import wording

if TYPE_CHECKING:
    from lawfulshare.record.review_sheet import Comment, Verdict

AgreeOption = Annotated[bool, typer.Option("--agree", help="Agree, and countersign the record; so too by itself.")]
ReturnOption = Annotated[bool, typer.Option("--return", help="Give it back to be mended.")]
DisagreeOption = Annotated[bool, typer.Option("--disagree", help="Say that you do not agree.")]
CommentOption = Annotated[
    list[str] | None,
    typer.Option(
        "--comment",
        metavar="TEXT",
        help="What you say of it; 'decision.rationale: TEXT' is on that question. May be repeated.",
    ),
]
SheetOption = Annotated[
    Path | None,
    typer.Option("--sheet", metavar="SHEET.pdf", help="Where the review sheet goes; else beside the record."),
]
SignedArgument = Annotated[Path, typer.Argument(metavar="FILE.pdf", help="A record that its author signed.")]
SupervisorOption = Annotated[str, typer.Option("--identity", metavar="NAME", help="Who countersigns.")]
CountersignedOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE.pdf", help="Where it goes; else beside the record, named countersigned."),
]


def countersign(
    file: SignedArgument,
    identity: SupervisorOption,
    *,
    agree: AgreeOption = False,
    give_back: ReturnOption = False,
    disagree: DisagreeOption = False,
    comment: CommentOption = None,
    out: CountersignedOption = None,
    sheet: SheetOption = None,
    no_timestamp: NoTimestampOption = False,
) -> None:
    """Review a sound record: agree and countersign it, give it back, or disagree; a signed sheet says which and why."""
    from lawfulshare.desk.review import check
    from lawfulshare.desk.reviewing import give_verdict

    verdict = _verdict(agree=agree, give_back=give_back, disagree=disagree)
    comments = tuple(_comment(said) for said in comment or ())
    told = check(file)
    if not told.sound:
        say(in_words(told))
        raise typer.Exit(1)
    now = datetime.now(UTC).astimezone()
    signer = unlock(identity, at=now, timestamp=not no_timestamp)
    number = new_number(now, secrets.token_bytes(8))
    given = give_verdict(file, signer, verdict, comments, number=number, at=now, out=out, sheet=sheet)
    words = wording()
    if given.countersigned is not None:
        say(words("review.told.countersigned", path=given.countersigned, name=signer.name))
    word = words(f"review.word.{verdict}")
    say(words("review.told.sheet", path=given.sheet, number=given.review.id, word=word, name=signer.name))


def _verdict(*, agree: bool, give_back: bool, disagree: bool) -> "Verdict":
    """Give the verdict that was named; to countersign is to agree."""
    named: dict[Verdict, bool] = {"agree": agree, "return": give_back, "disagree": disagree}
    chosen = [verdict for verdict, said in named.items() if said]
    if len(chosen) > 1:
        raise BadCaseFile(Fault("countersign", "more than one verdict is named", "Name one of them."))
    return chosen[0] if chosen else "agree"


def _comment(said: str) -> "Comment":
    """Read a comment; what stands before a first colon is what it is about, where that names a part of a record."""
    from lawfulshare.record.review_sheet import Comment, is_place

    at, colon, text = said.partition(":")
    if colon and text.strip() and is_place(at.strip()):
        return Comment(at=at.strip(), text=text.strip())
    if not said.strip():
        raise BadCaseFile(Fault("--comment", "it is empty", "Write what you want to say, or leave it out."))
    return Comment(text=said.strip())
