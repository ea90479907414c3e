"""Every word that the program explains, in the order of the alphabet, to be read."""

from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.dialogs import Reading
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.glossary import glossary
from lawfulshare.wording import Wording


def show_glossary(words: Wording, parent: QWidget) -> None:
    """Show the list over what is on the screen; closing it leaves the page as it was."""
    reading = Reading(words("window.glossary.title"), words("window.close"), parent)
    reading.setObjectName("glossary")
    reading.body.add(Words(words("window.glossary.hint"), "lead", "ink2"), 4)
    for term, means in sorted(glossary().items(), key=lambda entry: entry[0].lower()):
        reading.body.add(Words(f"**{term[:1].upper()}{term[1:]}.** {means}", "body"), 10)
    reading.show_reading()
