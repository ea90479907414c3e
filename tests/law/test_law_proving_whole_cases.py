"""Whole cases and what is expected of them: read strictly, and compared as the acceptance cases' own checker does."""

import json

import pytest
from law_cases import ACCEPTANCE
from test_law_acceptance import checker

from lawfulshare.faults import BadCaseFile, BadPack
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.packs.pack import load
from lawfulshare.law.proving.mutants import mutants, mutated
from lawfulshare.law.proving.mutating import spread
from lawfulshare.law.proving.whole_cases import read_kept, shortfalls, whole_cases

NOT_LOOKED_AT = ("warnings: ", "open: ")


def test_what_falls_short_is_what_the_checker_of_the_acceptance_cases_says():
    """Of the law that ships all hold; so it is asked of laws with a mistake in them too."""
    pack, cases = load("england"), whole_cases(ACCEPTANCE)
    expected = {path.stem: json.loads(path.read_text())["expect"] for path in ACCEPTANCE.glob("[0-9]*.json")}
    procedure = [mutant for mutant in mutants(pack) if mutant.piece == "procedure" and mutant.kind.startswith("row ")]
    fell = 0
    for law in (pack.on("2026-11-23"), *(mutated(pack, m).on("2026-11-23") for m in spread(procedure, 4))):
        for case in cases:
            expect = expected[case.where.partition("/")[2].removesuffix(".json")]
            answer = json.loads(assess(case.case, law).model_dump_json())
            faults = [fault for fault in checker().compare(expect, answer) if not fault.startswith(NOT_LOOKED_AT)]
            falls = list(shortfalls(case.expect, Findings(case.case, law)))
            assert bool(falls) == bool(faults), (case.where, falls, faults)
            fell += bool(falls)
    assert fell


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- {name: a, day: 2026-11-23, expect: {outcome: SHARE}}", "why"),
        ("- {name: a, why: b, day: 2026-11-23, expect: {outcom: SHARE}}", "kept.yaml, case a outcom"),
        ("- {name: a, why: b, day: 2026-11-23, expect: {disclosures: [{item: i1}]}}", "recipient"),
    ],
)
def test_a_kept_case_that_is_none_is_refused_with_file_case_and_reason(tmp_path, text, reason):
    (tmp_path / "kept.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack, match=reason):
        read_kept(tmp_path / "kept.yaml")


def test_a_folder_may_hold_case_files_acceptance_cases_and_kept_cases(tmp_path):
    case = {"format": "lawfulshare.case/1", "nation": "england", "decided_on": "2026-11-23"}
    (tmp_path / "a.json").write_text(json.dumps(case), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"case": case, "expect": {"outcome": None}}), encoding="utf-8")
    (tmp_path / "c.kept.yaml").write_text(
        "- {name: c, why: d, day: 2026-11-22, given: {}, expect: {outcome: [NOT_NOW, null]}}", encoding="utf-8"
    )
    (tmp_path / "d.cases.yaml").write_text("- 1", encoding="utf-8")
    found = whole_cases(tmp_path)
    assert [(one.day, one.expect.outcome) for one in found] == [
        ("2026-11-23", ()), ("2026-11-23", None), ("2026-11-22", ("NOT_NOW", None)),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["nonsense", "[]", '{"format": "lawfulshare.case/1", "nation": "england"}'])
def test_a_file_that_is_no_case_is_refused_by_name(tmp_path, text):
    (tmp_path / "wrong.json").write_text(text, encoding="utf-8")
    with pytest.raises((BadCaseFile, BadPack)):
        whole_cases(tmp_path)
