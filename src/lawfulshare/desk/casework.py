"""One case on the desk: walk, answer, undo, autosave, assess."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Mode
from lawfulshare.desk.in_hand import CaseInHand, Clock, State
from lawfulshare.faults import Fault
from lawfulshare.guide import answers, doors, naming
from lawfulshare.guide.walk import walk
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

    @classmethod
    def take(cls, drafts: Drafts, case: CaseFile, clock: Clock, shelf: Shelf | None = None) -> "Casework":
        """Put a case that is given on the desk, at its door's first page."""
        mode: Mode = case.mode or "share"
        case = doors.change_door(case, mode)
        first = walk(doors.doors()[mode], case).pages[0].name
        work = cls(drafts, clock, clock.new_id(), State(case, first), shelf=shelf)
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
        return work

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

    def _change(self, case: CaseFile, answered: str | None = None) -> None:
        if case == self.case:
            return
        page, before, after = self.page.name, self.walk, walk(doors.doors()[case.mode or "share"], case)
        again = dict.fromkeys((*self._state.stale, *answers.stale(self.door, self.case, case, (before, after))))
        again.pop(answered or "", None)
        kept = tuple(path for path in again if paths.read(case, path) is not None)
        self._walk = after
        self._move_to(State(case, page, kept))

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
        now = self._clock.now().isoformat(timespec="seconds")
        kept = {"case": json.loads(case_file.write(self.case)), "stale": list(self._state.stale)}
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
