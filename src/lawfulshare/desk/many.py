"""Many papers at once: each is verified whatever becomes of the others, and what was found becomes a table to keep."""

import csv
import io
import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lawfulshare.desk.papers import Papers
from lawfulshare.desk.review import check, check_follow_up_sheet, check_sheet, found, read
from lawfulshare.faults import LawfulShareError
from lawfulshare.record.verification import QUESTIONS, Verification, unread
from lawfulshare.wording import wording

if TYPE_CHECKING:
    from lawfulshare.record.follow_up_checking import FollowUpVerification
    from lawfulshare.record.review_checking import ReviewVerification

WORTH_MORE = 24
"""From so many files on, the start of further processes costs less than it saves."""
MOST = 4
COLUMNS = (
    "file", "sound", *QUESTIONS, "signed_by", "signed_on", "countersigned_by", "record", "outcome", "bases",
    "law_version", "review_on", "findings",
)  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """One file: what its verification says, or why it could not be read."""

    path: Path
    told: "Verification | ReviewVerification | FollowUpVerification | None" = None
    trouble: LawfulShareError | None = None

    @property
    def is_sound(self) -> bool:
        """Say whether it was read and is sound."""
        return self.told is not None and self.told.sound

    def answer(self, question: str) -> str:
        """Give the answer to one of the questions; nothing where it is not asked of such a paper, or was not read."""
        asked = getattr(self.told.questions, question, None) if self.told else None
        return asked.answer if asked else ""


def check_many(
    named: Iterable[Path],
    trust: tuple[bytes, ...] = (),
    home: Path | None = None,
    *,
    halt: threading.Event | None = None,
) -> Iterator[Checked]:
    """Verify each file, and each PDF in each folder, in order; whoever sets `halt` gets no more of them."""
    paths = tuple(found(named))
    folders = tuple(dict.fromkeys(path.parent for path in paths))
    if len(paths) < WORTH_MORE or (os.cpu_count() or 1) < 2:
        begun = _Begun(folders, trust, home)
        for path in paths:
            if halt is not None and halt.is_set():
                return
            yield begun.check(path)
        return
    with ProcessPoolExecutor(
        min(os.cpu_count() or 1, MOST), multiprocessing.get_context("spawn"), _begin, (folders, trust, home)
    ) as pool:
        for checked in pool.map(_check, paths, chunksize=4):
            if halt is not None and halt.is_set():
                pool.shutdown(wait=False, cancel_futures=True)
                return
            yield checked


class _Begun:
    """What all files of one run share: folders are looked through once."""

    def __init__(self, folders: Sequence[Path], trust: tuple[bytes, ...], home: Path | None) -> None:
        self.papers = {folder: Papers(folder) for folder in folders}
        self.trust, self.home = trust, home

    def check(self, path: Path) -> Checked:
        from lawfulshare.record.follow_up import is_follow_up
        from lawfulshare.record.review_sheet import is_sheet

        folders = self.papers.values()
        try:
            body = read(path)
            if is_sheet(body):
                return Checked(path, check_sheet(path, self.trust, self.home, folders=folders))
            if is_follow_up(body):
                return Checked(path, check_follow_up_sheet(path, self.trust, self.home, folders=folders))
            return Checked(path, check(path, self.trust, self.home, papers=self.papers[path.parent]))
        except LawfulShareError as trouble:
            return Checked(path, trouble=trouble)


_here: list[_Begun] = []
"""In a further process: what its files share."""


def _begin(folders: Sequence[Path], trust: tuple[bytes, ...], home: Path | None) -> None:
    _here.append(_Begun(folders, trust, home))


def _check(path: Path) -> Checked:
    return _here[-1].check(path)


def as_documents(papers: Iterable[Checked]) -> list[dict[str, Any]]:
    """Give a document for each file, as `verify --json` prints them; one that was not read says so in the same form."""
    return [
        (paper.told or unread(paper.path.name, reason(paper), wording())).model_dump(mode="json", by_alias=True)
        for paper in papers
    ]


def as_table(papers: Iterable[Checked]) -> str:
    """Give a line for each file, as CSV (RFC 4180); no cell begins as a formula does."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for paper in papers:
        table.writerow([_plain(cell) for cell in _cells(paper)])
    return out.getvalue()


def reason(paper: Checked) -> str:
    """Say why a file could not be read."""
    return " ".join(fault.what for fault in paper.trouble.faults) if paper.trouble else ""


def _cells(paper: Checked) -> Iterator[str]:
    yield paper.path.name
    yield "" if paper.told is None else "yes" if paper.told.sound else "no"
    yield from map(paper.answer, QUESTIONS)
    seals = {seal.part: seal for seal in paper.told.signatures} if paper.told else {}
    author, second = seals.get("author"), seals.get("supervisor")
    yield author.name if author else ""
    yield (author.signed_on or "") if author else ""
    yield second.name if second else ""
    record = paper.told.record if isinstance(paper.told, Verification) else None
    yield from (
        (record.id, record.outcome or "", " ".join(record.bases), record.law.version, record.review_on or "")
        if record
        else ("",) * 5
    )
    yield " ".join(finding.code for finding in paper.told.findings) if paper.told else reason(paper)


def _plain(cell: str) -> str:
    """Keep a spreadsheet from working a cell out."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
