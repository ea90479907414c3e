import pytest
from guided import CASES, acceptance, ask, door, page
from hypothesis import given
from hypothesis import strategies as st

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadAnswer
from lawfulshare.guide import answers
from lawfulshare.guide.walk import walk


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("concern.level", "awful"),
        ("concern.kinds", ["awful"]),
        ("people.p1.age", 126),
        ("people.p1.age", -1),
        ("people.p1.age", "seven"),
        ("concern.life_at_risk", "perhaps"),
        ("concern.about", ["p9"]),
        ("request.from", "r9"),
        ("review.on", "2026-02-30"),
        ("review.on", "tomorrow"),
        ("concern.mood", "low"),
        ("people", [{"id": "p1", "mood": "low"}]),
    ],
)
def test_a_bad_answer_is_refused_with_what_to_do_and_without_repeating_it(path, value):
    case, _ = answers.add(CaseFile(), "person")
    with pytest.raises(BadAnswer) as refused:
        answers.answer(case, path, value)
    (fault,) = refused.value.faults
    assert fault.what
    assert fault.mend
    assert str(value) not in str(fault)


def test_an_answer_taken_back_is_not_known_again():
    case = answers.answer(CaseFile(), "concern.life_at_risk", False)
    assert case.concern.life_at_risk is False
    assert answers.answer(case, "concern.life_at_risk", None) == CaseFile()


def test_empty_words_are_no_answer():
    case = answers.answer(CaseFile(), "concern.wishes", "to go home")
    assert answers.answer(case, "concern.wishes", "  ").concern.wishes is None


def test_none_of_a_list_differs_from_not_known():
    case = answers.answer(CaseFile(), "concern.about", ())
    assert case.concern.about == ()
    assert CaseFile().concern.about is None


def test_new_entries_get_ids_that_nobody_has():
    case = CaseFile()
    for entry, letter in (("person", "p"), ("recipient", "r"), ("item", "i"), ("enquiry", "e")):
        case, first = answers.add(case, entry)
        case, second = answers.add(case, entry)
        assert (first, second) == (f"{letter}1", f"{letter}2")
        case = answers.remove(case, entry, first)
        case, third = answers.add(case, entry)
        assert third == f"{letter}3"


def test_entries_without_ids_are_known_by_their_place():
    case, first = answers.add(CaseFile(), "advice")
    case, second = answers.add(case, "advice")
    case = answers.answer(case, f"advice.{second}.gist", "ring them")
    assert answers.move(case, "advice", second, -1).advice[0].gist == "ring them"
    assert answers.remove(case, "advice", first).advice[0].gist == "ring them"


