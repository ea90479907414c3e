"""About: the edition of the law, what was not read, licences; and how the window looks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout, QWidget

from lawfulshare import __version__
from lawfulshare.desk.home import Scheme, Settings
from lawfulshare.desktop.brand import Logo, box, frame, row, second_line, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Banner, rule
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.flowing import Flow
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.law_notices import law_notices
from lawfulshare.desktop.tiles import Segment
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording

SIZES = (100, 125, 150, 200, 300, 400)
LOCK_AFTER = (5, 10, 15, 30, 60)
SCHEMES = ("system", "light", "dark", "contrast")
LICENCES = ("own", "fonts", "icons", "qt", "more")


class About(QWidget):
    """What this program is, and how it looks. It reports the settings that were chosen."""

    settings_chosen = Signal(object)
    back_pressed = Signal()

    def __init__(self, settings: Settings, law: Law | None, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._settings = words, settings
        self.setAccessibleName(words("window.about.title"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(widest=720, margins=(32, 48, 32))
        outer.addWidget(column)
        self._back = PlainButton(words("window.about.back"), "arrow-left")
        self._back.setObjectName("about.back")
        self._back.clicked.connect(self.back_pressed)
        column.add(box(row(self._back, None)))
        column.add(Words(words("window.about.title"), "question"), 16)
        column.add(box(row(Logo(26), Words(words("window.about.version", version=__version__), "strong", wrap=False),
                           None, gap=10)), 12)  # fmt: skip
        column.add(Words(words("window.about.not_advice"), "small", "ink2"), 8)
        column.add(Words(words("window.about.settings"), "heading"), 26)
        column.add(self._choice("text_size", SIZES, self._settings.text_percent, self._sizes, self._choose_size), 8)
        column.add(self._choice("colours", SCHEMES, self._settings.scheme, self._schemes, self._choose_scheme), 12)
        column.add(
            self._choice("lock_after", LOCK_AFTER, self._settings.lock_minutes, self._minutes, self._choose_lock), 12
        )
        if law is not None:
            self._tell_law(column, law)
        column.add(Words(words("window.about.licences"), "heading"), 26)
        for name in LICENCES:
            column.add(Words(words(f"window.about.licence_{name}"), "small", "ink2"), 4)
        column.end()

    def focus_first(self) -> None:
        """Put the focus on Back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_law(self, column: Column, law: Law) -> None:
        words = self._words
        column.add(Words(words("window.about.law"), "heading"), 26)
        edition = words(
            "window.about.law_edition", pack=law.nation.name, version=law.nation.version, count=len(law.provisions)
        )
        column.add(Words(edition, "small"), 4)
        if law.overlay is not None:
            told = words("window.about.overlay", organisation=law.overlay.organisation, version=law.overlay.version)
            column.add(Words(told, "small"), 4)
        for sentence in law_notices(law, None, words):
            column.add(Banner("limited", "calendar-clock", sentence), 10)
        unread = [provision for provision in law.provisions.values() if provision.read == "no"]
        second = [
            provision
            for name, provision in law.provisions.items()
            if (version := law.version(name)) is not None and version.status == "in_force_secondary"
        ]
        column.add(Words(words("window.about.unverified"), "strong"), 14)
        key = "window.about.unverified_hint" if unread else "window.about.unverified_none"
        column.add(Words(words(key), "small", "ink2"), 2)
        self._list(column, [(one.title, one.citation) for one in unread])
        if second:
            column.add(Words(words("window.about.secondary"), "strong"), 14)
            self._list(column, [(one.title, one.citation) for one in second])

    def _list(self, column: Column, lines: list[tuple[str, str]]) -> None:
        if not lines:
            return
        inside = stack()
        for place, (title, citation) in enumerate(lines):
            if place:
                inside.addWidget(rule())
            line = stack(Words(title, "small"), second_line(citation), gap=1, margins=(16, 8, 16, 8))
            inside.addWidget(box(line))
        column.add(frame("card", inside), 6)

    def _choice(
        self, key: str, values: tuple[object, ...], now: object, name: Callable[[object], str],
        choose: Callable[[Any], None],
    ) -> QWidget:  # fmt: skip
        title = self._words(f"window.about.{key}")
        group_box = QGroupBox()
        group_box.setAccessibleName(title)
        group = QButtonGroup(group_box)
        buttons = Flow(6)
        for value in values:
            button = Segment(name(value))
            button.setObjectName(f"about.{key}.{value}")
            button.setChecked(value == now)
            button.toggled.connect(self._calls(choose, value))
            group.addButton(button)
            buttons.addWidget(button)
        inside = stack(Words(title, "strong"), gap=6)
        inside.addLayout(buttons)
        group_box.setLayout(inside)
        return group_box

    def _calls(self, choose: Callable[[Any], None], value: Any) -> Callable[[bool], None]:
        return lambda on: choose(value) if on else None

    def _sizes(self, value: object) -> str:
        return self._words("window.about.percent", size=value)

    def _schemes(self, value: object) -> str:
        return self._words(f"window.top.menu.{value}")

    def _choose_size(self, value: int) -> None:
        self._settings = replace(self._settings, text_percent=value)
        self.settings_chosen.emit(self._settings)

    def _minutes(self, value: object) -> str:
        return self._words("window.about.minutes", count=value)

    def _choose_lock(self, value: int) -> None:
        self._settings = replace(self._settings, lock_minutes=value)
        self.settings_chosen.emit(self._settings)

    def _choose_scheme(self, value: Scheme) -> None:
        self._settings = replace(self._settings, scheme=value)
        self.settings_chosen.emit(self._settings)
