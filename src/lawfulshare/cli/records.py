"""record, verify: the signed record of a decided case, and its six questions."""

import secrets
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lawfulshare.cli.speaking import complain, law_for, read_bytes, read_case, say, say_json
from lawfulshare.cli.unlocking import NoTimestampOption, unlock
from lawfulshare.desk.sign_off import new_number
from lawfulshare.faults import Fault, NotOurs
from lawfulshare.filing import write_whole
from lawfulshare.record.verification import Verification
from lawfulshare.wording import ENGLISH, wording

if TYPE_CHECKING:
    from lawfulshare.desk.many import Checked
    from lawfulshare.record.follow_up_checking import FollowUpVerification
    from lawfulshare.record.review_checking import ReviewVerification

MAY_BE_OPEN = frozenset({"trusted", "when", "cites"})
"""Questions that a sound paper may leave open."""
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
    """Answer six questions about each record, separately; of several files, a line each."""
    from lawfulshare.desk.many import as_documents, check_many

    anchors = tuple(read_bytes(path, "certificate") for path in trust or ())
    papers = tuple(_with_progress(check_many(files, anchors)))
    troubles = [paper.trouble for paper in papers if paper.trouble]
    if len(troubles) == len(papers):
        nothing = NotOurs(Fault("verify", "there is no PDF to read", "Name a record, or a folder that holds some."))
        raise NotOurs(*(fault for trouble in troubles or [nothing] for fault in trouble.faults))
    for trouble in troubles:
        complain(trouble)
    if as_json:
        documents = as_documents(papers)
        say_json(documents[0] if len(documents) == 1 else documents)
    elif len(papers) == 1:
        say(in_words(papers[0].told) if papers[0].told else ())
    else:
        say(_in_lines(papers))
    raise typer.Exit(0 if all(paper.is_sound for paper in papers) else 1)


def _with_progress(papers: "Iterator[Checked]") -> "Iterator[Checked]":
    """Say on a terminal how many are done; say nothing where the output goes elsewhere."""
    done = 0
    for done, paper in enumerate(papers, 1):
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{done}")
        yield paper
    if done and sys.stderr.isatty():
        sys.stderr.write("\r")


def _in_lines(papers: "Sequence[Checked]") -> "Iterator[str]":
    """Tell each file on a line, and how many of them are sound."""
    words = wording()
    for told in (paper.told for paper in papers if paper.told):
        asks = [
            f"{words(f'{_asking(told)}.{name}')} {words(f'verification.answer.{question.answer}')}"
            for name, question in told.questions
            if question.answer == "no" or (question.answer == "unknown" and name not in MAY_BE_OPEN)
        ]
        title = in_words(told)[0].rstrip(".")
        yield ". ".join([title, " ".join([*asks, *(finding.says for finding in told.findings)])]).rstrip(". ") + "."
    sound = sum(paper.is_sound for paper in papers)
    not_read = sum(paper.told is None for paper in papers)
    yield words(
        "verification.line.summary",
        count=len(papers),
        sound=sound,
        unsound=len(papers) - sound - not_read,
        unread=not_read,
    )


def _asking(told: "Verification | ReviewVerification | FollowUpVerification") -> str:
    of_sheets = {"lawfulshare.review-verification/1": "review.", "lawfulshare.follow-up-verification/1": "follow_up."}
    return f"{of_sheets.get(told.format, '')}verification.question"


def in_words(told: "Verification | ReviewVerification | FollowUpVerification") -> list[str]:
    """Tell a verification line by line: each question with its answer, and what to do now."""
    words = wording()
    sound = words("verification.sound" if told.sound else "verification.not_sound")
    asks = _asking(told)
    if told.format == "lawfulshare.verification/1":
        title = f"{told.file}: {sound}"
    elif told.format == "lawfulshare.follow-up-verification/1":
        title = words("follow_up.verification.title", file=told.file, sound=sound, record=told.follow_up.record)
    else:
        found = told.review
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
