"""The head of a row of the grid: the item, fact or opinion, whose it is, what to look at before it goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Item
from lawfulshare.desktop.asking import name_of
from lawfulshare.desktop.brand import box, clear, row
from lawfulshare.desktop.cards import Card
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.redacting import names_of, other_adults, prompts
from lawfulshare.wording import wording

NATURE = {"fact": "eye", "professional_opinion": "stethoscope", "third_party_report": "quote"}


class ItemHead(Card):
    """An item with its marks; they say what to look at, and forbid nothing."""

    def __init__(self, *, framed: bool) -> None:
        super().__init__("cell" if framed else "plain", (14, 12))
        self._name = Words("", "strong")
        self._marks = QVBoxLayout()
        self.body.addWidget(self._name)
        self.body.addLayout(self._marks)
        self.body.addStretch(1)
        self._told: object = None

    def show_item(self, case: CaseFile, item: Item) -> None:
        """Show an item as it stands."""
        words = wording()
        marks = [(NATURE.get(item.nature or "", "circle-dashed"), words(f"leaving.nature.{item.nature or 'unsaid'}"))]
        if adults := other_adults(case, item):
            marks.append(("users", words("leaving.adult", whom=names_of(case, adults))))
        looks = [("eye-off", prompt.says) for prompt in prompts(case, item)]
        told = (name_of("item", item), marks, looks)
        if told == self._told:
            return
        self._told = told
        self._name.say(told[0])
        clear(self._marks)
        for icon, says in marks:
            self._add(icon, says, "ink2")
        if looks:
            self._marks.addWidget(Words(words("leaving.look"), "overline", "ink2"))
        for icon, says in looks:
            self._add(icon, says, "limited")

    def _add(self, icon: str, says: str, tone: str) -> None:
        line = row(gap=6, margins=(0, 2, 0, 0))
        line.addWidget(Icon(icon, tone, 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(says, "caption", "ink2"), 1)
        self._marks.addWidget(box(line))
