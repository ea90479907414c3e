"""One case in hand: what was said, the way through its door, the page shown, what the law makes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Outcome
from lawfulshare.guide import answers, doors, naming
from lawfulshare.guide.form import Door, Page
from lawfulshare.guide.walk import Walk, walk
from lawfulshare.law.answer.assessing import Searched, first_answer_of, searched
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.what_if import SIZE, Enough, never
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.wording import wording


@dataclass(frozen=True)
class Clock:
    """The clock and the maker of ids, handed in so that every act can be replayed."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]

    def today(self) -> date:
        """Give today's day."""
        return self.now().date()


@dataclass(frozen=True)
class State:
    """The case at one moment, the page shown, and what to look at again."""

    case: CaseFile
    page: str
    stale: tuple[str, ...] = ()


class CaseInHand:
    """A case as it stands at one moment, read and never changed here."""

    def __init__(self, clock: Clock, state: State, shelf: Shelf | None = None) -> None:
        self._clock = clock
        self._shelf = shelf or Shelf()
        self._state = state
        self._walk: Walk | None = None
        self._found: Findings | None = None

    @property
    def case(self) -> CaseFile:
        """Give all that was said, heard or not."""
        return self._state.case

    @property
    def door(self) -> Door:
        """Give the door that the case came in by."""
        return doors.doors()[self.case.mode or "share"]

    @property
    def walk(self) -> Walk:
        """Give the way through the door for this case."""
        if self._walk is None or self._walk.case is not self.case:
            self._walk = walk(self.door, self.case)
        return self._walk

    @property
    def page(self) -> Page:
        """Give the page shown; if it is no longer wanted, the last one before it that is."""
        shown = {page.name: page for page in self.walk.pages}
        for page in reversed(self.door.pages[: self._position() + 1]):
            if page.name in shown:
                return page
        return self.walk.pages[0]

    @property
    def stale(self) -> tuple[str, ...]:
        """Give the paths to look at again, since what they stood on has changed."""
        put = self.walk.put
        return tuple(path for path in self._state.stale if path in put)

    @property
    def law(self) -> Law:
        """Give the law that the case is judged by.

        Raises:
            LawfulShareError: the nation has no pack.
        """
        return self._shelf.on(self.case.nation or "england", self.case.decided_on or self._clock.today().isoformat())

    @property
    def now(self) -> datetime:
        """Give the moment that it is."""
        return self._clock.now()

    def first_answer(self) -> Assessment:
        """Give outcome, verdicts and warnings for what is heard, at once; what the last answer left stands."""
        heard, law, before = self.walk.heard, self.law, self._found
        self._found = Findings(heard, law, before if before is not None and before.law is law else None)
        return first_answer_of(self._found)

    def what_if(self, path: str, value: object) -> Outcome | None:
        """Give the outcome that would follow if one answer were another; the case itself stays as it is.

        Raises:
            BadAnswer: it cannot stand there.
        """
        supposed = walk(self.door, answers.answer(self.case, path, value)).heard
        before = self._found if self._found is not None and self._found.law is self.law else None
        return first_answer_of(Findings(supposed, self.law, before)).outcome

    def full_answer(self, *, size: int = SIZE, enough: Enough = never) -> Callable[[], Searched]:
        """Give the work that finds the whole answer for the case as it is now; it may run in another thread.

        `size`: how many facts at most are changed to find what would change the answer; `enough` ends that search.
        """
        heard, law = self.walk.heard, self.law
        return lambda: searched(heard, law, size=size, enough=enough)

    def subject(self) -> str:
        """Give whom the case is about, as the list of drafts shows it."""
        return naming.subject(self.case) or wording()("desk.nobody_named")

    def _position(self) -> int:
        names = [page.name for page in self.door.pages]
        return names.index(self._state.page) if self._state.page in names else 0
