"""Everything has a key, each key works, and the card tells them all from the one list."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from window_drive import decided, opened

from lawfulshare.desktop.dialogs import Reading
from lawfulshare.desktop.disclosure import Disclosure
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.shortcuts import ANYWHERE, IN_A_CASE, ON_THE_START, lines
from lawfulshare.desktop.unfolding import unfolded
from lawfulshare.wording import wording

CASE = decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-e-public-task",))
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture(scope="module")
def driver(tmp_path_factory, qapp):
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWFULSHARE_HOME", str(home))
        driven = opened(home, CASE)
        driven.take_door("share")
        yield driven
        driven.window.close()


def card_on_top():
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, Reading) and one.isVisible()), None)


def test_every_key_of_the_list_is_bound_where_it_belongs_and_nothing_else_is(driver):
    bound = {
        (shortcut.objectName().removeprefix("keys."), shortcut.key().toString())
        for shortcut in driver.window.findChildren(QShortcut)
    }
    listed = {
        (one.name, QKeySequence(keys).toString()) for one in (*ANYWHERE, *IN_A_CASE, *ON_THE_START) for keys in one.keys
    }
    assert bound == listed


def test_no_key_does_two_deeds():
    every = [keys for one in (*ANYWHERE, *IN_A_CASE, *ON_THE_START) for keys in one.keys]
    assert len({QKeySequence(keys).toString() for keys in every}) == len(every)


def test_the_card_tells_every_key_of_the_list(driver):
    driver.key(Qt.Key.Key_Question, CTRL)
    card = card_on_top()
    said = [words.plain for words in card.findChildren(Words)]
    for _, told in lines(wording()):
        for keys, does in told:
            assert f"{keys}  {does}" in said
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert card_on_top() is None


def test_f1_opens_the_help_of_the_question_in_focus_and_pressed_again_the_card(driver):
    driver.wizard.go_page("danger_now")
    driver.wizard.focus_page()
    driver.key(Qt.Key.Key_F1)
    opened_now = [one for one in driver.wizard.shown.findChildren(Disclosure) if one.is_open()]
    assert opened_now and card_on_top() is None
    driver.key(Qt.Key.Key_F1)
    assert card_on_top() is not None
    card_on_top().reject()


def test_back_continue_and_the_next_open_question_by_their_keys(driver, qtbot):
    wizard = driver.wizard
    wizard.go_page("danger_now")
    driver.key(Qt.Key.Key_Left, ALT)
    assert wizard.work.page.name == "workplace"
    driver.key(Qt.Key.Key_Return, CTRL)
    assert wizard.work.page.name == "danger_now"
    wizard.go_page("workplace")
    qtbot.waitUntil(lambda: wizard._searching.found_for(wizard.work) is not None, timeout=60_000)
    driver.key(Qt.Key.Key_F8)
    first_open = next(fact.path for fact in wizard.assessment.open if wizard.work.walk.page_of(fact.path))
    assert wizard.work.page.name == wizard.work.walk.page_of(first_open)


def test_an_answer_is_taken_back_and_given_again_by_keys(driver):
    work = driver.wizard.work
    work.answer("concern.life_at_risk", False)
    driver.key(Qt.Key.Key_Z, CTRL)
    assert work.case.concern.life_at_risk is None
    driver.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert work.case.concern.life_at_risk is False


def test_f6_goes_round_the_regions_of_the_window_and_back(driver):
    window = driver.window
    regions = window._regions()

    def at():
        focus = QApplication.focusWidget()
        return next(place for place, part in enumerate(regions) if part.isAncestorOf(focus))

    driver.wizard.focus_page()
    met = [at()]
    for _ in regions:
        driver.key(Qt.Key.Key_F6)
        met.append(at())
    assert set(met) == set(range(len(regions))) and met[-1] == met[0]
    driver.key(Qt.Key.Key_F6, SHIFT)
    assert at() == met[-2]


def test_the_menu_opens_by_its_key_with_its_first_entry_in_focus(driver):
    driver.key(Qt.Key.Key_F10)
    menu = unfolded(driver.window)
    assert menu.lines[0].hasFocus()
    QTest.keyClick(menu.lines[0], Qt.Key.Key_Escape)
    assert unfolded(driver.window) is None


def test_no_button_has_a_mnemonic_that_a_translation_could_give_to_two(driver):
    for button in driver.window.findChildren(QAbstractButton):
        assert QKeySequence.mnemonic(button.text()).isEmpty(), button.text()
