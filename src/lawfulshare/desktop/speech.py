"""What a screen reader is told of its own accord: an error at once, everything else when it has a moment."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def say_now(widget: QWidget, sentence: str) -> None:
    """Interrupt a screen reader with something that stands in the way."""
    _announce(widget, sentence, QAccessible.AnnouncementPoliteness.Assertive)


def say(widget: QWidget, sentence: str) -> None:
    """Tell a screen reader something when it has finished speaking."""
    _announce(widget, sentence, QAccessible.AnnouncementPoliteness.Polite)


def _announce(widget: QWidget, sentence: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
    event = QAccessibleAnnouncementEvent(widget, sentence)
    event.setPoliteness(politeness)
    QAccessible.updateAccessibility(event)
