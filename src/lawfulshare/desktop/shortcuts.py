"""Every key of the program, once: the shortcuts are made from this list, and the card of keys is drawn from it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lawfulshare.wording import Wording


class Keys(NamedTuple):
    """One deed and the keys that do it; the first is the one that is told."""

    name: str
    keys: tuple[str, ...]


ANYWHERE = (
    Keys("hide", ("F9",)),
    Keys("lock", ("Ctrl+L",)),
    Keys("help", ("F1",)),
    Keys("card", ("Ctrl+?", "Ctrl+/", "Ctrl+F1")),
    Keys("region_on", ("F6",)),
    Keys("region_back", ("Shift+F6",)),
    Keys("menu", ("F10",)),
    Keys("bigger", ("Ctrl++", "Ctrl+=")),
    Keys("smaller", ("Ctrl+-",)),
    Keys("normal", ("Ctrl+0",)),
)
"""What works everywhere in the window."""

IN_A_CASE = (
    Keys("continue", ("Ctrl+Return", "Ctrl+Enter")),
    Keys("back", ("Alt+Left",)),
    Keys("next_open", ("F8",)),
    Keys("undo", ("Ctrl+Z",)),
    Keys("redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
)
"""What works on the pages of a case."""

ON_THE_START = (*(Keys(f"door_{place}", (str(place),)) for place in (1, 2, 3, 4)), Keys("review", ("5",)))
"""What works on the start window: its doors in their order, and the room for supervisors."""

BY_ITSELF = ("tab", "space", "arrows", "enter", "escape", "amounts")
"""What the controls do with keys of their own accord: told on the card, bound by nobody here."""


def bind(name: str, widget: QWidget, act: Callable[[], object]) -> tuple[QShortcut, ...]:
    """Let the keys of a deed do it while a widget's window is active."""
    told = next(one for one in (*ANYWHERE, *IN_A_CASE, *ON_THE_START) if one.name == name)
    made = []
    for keys in told.keys:
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setObjectName(f"keys.{name}")
        shortcut.activated.connect(act)
        made.append(shortcut)
    return tuple(made)


def lines(words: Wording) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Give the card: each group's title with its keys and what they do."""
    groups = []
    for group, listed in (("anywhere", ANYWHERE), ("in_a_case", IN_A_CASE), ("on_the_start", ON_THE_START)):
        told = tuple((_told(one.keys[0]), words(f"keys.{one.name}")) for one in listed)
        groups.append((words(f"keys.group.{group}"), told))
    controls = tuple((words(f"keys.by_itself.{name}.keys"), words(f"keys.by_itself.{name}.does")) for name in BY_ITSELF)
    return (*groups, (words("keys.group.by_itself"), controls))


def _told(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
