"""Finding out more, by the keyboard: the bank of questions, and statements against their sources."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from window_drive import opened

from lawfulshare import content
from lawfulshare.case.case_file import read
from lawfulshare.desk.casework import Casework
from lawfulshare.desktop import papers_out
from lawfulshare.desktop.driving import type_text
from lawfulshare.desktop.field import Field
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.walk import walk

EXAMPLE = json.loads((content.resources() / "examples" / "theo.json").read_text(encoding="utf-8"))


def a_case(**stated):
    return read(json.dumps({**EXAMPLE, "mode": "seek", **stated}).encode())


@pytest.fixture
def at(tmp_path, qtbot, monkeypatch):
    """Open a case at the page with what a page shows beneath its questions."""
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, a_case())

    def go(case, special):
        desk = driver.rooms.desk
        work = Casework.take(desk.drafts, case, desk.clock, desk.shelf)
        driver.window.start.draft_resumed.emit(work.case_id)
        driver.wait(lambda: driver.rooms.case is not None)
        pages = walk(work.door, case).pages
        driver.wizard.go_page(next(page.name for page in pages if page.special == special))
        driver.wait(lambda: not driver.window.background.is_busy())
        return driver

    yield go
    driver.window.close()


def press(driver, name):
    driver.press(driver.wizard.shown.findChild(QAbstractButton, name))


def words(driver):
    driver.wait(lambda: not driver.window.background.is_busy())
    return " ".join(one.plain for one in driver.wizard.shown.findChildren(Words) if one.isVisible())


def case_of(driver):
    return driver.wizard.work.case


def test_a_question_is_found_taken_with_one_press_and_taken_out_again(at):
    driver = at(a_case(enquiries=[], statements=[]), "bank")
    search = driver.wizard.shown.findChild(QLineEdit, "bank.search")
    type_text(search, "tenancy")
    driver.wait(lambda: "1 questions found" in words(driver) or "2 questions found" in words(driver))
    press(driver, "bank.question.q25")
    taken = case_of(driver).enquiries[0]
    assert (taken.bank, taken.ask) == ("q25", "r2") and taken.gives_away
    assert QApplication.focusWidget().objectName() == "bank.question.q25"
    press(driver, "bank.question.q25")
    assert case_of(driver).enquiries == ()


def test_a_question_that_was_worked_on_is_not_taken_out_in_passing(at):
    driver = at(a_case(enquiries=[{"id": "e1", "bank": "q25", "question": "In my words", "ask": "r2"}]), "bank")
    press(driver, "bank.question.q25")
    assert case_of(driver).enquiries[0].question == "In my words"
    assert "You have worked on this question" in words(driver)


def test_a_part_of_the_family_nobody_asked_after_shows_what_could_be_asked(at):
    driver = at(a_case(enquiries=[]), "bank")
    press(driver, "bank.after.online")
    shown = driver.wizard.shown.beneath
    assert shown.family.value == "online"
    press(driver, next(one.objectName() for one in shown.findChildren(QAbstractButton)
                       if one.objectName().startswith("bank.group.")))  # fmt: skip
    assert "Think Family" in words(driver)


STATEMENTS = [
    {"id": "s1", "says": "He lives in the house", "bears_on": "concern.reasonable_cause"},
    {"id": "s2", "says": "Theo eats well", "bears_on": "concern.life_at_risk"},
]
HARM = {**EXAMPLE["concern"], "reasonable_cause": None}


def test_what_the_sources_say_is_entered_by_letters_and_its_answer_taken_over(at):
    driver = at(a_case(statements=STATEMENTS, concern=HARM), "triangulation")
    shown, first = driver.wizard.shown.beneath, case_of(driver).enquiries[0].id
    add = shown.findChild(QLineEdit, "adds_up.source")
    type_text(add, "What I saw")
    QTest.keyClick(add, Qt.Key.Key_Return)
    for source in (first, "What I saw"):
        button = shown.findChild(QAbstractButton, f"adds_up.s1.{source}")
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_A)
        assert QApplication.focusWidget().objectName() == f"adds_up.s1.{source}"
    assert "Two or more agree" in words(driver)
    assert "If yes: Share some of it. If no: " in words(driver)
    press(driver, "adds_up.take.s1")
    if (card := driver.window.findChild(QAbstractButton, "effect.change")) is not None and card.isVisible():
        driver.press(card)
    assert case_of(driver).concern.reasonable_cause is True
    assert "Your answer is what the sources say." in words(driver)


def test_arrows_go_from_cell_to_cell_and_a_source_in_words_can_be_taken_out(at):
    sources = [{"from": "A neighbour", "agrees": False}]
    driver = at(a_case(statements=[STATEMENTS[0], {**STATEMENTS[1], "sources": sources}]), "triangulation")
    shown = driver.wizard.shown.beneath
    cell = shown.findChild(QAbstractButton, "adds_up.s1.A neighbour")
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(cell, Qt.Key.Key_Down)
    here = QApplication.focusWidget()
    assert here.objectName() == "adds_up.s2.A neighbour"
    assert here.accessibleName() == "A neighbour, on “Theo eats well”: Contradicts"
    press(driver, "adds_up.forget.A neighbour")
    assert case_of(driver).statements[1].sources == ()


def test_what_is_due_leads_to_its_reply_and_a_sheet_is_saved_where_the_person_says(at, tmp_path, monkeypatch):
    enquiry = {"id": "e1", "ask": "r2", "question": "Who lives there?", "asked_on": "2026-01-05",
               "chase_on": "2026-01-12"}  # fmt: skip
    driver = at(a_case(enquiries=[enquiry]), "enquiries")
    assert "Ask again: it was due on 12 January 2026." in words(driver)
    path = tmp_path / "sheet.pdf"
    monkeypatch.setattr(papers_out, "ask_where", lambda *_: path)
    press(driver, "sheet.r2")
    assert path.read_bytes().startswith(b"%PDF-1.7")
    press(driver, "awaiting.e1")
    assert driver.wizard.work.page.each == "enquiry"
    assert driver.wizard.shown.form.findChild(Field, "enquiries.e1.answer") or "What did they say?" in words(driver)


def test_the_path_says_where_one_stands_and_leads_back(at):
    driver = at(a_case(), "enquiries")
    assert "Explore" in words(driver) and "Ask those who may know" in words(driver)
    press(driver, "path.alert")
    assert driver.wizard.work.page.step == "alert"
