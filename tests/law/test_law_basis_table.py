"""Each row of the basis table: the best basis, what stands beside it, conditions, routes, gateways and duties."""

import json

import pytest
from basis_rows import ROWS

from lawfulshare.case import case_file
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs.pack import load


def answer_of(case):
    stated = case_file.read(json.dumps(case).encode())
    return assess(stated, load("england").on(stated.decided_on))


@pytest.mark.parametrize(
    ("number", "case", "expected"),
    ROWS,
    ids=[f"{number} {case['organisation']['sector']} to {case['recipients'][0]['sector']}" for number, case, _ in ROWS],
)
def test_the_row_holds(number, case, expected):
    assessment = answer_of(case)
    pair = assessment.disclosures[0]
    assert pair.verdict == expected["verdict"]
    if "first" in expected:
        assert pair.lawful_basis[0] == expected["first"]
    assert set(expected.get("also", ())) <= set(pair.lawful_basis)
    assert not set(expected.get("never", ())) & set(pair.lawful_basis)
    assert set(expected.get("conditions", ())) <= set(pair.condition)
    assert not set(expected.get("not_conditions", ())) & set(pair.condition)
    assert set(expected.get("routes", ())) <= set(pair.confidentiality)
    assert set(expected.get("gateways", ())) <= set(pair.gateways)
    assert not set(expected.get("not_gateways", ())) & set(pair.gateways)
    assert set(expected.get("duties", ())) <= set(assessment.duties)
    assert not (expected.get("no_duties") and assessment.duties)
    assert not (expected.get("no_routes") and pair.confidentiality)


def test_no_row_is_missing():
    assert {number for number, _, _ in ROWS} == set(range(1, 43))


def test_each_row_is_settled_whatever_stays_unsaid():
    for number, case, _ in ROWS:
        assert answer_of(case).stands, number
