import random

import pytest
from guided import CASES, acceptance, answer_page, ask, door, page, said, some_answer
from hypothesis import given, settings
from hypothesis import strategies as st

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide import answers
from lawfulshare.guide.doors import change_door, doors
from lawfulshare.guide.progress import pages_left
from lawfulshare.guide.walk import NEVER_PUT, walk

MODES = ("share", "respond", "seek", "urgent")

ORDER = door(
    page("danger", ask("concern.life_at_risk")),
    page(
        "request",
        ask("request.order_seen"),
        when={"not": "concern.life_at_risk"},
        skipped_because="Danger comes first.",
    ),
    page("limits", ask("request.scope_clear"), when="request.order_seen", skipped_because="No order was seen."),
)


def test_an_answer_on_an_abandoned_page_opens_nothing_and_reaches_nobody():
    case = answers.answer(CaseFile(), "concern.life_at_risk", True)
    case = answers.answer(case, "request.order_seen", True)
    case = answers.answer(case, "request.scope_clear", True)
    way = walk(ORDER, case)
    assert [one.name for one in way.pages] == ["danger"]
    assert way.skipped == {"request": "Danger comes first.", "limits": "No order was seen."}
    assert way.heard.request is None or way.heard.request.order_seen is None
    assert way.heard.request is None or way.heard.request.scope_clear is None
    assert case.request.order_seen is True


def test_not_known_keeps_a_later_page_and_never_put_does_not():
    left_open = walk(ORDER, CaseFile())
    assert [one.name for one in left_open.pages] == ["danger", "request", "limits"]
    never_put = walk(ORDER, answers.answer(CaseFile(), "concern.life_at_risk", True))
    assert "limits" in never_put.skipped


def test_a_question_never_put_is_neither_equal_to_anything_nor_open():
    assert NEVER_PUT != NEVER_PUT  # noqa: PLR0124
    assert NEVER_PUT is not None
    assert NEVER_PUT not in ([True, False, None, "none"],)


def test_a_question_that_was_never_put_says_so_where_a_proof_tells_its_answer():
    assert repr(NEVER_PUT) == "never put"


def test_a_condition_may_look_at_what_choosing_the_door_has_answered():
    forms = door(
        page("a", ask("concern.life_at_risk"), when={"fact": "mode", "is": "share"}, skipped_because="Not here."),
        page("b", ask("concern.serious_crime"), when={"fact": "mode", "is": "seek"}, skipped_because="Not here."),
    )
    assert [one.name for one in walk(forms, CaseFile()).pages] == ["a"]


def test_a_list_whose_page_is_skipped_is_not_heard_and_nothing_heard_speaks_of_it():
    forms = door(
        page("people", each="person"),
        page("danger", ask("concern.life_at_risk")),
        page(
            "who",
            ask("recipient.could_endanger", "people"),
            each="recipient",
            when={"not": "concern.life_at_risk"},
            skipped_because="Danger first.",
        ),
        page("asked", ask("request.from", "recipient")),
    )
    case, _ = answers.add(CaseFile(), "recipient")
    case = answers.answer(case, "request.from", "r1")
    assert walk(forms, case).heard.request.from_ == "r1"
    heard = walk(forms, answers.answer(case, "concern.life_at_risk", True)).heard
    assert heard.recipients is None
    assert heard.request is None or heard.request.from_ is None


def test_each_question_of_a_list_is_judged_on_its_own_entry():
    case, child = answers.add(CaseFile(), "person")
    case, adult = answers.add(case, "person")
    for key, kind, age in ((child, "child", 7), (adult, "adult", 40)):
        case = answers.answer(case, f"people.{key}.kind", kind)
        case = answers.answer(case, f"people.{key}.age", age)
    put = walk(doors()["share"], case).put
    assert f"people.{child}.competent_to_decide" in put
    assert f"people.{child}.capacity" not in put
    assert f"people.{adult}.capacity" in put
    assert f"people.{adult}.competent_to_decide" not in put


def test_no_place_is_asked_twice_on_one_way():
    for path in CASES:
        case = acceptance(path)
        way = walk(doors()[case.mode], case)
        every = [asked.path for questions in way.asked.values() for asked in questions]
        assert len(every) == len(set(every))


@pytest.mark.parametrize("mode", MODES)
@given(seed=st.integers(0, 10_000))
@settings(max_examples=settings.default.max_examples // 4)
def test_any_walk_ends_and_going_back_shows_the_same_answers(mode, seed):
    chance = random.Random(seed)
    case = CaseFile(mode=mode)
    name, visited = doors()[mode].pages[0].name, []
    for _ in range(len(doors()[mode].pages)):
        case = answer_page(chance, case, mode, name)
        visited.append(name)
        following = walk(doors()[mode], case).after(name)
        if following is None:
            break
        name = following.name
    else:
        raise AssertionError("the walk does not end")
    before = said(case)
    way = walk(doors()[mode], case)
    back = [name]
    while earlier := way.before(back[-1]):
        back.append(earlier.name)
    assert back == visited[::-1]
    assert said(case) == before


@pytest.mark.parametrize("mode", MODES)
@given(seed=st.integers(0, 10_000))
@settings(max_examples=settings.default.max_examples // 6)
def test_an_answer_changed_and_changed_back_restores_the_whole_walk(mode, seed):
    chance, case = random.Random(seed), CaseFile(mode=mode)
    for one in doors()[mode].pages:
        if any(one is shown for shown in walk(doors()[mode], case).pages):
            case = answer_page(chance, case, mode, one.name)
    way = walk(doors()[mode], case)
    asked = [one for questions in way.asked.values() for one in questions if one.question.as_ != "grid"]
    for one in chance.sample(asked, min(12, len(asked))):
        away = answers.answer(case, one.path, some_answer(chance, case, one))
        walk(doors()[mode], away)
        back = answers.answer(away, one.path, paths.read(case, one.path))
        assert said(back) == said(case)
        restored = walk(doors()[mode], back)
        assert (restored.pages, restored.skipped, restored.put) == (way.pages, way.skipped, way.put)
        assert restored.heard == way.heard


@pytest.mark.parametrize("mode", MODES)
@given(seed=st.integers(0, 10_000))
@settings(max_examples=settings.default.max_examples // 6)
def test_the_pages_left_lie_between_shortest_and_longest(mode, seed):
    chance = random.Random(seed)
    case, name = CaseFile(mode=mode), doors()[mode].pages[0].name
    promised, visited = [], []
    while True:
        promised.append(pages_left(walk(doors()[mode], case), name))
        visited.append(name)
        case = answer_page(chance, case, mode, name)
        following = walk(doors()[mode], case).after(name)
        if following is None:
            break
        name = following.name
    for position, (shortest, longest) in enumerate(promised):
        assert shortest <= len(visited) - position - 1 <= longest


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_changing_the_door_keeps_every_answer(path):
    case = acceptance(path)
    for mode in MODES:
        changed = change_door(case, mode)
        assert said(changed) | {"mode": case.mode} == said(case)
        assert change_door(changed, case.mode) == case


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_only_what_a_question_of_the_door_did_not_put_goes_unheard(path):
    case = acceptance(path)
    way = walk(doors()[case.mode], case)
    unheard = {one for one, value in said(case).items() if said(way.heard).get(one) != value}
    for one in unheard:
        assert one not in way.put
    assert walk(doors()[case.mode], way.heard).heard == way.heard
