"""Scenarios walked forwards and back; every page, every field and every reason for skipping is met somewhere."""

import random

import pytest
from guided import CASES, acceptance, said, some_answer
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_tables import SCENARIOS, answer_row, read_scenario, way

from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide import answers
from lawfulshare.guide.doors import change_door, doors

MODES = tuple(doors())


def end_of(table):
    case = CaseFile(mode=table["door"])
    for row in table["way"]:
        case = answer_row(case, row["page"], row)
    return case


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_visits_its_pages_forwards_and_the_same_ones_back(path):
    table = read_scenario(path)
    pages = [row["page"] for row in table["way"]]
    case = CaseFile(mode=table["door"])
    at = way(case).pages[0].name
    for row in table["way"]:
        assert at == row["page"]
        case = answer_row(case, at, row)
        following = way(case).after(at)
        at = following.name if following else None
    assert at is None
    before, back = said(case), [pages[-1]]
    while earlier := way(case).before(back[-1]):
        back.append(earlier.name)
    assert back == pages[::-1]
    assert said(case) == before
    assert sorted(way(case).skipped) == table["skipped"]
    assert all(way(case).skipped.values())


def every_way():
    """Give the ways of all scenarios, and of each acceptance case through each door."""
    cases = [answers.fill_grid(acceptance(path)) for path in CASES]
    yield from (way(change_door(case, mode)) for case in cases for mode in MODES)
    yield from (way(end_of(read_scenario(path))) for path in SCENARIOS)


def test_every_page_every_field_and_every_reason_for_skipping_is_met_somewhere():
    pages, fields, skipped = set(), set(), set()
    for one in every_way():
        mode = one.door.mode
        pages |= {(mode, page.name) for page in one.pages}
        fields |= {(mode, page, id(asked.question)) for page, every in one.asked.items() for asked in every}
        skipped |= {(mode, page) for page in one.skipped}
    missed = [
        *(f"{mode}: {page.name}" for mode in MODES for page in doors()[mode].pages if (mode, page.name) not in pages),
        *(f"{mode}: {page.name} is never skipped" for mode in MODES for page in doors()[mode].pages
          if page.when is not None and (mode, page.name) not in skipped),
        *(f"{mode}: {page.name}: {ask.fact}" for mode in MODES for page in doors()[mode].pages for ask in page.asks
          if (mode, page.name, id(ask)) not in fields),
    ]  # fmt: skip
    assert missed == []


DEEDS = ("answer", "answer", "answer", "add", "remove", "move", "on", "on", "back", "door")


def one_deed(chance, case, at):
    """Do one thing that a person may do, whatever it leads to; give the case and the page one is on."""
    page = doors()[case.mode].page(at)
    match chance.choice(DEEDS):
        case "answer" if asked := way(case).questions(at):
            one = chance.choice(asked)
            grid = one.question.as_ == "grid"
            case = answers.fill_grid(case) if grid else answers.answer(case, one.path, some_answer(chance, case, one))
        case "add" if page.each and page.adds:
            case, _ = answers.add(case, page.each)
        case "remove" if page.each and (keys := [one.key for one in way(case).questions(at) if one.key]):
            case = answers.remove(case, page.each, chance.choice(keys))
        case "move" if page.each and (keys := [one.key for one in way(case).questions(at) if one.key]):
            case = answers.move(case, page.each, chance.choice(keys), chance.choice((-1, 1)))
        case "on":
            at = (way(case).after(at) or page).name
        case "back":
            at = (way(case).before(at) or page).name
        case "door":
            before = said(case)
            case = change_door(case, chance.choice(MODES))
            assert said(case) | {"mode": None} == before | {"mode": None}
            at = way(case).pages[0].name
    return case, at


@given(seed=st.integers(0, 2**32))
@settings(max_examples=settings.default.max_examples // 2)
def test_a_walker_who_does_anything_meets_no_dead_end_and_loses_no_answer(seed):
    chance = random.Random(seed)
    case = CaseFile(mode=chance.choice(MODES))
    at = way(case).pages[0].name
    for _ in range(60):
        before, was = said(case), at
        case, at = one_deed(chance, case, at)
        shown = [page.name for page in way(case).pages]
        assert at in shown, f"after a deed on {was} nobody is shown {at}"
        assert case.mode is not None and len(shown) > 1
        if at != was:
            assert {one: told for one, told in said(case).items() if one != "mode"} == {
                one: told for one, told in before.items() if one != "mode"
            }
