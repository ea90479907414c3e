"""The room for supervisors, driven by the keyboard: a folder is checked, one record is given back, another agreed."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "record"))
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from sealed import somebody
from test_real_records import CASES
from window_drive import opened

from lawfulshare.desktop.compare_sheet import CompareSheet
from lawfulshare.desktop.dialogs import close_everything_on_top
from lawfulshare.desktop.driving import type_text
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.review_room import ReviewRoom
from lawfulshare.desktop.reviewing import Reviewing
from lawfulshare.desktop.what_if_sheet import WhatIf
from lawfulshare.desktop.wizard import Wizard
from lawfulshare.law.packs.pack import load
from lawfulshare.record.making import make
from lawfulshare.record.review_sheet import Comment, read
from lawfulshare.record.reviewing import review
from lawfulshare.record.revisions import examine
from lawfulshare.wording import wording

WORDS = wording("en")


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """Two records of another author, and files that are none."""
    folder = tmp_path_factory.mktemp("sent")
    from made import CLOSED_AT

    author = somebody("R. Adeyemi")
    for number, name in enumerate(("limited", "not now")):
        case = CASES[name]
        law = load("england").on(case.decided_on)
        pdf = make(case, law, author, number=f"LS-2026-00000{number}", closed_at=CLOSED_AT + timedelta(hours=number),
                   words=WORDS)  # fmt: skip
        (folder / f"{number}.pdf").write_bytes(pdf)
    (folder / "changed.pdf").write_bytes((folder / "0.pdf").read_bytes() + b"%more\n")
    (folder / "notes.pdf").write_bytes(b"hello")
    return folder


@pytest.fixture(scope="module")
def driver(tmp_path_factory):
    driven = opened(tmp_path_factory.mktemp("home"), CASES["limited"])
    yield driven
    driven.window.close()


def reviewing(driver) -> Reviewing:
    return driver.window.findChildren(Reviewing)[-1]


def enter_room(driver, sent=None) -> Reviewing:
    driver.rooms.to_start()
    driver.window.start.focus_first()
    QTest.keyClick(driver.window.start.doors["urgent"], Qt.Key.Key_5)
    driver.wait(lambda: isinstance(driver.window.room(), ReviewRoom))
    desk = reviewing(driver)
    if sent is not None:
        desk.room.given.emit((sent,))
    driver.wait(lambda: not driver.window.background.is_busy())
    return desk


def listed(desk):
    return [desk.room.list.item(place).text() for place in range(desk.room.list.count())]


def go_to(driver, desk, starts):
    """Go down the list with the arrow key until a row begins so."""
    desk.room.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(desk.room.list, Qt.Key.Key_Home)
    for _ in range(desk.room.list.count()):
        if desk.room.list.currentItem().text().startswith(starts):
            break
        QTest.keyClick(desk.room.list, Qt.Key.Key_Down)
    driver.wait(lambda: not driver.window.background.is_busy())
    assert desk.room.list.currentItem().text().startswith(starts)
    return desk.page


def named(desk, name) -> QAbstractButton:
    return next(one for one in desk.page.findChildren(QAbstractButton, name) if one.isVisibleTo(desk.page))


def said(widget: QWidget) -> str:
    return "\n".join(words.plain for words in widget.findChildren(Words) if words.isVisibleTo(widget))


def test_each_paper_of_a_folder_is_listed_without_names_and_a_bad_one_stops_none(driver, sent):
    desk = enter_room(driver, sent)
    told = listed(desk)
    assert len(told) == 4
    assert sum("Sound" in line for line in told) == 2
    assert sum("Not sound" in line or "Cannot be read" in line for line in told) == 2
    assert not any(name in line for line in told for name in ("Theo", "Adeyemi"))
    assert "Share some of it" in "".join(told)


def test_an_unsound_record_says_why_and_offers_no_verdict(driver, sent):
    desk = enter_room(driver, sent)
    desk.room.order.choose("unsound")
    page = go_to(driver, desk, "LS-2026-000000. Not sound")
    assert page.verdict is None
    assert "The file is not as it was signed." in said(page)
    assert "because it is not sound" in said(page)


def test_a_record_is_read_compared_and_replayed_with_one_fact_changed(driver, sent):
    desk = enter_room(driver, sent)
    page = go_to(driver, desk, "LS-2026-000000. Sound")
    assert CASES["limited"].decision.rationale in said(page)
    driver.press(named(desk, "review.read"))
    driver.wait(lambda: not driver.window.background.is_busy())
    assert page.pages_shown()
    driver.press(named(desk, "review.compare"))
    (sheet,) = driver.window.findChildren(CompareSheet)
    assert sheet.table.rowCount() > 0
    assert sheet.table.horizontalHeaderItem(2).text() == "LS-2026-000001"
    close_everything_on_top()
    before = page.entry.record.case
    driver.press(named(desk, "review.what_if"))
    (what_if,) = driver.window.findChildren(WhatIf)
    what_if.show_if({"concern.life_at_risk": True})
    assert "Urgent" in what_if.told
    close_everything_on_top()
    assert page.entry.record.case is before


def test_giving_back_without_a_comment_is_refused_and_said(driver, sent):
    desk = enter_room(driver, sent)
    page = go_to(driver, desk, "LS-2026-000001. Sound")
    driver.press(named(desk, "verdict.return"))
    driver.wait(lambda: not driver.window.background.is_busy())
    assert "no comment says what is to be mended" in said(page)
    assert not (sent / "1-review.pdf").exists()


def test_a_comment_survives_leaving_and_a_record_is_given_back_with_it(driver, sent):
    desk = enter_room(driver, sent)
    page = go_to(driver, desk, "LS-2026-000001. Sound")
    driver.press(named(desk, "review.to_verdict"))
    comments = page.comments
    comments.place.setCurrentIndex(comments.place.findData("decision.rationale"))
    type_text(comments.text, "Say what she was told.")
    driver.press(comments.add)
    desk = enter_room(driver, sent)
    page = go_to(driver, desk, "LS-2026-000001. Sound")
    assert [comment.at for comment in page.comments.comments] == ["decision.rationale"]
    type_text(page.comments.text, "And by whom.")
    driver.press(named(desk, "verdict.return"))
    driver.wait(lambda: (sent / "1-review.pdf").exists() and not driver.window.background.is_busy())
    found = read((sent / "1-review.pdf").read_bytes())
    assert (found.verdict, [comment.text for comment in found.comments]) == (
        "return", ["Say what she was told.", "And by whom."],
    )  # fmt: skip
    assert desk.page.done.isVisibleTo(desk.page)
    assert "Returned" in said(desk.page)
    assert desk.page.comments.comments == ()


def test_a_record_is_countersigned_by_the_keyboard_and_the_copy_takes_its_place(driver, sent):
    desk = enter_room(driver, sent)
    go_to(driver, desk, "LS-2026-000000. Sound")
    before = (sent / "0.pdf").read_bytes()
    driver.press(named(desk, "verdict.agree"))
    driver.wait(lambda: (sent / "0-countersigned.pdf").exists() and not driver.window.background.is_busy())
    assert (sent / "0.pdf").read_bytes() == before
    seals = examine((sent / "0-countersigned.pdf").read_bytes()).seals
    assert [seal.part for seal in seals] == ["author", "supervisor"]
    assert any("Agreed, round 1" in line for line in listed(desk))
    assert desk.page.verdict is None


def test_what_one_signed_is_given_back_mended_and_signed_anew(driver, tmp_path):
    from made import CLOSED_AT

    own = driver.rooms.desk
    work = own.begin("share")
    work.change(lambda _: CASES["limited"])
    signed = own.sign_off(work, own.unlock(own.identities()[0]))
    at = own.clock.now()
    comments = (Comment(at="decision.rationale", text="Say why the school needs it."),)
    supervisor = somebody("P. Osei", at=max(at, CLOSED_AT))
    back = review(signed.pdf, supervisor, "return", comments, number="LS-1", at=at, words=WORDS)
    (tmp_path / "back.pdf").write_bytes(back.sheet)
    desk = enter_room(driver, tmp_path)
    page = go_to(driver, desk, signed.number)
    assert page.verdict is None, "nobody reviews their own record"
    assert any(line.startswith(signed.number) and "Returned" in line for line in listed(desk))
    cites = desk.entries[str(tmp_path / "back.pdf")].told.questions.cites
    assert cites.answer == "yes", "the record is at hand: it is kept here"
    desk.add_sheet(signed.number, tmp_path / "back.pdf")
    driver.wait(lambda: not driver.window.background.is_busy())
    assert "is kept with record" in said(desk.page)
    assert "Say why the school needs it." in said(desk.page)
    driver.press(named(desk, "review.amend"))
    driver.wait(lambda: isinstance(driver.window.room(), Wizard))
    assert driver.case.work.case.linked_to == signed.number
    assert "Say why the school needs it." in said(driver.window.room())
    again = own.sign_off(driver.case.work, own.unlock(own.identities()[0]))
    from lawfulshare.record.twin import read as read_record

    assert (read_record(again.pdf).amends, read_record(again.pdf).round) == (signed.sha256, 2)


def test_a_review_sheet_that_is_to_be_checked_is_shown_in_the_room(driver, sent):
    driver.rooms.show_verify()
    driver.window.room().look(sent / "1-review.pdf")
    driver.wait(lambda: not driver.window.background.is_busy())
    assert any("Review sheet: Returned" in line for line in listed(reviewing(driver)))


def test_every_control_of_the_room_has_a_name_and_a_role(driver, sent):
    desk = enter_room(driver, sent)
    go_to(driver, desk, "LS-2026-000001. Sound")
    for widget in desk.room.findChildren(QWidget):
        if widget.isVisibleTo(desk.room) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            assert told.text(QAccessible.Text.Name), widget
            assert told.role() != QAccessible.Role.NoRole
