"""After each answer: orders what is open and looks for what would change it, in a worker that the next answer halts."""

import threading
from collections.abc import Callable

from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desktop.background import Background
from lawfulshare.law.answer.assessing import Searched

WEIGHING, SEARCHING = "weigh", "search"
PAUSE = 0.15
"""Seconds after an answer before the worker begins: somebody who types on is not held up by it."""
LONGEST = 20.0
"""Seconds that the worker looks for larger sets of facts; what it has by then is shown, and said to be cut short."""


class Searching:
    """Finds the whole answer in two steps: with single facts that would change it, then with larger sets."""

    def __init__(self, background: Background, show: Callable[[Searched], None]) -> None:
        self._background, self._show = background, show

    def stop(self) -> None:
        """Search no further: what was still searched for is heard by nobody."""
        self._background.forget(WEIGHING)
        self._background.forget(SEARCHING)

    def begin(self, work: CaseInHand) -> None:
        """Begin for the case as it is now; what was still searched for an earlier answer halts."""
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
                self._show(found)
                self._background.begin(SEARCHING, in_time, self._show, lambda _: None, halt)

        self._background.begin(WEIGHING, after_a_pause, go_on, lambda _: None, halt)
