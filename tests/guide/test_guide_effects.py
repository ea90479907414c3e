"""Before a changed answer is accepted one is told what it does to the others."""

from guided import CASES, acceptance, ask, door, page

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.answers import answer
from lawfulshare.guide.doors import doors
from lawfulshare.guide.effects import effect
from lawfulshare.guide.walk import walk

DOOR = door(
    page("crime", ask("concern.crime_suspected")),
    page(
        "grave",
        ask("concern.serious_crime"),
        when="concern.crime_suspected",
        skipped_because="No crime is suspected.",
        title="How grave?",
    ),
)


def test_a_page_that_goes_is_named_with_its_reason_and_its_answer_counts_no_longer():
    case = answer(answer(CaseFile(), "concern.crime_suspected", True), "concern.serious_crime", True)
    found = effect(DOOR, case, answer(case, "concern.crime_suspected", False))
    assert found.gone == {"How grave?": "No crime is suspected."}
    assert found.unheard == ("concern.serious_crime",)
    assert found.matters


def test_a_page_that_comes_is_named_and_touches_no_answer():
    case = answer(CaseFile(), "concern.crime_suspected", False)
    found = effect(DOOR, case, answer(case, "concern.crime_suspected", True))
    assert found.come == ("How grave?",) and not found.matters


def test_an_answer_that_stood_on_the_changed_one_is_to_be_looked_at_again():
    case = answer(answer(CaseFile(), "concern.crime_suspected", None), "concern.serious_crime", True)
    found = effect(DOOR, case, answer(case, "concern.crime_suspected", True))
    assert found.again == ("concern.serious_crime",) and found.matters


def test_what_is_told_beforehand_is_what_happens():
    case = acceptance(CASES[0])
    way = doors()[case.mode]
    for path in [path for path in walk(way, case).put if isinstance(paths.read(case, path), bool)][:25]:
        after = answer(case, path, not paths.read(case, path))
        told, now = effect(way, case, after), walk(way, after)
        assert not set(told.unheard) & set(now.put)
        assert set(told.gone) == {p.title for p in walk(way, case).pages} - {p.title for p in now.pages}
