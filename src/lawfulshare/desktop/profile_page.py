"""Changes who one is: what stands on the records that follow."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desk.profile import Profile
from lawfulshare.desktop.brand import box
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.cards import ErrorSummary
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.flowing import flow
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.profile_fields import ProfileFields
from lawfulshare.faults import Fault
from lawfulshare.wording import Wording


class ProfilePage(QWidget):
    """Shows the profile and reports a changed one."""

    changed = Signal(object)
    back_pressed = Signal()

    def __init__(self, profile: Profile, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("window.profile.title"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(widest=600, margins=(40, 48, 40))
        outer.addWidget(column)
        self._fields = ProfileFields(words, profile)
        self.summary = ErrorSummary()
        self.summary.jump.connect(self._fields.focus_on)
        column.add(self.summary)
        column.add(Words(words("window.profile.title"), "display"), 12)
        column.add(Words(words("window.profile.hint"), "lead", "ink2"), 6)
        column.add(self._fields, 22)
        keep = PrimaryButton(words("window.profile.keep"), "check")
        keep.setObjectName("profile.keep")
        keep.clicked.connect(self._check)
        back = PlainButton(words("window.profile.back"), "arrow-left")
        back.clicked.connect(self.back_pressed)
        column.add(box(flow(keep, back, gap=12)), 28)
        column.end()

    def focus_first(self) -> None:
        """Put the focus on the name."""
        self._fields.focus_first()

    def complain(self, faults: tuple[Fault, ...]) -> None:
        """Say what stands in the way."""
        self._fields.complain({fault.where: fault.what for fault in faults})
        self.summary.show_faults(faults)

    def _check(self) -> None:
        faults = tuple(Fault(name, self._words(f"window.first.fault.{name}"), "") for name in self._fields.missing())
        self.complain(faults)
        if not faults:
            self.changed.emit(self._fields.profile())
