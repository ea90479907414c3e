"""What a screen reader finds in a scrolling column: the same parts whether its bar shows or not."""

import functools

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea


@functools.cache
def read_columns_whole() -> None:
    """Answer for every scrolling column from now on.

    Qt's own answer counts the bar only while it shows, and does not look whether the part that is asked for is there:
    a reader that counted before the bar went and asks for it afterwards ends the program.
    """
    QAccessible.installFactory(_column)


def _column(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind == "QScrollArea" and isinstance(thing, QScrollArea):
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
