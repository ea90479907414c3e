"""Checks a record: six questions, answered apart, and its pages beside."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, clear, frame, row, second_line, stack
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.cards import Banner, rule
from lawfulshare.desktop.clipping import forget_folders
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.flowing import flow
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.preview import Pages
from lawfulshare.desktop.speech import say
from lawfulshare.faults import LawfulShareError
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.verification import Verification

QUESTIONS = ("unchanged", "who", "trusted", "when", "matches", "follows")
SIGNS = {"yes": ("circle-check", "share"), "no": ("circle-x", "urgent"), "unknown": ("circle-alert", "limited")}


class VerifyView(QWidget):
    """Opens a PDF and shows six answers. It reports which file was chosen."""

    chosen = Signal(object)
    start_pressed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("window.verify.title"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(widest=820, margins=(28, 48, 32))
        outer.addWidget(column)
        column.add(Words(words("window.verify.title"), "question"))
        self._hint = Words(words("window.verify.hint"), "lead", "ink2")
        column.add(self._hint, 6)
        self._choose = PrimaryButton(words("window.verify.choose"), "folder-open")
        self._choose.setObjectName("verify.choose")
        self._choose.clicked.connect(self._ask_file)
        back = PlainButton(words("window.to_start"), "house")
        back.clicked.connect(self.start_pressed)
        column.add(box(flow(self._choose, back, gap=10)), 18)
        self._answers = stack(gap=12)
        column.add(box(self._answers), 18)
        self._pages = Pages(words)
        column.add(self._pages, 20)
        column.end()
        self._answers.addWidget(Words(words("window.verify.drop"), "small", "ink2"))

    def say_checking(self, name: str) -> None:
        """Say which file is being looked at."""
        clear(self._answers)
        self._answers.addWidget(Words(f"{self._words('window.verify.checking')}: {name}", "small", "ink2"))
        self._pages.show_pages(())

    def show_verification(self, told: "Verification") -> None:
        """Show the six answers."""
        clear(self._answers)
        asks = sum(getattr(told.questions, name).answer != "yes" for name in QUESTIONS)
        self._hint.say(self._words("window.verify.some", count=asks) if asks else self._words("window.verify.sound"))
        inside = stack()
        for place, name in enumerate(QUESTIONS):
            if place:
                inside.addWidget(rule())
            inside.addWidget(self._question(name, told))
        self._answers.addWidget(Words(told.file, "label"))
        self._answers.addWidget(frame("card", inside))
        for finding in told.findings:
            self._answers.addWidget(second_line(f"{finding.says} ({finding.code})"))
        say(self, self._hint.plain)

    def show_pages(self, pictures: tuple[QImage, ...]) -> None:
        """Show the pages under the answers."""
        self._pages.show_pages(pictures)

    def complain(self, problem: Exception) -> None:
        """Say why nothing could be read."""
        clear(self._answers)
        faults = problem.faults if isinstance(problem, LawfulShareError) else ()
        said = "\n".join(map(str, faults)) or self._words("window.verify.unreadable")
        self._answers.addWidget(Banner("urgent", "circle-alert", said))
        say(self, said)

    def focus_first(self) -> None:
        """Put the focus on the button that chooses a file."""
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self, name: str, told: "Verification") -> QWidget:
        question = getattr(told.questions, name)
        icon, tone = SIGNS[question.answer]
        layout = row(gap=14, margins=(18, 10, 18, 12))
        layout.addWidget(Icon(icon, tone, 22), 0, Qt.AlignmentFlag.AlignTop)
        answer = self._words(f"window.verify.answer_{question.answer}")
        says = stack(second_line(self._words(f"window.verify.{name}")), gap=2)
        says.addWidget(Words(f"{answer} {question.says}", "strong"))
        says.addWidget(Words(question.do, "small", "ink2"))
        layout.addWidget(box(says), 1)
        return box(layout)

    def _ask_file(self) -> None:
        title, kinds = self._words("window.verify.choose_title"), f"{self._words('window.after.pdf_files')} (*.pdf)"
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        forget_folders()
        if name:
            self.chosen.emit(Path(name))
