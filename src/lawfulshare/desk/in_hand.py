"""One case in hand: what was said, the way through its door, the page shown, what the law makes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Outcome
from lawfulshare.desk.address_book import KnownRecipient
from lawfulshare.desk.profile import OwnContact
from lawfulshare.desk.proposing import Proposal
from lawfulshare.faults import LawfulShareError
from lawfulshare.guide import answers, doors, emergency, naming
from lawfulshare.guide.effects import effect
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
        self.clock = clock
        self._shelf = shelf or Shelf()
        self._state = state
        self._walk: Walk | None = None
        self._found: Findings | None = None
        self._answer: Assessment | None = None
        self._proposed: Proposal | None = None
        self.own_contacts: tuple[OwnContact, ...] = ()
        self.known_recipients: tuple[KnownRecipient, ...] = ()
        self.taken_up: CaseFile | None = None
        """What the record said whose request is taken up again."""

    @property
    def moment(self) -> datetime:
        """Give the moment that it is now."""
        return self.clock.now()

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
        return self._law_for(self.case)

    def first_answer(self) -> Assessment:
        """Give outcome, verdicts and warnings for what is heard, at once; what the last answer left stands."""
        heard, law, before = self.walk.heard, self.law, self._found
        if self._answer is None or before is None or before.case is not heard or before.law is not law:
            found = Findings(heard, law, before if before is not None and before.law is law else None)
            self._answer = first_answer_of(found)
            self._found = found
        self._heed(self._answer)
        return self._answer

    def propose(self, path: str, value: Any) -> Proposal:
        """Give what one answer would do to the others and, once something is decided, to the outcome.

        Raises:
            BadAnswer: it cannot stand there.
        """
        known = self._proposed
        if known is not None and known.before is self.case and (known.path, repr(known.value)) == (path, repr(value)):
            return known
        case = emergency.with_what_follows(answers.answer(self.case, path, value), path)
        way = walk(doors.doors()[case.mode or "share"], case)
        told = effect(self.door, self.case, case, (self.walk, way))
        decided = self.case.decision is not None and self.case.decision.outcome is not None
        outcomes = self._outcomes(way) if decided else (None, None)
        self._proposed = Proposal(path, value, self.case, case, way, told, outcomes)
        return self._proposed

    def what_if(self, said: Mapping[str, Any]) -> Assessment:
        """Give the answer as it would be had some facts been otherwise; the case is not altered.

        Raises:
            BadAnswer: one of them cannot stand there.
            LawfulShareError: the nation has no pack.
        """
        case = self.case
        for path, value in said.items():
            case = answers.answer(case, path, value)
        heard = walk(doors.doors()[case.mode or "share"], case).heard
        law, known = self._law_for(case), self._found
        return first_answer_of(Findings(heard, law, known if known is not None and known.law is law else None))

    def full_answer(self, *, size: int = SIZE, enough: Enough = never) -> Callable[[], Searched]:
        """Give the work that finds the whole answer for the case as it is now; it may run in another thread.

        `size`: how many facts at most are changed to find what would change the answer; `enough` ends that search.
        """
        heard, law = self.walk.heard, self.law
        return lambda: searched(heard, law, size=size, enough=enough)

    def subject(self) -> str:
        """Give whom the case is about, as the list of drafts shows it."""
        return naming.subject(self.case) or wording()("desk.nobody_named")

    def _heed(self, answer: Assessment) -> None:
        """Take note of an answer that was told."""

    def _law_for(self, case: CaseFile) -> Law:
        return self._shelf.on(case.nation or "england", case.decided_on or self.clock.today().isoformat())

    def _outcomes(self, way: Walk) -> tuple[Outcome | None, Outcome | None]:
        try:
            law, then = self.law, self._law_for(way.case)
        except LawfulShareError:
            return None, None
        known = self._found
        if known is None or known.case is not self.walk.heard:
            known = Findings(self.walk.heard, law)
        after = Findings(way.heard, then, known if then is law else None)
        return cast(Outcome | None, known.outcome[0]), cast(Outcome | None, after.outcome[0])

    def _position(self) -> int:
        names = [page.name for page in self.door.pages]
        return names.index(self._state.page) if self._state.page in names else 0
