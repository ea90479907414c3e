"""The cases that are kept: each shows one thing, says why the law has it so, and is answered so."""

import json
from pathlib import Path

import pytest
from test_law_acceptance import checker

from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs.pack import load
from lawfulshare.law.proving.whole_cases import Expected, read_kept

KEPT = Path(__file__).parent / "kept"
ALL = [case for path in sorted(KEPT.glob("*.kept.yaml")) for case in read_kept(path)]


def stated(expect: Expected):
    return json.loads(expect.model_dump_json(exclude_unset=True))


@pytest.mark.parametrize("case", ALL, ids=[case.where for case in ALL])
def test_a_kept_case_is_answered_as_it_says(case):
    answer = assess(case.case, load("england").on(case.day))
    assert stated(case.expect)
    assert checker().compare(stated(case.expect), json.loads(answer.model_dump_json())) == []
