"""Takes times and prints figures, alike for every benchmark."""

import statistics
import sys
import time
from collections.abc import Callable


def milliseconds(
    work: Callable[[], object], times: int = 1, clock: Callable[[], float] = time.thread_time
) -> list[float]:
    """Time a piece of work over and over, in milliseconds of this thread's own work, or by another clock."""
    taken = []
    for _ in range(times):
        began = clock()
        work()
        taken.append((clock() - began) * 1000)
    return taken


def spread(figures: list[float]) -> str:
    """Tell the median, and what 95 in 100 stay under."""
    p95 = sorted(figures)[max(0, round(len(figures) * 0.95) - 1)]
    return f"median {statistics.median(figures):.1f} ms, p95 {p95:.1f} ms"


def tell(what: str, figure: str) -> None:
    """Print one figure."""
    sys.stdout.write(f"{what:72}{figure}\n")
    sys.stdout.flush()
