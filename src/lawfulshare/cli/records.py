"""record, verify: the signed record of a decided case, and its six questions."""

import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lawfulshare.cli.speaking import complain, law_for, read_bytes, read_case, say, say_json
from lawfulshare.cli.unlocking import NoTimestampOption, unlock
from lawfulshare.desk.sign_off import new_number
from lawfulshare.faults import Fault, LawfulShareError, NotOurs
from lawfulshare.filing import write_whole
from lawfulshare.record.verification import Verification
from lawfulshare.wording import ENGLISH, wording

if TYPE_CHECKING:
    from lawfulshare.record.review_checking import ReviewVerification

CaseFileArgument = Annotated[Path, typer.Argument(metavar="CASE.json", help="A decided case file.")]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE.pdf", help="Where the signed record goes.")]
IdentityOption = Annotated[str | None, typer.Option("--identity", metavar="NAME", help="Who signs; else the newest.")]
FilesArgument = Annotated[list[Path], typer.Argument(metavar="FILE.pdf|DIR", help="Records, or folders of them.")]
TrustOption = Annotated[
    list[Path] | None,
    typer.Option("--trust", metavar="CERT.pem", help="A certificate that you trust; may be repeated."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def record(
    case_file: CaseFileArgument,
    out: OutOption,
    identity: IdentityOption = None,
    no_timestamp: NoTimestampOption = False,
) -> None:
    """Make the signed record of a decided case."""
    from lawfulshare.record.making import make

    case = read_case(case_file)
    law = law_for(case, None)
    now = _now()
    signer = unlock(identity, at=now, timestamp=not no_timestamp)
    number = new_number(now, secrets.token_bytes(8))
    write_whole(out, make(case, law, signer, number=number, closed_at=now, words=wording(ENGLISH)))
    say(f"{out}: signed record {number}, by {signer.name}")


def verify(files: FilesArgument, trust: TrustOption = None, as_json: JsonOption = False) -> None:
    """Answer six questions about each record, separately."""
    from lawfulshare.desk.review import check_all

    anchors = tuple(read_bytes(path, "certificate") for path in trust or ())
    told: list[Verification | ReviewVerification] = []
    troubles: list[LawfulShareError] = []
    for _, result in check_all(files, anchors):
        if isinstance(result, LawfulShareError):
            troubles.append(result)
        else:
            told.append(result)
    if not told:
        nothing = NotOurs(Fault("verify", "there is no PDF to read", "Name a record, or a folder that holds some."))
        raise NotOurs(*(fault for trouble in troubles or [nothing] for fault in trouble.faults))
    for trouble in troubles:
        complain(trouble)
    if as_json:
        one = len(told) == 1 and not troubles
        say_json(told[0] if one else [each.model_dump(mode="json", by_alias=True) for each in told])
    else:
        for each in told:
            say(in_words(each))
    raise typer.Exit(0 if not troubles and all(each.sound for each in told) else 1)


def in_words(told: "Verification | ReviewVerification") -> list[str]:
    """Tell a verification line by line: each question with its answer, and what to do now."""
    words = wording()
    sound = words("verification.sound" if told.sound else "verification.not_sound")
    if isinstance(told, Verification):
        asks, lines = "verification.question", [f"{told.file}: {sound}"]
    else:
        asks, found = "review.verification.question", told.review
        word = words(f"review.word.{found.verdict}")
        title = words(
            "review.verification.title", file=told.file, word=word, record=found.record, round=found.round, sound=sound
        )
        lines = [title]
    for name, question in told.questions:
        lines += [f"  {words(f'{asks}.{name}')} {words(f'verification.answer.{question.answer}')}"]
        lines += [f"    {said}" for said in (question.says, question.do) if said]
    return [*lines, *(f"  {finding.says}" for finding in told.findings)]


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
