"""The files that a request came as: attach one, check one against its fingerprint, take one out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from lawfulshare.case.situation import Attachment
from lawfulshare.desk.attaching import KINDS, attached, is_same, size_in_words
from lawfulshare.desktop.beneath import SideBySide
from lawfulshare.desktop.brand import box, clear, row, stack
from lawfulshare.desktop.buttons import IconButton, PlainButton
from lawfulshare.desktop.clipping import forget_folders
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme
from lawfulshare.faults import BadAnswer
from lawfulshare.guide.form import Question
from lawfulshare.wording import wording

GROUP = 8


class Attached(Field):
    """The files by name, size and digest; nothing of their content is kept."""

    def __init__(self, question: Question, path: str, *, heading: str, law_text: LawReader) -> None:
        super().__init__(question, path, heading=heading, law_text=law_text)
        words = wording()
        self._files = stack(gap=10)
        self._column.addWidget(box(self._files))
        self._told = Words("", "small", "share")
        self._told.hide()
        self._column.addWidget(self._told)
        self._attach = PlainButton(words("responding.file.attach"), "file-plus")
        self._attach.setObjectName(f"attach.{path}")
        self._attach.setAccessibleName(f"{words('responding.file.attach')}: {question.text}")
        self._attach.setProperty("own_description", words("responding.file.dropped"))
        self._attach.clicked.connect(self._ask_file)
        self._column.addWidget(box(row(self._attach, Words(words("responding.file.dropped"), "small", "ink2"), gap=12)))
        self.setAcceptDrops(True)
        self._finish(may_leave_open=False)

    def controls(self) -> Sequence[QWidget]:
        """Give the button that attaches."""
        return (self._attach,)

    def show_value(self, value: Any) -> None:
        """Show the files as the case keeps them."""
        before, files = self._kept(), tuple(_as_kept(one) for one in value or ())
        super().show_value(files or None)
        if files != before:
            self._fill(files)

    def attach(self, path: Path) -> None:
        """Take note of a file, or say beside the field what is wrong with it."""
        try:
            one = attached(path, self._kept())
        except BadAnswer as trouble:
            self._wrong(trouble)
            return
        self._say(wording()("responding.file.attached", name=one.name), "share")
        self._give((*self._kept(), one))

    def check(self, path: Path, kept: Attachment) -> None:
        """Say whether a file is the one that was attached."""
        try:
            same = is_same(path, kept)
        except BadAnswer as trouble:
            self._wrong(trouble)
            return
        self.complain("")
        key = "same" if same else "other"
        self._say(wording()(f"responding.file.{key}", file=path.name), "share" if same else "urgent")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what is dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attach(Path(url.toLocalFile()))

    def _kept(self) -> tuple[Attachment, ...]:
        return self.value or ()

    def _give(self, files: tuple[Attachment, ...]) -> None:
        self._fill(files)
        self._tell(files or None)

    def _wrong(self, trouble: BadAnswer) -> None:
        fault = trouble.faults[0]
        self._told.hide()
        self.complain(f"{fault.what}. {fault.mend}")
        say(self, self._error.plain)

    def _say(self, text: str, tone: str) -> None:
        self._told.say(text)
        self._told.set_tone(tone)
        self._told.show()
        say(self, text)

    def _fill(self, files: tuple[Attachment, ...]) -> None:
        clear(self._files)
        for one in files:
            self._files.addWidget(self._file(one))
        self._files.addSpacing(theme.gap(6 if files else 0))

    def _file(self, one: Attachment) -> QWidget:
        words = wording()
        digest = " ".join(one.sha256[at : at + GROUP] for at in range(0, len(one.sha256), GROUP))
        under = words("responding.file.fingerprint", size=size_in_words(one.size), digest=digest)
        check = PlainButton(words("responding.file.check"), "file-check", small=True)
        check.setObjectName(f"check.{one.sha256[:GROUP]}")
        check.setAccessibleName(words("responding.file.check_name", name=one.name))
        check.clicked.connect(lambda: self._ask_which(one))
        out = IconButton(words("responding.file.take_out", name=one.name), "trash-2", small=True)
        out.setObjectName(f"take_out.{one.sha256[:GROUP]}")
        out.clicked.connect(lambda: self._take_out(one))
        return SideBySide(
            box(stack(Words(one.name, "label"), Words(under, "small", "ink2"), gap=1)), box(row(check, out, gap=8))
        )

    def _take_out(self, one: Attachment) -> None:
        self._told.hide()
        self._give(tuple(other for other in self._kept() if other != one))
        self._attach.setFocus()

    def _ask_file(self) -> None:
        self._ask(wording()("responding.file.choose_title"), self.attach)

    def _ask_which(self, one: Attachment) -> None:
        title = wording()("responding.file.check_title", name=one.name)
        self._ask(title, lambda path: self.check(path, one))

    def _ask(self, title: str, done: Callable[[Path], None]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = " ".join(f"*.{kind}" for kind in KINDS)
        name, _ = QFileDialog.getOpenFileName(self, title, folder, f"{wording()('responding.file.kinds')} ({kinds})")
        forget_folders()
        if name:
            done(Path(name))


def _as_kept(value: Any) -> Attachment:
    return value if isinstance(value, Attachment) else Attachment.model_validate(value)
