"""Hand a draft over to a colleague, and take one over: the passphrase that the two agree on."""

from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.dialogs import Sheet
from lawfulshare.desktop.passphrase import PassphraseField
from lawfulshare.store.key_file import SHORTEST_PASSPHRASE
from lawfulshare.wording import Wording


class HandOver(Sheet):
    """Asks for the passphrase twice; `given` once both agree."""

    def __init__(self, words: Wording, parent: QWidget) -> None:
        super().__init__(
            words("handing.title"), words("handing.hint"),
            keep=words("handing.keep"), deed=words("handing.deed"), parent=parent,
        )  # fmt: skip
        self._words = words
        self.once = PassphraseField(words("handing.once"), words, words("handing.rule"))
        self.twice = PassphraseField(words("handing.twice"), words)
        self.body.add(self.once, 18)
        self.body.add(self.twice, 14)
        self.body.end()
        self.deed.clicked.disconnect(self.given)
        self.deed.clicked.connect(self._give)
        self.twice.entered.connect(self._give)
        self.once.focus()

    def _give(self) -> None:
        once, twice = self.once.text(), self.twice.text()
        short = len(once) < SHORTEST_PASSPHRASE
        self.once.complain(self._words("window.first.fault.short") if short else "")
        self.twice.complain(self._words("window.first.fault.differ") if not short and once != twice else "")
        if short or once != twice:
            (self.once if short else self.twice).focus()
            return
        self.given.emit()


class TakeOver(Sheet):
    """Asks for the passphrase of a file that a colleague made."""

    def __init__(self, name: str, words: Wording, parent: QWidget) -> None:
        super().__init__(
            words("handing.take_title"), words("handing.take_hint", name=name),
            keep=words("handing.keep_closed"), deed=words("handing.take_deed"), parent=parent,
        )  # fmt: skip
        self.field = PassphraseField(words("handing.once"), words)
        self.field.entered.connect(self.given)
        self.body.add(self.field, 18)
        self.body.end()
        self.field.focus()

    def complain(self, trouble: str) -> None:
        """Say at the field why it did not open."""
        self.field.complain(trouble)
        self.field.input.selectAll()
        self.field.focus()
