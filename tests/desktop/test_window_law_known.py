"""The window says until when the law was looked over, what was set aside, and whom to ring here."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.home import Settings
from lawfulshare.desk.writing_out import Offered
from lawfulshare.desktop.about import About
from lawfulshare.desktop.after_page import AfterPage
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.law_notices import law_notices
from lawfulshare.desktop.law_room import LawRoom
from lawfulshare.desktop.start import StartWindow
from lawfulshare.faults import Fault
from lawfulshare.law.packs.overlay import read_overlay
from lawfulshare.law.packs.pack import load
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.wording import wording

WORDS = wording("en")
UNTIL = load("england").nation.looked_over_until


def said(widget):
    return "\n".join(label.plain for label in widget.findChildren(Words) if not label.isHidden())


@pytest.mark.parametrize(("day", "told"), [(UNTIL, False), ("2099-01-01", True)])
def test_the_start_window_says_so_after_the_day_until_which_the_law_was_looked_over(qtbot, day, told):
    start = StartWindow(WORDS)
    qtbot.addWidget(start)
    notices = law_notices(load("england").on(day), Shelf(), WORDS)
    start.show_notices(notices)
    start.show()
    assert bool(notices) is told
    assert ("was last looked over for days up to" in said(start)) is told
    assert start._notice.isVisible() is told


def test_what_was_set_aside_is_said_too(qtbot):
    shelf = Shelf(troubles=(Fault("sealed file", "law/abc was damaged", "Install it again."),))
    assert law_notices(None, shelf, WORDS) == ("sealed file: law/abc was damaged. Install it again.",)


def test_the_page_about_the_program_says_it_with_the_overlay(qtbot):
    overlay = read_overlay(
        {"overlay": "northmoor", "organisation": "Northmoor Council", "nation": "england", "version": "2026.11.1"}
    )
    law = Shelf(overlays=[overlay], in_use={"england": overlay.sha256}).on("england", "2099-01-01")
    about = About(Settings(), law, WORDS)
    qtbot.addWidget(about)
    assert "With the overlay of Northmoor Council, version 2026.11.1" in said(about)
    assert "was last looked over for days up to" in said(about)
    plain = About(Settings(), load("england").on(UNTIL), WORDS)
    qtbot.addWidget(plain)
    assert "overlay" not in said(plain)
    assert "was last looked over" not in said(plain)


@pytest.mark.parametrize(("day", "told"), [(UNTIL, False), ("2099-01-01", True)])
def test_the_law_room_says_it_too(qtbot, day, told):
    room = LawRoom(load("england").on(day), WORDS, back="Back")
    qtbot.addWidget(room)
    assert ("was last looked over for days up to" in said(room)) is told


def test_after_signing_one_is_told_whom_to_ring_here_and_where_to_turn_next(qtbot):
    here = ["Front door: 0300 123 4567", "1. Ask for the team manager."]
    page = AfterPage("LS-2026-000001", "Signed today", CaseFile(mode="share"), wording(), here=here)
    qtbot.addWidget(page)
    assert all(line in said(page) for line in here)
    assert "0300" not in said(AfterPage("LS-2026-000001", "Signed today", CaseFile(mode="share"), wording()))


def test_after_signing_each_paper_can_be_saved_and_one_is_told_to_read_it_first(qtbot):
    papers = (Offered("schedule", "r1", "Front door"), Offered("not-sharing", "", ""))
    page = AfterPage("LS-2026-000001", "Signed today", CaseFile(mode="share"), wording(), written=papers)
    qtbot.addWidget(page)
    assert "What goes to Front door" in said(page) and "Read it before it leaves" in said(page)
    button = page.findChild(QAbstractButton, "after.paper.schedule.r1")
    assert button.accessibleName() == "Save: What goes to Front door"
    with qtbot.waitSignal(page.paper_pressed, check_params_cb=lambda paper: paper == papers[0]):
        button.click()
