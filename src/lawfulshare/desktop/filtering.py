"""What narrows a list: a button that shows what is chosen, with a menu to choose otherwise."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal

from lawfulshare.desktop.buttons import MenuButton
from lawfulshare.desktop.unfolding import Offer, unfold


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
        unfold(self, self._title, [
            Offer(text, partial(self.choose, value), chosen=value == self.value)
            for value, text in self._options.items()
        ])  # fmt: skip

    def _tell(self) -> None:
        self.setText(f"{self._title}: {self._options[self.value]}")
        self.updateGeometry()
