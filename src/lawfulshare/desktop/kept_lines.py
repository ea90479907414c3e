"""Lines one under another; a line whose words stay the same is kept, so that an answer draws only what it alters."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.theme import theme

Line: TypeAlias = tuple[Hashable, Callable[[], QWidget]]
"""What a line says, and how it is made where none says so yet."""


class KeptLines(QWidget):
    """Shows lines, each once; hidden while there is none."""

    def __init__(self, gap: float = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[Hashable, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(gap))
        self.hide()

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these lines and no others, in this order."""
        wanted = dict(lines)
        for says in [says for says in self._shown if says not in wanted]:
            gone = self._shown.pop(says)
            self._column.removeWidget(gone)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        for place, (says, make) in enumerate(wanted.items()):
            line = self._shown.get(says)
            if line is None:
                line = self._shown[says] = make()
            elif self._column.indexOf(line) == place:
                continue
            self._column.removeWidget(line)
            self._column.insertWidget(place, line)
        self.setVisible(bool(wanted))
