"""The kernel: three values, learning more never contradicts, a proof says what the truth says."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawfulshare.case.truth import Truth
from lawfulshare.law.language.first_match import Row, first_match, rows_alone
from lawfulshare.law.language.nodes import (
    FALSE,
    TRUE,
    Term,
    all_of,
    any_of,
    below,
    fact,
    member,
    named,
    negate,
    one_of,
    said,
    shares,
    some,
)
from lawfulshare.law.language.weighing import Weighing, weigh

HOLDS, FAILS, OPEN = Truth.HOLDS, Truth.FAILS, Truth.OPEN


class NeverPut:
    """Equal to nothing, as the walk uses it for a question that was never put."""

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = None  # type: ignore[assignment]


VALUES = {
    "a.yes": [True, False],
    "a.other": [True, False],
    "a.choice": ["x", "y", "z"],
    "a.list": [(), ("x",), ("x", "y"), ("z",)],
    "a.number": [3, 15, 16, 80],
    "a.ids": [(), ("p1",), ("p2",), ("p1", "p2")],
    "people.p1.good": [True, False],
    "people.p2.good": [True, False],
}
atoms = st.sampled_from(
    [fact("a.yes"), fact("a.other"), one_of("a.choice", ["x"]), one_of("a.choice", ["y", "z"]), shares("a.list", ["x"]),
     below("a.number", 16), TRUE, FALSE]
)  # fmt: skip
of_a_person = st.sampled_from([fact("person.good"), member("a.ids"), fact("a.yes")])


def _joints(parts: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    lists = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        parts.map(negate),
        lists.map(lambda these: all_of(*these)),
        lists.map(lambda these: any_of(*these)),
        parts.map(lambda part: named("term", "it", part)),
    )


bodies = st.recursive(of_a_person, _joints, max_leaves=4)
terms = st.recursive(st.one_of(atoms, bodies.map(lambda body: some("person", body))), _joints, max_leaves=10)
sheets = st.fixed_dictionaries({}, optional={path: st.sampled_from(values) for path, values in VALUES.items()})
PEOPLE = {"people": ("p1", "p2")}


@given(terms, sheets, sheets)
def test_learning_more_never_overturns_a_settled_answer(term, known, learnt):
    before = weigh(term, (PEOPLE | known).get).truth
    after = weigh(term, (PEOPLE | learnt | known).get).truth
    assert before in (OPEN, after)


@given(terms, sheets)
def test_the_early_stopping_truth_is_the_truth_of_the_proof(term, known):
    weighing = Weighing((PEOPLE | known).get)
    assert weighing.truth(term) is weighing.weigh(term).truth


@given(terms, sheets)
def test_remembering_changes_no_truth(term, known):
    said_ = (PEOPLE | known).get
    assert Weighing(said_).truth(term) is Weighing(said_, remember=False).truth(term)


@given(terms, sheets)
def test_the_contrary_has_the_contrary_truth(term, known):
    said_ = (PEOPLE | known).get
    assert weigh(negate(term), said_).truth is ~weigh(term, said_).truth


@given(terms, terms, sheets)
def test_de_morgan_holds_in_three_values(one, other, known):
    said_ = (PEOPLE | known).get
    assert weigh(negate(all_of(one, other)), said_).truth is weigh(any_of(negate(one), negate(other)), said_).truth


@given(st.lists(st.tuples(st.sampled_from("abc"), terms), min_size=1, max_size=5), sheets)
def test_a_table_gives_at_most_one_answer_and_with_a_last_row_exactly_one_when_all_is_known(rows, known):
    complete = PEOPLE | {path: values[0] for path, values in VALUES.items()} | known
    table = [Row(str(n), then, "", when) for n, (then, when) in enumerate(rows)]
    table.append(Row("otherwise", "last", "", TRUE))
    full = Weighing(complete.get)
    assert [full.truth(term) for term in first_match(table).values()].count(HOLDS) == 1
    half = Weighing((PEOPLE | known).get)
    assert [half.truth(term) for term in first_match(table).values()].count(HOLDS) <= 1
    first = next(row.then for row in table if full.truth(row.when) is HOLDS)
    assert full.truth(first_match(table)[first]) is HOLDS


def test_an_open_row_does_not_keep_a_later_row_with_the_same_answer_from_standing():
    table = [Row("one", "send", "", fact("a.yes")), Row("two", "send", "", TRUE)]
    assert weigh(first_match(table)["send"], {}.get).truth is HOLDS
    assert [row.name for row, alone in rows_alone(table) if weigh(alone, {}.get).truth is HOLDS] == ["two"]


@pytest.mark.parametrize("truths", list(product([True, False, None], repeat=2)))
def test_and_or_are_kleenes(truths):
    said_ = dict(zip(("a.yes", "a.other"), truths, strict=True)).get
    both = weigh(all_of(fact("a.yes"), fact("a.other")), said_).truth
    either = weigh(any_of(fact("a.yes"), fact("a.other")), said_).truth
    assert both is (FAILS if False in truths else OPEN if None in truths else HOLDS)
    assert either is (HOLDS if True in truths else OPEN if None in truths else FAILS)


@pytest.mark.parametrize("term", [fact("a"), one_of("a", ["x"]), shares("a", ["x"]), below("a", 9)])
def test_a_question_never_put_differs_from_one_answered_not_known(term):
    assert weigh(term, {"a": None}.get).truth is OPEN
    assert weigh(term, {"a": NeverPut()}.get).truth is FAILS


def test_silence_at_a_free_text_is_no():
    assert weigh(said("a"), {}.get).truth is FAILS
    assert weigh(said("a"), {"a": "Something"}.get).truth is HOLDS


def test_equal_terms_are_one_object_and_constants_simplify():
    assert all_of(fact("a"), fact("b")) is all_of(fact("a"), fact("b"))
    assert all_of(fact("a"), TRUE) is fact("a")
    assert any_of(fact("a"), TRUE) is TRUE
    assert all_of(fact("a"), FALSE) is FALSE
    assert negate(negate(fact("a"))) is fact("a")
    assert some("person", FALSE) is FALSE


def test_somebody_is_open_while_it_is_not_known_who_is_there():
    assert weigh(some("person", fact("person.good")), {}.get).truth is OPEN
    assert Weighing({}.get).truth(some("person", fact("person.good"))) is OPEN
    assert weigh(some("person", fact("person.good")), {"people": ()}.get).truth is FAILS


def test_the_proof_names_the_persons_own_path_and_answer():
    proof = weigh(some("person", fact("person.good")), {"people": ("p1",), "people.p1.good": True}.get)
    assert (proof.parts[0].path, proof.parts[0].answer, proof.parts[0].bound) == ("people.p1.good", True, "p1")
