"""Answering somebody who asks, by the keyboard: the file that it came as, the letters back."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import pypdfium2
import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPlainTextEdit
from window_drive import ACCEPTANCE, DECIDED, decided, opened

from lawfulshare.case.case_file import read
from lawfulshare.desk.casework import Casework
from lawfulshare.desktop import letter_sheet
from lawfulshare.desktop.again_sheet import AgainSheet
from lawfulshare.desktop.driving import type_text
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.letter_sheet import LetterSheet
from lawfulshare.desktop.resume_card import ResumeCard

CASE = json.loads((ACCEPTANCE / "31-section-47-cited-to-a-school.json").read_text(encoding="utf-8"))["case"]


def a_case(**request):
    return read(json.dumps({**CASE, "request": {**CASE["request"], **request}}).encode())


@pytest.fixture
def at(tmp_path, qtbot, monkeypatch):
    """Open a case at a page."""
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, a_case())

    def go(case, special):
        desk = driver.rooms.desk
        work = Casework.take(desk.drafts, case, desk.clock, desk.shelf)
        driver.window.start.draft_resumed.emit(work.case_id)
        driver.wait(lambda: driver.rooms.case is not None)
        driver.wizard.go_page(next(page.name for page in work.walk.pages if page.special == special))
        driver.wait(lambda: not driver.window.background.is_busy())
        return driver

    yield go
    driver.window.close()


def press(driver, name, where=None):
    driver.press((where or driver.wizard.shown).findChild(QAbstractButton, name))


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as paper:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in paper).split())


def test_the_file_that_a_request_came_as_is_kept_by_its_digest_and_checked_again(at, tmp_path, monkeypatch):
    driver = at(a_case(), "request")
    letter, other = tmp_path / "Request.pdf", tmp_path / "notes.zip"
    letter.write_bytes(b"Please send all that you hold")
    other.write_bytes(b"x")
    chosen = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen[-1]), ""))
    field = driver.wizard.shown.form._field_at("request.attachments")
    chosen.append(other)
    press(driver, "attach.request.attachments")
    assert "no letter, email or picture" in field.accessibleDescription()
    chosen.append(letter)
    press(driver, "attach.request.attachments")
    (kept,) = driver.wizard.work.case.request.attachments
    assert (kept.name, kept.size) == ("Request.pdf", 29)
    assert "no letter" not in field.accessibleDescription()
    press(driver, f"check.{kept.sha256[:8]}")
    assert field._told.plain == "Request.pdf is the same file, to the last byte."
    letter.write_bytes(b"Please send all that you told")
    press(driver, f"check.{kept.sha256[:8]}")
    assert "is another file" in field._told.plain
    press(driver, f"take_out.{kept.sha256[:8]}")
    assert driver.wizard.work.case.request.attachments is None
    assert b"Please send" not in b"".join(path.read_bytes() for path in tmp_path.rglob("vault*") if path.is_file())


def test_from_the_start_window_to_a_saved_letter_that_asks_back(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    case, path = a_case(scope_clear=False), tmp_path / "letter.pdf"
    driver = opened(tmp_path, case)
    driver.take_door("respond")
    driver.walk(case, until=lambda wizard: wizard.work.page.special == "request")
    driver.answer_page(case)
    monkeypatch.setattr(letter_sheet, "ask_where", lambda *_: path)
    press(driver, "letter.clarify")
    sheet = driver.window.findChild(LetterSheet)
    text = sheet.findChild(QPlainTextEdit)
    drafted = text.toPlainText()
    assert "Children Act 1989 section 47" in drafted and "Pupil" not in drafted
    type_text(text, f"{drafted}\n\n[Say more here]")
    press(driver, "sheet.deed", sheet)
    assert "“[Say more here]” is still to be written" in text.accessibleDescription()
    assert not path.exists()
    type_text(text, f"{drafted}\n\nRing me on Friday.")
    press(driver, "sheet.deed", sheet)
    assert "Ring me on Friday." in words_of(path)
    sheet.reject()
    assert driver.window.focusWidget().objectName() == "letter.clarify"
    assert driver.wizard.work.case.request.letters.clarify.endswith("Ring me on Friday.")
    driver.wizard.undo()
    assert driver.wizard.work.page.special == "request"
    driver.window.close()


def test_once_it_is_signed_the_answer_is_saved_and_when_they_write_again_it_is_taken_up(at, tmp_path, monkeypatch):
    case = decided("31-section-47-cited-to-a-school", "URGENT", ("art6-1-e-public-task",))
    driver = at(case, "sign")
    driver.sign()
    after, path = driver.case.after, tmp_path / "answer.pdf"
    monkeypatch.setattr(letter_sheet, "ask_where", lambda *_: path)
    press(driver, "letter.reply", after)
    press(driver, "sheet.deed", driver.window.findChild(LetterSheet))
    said = words_of(path)
    assert "Dates and descriptions of three injuries" in said and DECIDED["rationale"] not in said
    driver.window.findChild(LetterSheet).reject()
    number = driver.case.signed.number
    press(driver, "after.again", after)
    driver.wait(lambda: driver.wizard.work.case.reopens == number)
    work = driver.wizard.work
    assert work.case.decision is None and work.case.items == case.items
    assert work.page.special == "request" and "request.text" not in work.stale
    told = driver.window.findChild(ResumeCard).accessibleDescription()
    assert number in told and "The law and its answer are the same as then." in told
    driver.press(driver.window.findChild(ResumeCard).button)
    driver.wizard._say("request.purpose", "A child protection conference on Friday")
    driver.wait(lambda: work.taken_up is not None)
    driver.wizard.go_page(next(page.name for page in work.walk.pages if page.special == "check"))
    driver.wizard.shown.making.finish()
    shown = " ".join(one.plain for one in driver.wizard.shown.findChildren(Words))
    assert f"Another now than in record {number}" in shown
    assert "A child protection conference on Friday (then: Not known" in shown
    driver.rooms.to_start()
    driver.press(driver.window.start.findChild(QAbstractButton, "start.again"))
    sheet = driver.window.findChild(AgainSheet)
    sheet.which._tell(number)
    press(driver, "sheet.deed", sheet)
    driver.wait(lambda: driver.wizard.work.case_id == work.case_id)
