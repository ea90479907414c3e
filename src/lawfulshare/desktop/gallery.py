"""Takes the pictures of every page in each dress: light, dark and high contrast, text at 100, 200 and 400 %."""

import sys
from pathlib import Path

from lawfulshare.desk.home import Settings
from lawfulshare.desktop.demo import run_demo

DRESSES = (
    Settings("light", 100),
    Settings("dark", 100),
    Settings("contrast", 100),
    Settings("light", 200),
    Settings("dark", 200),
    Settings("light", 400),
)


def take(out: Path) -> int:
    """Drive the example once in each dress; give the exit status.

    Raises:
        CannotWrite: the folder cannot be made or written.
    """
    return max(run_demo(out / f"{dress.scheme}-{dress.text_percent}", dress) for dress in DRESSES)


if __name__ == "__main__":
    sys.exit(take(Path(sys.argv[1])))
