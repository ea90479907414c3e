"""The law, to be browsed and searched: a list on one side, a provision on the other; in a room, or over a case."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, clear, dress, frame, row, second_line, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Banner
from lawfulshare.desktop.dialogs import Over
from lawfulshare.desktop.filtering import Filter
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.law_list import ID, LawList
from lawfulshare.desktop.law_notices import law_notices
from lawfulshare.desktop.provision_page import ProvisionPage
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.guide.browsing import find
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording

KINDS = ("", "duty", "power", "basis", "condition", "confidence", "restriction", "requirement", "citable")
STANDINGS = ("", "in_force", "in_force_secondary", "coming", "over")
LIST_WIDTH = 400
LOW = 300
"""A room lower than this keeps its height for the list; what was hidden stands on the start window and under About."""


class LawRoom(QWidget):
    """All provisions of the law of a day. It reports that one goes back."""

    back_pressed = Signal()

    def __init__(self, law: Law, words: Wording, *, back: str, provision: str = "") -> None:
        super().__init__()
        self._law, self._words = law, words
        self.setAccessibleName(words("browse.title"))
        dress(self, "paper")
        self._out = back
        self._back = PlainButton(back, "arrow-left")
        self._back.setObjectName("law.back")
        self._back.clicked.connect(self._go_back)
        self._build_list()
        self._page = QVBoxLayout()
        self._page.setContentsMargins(0, 0, 0, 0)
        self._right = box(self._page)
        halves = QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._left)
        halves.addWidget(self._right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.gap(20), 0, 0)
        self._title = Words(words("browse.title"), "question", wrap=False)
        outer.addWidget(box(row(self._back, self._title, None, gap=20, margins=(28, 0, 28, 0))))
        self._notices = [
            box(stack(Banner("limited", "calendar-clock", sentence), margins=(28, 10, 28, 6)))
            for sentence in law_notices(law, None, words)
        ]
        for notice in self._notices:
            outer.addWidget(notice)
        outer.addLayout(halves, 1)
        self._search()
        if provision in law.provisions:
            self.go(provision)
        else:
            self._show_nothing()

    def focus_first(self) -> None:
        """Put the focus on the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> tuple[QWidget, ...]:
        """Give the parts of the room in the order of reading."""
        return (self._left, self._right, self._back)

    def show_provision(self, name: str) -> None:
        """Show one provision beside the list."""
        self._shown = name
        clear(self._page)
        self._page.addWidget(ProvisionPage(self._law, self._law.provision(name), self._words, self.go))
        self._arrange()

    def _show_nothing(self) -> None:
        clear(self._page)
        words = Words(self._words("browse.choose"), "small", "ink2")
        layout = row(Icon("book-open", "ink2", 28), gap=14, margins=(18, 16, 18, 16))
        layout.addWidget(words, 1)
        self._page.addWidget(box(stack(frame("well", layout), None, margins=(28, 10, 28, 0))))

    def go(self, name: str) -> None:
        """Show a provision that another names; the list shows it too, whatever was searched for."""
        self.search.clear()
        self.kind.choose("")
        self.status.choose("")
        self.list.setCurrentRow(self.list.place_of(name))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the provision that is shown into view in the list too."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.list.scrollToItem(self.list.currentItem()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room, else one at a time."""
        self._arrange()

    def _build_list(self) -> None:
        words = self._words
        self._shown = ""
        self._edition = second_line(words("browse.edition", nation=self._law.nation.name,
                                          day=words.day(self._law.day), version=self._law.edition.version))  # fmt: skip
        self.search = QLineEdit()
        self.search.setObjectName("law.search")
        self.search.setAccessibleName(words("browse.search"))
        self.search.setAccessibleDescription(words("browse.search_hint"))
        self.search.setProperty("radius", tokens()["radius"]["control"])
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._to_list)
        self._label = Words(words("browse.search"), "strong")
        self._hint = Words(words("browse.search_hint"), "caption", "ink2")
        self.kind = Filter(words("browse.kind"), ((kind, words(f"browse.kinds.{kind or 'all'}")) for kind in KINDS))
        self.status = Filter(
            words("browse.status"), ((one, words(f"browse.standings.{one or 'all'}")) for one in STANDINGS)
        )
        for button, name in ((self.kind, "law.kind"), (self.status, "law.status")):
            button.setObjectName(name)
            button.chosen.connect(self._search)
        self._filters = row(self.kind, self.status, gap=6)
        self._filters.addStretch(1)
        self._count = second_line("")
        self.list = LawList(words("browse.list"))
        self.list.currentItemChanged.connect(self._picked)
        self._column = stack(
            self._edition, 12, self._label, 6, self.search, 8, self._hint, 10,
            box(self._filters), 10, self._count, 6, gap=0,
        )  # fmt: skip
        self._column.addWidget(self.list, 1)
        self._left = box(self._column)

    def _search(self) -> None:
        found = find(self._law, self.search.text(), self.kind.value, self.status.value)
        self.list.show_provisions(found, self._law, self._words, self._shown)
        key = "none" if not found else "one" if len(found) == 1 else "count"
        self._count.say(self._words(f"browse.{key}", found=len(found), all=len(self._law.provisions)))
        say(self.list, self._count.plain)

    def _to_list(self) -> None:
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentRow(max(self.list.currentRow(), 0))

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_provision(str(item.data(ID)))

    def _go_back(self) -> None:
        """Go back to the list where it is hidden, else out of the room."""
        if self._left.isHidden():
            self._shown = ""
            self._arrange()
            self.list.setCurrentRow(-1)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.back_pressed.emit()

    def _arrange(self) -> None:
        alone = theme.breadth(self.width()) == "narrow"
        self._left.setVisible(not alone or not self._shown)
        self._right.setVisible(not alone or bool(self._shown))
        self._left.setMaximumWidth(16777215 if alone else theme.px(LIST_WIDTH))
        self._left.setMinimumWidth(0 if alone else theme.px(LIST_WIDTH - 60))
        self._column.setContentsMargins(theme.gap(28), theme.gap(8), theme.gap(28 if alone else 0), theme.gap(20))
        self._filters.setDirection(QBoxLayout.Direction.LeftToRight if alone else QBoxLayout.Direction.TopToBottom)
        for words in (self._edition, self._hint):
            words.setVisible(not alone)
        low = self.height() < theme.px(LOW)
        for part in (self._title, self._label, *self._notices):
            part.setVisible(not low)
        self.search.setPlaceholderText(self._words("browse.search") if low else "")
        self._back.setText(self._words("browse.to_list") if self._left.isHidden() else self._out)
        self._back.updateGeometry()


def show_law(law: Law, provision: str, words: Wording, parent: QWidget) -> None:
    """Open the law over what is on the screen, at one provision; nothing of a case is left by it."""
    room = LawRoom(law, words, back=words("browse.close"), provision=provision)
    over = Over(words("browse.title"), room, parent)
    room.back_pressed.connect(over.reject)
    over.open()
    room.focus_first()
