import pytest
from guided import CASES, acceptance, ask, door, page

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide import answers, naming
from lawfulshare.guide.doors import doors
from lawfulshare.guide.progress import progress
from lawfulshare.guide.summary import summary
from lawfulshare.guide.walk import walk
from lawfulshare.wording import wording


@pytest.fixture
def case():
    case, key = answers.add(CaseFile(mode="share"), "person")
    case = answers.answer(case, f"people.{key}.label", "Sam")
    case = answers.answer(case, f"people.{key}.kind", "child")
    case = answers.answer(case, f"people.{key}.age", 7)
    return answers.answer(case, "concern.about", (key,))


def _row(case, path):
    return next(
        row for section in summary(walk(doors()["share"], case)).sections for row in section.rows if row.path == path
    )


def test_a_row_names_the_person_and_says_the_answer_in_words(case):
    row = _row(case, "people.p1.kind")
    assert (row.about, row.question, row.answer, row.page) == (
        "Sam",
        "Who is Sam?",
        "A child or young person",
        "household",
    )


def test_left_open_is_said_and_listed(case):
    row = _row(case, "people.p1.may_harm_child")
    assert row.answer == "Not known"
    assert row in summary(walk(doors()["share"], case)).unanswered


def test_a_day_a_list_and_a_person_are_said_as_people_say_them(case):
    case = answers.answer(case, "review.on", "2026-12-07")
    assert _row(case, "review.on").answer == "7 December 2026"
    assert _row(case, "concern.about").answer == "Sam"
    assert _row(answers.answer(case, "concern.about", ()), "concern.about").answer == "None"
    assert _row(answers.answer(case, "concern.life_at_risk", True), "concern.life_at_risk").answer == "Yes"


def test_the_subject_is_named_and_nobody_yet_has_plain_words(case):
    assert naming.fill("Ask {subject}.", case) == "Ask Sam."
    assert naming.fill("Ask {subject}.", CaseFile()) == "Ask the child or adult."
    assert naming.fill("{person} is here.", CaseFile()) == "This person is here."


def test_a_name_that_looks_like_a_place_is_left_alone(case):
    case = answers.answer(case, "people.p1.label", "{item}")
    assert naming.fill("Who is {person}?", case, "people.p1.kind") == "Who is {item}?"


def test_a_question_carries_the_names_of_the_case_in_all_its_words(case):
    forms = door(page("a", ask("person.age", "number", text="How old is {person}?", hint="{person} today.")))
    asked = naming.worded(forms.pages[0].asks[0], case, "people.p1.age")
    assert (asked.text, asked.hint, asked.example) == ("How old is Sam?", "Sam today.", None)


def test_each_entry_is_called_by_its_name_its_pair_its_number_or_plain_words(case):
    case, _ = answers.add(case, "recipient")
    case, _ = answers.add(case, "item")
    case, _ = answers.add(case, "advice")
    case = answers.answer(case, "items.i1.what", "A bruise")
    called = {path: naming.entry_name(case, path) for path in (
        "people.p1.age", "recipients.r1.sector", "disclosures.i1>r1.extent", "advice.0.gist", "concern.level",
    )}  # fmt: skip
    words = wording("en")
    assert called == {
        "people.p1.age": "Sam",
        "recipients.r1.sector": words("guide.nameless.recipient"),
        "disclosures.i1>r1.extent": words("guide.pair", item="A bruise", recipient="r1"),
        "advice.0.gist": words("guide.numbered.advice", number=1),
        "concern.level": None,
    }


def test_a_cell_of_the_grid_is_told_with_its_reason_where_one_was_given(case):
    case, _ = answers.add(case, "recipient")
    case, _ = answers.add(case, "item")
    case, _ = answers.add(case, "item")
    case = answers.fill_grid(case)
    case = answers.answer(case, "disclosures.i1>r1.extent", "withhold")
    case = answers.answer(case, "disclosures.i2>r1.extent", "withhold")
    case = answers.answer(case, "disclosures.i1>r1.reason", "It helps nobody.")
    given, bare = _row(case, "disclosures.i1>r1.extent").answer, _row(case, "disclosures.i2>r1.extent").answer
    assert "It helps nobody." in given
    assert bare in given
    assert bare != given


def test_what_no_page_of_the_door_asks_is_kept_and_shown():
    stated = CaseFile.model_validate({"mode": "urgent", "people": [{"id": "p1", "label": "Sam", "capacity": "lacks"}]})
    way = walk(doors()["urgent"], stated)
    assert way.heard.people[0].capacity == "lacks"
    (row,) = summary(way).also
    assert (row.path, row.about, row.page) == ("people.p1.capacity", "Sam", None)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_answer_that_counts_is_shown_somewhere(path):
    case = acceptance(path)
    way = walk(doors()[case.mode], case)
    told = summary(way)
    shown = {row.path for section in told.sections for row in section.rows} | {row.path for row in told.also}
    for asked in way.put:
        assert asked in shown
    for row in told.also:
        assert paths.fact_of(row.path) not in way.door.facts


FORMS = door(
    page("danger", ask("concern.life_at_risk")),
    page(
        "crime", ask("concern.crime_suspected"), when={"not": "concern.life_at_risk"}, skipped_because="Danger first."
    ),
    page("others", ask("concern.public_protection")),
)


def _states(case, here, **more):
    return [(row.title, row.state, row.because) for row in progress(walk(FORMS, case), here, **more).sections]


def test_progress_says_what_is_done_here_to_do_and_not_needed_with_its_reason():
    in_danger = answers.answer(CaseFile(), "concern.life_at_risk", True)
    assert _states(in_danger, "others") == [
        ("danger", "done", None),
        ("crime", "not_needed", "Danger first."),
        ("others", "here", None),
    ]
    assert _states(CaseFile(), "danger")[1:] == [("crime", "to_do", None), ("others", "to_do", None)]


def test_progress_marks_what_to_look_at_again_and_leads_there():
    calm = answers.answer(CaseFile(), "concern.life_at_risk", False)
    calm = answers.answer(calm, "concern.crime_suspected", True)
    found = progress(walk(FORMS, calm), "danger", look_again=("concern.crime_suspected",)).sections[1]
    assert (found.state, found.page) == ("look_again", "crime")


def test_the_way_left_is_a_span_until_the_answer_that_decides_it_is_given():
    assert progress(walk(FORMS, CaseFile()), "danger")[1:] == (1, 2)
    in_danger = answers.answer(CaseFile(), "concern.life_at_risk", True)
    assert progress(walk(FORMS, in_danger), "danger")[1:] == (1, 1)
    assert progress(walk(FORMS, CaseFile()), "crime")[1:] == (1, 1)


def test_all_the_words_of_the_guide_are_there():
    words = wording("en")
    for kind in ("truth", "choice", "choices", "ids", "number", "day", "text", "texts", "entries", "place"):
        assert f"guide.bad.{kind}.what" in words
        assert f"guide.bad.{kind}.mend" in words
    assert [naming.day_in_words(f"2026-{month:02}-01", words) for month in (1, 12)] == [
        "1 January 2026",
        "1 December 2026",
    ]
