"""What the window shows of one provision: days, conditions and exceptions in words, the questions that decide it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, row, stack
from lawfulshare.desktop.buttons import PlainButton, QuietButton
from lawfulshare.desktop.cards import Banner
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.disclosure import Disclosure
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say_now
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.browsing import Deciding, questions_deciding
from lawfulshare.law.answer.explanation import days_told
from lawfulshare.law.answer.reading import Read, Reader
from lawfulshare.law.answer.saying import ended
from lawfulshare.law.answer.standing import standing, standing_told
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision, Version
from lawfulshare.wording import Wording

DEEPER = 20
"""How far a part stands in from what it is a part of."""
LOOK = {
    "in_force": ("share", "circle-check"),
    "in_force_secondary": ("limited", "history"),
    "coming": ("limited", "calendar-clock"),
    "over": ("well", "history"),
}
"""Tint and icon of the banner that says how a provision stands."""


class ProvisionPage(Column):
    """One provision, from its plain words to its address; other provisions that it names are a press away."""

    def __init__(self, law: Law, provision: Provision, words: Wording, go: Callable[[str], None]) -> None:
        super().__init__(widest=700, margins=(4, 28, 24))
        self._law, self._words, self._go = law, words, go
        self._reader = Reader(law.provisions, law.lists, law.procedure)
        self.setAccessibleName(provision.title)
        self.add(Words(provision.title, "title"))
        self.add(Words(provision.citation, "label", "ink2"), 4)
        self.add(Words(provision.plain, "body"), 12)
        tone, icon = LOOK[standing(law, provision)]
        self.add(Banner(tone, icon, self._standing(provision)), 14)
        for key in ("who", "effect", "record"):
            self._part(f"window.provision.{key}", (getattr(provision, key) or "",))
        self._part("browse.needs", provision.needs, bullets=True)
        for version in provision.versions:
            self._version(version)
        self._decided(questions_deciding(law, provision))
        self._links(provision.opens)
        self._address(provision)
        self.end()

    def _standing(self, provision: Provision) -> str:
        on_day = self._words("browse.on_day", day=self._words.day(self._law.day))
        read = self._words(f"window.provision.read_{provision.read}")
        return f"**{ended(standing_told(self._law, provision, self._words))}** {on_day} {read}"

    def _part(self, key: str, said: Iterable[str], *, bullets: bool = False) -> None:
        told = [one for one in said if one]
        if told:
            self.add(Words(self._words(key), "label"), 16)
        for one in told:
            self.add(Words(f"•  {one}" if bullets else one, "small"), 2)

    def _version(self, version: Version) -> None:
        words = self._words
        self.add(Words(days_told(version, words), "heading"), 22)
        self.add(Words(version.evidence, "small", "ink2"), 2)
        for key in ("conditions", "exceptions"):
            parts = getattr(version, key)
            if not parts:
                continue
            self._part(f"window.provision.{key}", (ended(part.says) for part in parts.values()), bullets=True)
            read = [(ended(part.says), self._reader.read(part.when)) for part in parts.values()]
            self.add(Disclosure(words(f"browse.machine_{key}"), partial(_machine, read)), 6)

    def _decided(self, questions: tuple[Deciding, ...]) -> None:
        if not questions:
            return
        self.add(Words(self._words("browse.questions"), "heading"), 22)
        for one in questions:
            self.add(Words(one.question, "small"), 8)
            where = self._words("browse.asked_at", page=one.page, doors=" · ".join(one.doors))
            self.add(Words(where, "overline", "ink2"), 1)

    def _links(self, names: tuple[str, ...]) -> None:
        if names:
            self.add(Words(self._words("browse.opens"), "label"), 18)
        for name in names:
            button = QuietButton(self._law.provision(name).title, "arrow-right")
            button.setObjectName(f"law.go.{name}")
            button.clicked.connect(lambda _=False, name=name: self._go(name))
            self.add(box(row(button, None)), 2)

    def _address(self, provision: Provision) -> None:
        self.add(Words(self._words("window.provision.address"), "label"), 18)
        address = Words(provision.address, "small", "ink2")
        address.setObjectName("law.address")
        address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.add(address, 2)
        self.copy = PlainButton(self._words("browse.copy"), "copy", small=True)
        self.copy.setObjectName("law.copy")
        self.copy.clicked.connect(lambda: self._copy(provision.address))
        self.add(box(row(self.copy, None)), 8)

    def _copy(self, address: str) -> None:
        QApplication.clipboard().setText(address)
        self.copy.setText(self._words("browse.copied"))
        self.copy.updateGeometry()
        say_now(self.copy, self._words("browse.copied"))


def _machine(read: Iterable[tuple[str, Read]]) -> QWidget:
    lines = stack(gap=3)
    for place, (title, one) in enumerate(read):
        if place:
            lines.addSpacing(theme.gap(10))
        lines.addWidget(Words(title, "label"))
        _lines(one, 0, lines)
    return box(lines)


def _lines(read: Read, depth: int, lines: QVBoxLayout) -> None:
    line = stack(Words(read.says, "small"), margins=(DEEPER * depth, 0, 0, 0))
    lines.addLayout(line)
    for part in read.parts:
        _lines(part, depth + 1, lines)
