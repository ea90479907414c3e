"""Each kind of question is answered by the keyboard alone, and says what was meant."""

import pytest
from kit_pages import ALONE, ASSESSMENT, CASE, EMPTY, EVERY_KIND, GRID, PEOPLE, law_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lawfulshare.case.paths import put
from lawfulshare.desktop.cell import law_line
from lawfulshare.desktop.days import read_day
from lawfulshare.desktop.form_page import FormPage
from lawfulshare.desktop.theme import theme
from lawfulshare.faults import Fault
from lawfulshare.wording import wording


@pytest.fixture
def ask(qtbot, qapp):
    def make(page, case):
        theme.apply(qapp, "light", 1.0)
        form = FormPage(page, case, wording(), law_text)
        qtbot.addWidget(form)
        form.show_assessment(ASSESSMENT)
        form.resize(1000, 800)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        form.heard = []
        form.said.connect(lambda path, value: form.heard.append((path, value)))
        return form

    return make


def press(*keys):
    for key in keys:
        at = QApplication.focusWidget()
        QTest.keyClick(at, key) if isinstance(key, Qt.Key) else QTest.keyClicks(at, key)


def test_coming_to_a_question_answers_nothing_and_space_answers_it(ask):
    form = ask(ALONE, EMPTY)
    form.focus_first()
    assert form.heard == []
    press(Qt.Key.Key_Space)
    assert form.heard == [("concern.reasonable_cause", True)]
    press(Qt.Key.Key_Down)
    QTest.qWait(20)
    assert form.heard[-1] == ("concern.reasonable_cause", False)


def test_a_question_can_be_left_open_and_is_then_not_answered(ask, qtbot):
    form = ask(ALONE, CASE)
    field = form._fields["concern.reasonable_cause"]
    assert field.controls()[0].isChecked()
    with qtbot.waitSignal(form.left_open) as told:
        field._leave_open()
    assert told.args == ["concern.reasonable_cause"]
    assert form.heard == [("concern.reasonable_cause", None)]
    assert not any(tile.isChecked() for tile in field.controls())


def test_short_answers_stand_in_a_row_with_not_known_among_them(ask):
    form = ask(EVERY_KIND, EMPTY)
    field = form._fields["concern.life_at_risk"]
    assert [button.text() for button in field.controls()] == ["Yes", "No", "Not known"]
    field.focus_first()
    press(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right)
    QTest.qWait(20)
    assert [value for _, value in form.heard] == [True, False, None]


