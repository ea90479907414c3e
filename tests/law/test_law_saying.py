"""Facts in words: every fact and every choice has its sentence, and no explanation shows how it was put together."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from law_cases import DAY, a_case, acceptance_cases

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.situation import Advice
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.explanation import explain
from lawfulshare.law.answer.saying import OfTheCase, OfTheLaw, Saying, ended
from lawfulshare.law.packs.naming import DERIVED
from lawfulshare.law.packs.pack import load
from lawfulshare.wording import wording

FACTS = {**{fact: shape.kind for fact, shape in paths.facts().items()}, **dict.fromkeys(DERIVED, "truth")}
NEEDED = {
    "truth": {"so", "not", "unknown"},
    "text": {"is", "none", "unknown"},
    "texts": {"is", "none", "unknown"},
    "choices": {"is", "none", "unknown"},
    "entries": {"is", "none", "unknown"},
    "ids": {"is", "none", "unknown", "member", "among"},
    "choice": {"is", "unknown"},
    "day": {"is", "unknown"},
    "number": {"is", "unknown", "below", "from"},
}
LABELS = ["Sam (7)", "Mrs Giggs", "the twins", "duty social worker", "Dr. K.", "Children's services", None]
TRACES = {
    "two spaces": r"\S  +\S",
    "an underscore": r"_",
    "nothing in the place of something": r"\bNone\b(?! of)|\bTrue\b|\bFalse\b|\(\)|\[\]|“”",
    "a full stop too many": r"\.\s*\.|,\.|[;:]\.",
    "a before a vowel": r"\b[Aa] [aeiou](?!ne\b|ni|se|sual|ro)\w",
    "an before a consonant": r"\b[Aa]n (?!hour|heir|honest|NHS|LADO|MARAC)[b-df-hj-np-tv-z]\w",
    "one of many": r"\b1 (people|items|recipients|years)\b",
    "a place that was not filled": r"[{}]",
    "a doubled word": r"\b(the|a|an|to|of|is|that) \1\b",
}


def traces(text):
    return [name for name, trace in TRACES.items() if re.search(trace, text)]


@pytest.mark.parametrize("fact", sorted(FACTS))
def test_every_fact_of_the_case_has_its_sentences(fact):
    words = wording("en")
    assert {key for key in NEEDED[FACTS[fact]] if f"facts.says.{fact}.{key}" not in words} == set()


@pytest.mark.parametrize("fact", sorted(fact for fact, shape in paths.facts().items() if shape.choices))
def test_every_choice_of_every_fact_is_told_in_words_of_its_own(fact):
    saying = Saying(OfTheLaw(), {})
    choices = [one for one in paths.facts()[fact].choices if one != "unknown"]
    many = paths.facts()[fact].kind == "choices"
    told = [saying.sentence(fact, (one,) if many else one) for one in choices]
    assert len(set(told)) == len(choices)
    assert [(one, traces(one)) for one in told if traces(one)] == []


def a_value(kind, choices):
    match kind:
        case "truth":
            return st.booleans()
        case "number":
            return st.integers(0, 125)
        case "day":
            return st.just("2026-11-23")
        case "text":
            return st.sampled_from(["a bruise.", "Health  visitor", ""])
        case "texts":
            return st.lists(st.sampled_from(["names", "dates.", "the school"]), max_size=3).map(tuple)
        case "ids":
            return st.lists(st.sampled_from(["p1", "p2", "p3"]), unique=True, max_size=3).map(tuple)
        case "choices":
            return st.lists(st.sampled_from(choices), unique=True, max_size=4).map(tuple)
        case "entries":
            return st.lists(st.sampled_from(["p1", "p2"]), unique=True, max_size=2).map(tuple)
    return st.sampled_from(choices or ("r1", "p2"))


@st.composite
def answered(draw):
    fact = draw(st.sampled_from(sorted(FACTS)))
    shape = paths.facts().get(fact)
    value = draw(st.none() | a_value(FACTS[fact], shape.choices if shape else ()))
    if fact == "advice" and value:
        value = (Advice.model_validate({"from": "Named doctor"}),) * len(value)
    count = draw(st.integers(1, 22))
    people = [{"id": f"p{n}"} | ({"label": label} if (label := draw(st.sampled_from(LABELS))) else {})
              for n in range(1, count + 3)]  # fmt: skip
    case = CaseFile.model_validate({"people": people, "recipients": [{"id": "r1"}, {"id": "r2", "label": "GP"}],
                                    "items": [{"id": "i1", "what": "He fell."}, {"id": "i2"}]})  # fmt: skip
    first, _, rest = fact.partition(".")
    key = {"person": f"p{count}", "recipient": "r1", "item": "i2", "disclosure": "i1>r2"}.get(first, "0")
    path = f"{paths.ENTRIES[first]}.{key}.{rest}" if rest and first in paths.ENTRIES else fact
    return case, path, value


@given(answered())
@settings(max_examples=1500, deadline=None)
def test_every_fact_reads_as_a_sentence_whoever_it_is_about_and_whatever_was_answered(told):
    case, path, value = told
    sentence = Saying(OfTheCase(case), {}).sentence(path, value)
    assert traces(sentence) == []
    assert re.match(r"^[A-Z“0-9].*[.!?…]$", sentence)
    assert not re.search(r"\b[pri]\d+\b", sentence)


@st.composite
def cases(draw):
    """An acceptance case with other names, and with some of its answers taken away or turned."""
    stated = json.loads(json.dumps(draw(st.sampled_from([case["case"] for _, case in acceptance_cases()]))))
    for key, field in (("people", "label"), ("recipients", "label"), ("items", "what")):
        for entry in stated.get(key) or ():
            label = draw(st.sampled_from(LABELS))
            entry.pop(field, None)
            if label:
                entry[field] = label
    places = [entry for key in ("people", "recipients", "items", "disclosures") for entry in stated.get(key) or ()]
    for entry in [stated["concern"], *places]:
        for key in [key for key, value in entry.items() if isinstance(value, bool)]:
            entry[key] = draw(st.sampled_from([True, False, None]))
    return case_file.read(json.dumps(stated).encode())


@given(cases())
@settings(max_examples=12, deadline=None)
def test_no_explanation_shows_how_it_was_put_together(case):
    law = load("england").on(DAY)
    lines = explain(assess(case, law), case, law, "audit")
    for line in lines:
        told = re.sub(r" \([a-z_]+(\.\S+)?\)$|https://\S+", "", line.strip())
        assert traces(told) == [], line
        assert not re.search(r"\b[pri]\d+\b", told), line


def test_an_entry_without_a_name_is_told_by_its_place():
    case = a_case(people=[{"id": f"p{n}"} for n in range(1, 114)])
    names = OfTheCase(case)
    told = [names("person", f"p{n}") for n in (1, 12, 13, 21, 22, 23, 111)]
    assert told == [f"the {n} person" for n in ("first", "twelfth", "13th", "21st", "22nd", "23rd", "111th")]
    assert OfTheCase(a_case())("person", "p1") == "the person"
    assert OfTheCase(a_case())("person", "p9") == "the person"


def test_a_power_that_is_cited_is_told_by_its_citation():
    law = load("england").on(DAY)
    said = Saying(OfTheLaw(), law.provisions).sentence("request.power_cited", "ca1989-s47")
    assert law.provision("ca1989-s47").citation in said
    assert (
        Saying(OfTheLaw(), {}).sentence("request.power_cited", "the old rules") == "The request cites “the old rules”."
    )


def test_advice_is_told_by_whom_it_came_from():
    case = CaseFile.model_validate({"advice": [{"from": "Named doctor"}, {"from": "Lawyer"}]})
    told = Saying(OfTheCase(case), {}).sentence("advice", case.advice)
    assert told == "Advice was taken from “Named doctor” and “Lawyer”."


def test_what_might_go_is_told_by_the_names_of_item_and_recipient():
    case = a_case()
    told = [Saying(OfTheCase(case), {}).sentence("disclosures", value) for value in (case.disclosures, ("i1>r1",), ())]
    assert told[0] == told[1] == "The item to the recipient might go."
    assert told[2] == "Nothing has been proposed to go to anybody."


def test_a_sentence_ends_once():
    assert [ended(one) for one in ("a", "A.", "so?", "")] == ["A.", "A.", "So?", "."]
