"""One case on the desk: walk, answer, undo, autosave, assess."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import ValidationError

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Mode
from lawfulshare.desk.home import Profile
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desk.standing import Standing, keys
from lawfulshare.faults import Fault
from lawfulshare.guide import answers, doors
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.troubles import trouble

_GRID_OF = ("item", "recipient")


class Casework(CaseInHand):
    """One case on the desk. Each act makes a new moment, kept in the vault before it returns.

    Where keeping fails (VaultTrouble, SavedMeanwhile) the act has happened all the same: the answer is on the screen
    and `unsaved` is true.
    """

    @classmethod
    def begin(
        cls,
        drafts: Drafts,
        door_mode: Mode,
        profile: Profile,
        today: Callable[[], date],
        new_id: Callable[[], str],
    ) -> "Casework":
        """Begin a case, with what the profile already answers; it is kept from the first act on."""
        case = CaseFile(
            mode=door_mode,
            decided_on=today().isoformat(),
            nation=profile.nation,
            organisation=profile.sharer,
            decision_maker=profile.decision_maker,
        )
        return cls(drafts, Standing(case), case_id=new_id(), today=today)

    @classmethod
    def resume(cls, drafts: Drafts, case_id: str, today: Callable[[], date]) -> "Casework":
        """Open a case where it stopped.

        Raises:
            VaultTrouble: no such case is kept, or the vault cannot be read.
        """
        draft = drafts.open(case_id)
        try:
            case = CaseFile.model_validate_json(draft.body)
        except ValidationError:
            raise trouble("damaged") from None
        at = draft.place
        standing = Standing(case, at.page, at.entry, frozenset(at.left_open), frozenset(at.stale))
        return cls(drafts, standing, case_id=case_id, today=today, version=draft.version, saved_at=draft.saved_at)

    def answer(self, path: str, value: Any) -> None:
        """Take one answer; None takes it back.

        Raises:
            BadAnswer: it cannot stand there; nothing changed.
            VaultTrouble, SavedMeanwhile: it could not be kept.
        """
        case = answers.answer(self.case, path, value)
        if any(keys(case, entry) != keys(self.case, entry) for entry in _GRID_OF):
            case = answers.fill_grid(case)
        self._change(case, settled=path)

    def leave_open(self, path: str) -> None:
        """Say of a question that the answer is not known yet; a required one then lets the person pass."""
        at = self._standing
        case = answers.answer(at.case, path, None)
        self._act(replace(at, case=case, left_open=at.left_open | {path}, stale=at.stale - {path}))

    def add_entry(self, kind: str) -> str:
        """Add an entry to a list (`person`, `item`, …), open it where the page is about that list, give its key."""
        case, key = answers.add(self.case, kind)
        self._change(self._with_grid(case, kind), entry=key if self.page.each == kind else None)
        return key

    def remove_entry(self, kind: str, key: str) -> None:
        """Remove an entry of a list, and every mention of it.

        Raises:
            BadAnswer: there is no such entry.
        """
        self._change(self._with_grid(answers.remove(self.case, kind, key), kind))

    def move_entry(self, kind: str, key: str, by: int) -> None:
        """Move an entry up (negative) or down its list.

        Raises:
            BadAnswer: there is no such entry.
        """
        self._change(self._with_grid(answers.move(self.case, kind, key, by), kind), entry=self.entry)

    def next(self) -> tuple[Fault, ...]:
        """Go on: from an open entry to its list, from a page to the next; or say which required answers are missing."""
        if missing := tuple(self._standing.unanswered()):
            return missing
        if self.entry is not None:
            self._move(self.page.name, None)
        elif (after := self.walk.after(self.page.name)) is not None:
            self.go(after.name)
        return ()

    def back(self) -> None:
        """Go back: from an open entry to its list, from a page to the one before; every answer stays."""
        if self.entry is not None:
            self._move(self.page.name, None)
        elif (before := self.walk.before(self.page.name)) is not None:
            self.go(before.name)

    def go(self, page_name: str, entry: str | None = None) -> None:
        """Go to a page of the walk, or to one entry of the list that it is about; the grid has a pair for each cell."""
        self._standing = replace(self._standing, wanted_page=page_name, wanted_entry=entry)
        if self._standing.shows_grid:
            self._standing = replace(self._standing, case=answers.fill_grid(self.case))
        self._move(page_name, entry)

    def change_door(self, mode: Mode) -> None:
        """Go through another door with the same case; every answer is kept."""
        self._act(replace(self._standing, case=doors.change_door(self.case, mode), wanted_entry=None))

    def undo(self) -> bool:
        """Go back to the moment before the last act; False where there is none."""
        if not self.past:
            return False
        *earlier, last = self.past
        self.past, self.future = tuple(earlier), (self._standing, *self.future)
        self._standing = last
        self.save()
        return True

    def redo(self) -> bool:
        """Do again what was undone; False where there is nothing."""
        if not self.future:
            return False
        following, *later = self.future
        self.past, self.future = (*self.past, self._standing), tuple(later)
        self._standing = following
        self.save()
        return True

    def _with_grid(self, case: CaseFile, kind: str) -> CaseFile:
        return answers.fill_grid(case) if kind in _GRID_OF else case

    def _change(self, case: CaseFile, *, settled: str | None = None, entry: str | None = None) -> None:
        at = self._standing
        stale = at.stale | set(answers.stale(at.door, at.case, case)) if case != at.case else at.stale
        gone = {settled} if settled else set()
        self._act(
            replace(
                at,
                case=case,
                wanted_page=at.page.name,
                wanted_entry=entry if entry is not None else at.entry,
                left_open=at.left_open - gone,
                stale=stale - gone,
            )
        )
