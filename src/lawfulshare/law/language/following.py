"""What plainly follows from terms that are taken to hold: sound and quick, never complete; z3 does the rest."""

from collections.abc import Iterable, Iterator

from lawfulshare.law.language.nodes import AllOf, AnyOf, Constant, Named, Not, OneOf, Term, negate


def conjuncts(*terms: Term) -> frozenset[Term]:
    """Give all that has to hold where these hold, down to what cannot be taken apart."""
    return frozenset(_conjuncts(terms))


def _conjuncts(terms: Iterable[Term]) -> Iterator[Term]:
    for term in terms:
        if isinstance(term, AllOf | Named):
            yield from _conjuncts(term.parts)
        else:
            yield term


def implied(term: Term, given: frozenset[Term]) -> bool:
    """Say whether a term plainly holds wherever all that is given holds."""
    match term:
        case Constant():
            return term.value
        case Named() | AllOf():
            return all(implied(part, given) for part in term.parts)
        case AnyOf():
            return term in given or any(implied(part, given) for part in term.parts)
        case Not():
            return term in given or refuted(term.parts[0], given)
        case OneOf(path=path, values=values):
            return any(isinstance(known, OneOf) and known.path == path and known.values <= values for known in given)
    return term in given


def refuted(term: Term, given: frozenset[Term]) -> bool:
    """Say whether a term plainly fails wherever all that is given holds."""
    match term:
        case Constant():
            return not term.value
        case Named() | AnyOf():
            return all(refuted(part, given) for part in term.parts)
        case AllOf():
            return negate(term) in given or any(refuted(part, given) for part in term.parts)
        case Not():
            return implied(term.parts[0], given)
        case OneOf(path=path, values=values):
            apart = (known for known in given if isinstance(known, OneOf) and known.path == path)
            return negate(term) in given or any(known.values.isdisjoint(values) for known in apart)
    return negate(term) in given
