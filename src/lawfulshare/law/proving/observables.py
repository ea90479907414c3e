"""What a law answers, term by term: whatever differs here differs in some assessment, or in a provision's own cases."""

from collections.abc import Iterable, Iterator
from typing import Any

from lawfulshare.law.language.nodes import Some, Term, any_of, walk
from lawfulshare.law.packs.law import Law

PAIR_TABLE = "verdict"
CASE_TABLES = ("outcome", "suggested")
BY_NAME = {"disclosure.to_themselves": 1, "disclosure.to_their_agent": 1, "disclosure.to_their_parent": 2}
"""The facts that look at people whom a recipient names, and at how many."""


def of_a_pair(law: Law) -> dict[str, Term]:
    """Give what is answered of one pair: each provision, each verdict, and what the item needs."""
    provisions = {f"provision {name}": law.holds(name) for name in law.provisions}
    verdicts = {f"verdict {answer}": term for answer, term in law.tables[PAIR_TABLE].answers.items()}
    needs = (law.procedure.personal_data, *law.procedure.needs_condition.values())
    return provisions | verdicts | {f"need {number}": law.compiler.term(name) for number, name in enumerate(needs)}


def of_a_case(law: Law) -> dict[str, Term]:
    """Give what is answered of the case: outcomes, what is suggested, duties without a pair, who must hear."""
    tables = {f"{table} {answer}": term for table in CASE_TABLES for answer, term in law.tables[table].answers.items()}
    duties = (name for name, provision in law.provisions.items() if provision.kind == "duty")
    alone = {f"duty alone {name}": law.compiler.alone(name) for name in duties}
    sectors = dict.fromkeys(sector for row, _ in law.referrals for sector in row.then)
    heard = {
        f"refer to {sector}": any_of(*(term for row, term in law.referrals if sector in row.then)) for sector in sectors
    }
    return tables | alone | heard


def axioms(law: Law) -> tuple[Term, ...]:
    """Give what no valid case file may say, as the reader of case files asks it too."""
    return tuple(term for _, term in law.axioms)


def people_needed(terms: Iterable[Term]) -> int:
    """Count the people who are enough: one a different *some person*, and those whom a recipient names.

    Keep for each *some person* one who makes it true, or, where it is not true, one who makes it open: every term
    keeps its value, so no case with more people answers otherwise.
    """
    parts = tuple(walk(*terms))
    by_name = sum(BY_NAME.get(getattr(part, "path", ""), 0) for part in parts)
    return sum(isinstance(part, Some) and part.binds == "person" for part in parts) + by_name


def relates_people(terms: Iterable[Term]) -> bool:
    """Say whether a term compares two people, so that no number of people is enough for certain."""
    return any(getattr(part, "path", "").startswith("person.lives_with_") for part in walk(*terms))


def some_pairs(law: Law) -> dict[Term, tuple[str, ...]]:
    """Name what *some pair* asks for by verdict or duty, so that two laws' outcomes are compared over the same pairs.

    *Some pair has one of these verdicts* is true, or false, where *some pair has this one* is, of any, or all.
    """
    answers = law.tables[PAIR_TABLE].answers
    named: dict[Term, tuple[str, ...]] = {law.holds(name): (f"duty {name}",) for name in law.in_force("duty")}
    for verdicts in set(_verdicts_written(law.procedure.model_dump())):
        named[any_of(*(answers[verdict] for verdict in verdicts))] = verdicts
    return named


def _verdicts_written(written: Any) -> Iterator[tuple[str, ...]]:
    match written:
        case {"verdict": [str(), *_] | (str(), *_) as verdicts, **rest} if not rest:
            yield tuple(verdicts)
        case dict():
            for part in written.values():
                yield from _verdicts_written(part)
        case list() | tuple():
            for part in written:
                yield from _verdicts_written(part)
