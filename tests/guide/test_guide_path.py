"""Alert, look, explore, pass on: where a page stands on the path."""

import pytest

from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.doors import doors
from lawfulshare.guide.path import STEPS, path_from
from lawfulshare.guide.walk import walk


def test_the_path_goes_forward_through_the_door_that_finds_out_more():
    met = [page.step for page in doors()["seek"].pages if page.step]
    assert [STEPS.index(step) for step in met] == sorted(STEPS.index(step) for step in met)
    assert set(met) == set(STEPS)


def test_each_step_begins_on_its_first_page_and_says_how_it_stands():
    way = walk(doors()["seek"], CaseFile(mode="seek"))
    page = next(page for page in way.pages if page.step == "explore")
    assert [step.standing for step in path_from(way, page)] == ["behind", "behind", "here", "ahead"]
    assert path_from(way, page)[2].page == page.name
    assert all(step.page for step in path_from(way, page))


@pytest.mark.parametrize("mode", ["share", "respond"])
def test_the_other_doors_show_the_path_where_somebody_is_asked(mode):
    way = walk(doors()[mode], CaseFile(mode=mode))
    shown = [page for page in way.pages if path_from(way, page)]
    assert {page.step for page in shown} == {"explore"}
    assert any(page.each == "enquiry" for page in shown)


def test_a_page_that_is_not_on_the_path_shows_none():
    way = walk(doors()["urgent"], CaseFile(mode="urgent"))
    assert not any(path_from(way, page) for page in way.pages)
    begun = walk(doors()["seek"], CaseFile(mode="seek"))
    assert path_from(begun, begun.pages[0]) == ()


def test_a_step_whose_every_page_is_skipped_leads_nowhere():
    door = doors()["seek"]
    cut = door.model_copy(update={"pages": tuple(page for page in door.pages if page.step != "pass_on")})
    way = walk(cut, CaseFile(mode="seek"))
    page = next(page for page in way.pages if page.step == "alert")
    assert path_from(way, page)[3].page is None
