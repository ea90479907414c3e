"""A room for supervisors: records that were sent, on one side the list, on the other the one that is read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from lawfulshare.desk.inbox import ORDERS, Entry, ordered
from lawfulshare.desktop.brand import box, clear, dress, frame, row, second_line, stack
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.clipping import forget_folders
from lawfulshare.desktop.filtering import Filter
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.review_list import KEY, ReviewList
from lawfulshare.desktop.review_page import ReviewPage
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording

LIST_WIDTH = 400


class ReviewRoom(QWidget):
    """Lists what was sent and shows one of it. It reports what was chosen; it checks and signs nothing itself."""

    given = Signal(object)
    picked = Signal(str)
    back_pressed = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._entries: tuple[Entry, ...] = ()
        self._checking = ""
        self._shown = ""
        self.setAccessibleName(words("review.room.title"))
        self.setAcceptDrops(True)
        dress(self, "paper")
        self._back = PlainButton(words("review.room.back"), "arrow-left")
        self._back.setObjectName("review.back")
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
        title = Words(words("review.room.title"), "question", wrap=False)
        outer.addWidget(box(row(self._back, title, None, gap=20, margins=(28, 0, 28, 0))))
        outer.addLayout(halves, 1)
        self._show_nothing()
        self._tell()

    def focus_first(self) -> None:
        """Put the focus on the list where there is one, else on what fills it."""
        target = self.list if self.list.count() else self._files
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> tuple[QWidget, ...]:
        """Give the parts of the room in the order of reading."""
        return (self._left, self._right, self._back)

    def show_entries(self, entries: Sequence[Entry], checking: str = "") -> None:
        """List what has been looked at; `checking` says what is still being looked at."""
        self._entries, self._checking = tuple(entries), checking
        self._order()

    def show_page(self, key: str, page: ReviewPage) -> None:
        """Show one record beside the list, or in its place where there is no room for both."""
        self._shown = key
        clear(self._page)
        self._page.addWidget(page)
        self._arrange()
        if self._left.isHidden():
            page.focus_first()

    def say_nothing_found(self) -> None:
        """Say that there was no PDF in what was given."""
        self._count.say(self._words("review.room.no_record"))
        say(self, self._count.plain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room, else one at a time."""
        self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files and folders be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.given.emit(paths)

    def _build_list(self) -> None:
        words = self._words
        self._files = PrimaryButton(words("review.room.files"), "inbox")
        self._files.setObjectName("review.files")
        self._files.clicked.connect(self._ask_files)
        self._folder = PlainButton(words("review.room.folder"), "folder-open")
        self._folder.setObjectName("review.folder")
        self._folder.clicked.connect(self._ask_folder)
        self._buttons = row(self._files, self._folder, gap=8)
        self._buttons.addStretch(1)
        self.order = Filter(
            words("review.room.sort"), ((one, words(f"review.room.order.{one or 'first'}")) for one in ORDERS)
        )
        self.order.setObjectName("review.order")
        self.order.chosen.connect(self._order)
        self._hint = Words(words("review.room.hint"), "small", "ink2")
        self._count = second_line("")
        self.list = ReviewList(words("review.room.list"))
        self.list.currentItemChanged.connect(self._picked)
        self._column = stack(self._hint, 10, box(self._buttons), 10, self.order, 8, self._count, 6)
        self._column.addWidget(self.list, 1)
        self._left = box(self._column)

    def _order(self) -> None:
        self.list.show_entries(ordered(self._entries, self.order.value), self._words, self._shown)
        self._tell()

    def _tell(self) -> None:
        words, count = self._words, len(self._entries)
        if self._checking:
            self._count.say(self._checking)
            return
        said = self._count.plain
        waiting, overdue = (sum(map(bool, found)) for found in (
            (entry.waits for entry in self._entries), (entry.overdue for entry in self._entries)))  # fmt: skip
        key = "empty" if not count else "one" if count == 1 else "count"
        self._count.say(words(f"review.room.{key}", count=count, waiting=waiting, overdue=overdue))
        if self._count.plain != said:
            say(self.list, self._count.plain)

    def _show_nothing(self) -> None:
        clear(self._page)
        layout = row(Icon("inbox", "ink2", 28), gap=14, margins=(18, 16, 18, 16))
        layout.addWidget(Words(self._words("review.room.choose"), "small", "ink2"), 1)
        self._page.addWidget(box(stack(frame("well", layout), None, margins=(28, 10, 28, 0))))

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(str(item.data(KEY)))

    def _ask_files(self) -> None:
        kinds = f"{self._words('review.room.pdf_files')} (*.pdf)"
        names, _ = QFileDialog.getOpenFileNames(self, self._words("review.room.files"), "", kinds)
        forget_folders()
        if names:
            self.given.emit(tuple(map(Path, names)))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._words("review.room.folder"))
        forget_folders()
        if name:
            self.given.emit((Path(name),))

    def _go_back(self) -> None:
        """Go back to the list where it is hidden, else out of the room."""
        if self._left.isHidden():
            self._shown = ""
            self._show_nothing()
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
        across = (
            QBoxLayout.Direction.TopToBottom if theme.is_large() and not alone else QBoxLayout.Direction.LeftToRight
        )
        self._buttons.setDirection(across)
        self._back.setText(self._words("review.room.to_list" if self._left.isHidden() else "review.room.back"))
        self._back.updateGeometry()
