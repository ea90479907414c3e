"""Checking in the window: a folder as a table, one record with its pages, a key trusted by what is read out."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
from tampering import author, countersigned, signed

from lawfulshare.desktop.background import Background
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.verify_room import VerifyRoom
from lawfulshare.record.trusting import anchors
from lawfulshare.wording import wording


@pytest.fixture
def folder(tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.pdf").write_bytes(countersigned())
    (papers / "b.pdf").write_bytes(signed() + b"\n")
    (papers / "c.pdf").write_bytes(b"%PDF-1.7 nothing")
    (papers / "d.pdf").write_bytes(signed())
    return papers


@pytest.fixture
def room(qtbot, tmp_path):
    background = Background()
    made = VerifyRoom(wording("en"), background, tmp_path / "home")

    def wait():
        qtbot.waitUntil(lambda: not background.is_busy(), timeout=60_000)
        QApplication.processEvents()

    made.wait = wait
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    yield made
    background.close()


def told(widget):
    return " ".join(words.plain for words in widget.findChildren(Words) if words.isVisibleTo(widget))


def button(room, name):
    return room.findChild(QWidget, name)


def column(room, place):
    table = room.many.table
    return [table.item(line, place).text() for line in range(table.rowCount())]


def test_a_folder_becomes_a_table_that_is_sorted_opened_and_saved_by_the_keyboard(room, folder, tmp_path, monkeypatch):
    room.check_folder(folder)
    room.wait()
    assert column(room, 0) == ["a.pdf", "b.pdf", "c.pdf", "d.pdf"]
    assert column(room, 1) == ["Sound", "Not sound", "Not read: it is damaged or cut short", "Sound"]
    assert "4 looked at, 2 of them sound" in told(room.many)
    room.many._order.choose("unchanged")
    assert column(room, 0) == ["b.pdf", "a.pdf", "d.pdf", "c.pdf"]
    room.many._order.choose("")
    assert column(room, 0) == ["a.pdf", "b.pdf", "c.pdf", "d.pdf"]
    for ending in ("csv", "json"):
        place = tmp_path / f"table.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, place=place: (str(place), ""))
        button(room, "many.save").click()
    lines = list(csv.DictReader(io.StringIO((tmp_path / "table.csv").read_text(encoding="utf-8-sig"))))
    assert [line["sound"] for line in lines] == ["yes", "no", "", "yes"]
    assert [one["sound"] for one in json.loads((tmp_path / "table.json").read_text())] == [True, False, False, True]
    assert QApplication.focusWidget() is room.many.table
    QTest.keyClick(room.many.table, Qt.Key.Key_Down)
    QTest.keyClick(room.many.table, Qt.Key.Key_Return)
    room.wait()
    assert room.currentWidget() is room.one
    assert "bytes-after-last-signature" in told(room.one)
    QTest.keyClick(button(room, "verify.list"), Qt.Key.Key_Space)
    assert room.currentWidget() is room.many
    assert room.many.table.currentRow() == 1


def test_stopping_keeps_what_was_found_and_hears_no_more(room, folder):
    room.check_folder(folder)
    room.many.halted.emit()
    room.wait()
    count = len(room.many.papers)
    QApplication.processEvents()
    assert len(room.many.papers) == room.many.table.rowCount() == count
    assert f"Stopped. {count} looked at" in told(room.many)


def test_an_empty_folder_says_so(room, tmp_path):
    (tmp_path / "none").mkdir()
    room.check_folder(tmp_path / "none")
    room.wait()
    assert "There is no PDF in this folder." in told(room.many)


def test_the_pages_stand_beside_the_answers_where_there_is_room(room, folder):
    room.check(folder / "d.pdf")
    room.wait()
    pages, answers = room.one._pages, room.one._column
    assert pages.mapTo(room, pages.rect().topLeft()).x() >= answers.mapTo(room, answers.rect().topRight()).x()
    room.resize(700, 900)
    QApplication.processEvents()
    assert pages.mapTo(room, pages.rect().topLeft()).x() < 350


def test_a_key_is_trusted_once_twenty_characters_of_it_are_typed(room, folder, tmp_path):
    room.check(folder / "d.pdf")
    room.wait()
    for typed, answer in (("1234", "at least 20"), ("f" * 20, "not the fingerprint")):
        field = room.findChild(QLineEdit, "verify.fingerprint")
        field.setText(typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert answer in told(room.one)
        assert answer in field.accessibleDescription()
        assert QApplication.focusWidget() is field
    assert anchors(tmp_path / "home", "records") == ()
    field.setText(author().fingerprint[:24].upper())
    button(room, "verify.trust").click()
    room.wait()
    assert "You trust this key." in told(room.one)
    assert len(anchors(tmp_path / "home", "records")) == 1
    assert anchors(tmp_path / "home", "law") == ()


def test_of_two_keys_the_one_that_is_not_trusted_yet_is_asked_for(room, folder):
    room.check(folder / "a.pdf")
    room.wait()
    field = room.findChild(QLineEdit, "verify.fingerprint")
    field.setText(author().fingerprint)
    button(room, "verify.trust").click()
    room.wait()
    assert "The key of P. Osei is not met before" in told(room.one)
