"""Saves a paper where the person says, and tells where, or why not."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from lawfulshare.desktop.clipping import forget_folders
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.speech import say
from lawfulshare.faults import LawfulShareError
from lawfulshare.filing import write_whole
from lawfulshare.wording import Wording


def ask_where(widget: QWidget, file_name: str, words: Wording) -> Path | None:
    """Ask where a PDF is to be saved; None where the person does not say."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kind = f"{words('window.after.pdf_files')} (*.pdf)"
    name, _ = QFileDialog.getSaveFileName(widget, words("seeking.saving.title"), str(Path(folder) / file_name), kind)
    forget_folders()
    return Path(name) if name else None


def save(pdf: bytes, path: Path, told: Words, words: Wording) -> None:
    """Write a PDF whole or not at all, and say in `told` what became of it."""
    try:
        write_whole(path, pdf)
    except LawfulShareError as trouble:
        told.say(str(trouble.faults[0]))
        told.set_tone("urgent")
    else:
        told.say(words("window.after.saved_to", path=str(path)))
        told.set_tone("share")
    told.show()
    say(told, told.plain)
