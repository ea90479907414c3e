"""One case on the desk: walk, answer, undo, autosave, assess."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Mode
from lawfulshare.desk.in_hand import CaseInHand, Clock, State
from lawfulshare.desk.proposing import Proposal
from lawfulshare.desk.resuming import Left, told_of
from lawfulshare.desk.undoing import Undone, undone
from lawfulshare.faults import Fault
from lawfulshare.guide import answers, doors, naming
from lawfulshare.guide.walk import walk
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.store.drafts import Drafts
from lawfulshare.wording import wording

DEEPEST_UNDO = 100


class Casework(CaseInHand):
    """One case on the desk. Every change is a new state, saved before the next answer; going back loses nothing."""

    def __init__(
        self,
        drafts: Drafts,
        clock: Clock,
        case_id: str,
        state: State,
        *,
        version: int = 0,
        saved_at: str = "",
        shelf: Shelf | None = None,
    ) -> None:
        super().__init__(clock, state, shelf)
        self._drafts = drafts
        self.case_id = case_id
        self.saved_at = saved_at
        self._version = version
        self._past: list[State] = []
        self._undone: list[State] = []
        self._left_open: set[str] = set()
        self._told: dict[str, Any] | None = None
        self.left: Left | None = None

    @classmethod
    def take(
        cls, drafts: Drafts, case: CaseFile, clock: Clock, shelf: Shelf | None = None, *, again: tuple[str, ...] = ()
    ) -> "Casework":
        """Put a case that is given on the desk, at its door's first page, or where `again` is first looked at again."""
        mode: Mode = case.mode or "share"
        case = doors.change_door(case, mode)
        way = walk(doors.doors()[mode], case)
        first = next(filter(None, map(way.page_of, again)), way.pages[0].name)
        work = cls(drafts, clock, clock.new_id(), State(case, first, again), shelf=shelf)
        work._save()
        return work

    @classmethod
    def resume(cls, drafts: Drafts, case_id: str, clock: Clock, shelf: Shelf | None = None) -> "Casework":
        """Put a draft back on the desk, where one stopped.

        Raises:
            VaultTrouble: it is no longer here, or cannot be read.
        """
        draft = drafts.open(case_id)
        kept = json.loads(draft.body)
        case = case_file.read(json.dumps(kept["case"]).encode())
        state = State(case, draft.place, tuple(kept["stale"]))
        work = cls(drafts, clock, case_id, state, version=draft.version, saved_at=draft.saved_at, shelf=shelf)
        if work.page.name != draft.place:
            work._state = replace(state, page=work.page.name)
        work._told = kept.get("told")
        work.left = Left(draft.saved_at, work._told)
        return work

    def _heed(self, answer: Assessment) -> None:
        """Keep with the draft what was told, for when one comes back."""
        told = told_of(answer)
        if told != self._told:
            self._told = told
            self._save()

    def answer(self, path: str, value: Any) -> None:
        """Take one answer and save it.

        Raises:
            BadAnswer: it cannot stand there; nothing was changed.
            VaultTrouble: it could not be saved; it stands on the screen all the same.
        """
        proposal = self.propose(path, value)
        self._change(proposal.case, proposal)

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

    def next(self, to: str | None = None) -> tuple[Fault, ...]:
        """Go to the next page, or back to the one that one came from, unless a required question is silent."""
        if faults := self._silent():
            return faults
        following = self.walk.after(self.page.name)
        place = to or (following.name if following is not None else None)
        if place is not None:
            self.go(place)
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

    def undo(self) -> Undone | None:
        """Take the last change back and say which it was; None where there was none."""
        return self._swap(self._past, self._undone)

    def redo(self) -> Undone | None:
        """Make the change again that was taken back and say which it was; None where there was none."""
        return self._swap(self._undone, self._past)

    def _change(self, case: CaseFile, proposal: Proposal | None = None) -> None:
        if case == self.case:
            return
        page, before = self.page.name, self.walk
        after = proposal.way if proposal else walk(doors.doors()[case.mode or "share"], case)
        found = proposal.effect.again if proposal else answers.stale(self.door, self.case, case, (before, after))
        again = dict.fromkeys((*self._state.stale, *found))
        again.pop(proposal.path if proposal else "", None)
        kept = tuple(path for path in again if paths.read(case, path) is not None)
        self._walk = after
        self._move_to(State(case, page, kept))

    def _move_to(self, state: State) -> None:
        self._past = [*self._past[-DEEPEST_UNDO:], self._state]
        self._undone = []
        self._state = state
        self._save()

    def _swap(self, taken: list[State], given: list[State]) -> Undone | None:
        if not taken:
            return None
        given.append(self._state)
        before = self.walk
        self._state = taken.pop()
        self._save()
        return undone(before, self.walk)

    def _save(self) -> None:
        now = self.clock.now().isoformat(timespec="seconds")
        kept = {"case": case_file.plain(self.case), "stale": list(self._state.stale), "told": self._told}
        body = json.dumps(kept, ensure_ascii=False).encode()
        self._version = self._drafts.save(
            self.case_id, body, seen=self._version, saved_at=now, place=self.page.name, subject=self.subject()
        )
        self.saved_at = now

    def _silent(self) -> tuple[Fault, ...]:
        words = wording()
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
