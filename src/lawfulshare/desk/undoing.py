"""What was taken back or done again: the question whose answer is another now, or the entry that came or went."""

from typing import NamedTuple

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.form import ANSWERED_BESIDE, Page
from lawfulshare.guide.walk import Walk, keys


class Undone(NamedTuple):
    """The first answer that is another now, on which page; no path where an entry came or went, or the door changed."""

    path: str | None
    page: str


def undone(before: Walk, now: Walk) -> Undone:
    """Compare two ways and say what changed between them, in the order of the pages as they are now."""
    for way in (now, before):
        for page, asked in way.asked.items():
            for one in asked:
                if _is_another(one.path, before.case, now.case):
                    return Undone(one.path, page if page in now.asked else now.pages[0].name)
    for shown in now.pages:
        if any(paths.read(before.case, fact) != paths.read(now.case, fact) for fact in _beside(shown)):
            return Undone(None, shown.name)
        if shown.each is not None and keys(before.case, shown.each) != keys(now.case, shown.each):
            return Undone(None, shown.name)
    return Undone(None, now.pages[0].name)


def _beside(page: Page) -> tuple[str, ...]:
    return ANSWERED_BESIDE.get(page.special or "", ())


def _is_another(path: str, before: CaseFile, now: CaseFile) -> bool:
    """Say whether the answer is another now, and whether what it is asked of stands in both cases."""
    listed, _, rest = path.partition(".")
    entry = next((entry for entry, name in paths.ENTRIES.items() if name == listed and rest), None)
    key = rest.partition(".")[0]
    if entry is not None and not all(key in (keys(case, entry) or ()) for case in (before, now)):
        return False
    return bool(paths.read(before, path) != paths.read(now, path))
