"""The record's blocks as accessible widgets; finished pages as pictures beside."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lawfulshare.desktop.brand import box, clear, frame, row, stack
from lawfulshare.desktop.cards import rule
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.marks import Mark
from lawfulshare.desktop.theme import theme
from lawfulshare.record.record import (
    Block,
    Bullets,
    Cell,
    DecisionBox,
    Facts,
    FamilyPicture,
    Heading,
    Masthead,
    NewPage,
    Paragraph,
    Signatures,
    Table,
    Text,
    TimeLine,
)
from lawfulshare.wording import Wording

HEADINGS = {1: "title", 2: "heading", 3: "strong"}
PIXELS_PER_POINT = 1.6
"""Fine enough to read on the screen at 100 %."""


def page_pictures(pdf: bytes, scale: float = PIXELS_PER_POINT) -> tuple[QImage, ...]:
    """Draw the pages of a PDF; slow, so it runs in the background."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pictures = []
    try:
        for number in range(len(document)):
            page = document[number]
            bitmap = page.render(scale=scale)
            picture = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888
            )
            pictures.append(picture.copy())
            page.close()
    finally:
        document.close()
    return tuple(pictures)


class Pages(QWidget):
    """Finished pages, one under the other; each named for a screen reader, whose text stands beside."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(12))

    def show_pages(self, pictures: Iterable[QImage]) -> None:
        """Show the pictures of the pages."""
        clear(self._column)
        shown = tuple(pictures)
        for number, picture in enumerate(shown, 1):
            name = self._words("window.sign.page_name", number=number, count=len(shown))
            self._column.addWidget(_Picture(picture, name))


class _Picture(QLabel):
    """One page, as wide as there is room, with a thin edge."""

    def __init__(self, picture: QImage, name: str) -> None:
        super().__init__()
        self._picture = QPixmap.fromImage(picture)
        self.setAccessibleName(name)
        self.setScaledContents(True)
        self.setPixmap(self._picture)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(self._picture.width())

    def heightForWidth(self, width: int) -> int:
        """Keep the shape of the page."""
        return round(width * self._picture.height() / max(1, self._picture.width()))

    def sizeHint(self) -> QSize:
        """Ask for the whole width."""
        return QSize(self._picture.width(), self._picture.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(120, 160)


def block_widgets(blocks: Iterable[Block]) -> QWidget:
    """Show blocks as widgets that a screen reader walks through."""
    column = stack(gap=6, margins=(22, 18, 22, 22))
    for block in blocks:
        for widget in _widgets(block):
            column.addWidget(widget)
    return frame("card", column)


def plain(text: Text) -> str:
    """Give a text for `Words`: bold runs between stars."""
    if isinstance(text, str):
        return text
    return "".join(f"**{run.text}**" if run.bold else run.text for run in text)


def _widgets(block: Block) -> tuple[QWidget, ...]:
    match block:
        case Heading(level, text):
            return (Words(text, HEADINGS[level]),)
        case Paragraph(text, style):
            return (Words(plain(text), "small", "ink2" if style in ("small", "quote") else None),)
        case Bullets(entries):
            return tuple(Words(f"•  {plain(entry)}", "small") for entry in entries)
        case Facts(rows):
            return (_facts(rows),)
        case Table():
            return (_table(block),)
        case FamilyPicture() | TimeLine():
            return (Words(block.alternative, "small", "ink2"),)
        case DecisionBox(label, word, sentence):
            inside = stack(Words(label, "overline", "ink2"), Words(word, "title"), Words(sentence, "body"), gap=4,
                           margins=(18, 12, 18, 14))  # fmt: skip
            return (frame("accent", inside),)
        case Signatures(places):
            return tuple(Words("\n".join((f"**{place.title}**", *place.lines)), "small") for place in places)
        case Masthead(organisation, when):
            parts = Words(organisation, "label", wrap=False), Words(when, "small", "ink2", wrap=False)
            return parts if theme.is_large() else (box(row(parts[0], None, parts[1])),)
        case NewPage():
            return (rule(),)


def _facts(rows: tuple[tuple[str, tuple[Text, ...]], ...]) -> QWidget:
    """Put the labels beside what they name, and above it where the text is large."""
    if theme.is_large():
        under = stack(gap=2)
        for label, texts in rows:
            under.addWidget(Words(label, "label"))
            under.addWidget(Words("\n".join(map(plain, texts)), "small"))
            under.addSpacing(theme.gap(6))
        return box(under)
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.gap(16))
    grid.setVerticalSpacing(theme.gap(8))
    grid.setColumnStretch(1, 1)
    for place, (label, texts) in enumerate(rows):
        name = Words(label, "label")
        name.setFixedWidth(theme.px(130))
        grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words("\n".join(map(plain, texts)), "small"), place, 1)
    return box(grid)


def _table(table: Table) -> QWidget:
    column = stack(Words(table.caption, "small", "ink2"), gap=6)
    for cells in table.rows:
        lines = stack(gap=2)
        for head, cell in zip(table.head, cells, strict=False):
            lines.addWidget(_cell(head, cell))
        column.addWidget(rule())
        column.addWidget(box(lines))
    return box(column)


def _cell(head: str, cell: Cell) -> QWidget:
    said = f"**{head}:** {plain(cell.text)}"
    if cell.small:
        said += f"\n{plain(cell.small)}"
    layout = row(gap=8)
    if cell.mark:
        layout.addWidget(Mark(cell.mark), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(Words(said, "small"), 1)
    return box(layout)
