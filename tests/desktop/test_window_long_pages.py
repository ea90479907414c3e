"""A long page shows its first rows at once, makes the rest while nobody waits for it, and loses none of them."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import put
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.check_page import MOST_ROWS, SLACK, CheckPage
from lawfulshare.desktop.column import Column
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.grid import Grid
from lawfulshare.desktop.kept_lines import KeptLines
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.doors import doors
from lawfulshare.guide.summary import summary
from lawfulshare.guide.walk import walk
from lawfulshare.law.packs.pack import load
from lawfulshare.wording import wording

ITEMS, RECIPIENTS = 30, 3


@pytest.fixture(scope="module")
def case():
    stated = put(CaseFile(mode="share", nation="england", decided_on="2026-11-23"), "people", [
        {"id": "p1", "label": "Sam", "kind": "child", "age": 7, "part": "subject"}])  # fmt: skip
    recipients = [{"id": f"r{n}", "label": f"Team {n}", "sector": "police"} for n in range(1, RECIPIENTS + 1)]
    items = [{"id": f"i{n}", "what": f"Item {n}", "about": ["p1"]} for n in range(1, ITEMS + 1)]
    pairs = [{"item": i["id"], "recipient": r["id"], "extent": "full"} for i in items for r in recipients]
    for path, value in (("recipients", recipients), ("items", items), ("disclosures", pairs)):
        stated = put(stated, path, value)
    return stated


@pytest.fixture
def check(qtbot, qapp, case):
    theme.apply(qapp, "light", 1.0)
    page = next(page for page in doors()["share"].pages if page.special == "check")
    way = walk(doors()["share"], case)
    shown = CheckPage(page, way, load("england").on("2026-11-23"), wording())
    shown.rows = [row for section in summary(way).sections for row in unfolded(section.rows)]
    shown.last = next(section for section in summary(way).sections if len(section.rows) > MOST_ROWS + SLACK).rows[-1]
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    return shown


@pytest.fixture
def grid(qtbot, qapp, case):
    theme.apply(qapp, "light", 1.0)
    shown = Grid(lambda _: None)
    qtbot.addWidget(shown)
    shown.resize(600, 700)
    shown.show()
    shown.show_case(case)
    return shown


def unfolded(rows):
    return rows[:MOST_ROWS] if len(rows) > MOST_ROWS + SLACK else rows


def changes(page):
    return [one.objectName().removeprefix("change.") for one in page.findChildren(QuietButton) if one.objectName()]


def test_the_first_answers_are_there_at_once_and_every_one_in_order_soon_after(check, qtbot):
    said = [row.path for row in check.rows if row.page is not None]
    first = changes(check)
    assert 0 < len(first) < len(said)
    with qtbot.waitSignal(check.making.ended, timeout=20000):
        pass
    assert changes(check) == said
    QTest.qWait(50)
    tops = [one.mapTo(check, one.rect().topLeft()).y() for one in check.findChildren(QuietButton) if one.objectName()]
    assert tops == sorted(tops)


def test_a_jump_to_an_answer_in_a_long_section_that_is_not_made_yet_makes_and_opens_it(check):
    last = check.last.path
    assert last not in changes(check)
    check.activateWindow()
    check.jump_to(last)
    assert check.findChild(QuietButton, f"change.{last}").hasFocus()


def test_no_block_cuts_its_rows_off(check, qtbot):
    check.making.finish()
    qtbot.wait(50)
    cut = [
        one.objectName() for one in check.findChildren(QuietButton)
        if one.objectName() and not one.parentWidget().parentWidget().rect().contains(one.parentWidget().geometry())
    ]  # fmt: skip
    assert cut == []


@pytest.mark.parametrize("width", [600, 1400])
def test_the_grid_makes_every_cell_in_time_and_tells_it_its_choice(grid, qtbot, width):
    grid.resize(width, 700)
    qtbot.waitUntil(lambda: len(grid._cells) == ITEMS * RECIPIENTS, timeout=20000)
    assert grid._stacked is (width == 600)
    assert {cell.button.amount for cell in grid._cells.values()} == {"send"}
    assert all("Item" in cell.button.accessibleName() for cell in grid._cells.values())


def test_the_keyboard_reaches_a_cell_that_is_not_made_yet(grid):
    assert ("i30", "r3") not in grid._cells
    grid._step(("i1", "r1"), ITEMS, RECIPIENTS)
    assert grid._cells["i30", "r3"].button is not None
    assert grid.cell_at("disclosures.i30>r3.reason") is grid._cells["i30", "r3"]
    assert grid.cell_at("disclosures.i31>r3.reason") is None


def test_an_answer_given_meanwhile_is_shown_in_the_cells_made_later(grid, qtbot, case):
    grid.show_case(put(case, "disclosures.i30>r3.extent", "withhold"))
    qtbot.waitUntil(lambda: ("i30", "r3") in grid._cells, timeout=20000)
    assert grid._cells["i30", "r3"].button.amount == "withhold"
    assert grid._cells["i30", "r2"].button.amount == "send"


def test_pieces_begun_anew_give_the_old_ones_up(qtbot, qapp):
    owner, made = QObject(), []
    making = Gradually(owner)

    def pieces(name, count):
        for number in range(count):
            made.append(f"{name}{number}")
            yield

    making.begin(pieces("a", 3), at_once=1)
    with qtbot.waitSignal(making.ended):
        making.begin(pieces("b", 3), at_once=1)
        assert made == ["a0", "b0"]
    QApplication.processEvents()
    assert made == ["a0", "b0", "b1", "b2"]


def test_what_is_made_at_once_is_whole_at_once(qapp):
    owner, made = QObject(), []
    making = Gradually(owner)
    making.begin(iter(made.append, None), at_once=0)
    making.begin((made.append(number) for number in range(2)), at_once=5)
    assert made == [0, 1]
    making.finish()
    assert made == [0, 1]


def test_lines_that_were_made_before_anybody_saw_them_have_their_room_once_they_are_seen(qtbot, qapp):
    theme.apply(qapp, "light", 1.0)
    column, kept = Column(), KeptLines()
    qtbot.addWidget(column)
    column.add(kept)
    column.end()
    line = Words("Nothing yet. It follows your answers.", "small")
    kept.show_lines([("one", lambda: line)])
    column.resize(300, 400)
    column.show()
    qtbot.waitUntil(lambda: line.height() >= line.heightForWidth(line.width()) > 0)
