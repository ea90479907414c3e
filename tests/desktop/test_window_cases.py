"""What one does with whole cases: suppose, copy, hand over, take over, go to another, come back to one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from test_window_flow import CASE, Shown

from lawfulshare.desk.resuming import Left
from lawfulshare.desktop.cards import OutcomeCard
from lawfulshare.desktop.case_deeds import CaseDeeds
from lawfulshare.desktop.driving import type_text
from lawfulshare.desktop.resume_card import ResumeCard
from lawfulshare.desktop.what_if_sheet import WhatIf

AGREED = "four agreed words here"
LIFE = "concern.life_at_risk"


@pytest.fixture
def shown(tmp_path, qtbot):
    made = Shown(tmp_path, CASE)
    qtbot.addWidget(made.window)
    yield made
    made.window.close()


@pytest.fixture
def deeds(shown):
    return CaseDeeds(shown.window, shown.desk)


def words_of(widget):
    return " ".join(label.accessibleName() for label in widget.findChildren(QLabel))


def outcomes(sheet):
    return [card.accessibleName() for card in sheet.findChildren(OutcomeCard)]


def test_what_if_lays_both_answers_side_by_side_and_alters_nothing(shown, deeds):
    case = shown.work.case
    sheet = deeds.suppose(shown.rooms.case)
    sheet.which.said.emit(LIFE)
    yes = next(place for place, choice in enumerate(sheet.answer._options) if choice.value is True)
    button = sheet.answer.controls()[yes]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    today, then = outcomes(sheet)
    assert today != then
    assert "Urgent: act now" in then
    assert "The outcome would be: Urgent" in sheet.told
    assert "stands in the case" in words_of(sheet)
    assert shown.work.case is case
    sheet.reject()


def test_what_would_change_it_can_be_tried_from_the_panel(shown):
    shown.rooms.resume(shown.work.case_id)
    shown.wizard.panel.suppose_pressed.emit({LIFE: True, "concern.level": "immediate_danger"})
    sheet = shown.window.findChild(WhatIf, "what_if")
    assert len(outcomes(sheet)) == 2
    assert "Urgent: act now" in outcomes(sheet)[1]
    sheet.reject()


def test_facts_are_taken_from_an_earlier_draft_and_no_reasons(shown, deeds):
    earlier = shown.work.case
    shown.open(shown.desk.begin("share"))
    sheet = deeds.copy(shown.rooms.case)
    sheet.deed.click()
    assert "Choose a case" in words_of(sheet)
    (first,) = [line for line in shown.desk.drafts.lines() if line.case_id != shown.work.case_id]
    sheet.which.show_value(first.case_id)
    for tile in sheet.parts.controls()[:3]:
        tile.click()
    sheet.deed.click()
    case = shown.work.case
    assert [person.label for person in case.people] == [person.label for person in earlier.people]
    assert [item.what for item in case.items] == [item.what for item in earlier.items]
    assert case.decision is None or case.decision.rationale is None
    assert str(len(case.people)) in shown.wizard.foot.told.plain
    shown.wizard.undo()
    assert not shown.work.case.people


def test_with_no_earlier_case_one_is_told_so(shown, deeds):
    sheet = deeds.copy(shown.rooms.case)
    assert "no earlier case" in words_of(sheet)
    assert sheet.deed.isHidden()
    sheet.reject()


def test_a_draft_is_handed_over_sealed_stays_marked_and_can_be_taken_over(shown, deeds, tmp_path, qtbot):
    sheet = deeds.hand_over(shown.rooms.case)
    for field, typed in ((sheet.once, AGREED), (sheet.twice, "something else")):
        type_text(field.input, typed)
    QTest.keyClick(sheet.twice.input, Qt.Key.Key_Return)
    assert "differ" in words_of(sheet.twice)
    type_text(sheet.twice.input, AGREED)
    file = tmp_path / "handed.lawfulshare"
    deeds.save_sealed(shown.rooms.case, sheet, file)
    qtbot.waitUntil(lambda: "handed over" in shown.wizard.foot.told.plain, timeout=30_000)
    assert b"Theo" not in file.read_bytes()
    shown.rooms.to_start()
    assert "Handed over on" in words_of(shown.window.start)
    taken = []
    taking = deeds.take_over(file, taken.append)
    type_text(taking.field.input, "not what we agreed")
    QTest.keyClick(taking.field.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the passphrase" in words_of(taking.field), timeout=30_000)
    type_text(taking.field.input, AGREED)
    QTest.keyClick(taking.field.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(taken), timeout=30_000)
    assert len(shown.desk.drafts.lines()) == 2
    assert shown.desk.resume(taken[0]).case == CASE


def test_the_menu_lists_the_other_open_cases_and_goes_there(shown):
    first = shown.work.case_id
    shown.open(shown.desk.begin("seek"))
    ((name, subject),) = shown.window.top.other_cases()
    assert subject == shown.desk.resume(first).subject()
    shown.window.top.chosen.emit(name)
    assert shown.work.case_id == first
    assert shown.window.windowTitle() == "LawfulShare"
    assert subject not in shown.window.windowTitle()


def test_coming_back_one_is_told_what_changed_and_goes_on(shown):
    work = shown.desk.resume(shown.work.case_id)
    work.left = Left(work.left.at, {"outcome": "SEEK", "law": "2020.01.0"})
    shown.open(work)
    card = shown.window.findChild(ResumeCard, "resume")
    assert card.isVisible()
    assert "2020.01.0" in words_of(card)
    assert shown.window.focusWidget() is card.button
    assert any(part.isAncestorOf(card.button) for part in shown.wizard.regions())
    QTest.keyClick(card.button, Qt.Key.Key_Space)
    QTest.qWait(20)
    assert shown.window.findChild(QAbstractButton, "resume.go_on") is None
    assert shown.wizard.shown.isAncestorOf(shown.window.focusWidget())


def test_coming_back_at_once_there_is_no_card(shown):
    shown.open(shown.desk.resume(shown.work.case_id))
    assert shown.window.findChild(ResumeCard, "resume") is None
