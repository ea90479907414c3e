"""What a changed answer does is told before, what-if alters nothing, and what is taken back is named."""

import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lawfulshare.case import case_file, paths
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.in_hand import Clock
from lawfulshare.desk.undoing import Undone
from lawfulshare.faults import BadAnswer
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.vault import Vault

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "theo.json"


def clock():
    ticks, ids = itertools.count(), itertools.count(1)
    start = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    return Clock(now=lambda: start + timedelta(seconds=next(ticks)), new_id=lambda: f"case-{next(ids)}")


@pytest.fixture
def work(tmp_path):
    vault = Vault.create(tmp_path, "seven quiet herons walk")
    yield Casework.take(Drafts(vault), case_file.read(EXAMPLE.read_bytes()), clock())
    vault.close()


def test_an_answer_that_touches_the_outcome_after_the_decision_is_told_before(work):
    before, case = work.first_answer(), work.case
    told = work.propose("concern.life_at_risk", True)
    assert told.matters
    assert told.outcomes[0] == before.outcome
    assert work.case is case
    work.answer("concern.life_at_risk", True)
    assert work.first_answer().outcome == told.outcomes[1] != before.outcome


def test_an_answer_that_touches_nothing_is_not_made_a_fuss_of(work):
    assert not work.propose("decision.alternatives", "Waiting a week.").matters
    assert not work.propose("concern.urgency.because", "He is thinner each week.").matters


def test_before_a_decision_the_outcome_may_move_without_a_word(work):
    work.answer("decision.outcome", None)
    assert work.propose("concern.life_at_risk", True).outcomes == (None, None)


def test_what_is_accepted_is_what_was_proposed(work):
    for path in [path for path in work.walk.put if isinstance(paths.read(work.case, path), bool)]:
        value = not paths.read(work.case, path)
        told = work.propose(path, value)
        work.answer(path, value)
        assert work.case == told.case
        assert set(told.effect.again) <= set(work.stale)
        assert not set(told.effect.unheard) & set(work.walk.put)
        work.undo()


def test_what_if_alters_nothing_and_says_what_the_answer_would_say(work):
    case, saved = work.case, work.saved_at
    found = work.what_if({"concern.life_at_risk": True, "concern.level": "immediate_danger"})
    assert (work.case, work.saved_at) == (case, saved)
    assert found.outcome == "URGENT"
    work.answer("concern.life_at_risk", True)
    work.answer("concern.level", "immediate_danger")
    assert work.first_answer().outcome == found.outcome
    with pytest.raises(BadAnswer):
        work.what_if({"concern.level": "catastrophe"})


def test_what_is_taken_back_and_done_again_is_named(work):
    assert work.undo() is None
    work.answer("people.p1.age", 6)
    page = work.walk.page_of("people.p1.age")
    assert work.undo() == Undone("people.p1.age", page)
    assert work.redo() == Undone("people.p1.age", page)
    work.add("person")
    assert work.undo() == Undone(None, page)
    assert work.redo() == Undone(None, page)


def test_an_answer_whose_page_went_is_named_by_a_page_that_is_there(work):
    work.answer("concern.crime_suspected", True)
    work.answer("concern.serious_crime", True)
    work.change(lambda case: case.model_copy(update={"mode": "seek"}))
    taken = work.undo()
    assert taken.page in {page.name for page in work.walk.pages}
