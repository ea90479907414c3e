"""What plainly follows is never wrong: wherever the given terms hold, the implied holds and the refuted fails."""

from hypothesis import given
from hypothesis import strategies as st
from test_law_weighing import PEOPLE, VALUES, terms

from lawfulshare.case.truth import Truth
from lawfulshare.law.language.following import conjuncts, implied, refuted
from lawfulshare.law.language.nodes import FALSE, TRUE, all_of, any_of, fact, named, negate, one_of
from lawfulshare.law.language.weighing import weigh

WHOLE = st.fixed_dictionaries({path: st.sampled_from(values) for path, values in VALUES.items()})
RED, BLUE, EITHER = one_of("a.choice", ["x"]), one_of("a.choice", ["y"]), one_of("a.choice", ["x", "y"])
YES, OTHER = fact("a.yes"), fact("a.other")


def truth(term, sheet):
    return weigh(term, (sheet | PEOPLE).get).truth


@given(st.lists(terms, min_size=1, max_size=3), terms, WHOLE)
def test_what_is_implied_holds_and_what_is_refuted_fails(given_terms, term, sheet):
    known = conjuncts(*given_terms)
    if all(truth(one, sheet) is Truth.HOLDS for one in given_terms):
        assert not implied(term, known) or truth(term, sheet) is Truth.HOLDS
        assert not refuted(term, known) or truth(term, sheet) is Truth.FAILS


@given(terms, WHOLE)
def test_what_contradicts_itself_never_holds(term, sheet):
    assert not refuted(term, conjuncts(term)) or truth(term, sheet) is Truth.FAILS


def test_plain_consequences_are_seen():
    known = conjuncts(all_of(YES, named("condition", "it", RED)))
    for seen in (TRUE, YES, EITHER, negate(BLUE), any_of(OTHER, YES), all_of(YES, RED), negate(negate(YES))):
        assert implied(seen, known), seen
    for seen in (FALSE, negate(YES), BLUE, all_of(OTHER, BLUE), any_of(BLUE, negate(YES)), named("term", "it", BLUE)):
        assert refuted(seen, known), seen
    for unseen in (OTHER, any_of(OTHER, BLUE), negate(OTHER)):
        assert not implied(unseen, known)
    assert not refuted(OTHER, known)


def test_a_term_given_whole_is_seen_again():
    either, both = any_of(YES, OTHER), all_of(YES, OTHER)
    assert implied(either, conjuncts(either))
    assert refuted(both, conjuncts(negate(both)))
    assert refuted(RED, conjuncts(negate(RED)))
    assert implied(negate(RED), conjuncts(negate(RED)))
