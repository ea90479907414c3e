"""The family page by the keyboard: ties are said, the map and its table follow, whoever is missing is added."""

import json

import pytest
from kit_pages import law_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from lawfulshare.case import case_file
from lawfulshare.case.paths import put
from lawfulshare.desktop.asked_after import AskedAfter
from lawfulshare.desktop.family_view import FamilyView
from lawfulshare.desktop.form_page import FormPage
from lawfulshare.desktop.relations import Relations
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.doors import doors
from lawfulshare.wording import wording

CASE = case_file.read(
    json.dumps(
        {
            "format": case_file.FORMAT,
            "people": [
                {"id": "p1", "label": "Theo", "kind": "child", "age": 2, "part": "subject"},
                {"id": "p2", "label": "Ana", "kind": "adult", "part": "parent"},
            ],
            "concern": {"about": ["p1"]},
        }
    ).encode()
)


@pytest.fixture
def form_of(qtbot, qapp):
    def make(page, case=CASE, scale=1.0, width=980):
        theme.apply(qapp, "light", scale)
        form = FormPage(doors()["share"].page(page), case, wording(), law_text)
        qtbot.addWidget(form)
        form.resize(width, 800)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        return form

    yield make
    theme.apply(qapp, "light", 1.0)


def test_a_tie_is_said_by_the_keyboard_and_the_table_tells_it(form_of):
    form, said = form_of("household"), []
    form.said.connect(lambda path, value: said.append((path, value)))
    form.jump_to("people.p2.relationships")
    field = form.findChild(Relations)
    field.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "mother")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "They live together")
    field.flush()
    assert said[-1] == ("people.p2.relationships", ({"to": "p1", "is": "mother", "contact": "lives_with"},))
    case = put(CASE, "people.p2.relationships", list(said[-1][1]))
    form.show_case(case)
    table = form.findChild(FamilyView).table
    assert "Mother to Theo: live together" in table.item(1, 1).text()
    field.rows["p1"][0].controls()[0].clear()
    field.rows["p1"][0].flush()
    assert said[-1][1] == ({"to": "p1", "contact": "lives_with"},)


def test_the_table_is_a_table_for_a_screen_reader_and_lets_tab_go_on(form_of):
    form = form_of("household")
    table = form.findChild(FamilyView).table
    told = QAccessible.queryAccessibleInterface(table)
    assert told.role() == QAccessible.Role.Table
    read = [told.child(place).text(QAccessible.Text.Name) for place in range(told.childCount())]
    assert any(cell.startswith("Theo\nChild, 2") for cell in read)
    assert "To the others" in read
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert any(path.startswith("people.p2.") for path in form._list.fields)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not table


def test_a_prompt_adds_somebody_or_takes_it_that_there_is_nobody(form_of):
    form, said, named = form_of("whos_missing"), [], []
    form.said.connect(lambda path, value: said.append((path, value)))
    form.missing_named.connect(named.append)
    field = form.findChild(AskedAfter)
    field.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert named == [str(field._offered[0].value)]
    field.nobody["siblings"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert said == [("family_considered", ("siblings",))]
    form.show_case(put(CASE, "family_considered", ["siblings"]))
    assert any(label.text().count("You asked, and there is nobody") for label in field.findChildren(QLabel))
    assert QApplication.focusWidget() is field.nobody["siblings"]
    QTest.keyClick(field.nobody["siblings"], Qt.Key.Key_Space)
    assert said[-1] == ("family_considered", ())


@pytest.mark.parametrize(("scale", "width"), [(1.0, 980), (2.0, 1100), (4.0, 1280)])
def test_map_and_table_fit_the_page_at_any_size_of_text(form_of, scale, width):
    form = form_of("household", scale=scale, width=width)
    QTest.qWait(50)
    view = form.findChild(FamilyView)
    assert form.column.content.width() <= form.column.viewport().width()
    assert view.picture.width() <= view.width()
    assert view.table.width() <= view.width()
    plan = view.picture._plan
    assert plan.width * theme.scale <= view.picture.width()
