"""The bar under a page: Back and Continue, each with its key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.brand import KeyCap, dress, row
from lawfulshare.desktop.buttons import PlainButton, PrimaryButton
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import Wording


class FootBar(QWidget):
    """Back on the left, the one primary button on the right."""

    back_pressed = Signal()
    continue_pressed = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.back = PlainButton(words("window.back"), "arrow-left")
        self.back.setObjectName("foot.back")
        self.go_on = PrimaryButton(words("window.continue"), "arrow-right", icon_after=True)
        self.go_on.setObjectName("foot.continue")
        self._key = KeyCap(words("window.keys.continue"))
        self.back.clicked.connect(self.back_pressed)
        self.go_on.clicked.connect(self.continue_pressed)
        dress(self, "paper", "top")
        self.told = Words("", "small", "ink2")
        self.told.setObjectName("foot.told")
        across = row(self.back, gap=8, margins=(40, 0, 40, 0))
        across.addWidget(self.told, 1)
        for part in (self._key, self.go_on):
            across.addWidget(part)
        self.setLayout(across)
        theme.changed.connect(self._fit)
        self._fit()

    def show_page(self, last: bool, deed: str | None = None) -> None:
        """Name the primary button after its deed; none on the last page."""
        self.go_on.setText(deed or self._words("window.continue"))
        self.go_on.setAccessibleName(self.go_on.text())
        self.go_on.updateGeometry()
        self.go_on.setVisible(not last)
        self._last = last
        self.told.say("")
        self._fit()

    _last = False

    def _fit(self) -> None:
        self.setFixedHeight(max(theme.gap(68), theme.px(40) + theme.gap(24)))
        self._key.setVisible(theme.scale < 1.5 and not self._last)
