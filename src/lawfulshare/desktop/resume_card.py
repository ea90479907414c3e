"""Coming back to a draft: where one stopped and what changed since, in a calm card with one button."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.brand import box, row
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say
from lawfulshare.wording import Wording


class ResumeCard(Card):
    """Says what changed; `gone_on` when it was read."""

    gone_on = Signal()

    def __init__(self, stopped: str, since: Sequence[str], words: Wording, parent: QWidget | None = None) -> None:
        super().__init__("seek", (16, 12), parent)
        self.setObjectName("resume")
        self.setAccessibleName(words("resume.title"))
        self.setAccessibleDescription(" ".join((stopped, *since)))
        self.body.addWidget(box(row(Icon("rotate-ccw", "seek", 20), Words(words("resume.title"), "strong"), None)))
        self.body.addWidget(Words(stopped, "small"))
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
