"""Lines one under another; a line whose words stay the same is kept, so that an answer draws only what it alters."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.desktop.brand import discard
from lawfulshare.desktop.column import Block, at_rest
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.theme import theme

Line: TypeAlias = tuple[Hashable, Callable[[], QWidget]]
"""What a line says, and how it is made where none says so yet."""


class KeptLines(Block):
    """Shows lines, each once; hidden while there is none."""

    def __init__(self, gap: float = 8) -> None:
        super().__init__()
        self._shown: dict[Hashable, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(gap))
        self.making = Gradually(self)
        self.hide()

    def show_lines(self, lines: Iterable[Line], at_once: int | None = None) -> None:
        """Show these lines and no others, in this order.

        `at_once`: so many that are not here yet are made now, and the rest while nobody does anything; all without it.
        """
        wanted = dict(lines)
        for says in [says for says in self._shown if says not in wanted]:
            gone = self._shown.pop(says)
            self._column.removeWidget(gone)
            discard(gone)
        self.setVisible(bool(wanted))
        self.making.begin(self._make(wanted), len(wanted) + 1 if at_once is None else at_once)

    def _make(self, wanted: dict[Hashable, Callable[[], QWidget]]) -> Iterator[None]:
        """Bring the lines into their order, and make one that is not here yet at each step."""
        for place, (says, make) in enumerate(wanted.items()):
            line = self._shown.get(says)
            if line is not None and self._column.indexOf(line) == place:
                continue
            made = line is None
            if line is None:
                line = self._shown[says] = make()
                line.resize(self.width(), line.height())
            with at_rest(self._column):
                self._column.removeWidget(line)
                self._column.insertWidget(place, line)
                line.show()
            if made:
                yield
