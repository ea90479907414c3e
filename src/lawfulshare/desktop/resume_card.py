"""Coming back to a draft: where one stopped and what changed since, in a calm card with one button."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.brand import box, row
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.review_said import review_told
from lawfulshare.desktop.speech import say
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.review_sheet import Review


class ResumeCard(Card):
    """Says what changed, and what supervisors said of the record that is amended; `gone_on` when it was read."""

    gone_on = Signal()

    def __init__(
        self,
        stopped: str,
        since: Sequence[str],
        words: Wording,
        said: "Sequence[Review]" = (),
        parent: QWidget | None = None,
        *,
        title: str = "",
    ) -> None:
        super().__init__("seek", (16, 12), parent)
        self.setObjectName("resume")
        title = title or words("review.mending.title" if said else "resume.title")
        spoken = [comment.text for review in said for comment in review.comments]
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join((*spoken, stopped, *since)))
        head = row(Icon("rotate-ccw", "seek", 20))
        head.addWidget(Words(title, "strong"), 1)
        self.body.addWidget(box(head))
        for review in said:
            self.body.addWidget(review_told(review, words))
        if stopped:
            self.body.addWidget(Words(stopped, "small"))
        if since:
            self.body.addWidget(Words(words("resume.since"), "label"))
        for line in since:
            self.body.addWidget(Words(line, "small"))
        self.button = PlainButton(words("resume.go_on"), "arrow-right", small=True)
        self.button.setObjectName("resume.go_on")
        self.button.clicked.connect(self.gone_on)
        self.body.addWidget(box(row(self.button, None, margins=(0, 4, 0, 0))))

    def focus_first(self) -> None:
        """Put the focus on the button, and say what stands above it."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, self.accessibleDescription())


def said_when(iso: str) -> str:
    """Say a moment as people do: 24 November, 14:02."""
    moment = datetime.fromisoformat(iso)
    return f"{moment.day} {moment:%B}, {moment:%H:%M}"
