"""The bar under a page: Back and Continue, each with its key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.brand import KeyCap, dress, row, stack
from lawfulshare.desktop.buttons import MenuButton, PlainButton, PrimaryButton
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording


class FootBar(QWidget):
    """Back on the left, the one primary button on the right; with little room, the sections stand between them."""

    back_pressed = Signal()
    continue_pressed = Signal()
    sections_pressed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.back = PlainButton(words("window.back"), "arrow-left")
        self.back.setObjectName("foot.back")
        self.go_on = PrimaryButton(words("window.continue"), "arrow-right", icon_after=True)
        self.go_on.setObjectName("foot.continue")
        self.sections = MenuButton("")
        self.sections.setAccessibleName(word("rail.all"))
        self.sections.clicked.connect(self.sections_pressed)
        self._key = KeyCap(words("window.keys.continue"))
        self.back.clicked.connect(self.back_pressed)
        self.go_on.clicked.connect(self.continue_pressed)
        dress(self, "paper", "top")
        self.told = Words("", "small", "ink2")
        self.told.setObjectName("foot.told")
        self._across = row(self.back, None, self.sections, None, self._key, self.go_on, gap=8)
        self._column = stack(gap=6)
        self._column.addLayout(self._across)
        self.setLayout(self._column)
        theme.changed.connect(self._fit)
        self._fit()

    def show_page(self, last: bool, deed: str | None = None) -> None:
        """Name the primary button after its deed; none on the last page."""
        self.go_on.setText(deed or self._words("window.continue"))
        self.go_on.setAccessibleName(self.go_on.text())
        self.go_on.updateGeometry()
        self.go_on.setVisible(not last)
        self._last = last
        self.tell("")
        self._fit()

    _last = _tiny = False

    def tell(self, text: str) -> None:
        """Say in a line what was done: between the buttons, or above them where the text is large."""
        self.told.say(text)
        self.told.setVisible(bool(text))

    def show_place(self, place: str) -> None:
        """Say how far along one is, on the button that opens the sections."""
        self.sections.setText(place)
        self.sections.setAccessibleName(f"{word('rail.all')}: {place}")
        self.sections.updateGeometry()

    def arrange(self, tiny: bool) -> None:
        """Take as little height as there must be: Back becomes its icon, and the sections come down here."""
        self._tiny = tiny
        self._fit()

    def _fit(self) -> None:
        above = theme.gap(4) if self._tiny else theme.gap(14)
        side = theme.gap(16 if self._tiny else 40)
        self._column.setContentsMargins(side, above, side, above)
        self._across.removeWidget(self.told)
        self._column.removeWidget(self.told)
        if theme.is_large():
            self._column.insertWidget(0, self.told)
        else:
            self._across.insertWidget(1, self.told, 1)
        self.told.setVisible(bool(self.told.plain))
        self.back.setText("" if self._tiny else self._words("window.back"))
        self.back.setAccessibleName(self._words("window.back"))
        self.back.updateGeometry()
        self.sections.setVisible(self._tiny)
        self._key.setVisible(not theme.is_large() and not self._last)
