"""Papers that go out, as rows with one deed each: sheets of questions, and letters back to whoever asked."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desk.letters import Sheet, file_name, kept_letter, question_sheet, sheets
from lawfulshare.desktop.beneath import SideBySide
from lawfulshare.desktop.brand import box, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Card, rule
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.letter_sheet import LetterSheet
from lawfulshare.desktop.saving import ask_where, save
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.replying import LetterKind

Keep: TypeAlias = Callable[["LetterKind", str | None], None]


class PapersOut(QWidget):
    """The letters and the sheets of one case; `keep` takes a letter that was changed, where the case still can."""

    def __init__(
        self,
        work: CaseInHand,
        letters: Sequence["LetterKind"],
        words: Wording,
        *,
        with_sheets: bool = False,
        keep: Keep | None = None,
    ) -> None:
        super().__init__()
        self._work, self._words, self._keep = work, words, keep
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(8))
        self._saved = Words("", "small", "share")
        self._saved.hide()
        rows = [self._letter(kind) for kind in letters]
        if with_sheets:
            rows += [self._sheet(one) for one in sheets(work.walk.heard, words)]
        if rows:
            column.addWidget(card_of(rows))
        column.addWidget(self._saved)
        self.is_empty = not rows

    def _letter(self, kind: "LetterKind") -> QWidget:
        words = self._words
        letter = words(f"responding.letter.{kind}")
        kept = self._keep is not None and kept_letter(self._work.case, kind) is not None
        under = words("responding.letter.kept") if kept else self._about(kind)
        button = PlainButton(words("responding.letter.write"), "pen-line", small=True)
        button.setObjectName(f"letter.{kind}")
        button.setAccessibleName(words("responding.letter.write_name", letter=letter))
        button.clicked.connect(lambda: self.open_letter(kind))
        return SideBySide(box(stack(Words(letter, "strong"), Words(under, "small", "ink2"), gap=1)), button)

    def open_letter(self, kind: "LetterKind") -> LetterSheet:
        """Open a letter to be changed and saved."""
        sheet, keep = LetterSheet(self._work, kind, self._words, self.window()), self._keep
        if keep is not None:
            sheet.kept.connect(lambda text: keep(kind, text))
        sheet.open()
        return sheet

    def _about(self, kind: "LetterKind") -> str:
        words = self._words
        if kind != "clarify":
            return words(f"responding.letter.{kind}_hint")
        from lawfulshare.record.asking_back import points

        count = len(points(self._work.walk.heard, self._work.law, words))
        key = {0: "points_none", 1: "points_one"}.get(count, "points")
        return words(f"responding.letter.ask_back.{key}", count=count)

    def _sheet(self, one: Sheet) -> QWidget:
        return sheet_row(one, lambda: save_sheet(self._work, one.recipient, self._saved, self._words), self._words)


def card_of(lines: Sequence[QWidget]) -> Card:
    """Put rows into a card, with a line between them."""
    card = Card("card", (16, 10))
    for place, line in enumerate(lines):
        if place:
            card.body.addWidget(rule())
        card.body.addWidget(line)
    return card


def sheet_row(one: Sheet, deed: Callable[[], None], words: Wording) -> QWidget:
    """Make the row of one sheet of questions: for whom, how many, and a button that saves it."""
    title = words("letters.sheet.title", who=one.label)
    count = words(f"seeking.sheets.{'one' if one.questions == 1 else 'many'}", count=one.questions)
    button = PlainButton(words("seeking.sheets.save"), "download", small=True)
    button.setObjectName(f"sheet.{one.recipient}")
    button.setAccessibleName(words("seeking.sheets.save_name", who=one.label))
    button.clicked.connect(deed)
    return SideBySide(box(stack(Words(title, "strong"), Words(count, "small", "ink2"), gap=1)), button)


def save_sheet(work: CaseInHand, recipient: str, told: Words, words: Wording) -> None:
    """Save a sheet of questions where the person says."""
    path = ask_where(told, file_name(work.case, recipient), words)
    if path is not None:
        save(question_sheet(work, recipient, words), path, told, words)
