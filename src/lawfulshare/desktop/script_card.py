"""What to say to one recipient, while one is on the telephone or face to face; the same is what they get."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desktop.brand import box, clear, row, stack
from lawfulshare.desktop.cards import Card, rule
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.marks import AMOUNT_OF, Mark
from lawfulshare.guide.calling import Line, Schedule, schedule
from lawfulshare.guide.naming import label_of
from lawfulshare.wording import wording


class ScriptCard(Card):
    """What goes to one recipient by item, then what is left out, then what is still undecided."""

    def __init__(self) -> None:
        super().__init__("accent", (16, 12))
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self._told: object = None

    def show_recipient(self, case: CaseFile, recipient: str | None) -> None:
        """Show what to say to a recipient of the case."""
        told = (schedule(case, recipient), label_of(case, recipient)) if recipient else None
        if told is not None and told == self._told:
            return
        self._told = told
        words = wording()
        clear(self._place)
        if told is None or recipient is None:
            self._place.addWidget(Words(words("ringing.script_unknown"), "small", "ink2"))
            self.setAccessibleName(words("ringing.script_unknown"))
            return
        title = words("ringing.script", recipient=told[1] or words("guide.nameless.recipient"))
        self._place.addWidget(Words(title, "heading"))
        self._fill(told[0])
        self.setAccessibleName(title)

    def _fill(self, told: Schedule) -> None:
        words = wording()
        if not told.goes:
            self._place.addWidget(Words(words("ringing.nothing"), "small", "ink2"))
        for line in told.goes:
            under = words(f"ringing.{'say' if line.extent == 'full' else f'say_{line.extent}'}")
            self._place.addWidget(_line(line, under))
        for lines, key in ((told.stays, "leave_out"), (told.undecided, "undecided")):
            if lines:
                self._place.addWidget(rule())
            for line in lines:
                self._place.addWidget(_line(line, words(f"ringing.{key}")))


def _line(line: Line, under: str) -> QWidget:
    layout = row(gap=10, margins=(0, 4, 0, 4))
    layout.addWidget(Mark(AMOUNT_OF[line.extent] if line.extent else ""), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(box(stack(Words(line.what, "strong"), Words(under, "small", "ink2"))), 1)
    return box(layout)
