"""A long closed list: a drop-down that can be typed into, finds what contains the letters, and never traps."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QSizePolicy, QWidget

from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.icons import paint_icon
from lawfulshare.desktop.labels import word
from lawfulshare.desktop.theme import theme, tokens
from lawfulshare.guide.form import Choice, Question

SHORTEST_FOUND = 3


class DropDown(QComboBox):
    """A drop-down in the look of a field; the wheel scrolls the page unless the list has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", tokens()["radius"]["control"])
        self.setMaxVisibleItems(12)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.found = QListView()
        self.found.setAccessibleName(word("field.open_list"))
        completer.setPopup(self.found)
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setCompleter(completer)
        self.view().setAccessibleName(word("field.open_list"))
        self.currentIndexChanged.connect(self._show_from_the_start)

    def rename(self, name: str, description: str = "") -> None:
        """Give the drop-down a name, and the line inside it the same."""
        for widget in (self, self.line):
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(description)

    def _show_from_the_start(self) -> None:
        """Show the beginning of a long choice; while one types, the cursor stays where it is."""
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the list has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and its chevron in the colour of the theme."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(18)
        left = self.width() - side - theme.gap(11)
        paint_icon(painter, "chevron-down", "ink2", QRectF(left, (self.height() - side) / 2, side, side))
        painter.end()


class Picked(Field):
    """One of a long list."""

    def __init__(
        self, question: Question, path: str, options: Sequence[Choice], *, heading: str, law_text: LawReader
    ) -> None:
        super().__init__(question, path, heading=heading, law_text=law_text)
        self._options: tuple[Choice, ...] = ()
        self._showing = self._typing = False
        self._box = DropDown()
        self._box.rename(question.text, word("field.list_hint"))
        self._box.setProperty("own_description", word("field.list_hint"))
        self._box.line.setProperty("framed_by_parent", True)
        self._box.line.setPlaceholderText(word("field.list_hint"))
        self._box.line.installEventFilter(self)
        self._box.line.textChanged.connect(self._typed)
        self._box.activated.connect(self._picked)
        self.heading.setBuddy(self._box)
        self._column.addWidget(self._box)
        self.offer(options)
        self._finish(may_leave_open=False)

    def offer(self, options: Sequence[Choice]) -> None:
        """Offer these answers."""
        if self._options == tuple(options):
            return
        self._options = tuple(options)
        self._showing = True
        self._box.clear()
        self._box.addItems([choice.text for choice in self._options])
        self._showing = False
        self.show_value(self.value)

    def show_value(self, value: Any) -> None:
        """Show the answer that stands; what is being typed is left alone."""
        super().show_value(value)
        place = next((place for place, choice in enumerate(self._options) if choice.value == value), -1)
        if place < 0 and self._typing and self._box.currentText():
            return
        self._showing = True
        self._box.setCurrentIndex(place)
        if place < 0:
            self._box.clearEditText()
        self._showing = False

    def controls(self) -> Sequence[QWidget]:
        """Give the drop-down."""
        return (self._box,)

    def flush(self) -> None:
        """Take what was typed for the answer it means; say so where it means none or several."""
        typed = self._box.currentText().strip().lower()
        self._typing = False
        if not typed:
            if self.value is not None:
                self._tell(None)
            return
        exact = [choice for choice in self._options if choice.text.lower() == typed]
        close = (
            [choice for choice in self._options if typed in choice.text.lower()] if len(typed) >= SHORTEST_FOUND else []
        )
        meant = exact or close
        if len(meant) != 1:
            self.complain(word("error.not_in_list"))
            return
        self._box.setCurrentText(meant[0].text)
        if meant[0].value != self.value:
            self._tell(meant[0].value)
        else:
            self.complain("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what was typed when the focus leaves; Return takes it too."""
        if event.type() == QEvent.Type.FocusOut and not (self._box.view().isVisible() or self._box.found.isVisible()):
            self.flush()
        return False

    def _typed(self, text: str) -> None:
        """Take a whole answer as soon as it can mean no other, whoever wrote it: keys, a voice, a screen reader."""
        if self._showing:
            return
        self._typing = True
        meant = [choice for choice in self._options if choice.text.lower().startswith(text.strip().lower())]
        if text.strip() and len(meant) == 1 and meant[0].text.lower() == text.strip().lower():
            self.flush()

    def _picked(self, place: int) -> None:
        self._typing = False
        self._tell(self._options[place].value)
