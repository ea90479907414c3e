"""One case on the desk: walk, answer, undo, autosave, assess."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Mode
from lawfulshare.desk.home import Profile
from lawfulshare.faults import Fault
from lawfulshare.guide import answers, doors, naming
from lawfulshare.guide.form import Door, Page
from lawfulshare.guide.walk import Walk, walk
from lawfulshare.law.answer.assessing import assess, first_answer
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import load
from lawfulshare.store.drafts import Drafts
from lawfulshare.wording import wording

DEEPEST_UNDO = 100


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


class Casework:
    """One case on the desk. Every change is a new state, saved before the next answer; going back loses nothing."""

    def __init__(
        self, drafts: Drafts, clock: Clock, case_id: str, state: State, *, version: int = 0, saved_at: str = ""
    ) -> None:
        self._drafts, self._clock = drafts, clock
        self.case_id = case_id
        self.saved_at = saved_at
        self._version = version
        self._state = state
        self._past: list[State] = []
        self._undone: list[State] = []
        self._walk: Walk | None = None
        self._left_open: set[str] = set()

    @classmethod
    def begin(cls, drafts: Drafts, mode: Mode, profile: Profile, clock: Clock) -> "Casework":
        """Put a new case on the desk, with what the profile already answers."""
        case = CaseFile(
            mode=mode,
            decided_on=clock.today().isoformat(),
            nation=profile.nation,
            organisation=profile.shares_for(),
            decision_maker=profile.decision_maker(),
        )
        return cls.take(drafts, case, clock)

    @classmethod
    def take(cls, drafts: Drafts, case: CaseFile, clock: Clock) -> "Casework":
        """Put a case that is given on the desk, at its door's first page."""
        mode: Mode = case.mode or "share"
        case = doors.change_door(case, mode)
        first = walk(doors.doors()[mode], case).pages[0].name
        work = cls(drafts, clock, clock.new_id(), State(case, first))
        work._save()
        return work

    @classmethod
    def resume(cls, drafts: Drafts, case_id: str, clock: Clock) -> "Casework":
        """Put a draft back on the desk, where one stopped.

        Raises:
            VaultTrouble: it is no longer here, or cannot be read.
        """
        draft = drafts.open(case_id)
        kept = json.loads(draft.body)
        case = case_file.read(json.dumps(kept["case"]).encode())
        state = State(case, draft.place, tuple(kept["stale"]))
        work = cls(drafts, clock, case_id, state, version=draft.version, saved_at=draft.saved_at)
        if work.page.name != draft.place:
            work._state = replace(state, page=work.page.name)
        return work

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
        return load(self.case.nation or "england").on(self.case.decided_on or self._clock.today().isoformat())

    def answer(self, path: str, value: Any) -> None:
        """Take one answer and save it.

        Raises:
            BadAnswer: it cannot stand there; nothing was changed.
            VaultTrouble: it could not be saved; it stands on the screen all the same.
        """
        self._change(answers.answer(self.case, path, value), answered=path)

    def leave_open(self, path: str) -> None:
        """Take it that a question is left open on purpose: it no longer stands before the next page."""
        self.answer(path, None)
        self._left_open.add(path)

    def change(self, act: Callable[[CaseFile], CaseFile]) -> None:
        """Add, remove or move an entry of a list, as the guide's `answers` does it, and save."""
        self._change(act(self.case))

    def add(self, entry: str) -> str:
        """Add an entry to a list and give its key."""
        case, key = answers.add(self.case, entry)
        self._change(case)
        return key

    def change_door(self, mode: Mode) -> None:
        """Go through another door with every answer kept."""
        case = doors.change_door(self.case, mode)
        first = walk(doors.doors()[mode], case).pages[0].name
        self._move_to(replace(self._state, case=case, page=first))

    def next(self) -> tuple[Fault, ...]:
        """Go to the next page, unless a required question is silent; say which."""
        if faults := self._silent():
            return faults
        following = self.walk.after(self.page.name)
        if following is not None:
            self.go(following.name)
        return ()

    def back(self) -> None:
        """Go to the page before; every answer stays."""
        before = self.walk.before(self.page.name)
        if before is not None:
            self.go(before.name)

    def go(self, page: str) -> None:
        """Go to a page of the walk; having been there, its answers are looked at again."""
        looked_at = {asked.path for asked in self.walk.questions(self.page.name)}
        stale = tuple(path for path in self._state.stale if path not in looked_at)
        case = self.case
        if any(question.as_ == "grid" for question in self.door.page(page).asks):
            case = answers.fill_grid(case)
        self._state = State(case, page, stale)
        self._save()

    def undo(self) -> bool:
        """Take the last change back; say whether there was one."""
        return self._swap(self._past, self._undone)

    def redo(self) -> bool:
        """Make the change again that was taken back; say whether there was one."""
        return self._swap(self._undone, self._past)

    def first_answer(self) -> Assessment:
        """Give outcome, verdicts and warnings for what is heard, at once."""
        return first_answer(self.walk.heard, self.law)

    def full_answer(self) -> Callable[[], Assessment]:
        """Give the work that finds the whole answer for the case as it is now; it may run in another thread."""
        heard, law = self.walk.heard, self.law
        return lambda: assess(heard, law)

    def subject(self) -> str:
        """Give whom the case is about, as the list of drafts shows it."""
        return naming.subject(self.case) or wording("en")("desk.nobody_named")

    def _change(self, case: CaseFile, answered: str | None = None) -> None:
        if case == self.case:
            return
        again = dict.fromkeys((*self._state.stale, *answers.stale(self.door, self.case, case)))
        again.pop(answered or "", None)
        kept = tuple(path for path in again if paths.read(case, path) is not None)
        self._move_to(State(case, self.page.name, kept))

    def _move_to(self, state: State) -> None:
        self._past = [*self._past[-DEEPEST_UNDO:], self._state]
        self._undone = []
        self._state = state
        self._save()

    def _swap(self, taken: list[State], given: list[State]) -> bool:
        if not taken:
            return False
        given.append(self._state)
        self._state = taken.pop()
        self._save()
        return True

    def _save(self) -> None:
        self._walk = None
        now = self._clock.now().isoformat(timespec="seconds")
        kept = {"case": json.loads(case_file.write(self.case)), "stale": list(self._state.stale)}
        body = json.dumps(kept, ensure_ascii=False).encode()
        self._version = self._drafts.save(
            self.case_id, body, seen=self._version, saved_at=now, place=self.page.name, subject=self.subject()
        )
        self.saved_at = now

    def _silent(self) -> tuple[Fault, ...]:
        words = wording("en")
        return tuple(
            Fault(
                asked.path,
                words("desk.silent", question=naming.fill(asked.question.text, self.case, asked.path)),
                words("desk.answer_it"),
            )
            for asked in self.walk.questions(self.page.name)
            if asked.question.required
            and asked.path not in self._left_open
            and paths.read(self.case, asked.path) in (None, "", ())
        )

    def _position(self) -> int:
        names = [page.name for page in self.door.pages]
        return names.index(self._state.page) if self._state.page in names else 0