def test_ticking_none_is_an_answer_and_no_tick_is_none(ask):
    form = ask(EVERY_KIND, EMPTY)
    field = form._fields["concern.kinds"]
    field.focus_first()
    press(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert [value for _, value in form.heard] == [("neglect",), ("neglect", "bullying"), (), None]


def test_people_of_the_case_are_offered_by_their_names(ask):
    form = ask(EVERY_KIND, CASE)
    texts = [tile.text() for tile in form._fields["concern.about"].controls()]
    assert texts == ["Theo", "Theo's mother", "Her new partner", "Nobody"]


@pytest.mark.parametrize(
    ("fact", "typed", "meant"),
    [
        ("decision_maker.name", "J. Malik ", "J. Malik"),
        ("decision.rationale", "Because I saw it", "Because I saw it"),
        ("person_count", "14", 14),
        ("review.on", "7 December 2026", "2026-12-07"),
        ("organisation.sector", "The police", "police"),
    ],
)
def test_what_is_typed_is_told_when_the_field_is_left(ask, fact, typed, meant):
    form = ask(EVERY_KIND, EMPTY)
    form._fields[fact].focus_first()
    press(typed, Qt.Key.Key_Tab)
    QApplication.focusWidget()
    form.flush()
    assert (fact, meant) in form.heard


def test_lines_are_told_apart(ask):
    form = ask(EVERY_KIND, EMPTY)
    form._fields["request.order_limits"].focus_first()
    press("names", Qt.Key.Key_Return, "addresses")
    form.flush()
    assert form.heard == [("request.order_limits", ("names", "addresses"))]


@pytest.mark.parametrize(
    ("fact", "typed"), [("person_count", "a few"), ("review.on", "31 2 2026"), ("organisation.sector", "zzz")]
)
def test_what_cannot_be_read_is_said_above_the_field_and_told_to_nobody(ask, fact, typed):
    form = ask(EVERY_KIND, EMPTY)
    field = form._fields[fact]
    field.focus_first()
    press(typed, Qt.Key.Key_Tab)
    form.flush()
    assert form.heard == []
    assert field._error.isVisible()
    assert field._error.plain in field.controls()[0].accessibleDescription()


@pytest.mark.parametrize(
    "written", ["23 11 2026", "23/11/2026", "23 November 2026", "Monday 23rd Nov 2026", "2026-11-23"]
)
def test_a_day_is_read_in_any_usual_writing(written):
    assert read_day(written) == "2026-11-23"


def test_errors_stand_in_a_summary_that_has_the_focus_and_leads_to_the_field(ask):
    form = ask(EVERY_KIND, EMPTY)
    form.complain(
        [
            Fault("decision.rationale", "Give your reasons", "A stranger reads them."),
            Fault("review.on", "Choose a day", ""),
        ]
    )
    assert form.summary.hasFocus()
    assert form.summary.accessibleName() == "Two things stand between you and the next page"
    field = form._fields["decision.rationale"]
    assert "Give your reasons" in field.controls()[0].accessibleDescription()
    form.summary.jump.emit("decision.rationale")
    assert field.controls()[0].hasFocus()
    form.complain([])
    assert not form.summary.isVisible()
    assert "Give" not in field.controls()[0].accessibleDescription()


def test_questions_that_are_not_put_are_not_shown(ask):
    form = ask(EVERY_KIND, EMPTY)
    form.show_case(EMPTY, {"review.on"})
    assert [path for path, field in form._fields.items() if field.isVisible()] == ["review.on"]


def test_an_entry_is_added_opened_and_edited_by_the_keyboard(ask, qtbot):
    form = ask(PEOPLE, EMPTY)
    form.focus_first()
    with qtbot.waitSignal(form.added) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["person"]
    form.show_case(put(EMPTY, "people.p1.part", "subject"))
    assert "people.p1.label" in form._list.fields
    press("Baby")
    form.flush()
    assert form.heard == [("people.p1.label", "Baby")]


def test_one_entry_is_open_at_a_time_and_its_errors_open_it(ask):
    form = ask(PEOPLE, CASE)
    form._list.open_entry("p1")
    form._list.open_entry("p2")
    assert all(path.startswith("people.p2.") for path in form._list.fields)
    form.complain([Fault("people.p3.age", "Say how old they are", "")])
    form.jump_to("people.p3.age")
    assert form._list.fields["people.p3.age"].controls()[0].hasFocus()


def test_removing_asks_inside_the_card_and_names_what_goes_with_it(ask, qtbot):
    form = ask(PEOPLE, CASE)
    card = form._list._cards["p2"]
    card.ask()
    assert "other answers" in card.goes_with
    with qtbot.waitSignal(form.removed) as told:
        card.remove.emit("p2")
    assert told.args == ["person", "p2"]


def test_entries_are_moved_up_and_down(ask, qtbot):
    form = ask(PEOPLE, CASE)
    with qtbot.waitSignal(form.moved) as told:
        form._list._cards["p2"]._up.click()
    assert told.args == ["person", "p2", -1]
    people = CASE.people
    form.show_case(CASE.model_copy(update={"people": (people[1], people[0], people[2])}))
    assert list(form._list._cards) == ["p2", "p1", "p3"]


def test_a_cell_takes_letters_and_arrows_and_says_the_whole_sentence(ask):
    form = ask(GRID, CASE)
    form.focus_first()
    press("w")
    assert form.heard == [("disclosures.i1>r1.extent", "withhold")]
    press(Qt.Key.Key_Right, "u")
    assert form.heard[-1] == ("disclosures.i1>r2.extent", "summary")
    name = form._grid._cells["i1", "r2"].button.accessibleName()
    assert "you withhold" in name
    assert "The law agrees: withhold. It can be answered without it." in name


def test_a_cell_opens_for_need_and_reason(ask):
    form = ask(GRID, CASE)
    cell = form._grid._cells["i4", "r1"]
    cell.toggle()
    need, why = cell.fields
    assert need.value is False
    why.focus_first()
    press("x")
    why.flush()
    assert form.heard[-1][0] == "disclosures.i4>r1.reason"


def test_a_summary_is_asked_for_its_words_and_what_goes_whole_is_not(ask):
    case = put(CASE, "disclosures.i1>r1.extent", "summary")
    form = ask(GRID, case)
    cell = form._grid._cells["i1", "r1"]
    cell.toggle()
    assert [field.path.rpartition(".")[2] for field in cell.fields] == ["necessary", "reason", "goes_as"]
    cell.fields[2].focus_first()
    press("x")
    cell.fields[2].flush()
    assert form.heard[-1][0] == "disclosures.i1>r1.goes_as"
    whole = form._grid._cells["i3", "r1"]
    whole.toggle()
    assert len(whole.fields) == 2


def test_the_grid_falls_into_cards_when_there_is_no_room(ask, qtbot):
    form = ask(GRID, CASE)
    assert form._grid._stacked is False
    form.resize(500, 800)
    qtbot.waitUntil(lambda: form._grid._stacked is True)
    qtbot.waitUntil(form._grid._cells["i1", "r1"].to.isVisible)


@pytest.mark.parametrize(
    ("own", "said", "line", "tone"),
    [
        ("send", "send", "The law agrees: send", "share"),
        ("send", "withhold", "The law says withhold", "urgent"),
        ("withhold", "send", "The law says send", "limited"),
        (None, "withhold", "The law would withhold", "ink2"),
        ("send", "open", "The law cannot say yet", "ink2"),
    ],
)
def test_the_laws_line_says_whether_it_agrees(own, said, line, tone):
    assert law_line(own, (said, ""))[:2] == (line, tone)


def test_a_page_that_only_asks_opens_the_first_who_is_not_answered_for_and_goes_on_to_the_next(ask):
    asks = [question.model_copy(update={"text": "Could {person} be a danger?"}) for question in PEOPLE.asks[3:]]
    only_asks = PEOPLE.model_copy(update={"adds": False, "asks": tuple(asks)})
    form = ask(only_asks, put(CASE, "people.p2.may_harm_child", None))
    assert list(form._list.fields) == ["people.p2.may_harm_child"]
    assert form._list.fields["people.p2.may_harm_child"].title() == "Could Theo's mother be a danger?"
    assert not form._list._add.isVisible()
    form._list._close("p2")
    assert list(form._list.fields) == ["people.p3.may_harm_child"]
    form.show_case(CASE, ["people.p3.may_harm_child"])
    assert [key for key, card in form._list._cards.items() if card.isVisible()] == ["p3"]
