"""A case in hand: how it stands, what was before, kept in the vault at each answer, and what the law makes of it."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from lawfulshare.case import case_file
from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.standing import Standing
from lawfulshare.faults import VaultTrouble
from lawfulshare.guide.form import Page
from lawfulshare.guide.walk import Walk
from lawfulshare.law.answer import assessing
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import load
from lawfulshare.store.drafts import Drafts, Place

DEFAULT_NATION = "england"
"""Whose law is shown until the nation is answered."""


class CaseInHand:
    """What a window reads of one case; `Casework` adds the acts.

    `past` and `future` are the moments that undo and redo go to. `unsaved` is true while the vault does not hold the
    latest moment, because writing it failed; the next act, or `save`, tries again.
    """

    def __init__(
        self,
        drafts: Drafts,
        standing: Standing,
        *,
        case_id: str,
        today: Callable[[], date],
        version: int = 0,
        saved_at: datetime | None = None,
    ) -> None:
        self.case_id = case_id
        self.saved_at = saved_at
        self.version = version
        self.unsaved = False
        self.past: tuple[Standing, ...] = ()
        self.future: tuple[Standing, ...] = ()
        self._drafts = drafts
        self._today = today
        self._standing = standing
        self._noted: str | None = None

    @property
    def case(self) -> CaseFile:
        """Give everything that was said, also on pages that are skipped now."""
        return self._standing.case

    @property
    def walk(self) -> Walk:
        """Give the pages that this case meets."""
        return self._standing.walk

    @property
    def page(self) -> Page:
        """Give the page the person is on."""
        return self._standing.page

    @property
    def entry(self) -> str | None:
        """Give the key of the entry that is open on a page about a list; None where the list itself is shown."""
        return self._standing.entry

    @property
    def heard(self) -> CaseFile:
        """Give the case with only the answers that count: what the law and the record see."""
        return self._standing.walk.heard

    @property
    def stale(self) -> tuple[str, ...]:
        """List the paths to look at again, in the order of the pages."""
        return self._standing.to_look_at_again

    @property
    def left_open(self) -> frozenset[str]:
        """Give the paths of required questions that the person chose to leave open."""
        return self._standing.left_open

    @property
    def law(self) -> Law:
        """Give the law of the case's nation on its day.

        Raises:
            BadCaseFile: there is no pack for that nation yet.
        """
        return self._law_for(self.heard)

    def first_answer(self) -> Assessment:
        """Say at once what the law makes of the case: outcome, verdicts, warnings; the list of drafts notes it.

        Raises:
            BadCaseFile: there is no pack for the nation yet.
        """
        answer = assessing.first_answer(self.heard, self.law)
        if self.version and not self.unsaved and answer.outcome != self._noted:
            # Only the line in the list of drafts is at stake.
            with contextlib.suppress(VaultTrouble):
                self._drafts.note_outcome(self.case_id, self.version, answer.outcome)
                self._noted = answer.outcome
        return answer

    def full_answer(self) -> Assessment:
        """Say everything that the law makes of the case as it stands when this is called; a worker may call it.

        Raises:
            BadCaseFile: the case says what no case can say, or there is no pack for the nation.
        """
        heard = self._standing.walk.heard
        return assessing.assess(heard, self._law_for(heard))

    def save(self) -> None:
        """Keep how the case stands, in one commit that the disk has confirmed.

        Raises:
            VaultTrouble: the vault cannot be written; everything is still here, and `unsaved` is true.
            SavedMeanwhile: another window saved this case first.
        """
        at = self._standing
        place = Place(
            at.subject,
            at.door.mode,
            at.page.name,
            at.entry,
            tuple(sorted(at.left_open)),
            tuple(sorted(at.stale)),
        )
        self.unsaved = True
        body = case_file.write(at.case)
        self.version = self._drafts.save(self.case_id, body, seen=self.version, place=place)
        self.saved_at = self._drafts.now()
        self.unsaved, self._noted = False, None

    def _law_for(self, case: CaseFile) -> Law:
        return load(case.nation or DEFAULT_NATION).on(case.decided_on or self._today().isoformat())

    def _act(self, standing: Standing) -> None:
        """Make a change that can be undone, and keep it."""
        self.past, self.future = (*self.past, self._standing), ()
        self._standing = standing
        self.save()

    def _move(self, page: str, entry: str | None) -> None:
        """Go to another place; nothing is said by that, so there is nothing to undo."""
        self._standing = replace(self._standing, wanted_page=page, wanted_entry=entry)
        if self.version:
            self.save()
