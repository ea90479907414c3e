"""Words on the page: one style of type each, wrapped, with a proper line height, safe for what a person typed."""

import functools
import html
import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.wording import wording


class Words(QLabel):
    """Text in one style of the look; blank lines part paragraphs and `**words**` are bold.

    `caption` is the smallest style in regular weight. `wrap=False` is for one short line in a row of other things: as
    wide as its words, and going on below only where there is no room for them.
    """

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        tone: str | None = None,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = "overline" if style == "caption" else style
        self._said: tuple[str, float] | None = None
        self.setProperty("type", style)
        if tone is not None:
            self.setProperty("tone", tone)
        self._in_a_row = not wrap
        self.setWordWrap(True)
        across = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        if (text, theme.scale) == self._said:
            return
        self._said = text, theme.scale
        self.plain = text.replace("**", "")
        self.setAccessibleName(self.plain)
        if self._in_a_row:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(self.plain)
            return
        height = _line_height(self._style, theme.scale)
        paragraphs = [
            re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(part)).replace("\n", "<br>")
            for part in text.split("\n\n")
        ]
        gap = theme.gap(8)
        divs = [
            f'<p style="line-height:{height}%; margin:{gap if place else 0}px 0 0 0">{paragraph}</p>'
            for place, paragraph in enumerate(paragraphs)
        ]
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText("".join(divs))

    def sizeHint(self) -> QSize:
        """Ask for one line in a row of other things."""
        if not self._in_a_row:
            return super().sizeHint()
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.plain) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with the longest word in a row of other things."""
        if not self._in_a_row:
            return super().minimumSizeHint()
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(one) for one in self.plain.split()), default=0)
        return QSize(longest + 2, metrics.height())

    def set_tone(self, tone: str) -> None:
        """Show the words in another colour."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


@functools.cache
def _line_height(style: str, scale: float) -> int:
    """Give the height of a line of a style, in percent of what its font has by itself."""
    line = float(tokens()["type"][style]["line"]) * scale
    return round(100 * line / QFontMetricsF(theme.font(style)).height())


def word(key: str, /, **values: object) -> str:
    """Give one of the window's own words: `help.open` reads `kit.help.open`."""
    return wording()(f"kit.{key}", **values)
