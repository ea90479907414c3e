"""The eight properties of every answer, each stated once: z3 proves them of all cases, and a case file replays them.

Each function says how its property would be broken: of one pair, or of one pair in two cases that differ in one way.
*Stands* means known true. What they speak of comes from the specification, never from the pack's own definitions.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from lawfulshare.law.language.nodes import Term
from lawfulshare.law.proving.logic import Claim, both, either, never, same
from lawfulshare.law.proving.observables import of_a_case, of_a_pair
from lawfulshare.law.proving.reading import Reading
from lawfulshare.law.proving.specification import Judged

OfAPair: TypeAlias = Callable[[Reading, Judged], Claim]
OfTwoCases: TypeAlias = Callable[[Reading, Reading, Judged], Claim]
Cases: TypeAlias = Literal["any", "complete", "learnt", "form"]
"""Of which cases: any, complete ones, a case and one that says more, two that differ only in form."""

OFFERED = ("send", "summarise")


class Property(NamedTuple):
    """One property: its number, of which cases it speaks, and how it would be broken."""

    number: str
    cases: Cases
    broken: OfAPair | OfTwoCases


def one_verdict(case: Reading, judged: Judged) -> Claim:
    """1a: a complete file leaves a pair without a verdict, or with two."""
    return _not_exactly_one(case, judged.law.tables["verdict"].answers)


def one_outcome(case: Reading, judged: Judged) -> Claim:
    """1a: a complete file has no outcome, or two."""
    return _not_exactly_one(case, judged.law.tables["outcome"].answers)


def _not_exactly_one(case: Reading, answers: dict[str, Term]) -> Claim:
    stands = [case.yes(term) for term in answers.values()]
    two = [both(one, other) for at, one in enumerate(stands) for other in stands[:at]]
    return either(never(either(*stands)), *two)


def consent_is_real(case: Reading, judged: Judged) -> Claim:
    """2: consent carries something though somebody concerned is not known to have given it, uncoerced."""
    consent = case.yes(judged.any_of(judged.by.rest_on_consent))
    agreed = both(case.no(judged.term("agreement_in_doubt")), case.yes(judged.term("somebody_concerned")))
    return both(consent, never(agreed))


def _a_duty_is_made_out(case: Reading, judged: Judged) -> Claim:
    return either(
        *(
            both(*map(case.yes, conditions), *(never(case.yes(exception)) for exception in exceptions))
            for conditions, exceptions in judged.duties()
        )
    )


def _a_duty_binds(case: Reading, judged: Judged) -> Claim:
    """A duty is owed to whom it names: not to somebody who is known not to have shown who they are."""
    return both(
        _a_duty_is_made_out(case, judged),
        never(case.yes(judged.term("endangers_somebody_concerned"))),
        never(case.no(judged.term("recipient_is_sure"))),
    )


def duty_is_not_withheld(case: Reading, judged: Judged) -> Claim:
    """3: *withhold* stands against a duty, though nobody concerned is known to be endangered by the recipient."""
    return both(_a_duty_binds(case, judged), case.yes(judged.verdict("withhold")))


def duty_leaves_a_way(case: Reading, judged: Judged) -> Claim:
    """3, so that it carries over to many pairs: under a duty every other verdict is excluded."""
    others = [answer for answer in judged.law.tables["verdict"].answers if answer != "withhold"]
    return both(_a_duty_binds(case, judged), case.no(judged.verdict(*others)))


def authority_has_its_task(case: Reading, judged: Judged) -> Claim:
    """4: legitimate or recognised interests carry what a sender does who is not known to be no public authority."""
    return both(case.yes(judged.any_of(judged.by.rest_on_interests)), never(case.no(judged.term("authority"))))


def offered_has_every_layer(case: Reading, judged: Judged) -> Claim:
    """5: *send* or *summarise* stands without basis, condition or route, and not in immediate danger.

    What points to nobody living needs neither basis nor condition; what points to nobody is in nobody's confidence. In
    danger those who come to help are told whatever is lacking; those to be warned, only where a condition is.
    """

    def lacks(needed: Term, provisions: tuple[str, ...]) -> Claim:
        return both(never(case.no(needed)), never(case.yes(judged.any_of(provisions))))

    points = never(case.no(judged.term("points_to_somebody")))
    of_the_living = both(points, never(case.no(judged.term("somebody_living"))))
    condition = both(
        of_the_living,
        either(
            lacks(judged.term("special"), judged.by.special_conditions),
            lacks(judged.term("offence"), judged.by.offence_conditions),
        ),
    )
    other = either(
        both(of_the_living, never(case.yes(judged.any_of(judged.by.bases)))),
        both(points, lacks(judged.term("confidential"), judged.by.confidence_routes)),
    )
    danger, helps, warned = (case.yes(judged.term(name)) for name in ("danger", "responder", "to_be_warned"))
    gap = either(other, both(condition, never(both(danger, warned))))
    return both(case.yes(judged.verdict(*OFFERED)), gap, never(both(danger, helps)))


def learning_never_contradicts(less: Reading, more: Reading, judged: Judged) -> Claim:
    """6: something stands or fails while less is known, and does not when more is."""
    return either(
        *(
            both(before(term), never(after(term)))
            for term in what_stands(judged)
            for before, after in ((less.yes, more.yes), (less.no, more.no))
        )
    )


def what_stands(judged: Judged) -> list[Term]:
    """Give all that is answered and stands; what is only suggested is given because something is open."""
    of_the_case = (term for name, term in of_a_case(judged.law).items() if not name.startswith("suggested "))
    return [*of_a_pair(judged.law).values(), *of_the_case]


def _help_is_called_for(case: Reading, judged: Judged) -> Claim:
    term = judged.term
    return both(
        *map(case.yes, map(term, ("danger", "responder", "relevant", "necessary"))),
        never(case.no(term("accurate"))),
        case.no(term("endangers_somebody_concerned")),
        case.no(judged.any_of(judged.by.prohibitions)),
    )


def danger_is_answered(case: Reading, judged: Judged) -> Claim:
    """7a: in danger it does not go to who can help: whole, or no less than was proposed."""
    summary, unnamed = (case.yes(judged.term(f"proposed_{how}")) for how in ("in_summary", "without_names"))
    goes = either(
        both(summary, case.yes(judged.verdict("summarise"))),
        both(unnamed, case.yes(judged.verdict("anonymise"))),
        both(never(summary), never(unnamed), case.yes(judged.verdict("send"))),
    )
    return both(_help_is_called_for(case, judged), never(goes))


def form_is_silent(one: Reading, other: Reading, judged: Judged) -> Claim:
    """7a: in danger two files that differ only in form have different verdicts."""
    answers = judged.law.tables["verdict"].answers.values()
    urgent = both(*(_help_is_called_for(case, judged) for case in (one, other)))
    return both(urgent, either(*(never(same(one.yes(term), other.yes(term))) for term in answers)))


def nobody_is_located(case: Reading, judged: Judged) -> Claim:
    """7b: *send* or *summarise* stands though the recipient might endanger somebody whom the item locates."""
    return both(case.yes(judged.verdict(*OFFERED)), never(case.no(judged.term("endangers_somebody_located"))))


PROPERTIES = (
    Property("1a", "complete", one_verdict),
    Property("1a", "complete", one_outcome),
    Property("2", "any", consent_is_real),
    Property("3", "any", duty_is_not_withheld),
    Property("3", "any", duty_leaves_a_way),
    Property("4", "any", authority_has_its_task),
    Property("5", "any", offered_has_every_layer),
    Property("6", "learnt", learning_never_contradicts),
    Property("7a", "any", danger_is_answered),
    Property("7a", "form", form_is_silent),
    Property("7b", "any", nobody_is_located),
)
"""All that are stated of cases; 1b (nothing is dead) is searched, and 8 compares the law of two days."""
