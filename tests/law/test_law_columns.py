"""Weighing at every spot at once says what weighing one term at one spot says; what is carried over still stands."""

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from law_cases import DAY, a_case, acceptance_cases

from lawfulshare.case import case_file, paths
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.answer.diagram import support
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.net import Net, terms_of
from lawfulshare.law.answer.unknowns import open_leaves, questions
from lawfulshare.law.language.columns import Columns
from lawfulshare.law.language.nodes import (
    FALSE,
    TRUE,
    all_of,
    any_of,
    fact,
    member,
    named,
    negate,
    one_of,
    some,
    unknown,
)
from lawfulshare.law.language.spots import Spots
from lawfulshare.law.language.weighing import Weighing, weigh
from lawfulshare.law.packs.pack import load

LISTS = {"item": ("i1", "i2"), "recipient": ("r1",), "disclosure": ("i1>r1", "i2>r1")}
PEOPLE = ("p1", "p2")
IDS = [None, (), ("p1",), ("p1", "p2")]
VALUES = {
    "case.yes": [None, True, False],
    "people": [None, (), PEOPLE],
    "people.p1.good": [None, True, False],
    "people.p2.good": [None, True, False],
    "people.p1.of": IDS,
    "items.i1.sort": [None, "x", "y"],
    "items.i2.sort": [None, "x", "y"],
    "items.i1.about": IDS,
    "items.i2.about": IDS,
    "recipients.r1.safe": [None, True, False],
    "disclosures.i1>r1.asked": [None, True, False],
    "disclosures.i2>r1.asked": [None, True, False],
}
FACTS = {path: paths.fact_of(path) for path in VALUES}
sheets = st.fixed_dictionaries({path: st.sampled_from(values) for path, values in VALUES.items()})
atoms = st.sampled_from(
    [TRUE, FALSE, fact("case.yes"), fact("person.good"), one_of("item.sort", ["x"]), member("item.about"),
     member("person.of"), fact("recipient.safe"), fact("disclosure.asked")]
)  # fmt: skip


def wholes(parts):
    lists = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        parts.map(negate),
        parts.map(unknown),
        lists.map(lambda these: all_of(*these)),
        lists.map(lambda these: any_of(*these)),
        parts.map(lambda part: named("term", "it", part)),
        parts.map(lambda part: some("person", part)),
        parts.map(lambda part: some("pair", part)),
    )


terms = st.recursive(atoms, wholes, max_leaves=12)


def everywhere(columns, people):
    """Each spot with nobody and with each person: its number, and what is bound there."""
    for number, spot in enumerate(columns.spots.bound):
        yield number, spot
        for at, person in zip(columns.spots.with_person(number), people or (), strict=True):
            yield at, spot | {"person": person}


@given(terms, sheets)
def test_a_column_says_at_each_spot_what_weighing_there_says(term, said):
    lookup = (said | {"disclosures": LISTS["disclosure"]}).get
    columns = Columns(lookup, Spots(LISTS, said["people"]))
    assert columns.holding(term) == columns.column(term).holds == columns.holding(term)
    for at, bound in everywhere(columns, said["people"]):
        weighing = Weighing(lookup)
        weighing.bind(**bound)
        assert columns.truth(term, at) is weighing.truth(term) is weigh(term, lookup, bound).truth


@given(terms, sheets, st.dictionaries(st.sampled_from([*VALUES][1:]), st.integers(0, 3)))
def test_columns_carried_over_are_those_weighed_afresh(term, said, changes):
    later = said | {path: VALUES[path][number % len(VALUES[path])] for path, number in changes.items()}
    later["people"] = said["people"]
    before = Columns(said.get, Spots(LISTS, said["people"]))
    before.column(term)
    carried = before.after(later.get, {FACTS[path] for path in changes})
    assert carried.column(term) == Columns(later.get, Spots(LISTS, said["people"])).column(term)


