"""After each answer: orders what is open and looks for what would change it, in a worker that the next answer halts."""

import threading
from collections.abc import Callable

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desktop.background import Background
from lawfulshare.law.answer.assessing import Searched
from lawfulshare.law.packs.law import Law

WEIGHING, SEARCHING = "weigh", "search"
PAUSE = 0.15
"""Seconds after an answer before the worker begins: somebody who types on is not held up by it."""
LONGEST = 20.0
"""Seconds that the worker looks for larger sets of facts; what it has by then is shown, and said to be cut short."""


class Searching:
    """Finds the whole answer in two steps: with single facts that would change it, then with larger sets."""

    def __init__(self, background: Background, show: Callable[[Searched], None]) -> None:
        self._background, self._show = background, show
        self._about: tuple[CaseFile, Law] | None = None
        self._found: Searched | None = None
        self._ended = False

    def found_for(self, work: CaseInHand) -> Searched | None:
        """Give what was found for the case as it is now: one who turns a page need not wait for it again."""
        return self._found if self._is_about(work) else None

    def stop(self) -> None:
        """Search no further: what was still searched for is heard by nobody."""
        self._about = self._found = None
        self._background.forget(WEIGHING)
        self._background.forget(SEARCHING)

    def begin(self, work: CaseInHand) -> None:
        """Begin for the case as it is now, or go on; what was still searched for an earlier answer halts."""
        if self._is_about(work) and (self._ended or any(map(self._background.is_busy, (WEIGHING, SEARCHING)))):
            return
        self._about, self._found, self._ended = (work.walk.heard, work.law), None, False
        self._background.forget(SEARCHING)
        halt = threading.Event()
        single = work.full_answer(size=1, enough=halt.is_set)
        larger = work.full_answer(enough=halt.is_set)

        def after_a_pause() -> Searched | None:
            return None if halt.wait(PAUSE) else single()

        def in_time() -> Searched:
            clock = threading.Timer(LONGEST, halt.set)
            clock.daemon = True
            clock.start()
            try:
                return larger()
            finally:
                clock.cancel()

        def go_on(found: Searched | None) -> None:
            if found is not None:
                self._tell(found)
                self._background.begin(SEARCHING, in_time, end, lambda _: None, halt)

        def end(found: Searched) -> None:
            self._ended = True
            self._tell(found)

        self._background.begin(WEIGHING, after_a_pause, go_on, lambda _: self.stop(), halt)

    def _tell(self, found: Searched) -> None:
        self._found = found
        self._show(found)

    def _is_about(self, work: CaseInHand) -> bool:
        return self._about is not None and self._about[0] is work.walk.heard and self._about[1] is work.law
