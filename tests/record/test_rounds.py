"""The states of a record and the rounds of a decision: every sequence of moves, and no dead end in the whole graph."""

import itertools
from typing import get_args

import pytest

from lawfulshare.faults import NotOurs
from lawfulshare.record.review_sheet import Verdict
from lawfulshare.record.rounds import MOVES, Move, Rounds, State, refusal, state_of
from lawfulshare.wording import wording

ALL_MOVES = get_args(Move)
DEPTH = 6
ENDS = {"discarded"}
"""Where a decision may end unreviewed: nobody signed anything."""


def played(moves):
    """The rounds after each move that is open, and how often one was refused."""
    rounds, refused = Rounds(), 0
    for move in moves:
        try:
            rounds = rounds.after(move)
        except NotOurs:
            refused += 1
        yield rounds, refused


def shape(rounds: Rounds) -> tuple[State, ...]:
    """What decides what comes next: earlier records are amended and stay so."""
    return rounds.records[-2:]


def reachable():
    """Each shape that some sequence of moves comes to, with the shapes one move further."""
    onward, waiting = {}, [Rounds()]
    while waiting:
        rounds = waiting.pop()
        if shape(rounds) in onward:
            continue
        following = [rounds.after(move) for move in rounds.offered()]
        onward[shape(rounds)] = {shape(one) for one in following}
        waiting += following
    return onward


def test_no_sequence_of_moves_leaves_the_table_or_loses_a_round():
    for moves in itertools.product(ALL_MOVES, repeat=DEPTH):
        before = Rounds()
        for rounds, _ in played(moves):
            signed = [state for state in rounds.records if state != "draft"]
            assert set(rounds.records) <= set(get_args(State))
            assert all(state == "amended" for state in signed[:-1]), (moves, rounds)
            assert rounds.records.count("draft") <= 1
            assert len(rounds.records) >= len([one for one in before.records if one != "draft"])
            assert rounds.offered() or rounds.records[-1] in ENDS
            before = rounds


def test_a_refused_move_changes_nothing_and_says_why():
    for rounds in (Rounds(("agreed",)), Rounds(("draft",)), Rounds(("discarded",)), Rounds(("amended", "signed"))):
        for move in set(ALL_MOVES) - rounds.offered():
            with pytest.raises(NotOurs) as refused:
                rounds.after(move)
            assert str(refusal(rounds.records[-1], move)) == str(refused.value.faults[0])


def test_from_everywhere_somebody_can_still_agree_unless_nobody_ever_signed():
    onward = reachable()
    for start in onward:
        seen, waiting = set(), [start]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting += onward[at]
        assert any(at[-1] == "agreed" for at in seen) or start[-1] in ENDS, start


def test_each_state_and_each_move_is_met_by_some_way():
    met = {state for rounds in reachable() for state in rounds}
    assert met == set(get_args(State)) == set(MOVES)
    assert {move for moves in MOVES.values() for move in moves} == set(ALL_MOVES)


def test_agreement_cannot_be_taken_back():
    assert Rounds(("agreed",)).offered() == {"amend"}


def test_a_record_can_be_reviewed_while_its_author_mends_it():
    rounds = Rounds().after("sign").after("return").after("amend").after("agree")
    assert rounds.records == ("agreed", "draft")
    assert rounds.after("sign").records == ("amended", "signed")


def test_an_amendment_that_is_given_up_leaves_the_record_as_it_was():
    mending = Rounds(("returned",)).after("amend")
    assert mending.after("discard").records == ("returned",)


def test_the_papers_give_the_state_that_the_moves_give():
    verdicts = get_args(Verdict)
    for many in range(4):
        for given in itertools.product(verdicts, repeat=many):
            rounds, heard = Rounds(("signed",)), []
            for verdict in given:
                if verdict in rounds.offered():
                    rounds = rounds.after(verdict)
                    heard.append(verdict)
            assert state_of(given) == state_of(heard) == rounds.records[-1]
    assert state_of((), countersigned=True) == "agreed"
    assert state_of(("return",), amended=True) == "amended"


def test_each_state_has_its_name():
    for state in get_args(State):
        assert wording()(f"review.state.{state}.name")
