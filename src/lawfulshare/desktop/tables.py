"""List pages: the case's people, items or enquiries as cards; add, edit one at a time, remove, move up and down."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import ENTRIES, entries, key_of, read
from lawfulshare.desktop.asking import in_words, make_field, name_of, options, said_so
from lawfulshare.desktop.buttons import DangerButton, IconButton, PlainButton
from lawfulshare.desktop.cards import Card, rule
from lawfulshare.desktop.field import Field, LawReader
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words, word
from lawfulshare.desktop.script_card import ScriptCard
from lawfulshare.desktop.speech import say
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.form import Page, Question
from lawfulshare.guide.naming import entry_name, label_of, worded
from lawfulshare.law.answer.assessment import Assessment

ICON_OF = {
    "person": "user",
    "recipient": "building-2",
    "item": "file-text",
    "enquiry": "search",
    "statement": "quote",
    "advice": "message-circle",
    "transmission": "send",
}
SUMMED_UP = ("choose_one", "pick_from_list", "number", "day", "recipient", "person", "question")
MOST_SUMMED_UP = 4
BETWEEN_QUESTIONS = 22
LEAST_BESIDE = 420


class EntryCard(Card):
    """One entry: what it is called, a line about it, its deeds; its questions while it is open."""

    edit = Signal(str)
    remove = Signal(str)
    shift = Signal(str, int)

    def __init__(self, kind: str, key: str, *, may_go: bool = True) -> None:
        super().__init__("card", (16, 10))
        self.kind, self.key, self.may_go = kind, key, may_go
        self.title = Words("", "heading")
        self.summary = Words("", "small", "ink2")
        self._edit = PlainButton("", "pencil", small=True)
        self._up = IconButton("", "arrow-up", small=True)
        self._down = IconButton("", "arrow-down", small=True)
        self._remove = IconButton("", "trash-2", small=True)
        self._edit.clicked.connect(lambda: self.edit.emit(self.key))
        self._up.clicked.connect(lambda: self.shift.emit(self.key, -1))
        self._down.clicked.connect(lambda: self.shift.emit(self.key, 1))
        self._remove.clicked.connect(self.ask)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        named = QHBoxLayout()
        named.setSpacing(theme.gap(12))
        named.addWidget(Icon(ICON_OF.get(kind, "file-text"), "ink2", 22), 0, Qt.AlignmentFlag.AlignVCenter)
        named.addLayout(words, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.gap(8))
        for button in (self._edit, self._up, self._down, self._remove):
            deeds.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        deeds.addStretch(1)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(theme.gap(8))
        head.addLayout(named, 1)
        head.addLayout(deeds)
        self.body.addLayout(head)
        self._question: QWidget | None = None
        self._form: QWidget | None = None
        self._told: object = None
        self.goes_with = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the deeds under the words where there is little room."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(LEAST_BESIDE)
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def tell(self, title: str, summary: str, place: int, count: int, is_open: bool) -> None:
        """Show what the entry is called now, and where it stands among the others."""
        told = (title, summary, place, count, is_open)
        if told == self._told:
            return
        self._told = told
        self.title.say(title)
        self.summary.say(summary or word("entries.nothing_said"))
        self.setAccessibleName(word("entries.position", title=title, place=place + 1, all=count))
        self.become("card" if title != word("entries.not_named") or is_open else "missing")
        verb = "close" if is_open else "edit"
        self._edit.setText(word(f"entries.{verb}_short"))
        self._edit.icon_name = "check" if is_open else "pencil"
        self._edit.setAccessibleName(word(f"entries.{verb}", title=title))
        self._edit.updateGeometry()
        self._up.rename(word("entries.up", title=title))
        self._down.rename(word("entries.down", title=title))
        self._remove.rename(word("entries.remove", title=title))
        self._up.show_if(self.may_go and place > 0, keeps_place=self.may_go and count > 1)
        self._down.show_if(self.may_go and place < count - 1, keeps_place=self.may_go and count > 1)
        self._remove.setVisible(self.may_go)

    def ask(self) -> None:
        """Ask inside the card whether the entry is to go, naming what goes with it."""
        if self._question is not None:
            return
        asked = word("entries.ask_remove", title=self.title.plain)
        box = self._question = Card("urgent", (14, 10))
        box.body.addWidget(Words(f"**{asked}** {self.goes_with}", "small"))
        keep = PlainButton(word("entries.keep"), small=True)
        go = DangerButton(word("entries.remove_short"), small=True)
        go.setAccessibleName(word("entries.remove", title=self.title.plain))
        keep.clicked.connect(self._keep)
        go.clicked.connect(lambda: self.remove.emit(self.key))
        row = QHBoxLayout()
        row.setSpacing(theme.gap(8))
        row.addWidget(keep)
        row.addWidget(go)
        row.addStretch(1)
        box.body.addLayout(row)
        self.body.insertWidget(1, box)
        box.show()
        keep.setFocus(Qt.FocusReason.OtherFocusReason)
        say(box, f"{asked} {self.goes_with}")

    def hold(self, form: QWidget | None) -> None:
        """Show the entry's questions, or take them away."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = form
        if form is not None:
            self.body.addWidget(form)
            form.show()

    def focus_edit(self) -> None:
        """Put the focus on the button that opens and closes the entry."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None
            self._remove.setFocus(Qt.FocusReason.OtherFocusReason)


class EntryList(QWidget):
    """The entries of one list of the case, each in its card."""

    said = Signal(str, object)
    left_open = Signal(str)
    added = Signal(str)
    removed = Signal(str, str)
    moved = Signal(str, str, int)
    entered = Signal()
    opened = Signal()

    def __init__(self, page: Page, questions: tuple[Question, ...], law_text: LawReader) -> None:
        super().__init__()
        assert page.each is not None
        self._page, self._kind, self._questions, self._law_text = page, page.each, questions, law_text
        self._cards: dict[str, EntryCard] = {}
        self.fields: dict[str, Field] = {}
        self._open: str | None = None
        self._opens_next = False
        self._case: CaseFile | None = None
        self._said_in_all: Counter[str] = Counter()
        self._script: ScriptCard | None = None
        self._put: Collection[str] | None = None
        self._assessment: Assessment | None = None
        one = page.one_called or word("entries.one")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.gap(8))
        self._add = PlainButton(word("entries.add", one=one), "user-plus" if page.each == "person" else "plus")
        self._add.clicked.connect(self._add_one)
        self._add.setVisible(page.adds)
        self._none = Card("missing")
        self._none.body.addWidget(Words(word("entries.none_yet"), "body", "ink2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(12))
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self._add)

    def show_case(self, case: CaseFile, put: Collection[str] | None, assessment: Assessment | None) -> None:
        """Show the entries as they stand in the case."""
        before, self._case, self._put, self._assessment = self._case, case, put, assessment
        if case is not before:
            self._said_in_all = Counter(_said(case.model_dump(mode="json", exclude_none=True)))
        keys = [key_of(entry, place) for place, entry in enumerate(entries(case, self._kind))]
        if keys != list(self._cards):
            fresh = [key for key in keys if key not in self._cards]
            self._rebuild(keys)
            if fresh and before is not None and self._opens_next:
                self._opens_next = False
                self.open_entry(fresh[-1])
        if not self._page.adds and before is None:
            self.open_entry(self._first_to_answer(), focus=False)
        self._tell_cards()
        if self._script is not None and self._open is not None:
            self._script.show_recipient(case, read(case, f"transmission.{self._open}.recipient"))
        for path, field in self.fields.items():
            field.offer(self._options(field.question))
            field.show_value(read(case, path))
            field.setVisible(self._is_put(field.question, path))

    def open_entry(self, key: str | None, focus: bool = True) -> None:
        """Open one entry for editing, and close the one that was open."""
        for field in self.fields.values():
            field.flush()
        if self._open in self._cards:
            self._cards[self._open].hold(None)
        self.fields, self._script = {}, None
        self._open = key if key in self._cards else None
        if self._open is not None:
            card = self._cards[self._open]
            card.hold(self._form(self._open))
            self._tell_cards()
            shown = next((field for field in self.fields.values() if not field.isHidden()), None)
            if focus and shown is not None:
                shown.focus_first()
        else:
            self._tell_cards()
        self.opened.emit()

    def field_at(self, path: str) -> Field | None:
        """Give the field of a path, opening its entry; None where the list has no such place."""
        key = path.removeprefix(f"{ENTRIES[self._kind]}.").partition(".")[0]
        if not path.startswith(f"{ENTRIES[self._kind]}.") or key not in self._cards:
            return None
        if self._open != key:
            self.open_entry(key, focus=False)
        return self.fields.get(path)

    def focus_first(self) -> None:
        """Put the focus on the first entry, or on the button that adds one."""
        if self._open is not None and self.fields:
            next(
                (field for field in self.fields.values() if not field.isHidden()), next(iter(self.fields.values()))
            ).focus_first()
        elif self._cards:
            next(iter(self._cards.values())).focus_edit()
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self, key: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, theme.gap(10), 0, theme.gap(8))
        column.setSpacing(theme.gap(BETWEEN_QUESTIONS))
        column.addWidget(rule())
        assert self._case is not None
        self._script = None
        if self._kind == "transmission" and self._page.adds:
            self._script = ScriptCard()
            self._script.show_recipient(self._case, read(self._case, f"transmission.{key}.recipient"))
            column.addWidget(self._script)
        for question in self._questions:
            path = self._path(question, key)
            field = make_field(
                worded(question, self._case, path),
                path,
                self._options(question),
                heading="strong",
                law_text=self._law_text,
            )
            field.show_value(read(self._case, path))
            field.said.connect(lambda value, path=path: self.said.emit(path, value))
            field.left_open.connect(lambda path=path: self.left_open.emit(path))
            field.entered.connect(self.entered)
            self.fields[path] = field
            column.addWidget(field)
            field.setVisible(self._is_put(question, path))
        done = PlainButton(word("entries.done"), "check")
        done.clicked.connect(lambda: self._close(key))
        column.addWidget(done)
        return box

    def _is_put(self, question: Question, path: str) -> bool:
        return self._put is None or path in self._put or question.fact in self._put

    def _options(self, question: Question) -> Any:
        assert self._case is not None
        return options(question, self._case, self._assessment, self._law_text)

    def _close(self, key: str) -> None:
        keys = [one for one in self._cards if not self._cards[one].isHidden()]
        following = keys[keys.index(key) + 1 :] if key in keys else []
        self.open_entry(following[0] if following and not self._page.adds else None)
        if self._open is None and key in self._cards:
            self._cards[key].focus_edit()

    def _toggle(self, key: str) -> None:
        self._close(key) if self._open == key else self.open_entry(key)

    def _add_one(self) -> None:
        self._opens_next = True
        self.added.emit(self._kind)

    def _take_away(self, key: str) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(self._kind, key)

    def _rebuild(self, keys: list[str]) -> None:
        if self._open is not None and (self._open not in keys or self._open in self._cards):
            self._cards[self._open].hold(None)
            self.fields, self._script = {}, None
        for key in [key for key in self._cards if key not in keys]:
            gone = self._cards.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for key in keys:
            card = self._cards.get(key)
            if card is None:
                card = self._cards[key] = EntryCard(self._kind, key, may_go=self._page.adds)
                card.edit.connect(self._toggle)
                card.remove.connect(self._take_away)
                card.shift.connect(lambda key, by: self.moved.emit(self._kind, key, by))
            self._list.removeWidget(card)
            self._list.addWidget(card)
        self._cards = {key: self._cards[key] for key in keys}
        still, self._open = self._open, None
        if still in self._cards:
            self.open_entry(still, focus=False)

    def _tell_cards(self) -> None:
        if self._case is None:
            return
        self._none.setVisible(not self._cards)
        for place, (key, entry) in enumerate(zip(self._cards, entries(self._case, self._kind), strict=False)):
            card = self._cards[key]
            card.goes_with = goes_with(self._said_in_all, key)
            card.tell(self._title(entry, key), self._summary(key), place, len(self._cards), key == self._open)
            card.setVisible(self._page.adds or self._asks_of(key))

    def _path(self, question: Question, key: str) -> str:
        return f"{ENTRIES[self._kind]}.{key}.{question.fact.partition('.')[2]}"

    def _asks_of(self, key: str) -> bool:
        return any(self._is_put(question, self._path(question, key)) for question in self._questions)

    def _first_to_answer(self) -> str | None:
        assert self._case is not None
        asked = [key for key in self._cards if self._asks_of(key)]
        for key in asked:
            paths = [self._path(question, key) for question in self._questions]
            if any(read(self._case, path) is None for path in paths if self._put is None or path in self._put):
                return key
        return asked[0] if asked else None

    def _title(self, entry: Any, key: str) -> str:
        assert self._case is not None
        recipient = getattr(entry, "recipient", None)
        named = label_of(self._case, recipient) if recipient else None
        if named is None and self._kind == "advice" and not entry.gist:
            named = entry_name(self._case, f"{ENTRIES[self._kind]}.{key}")
        return named or name_of(self._kind, entry)

    def _summary(self, key: str) -> str:
        said, so = [], []
        assert self._case is not None
        for question in self._questions:
            value = read(self._case, self._path(question, key))
            if question.as_ in SUMMED_UP and value is not None:
                said.append(in_words(question, value, self._options(question)))
            elif value is True and self._kind == "person":
                so.append(said_so(question.fact, label_of(self._case, key)))
        return ". ".join([*so, *said][:MOST_SUMMED_UP])


def goes_with(said: Counter[str], key: str) -> str:
    """Say how many other answers name an entry, of all that a case says; its own key is among them once."""
    count = said[key] - 1
    if key.isdecimal() or count < 1:
        return word("entries.goes_alone")
    return word("entries.goes_with_one") if count == 1 else word("entries.goes_with", count=count)


def _said(part: object) -> Iterator[str]:
    """Give every text and every choice of a case, as often as it stands there."""
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from _said(one)
    elif isinstance(part, str):
        yield part
