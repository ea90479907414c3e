"""The bank of questions on its page: by whom to ask, searched, taken with one press and taken out again."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import FamilyPart
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.desktop.beneath import Beneath, SideBySide
from lawfulshare.desktop.brand import box, row, stack
from lawfulshare.desktop.buttons import PlainButton, QuietButton
from lawfulshare.desktop.cards import Card, Chip, rule
from lawfulshare.desktop.column import block
from lawfulshare.desktop.filtering import Filter
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.kept_lines import KeptLines, Line
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.guide.curiosity import FAMILY, Offer, family_not_asked
from lawfulshare.guide.naming import label_of
from lawfulshare.guide.taking import Asked, give_back, sought, take, was_used
from lawfulshare.wording import Wording

PAUSE = 200
"""Milliseconds without a key after which the bank is searched."""
FIRST_GROUPS = 2
"""Groups that are made before the page is shown: more than a window shows."""
FEW = 4
"""So many groups are opened at once where one has searched."""


class Bank(Beneath):
    """Questions by whom to ask. It reports which is taken into the case's own, or out of it."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self._case: CaseFile | None = None
        self._opened: dict[str, bool] = {}
        self._laid: tuple[FamilyPart, ...] | None = None
        self._prompt = stack()
        self._count = Words("", "small", "ink2")
        self._groups = KeptLines(12)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._wait.timeout.connect(self._search)
        for part in (box(self._prompt), self._make_search(), self._count, self._groups):
            self.column.addWidget(part)

    def show_work(self, work: CaseInHand) -> None:
        """Show the bank for the case as it stands."""
        self._case = work.case
        self._tell()

    def _make_search(self) -> QWidget:
        words = self.words
        self.search = QLineEdit()
        self.search.setObjectName("bank.search")
        self.search.setAccessibleName(words("seeking.bank.search"))
        self.search.setProperty("radius", tokens()["radius"]["control"])
        self.search.textChanged.connect(lambda _: self._wait.start())
        parts = (("", words("seeking.bank.any")), *((part, words(f"seeking.family.{part}")) for part in FAMILY))
        self.family = Filter(words("seeking.bank.family"), parts)
        self.family.setObjectName("bank.family")
        self.family.chosen.connect(self._search)
        filters = stack(self.search, box(row(self.family, None)), gap=8)
        return box(stack(Words(words("seeking.bank.search"), "strong"), box(filters), gap=6))

    def _search(self) -> None:
        self._opened.clear()
        self._tell()
        say(self, self._count.plain)

    def _tell(self) -> None:
        assert self._case is not None
        family: FamilyPart | None = next((part for part in FAMILY if part == self.family.value), None)
        found = sought(self._case, self.search.text(), family)
        narrowed = bool(self.search.text().strip() or family)
        self._say_count(found, narrowed)
        shown = tuple((one, self._is_open(one, narrowed and len(found) <= FEW)) for one in found)
        not_asked = family_not_asked(self._case)
        if not_asked != self._laid:
            self._laid = not_asked
            with self.anew(self._prompt):
                self._ask_after(not_asked)
        with self.anew():
            self._groups.show_lines(map(self._line, shown), at_once=FIRST_GROUPS)

    def _line(self, shown: tuple[Asked, bool]) -> Line:
        """Give one group, with all that it says of itself."""
        one, is_open = shown
        says = (one.group.name, self._named(one), is_open, tuple((ask.question.id, ask.taken) for ask in one.offers))
        return says, lambda: block(self._group(one, is_open))

    def _named(self, one: Asked) -> str:
        assert self._case is not None
        return ", ".join(label_of(self._case, key) or self.words("guide.nameless.recipient") for key in one.recipients)

    def _say_count(self, found: tuple[Asked, ...], narrowed: bool) -> None:
        fits, taken = sum(len(one.offers) for one in found), sum(one.taken for one in found)
        key = "none" if not fits else "found" if narrowed else "fits"
        self._count.say(self.words(f"seeking.bank.{key}", count=fits, taken=taken))

    def _is_open(self, one: Asked, few: bool) -> bool:
        return self._opened.get(one.group.name, few or bool(one.recipients))

    def _ask_after(self, parts: tuple[FamilyPart, ...]) -> None:
        if not parts:
            return
        card = Card("seek", (16, 11))
        head = row(Icon("users", "seek", 20), gap=10)
        head.addWidget(Words(self.words("seeking.bank.not_asked"), "small"), 1)
        card.body.addLayout(head)
        for part in parts:
            button = QuietButton(self.words(f"seeking.family.{part}"), "search")
            button.setObjectName(f"bank.after.{part}")
            button.setAccessibleName(self.words("seeking.bank.show_after", part=button.text()))
            button.clicked.connect(lambda _=False, part=part: self.family.choose(part))
            card.body.addWidget(button)
        self._prompt.addWidget(card)

    def _group(self, one: Asked, is_open: bool) -> QWidget:
        card = Card("card", (18, 12))
        words = self.words
        lines = stack(Words(one.group.title, "heading"), gap=2)
        named = self._named(one)
        lines.addWidget(
            Words(
                words("seeking.bank.in_case", who=named) if named else words("seeking.bank.not_in_case"),
                "small",
                "ink2",
            )
        )
        key = "hide" if is_open else "show_one" if len(one.offers) == 1 else "show"
        fold = PlainButton(
            words(f"seeking.bank.{key}", count=len(one.offers)), "chevron-up" if is_open else "chevron-down", small=True
        )
        fold.setObjectName(f"bank.group.{one.group.name}")
        fold.setAccessibleName(f"{one.group.title}: {fold.text()}")
        fold.clicked.connect(lambda: self._fold(one.group.name, not is_open))
        card.body.addWidget(SideBySide(box(lines), fold))
        if is_open:
            away = words("seeking.bank.gives_away", what=one.group.gives_away)
            least = words("seeking.bank.least", what=one.group.least)
            card.body.addSpacing(theme.gap(4))
            card.body.addWidget(Words(f"{away}\n{least}", "small"))
            for offer in one.offers:
                card.body.addSpacing(theme.gap(6))
                card.body.addWidget(rule())
                card.body.addSpacing(theme.gap(6))
                card.body.addWidget(block(self._offer(offer)))
        return card

    def _fold(self, group: str, is_open: bool) -> None:
        self._opened[group] = is_open
        self._tell()

    def _offer(self, offer: Offer) -> QWidget:
        words, question = self.words, offer.question
        lines = stack(Words(question.text, "strong"), Words(question.why, "small", "ink2"), gap=2)
        for key, own in (("gives_away", question.gives_away), ("least", question.least)):
            if own:
                lines.addWidget(Words(words(f"seeking.bank.{key}", what=own), "small"))
        marks = tuple(self._marks(offer))
        if marks:
            lines.addSpacing(theme.gap(4))
            for mark in marks:
                lines.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        key = "give_back" if offer.taken else "take"
        button = PlainButton(words(f"seeking.bank.{key}"), "x" if offer.taken else "plus", small=True)
        button.setObjectName(f"bank.question.{question.id}")
        button.setAccessibleName(words(f"seeking.bank.{key}_name", question=question.text))
        button.setAccessibleDescription(words("seeking.bank.taken") if offer.taken else "")
        button.clicked.connect(self._takes(offer))
        part = SideBySide(box(lines), box(stack(button, None)))
        part.setAccessibleName(question.text)
        return part

    def _marks(self, offer: Offer) -> Iterator[QWidget]:
        if offer.taken:
            yield Chip(self.words("seeking.bank.taken"), "check", "share")
        if offer.question.ask_alone:
            yield Chip(self.words("seeking.bank.alone"), "user", "limited")

    def _takes(self, offer: Offer) -> Callable[[], None]:
        name = offer.question.id

        def press() -> None:
            assert self._case is not None
            if not offer.taken:
                self.changed.emit(lambda case: take(case, name))
                say(self, self.words("seeking.bank.taken"))
            elif was_used(self._case, name):
                self._count.say(self.words("seeking.bank.in_use"))
                say(self, self._count.plain)
            else:
                self.changed.emit(lambda case: give_back(case, name))

        return press
