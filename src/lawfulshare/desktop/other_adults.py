"""Other adults in what goes: for each item about one, the law that carries it, and whether it is needed."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Disclosure
from lawfulshare.desktop.beneath import SideBySide
from lawfulshare.desktop.brand import box, frame, row, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import rule
from lawfulshare.desktop.column import block
from lawfulshare.desktop.kept_lines import KeptLines
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.naming import label_of
from lawfulshare.guide.redacting import names_of, other_adults
from lawfulshare.law.answer.assessment import Assessment, DisclosureAnswer
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import wording

FIRST_ROWS = 6
"""Rows that are made before the page is shown: about as many as a window shows."""


class Told(NamedTuple):
    """What is told of one pair: `pair` names its cell."""

    pair: str
    about: str
    title: str
    says: str


def about_other_adults(case: CaseFile) -> Iterator[tuple[Disclosure, tuple[str, ...]]]:
    """Give each pair that goes and is about an adult whom the case is not about, with those adults."""
    for pair in case.disclosures or ():
        item = paths.read(case, f"items.{pair.item}")
        if pair.extent not in (None, "withhold") and item is not None and (adults := other_adults(case, item)):
            yield pair, adults


class OtherAdults(QWidget):
    """Tells each of them, the first at once and the rest while nobody does anything; one that says the same is kept.

    `gone_to` names the need that is to be looked at.
    """

    gone_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = KeptLines(0)
        column = stack(Words(wording()("leaving.basis_heading"), "heading"), gap=2, margins=(0, 20, 0, 0))
        column.addWidget(Words(wording()("leaving.basis_hint"), "small", "ink2"))
        column.addSpacing(theme.gap(6))
        column.addWidget(frame("card", stack(self._rows)))
        self.setLayout(column)

    def show_case(self, case: CaseFile, assessment: Assessment, law: Law) -> None:
        """Tell what goes about other adults; hidden where nothing does."""
        told = tuple(_told(case, assessment, law))
        self.setVisible(bool(told))
        lines = (((one, place > 0), partial(self._row, one, place > 0)) for place, one in enumerate(told))
        self._rows.show_lines(lines, at_once=FIRST_ROWS)

    def _row(self, told: Told, parted: bool) -> QWidget:
        button = PlainButton(wording()("window.sign.go"), "arrow-right", small=True)
        button.setObjectName(f"adult.{told.pair}")
        button.setAccessibleName(f"{button.text()}: {told.title}")
        button.clicked.connect(lambda: self.gone_to.emit(f"disclosures.{told.pair}.necessary"))
        line = row(margins=(16, 10, 12, 10))
        says = Words(told.says, "small", "ink2")
        line.addWidget(SideBySide(box(stack(Words(told.about, "strong"), says)), button))
        return block(*(rule(),) if parted else (), box(line))


def _told(case: CaseFile, assessment: Assessment, law: Law) -> Iterator[Told]:
    words = wording()
    answers = {(answer.item, answer.recipient): answer for answer in assessment.disclosures}
    for pair, adults in about_other_adults(case):
        whom = names_of(case, adults)
        item = label_of(case, pair.item) or words("guide.nameless.item")
        to = label_of(case, pair.recipient) or words("guide.nameless.recipient")
        title = words("leaving.basis_line", item=item, whom=whom, recipient=to)
        need = {True: "needed", False: "not_needed", None: "need_open"}[pair.necessary]
        says = [title, _carried_by(answers.get((pair.item, pair.recipient)), law), words(f"leaving.basis_{need}")]
        if pair.reason:
            says.append(words("leaving.basis_reason", reason=pair.reason))
        about = words("leaving.basis_about", whom=whom)
        yield Told(f"{pair.item}>{pair.recipient}", about, title, "\n".join(says))


def _carried_by(answer: DisclosureAnswer | None, law: Law) -> str:
    words = wording()
    if answer is None or not answer.lawful_basis:
        return words("leaving.basis_no_law")
    titles = [law.provision(one).title for one in (*answer.lawful_basis, *answer.condition)]
    return words("leaving.basis_law", bases=words("family.and").join(dict.fromkeys(titles)))
