"""The room of one's signing identity: does what its page reports, off the screen's thread."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from lawfulshare.desk.opening import Desk
from lawfulshare.desk.signing_identity import ask_authority, bring_along, find_card, make_another, take_certificate
from lawfulshare.desktop.clipping import forget_folders
from lawfulshare.desktop.dialogs import Sheet
from lawfulshare.desktop.identity_page import IdentityPage
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.passphrase import PassphraseField
from lawfulshare.faults import LawfulShareError
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import Identity

KEYS = "identity"
Done = TypeVar("Done")


class IdentityRoom(QObject):
    """Shows the page, asks for files and passphrases, and shows what came of it."""

    left = Signal()

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self.window, self.desk = window, desk
        self.page = IdentityPage(window.words)
        self.page.back_pressed.connect(self.left)
        self.page.chosen.connect(self._chosen)
        self._show()
        window.top.show_plain()
        window.show_room(self.page)

    def make(self) -> None:
        """Make another identity for who works here."""
        self._do(lambda: make_another(self.desk), lambda made: self._words("made", name=made.name))

    def ask(self, path: Path) -> None:
        """Write a request for a certificate."""
        self._do(
            lambda: ask_authority(self.desk, path),
            lambda asked: self._words("asked", path=path, fingerprint=asked.fingerprint),
        )

    def take(self, path: Path) -> None:
        """Take the certificate that came."""
        self._do(lambda: take_certificate(self.desk, path.read_bytes()), self._taken)

    def bring(self, path: Path) -> Sheet:
        """Ask for the passphrase of a file, and take in the key that is in it."""
        sheet = FilePassphrase(path.name, self.window.words, self.window)

        def begin() -> None:
            secret = sheet.field.text()
            sheet.accept()
            self._do(lambda: bring_along(self.desk, path.read_bytes(), secret), self._taken)

        sheet.given.connect(begin)
        sheet.open()
        return sheet

    def card(self, module: Path) -> None:
        """Sign with the card in the reader."""
        self._do(lambda: find_card(self.desk, module), self._taken)

    def _chosen(self, name: str) -> None:
        if name == "make":
            self.make()
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = self.window.words(f"identity.page.deed.{name}.title")
        kinds = self.window.words(f"identity.page.deed.{name}.kinds")
        if name == "ask":
            chosen, _ = QFileDialog.getSaveFileName(self.window, title, str(Path(folder) / "request.csr"), kinds)
        else:
            chosen, _ = QFileDialog.getOpenFileName(self.window, title, folder if name != "card" else "", kinds)
        forget_folders()
        deed = {"ask": self.ask, "take": self.take, "bring": self.bring, "card": self.card}[name]
        if chosen:
            deed(Path(chosen))

    def _do(self, deed: Callable[[], Done], told: Callable[[Done], str]) -> None:
        def done(result: Done) -> None:
            self._show()
            self.page.tell(told(result))

        def failed(problem: Exception) -> None:
            says = str(problem) if isinstance(problem, LawfulShareError) else self._words("unread")
            self.page.tell(says, trouble=True)

        self.window.background.begin(KEYS, deed, done, failed)

    def _taken(self, identity: "Identity") -> str:
        return self._words("taken", name=identity.name)

    def _words(self, key: str, **values: object) -> str:
        return self.window.words(f"identity.page.{key}", **values)

    def _show(self) -> None:
        from lawfulshare.record.backing import address
        from lawfulshare.record.enrolling import waiting

        home, now = self.desk.home, self.desk.clock.now()
        self.page.show_identities(self.desk.identities(), waiting(home), address(home), now)


class FilePassphrase(Sheet):
    """Asks for the passphrase of a file with a key in it."""

    def __init__(self, name: str, words: Wording, parent: MainWindow) -> None:
        super().__init__(
            words("identity.page.deed.bring.title"), words("identity.page.file_hint", name=name),
            keep=words("identity.page.file_keep"), deed=words("identity.page.file_deed"), parent=parent,
        )  # fmt: skip
        self.field = PassphraseField(words("identity.page.file_label"), words)
        self.field.entered.connect(self.given)
        self.body.add(self.field, 18)
        self.body.end()
        self.field.focus()


def expiry_notice(desk: Desk, words: Wording) -> tuple[str, ...]:
    """Say that the newest signing identity expires soon, or has expired."""
    identities = desk.identities()
    left = identities[0].days_left(desk.clock.now()) if identities else None
    if left is None:
        return ()
    day = words.day(identities[0].expires.isoformat())
    return (words("identity.page.notice_expired" if left < 0 else "identity.page.notice_soon", day=day, days=left),)
