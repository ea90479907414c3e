"""What narrows a list: a button that shows what is chosen, with a menu to choose otherwise."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from lawfulshare.desktop.buttons import MenuButton


class Filter(MenuButton):
    """A button that shows what is chosen, and a menu to choose otherwise."""

    chosen = Signal(str)

    def __init__(self, title: str, options: Iterable[tuple[str, str]]) -> None:
        super().__init__("")
        self._title, self._options = title, dict(options)
        self.value = ""
        self.clicked.connect(self._open)
        self._tell()

    def choose(self, value: str) -> None:
        """Choose one of the options."""
        self.value = value
        self._tell()
        self.chosen.emit(value)

    def _open(self) -> None:
        menu = QMenu(self)
        for value, text in self._options.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.triggered.connect(lambda _=False, value=value: self.choose(value))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _tell(self) -> None:
        self.setText(f"{self._title}: {self._options[self.value]}")
        self.updateGeometry()
