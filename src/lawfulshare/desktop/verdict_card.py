"""The verdict on a record: who signs, and the three things that a supervisor may find."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.brand import box, frame, second_line, stack
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.cards import Banner
from lawfulshare.desktop.flowing import Flow
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.passphrase import PassphraseField
from lawfulshare.desktop.pickers import DropDown
from lawfulshare.desktop.review_told import VERDICT_SIGN
from lawfulshare.desktop.speech import say, say_now
from lawfulshare.faults import Fault
from lawfulshare.record.review_sheet import Verdict
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import Identity


class VerdictCard(QWidget):
    """Asks who signs and what they find. It reports verdict, identity, and passphrase where one was asked for."""

    chosen = Signal(str, object, object)

    def __init__(self, identities: "Sequence[Identity]", words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._identities = words, tuple(identities)
        self._who = DropDown()
        self._who.rename(words("review.page.who"))
        self._who.setObjectName("verdict.who")
        for one in identities:
            self._who.addItem(f"{one.name}, {one.role}, {one.organisation}")
        self.passphrase = PassphraseField(words("review.page.passphrase"), words)
        self.passphrase.setObjectName("verdict.passphrase")
        self.passphrase.hide()
        self._trouble = Banner("urgent", "circle-alert", "")
        self._trouble.hide()
        self._busy = second_line(words("review.page.signing"))
        self._busy.hide()
        self.buttons: dict[str, PlainButton] = {}
        across = Flow(10)
        for verdict in get_args(Verdict):
            kind = PrimaryButton if verdict == "agree" else PlainButton
            button = kind(words(f"review.page.{verdict}"), VERDICT_SIGN[verdict][1])
            button.setObjectName(f"verdict.{verdict}")
            button.clicked.connect(lambda _=False, verdict=verdict: self._choose(verdict))
            across.addWidget(button)
            self.buttons[verdict] = button
        inside = stack(
            Words(words("review.page.verdict"), "heading"), 4,
            Words(words("review.page.verdict_hint"), "small", "ink2"), 12, self._trouble, 4,
            Words(words("review.page.who"), "strong"), 4, self._who, 10, self.passphrase, 8,
            box(across), self._busy, margins=(18, 14, 18, 16),
        )  # fmt: skip
        self.setLayout(stack(frame("card", inside)))

    def complain(self, faults: Sequence[Fault]) -> None:
        """Say why nothing was signed; it is announced."""
        self.say_busy(False)
        said = "\n".join(str(fault) for fault in faults) or self._words("review.page.failed")
        self._trouble.words.say(said)
        self._trouble.show()
        say_now(self, said)

    def ask_passphrase(self, *, on_card: bool = False) -> None:
        """Ask for the passphrase of the key, or for the PIN of its card."""
        self.say_busy(False)
        self.passphrase.rename(self._words("identity.sign.pin" if on_card else "review.page.passphrase"))
        self.passphrase.show()
        self.passphrase.complain(self._words("identity.sign.type_pin" if on_card else "window.sign.wrong_passphrase"))
        self.passphrase.focus()

    def say_busy(self, busy: bool) -> None:
        """Say that it is being signed."""
        self._busy.setVisible(busy)
        if busy:
            self._trouble.hide()
            say(self, self._words("review.page.signing"))

    def focus_first(self) -> None:
        """Put the focus on the first verdict."""
        self.buttons["agree"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, verdict: str) -> None:
        place = self._who.currentIndex()
        if not 0 <= place < len(self._identities):
            nobody = self._words("review.page.nobody")
            self.complain((Fault(self._words("review.fault.where"), nobody.rstrip("."), ""),))
            return
        self.chosen.emit(verdict, self._identities[place], self.passphrase.text() or None)
