"""Opens the help of the question that has the focus, and reads it aloud."""

from PySide6.QtWidgets import QApplication, QWidget

from lawfulshare.desktop.disclosure import Disclosure
from lawfulshare.desktop.field import Field
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say


def open_help(screen: QWidget) -> bool:
    """Open what is still closed of the help of the question in focus, or of the first that has any; say whether."""
    focus = QApplication.focusWidget()
    asked = [field for field in screen.findChildren(Field) if focus is not None and field.isAncestorOf(focus)]
    within = asked[-1] if asked else screen
    closed = [one for one in within.findChildren(Disclosure) if one.isVisible() and not one.is_open()]
    opened = closed if asked else closed[:1]
    for one in opened:
        one.toggle()
    if opened:
        say(screen, " ".join(words.plain for one in opened for words in one.findChildren(Words)))
    return bool(opened)
