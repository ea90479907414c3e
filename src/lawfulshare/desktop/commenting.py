"""A supervisor's comments on a record: each on one question, or on the record as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.brand import box, clear, frame, row, second_line, stack
from lawfulshare.desktop.buttons import IconButton, PlainButton
from lawfulshare.desktop.cards import rule
from lawfulshare.desktop.fields import TextInput
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.pickers import DropDown
from lawfulshare.desktop.speech import say, say_now
from lawfulshare.guide.naming import question_called
from lawfulshare.guide.walk import Walk
from lawfulshare.record.review_sheet import Comment
from lawfulshare.wording import Wording


class Commenting(QWidget):
    """Takes comments and reports them; what is being written counts as one once it is added."""

    changed = Signal(object)

    def __init__(self, way: Walk, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.comments: tuple[Comment, ...] = ()
        asked = dict.fromkeys(one.path for page in way.pages for one in way.asked[page.name])
        self._places = {path: question_called(way.case, path) for path in asked}
        self.place = DropDown()
        self.place.rename(words("review.page.on_what"))
        self.place.setObjectName("comment.place")
        self.place.addItem(words("review.page.whole"), "")
        for path, question in self._places.items():
            self.place.addItem(question, path)
        self.text = TextInput()
        self.text.setObjectName("comment.text")
        self.text.setAccessibleName(words("review.page.comment"))
        self._error = Words("", "label", "urgent")
        self._error.hide()
        self.add = PlainButton(words("review.page.add"), "plus")
        self.add.setObjectName("comment.add")
        self.add.clicked.connect(self.take)
        self._listed = stack()
        inside = stack(
            Words(words("review.page.comments"), "heading"), 4,
            Words(words("review.page.comments_hint"), "small", "ink2"), 12,
            Words(words("review.page.on_what"), "strong"), 4, self.place, 12,
            Words(words("review.page.comment"), "strong"), self._error, 4, self.text, 10,
            box(row(self.add, None)), margins=(18, 14, 18, 16),
        )  # fmt: skip
        inside.addLayout(self._listed)
        outer = stack(frame("card", inside))
        self.setLayout(outer)

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Show these comments."""
        self.comments = tuple(comments)
        clear(self._listed)
        for place, comment in enumerate(self.comments):
            self._listed.addWidget(rule())
            self._listed.addWidget(self._row(place, comment))

    def take(self) -> bool:
        """Add what is written as a comment; say so where nothing is."""
        text = self.text.toPlainText().strip()
        if not text:
            self.complain(self._words("review.page.empty_comment"))
            return False
        self.complain("")
        at = self.place.currentData() or None
        comment = Comment(at=at, asked=self._places.get(at or ""), text=text)
        self.show_comments((*self.comments, comment))
        self.changed.emit(self.comments)
        self.text.clear()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, self._words("review.page.added", about=self._about(comment)))
        return True

    def has_unsaid(self) -> bool:
        """Say whether something is written that was not added."""
        return bool(self.text.toPlainText().strip())

    def complain(self, error: str) -> None:
        """Say what is wrong above the field; an empty text takes the words away."""
        self._error.say(error)
        self._error.setVisible(bool(error))
        self.text.setAccessibleDescription(error)
        if error:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            say_now(self, error)

    def focus_first(self) -> None:
        """Put the focus on what a comment is about."""
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, place: int, comment: Comment) -> QWidget:
        about = self._about(comment)
        away = IconButton(self._words("review.page.remove_name", about=about), "trash-2", small=True)
        away.clicked.connect(lambda: self._remove(place))
        line = row(gap=10, margins=(0, 10, 0, 10))
        line.addWidget(box(stack(second_line(about), Words(comment.text))), 1)
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return box(line)

    def _remove(self, place: int) -> None:
        gone = self.comments[place]
        self.show_comments((*self.comments[:place], *self.comments[place + 1 :]))
        self.changed.emit(self.comments)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, self._words("review.page.removed", about=self._about(gone)))

    def _about(self, comment: Comment) -> str:
        return comment.asked or comment.at or self._words("review.page.whole")
