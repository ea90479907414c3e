"""First start: who one is, and how drafts and signing key are protected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import Logo, box, row, stack
from lawfulshare.desktop.buttons import PrimaryButton
from lawfulshare.desktop.cards import ErrorSummary
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.passphrase import PassphraseField
from lawfulshare.desktop.profile_fields import ProfileFields
from lawfulshare.desktop.tiles import RadioTile
from lawfulshare.faults import Fault
from lawfulshare.wording import Wording

SHORTEST = 8


class FirstStart(QWidget):
    """Asks who one is. It reports the profile and the passphrase; None where the keyring keeps the key."""

    ready = Signal(object, object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("window.first.title"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(widest=600, margins=(40, 48, 40))
        outer.addWidget(self._column)
        self.summary = ErrorSummary()
        self.summary.jump.connect(self._jump)
        self._column.add(box(row(Logo(30), None)))
        self._column.add(self.summary, 12)
        self._column.add(Words(words("window.first.title"), "display"), 12)
        self._column.add(Words(words("window.first.hint"), "lead", "ink2"), 6)
        self._fields = ProfileFields(words)
        self._column.add(self._fields, 22)
        self._protect()
        self._begin = PrimaryButton(words("window.first.begin"), "key-round")
        self._begin.setObjectName("first.begin")
        self._begin.clicked.connect(self._check)
        self._column.add(box(row(self._begin, None)), 28)
        self._column.end()

    def allow_keyring(self, usable: bool) -> None:
        """Offer the system's keyring, or say that there is none."""
        self._tiles.setVisible(usable)
        self._no_keyring.setVisible(not usable)
        self.by_keyring.setChecked(usable)
        self.by_passphrase.setChecked(not usable)

    def focus_first(self) -> None:
        """Put the focus on the name."""
        self._fields.focus_first()

    def complain(self, faults: tuple[Fault, ...]) -> None:
        """Say what stands between the person and the start."""
        self._begin.setText(self._words("window.first.begin"))
        wrong = {fault.where: fault.what for fault in faults}
        self._fields.complain(wrong)
        self.once.complain(wrong.get("short", ""))
        self.twice.complain(wrong.get("differ", ""))
        self.summary.show_faults(faults)

    def _protect(self) -> None:
        words = self._words
        self._column.add(Words(words("window.first.protection"), "heading"), 30)
        self._column.add(Words(words("window.first.protection_hint"), "small", "ink2"), 4)
        self._no_keyring = Words(words("window.first.no_keyring"), "small")
        self._column.add(self._no_keyring, 6)
        self._tiles = QGroupBox()
        self._tiles.setAccessibleName(words("window.first.protection"))
        self.by_keyring = RadioTile(words("window.first.keyring"), words("window.first.keyring_hint"))
        self.by_passphrase = RadioTile(words("window.first.passphrase"), words("window.first.passphrase_hint"))
        group = QButtonGroup(self)
        for tile in (self.by_keyring, self.by_passphrase):
            group.addButton(tile)
        self._tiles.setLayout(stack(self.by_keyring, self.by_passphrase, gap=8))
        self._column.add(self._tiles, 10)
        self.once = PassphraseField(words("window.first.passphrase_once"), words, words("window.first.passphrase_rule"))
        self.twice = PassphraseField(words("window.first.passphrase_twice"), words)
        for field in (self.once, self.twice):
            field.entered.connect(self._check)
        self._typed = box(stack(self.once, self.twice, gap=16))
        self._column.add(self._typed, 14)
        self.by_passphrase.toggled.connect(self._typed.setVisible)
        self.allow_keyring(False)

    def _jump(self, where: str) -> None:
        if not self._fields.focus_on(where):
            (self.once if where == "short" else self.twice).focus()

    def _check(self) -> None:
        missing = self._fields.missing()
        if self.by_passphrase.isChecked():
            if len(self.once.text()) < SHORTEST:
                missing.append("short")
            elif self.once.text() != self.twice.text():
                missing.append("differ")
        faults = tuple(Fault(name, self._words(f"window.first.fault.{name}"), "") for name in missing)
        self.complain(faults)
        if not faults:
            self._begin.setText(self._words("window.first.making"))
            passphrase = self.once.text() if self.by_passphrase.isChecked() else None
            self.ready.emit(self._fields.profile(), passphrase)
