"""What a supervisor said of a record: the verdict, by whom and when, and each comment under its question."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.brand import box, second_line, stack
from lawfulshare.desktop.labels import Words
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.review_sheet import Review


def review_told(review: "Review", words: Wording) -> QWidget:
    """Tell one review: the verdict, by whom and when, and each comment."""
    name, day = review.reviewer.name, words.day(review.reviewed_at)
    title = words("review.page.said_by", word=words(f"review.word.{review.verdict}"), name=name, day=day)
    lines = stack(Words(title, "strong"), gap=2)
    for comment in review.comments:
        about = comment.asked or comment.at or words("review.whole")
        lines.addWidget(second_line(about))
        lines.addWidget(Words(comment.text, "small"))
    return box(lines)
