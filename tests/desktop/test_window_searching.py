"""After an answer a worker looks for what would change it: in two steps, after a pause, until the next answer."""

import threading
from types import SimpleNamespace

import pytest

from lawfulshare.desktop import searching
from lawfulshare.desktop.background import Background
from lawfulshare.desktop.searching import Searching


class Work:
    """A case in hand whose answers are words, and whose search for larger sets ends only when it is told to."""

    def __init__(self, name, endless=False):
        self.name, self.endless = name, endless
        self.walk, self.law = SimpleNamespace(heard=object()), object()
        self.larger_begun, self.larger_ended = threading.Event(), threading.Event()

    def full_answer(self, *, size=3, enough):
        def single():
            return f"{self.name} single"

        def larger():
            self.larger_begun.set()
            while self.endless and not enough():
                threading.Event().wait(0.005)
            self.larger_ended.set()
            return f"{self.name} larger{', cut short' if enough() else ''}"

        return single if size == 1 else larger


@pytest.fixture
def heard():
    return []


@pytest.fixture
def looking(qtbot, monkeypatch, heard):
    monkeypatch.setattr(searching, "PAUSE", 0.01)
    background = Background()
    yield Searching(background, heard.append)
    background.close()


def test_single_facts_are_shown_first_and_larger_sets_when_they_are_found(looking, qtbot, heard):
    looking.begin(Work("a"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["a single", "a larger"]


def test_the_next_answer_halts_the_search_for_the_one_before_and_nobody_hears_of_it(looking, qtbot, heard):
    first = Work("a", endless=True)
    looking.begin(first)
    qtbot.waitUntil(first.larger_begun.is_set)
    looking.begin(Work("b"))
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert first.larger_ended.wait(5)
    assert heard == ["a single", "b single", "b larger"]


def test_an_answer_within_the_pause_lets_the_one_before_begin_nothing(looking, qtbot, heard, monkeypatch):
    monkeypatch.setattr(searching, "PAUSE", 30.0)
    first = Work("a")
    looking.begin(first)
    monkeypatch.setattr(searching, "PAUSE", 0.01)
    looking.begin(Work("b"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["b single", "b larger"]
    assert not first.larger_begun.is_set()


def test_a_search_that_takes_too_long_ends_with_what_it_has_and_says_that_it_was_cut_short(
    looking, qtbot, heard, monkeypatch
):
    monkeypatch.setattr(searching, "LONGEST", 0.05)
    looking.begin(Work("a", endless=True))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["a single", "a larger, cut short"]


def test_turning_a_page_neither_halts_the_search_nor_begins_it_again(looking, qtbot, heard):
    work = Work("a", endless=True)
    looking.begin(work)
    qtbot.waitUntil(work.larger_begun.is_set)
    looking.begin(work)
    work.endless = False
    qtbot.waitUntil(lambda: len(heard) == 2)
    looking.begin(work)
    assert heard == ["a single", "a larger"]
    assert looking.found_for(work) == "a larger"
    assert looking.found_for(Work("b")) is None


def test_a_search_that_was_given_up_is_begun_again(looking, qtbot, heard):
    work = Work("a", endless=True)
    looking.begin(work)
    qtbot.waitUntil(work.larger_begun.is_set)
    looking._background.forget_all()
    work.endless = False
    looking.begin(work)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == ["a single", "a single", "a larger"]
