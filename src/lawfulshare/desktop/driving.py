"""Drives the real window as a person would, by its widgets and keys: for the demonstration and for the tests."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.desktop.asked_after import AskedAfter
from lawfulshare.desktop.asking import options
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.case_room import CaseRoom
from lawfulshare.desktop.choosing import OneOf, SomeOf
from lawfulshare.desktop.field import Field
from lawfulshare.desktop.fields import DayField, Lines, Written
from lawfulshare.desktop.grid import Grid
from lawfulshare.desktop.legal_basis import CHOSEN, LegalBasisPage
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.pickers import Picked
from lawfulshare.desktop.relations import Relations
from lawfulshare.desktop.rooms import Rooms
from lawfulshare.desktop.screens import FormScreen
from lawfulshare.desktop.sign_page import SignPage
from lawfulshare.desktop.tables import EntryList
from lawfulshare.desktop.wizard import Wizard

PATIENCE = 30.0
LETTERS = {"full": Qt.Key.Key_S, "summary": Qt.Key.Key_U, "anonymised": Qt.Key.Key_A, "withhold": Qt.Key.Key_W}
DOOR_KEYS = {"urgent": Qt.Key.Key_1, "share": Qt.Key.Key_2, "respond": Qt.Key.Key_3, "seek": Qt.Key.Key_4}


class Stuck(Exception):
    """The window did not go on: what it said instead."""


class Driver:
    """Answers the pages of a case as an example does, and goes on to the signed record."""

    def __init__(self, window: MainWindow, rooms: Rooms, seen: Callable[[str], None] = lambda name: None) -> None:
        self.window, self.rooms, self.seen = window, rooms, seen
        self._later: list[str] = []

    def first_start(self, said: dict[str, Any], passphrase: str) -> None:
        """Say who one is, and choose the passphrase."""
        first: Any = self.window.room()
        for name, value in said.items():
            self.enter(first.findChild(Field, f"first.{name}"), value)
        self.press(first.by_passphrase) if first.by_passphrase.isVisible() else None
        type_text(first.once.input, passphrase)
        type_text(first.twice.input, passphrase)
        self.seen("first-start")
        self.press(self._named("first.begin"))
        self.wait(lambda: self.rooms.desk is not None and self.window.room() is self.window.start)

    def first_start_as(self, example: CaseFile, passphrase: str) -> None:
        """Start for the first time as the decision-maker of a case."""
        maker, organisation = example.decision_maker, example.organisation
        self.first_start(
            {
                "name": maker.name or "J. Malik", "role": maker.role or "Named nurse",
                "organisation": organisation.name or "Northmoor", "sector": organisation.sector,
                "nation": example.nation, "policy": organisation.policy_document,
            },
            passphrase,
        )  # fmt: skip

    def take_door(self, mode: str) -> None:
        """Take a door of the start window by its key."""
        self.seen("start")
        self.window.start.focus_first()
        QTest.keyClick(self.window.start.doors["urgent"], DOOR_KEYS[mode])
        self.wait(lambda: self.rooms.case is not None)

    def walk(self, example: CaseFile, until: Callable[[Wizard], bool] = lambda wizard: False) -> None:
        """Answer page after page as the example does, as far as the page to sign, or as far as one is asked to go."""
        wizard = self.wizard
        while not isinstance(wizard.shown, SignPage) and not until(wizard):
            page = wizard.work.page
            self.answer_page(example)
            QTest.qWait(30)
            self.seen(page.name)
            self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            if wizard.work.page.name == page.name:
                self._leave_open(page.name)
            if isinstance(wizard.shown, SignPage) and self._later:
                self._answer_later(example)

    def sign(self) -> None:
        """Sign the record, and wait until it is kept."""
        page = self.wizard.shown
        assert isinstance(page, SignPage)
        missing = [one.accessibleName() for one in self.window.findChildren(QAbstractButton)
                   if one.objectName().startswith("missing.") and one.isVisible()]  # fmt: skip
        if missing:
            raise Stuck("; ".join(missing))
        self.wait(lambda: not self.window.background.is_busy())
        self.seen("ready-to-sign")
        case = self.case
        self.press(self._named("sign.sign"))
        self.wait(lambda: case.after is not None or page.summary.isVisible())
        if case.after is None:
            raise Stuck(page.summary.accessibleName())
        self.seen("signed")

    def answer_page(self, example: CaseFile) -> None:
        """Enter the example's answers into every field of the page."""
        if (entries := self._screen().findChild(EntryList)) is not None:
            self._answer_entries(entries, example)
        self._answer_fields(example, self._screen)
        if (grid := self._screen().findChild(Grid)) is not None:
            self._answer_grid(grid, example)
        if isinstance(self.wizard.shown, LegalBasisPage):
            self._choose_bases(example)

    def enter(self, field: Field, value: Any) -> None:
        """Enter one answer by the keyboard."""
        case = self.rooms.case.work.case if self.rooms.case else CaseFile()
        offered = options(field.question, case, self.wizard.assessment if self.rooms.case else None, lambda _: None)
        values = [choice.value for choice in offered]
        controls = field.controls()
        named = value if isinstance(value, tuple) else (value,)
        if isinstance(field, OneOf | SomeOf) and not set(named) <= set(values):
            self._later.append(field.path)
            return
        if isinstance(field, OneOf):
            self.press(controls[values.index(value)])
        elif isinstance(field, SomeOf):
            for place in [values.index(one) for one in value] or [-1]:
                tile: Any = field.controls()[place]
                if not tile.isChecked():
                    self.press(tile)
        elif isinstance(field, Relations):
            self._enter_relations(field, value)
        elif isinstance(field, AskedAfter):
            for part in value:
                self.press(field.nobody[part])
        elif isinstance(field, Picked):
            box: Any = controls[0]
            type_text(box.lineEdit(), offered[values.index(value)].text)
            field.flush()
            for popup in QApplication.topLevelWidgets():
                if popup.isVisible() and popup.windowType() is Qt.WindowType.Popup:
                    popup.close()
        elif isinstance(field, Written):
            type_text(controls[0], _typed(field, value))
            field.flush()
        self._settle()
        if (change := self.window.findChild(QAbstractButton, "effect.change")) is not None and change.isVisible():
            self.press(change)

    def _enter_relations(self, field: Relations, value: Any) -> None:
        known = [relation for relation in value if relation.to in field.rows]
        if len(known) < len(value):
            self._later.append(field.path)
        for relation in known:
            for part, said in zip(field.rows[relation.to], (relation.is_, relation.contact), strict=True):
                if said is not None:
                    self.enter(part, said)

    def press(self, button: QWidget) -> None:
        """Press something by the space bar."""
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
        self._settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key of the window; it is made active first, as a window without a desktop may not be."""
        self.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is self.window)
        QTest.keyClick(self.window, key, modifiers)
        self._settle()

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the window work until something has happened."""
        until = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > until:
                raise Stuck("the window took too long")
            QTest.qWait(15)
        self._settle()

    @property
    def wizard(self) -> Wizard:
        """Give the wizard that is shown."""
        return self.case.wizard

    @property
    def case(self) -> CaseRoom:
        """Give the case in the window."""
        assert self.rooms.case is not None
        return self.rooms.case

    def _choose_bases(self, example: CaseFile) -> None:
        for basis in (example.decision.bases or ()) if example.decision else ():
            button = self._screen().findChild(QAbstractButton, f"basis.{basis}")
            chosen = self.wizard.work.case.decision
            if button is None:
                # It is offered once an answer on a later page opens it.
                self._later.append(CHOSEN)
            elif basis not in ((chosen.bases or ()) if chosen else ()):
                self.press(button)

    def _answer_later(self, example: CaseFile) -> None:
        """Answer what names an entry of a later page, now that it is there, and come back."""
        here = self.wizard.work.page.name
        later, self._later = tuple(dict.fromkeys(self._later)), []
        for path in later:
            self.wizard.go_to(path)
            self.answer_page(example)
            self._settle()
        self._later.clear()
        self.wizard.go_page(here)
        self._settle()

    def _answer_entries(self, entries: EntryList, example: CaseFile) -> None:
        kind = self.wizard.work.page.each
        assert kind is not None
        wanted = [paths.key_of(entry, place) for place, entry in enumerate(paths.entries(example, kind))]
        adds = [button for button in entries.findChildren(QAbstractButton) if button.parentWidget() is entries]
        for key in wanted:
            if key not in self._keys(kind) and adds:
                self.press(adds[-1])
            if key in self._keys(kind):
                entries.open_entry(key)
                self._settle()
                self._answer_fields(example, lambda: entries)
        entries.open_entry(None)
        self._settle()

    def _keys(self, kind: str) -> list[str]:
        listed = paths.entries(self.wizard.work.case, kind)
        return [paths.key_of(entry, place) for place, entry in enumerate(listed)]

    def _answer_fields(self, example: CaseFile, where: Callable[[], QWidget]) -> None:
        """Answer what is shown; an answer may show another question, or the page anew."""
        tried: set[str] = set()
        while True:
            shown = [field for field in where().findChildren(Field) if field.isVisible() and field.path not in tried]
            if not shown:
                return
            field = shown[0]
            tried.add(field.path)
            value = paths.read(example, field.path)
            if value is not None and value != paths.read(self.wizard.work.case, field.path):
                self.enter(field, value)

    def _answer_grid(self, grid: Grid, example: CaseFile) -> None:
        for pair in example.disclosures or ():
            cell = grid.cell_at(f"disclosures.{pair.item}>{pair.recipient}.extent")
            if cell is None or pair.extent is None:
                continue
            cell.button.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(cell.button, LETTERS[pair.extent])
            cell.toggle()
            self._settle()
            answers = (pair.necessary, pair.reason, pair.goes_as)
            for field, value in zip(cell.fields, answers, strict=False):
                if value is not None:
                    self.enter(field, value)
            cell.toggle()
            self._settle()

    def _leave_open(self, page: str) -> None:
        """Leave open what the page insists on and the example does not say; then go on."""
        case = self.wizard.work.case
        for field in self._screen().findChildren(Field):
            if field.isVisible() and field.question.required and paths.read(case, field.path) is None:
                for button in field.findChildren(QuietButton):
                    if button.icon_name == "circle-dashed":
                        self.press(button)
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if self.wizard.work.page.name == page:
            shown = self.wizard.shown
            summary = shown.form.summary if isinstance(shown, FormScreen) else self._screen()
            raise Stuck(f"{page}: {[one.text() for one in summary.findChildren(QuietButton)]}")

    def _screen(self) -> QWidget:
        shown = self.wizard.shown
        assert shown is not None
        return shown

    def _named(self, name: str) -> QAbstractButton:
        return next(one for one in self.window.findChildren(QAbstractButton, name) if one.isVisible())

    def _settle(self) -> None:
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
        for _ in range(3):
            QApplication.processEvents()


def type_text(widget: QWidget, text: str) -> None:
    """Type a text in place of what is there, as an input method does, so that any letter can be typed."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(widget, typed)


def _typed(field: Written, value: Any) -> str:
    if isinstance(field, DayField):
        year, month, day = str(value).split("-")
        return f"{int(day)} {int(month)} {year}"
    if isinstance(field, Lines):
        return "\n".join(value)
    return str(value)


def on_top_of(window: QWidget) -> QWidget:
    """Give what is shown on top of a window in a window of its own; the window itself where nothing is."""
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window)
    return next(shown, window)
