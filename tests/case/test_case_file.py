"""The case file: read whole or refused with every fault, written so that it reads back the same."""

import json
from pathlib import Path

import pytest

from lawfulshare.case import case_file, paths
from lawfulshare.case.vocabulary import SILENCE_MEANS
from lawfulshare.faults import BadCaseFile

ACCEPTANCE = sorted((Path(__file__).parents[1] / "acceptance").glob("[0-9]*.json"))
LEAST = {"format": "lawfulshare.case/1"}


def read(stated: object) -> case_file.CaseFile:
    return case_file.read(json.dumps(stated).encode())


def faults_of(stated: object) -> list[str]:
    with pytest.raises(BadCaseFile) as refused:
        read(stated)
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize("path", ACCEPTANCE, ids=lambda path: path.stem)
def test_what_is_written_reads_back_the_same(path):
    case = read(json.loads(path.read_text(encoding="utf-8"))["case"])
    assert case_file.read(case_file.write(case)) == case


def test_a_draft_of_nothing_but_its_format_is_a_case_file():
    assert read(LEAST).people is None


def test_an_absent_list_is_not_known_and_an_empty_one_is_none():
    assert read(LEAST).items is None
    assert read({**LEAST, "items": []}).items == ()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b"\xff\xfe", b"[" * 100_000], ids=repr)
def test_what_is_no_json_object_is_refused_in_one_sentence(body):
    with pytest.raises(BadCaseFile) as refused:
        case_file.read(body)
    assert len(refused.value.faults) == 1


def test_another_format_version_is_refused_by_name():
    assert "version 2" in faults_of({"format": "lawfulshare.case/2"})[0]


def test_unknown_keys_are_faults_wherever_they_stand_and_all_are_told_at_once():
    told = faults_of({**LEAST, "surprise": 1, "people": [{"id": "p1", "shoe_size": 41}]})
    assert [line.split(":")[0] for line in told] == ["people.0.shoe_size", "surprise"]


def test_a_key_given_twice_is_a_fault_and_neither_value_wins():
    with pytest.raises(BadCaseFile, match="given twice"):
        case_file.read(b'{"format": "lawfulshare.case/1", "mode": "share", "mode": "seek"}')


def test_text_is_not_taken_for_a_truth_value():
    assert "life_at_risk" in faults_of({**LEAST, "concern": {"life_at_risk": "yes"}})[0]


def test_a_fault_never_repeats_what_was_said_of_a_person():
    assert "Canary" not in " ".join(faults_of({**LEAST, "people": [{"id": "p1", "age": "Canary Jones"}]}))


@pytest.mark.parametrize(
    "stated",
    [
        {"people": [{"id": "p1"}, {"id": "p1"}]},
        {"concern": {"about": ["p9"]}},
        {"disclosures": [{"item": "i1", "recipient": "r1"}]},
        {"recipients": [{"id": "r1", "could_endanger": ["p1"]}]},
        {"enquiries": [{"id": "e1", "ask": "r1"}]},
        {"request": {"from": "r1"}},
    ],
)
def test_an_id_given_twice_or_that_nobody_has_is_a_fault(stated):
    assert faults_of({**LEAST, **stated})


def test_a_path_reads_what_was_put_there_and_nothing_else_changes():
    case = read(json.loads(ACCEPTANCE[0].read_text(encoding="utf-8"))["case"])
    after = paths.put(case, "people.p1.consent.status", "given")
    assert paths.read(after, "people.p1.consent.status") == "given"
    assert paths.put(after, "people.p1.consent.status", paths.read(case, "people.p1.consent.status")) == case


def test_a_pair_that_was_not_there_is_made_when_something_is_said_of_it():
    case = read({**LEAST, "items": [{"id": "i1"}], "recipients": [{"id": "r1"}]})
    after = paths.put(case, "disclosures.i1>r1.necessary", True)
    assert paths.read(after, "disclosures.i1>r1.necessary") is True


def test_a_place_that_the_format_does_not_have_cannot_be_written():
    with pytest.raises(KeyError):
        paths.put(read(LEAST), "concern.colour", "red")
    with pytest.raises(ValueError, match=r"concern\.level"):
        paths.put(read(LEAST), "concern.level", "catastrophe")


def test_every_path_with_a_silence_of_its_own_is_a_fact_of_the_format():
    known = set(paths.facts()) | {"request", "decision", "concern.referred"}
    assert set(SILENCE_MEANS) <= known


def test_the_schema_names_every_key_of_the_case_file():
    assert set(case_file.schema()["properties"]) >= {"format", "people", "disclosures", "balance", "decision"}


@pytest.mark.parametrize("path", ACCEPTANCE, ids=lambda path: path.stem)
def test_reading_one_case_over_and_over_says_what_reading_a_place_says(path):
    case = read(json.loads(path.read_text(encoding="utf-8"))["case"])
    read_here = paths.reading(case)
    places = ["people", "people.nobody", "people.nobody.age", "items.i1.what.more", *paths.facts()]
    for root, name in paths.ENTRIES.items():
        keys = [paths.key_of(one, position) for position, one in enumerate(paths.entries(case, root))]
        facts = [fact for fact in paths.facts() if fact.startswith(f"{root}.")]
        places += [f"{name}.{key}{fact.removeprefix(root)}" for key in keys for fact in (root, *facts)]
    assert any(read_here(place) for place in places if place.startswith("people.p1."))
    assert [read_here(place) for place in places] == [paths.read(case, place) for place in places]