def test_two_spots_that_look_the_same_to_a_term_are_one_seat():
    spots = Spots(LISTS, PEOPLE)
    alone, first, second = 1, 4, 5
    assert spots.path("item.sort", first) == "items.i1.sort"
    assert spots.seat(one_of("item.sort", ["x"]), first) == spots.seat(one_of("item.sort", ["x"]), alone)
    assert spots.seat(one_of("item.sort", ["x"]), first) != spots.seat(one_of("item.sort", ["x"]), second)
    assert spots.seat(fact("recipient.safe"), first) == spots.seat(fact("recipient.safe"), second)
    with_one, with_other = spots.with_person(first)
    assert spots.seat(fact("person.good"), with_one) != spots.seat(fact("person.good"), with_other)
    assert spots.path("person.good", with_other) == "people.p2.good"
    assert spots.person(with_one) == "p1"


@cache
def stated_cases():
    stated = [case_file.read(case_file.write(a_case()))]
    for _, file in acceptance_cases():
        stated.append(paths.put(case_file.CaseFile.model_validate(file["case"]), "decided_on", DAY))
    return stated


FOR_KIND = {
    "truth": [True, False, None],
    "number": [3, 15, 40, None],
    "text": ["Something", None],
}


@st.composite
def changed_cases(draw):
    """A whole case, and the same with one answer given, changed or taken back."""
    case = draw(st.sampled_from(stated_cases()))
    name, kind = draw(st.sampled_from([(name, kind) for name, kind in paths.facts().items() if kind.kind in ASKED]))
    root, _, rest = name.partition(".")
    if root in paths.ENTRIES:
        listed = paths.entries(case, root)
        if not listed:
            return case, case
        entry = draw(st.sampled_from(range(len(listed))))
        name = f"{paths.ENTRIES[root]}.{paths.key_of(listed[entry], entry)}.{rest}"
    value = draw(st.sampled_from(values(case, kind)))
    try:
        return case, paths.put(case, name, value)
    except ValueError:
        return case, case


ASKED = ("truth", "number", "text", "choice", "choices", "ids")


def values(case, kind):
    if kind.kind in FOR_KIND:
        return FOR_KIND[kind.kind]
    if kind.kind == "ids":
        return [None, (), tuple(person.id for person in case.people or ())[:1]]
    choices = kind.choices or tuple(recipient.id for recipient in case.recipients or ())
    return [None, *choices] if kind.kind == "choice" else [None, (), choices[:1], choices[-2:]]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(changed_cases())
def test_after_one_answer_every_term_and_the_whole_answer_are_as_assessed_afresh(changed):
    before, after = changed
    law = load("england").on(DAY)
    earlier = Findings(before, law)
    first_answer(before, law)
    for term in terms_of(law):
        earlier.columns.column(term)
    carried, afresh = earlier.after(after), Findings(after, law)
    for term in terms_of(law):
        assert carried.columns.column(term) == afresh.columns.column(term)
    assert (carried.outcome, carried.verdicts) == (afresh.outcome, afresh.verdicts)


def leaves_of_the_net(found):
    net, told = Net(found), {}
    for question in questions(found):
        for goal in question.goals:
            for variable in support(net, net.ground(goal, question.pair, settled=True)):
                path = found.scene.stated_at(net.variables[variable].path)
                told.setdefault(path, set()).add(question.decides)
    return told


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(changed_cases())
def test_the_open_facts_listed_at_once_are_the_leaves_of_the_case_s_own_net(changed):
    for case in changed:
        found = Findings(case, load("england").on(DAY))
        assert {fact.path: set(fact.decides) for fact in open_leaves(found)} == leaves_of_the_net(found)


def test_what_no_changed_fact_bears_on_is_not_looked_up_again():
    law = load("england").on(DAY)
    before, after = a_case(), paths.put(a_case(), "items.i1.relevant", False)
    earlier = Findings(before, law)
    assert earlier.verdicts == {"i1>r1": "send"}
    later = earlier.after(after)
    assert "organisation.sector" in later.columns.facts and "item.relevant" in later.columns.facts
    assert later.verdicts == {"i1>r1": "withhold"}
    assert later.truth(law.compiler.term(law.procedure.personal_data), "i1>r1") is Truth.HOLDS
    assert earlier.verdicts == {"i1>r1": "send"}


def test_another_entry_is_another_case_and_is_weighed_afresh():
    law = load("england").on(DAY)
    whole = a_case()
    more = paths.put(whole, "disclosures.i1>r2.necessary", True)
    assert set(Findings(whole, law).after(more).verdicts) == {"i1>r1", "i1>r2"}
