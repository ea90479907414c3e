"""Your signing identity: which keys sign here, who vouches for them, another one, and what to do when one is lost."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, clear, frame, row, second_line, stack
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.cards import Banner, Chip, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.flowing import flow
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say_now
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.enrolling import Request
    from lawfulshare.record.identities import Identity

DEEDS = (("make", "key-round"), ("ask", "send"), ("take", "inbox"), ("bring", "upload"), ("card", "badge-check"))
MISHAPS = ("expired", "forgotten", "lost", "leaving", "card")


class IdentityPage(QWidget):
    """Shows the keys that sign here. It reports the deed that was chosen: make, ask, take, bring or card."""

    chosen = Signal(str)
    back_pressed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("identity.page.title"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(widest=720, margins=(32, 48, 32))
        outer.addWidget(self._column)
        self._back = PlainButton(words("window.profile.back"), "arrow-left")
        self._back.clicked.connect(self.back_pressed)
        self._column.add(box(row(self._back, None)))
        self._said = stack()
        self._column.add(box(self._said), 8)
        self._column.add(Words(words("identity.page.title"), "question"), 12)
        self._column.add(Words(words("identity.page.hint"), "lead", "ink2"), 6)
        self._kept = stack(gap=12)
        self._column.add(box(self._kept), 18)
        self._column.add(Words(words("identity.page.another"), "heading"), 28)
        self._column.add(self._deeds(), 8)
        self._column.add(Words(words("identity.page.time"), "heading"), 28)
        self._time = Words("", "small", "ink2")
        self._column.add(self._time, 4)
        self._column.add(Words(words("identity.page.mishaps"), "heading"), 28)
        for name in MISHAPS:
            told = stack(
                Words(words(f"identity.page.mishap.{name}.title"), "strong"),
                Words(words(f"identity.page.mishap.{name}.says"), "small", "ink2"),
                gap=2,
            )
            self._column.add(box(told), 10)
        self._column.end()

    def show_identities(
        self, identities: Sequence["Identity"], waiting: Sequence["Request"], url: str | None, at: datetime
    ) -> None:
        """Show the keys kept here, the newest first, the requests that wait, and where timestamps come from."""
        clear(self._kept)
        words = self._words
        for place, identity in enumerate(identities):
            self._kept.addWidget(self._card(identity, at, newest=place == 0))
        for asked in waiting:
            lines = stack(
                Words(asked.whose.titled, "strong"), Words(words("identity.page.waits"), "small"),
                second_line(asked.fingerprint), gap=4, margins=(18, 12, 18, 14),
            )  # fmt: skip
            self._kept.addWidget(frame("well", lines))
        if not identities:
            self._kept.addWidget(Banner("limited", "triangle-alert", words("identity.page.none")))
        self._time.say(words("identity.timestamps.now", url=url) if url else words("identity.timestamps.none"))

    def tell(self, said: str, *, trouble: bool = False) -> None:
        """Say at the top what was done, or what stands in the way; it is announced."""
        clear(self._said)
        tone, icon = ("urgent", "circle-alert") if trouble else ("share", "circle-check")
        self._said.addWidget(Banner(tone, icon, said))
        self._column.verticalScrollBar().setValue(0)
        say_now(self, said)

    def focus_first(self) -> None:
        """Put the focus on Back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, identity: "Identity", at: datetime, *, newest: bool) -> QWidget:
        from lawfulshare.record.certificates import holder_line

        words = self._words
        head = row(gap=10)
        head.addWidget(Words(identity.name, "strong"), 1)
        left = identity.days_left(at)
        if left is not None:
            key = "identity.page.expired" if left < 0 else "identity.page.soon"
            head.addWidget(Chip(words(key, days=left), "calendar-clock", "limited"), 0, Qt.AlignmentFlag.AlignTop)
        elif newest:
            head.addWidget(Chip(words("identity.page.newest"), "signature", "share"), 0, Qt.AlignmentFlag.AlignTop)
        vouched = holder_line(identity.chain[0]) if identity.chain else words("identity.page.nobody")
        told = (
            ("vouched", vouched),
            ("kept", words(f"identity.page.lock.{identity.locked_by}")),
            ("valid", words.day(identity.expires.isoformat())),
            ("fingerprint", identity.fingerprint),
        )
        where = ", ".join(part for part in (identity.role, identity.organisation) if part)
        inside = stack(box(head), second_line(where), gap=6, margins=(18, 14, 18, 14))
        for key, value in told:
            inside.addWidget(box(stack(Words(words(f"identity.page.{key}"), "caption", "ink2"), Words(value, "small"))))
        return frame("card", inside)

    def _deeds(self) -> QWidget:
        inside = stack()
        for place, (name, icon) in enumerate(DEEDS):
            if place:
                inside.addWidget(rule())
            title = self._words(f"identity.page.deed.{name}.title")
            button = (PrimaryButton if place == 0 else PlainButton)(title, icon)
            button.setObjectName(f"identity.{name}")
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            says = self._words(f"identity.page.deed.{name}.says")
            button.setAccessibleDescription(says)
            line = stack(box(flow(button)), Words(says, "small", "ink2"), gap=8, margins=(18, 14, 18, 14))
            inside.addWidget(box(line))
        return frame("card", inside)
