"""A warning stands beside the answer that it is about, once, calmly, and is told to a screen reader."""

import json
from pathlib import Path

import pytest
from kit_pages import law_text

from lawfulshare.case import case_file
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import put
from lawfulshare.desktop import form_page
from lawfulshare.desktop.form_page import FormPage
from lawfulshare.desktop.noting import come_to, every_warning, notes
from lawfulshare.desktop.theme import theme
from lawfulshare.guide.doors import doors
from lawfulshare.guide.walk import walk
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.answer.grounding import SECONDARY
from lawfulshare.law.packs.pack import load
from lawfulshare.wording import wording

TOLD = doors()["share"].page("being_told")
AMOUNT = doors()["share"].page("how_much")
PEOPLE = [
    {"id": "p1", "label": "Sam", "kind": "child", "age": 7},
    {"id": "p2", "label": "Mr Reed", "kind": "adult", "part": "alleged_harmer", "told": {"status": "will_be_told"}},
]
CASE = put(CaseFile(mode="share", nation="england", decided_on="2026-11-23"), "people", PEOPLE)
DANGER = "You mean to tell somebody who may be causing the harm."


def answer(case):
    return first_answer(case, load("england").on("2026-11-23"))


@pytest.fixture
def page(qtbot, qapp, monkeypatch):
    theme.apply(qapp, "light", 1.0)
    form = FormPage(TOLD, CASE, wording(), law_text)
    form.heard = []
    monkeypatch.setattr(form_page, "say", lambda _, sentence: form.heard.append(sentence))
    qtbot.addWidget(form)
    form.show()
    return form


def field(page, path):
    page.jump_to(path)
    return page._list.fields[path]


def test_a_warning_stands_at_the_last_answer_that_it_is_about_and_at_no_other(page):
    page.show_assessment(answer(CASE))
    told = field(page, "people.p2.told.status")
    assert [text.startswith(DANGER) for text in told.notes.texts] == [True]
    assert told.notes.isVisibleTo(page)
    others = [one for path, one in page._list.fields.items() if path != told.path]
    assert [one.notes.texts for one in others if one.notes.texts] == []


def test_what_is_about_an_entry_that_is_closed_stands_above_with_its_name(page):
    page.show_assessment(answer(CASE))
    page._list.open_entry("p1")
    assert [text.split(".")[0] for text in page._above.texts] == [f"Mr Reed: {DANGER[:-1]}"]
    page._list.open_entry("p2")
    assert page._above.texts == ()


def test_a_warning_that_arises_is_announced_once_and_one_that_stood_is_not(page):
    page.show_assessment(answer(CASE))
    assert page.heard == []
    both = put(CASE, "people.p2.told.because", "raises_risk")
    for _ in range(2):
        page.show_case(both)
        page.show_assessment(answer(both))
    assert len(page.heard) == 1
    assert "give a reason why they should not be" in page.heard[0]


def test_a_screen_reader_hears_the_note_at_the_field_and_it_goes_with_its_reason(page):
    page.show_assessment(answer(CASE))
    told = field(page, "people.p2.told.status")
    assert told.accessibleDescription().startswith(DANGER)
    assert all(control.accessibleDescription().startswith(DANGER) for control in told.controls())
    calm = put(CASE, "people.p2.told.status", "not_told")
    page.show_case(calm)
    page.show_assessment(answer(calm))
    assert DANGER not in told.accessibleDescription()
    assert not told.notes.isVisibleTo(page)


def test_the_grid_has_its_warnings_above_it_and_a_page_that_asks_of_nothing_in_them_has_none():
    case = put(CASE, "decision.outcome", "SHARE")
    case = put(case, "items", [{"id": "i1", "what": "A bruise", "about": ["p1"]}])
    case = put(case, "recipients", [{"id": "r1", "label": "Duty desk", "sector": "police"}])
    case = put(case, "disclosures.i1>r1.extent", "withhold")
    found = notes(answer(case), AMOUNT, case, ())
    assert any(text.startswith("You decide to share, and hold every item back") for text in found.above)
    assert notes(None, AMOUNT, case, ()) == notes(answer(case), doors()["share"].page("keeping"), case, ())


def test_the_panel_names_whom_a_warning_is_about():
    texts = every_warning(answer(CASE).warnings, CASE)
    assert any(text.startswith(f"Mr Reed: {DANGER}") for text in texts)
    assert len(set(texts)) == len(texts)


def test_the_panel_tells_a_warning_once_its_page_has_been_come_to_and_stays_silent_on_the_age_of_the_law():
    case = CaseFile(mode="share", nation="england", decided_on="2099-01-01")
    way = walk(doors()["share"], case)
    warnings = first_answer(way.heard, load("england").on(case.decided_on)).warnings
    codes = {one.code for one in warnings}
    assert {"nothing-proposed", "law-not-looked-over"} <= codes
    told = [[one.code for one in come_to(warnings, way, page.name)] for page in way.pages]
    reached = [page.name for page in way.pages].index(way.page_of("disclosures"))
    assert all("nothing-proposed" not in here for here in told[:reached])
    assert all("nothing-proposed" in here for here in told[reached:])
    assert all("law-not-looked-over" not in here for here in told)


def test_a_warning_stays_in_the_panel_when_one_goes_back_from_the_answer_that_it_is_about():
    way = walk(doors()["share"], CASE)
    first = way.pages[0].name
    assert any(one.text.startswith(DANGER) for one in come_to(answer(CASE).warnings, way, first))


def test_how_well_the_law_is_known_that_carries_the_answer_is_told_from_the_page_on_where_one_relies_on_it():
    for path in sorted(Path(__file__).parents[1].glob("acceptance/[0-9]*.json")):
        stated = json.loads(path.read_text(encoding="utf-8"))["case"]
        case = case_file.read(json.dumps({**stated, "mode": "share"}).encode())
        way = walk(doors()["share"], case)
        secondary = [one for one in answer(way.heard).warnings if one.code == SECONDARY]
        if secondary:
            break
    told = {page.name: come_to(secondary, way, page.name) for page in way.pages}
    names = list(told)
    relied = next(page.name for page in way.pages if page.special == "legal_basis")
    assert not any(told[name] for name in names[: names.index(relied)])
    assert all(told[name] for name in names[names.index(relied) :])
