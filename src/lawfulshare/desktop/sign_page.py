"""Sign and export: what is missing, what is signed, who signs."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, clear, frame, row, second_line, stack
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.cards import Banner, ErrorSummary, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.focus_order import first_stop
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.passphrase import PassphraseField
from lawfulshare.desktop.pickers import DropDown
from lawfulshare.desktop.preview import Pages, block_widgets
from lawfulshare.desktop.speech import say, say_now
from lawfulshare.faults import Fault
from lawfulshare.guide.form import Page
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import Identity
    from lawfulshare.record.record import Block


class SignPage(QWidget):
    """Shows what is missing, else the record and who signs. It reports where to go, and that it is to be signed."""

    go_pressed = Signal(str)
    sign_pressed = Signal(object, object)

    def __init__(self, page: Page, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._identities: tuple[Identity, ...] = ()
        self._at: datetime | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(widest=720)
        outer.addWidget(self._column)
        self.summary = ErrorSummary()
        self._column.add(self.summary)
        self.heading = Words(page.title, "question")
        self._column.add(self.heading)
        self._column.add(Words(page.hint or words("window.sign.hint"), "lead", "ink2"), 6)
        self._state = stack(gap=8)
        self._column.add(box(self._state), 16)
        self._signing = self._make_signing()
        self._column.add(self._signing, 16)
        self._shown = stack(gap=10)
        self._column.add(box(self._shown), 20)
        self._column.end()
        self._signing.hide()

    def show_missing(self, faults: Sequence[Fault], name: Callable[[str], str]) -> None:
        """List what is missing, each with a way there."""
        clear(self._state)
        self._signing.setVisible(not faults)
        if not faults:
            self._state.addWidget(Banner("share", "circle-check", self._words("window.sign.ready")))
            return
        count = len(faults)
        key = "window.sign.missing_one" if count == 1 else "window.sign.missing_many"
        inside = stack()
        head = row(gap=10, margins=(16, 12, 16, 10))
        head.addWidget(Icon("circle-alert", "limited", 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Words(self._words(key, count=count), "heading"), 1)
        inside.addWidget(box(head))
        for fault in faults:
            inside.addWidget(rule())
            inside.addWidget(self._missing(fault, name(fault.where)))
        self._state.addWidget(frame("card", inside))

    def show_identities(self, identities: Sequence["Identity"], at: datetime) -> None:
        """Offer the signing identities that are valid, the newest first; a card's PIN is asked for at once."""
        self._identities, self._at = tuple(one for one in identities if at <= one.expires), at
        self._who.clear()
        for identity in self._identities:
            self._who.addItem(", ".join(part for part in (identity.name, identity.role, identity.organisation) if part))
        self._nobody.setVisible(not self._identities)
        self._choose(self._who.currentIndex())

    def _choose(self, place: int) -> None:
        identity = self._identities[place] if 0 <= place < len(self._identities) else None
        on_card = identity is not None and identity.locked_by == "card"
        self._passphrase.rename(self._words("identity.sign.pin" if on_card else "window.sign.passphrase"))
        self._passphrase.setVisible(on_card)
        left = identity.days_left(self._at) if identity is not None and self._at is not None else None
        self._soon.setVisible(left is not None)
        if identity is not None and left is not None:
            day = self._words.day(identity.expires.isoformat())
            self._soon.say(self._words("identity.sign.soon", day=day, days=left))

    def show_blocks(self, blocks: Iterable["Block"]) -> None:
        """Show the record as text, above its pages."""
        clear(self._shown)
        self._shown.addWidget(Words(self._words("window.sign.preview"), "heading"))
        self._shown.addWidget(block_widgets(blocks))
        self._pages_title = Words(self._words("window.sign.drawing"), "small", "ink2")
        self._shown.addWidget(self._pages_title)
        self._pages = Pages(self._words)
        self._shown.addWidget(self._pages)

    def show_pages(self, pictures: Iterable[QImage]) -> None:
        """Show the finished pages as pictures."""
        self._pages_title.say(self._words("window.sign.pages"))
        self._pages.show_pages(pictures)

    def complain(self, faults: Sequence[Fault]) -> None:
        """Say in words why it was not signed."""
        self.say_busy(False)
        self.summary.show_faults(faults)
        if faults:
            say_now(self, self._words("window.sign.failed"))
            self._column.verticalScrollBar().setValue(0)

    def ask_passphrase(self, wrong: str) -> None:
        """Ask for the passphrase of the key, or the PIN of its card, once more."""
        self.say_busy(False)
        self._passphrase.show()
        self._passphrase.complain(wrong)
        self._passphrase.focus()

    def say_busy(self, busy: bool) -> None:
        """Say that it is being signed."""
        self._sign.setText(self._words("window.sign.signing" if busy else "window.sign.sign"))
        self._sign.updateGeometry()
        self._busy.setVisible(busy)
        if busy:
            say(self, self._words("window.sign.signing"))

    def focus_first(self) -> None:
        """Put the focus on the first thing to do."""
        if (first := first_stop(self)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def jump_to(self, path: str) -> None:
        """There is one thing to do here."""
        self.focus_first()

    def sign(self) -> None:
        """Ask for the signature, as the button does."""
        self.summary.show_faults(())
        place = self._who.currentIndex()
        if 0 <= place < len(self._identities):
            self.say_busy(True)
            self.sign_pressed.emit(self._identities[place], self._passphrase.text() or None)

    def _make_signing(self) -> QWidget:
        words = self._words
        self._who = DropDown()
        self._who.rename(words("window.sign.identity"))
        self._who.currentIndexChanged.connect(self._choose)
        self._soon = Words("", "small", "limited")
        self._soon.setObjectName("sign.soon")
        self._soon.hide()
        self._passphrase = PassphraseField(words("window.sign.passphrase"), words)
        self._passphrase.setObjectName("sign.passphrase")
        self._passphrase.entered.connect(self.sign)
        self._nobody = Words(words("window.sign.no_identity"), "small", "urgent")
        self._sign = PrimaryButton(words("window.sign.sign"), "signature")
        self._sign.setObjectName("sign.sign")
        self._sign.clicked.connect(self.sign)
        self._busy = second_line(words("window.sign.signing_hint"))
        self._busy.hide()
        inside = stack(
            Words(words("window.sign.who"), "strong"), self._who, self._soon, self._nobody, self._passphrase,
            gap=8, margins=(18, 14, 18, 16),
        )  # fmt: skip
        inside.addWidget(box(row(self._sign, None)))
        inside.addWidget(self._busy)
        return frame("card", inside)

    def _missing(self, fault: Fault, name: str) -> QWidget:
        layout = row(gap=12, margins=(16, 9, 14, 9))
        layout.addWidget(
            box(stack(Words(fault.what[:1].upper() + fault.what[1:], "label"), second_line(fault.mend), gap=1)), 1
        )
        go = PlainButton(self._words("window.sign.go"), small=True)
        go.setAccessibleName(f"{self._words('window.sign.go')}: {name}")
        go.setObjectName(f"missing.{fault.where}")
        go.clicked.connect(lambda: self.go_pressed.emit(fault.where))
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return box(layout)
