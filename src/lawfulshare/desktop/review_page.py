"""One record as a supervisor reads it: is it genuine, what is late, what was said of it, what it says, a verdict."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desk.inbox import Entry
from lawfulshare.desktop.brand import box, frame, second_line, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Banner, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.commenting import Commenting
from lawfulshare.desktop.flowing import Flow
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.preview import Pages, block_widgets
from lawfulshare.desktop.review_said import review_told
from lawfulshare.desktop.review_told import (
    comes_to,
    is_of_sheet,
    name_of,
    stands_told,
    what_is_told,
    what_speaks_against,
)
from lawfulshare.desktop.speech import say, say_now
from lawfulshare.desktop.verdict_card import VerdictCard
from lawfulshare.guide.walk import Walk
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import Identity
    from lawfulshare.record.record import Block
    from lawfulshare.record.review_sheet import Review


class ReviewPage(QWidget):
    """Shows one entry of the inbox. It reports each deed by its name."""

    deed = Signal(str)

    def __init__(self, entry: Entry, words: Wording, deeds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry, self._words = entry, words
        self.comments: Commenting | None = None
        self.verdict: VerdictCard | None = None
        self.setAccessibleName(name_of(entry))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.column = Column(widest=760, margins=(10, 28, 24))
        outer.addWidget(self.column)
        kind = "record" if entry.record is not None else "of_sheet" if is_of_sheet(entry) else "file"
        self.column.add(Words(words(f"review.page.{kind}", number=name_of(entry), name=entry.name), "title"))
        if entry.record is not None and entry.is_sound:
            self.column.add(second_line(stands_told(entry, words)), 2)
        self.done = Banner("share", "circle-check", "")
        self.done.setObjectName("review.done")
        self.done.hide()
        self.trouble = Banner("urgent", "circle-alert", "")
        self.trouble.hide()
        self.column.add(self.done, 10)
        self.column.add(self.trouble)
        self._tell_check()
        self._tell_overdue()
        self._tell_reviews(entry.reviews)
        self.buttons: dict[str, PlainButton] = {}
        across = Flow(8)
        for name, icon in deeds_offered(deeds):
            button = PlainButton(words(f"review.page.{name}"), icon, small=True)
            button.setObjectName(f"review.{name}")
            button.clicked.connect(lambda _=False, name=name: self.deed.emit(name))
            across.addWidget(button)
            self.buttons[name] = button
        self.column.add(box(across), 14)
        self._pages = Pages(words)
        self._drawing = Words(words("review.page.drawing"), "small", "ink2")
        for widget in (self._drawing, self._pages):
            widget.hide()
            self.column.add(widget, 10)

    def show_record(self, blocks: "Iterable[Block]", way: Walk, identities: "Sequence[Identity]") -> None:
        """Show what the record says, and below it the comments and the verdict where one is open."""
        words = self._words
        self.column.add(Words(words("review.page.text"), "heading"), 20)
        self.column.add(block_widgets(blocks), 8)
        if not self.entry.waits:
            return
        self.comments = Commenting(way, words)
        self.column.add(self.comments, 20)
        self.verdict = VerdictCard(identities, words)
        self.column.add(self.verdict, 14)

    def end(self) -> None:
        """Keep everything at the top."""
        self.column.end()

    def pages_shown(self) -> bool:
        """Say whether the pages are shown."""
        return not self._pages.isHidden() or not self._drawing.isHidden()

    def turn_pages(self, shown: bool) -> None:
        """Show that the pages are being drawn, or hide them."""
        self._drawing.setVisible(shown)
        self._pages.hide()
        self.buttons["read"].setText(self._words(f"review.page.{'hide' if shown else 'read'}"))
        self.buttons["read"].updateGeometry()

    def show_pages(self, pictures: Iterable[QImage]) -> None:
        """Show the finished pages as pictures; their text stands below."""
        self._drawing.hide()
        self._pages.show_pages(pictures)
        self._pages.show()

    def say_done(self, sentence: str) -> None:
        """Say what was done; it is announced and brought into view."""
        self.done.words.say(sentence)
        self.done.show()
        self.column.verticalScrollBar().setValue(0)
        say(self, sentence)

    def complain(self, sentence: str) -> None:
        """Say why something was not done; it is announced and brought into view."""
        self.trouble.words.say(sentence)
        self.trouble.show()
        self.column.verticalScrollBar().setValue(0)
        say_now(self, sentence)

    def to_verdict(self) -> None:
        """Go to the comments, and from there to the verdict."""
        if self.comments is not None:
            self.comments.focus_first()
            self.column.bring_into_view(self.comments)

    def focus_first(self) -> None:
        """Put the focus on the first deed."""
        if (first := next(iter(self.buttons.values()), None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_check(self) -> None:
        words, entry = self._words, self.entry
        is_sheet = is_of_sheet(entry)
        if entry.is_sound:
            genuine = words("review.page.sheet_sound" if is_sheet else "review.page.genuine")
            self.column.add(Banner("share", "circle-check", genuine), 10)
            for line in what_is_told(entry, words):
                self.column.add(second_line(line), 6)
        else:
            against = what_speaks_against(entry, words)
            refused = words("review.page.sheet_unsound" if is_sheet else "review.page.refused")
            told = (words(f"review.room.{comes_to(entry)}") + ".", *against, refused)
            self.column.add(Banner("urgent", "circle-x", "\n".join(told)), 10)
        for finding in entry.told.findings if entry.told else ():
            self.column.add(second_line(finding.says), 6)

    def _tell_overdue(self) -> None:
        if self.entry.overdue:
            late = "\n".join(self.entry.overdue)
            self.column.add(Banner("limited", "calendar-clock", late), 10)

    def _tell_reviews(self, reviews: "Sequence[Review]") -> None:
        if not reviews:
            return
        words = self._words
        inside = stack(Words(words("review.page.said"), "heading"), gap=4, margins=(18, 12, 18, 12))
        for review in reviews:
            inside.addWidget(rule())
            inside.addWidget(review_told(review, words))
        self.column.add(frame("card", inside), 14)


DEEDS = (("read", "file-text"), ("compare", "git-fork"), ("what_if", "scale"), ("to_verdict", "stamp"),
         ("amend", "file-pen"), ("again", "history"), ("sheet", "file-plus"))  # fmt: skip
"""What can be done with a record, each with its icon, in their order."""


def deeds_offered(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give the deeds of these names, with their icons."""
    return tuple((name, icon) for name, icon in DEEDS if name in names)
