"""What to look at before an item goes: marks of the item, people it names, and patterns in its words."""

import json

import pytest

from lawfulshare import content
from lawfulshare.case import case_file
from lawfulshare.faults import BadContent
from lawfulshare.guide import redacting
from lawfulshare.guide.redacting import names_of, other_adults, prompts, texts


def a_case(**item):
    stated = {
        "format": case_file.FORMAT,
        "people": [
            {"id": "p1", "label": "Theo", "kind": "child"},
            {"id": "p2", "label": "Ana", "kind": "adult"},
            {"id": "p3", "kind": "adult"},
        ],
        "concern": {"about": ["p1"]},
        "items": [{"id": "i1", **item}],
    }
    return case_file.read(json.dumps(stated).encode())


def named(**item):
    case = a_case(**item)
    return {prompt.name: prompt.says for prompt in prompts(case, case.items[0])}


def test_an_item_without_anything_to_look_at_asks_for_nothing():
    assert named(what="He has lost weight since 3 September 2026, 12.5 kg", about=["p1"]) == {}


def test_marks_of_the_item_are_told_with_the_names():
    told = named(
        what="x", locates=["p1", "p3"], restrictions=["informant_identity", "adoption"], classes=["contact_details"]
    )
    assert list(told) == ["locates", "informant_identity", "contact_details"]
    assert "Theo, this person" in told["locates"]


def test_whoever_is_named_and_whom_it_is_not_about_is_told():
    assert named(what="Ana said that Theo fell", about=["p1"]).keys() == {"third_party"}
    assert "Ana" in named(what="x", own_words="Ana did it", about=["p1"])["third_party"]
    assert not named(what="Anaesthetic was used", about=["p1"])
    assert not named(what="Ana said that Theo fell")


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("He lives at LS1 4AP now", "postcode", "LS1 4AP"),
        ("ring 0113 496 0321 after six", "telephone", "0113 496 0321"),
        ("or +44 7700 900123", "telephone", "+44 7700 900123"),
        ("NHS number 943 476 5919.", "nhs_number", "943 476 5919"),
        ("write to ana.b@example.org", "email", "ana.b@example.org"),
        ("seen at 12 Mill Lane twice", "street", "12 Mill Lane"),
    ],
)
def test_what_looks_like_a_detail_of_contact_is_found_in_the_words(text, name, found):
    told = named(what=f"{text}; {text}", about=["p1"])
    assert list(told) == [name]
    assert f"“{found}”" in told[name]


def test_other_adults_than_those_it_is_about_need_a_reason_of_their_own():
    case = a_case(about=["p1", "p2"])
    assert other_adults(case, case.items[0]) == ("p2",)
    assert names_of(case, ("p2", "p3")) == "Ana, this person"
    nobody = a_case()
    assert other_adults(nobody, nobody.items[0]) == ()


def test_every_prompt_can_be_put_into_another_language():
    contexts = {context for context, _ in texts()}
    assert {"redaction.locates", "redaction.postcode", "redaction.third_party"} <= contexts


def test_a_file_of_another_shape_is_refused(monkeypatch):
    monkeypatch.setattr(content, "read_yaml", lambda path: {"marks": {}, "pattern": []})
    redacting._redaction.cache_clear()
    with pytest.raises(BadContent):
        named(what="x")
    redacting._redaction.cache_clear()