@given(by=st.integers(-9, 9), at=st.sampled_from(["p1", "p2", "p3"]))
def test_moving_an_entry_keeps_all_of_them(by, at):
    case = CaseFile()
    for _ in range(3):
        case, _ = answers.add(case, "person")
    moved = answers.move(case, "person", at, by)
    assert sorted(person.id for person in moved.people) == ["p1", "p2", "p3"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_removing_any_entry_leaves_a_file_that_can_be_read(path):
    case = acceptance(path)
    for entry in ("person", "recipient", "item", "enquiry"):
        for one in paths.entries(case, entry):
            less = answers.remove(case, entry, one.id)
            assert case_file.read(case_file.write(less)) == less
            assert not answers.what_goes_with(less, entry, one.id)


def test_what_goes_with_an_entry_is_told_before():
    case = acceptance(CASES[0])
    person = case.concern.about[0]
    assert "concern.about" in answers.what_goes_with(case, "person", person)
    assert any(path.startswith("items.") for path in answers.what_goes_with(case, "person", person))


def test_an_entry_that_is_not_there_can_neither_be_moved_nor_removed():
    for change in (answers.remove, lambda case, entry, key: answers.move(case, entry, key, 1)):
        with pytest.raises(BadAnswer):
            change(CaseFile(people=()), "person", "p1")


def _told_of(**stated):
    return CaseFile.model_validate({"format": "lawfulshare.case/1", **stated})


def test_who_was_related_to_somebody_removed_keeps_every_other_relation():
    to = [{"to": "p1", "is": "mother"}, {"to": "p3", "is": "aunt"}]
    people = [{"id": "p1"}, {"id": "p2", "relationships": to}, {"id": "p3"}]
    case = _told_of(people=people)
    assert answers.what_goes_with(case, "person", "p1") == ("people.p2.relationships.to",)
    less = answers.remove(case, "person", "p1")
    assert [relation.to for relation in less.people[0].relationships] == ["p3"]


def test_a_source_that_was_removed_bears_no_statement_out():
    sources = [{"from": "e1", "agrees": True}, {"from": "e2", "agrees": False}]
    case = _told_of(enquiries=[{"id": "e1"}, {"id": "e2"}], statements=[{"id": "s1"}, {"id": "s2", "sources": sources}])
    less = answers.remove(case, "enquiry", "e1")
    assert [source.from_ for source in less.statements[1].sources] == ["e2"]
    assert less.statements[0].sources is None


def test_a_cell_of_the_grid_goes_with_its_recipient_and_is_told_before():
    case = answers.fill_grid(_told_of(items=[{"id": "i1"}], recipients=[{"id": "r1"}, {"id": "r2"}]))
    assert answers.what_goes_with(case, "recipient", "r1") == ("disclosures.i1>r1.recipient",)
    assert [pair.recipient for pair in answers.remove(case, "recipient", "r1").disclosures] == ["r2"]


def test_the_grid_has_a_pair_for_each_item_and_each_recipient_and_keeps_what_was_decided():
    case = acceptance(CASES[0])
    full = answers.fill_grid(case)
    assert len(full.disclosures) == len(case.items) * len(case.recipients)
    assert {pair for pair in full.disclosures if pair.extent} == set(case.disclosures)
    assert answers.fill_grid(full) is full


def test_an_answer_that_stood_on_another_is_marked_stale_and_kept():
    forms = door(
        page("danger", ask("concern.life_at_risk")),
        page(
            "crime",
            ask("concern.crime_suspected"),
            when={"not": "concern.life_at_risk"},
            skipped_because="Danger comes first.",
        ),
        page("more", ask("concern.public_protection")),
    )
    before = answers.answer(CaseFile(), "concern.crime_suspected", True)
    before = answers.answer(before, "concern.public_protection", True)
    after = answers.answer(before, "concern.life_at_risk", False)
    assert answers.stale(forms, before, after) == ("concern.crime_suspected",)
    gone = answers.answer(after, "concern.life_at_risk", True)
    assert answers.stale(forms, after, gone) == ()
    assert walk(forms, gone).heard.concern.crime_suspected is None
    assert answers.stale(forms, gone, after) == ("concern.crime_suspected",)


def test_a_choice_of_people_is_looked_at_again_when_somebody_new_is_there():
    forms = door(page("people", each="person"), page("about", ask("concern.about", "people")))
    case, first = answers.add(CaseFile(), "person")
    before = answers.answer(case, "concern.about", (first,))
    after, _ = answers.add(before, "person")
    assert answers.stale(forms, before, after) == ("concern.about",)


def test_an_answer_is_stale_when_what_it_stood_on_was_never_put_and_now_is():
    forms = door(
        page("danger", ask("concern.life_at_risk")),
        page("harm", ask("concern.serious_crime"), when={"not": "concern.life_at_risk"}, skipped_because="Danger."),
        page(
            "crime",
            ask("concern.crime_suspected"),
            when={"any": ["concern.life_at_risk", {"not": "concern.serious_crime"}]},
            skipped_because="It is.",
        ),
    )
    crime = answers.answer(CaseFile(), "concern.crime_suspected", True)
    never_put = answers.answer(crime, "concern.life_at_risk", True)
    put = answers.answer(answers.answer(crime, "concern.life_at_risk", False), "concern.serious_crime", False)
    assert answers.stale(forms, never_put, put) == ("concern.crime_suspected",)
