"""The card of keys: every key of the program and what it does."""

from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.dialogs import Reading
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.shortcuts import lines
from lawfulshare.wording import Wording


def show_keys(words: Wording, parent: QWidget) -> Reading:
    """Open the card of keys."""
    card = Reading(words("keys.title"), words("keys.close"), parent)
    card.setObjectName("keys.card")
    card.body.add(Words(words("keys.hint"), "small", "ink2"), 4)
    for title, told in lines(words):
        card.body.add(Words(title, "heading"), 18)
        for keys, does in told:
            card.body.add(Words(f"**{keys}**  {does}"), 6)
    card.show_reading()
    return card
