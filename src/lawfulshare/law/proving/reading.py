"""A term as read of every case at once, or of one case: what proves a property replays its counter-example."""

from typing import Protocol

from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.language.nodes import Term
from lawfulshare.law.packs.law import Law
from lawfulshare.law.proving.logic import Claim
from lawfulshare.law.proving.symbols import World, looking_at


class Reading(Protocol):
    """Says when a term is known true, and when it is known false; open is neither."""

    def yes(self, term: Term) -> Claim:
        """Say that a term is known true."""

    def no(self, term: Term) -> Claim:
        """Say that a term is known false."""


class OfEveryCase:
    """Reads terms of all cases of a world, of one of its pairs, under a law."""

    def __init__(self, world: World, law: Law, pair: str = NO_PAIR) -> None:
        self._world, self._orders = world, law.orders
        self._env = looking_at(pair) if pair else {}

    def yes(self, term: Term) -> Claim:
        """Say when a term is known true."""
        return self._world.rails(term, self._env, self._orders)[0]

    def no(self, term: Term) -> Claim:
        """Say when a term is known false."""
        return self._world.rails(term, self._env, self._orders)[1]


class OfOneCase:
    """Reads terms of one case, of one of its pairs, as every answer is weighed."""

    def __init__(self, found: Findings, pair: str = NO_PAIR) -> None:
        self._found, self._pair = found, pair

    def yes(self, term: Term) -> bool:
        """Say whether a term is known true."""
        return self._found.truth(term, self._pair) is Truth.HOLDS

    def no(self, term: Term) -> bool:
        """Say whether a term is known false."""
        return self._found.truth(term, self._pair) is Truth.FAILS
