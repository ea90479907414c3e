"""Slow work off the screen's thread, with an end and a failure."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Background(QObject):
    """Runs slow work in two threads and brings its end back to the screen's thread.

    Work has a name; work begun under the same name later replaces it: what had not begun is cancelled, what was already
    running is asked to halt if it can, and its end is heard by nobody.
    """

    _ended = Signal(str, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="lawfulshare")
        self._latest: dict[str, int] = {}
        self._waiting: dict[str, tuple[Future[Any], Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._halts: dict[str, threading.Event] = {}
        self._ended.connect(self._hear)

    def begin(
        self,
        name: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        halt: threading.Event | None = None,
    ) -> None:
        """Begin work; `done` gets its result, or `failed` what went wrong, both in the screen's thread.

        `halt` is set once nobody waits for the work any more: work that is long looks at it and ends.
        """
        self.forget(name)
        if halt is not None:
            self._halts[name] = halt
        number = self._latest[name] = self._latest.get(name, 0) + 1
        future = self._pool.submit(work)
        self._waiting[name] = (future, done, failed)
        future.add_done_callback(lambda ended: self._ended.emit(name, number, ended))

    def forget(self, name: str) -> None:
        """Let nobody hear of the work of that name any more."""
        if name in self._halts:
            self._halts.pop(name).set()
        if waiting := self._waiting.pop(name, None):
            waiting[0].cancel()

    def forget_all(self) -> None:
        """Let nobody hear of any work any more."""
        for name in tuple(self._waiting):
            self.forget(name)

    def is_busy(self, name: str | None = None) -> bool:
        """Say whether work of that name, or any at all, has not been heard of yet."""
        return bool(self._waiting) if name is None else name in self._waiting

    def close(self) -> None:
        """Wait for what runs, cancel what has not begun; afterwards nothing is heard any more."""
        self.forget_all()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _hear(self, name: str, number: int, future: Future[Any]) -> None:
        if number != self._latest.get(name) or name not in self._waiting:
            return
        _, done, failed = self._waiting.pop(name)
        self._halts.pop(name, None)
        try:
            result = future.result()
        except CancelledError:
            return
        except Exception as problem:
            failed(problem)
            return
        done(result)
