"""The way through a case by the keyboard: effects told before, undo and redo, changes from the check page and back."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from window_drive import decided

from lawfulshare.desk.casework import Casework
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.profile import Profile
from lawfulshare.desktop.case_room import CaseRoom
from lawfulshare.desktop.check_page import MOST_ROWS, CheckPage
from lawfulshare.desktop.driving import type_text
from lawfulshare.desktop.effect_card import EffectCard
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.rooms import Rooms

CASE = decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-c-legal-obligation",))
PROFILE = Profile(name="J. Malik", role="Named nurse", organisation="Northmoor NHS Trust", sector="nhs_trust")
LIFE = "concern.life_at_risk"


class Shown:
    """A case in the real window, on a desk of its own."""

    def __init__(self, folder, case):
        self.desk = Desk.first_start(folder, PROFILE, "a quiet desk with a lamp")
        self.window = MainWindow()
        self.rooms = Rooms(self.window, folder)
        self.rooms.desk = self.desk
        self.window.show()
        self.open(Casework.take(self.desk.drafts, case, self.desk.clock, self.desk.shelf))

    def open(self, work):
        self.rooms.case = CaseRoom(self.window, self.desk, work)
        self.window.activateWindow()
        QTest.qWait(20)

    @property
    def wizard(self):
        return self.rooms.case.wizard

    @property
    def work(self):
        return self.wizard.work

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QTest.qWait(20)

    def find(self, name, kind=QAbstractButton):
        QTest.qWait(20)
        return next((one for one in self.window.findChildren(kind, name) if one.isVisible()), None)

    def press(self, name):
        button = self.find(name)
        button.setFocus()
        self.key(Qt.Key.Key_Space)

    def choose(self, path, value):
        """Press the answer of a question that has one."""
        self.wizard.go_to(path)
        field = self.wizard.shown.form._field_at(path)
        place = next(place for place, choice in enumerate(field._options) if choice.value == value)
        field.controls()[place].setFocus()
        QTest.keyClick(field.controls()[place], Qt.Key.Key_Space)
        QTest.qWait(20)
        return field


@pytest.fixture
def shown(tmp_path, qtbot):
    made = Shown(tmp_path, CASE)
    qtbot.addWidget(made.window)
    yield made
    made.window.close()


def words_of(widget):
    return " ".join(label.accessibleName() for label in widget.findChildren(QLabel))


def test_a_changed_early_answer_waits_until_its_effect_was_seen(shown):
    before = shown.work.first_answer().outcome
    field = shown.choose(LIFE, True)
    card = shown.find("effect", EffectCard)
    assert card is not None and field.isAncestorOf(card)
    assert "Urgent: act now" in words_of(card)
    assert shown.work.case.concern.life_at_risk is not True
    assert field.value is True
    shown.press("effect.change")
    assert shown.work.case.concern.life_at_risk is True
    assert shown.work.first_answer().outcome == "URGENT" != before
    assert shown.find("effect", EffectCard) is None


def test_keeping_the_answer_puts_it_back_and_leaves_the_case_alone(shown):
    case = shown.work.case
    field = shown.choose(LIFE, True)
    shown.press("effect.keep")
    assert shown.work.case == case
    assert field.value == case.concern.life_at_risk
    assert shown.find("effect", EffectCard) is None
    assert field.isAncestorOf(QApplication.focusWidget())


def test_nobody_goes_on_past_a_change_that_waits_and_another_answer_does_not_lose_it(shown):
    shown.choose(LIFE, True)
    page = shown.work.page.name
    shown.wizard._continue()
    assert shown.work.page.name == page
    assert QApplication.focusWidget() is shown.find("effect.change")
    shown.wizard._say("concern.urgency.because", "He is thinner each week.")
    assert shown.work.case.concern.urgency.because == "He is thinner each week."
    assert shown.find("effect", EffectCard) is not None
    shown.press("effect.change")
    assert shown.work.case.concern.life_at_risk is True


def test_what_was_taken_back_is_shown_where_it_is_and_said(shown):
    shown.wizard.go_to("concern.urgency.because")
    page = shown.work.page.name
    shown.wizard._say("concern.urgency.because", "He is thinner each week.")
    shown.wizard.go_page(shown.work.walk.pages[-4].name)
    shown.window.setFocus()
    shown.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.work.page.name == page
    assert "What makes it so?" in shown.wizard.foot.told.plain
    assert shown.work.case.concern.urgency.because != "He is thinner each week."
    shown.window.setFocus()
    shown.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert shown.work.case.concern.urgency.because == "He is thinner each week."
    assert "Done again" in shown.wizard.foot.told.plain


def test_undo_in_a_line_that_is_typed_in_takes_back_the_typing_alone(shown):
    shown.wizard._say("decision.purpose", "So that he is seen.")
    shown.wizard.go_to("concern.urgency.because")
    line = shown.wizard.shown.form._field_at("concern.urgency.because").findChild(QLineEdit)
    type_text(line, "thinner")
    shown.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() != "thinner"
    assert shown.work.case.decision.purpose == "So that he is seen."


def test_with_nothing_to_take_back_one_is_told_so(shown):
    shown.window.setFocus()
    shown.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.wizard.foot.told.plain == "There is nothing to take back."


def test_a_change_from_the_check_page_is_one_press_there_and_one_press_back(shown):
    check = next(page.name for page in shown.work.walk.pages if page.special == "check")
    shown.wizard.go_page(check)
    shown.wizard.shown.jump_to("decision.purpose")
    assert QApplication.focusWidget().objectName() == "change.decision.purpose"
    shown.key(Qt.Key.Key_Space)
    assert shown.work.page.name != check
    assert shown.wizard.foot.go_on.text() == "Back to your answers"
    shown.wizard._say("decision.purpose", "So that he is seen.")
    shown.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.work.page.name == check
    assert QApplication.focusWidget().objectName() == "change.decision.purpose"
    assert "So that he is seen." in words_of(shown.wizard.shown)
    assert shown.wizard.foot.go_on.text() == "Continue"


def test_what_is_missing_on_the_sign_page_is_one_press_there_and_one_press_back(shown):
    shown.wizard._say("decision.rationale", None)
    sign = next(page.name for page in shown.work.walk.pages if page.special == "sign")
    shown.wizard.go_page(sign)
    missing = shown.wizard.shown.findChild(QAbstractButton, "missing.decision.rationale")
    missing.setFocus()
    shown.key(Qt.Key.Key_Space)
    assert shown.work.page.name != sign
    assert shown.wizard.foot.go_on.text() == "Back to signing"
    shown.wizard._say("decision.rationale", "I saw it myself on Friday.")
    shown.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.work.page.name == sign
    assert shown.wizard.shown.findChild(QAbstractButton, "missing.decision.rationale") is None


def test_what_is_to_be_looked_at_again_stands_first_on_the_check_page(shown):
    told = shown.work.propose(LIFE, True)
    path = next(iter(told.effect.again), None) or "decision.rationale"
    shown.work._state = type(shown.work._state)(shown.work.case, shown.work.page.name, (path,))
    shown.wizard.go_page(next(page.name for page in shown.work.walk.pages if page.special == "check"))
    assert "Look again at these" in words_of(shown.wizard.shown)
    first = next(
        one for one in shown.wizard.shown.findChildren(QAbstractButton) if one.objectName().startswith("change.")
    )
    assert first.objectName() == f"change.{path}"


def test_a_long_section_shows_its_beginning_and_opens_where_one_goes(tmp_path, qtbot):
    items = [{"id": f"i{number}", "what": f"Fact {number}"} for number in range(1, 31)]
    case = CASE.model_copy(update={"items": None, "disclosures": None}).model_dump(mode="json", exclude_none=True)
    made = Shown(tmp_path, type(CASE).model_validate(case | {"items": items}))
    qtbot.addWidget(made.window)
    made.wizard.go_page(next(page.name for page in made.work.walk.pages if page.special == "check"))
    page = made.wizard.shown
    assert isinstance(page, CheckPage)
    qtbot.waitUntil(lambda: page.making.is_whole)
    last = "items.i30.what"
    assert page.findChild(QAbstractButton, f"change.{last}") is None
    assert (
        len([one for one in page.findChildren(QAbstractButton) if one.objectName().startswith("change.items")])
        <= MOST_ROWS
    )
    page.jump_to(last)
    assert QApplication.focusWidget().objectName() == f"change.{last}"
    made.window.close()
