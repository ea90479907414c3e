"""The cases beside the law: provisions, terms, layers, rows and lists say what the cases beside them say."""

import pytest
from law_cases import MINI

from lawfulshare import content
from lawfulshare.faults import BadPack
from lawfulshare.law.packs.pack import load, read_pack
from lawfulshare.law.proving.beside import LISTS, cases_beside, read_cases, read_members, said

SHIPPED = content.resources() / "law"
ALL = [(folder, case) for folder in (MINI, SHIPPED) for case in cases_beside(folder)]


@pytest.mark.parametrize(("folder", "case"), ALL, ids=[f"{case.about}: {case.name}" for _, case in ALL])
def test_the_law_says_what_the_case_beside_it_says(folder, case):
    pack = load("england") if folder == SHIPPED else read_pack(MINI, "england")
    assert said(pack.on(case.day), case) == case.then


def test_each_list_has_the_members_that_stand_beside_it_and_none_of_its_near_misses():
    lists, beside = load("england").lists, read_members(SHIPPED / LISTS)
    assert set(beside) == set(lists)
    for name, written in beside.items():
        assert written.near_misses, name
        assert set(lists[name]) == set(written.members), name
        assert not set(lists[name]) & set(written.near_misses), name


MET = """
- name: met
  day: 2026-11-23
  given: {people: [{id: p1, kind: child, age: 15}], item.about: [p1], item.relevant: true}
  then: holds
"""


@pytest.fixture
def beside(tmp_path):
    def read(text, name="art5-relevant.cases.yaml"):
        (tmp_path / name).write_text(MET + text, encoding="utf-8")
        return read_cases(tmp_path / name)

    return read


def test_a_case_that_is_like_another_says_only_what_differs(beside):
    _, younger, unknown = beside(
        """
- {name: younger, like: met, day: 2026-11-22, given: {people.p1.age: 7}, then: fails}
- {name: not known, like: younger, given: {people.p1.age: null, item.relevant: null}, then: open}
"""
    )
    assert (younger.day, younger.case.people[0].age, younger.case.items[0].relevant) == ("2026-11-22", 7, True)
    assert (unknown.day, unknown.case.people[0].age, unknown.case.items[0].relevant) == ("2026-11-22", None, None)
    assert unknown.case.people[0].kind == "child"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- {name: a, like: b, given: {}, then: holds}", "no earlier case of this file is named 'b'"),
        ("- {name: met, like: met, then: holds}", "given twice"),
        ("- {name: a, like: met, givn: {}, then: holds}", "Extra inputs"),
        ("- {name: a, like: met, given: {item.colour: red}, then: holds}", "there is no fact item.colour"),
        ("- {name: a, like: met, given: {people.p1.age: old}, then: holds}", "people.p1.age cannot be 'old'"),
        ("- {name: a, like: met, given: {concern.levl: null}, then: holds}", "there is no fact concern.levl"),
        ("- {name: a, given: {}, then: holds}", "it has no day"),
        ("- {name: a, like: met, then: perhaps}", "holds"),
        ("- {name: a, like: met, term: danger, then: holds}", "names no term"),
        ("- 7", "case 2"),
    ],
)
def test_a_case_beside_that_is_none_is_refused_with_file_case_and_reason(beside, text, reason):
    with pytest.raises(BadPack) as refused:
        beside(text)
    assert "art5-relevant.cases.yaml, case " in str(refused.value)
    assert reason in str(refused.value)


def test_a_case_beside_the_procedure_names_exactly_one_thing(tmp_path):
    path = tmp_path / "procedure.cases.yaml"
    path.write_text(MET.replace("then: holds", "then: holds\n  term: danger\n  layer: route"), encoding="utf-8")
    with pytest.raises(BadPack, match="not exactly one term, layer, row or axiom"):
        read_cases(path)


def test_a_file_of_another_shape_is_refused(tmp_path):
    path = tmp_path / "a.cases.yaml"
    path.write_text("name: met\n", encoding="utf-8")
    with pytest.raises(BadPack, match="no list of cases"):
        read_cases(path)
    path.write_text("- met\n", encoding="utf-8")
    with pytest.raises(BadPack, match="no mapping of names"):
        read_members(path)
