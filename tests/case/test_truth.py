"""Kleene's three values: unknown is never no."""

import itertools

import pytest

from lawfulshare.case.truth import Truth, all_of, any_of

H, F, O = Truth.HOLDS, Truth.FAILS, Truth.OPEN  # noqa: E741


def test_not_known_is_open_and_never_no():
    assert Truth.of(None) is O
    assert ~O is O


@pytest.mark.parametrize("pair", list(itertools.product(Truth, repeat=2)))
def test_de_morgan_holds_for_all_pairs(pair):
    assert ~all_of(pair) is any_of(~truth for truth in pair)


def test_nothing_is_all_and_nothing_is_not_any():
    assert all_of(()) is H
    assert any_of(()) is F


def test_a_truth_refuses_to_be_a_condition():
    with pytest.raises(TypeError):
        bool(O)
