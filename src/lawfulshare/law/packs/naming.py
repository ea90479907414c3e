"""What the words of a term refer to: the case's facts, the facts derived from them, named lists.

Derived facts are worked out once from the case in `law/answer/scene.py`, because a term never compares two entries.
They are a closed list, given here with what they mean:

    request.made                    something was asked of us
    request.order_claimed           the power cited is on the list that `orders` of the procedure names
    recipient.asked                 this recipient made the request
    person.lives_with_a_child       lives with, or stays with, a child of the case (by relationships, either way round)
    person.lives_with_the_subject   the same, of somebody whom the concern is about
    disclosure.to_themselves        the recipient is a person whom the item is about (recipient.person)
    disclosure.to_their_parent      the recipient has parental responsibility for somebody whom the item is about
    disclosure.to_their_agent       the recipient acts for somebody whom the item is about (recipient.acts_for)

The last five are open wherever relationships, `recipient.person` or `recipient.acts_for` are not stated, as in most
cases: a term of the law that needs them stays open there. They suit exceptions and cautions more than conditions.

Silence (case/vocabulary.py): where it means *none*, a choice may be compared with `none`, as in
`{fact: organisation.commissioned_by, is: none}`, `{fact: request.power_cited, is: none}`,
`{fact: decision.outcome, is: none}`, `{fact: concern.referred.to, is: none}`.
Without a request its yes/no facts are no.
"""

import functools
from collections.abc import Iterable, Mapping
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.vocabulary import SILENCE_MEANS
from lawfulshare.law.language.nodes import Term
from lawfulshare.law.language.terms import BadTerm, FactShape

DERIVED: dict[str, FactShape] = {
    fact: FactShape("truth", ())
    for fact in (
        "request.made", "request.order_claimed", "recipient.asked", "person.lives_with_a_child",
        "person.lives_with_the_subject", "disclosure.to_themselves", "disclosure.to_their_parent",
        "disclosure.to_their_agent",
    )
}  # fmt: skip
"""The facts that are worked out from others."""


def silent_for(fact: str) -> str | tuple[()] | None:
    """Say what silence means at a fact, or in what it belongs to; None: not known."""
    while fact:
        if fact in SILENCE_MEANS:
            return SILENCE_MEANS[fact]
        fact = fact.rpartition(".")[0]
    return None


@functools.cache
def shape_of(path: str) -> FactShape | None:
    """Give the shape of a fact of the case, or of a derived one; None if there is no such fact."""
    if path in DERIVED:
        return DERIVED[path]
    kind = paths.facts().get(path)
    if kind is None or kind.kind == "entries":
        return None
    choices = kind.choices
    if choices and kind.kind == "choice" and silent_for(path) == "none":
        choices = (*choices, "none")
    return FactShape(kind.kind, choices)


class CaseNames:
    """Names for terms that look at facts and written-out lists only, as those of the forms."""

    may_ask_what_is_open = False

    def __init__(self, lists: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._lists = lists or {}

    def shape(self, path: str) -> FactShape:
        """Give the shape of a fact."""
        shape = shape_of(path)
        if shape is None:
            raise BadTerm(f"there is no fact {path}")
        return shape

    def values(self, name: str) -> Iterable[str]:
        """Give a named list."""
        if name not in self._lists:
            raise BadTerm(f"there is no list {name}")
        return self._lists[name]

    def term(self, name: str) -> Term:
        """Refuse: no definition is known here."""
        raise BadTerm(f"there is no term {name} here")

    def holds(self, provision: str) -> Term:
        """Refuse: no provision is known here."""
        raise BadTerm(f"provision {provision} cannot be asked about here")

    def any_of(self, kind: str, narrowed: Mapping[str, str]) -> Term:
        """Refuse: no provision is known here."""
        raise BadTerm(f"provisions of kind {kind} cannot be asked about here")

    def verdict(self, verdicts: Iterable[str]) -> Term:
        """Refuse: no verdict is known here."""
        raise BadTerm(f"verdicts ({', '.join(verdicts)}) cannot be asked about here")

    def duty_stands(self, which: Any) -> Term:
        """Refuse: no duty is known here."""
        raise BadTerm(f"duty_stands: {which} cannot be asked about here")
