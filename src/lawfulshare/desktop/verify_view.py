"""Checks a record: six questions, answered apart, and its pages beside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, clear, frame, row, second_line, stack
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.cards import Banner, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.flowing import Flow
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.preview import Pages
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme
from lawfulshare.desktop.trust_field import TrustField
from lawfulshare.faults import LawfulShareError
from lawfulshare.record.verification import Question
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.follow_up_checking import FollowUpVerification
    from lawfulshare.record.review_checking import ReviewVerification
    from lawfulshare.record.verification import Verification

SIGNS = {"yes": ("circle-check", "share"), "no": ("circle-x", "urgent"), "unknown": ("circle-alert", "limited")}
WIDE = 1120
"""From this width on, at 100 %, the pages stand beside the answers, else under them."""


class VerifyView(QWidget):
    """Shows six answers and the pages. It reports what is to be checked, and what was compared of a fingerprint."""

    file_wanted = Signal()
    folder_wanted = Signal()
    list_wanted = Signal()
    start_pressed = Signal()
    compared = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._trust: TrustField | None = None
        self.setAccessibleName(words("window.verify.title"))
        self._column = Column(widest=820, margins=(28, 48, 32))
        self._column.add(Words(words("window.verify.title"), "question"))
        self._hint = Words(words("window.verify.hint"), "lead", "ink2")
        self._column.add(self._hint, 6)
        self._column.add(self._buttons(), 18)
        self._answers = stack(gap=12)
        self._column.add(box(self._answers), 18)
        self._under = stack()
        self._column.add(box(self._under), 20)
        self._column.end()
        self._beside = Column(margins=(28, 12, 32))
        self._beside.setVisible(False)
        self._right = stack()
        self._beside.add(box(self._right))
        self._beside.end()
        self._pages = Pages(words)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._column, 1)
        self._halves.addWidget(self._beside, 1)
        self._under.addWidget(self._pages)
        self._answers.addWidget(Words(words("window.verify.drop"), "small", "ink2"))

    @property
    def offers_list(self) -> bool:
        """Say whether one came from a list."""
        return self._back.isVisibleTo(self)

    def offer_list(self, offered: bool) -> None:
        """Offer to go back to the list that the paper was chosen from."""
        self._back.setVisible(offered)

    def say_checking(self, name: str) -> None:
        """Say which file is being looked at."""
        self._trust = None
        clear(self._answers)
        self._answers.addWidget(Words(f"{self._words('window.verify.checking')}: {name}", "small", "ink2"))
        self.show_pages(())

    def show_verification(self, told: "Verification | ReviewVerification | FollowUpVerification") -> None:
        """Show the six answers."""
        clear(self._answers)
        self._trust = None
        questions: tuple[tuple[str, Question], ...] = tuple(told.questions)
        asks = sum(question.answer != "yes" for _, question in questions)
        self._hint.say(self._words("window.verify.some", count=asks) if asks else self._words("window.verify.sound"))
        inside = stack()
        for place, (name, question) in enumerate(questions):
            if place:
                inside.addWidget(rule())
            inside.addWidget(self._question(name, question, can_trust=bool(told.signatures)))
        self._answers.addWidget(Words(told.file, "label"))
        self._answers.addWidget(frame("card", inside))
        for finding in told.findings:
            self._answers.addWidget(second_line(f"{finding.says} ({finding.code})"))
        say(self, self._hint.plain)

    def show_pages(self, pictures: tuple[QImage, ...]) -> None:
        """Show the pages beside the answers, or under them."""
        self._pages.show_pages(pictures)
        self._has_pages = bool(pictures)
        self._arrange()

    def complain(self, problem: Exception) -> None:
        """Say why nothing could be read."""
        clear(self._answers)
        self._trust = None
        faults = problem.faults if isinstance(problem, LawfulShareError) else ()
        said = "\n".join(map(str, faults)) or self._words("window.verify.unreadable")
        self._answers.addWidget(Banner("urgent", "circle-alert", said))
        say(self, said)

    def refuse_trust(self, error: str) -> None:
        """Say at the field why the key is not trusted."""
        if self._trust is not None:
            self._trust.complain(error)

    def focus_first(self) -> None:
        """Put the focus on the button that chooses a file, or that leads back to the list."""
        (self._back if self.offers_list else self._choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pages where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    _has_pages = False

    def _arrange(self) -> None:
        beside = self._has_pages and self.width() >= theme.px(WIDE)
        where: QVBoxLayout = self._right if beside else self._under
        if self._pages.parentWidget() is not where.parentWidget():
            where.addWidget(self._pages)
        self._beside.setVisible(beside)

    def _buttons(self) -> QWidget:
        words = self._words
        self._back = PlainButton(words("window.verify.to_list"), "arrow-left")
        self._back.setObjectName("verify.list")
        self._back.hide()
        self._choose = PrimaryButton(words("window.verify.choose"), "file-text")
        self._choose.setObjectName("verify.choose")
        folder = PlainButton(words("window.verify.choose_folder"), "folder-open")
        folder.setObjectName("verify.folder")
        home = PlainButton(words("window.to_start"), "house")
        buttons = ((self._back, self.list_wanted), (self._choose, self.file_wanted), (folder, self.folder_wanted),
                   (home, self.start_pressed))  # fmt: skip
        flow = Flow(gap=10)
        for button, pressed in buttons:
            button.clicked.connect(pressed)
            flow.addWidget(button)
        return box(flow)

    def _question(self, name: str, question: Question, *, can_trust: bool) -> QWidget:
        icon, tone = SIGNS[question.answer]
        layout = row(gap=14, margins=(18, 10, 18, 12))
        layout.addWidget(Icon(icon, tone, 22), 0, Qt.AlignmentFlag.AlignTop)
        answer = self._words(f"window.verify.answer_{question.answer}")
        own = f"window.verify.{name}"
        asked = self._words(own if own in self._words else f"review.verification.question.{name}")
        says = stack(second_line(asked), gap=2)
        says.addWidget(Words(f"{answer} {question.says}", "strong"))
        says.addWidget(Words(question.do, "small", "ink2"))
        if name == "trusted" and question.answer == "unknown" and can_trust:
            self._trust = TrustField(self._words)
            self._trust.compared.connect(self.compared)
            says.addSpacing(theme.gap(8))
            says.addWidget(self._trust)
        layout.addWidget(box(says), 1)
        return box(layout)
