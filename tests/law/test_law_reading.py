"""Terms in English: every term of the law that ships is read out, and each way of writing one has its words."""

import re

import pytest

from lawfulshare.law.answer.reading import Reader
from lawfulshare.law.packs.pack import load

PACK = load("england")
READER = Reader(PACK.provisions, PACK.lists, PACK.procedure)


def read(written):
    return [line.strip() for line in READER.read(written).lines()]


def terms_written():
    for provision in PACK.provisions.values():
        for version in provision.versions:
            for part in (*version.conditions.values(), *version.exceptions.values()):
                yield f"{provision.id}: {part.says}", part.when
    procedure = PACK.procedure
    for name, definition in (*procedure.terms.items(), *procedure.layers.items()):
        yield name, definition.when
    for row in (*procedure.verdict, *procedure.outcome, *procedure.suggested, *procedure.refer_to):
        yield row.row, row.when
    for axiom in procedure.axioms:
        yield axiom.axiom, axiom.never


def test_every_term_of_the_law_is_read_out_in_plain_words():
    for name, written in terms_written():
        for line in read(written):
            assert not re.search(r"_|\{|\}|\bTrue\b|\bFalse\b|\bNone\b|  ", line), f"{name}: {line}"


def test_every_list_is_read_out_in_plain_words():
    for name in PACK.lists:
        told = READER.list_in_words(name)
        assert len(told) == len(PACK.lists[name])
        assert [one for one in told if "_" in one] == [], name


DANGER = "somebody is in immediate danger or their life is at risk (as defined: “danger”)"
SAID = [
    (True, ["always"]),
    (False, ["never"]),
    ("item.relevant", ["the item bears on the purpose"]),
    ({"not": "item.relevant"}, ["the item does not bear on the purpose"]),
    ("request.made", ["somebody has asked for information"]),
    ("balance.less_intrusive_way", ["it is not the case that there is no less intrusive way"]),
    ({"not": "balance.less_intrusive_way"}, ["there is no less intrusive way"]),
    ([{"fact": "person.age", "below": 18}], ["the person is under 18"]),
    ({"fact": "person.age", "from": 16}, ["the person is 16 or older"]),
    ({"fact": "concern.level", "at_least": "child_in_need"}, ["the concern is graded as a child in need or graver"]),
    ({"fact": "person.capacity", "in": ["lacks", "fluctuates"]},
     ["the person lacks the capacity to decide or can decide at some times and not at others"]),
    ({"fact": "concern.kinds", "has": "fgm"}, ["the worry is about female genital mutilation"]),
    ({"fact": "organisation.commissioned_by", "in": ["police", "none"]},
     ["your service is commissioned by the police or no public body commissions your service"]),
    ({"fact": "organisation.commissioned_by", "in": ["none"]}, ["no public body commissions your service"]),
    ({"fact": "recipient.sector", "in": "public_authorities"},
     ["the recipient is one of the list “public authorities”"]),
    ({"fact": "person.consent.status", "in": "said_no"},
     ["the person has said no or has taken back an earlier agreement"]),
    ({"member": "person", "of": "item.about"}, ["the item is about the person"]),
    ({"not": {"fact": "person.kind", "is": "adult"}}, ["it is not the case that the person is an adult"]),
    ({"not": {"term": "danger"}}, ["nobody is in immediate danger (as defined: “danger”)"]),
    (
        {"not": {"term": "special_category"}},
        ["it is not the case that the item holds special category data (as defined: “special category”)"],
    ),
    ({"not": {"holds": "lpp"}}, [f"“{PACK.provisions['lpp'].title}” is not made out"]),
    ({"not": {"verdict": ["send"]}}, ["for no item and recipient the verdict is send"]),
    ({"not": {"any": ["item.relevant", "item.accurate"]}},
     ["none of these:", "the item bears on the purpose", "the item is accurate"]),
    ({"not": ["item.relevant", "item.accurate"]},
     ["not all of these:", "the item bears on the purpose", "the item is accurate"]),
    ({"not": {"all": ["item.relevant", "item.accurate"]}},
     ["not all of these:", "the item bears on the purpose", "the item is accurate"]),
    ({"some": "person", "when": "person.may_harm_child"},
     ["for somebody in the case this is so:", "the person may harm a child"]),
    ({"not": {"some": "person", "when": "person.may_harm_child"}},
     ["for nobody in the case is this so:", "the person may harm a child"]),
    ({"not": {"some": "person", "among": "item.about", "when": "person.may_harm_child"}},
     ["for nobody among those whom the item is about is this so:", "the person may harm a child"]),
    ({"every": "person", "when": "person.may_harm_child"},
     ["there is somebody in the case, and for everybody this is so:", "the person may harm a child"]),
    ({"not": {"every": "person", "among": "item.about", "when": "person.may_harm_child"}},
     ["this is not so:",
      "there is somebody among those whom the item is about, and for everybody among them this is so:",
      "the person may harm a child"]),
    ({"some": "pair", "when": "item.relevant"},
     ["for some item and recipient proposed this is so:", "the item bears on the purpose"]),
    ({"not": {"some": "pair", "when": "item.relevant"}},
     ["for no item and recipient proposed is this so:", "the item bears on the purpose"]),
    ({"any_of": "basis"}, ["some lawful basis carries it"]),
    ({"any_of": "condition", "meets": "offence"}, ["some condition for criminal offence data is met"]),
    ({"any_of": "confidence", "route": "consent"}, ["the route through confidence by consent is open"]),
    ({"verdict": ["send", "withhold"]}, ["for some item and recipient the verdict is send or hold it back"]),
    ({"duty_stands": True}, ["a duty stands"]),
    ({"duty_stands": ["ca2004-s16la"]},
     [f"one of these duties stands: {PACK.provisions['ca2004-s16la'].title}"]),
    ({"open": "concern.level"}, ["it is not known how grave the worry is"]),
    ({"open": {"term": "danger"}}, ["it is still open whether this is so:", DANGER]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "said"), SAID, ids=[said[0] for _, said in SAID])
def test_each_way_of_writing_a_term_has_its_words(written, said):
    assert read(written) == said


def test_what_a_term_refers_to_is_given_with_it():
    assert READER.read({"term": "danger"}).refers_to == "term-danger"
    assert READER.read({"fact": "recipient.sector", "in": "public_authorities"}).refers_to == "list-public_authorities"
    assert READER.read("item.relevant").refers_to == ""


def test_every_definition_of_the_law_says_what_it_means():
    assert [name for name, definition in PACK.procedure.terms.items() if not definition.says] == []


def test_a_term_is_told_by_its_own_sentence_else_by_its_name(mini):
    assert READER.term_in_words("lawful") == "a lawful basis carries it"
    assert READER.term_in_words("special_category") == "the item holds special category data"
    assert Reader(mini.provisions, mini.lists, mini.procedure).term_in_words("coerced") == "coerced"


def test_a_list_whose_values_are_of_no_closed_list_is_read_out_as_it_stands():
    assert Reader({}, {"odd": ("blue_ink", "police")}, PACK.procedure).list_in_words("odd") == ("blue ink", "police")
