"""Holds, fails, open; and, or, not; a truth refuses to be used as a bool."""

from collections.abc import Iterable
from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """Strong Kleene truth: what is not known stays open unless the rest settles it (Kleene 1952, section 64)."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"

    @classmethod
    def of(cls, answer: bool | None) -> "Truth":
        """Turn an answer into a truth; None (not known) is open, never no."""
        return _OF[answer]

    __hash__ = object.__hash__  # each truth is one object; an Enum hashes its name, slowly

    def __invert__(self) -> "Truth":
        return _NOT[self]

    def __bool__(self) -> NoReturn:
        raise TypeError("a Truth has three values: compare it with `is`, do not use it as a condition")


_OF = {True: Truth.HOLDS, False: Truth.FAILS, None: Truth.OPEN}
_NOT = {Truth.HOLDS: Truth.FAILS, Truth.FAILS: Truth.HOLDS, Truth.OPEN: Truth.OPEN}


def all_of(truths: Iterable[Truth]) -> Truth:
    """Hold if all hold; fail if one fails; else open."""
    result = Truth.HOLDS
    for truth in truths:
        if truth is Truth.FAILS:
            return Truth.FAILS
        if truth is Truth.OPEN:
            result = Truth.OPEN
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """Hold if one holds; fail if all fail; else open."""
    result = Truth.FAILS
    for truth in truths:
        if truth is Truth.HOLDS:
            return Truth.HOLDS
        if truth is Truth.OPEN:
            result = Truth.OPEN
    return result
