"""Answer a question → outcome, verdicts and warnings on the screen; one page → the next, page by page."""

import os
import statistics
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
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.settling import settle
from lawfulshare.desktop.wizard import Wizard
from lawfulshare.wording import wording
from reference_case import CHANGES, reference_case


class NoWorker(Background):
    """Begins nothing: the worker waits for a pause, and the next answer halts it."""

    def begin(self, *work: object) -> None:
        """Leave the work be."""


class Window:
    """A case in the real window, drawn in memory; the register is encrypted and on disk."""

    def __init__(self, folder: Path) -> None:
        self._app = start_qt(["bench"])
        profile = Profile(name="A. Bench", role="Trier", organisation="Northmoor NHS Trust", sector="nhs_trust")
        self._desk = Desk.first_start(folder, profile, "a long enough passphrase")
        self._background = NoWorker()
        case = reference_case(people=10, items=40, recipients=8)
        self.work = Casework.take(self._desk.drafts, case, self._desk.clock)
        self._wizard = Wizard(self.work, wording(), self._background)
        self._around = MainWindow()
        self._around.show_room(self._wizard)
        self._around.resize(1280, 800)
        self._around.show()
        self._app.processEvents()
        settle()

    def say(self, path: str, value: object) -> float:
        """Answer a question on the page shown; give the milliseconds until all that follows is on the screen."""
        return milliseconds(lambda: (self._wizard._say(path, value), self._app.processEvents()))[0]

    def turn(self, page: str) -> float:
        """Go to a page; give the milliseconds until it is on the screen."""
        return milliseconds(lambda: (self._wizard.go_page(page), self._app.processEvents()))[0]

    def make_whole(self) -> float:
        """Make what is left of a long page; give the milliseconds that it takes, in slices."""
        makers = self._wizard.shown.findChildren(Gradually) if self._wizard.shown else []

        def make() -> None:
            while not all(one.is_whole for one in makers):
                self._app.processEvents()
                time.sleep(0.001)
            self._app.processEvents()

        return milliseconds(make)[0]

    def close(self) -> None:
        """Close case and register."""
        self._background.close()
        self._desk.close()


def screen() -> None:
    """Measure answers on each kind of page, and each page as one comes to it."""
    with tempfile.TemporaryDirectory() as folder:
        window = Window(Path(folder))
        pages = window.work.walk.pages
        answers = [window.say(path, value) for path, value in CHANGES * 3]
        on_their_pages = answered_where_asked(window)
        turning: dict[str, list[float]] = {}
        whole: dict[str, float] = {}
        for page in [page.name for page in pages if page.special not in ("sign", "after")] * 3:
            turning.setdefault(page, []).append(window.turn(page))
            whole[page] = window.make_whole()
        window.close()
    tell("an answer → outcome, verdicts, warnings on the screen, 320 pairs", spread(answers))
    tell("  the same answers, each on the page that asks it", spread(on_their_pages))
    tell("one page → the next, 320 pairs", spread([taken for times in turning.values() for taken in times]))
    for page, times in turning.items():
        later = f", then {whole[page]:.0f} ms in slices" if whole[page] > 1 else ""
        tell(f"  {page}", f"median {statistics.median(times):.0f} ms, at most {max(times):.0f} ms{later}")


def answered_where_asked(window: Window) -> list[float]:
    """Give the times of the answers on the pages that ask them; what a page still makes by then is made."""
    taken = []
    for path, value in CHANGES:
        if (page := window.work.walk.page_of(path)) is not None:
            window.turn(page)
            window.make_whole()
            taken.append(window.say(path, value))
    return taken


if __name__ == "__main__":
    screen()
