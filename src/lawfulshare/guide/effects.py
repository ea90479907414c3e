"""What one changed answer would do to the others, told before it is accepted."""

from collections.abc import Mapping
from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.answers import stale
from lawfulshare.guide.form import Door
from lawfulshare.guide.walk import Walk, walk


class Effect(NamedTuple):
    """What changes besides the answer itself: the pages that come and go, and answers that count no longer or doubt."""

    come: tuple[str, ...]
    """Titles of pages that are asked now and were not before."""
    gone: Mapping[str, str]
    """Titles of pages that are not asked any more, each with the reason."""
    unheard: tuple[str, ...]
    """Paths whose answer stays in the case and counts no longer."""
    again: tuple[str, ...]
    """Paths whose answer should be looked at again."""

    @property
    def matters(self) -> bool:
        """Say whether an answer that was given is touched, so that one should be told before."""
        return bool(self.unheard or self.again)


def effect(door: Door, before: CaseFile, after: CaseFile, ways: tuple[Walk, Walk] | None = None) -> Effect:
    """Compare the way through a door before and after one answer; `ways`: both, where they were walked already."""
    was, now = ways or (walk(door, before), walk(door, after))
    titles = {page.name: page.title for page in door.pages}
    shown_before, shown_now = ({page.name for page in way.pages} for way in (was, now))
    return Effect(
        come=tuple(titles[name] for name in titles if name in shown_now - shown_before),
        gone={titles[name]: now.skipped[name] for name in titles if name in shown_before - shown_now},
        unheard=_unheard(was, now),
        again=stale(door, before, after, (was, now)),
    )


def _unheard(was: Walk, now: Walk) -> tuple[str, ...]:
    counts = now.put
    return tuple(path for path in was.put if path not in counts and was.read(path) not in (None, "", ()))
