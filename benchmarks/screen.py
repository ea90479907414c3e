"""Answer a question → outcome, verdicts and warnings on the screen; one page → the next: the reference case."""

import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import milliseconds, spread, tell
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.profile import Profile
from lawfulshare.desktop.app import start_qt
from lawfulshare.desktop.background import Background
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.settling import settle
from lawfulshare.desktop.wizard import Wizard
from lawfulshare.wording import wording
from reference_case import CHANGES, reference_case


class NoWorker(Background):
    """Begins nothing: the worker waits for a pause, and the next answer halts it."""

    def begin(self, *work: object) -> None:
        """Leave the work be."""


def screen() -> None:
    """Measure in the real window, drawn in memory; the register is encrypted and on disk."""
    app = start_qt(["bench"])
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(name="A. Bench", role="Trier", organisation="Northmoor NHS Trust", sector="nhs_trust")
        desk = Desk.first_start(Path(folder), profile, "a long enough passphrase")
        background = NoWorker()
        work = Casework.take(desk.drafts, reference_case(people=10, items=40, recipients=8), desk.clock)
        wizard = Wizard(work, wording(), background)
        wizard.resize(1280, 800)
        wizard.show()
        app.processEvents()

        def said(path: str, value: object) -> None:
            wizard._say(path, value)
            app.processEvents()

        def turned(page: str) -> None:
            wizard.go_page(page)
            app.processEvents()

        def made_whole() -> None:
            while wizard.shown and not all(one.is_whole for one in wizard.shown.findChildren(Gradually)):
                app.processEvents()
                time.sleep(0.001)

        pages = [page.name for page in work.walk.pages if page.special not in ("sign", "after")]
        answers: list[float] = []
        settle()
        for path, value in CHANGES * 3:
            answers += milliseconds(lambda p=path, v=value: said(p, v))
        turning: dict[str, list[float]] = {}
        whole: dict[str, float] = {}
        for page in pages * 2:
            turning.setdefault(page, []).extend(milliseconds(lambda p=page: turned(p)))
            whole[page] = milliseconds(made_whole)[0]
        background.close()
        desk.close()
    tell("an answer → outcome, verdicts, warnings on the screen, 320 pairs", spread(answers))
    tell("one page → the next, 320 pairs", spread([taken for times in turning.values() for taken in times]))
    slowest = max(turning, key=lambda page: max(turning[page]))
    tell(f"  the slowest page: {slowest}", spread(turning[slowest]))
    longest = max(whole, key=lambda page: whole[page])
    tell(f"  made between what one does until it is whole, at the most: {longest}", f"{whole[longest]:.0f} ms")


if __name__ == "__main__":
    screen()
