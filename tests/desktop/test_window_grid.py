"""The grid says of each item what it is and what to look at; below it stands what each recipient gets."""

import pytest
from kit_pages import ASSESSMENT, CASE, GRID, law_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from lawfulshare.case.paths import put
from lawfulshare.desktop.cell import Cell
from lawfulshare.desktop.form_page import FormPage
from lawfulshare.desktop.gradually import Gradually
from lawfulshare.desktop.item_head import ItemHead
from lawfulshare.desktop.leaving import Leaving
from lawfulshare.desktop.legal_basis import LegalBasisPage
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.doors import doors
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.packs.pack import load
from lawfulshare.wording import wording


def words_in(where):
    return [label.plain for label in where.findChildren(QLabel) if hasattr(label, "plain")]


@pytest.fixture
def grid_of(qtbot, qapp):
    def make(case=CASE):
        theme.apply(qapp, "light", 1.0)
        form = FormPage(GRID, case, wording(), law_text)
        qtbot.addWidget(form)
        form.show_assessment(ASSESSMENT)
        form.resize(1100, 900)
        form.show()
        for making in form.findChildren(Gradually):
            making.finish()
        return form

    return make


def test_each_item_says_what_it_is_whose_it_is_and_what_to_look_at(grid_of):
    heads = [words_in(head) for head in grid_of().findChildren(ItemHead)]
    partner = next(head for head in heads if any("man who has moved in" in text for text in head))
    assert "Fact" in partner
    assert any("Also about Theo's mother, Her new partner" in text for text in partner)
    address = next(head for head in heads if any("Name, birth date" in text for text in head))
    assert any("contact details" in text for text in address)


def test_another_adults_information_is_asked_after_by_name(grid_of):
    case = put(put(CASE, "disclosures.i4>r1.extent", "full"), "disclosures.i4>r1.reason", None)
    form = grid_of(case)
    cell = next(one for one in form.findChildren(Cell) if one.path == "disclosures.i4>r1")
    assert cell._why.text() == "Say why they need this about Theo's mother"
    cell.toggle()
    assert cell.fields[0].question.text == "Do they need to know this about Theo's mother?"


def test_what_each_recipient_gets_follows_the_choice(grid_of):
    form, said = grid_of(), []
    form.said.connect(lambda path, value: said.append((path, value)))
    leaving = form.findChild(Leaving)
    before = words_in(leaving)
    assert "What Children's services front door gets" in before
    assert not any("mood scores" in text for text in before)
    cell = next(one for one in form.findChildren(Cell) if one.path == "disclosures.i4>r1")
    cell.button.setFocus()
    QTest.keyClick(cell.button, Qt.Key.Key_U)
    assert said == [("disclosures.i4>r1.extent", "summary")]
    form.show_case(put(CASE, *said[0]))
    after = words_in(leaving)
    assert any("mood scores" in text for text in after)
    assert "A summary, still to be written" in after
    form.show_case(put(put(CASE, *said[0]), "disclosures.i4>r1.goes_as", "Her mood was low last year"))
    assert "Her mood was low last year" in words_in(leaving)
    form.show_case(put(CASE, "disclosures.i4>r1.extent", None))
    assert "Not decided yet: 1" in words_in(leaving)


def test_the_legal_basis_tells_each_other_adult_with_law_need_and_a_way_there(qtbot, qapp):
    theme.apply(qapp, "light", 1.0)
    law = load("england").on(CASE.decided_on)
    page = LegalBasisPage(doors()["share"].page("legal_basis"), CASE, law, wording())
    qtbot.addWidget(page)
    page.show_assessment(first_answer(CASE, law))
    page.show()
    told = words_in(page)
    says = told[told.index("About Theo's mother, Her new partner") + 1]
    assert "to Children's services front door." in says
    assert "Law: " in says
    assert "They need it." in says
    assert "Your reason: A new adult in the home" in says
    button = next(one for one in page.findChildren(QAbstractButton, "adult.i2>r1"))
    with qtbot.waitSignal(page.go_pressed) as gone:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert gone.args == ["disclosures.i2>r1.necessary"]
