"""How a case stands on the desk at one moment: its answers, and where in the wizard the person is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Mode
from lawfulshare.faults import Fault
from lawfulshare.guide.doors import doors
from lawfulshare.guide.form import Door, Page
from lawfulshare.guide.walk import Asked, Walk, walk
from lawfulshare.wording import wording

FIRST_DOOR: Mode = "share"


@dataclass(frozen=True)
class Standing:
    """One moment of a case; an act makes a new one, so that undo is only going back to an earlier one."""

    case: CaseFile
    wanted_page: str = ""
    """The page the person went to; it may since have become one that is skipped."""
    wanted_entry: str | None = None
    left_open: frozenset[str] = frozenset()
    stale: frozenset[str] = frozenset()

    @property
    def door(self) -> Door:
        """Give the door that the case goes through."""
        return doors()[self.case.mode or FIRST_DOOR]

    @cached_property
    def walk(self) -> Walk:
        """Give the pages that this case meets and the answers that count."""
        return walk(self.door, self.case)

    @cached_property
    def page(self) -> Page:
        """Give the page the person is on; where it is skipped now, the last one shown before it."""
        shown = {page.name: page for page in self.walk.pages}
        here = self.walk.pages[0]
        if self.wanted_page not in {page.name for page in self.door.pages}:
            return here
        for page in self.door.pages:
            here = shown.get(page.name, here)
            if page.name == self.wanted_page:
                break
        return here

    @cached_property
    def entry(self) -> str | None:
        """Give the key of the entry that is open on a page about a list; None where the list itself is shown."""
        each = self.page.each
        if each is None or self.page.name != self.wanted_page or self.wanted_entry not in keys(self.case, each):
            return None
        return self.wanted_entry

    @cached_property
    def to_look_at_again(self) -> tuple[str, ...]:
        """List the paths whose answer still stands while what it stood on has changed, in the order of the pages."""
        return tuple(path for path in self.walk.put if path in self.stale)

    @property
    def shows_grid(self) -> bool:
        """Say whether the page asks how much of each item goes to each recipient."""
        return any(question.as_ == "grid" for question in self.page.asks)

    @property
    def subject(self) -> str:
        """Give the label of the person whom the case is about, for the list of drafts."""
        people = {person.id: person for person in self.case.people or ()}
        about = [people[key] for key in self.case.concern.about or () if key in people]
        subjects = [person for person in people.values() if person.part == "subject"]
        labels = [person.label or person.name for person in (*about, *subjects, *people.values())]
        return next((label for label in labels if label), "")

    def unanswered(self) -> Iterator[Fault]:
        """Give the required questions of this page, or of the open entry, that are neither answered nor left open."""
        words = wording("en")
        for asked in self.walk.questions(self.page.name, self.entry):
            if asked.question.required and asked.path not in self.left_open and self._silent(asked):
                yield Fault(asked.path, words("desk.not_answered.what"), words("desk.not_answered.mend"))

    def _silent(self, asked: Asked) -> bool:
        said: Any = paths.read(self.case, asked.path)
        if said == ():
            # An empty list says "none"; only a decision always has its list of bases, also before any is chosen.
            return asked.question.as_ == "bases"
        return said is None or (isinstance(said, str) and not said.strip())


def keys(case: CaseFile, entry: str) -> tuple[str, ...]:
    """Give the keys of the entries of a list in their order."""
    return tuple(paths.key_of(one, position) for position, one in enumerate(paths.entries(case, entry)))
