"""Recipients of earlier cases, offered under those of this one; whoever is added again is checked again."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desk.address_book import KnownRecipient
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desktop.beneath import Beneath, SideBySide
from lawfulshare.desktop.brand import box, frame, row, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import rule
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.guide import answers
from lawfulshare.wording import Wording

MOST = 8


class UsedBefore(Beneath):
    """The newest recipients used before that this case has not; one press adds one, and asks for the check."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self._place = QVBoxLayout()
        self._place.setSpacing(theme.gap(8))
        self.column.addLayout(self._place)
        self._work: CaseInHand | None = None
        self._told: tuple[KnownRecipient, ...] | None = None

    def show_work(self, work: CaseInHand) -> None:
        """Offer those whom this case does not have yet."""
        self._work = work
        there = {(one.label, one.sector) for one in work.case.recipients or ()}
        offered = tuple(one for one in work.known_recipients if (one.label, one.sector) not in there)[:MOST]
        if offered == self._told:
            return
        self._told = offered
        self.setVisible(bool(offered))
        with self.anew(self._place):
            if offered:
                self._fill(offered)

    def _fill(self, offered: tuple[KnownRecipient, ...]) -> None:
        self._place.addWidget(Words(self.words("ringing.used_before"), "heading"))
        self._place.addWidget(Words(self.words("ringing.used_hint"), "small", "ink2"))
        rows = stack()
        for place, one in enumerate(offered):
            if place:
                rows.addWidget(rule())
            rows.addWidget(self._row(one))
        self._place.addWidget(frame("card", rows))

    def _row(self, one: KnownRecipient) -> QWidget:
        words = self.words
        checked = words("ringing.checked", day=words.day(one.checked_on)) if one.checked_on else ""
        under = ". ".join(part for part in (one.contact, checked or words("ringing.not_checked")) if part)
        add = PlainButton(words("ringing.use_again"), "plus", small=True)
        add.setObjectName(f"again.{one.label}")
        add.setAccessibleName(words("ringing.used_again", name=one.label))
        add.clicked.connect(lambda: self._add(one))
        line = row(margins=(16, 8, 12, 8))
        line.addWidget(SideBySide(box(stack(Words(one.label, "label"), Words(under, "small", "ink2"))), add))
        return box(line)

    def _add(self, one: KnownRecipient) -> None:
        assert self._work is not None
        case, key = answers.add(self._work.case, "recipient")
        for field, value in (("label", one.label), ("sector", one.sector), ("contact", one.contact)):
            case = answers.answer(case, f"recipients.{key}.{field}", value)
        self.changed.emit(lambda _: case)
        self.gone_to.emit(f"recipients.{key}.identity_verified")
