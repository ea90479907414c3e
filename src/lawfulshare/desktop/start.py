"""The start window: four doors, the drafts that wait, and who signs under which law."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, clear, frame, row, second_line, stack
from lawfulshare.desktop.buttons import IconButton, PlainButton, QuietButton
from lawfulshare.desktop.cards import Banner, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.doors import DoorButton, UrgentDoor
from lawfulshare.desktop.flowing import flow
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.shortcuts import bind
from lawfulshare.desktop.speech import say_now
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording

DOORS = (("urgent", "siren"), ("share", "send"), ("respond", "inbox"), ("seek", "search"))
"""The doors in the order of their keys, 1 to 4."""


QUIET = (
    ("again", "history"),
    ("review", "inbox"),
    ("verify", "shield-check"),
    ("take", "download"),
    ("browse", "book-open"),
    ("about", "info"),
)
"""What else one may come for, each a quiet button that is named by its signal."""


@dataclass(frozen=True)
class DraftShown:
    """One draft as the list shows it."""

    case_id: str
    about: str
    says: str


class StartWindow(QWidget):
    """What one sees first: it reports which door was taken, or which draft is to be gone on with or deleted."""

    door_taken = Signal(str)
    draft_resumed = Signal(str)
    draft_deleted = Signal(str, str)
    review_pressed = Signal()
    verify_pressed = Signal()
    about_pressed = Signal()
    browse_pressed = Signal()
    take_pressed = Signal()
    again_pressed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("window.start.title"))
        self.doors: dict[str, DoorButton | UrgentDoor] = {}
        self._drafts_shown: tuple[DraftShown, ...] | None = None
        self._signer, self._law = "", ""
        self._noticed: tuple[str, ...] = ()
        for number, (mode, _) in enumerate(DOORS, 1):
            for shortcut in bind(f"door_{number}", self, self._takes(mode)):
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for shortcut in bind("review", self, self.review_pressed.emit):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._build()
        theme.changed.connect(self._build)

    def show_drafts(self, drafts: tuple[DraftShown, ...]) -> None:
        """List the drafts, the newest first."""
        self._drafts_shown = drafts
        self._trouble.hide()
        clear(self._list)
        self._list.addWidget(self._draft_list())

    def show_signer(self, signer: str, law: str) -> None:
        """Say who signs, and under which edition of the law."""
        self._signer, self._law = signer, law
        self._signs.say(signer)
        self._law_line.say(law)
        for line in (self._signs, self._law_line):
            if (parent := line.parentWidget()) is not None:
                parent.setVisible(bool(line.plain))

    def show_notices(self, sentences: tuple[str, ...]) -> None:
        """Say what is to be known of the law before one begins: not looked over lately, or something set aside."""
        self._noticed = sentences
        self._notice.words.say("\n".join(sentences))
        self._notice.setVisible(bool(sentences))

    def show_trouble(self, sentence: str) -> None:
        """Say in one sentence what could not be done."""
        self._trouble.words.say(sentence)
        self._trouble.show()
        say_now(self, sentence)

    def focus_first(self) -> None:
        """Put the focus on the first door."""
        self.doors["urgent"].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the lists beside the doors where there is room, else under them."""
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange once more when shown."""
        if event.type() == QEvent.Type.Show:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        breadth = theme.breadth(self.width())
        beside = breadth == "wide"
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._right.setMaximumWidth(theme.px(400) if beside else 16777215)
        self._right.setMinimumWidth(theme.px(360) if beside else 0)
        self._three.setDirection(
            QBoxLayout.Direction.TopToBottom if breadth == "narrow" else QBoxLayout.Direction.LeftToRight
        )

    def _build(self) -> None:
        focused = self.focusWidget()
        at_home = focused is not None and focused.hasFocus()
        clear(self._outer)
        column = Column(margins=(40, 48, 32))
        self._trouble = Banner("urgent", "circle-alert", "")
        self._trouble.hide()
        column.add(self._trouble)
        self._notice = Banner("limited", "calendar-clock", "")
        column.add(self._notice)
        self._halves = QHBoxLayout()
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme.gap(48))
        self._right = self._lists()
        self._halves.addWidget(box(self._ways()), 1)
        self._halves.addWidget(self._right)
        column.add(box(self._halves), 16)
        column.end()
        self._outer.addWidget(column)
        self.show_signer(self._signer, self._law)
        self.show_notices(self._noticed)
        self._arrange()
        if at_home:
            column.show()
            self.focus_first()

    def _ways(self) -> QVBoxLayout:
        words = self._words
        made: list[DoorButton | UrgentDoor] = []
        for number, (mode, icon) in enumerate(DOORS, 1):
            kind = UrgentDoor if mode == "urgent" else DoorButton
            key = words("window.start.key", key=number)
            door = kind(icon, words(f"window.start.{mode}"), words(f"window.start.{mode}_hint"), key)
            door.setObjectName(f"door.{mode}")
            door.clicked.connect(self._takes(mode))
            self.doors[mode] = door
            made.append(door)
        self._three = row(*made[1:], gap=16)
        self._signs = Words("", "small", "ink2")
        self._law_line = Words("", "small", "ink2")
        ways = stack(
            Words(words("window.start.title"), "display"), 8,
            Words(words("window.start.hint"), "lead", "ink2"), 24,
            made[0], 14, box(self._three), 28,
            self._line("key-round", self._signs), 6, self._line("scale", self._law_line), 10,
        )  # fmt: skip
        ways.addLayout(flow(*(self._quiet(which, icon) for which, icon in QUIET), gap=20))
        ways.addStretch(1)
        return ways

    def _quiet(self, which: str, icon: str) -> QWidget:
        button = QuietButton(self._words(f"window.start.{which}"), icon)
        button.setObjectName(f"start.{which}")
        button.clicked.connect(getattr(self, f"{which}_pressed"))
        return button

    def _line(self, icon: str, words: Words) -> QWidget:
        policy = words.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        words.setSizePolicy(policy)
        layout = row(Icon(icon, "ink2", 18), gap=10)
        layout.addWidget(words, 1)
        return box(layout)

    def _lists(self) -> QWidget:
        self._list = stack()
        self._list.addWidget(self._draft_list())
        layout = stack(Words(self._words("window.start.drafts"), "heading"), 10)
        layout.addLayout(self._list)
        layout.addStretch(1)
        return box(layout)

    def _draft_list(self) -> QWidget:
        if not self._drafts_shown:
            opening = self._drafts_shown is None
            key = "window.start.drafts_opening" if opening else "window.start.drafts_empty"
            layout = row(Icon("file-pen", "ink2", 24), gap=12, margins=(16, 14, 16, 14))
            layout.addWidget(Words(self._words(key), "small", "ink2"), 1)
            return frame("well", layout)
        rows = stack()
        for place, draft in enumerate(self._drafts_shown):
            if place:
                rows.addWidget(rule())
            rows.addWidget(self._draft_row(draft))
        return frame("card", rows)

    def _draft_row(self, draft: DraftShown) -> QWidget:
        words = self._words
        go_on = PlainButton(words("window.start.go_on"), small=True)
        go_on.setAccessibleName(words("window.start.go_on_name", about=draft.about))
        go_on.setObjectName(f"resume.{draft.case_id}")
        go_on.clicked.connect(lambda: self.draft_resumed.emit(draft.case_id))
        delete = IconButton(words("window.start.delete_name", about=draft.about), "trash-2", small=True)
        delete.setObjectName(f"delete.{draft.case_id}")
        delete.clicked.connect(lambda: self.draft_deleted.emit(draft.case_id, draft.about))
        layout = row(gap=10, margins=(16, 10, 10, 10))
        layout.addWidget(Icon("file-pen", "ink2", 20), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(box(stack(Words(draft.about, "label"), second_line(draft.says), gap=1)), 1)
        layout.addWidget(go_on)
        layout.addWidget(delete)
        return box(layout)

    def _takes(self, mode: str) -> Callable[[], None]:
        return lambda: self.door_taken.emit(mode)
