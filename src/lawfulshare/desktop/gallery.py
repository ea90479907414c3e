"""Takes the pictures of every page and room in each dress: light, dark and high contrast at 100, 200 and 400 %."""

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

from PySide6.QtTest import QTest

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile, read
from lawfulshare.case.vocabulary import Mode
from lawfulshare.desk.home import Scheme, Settings, write_settings
from lawfulshare.desktop.demo import EXAMPLE, PASSPHRASE, run_demo, start
from lawfulshare.desktop.dialogs import close_everything_on_top
from lawfulshare.desktop.driving import Driver, on_top_of
from lawfulshare.guide.doors import change_door

SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast")
SIZES = (100, 200, 400)
DRESSES = tuple(Settings(scheme, size) for scheme in SCHEMES for size in SIZES)


def take(out: Path, only: str = "") -> int:
    """Drive the example through each door and look into each room, once in each dress; give the exit status.

    `only` names one dress, such as `dark-200`. The share door goes as far as the signed record and its verification.

    Raises:
        CannotWrite: the folder cannot be made or written.
    """
    example = read((content.resources() / "examples" / EXAMPLE).read_bytes())
    for dress in DRESSES:
        name = f"{dress.scheme}-{dress.text_percent}"
        if only in ("", name):
            run_demo(out / name / "share", dress)
            for mode in get_args(Mode):
                if mode != example.mode:
                    _in_a_home(dress, out / name / mode, example, partial(_door, example=example, mode=mode))
            _in_a_home(dress, out / name / "rooms", example, _rooms)
    return 0


def _in_a_home(dress: Settings, out: Path, example: CaseFile, look: Callable[[Driver], None]) -> None:
    """Start for the first time in a folder of its own, and take a picture of all that is seen."""
    out.mkdir(parents=True, exist_ok=True)
    before = os.environ.get("LAWFULSHARE_HOME")
    with tempfile.TemporaryDirectory(prefix="lawfulshare-gallery-", ignore_cleanup_errors=True) as folder:
        os.environ["LAWFULSHARE_HOME"] = folder
        write_settings(Path(folder), dress)
        opened, driver = start(Path(folder))
        taken: list[str] = []

        def picture(name: str) -> None:
            taken.append(name)
            QTest.qWait(60)
            on_top_of(opened.window).grab().save(str(out / f"{len(taken):02}-{name}.png"))

        driver.seen = picture
        driver.first_start_as(example, PASSPHRASE)
        look(driver)
        opened.window.close()
    os.environ.pop("LAWFULSHARE_HOME")
    if before is not None:
        os.environ["LAWFULSHARE_HOME"] = before


def _door(driver: Driver, example: CaseFile, mode: Mode) -> None:
    driver.take_door(mode)
    driver.walk(change_door(example, mode))
    driver.seen("sign")


def _rooms(driver: Driver) -> None:
    rooms, window = driver.rooms, driver.window
    driver.take_door("share")
    rooms.to_start()
    driver.seen("start-with-a-draft")
    for name, show in (
        ("law", rooms.show_law), ("review", rooms.show_reviewing), ("verify", rooms.show_verify),
        ("about", rooms.show_about), ("profile", rooms.show_profile),
        ("identity", partial(window.top.chosen.emit, "identity")), ("keys", window.keys_now),
        ("hidden", window.hide_now),
    ):  # fmt: skip
        show()
        driver.wait(lambda: not window.background.is_busy())
        driver.seen(name)
        close_everything_on_top()
    window.hide_now()
    window.lock_now()
    driver.seen("locked")


if __name__ == "__main__":
    sys.exit(take(Path(sys.argv[1]), *sys.argv[2:3]))
