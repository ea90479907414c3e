"""A reduced decision diagram over open facts: which of them can still matter, and how much."""

import math
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from lawfulshare.law.answer.net import Net

LARGEST = 600
"""Beyond so many nodes a diagram is given up, and its facts are listed as *may still matter*: a few too many."""


def support(net: Net, node: int) -> dict[int, None]:
    """Give the variables below a node, in the order met."""
    found: dict[int, None] = {}
    seen: set[int] = set()
    todo = [node]
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        if net.nodes[at].op == "fact":
            found[net.nodes[at].variable] = None
        todo.extend(reversed(net.nodes[at].below))
    return found


class TooLarge(Exception):
    """The diagram would grow beyond what is worth waiting for."""


class Split(NamedTuple):
    """A node of the diagram: a variable, and what follows for each of its values."""

    number: int
    variable: int
    below: tuple["Reached", ...]


Reached: TypeAlias = Split | int | None
"""A further split, or the position of the goal that holds, or None: no goal holds."""


class Diagram:
    """A reduced decision diagram over the open facts: a fact can matter exactly if it has a split of its own."""

    def __init__(self, net: Net, largest: int = LARGEST) -> None:
        self._net = net
        self._largest = largest
        self._built: dict[tuple[int, ...], Reached] = {}
        self._splits: dict[tuple[object, ...], Split] = {}
        self._rank: dict[int, int] = {}
        self._first: dict[int, float] = {}

    def build(self, goals: tuple[int, ...]) -> Reached:
        """Split on every open fact that the goals look at.

        Raises:
            TooLarge: it would take too many nodes.
        """
        if goals not in self._built:
            self._built[goals] = self._build(goals)
            if len(self._built) > self._largest:
                raise TooLarge
        return self._built[goals]

    def _build(self, goals: tuple[int, ...]) -> Reached:
        if self._net.true in goals:
            return goals.index(self._net.true)
        if not self._rank:
            for goal in goals:
                for variable in support(self._net, goal):
                    self._rank.setdefault(variable, len(self._rank))
        top = min(self._topmost(goal) for goal in goals)
        if top == math.inf:
            return None
        variable = next(variable for variable, rank in self._rank.items() if rank == top)
        below: list[Reached] = []
        for value in self._net.variables[variable].values:
            done: dict[int, int] = {}
            below.append(self.build(tuple(self._restrict(goal, variable, value, done) for goal in goals)))
        if all(other is below[0] or other == below[0] for other in below):
            return below[0]
        key = (variable, *(reached.number if isinstance(reached, Split) else ("is", reached) for reached in below))
        return self._splits.setdefault(key, Split(len(self._splits), variable, tuple(below)))

    def _topmost(self, node: int) -> float:
        if node not in self._first:
            inner = self._net.nodes[node]
            if inner.op == "fact":
                self._first[node] = self._rank[inner.variable]
            else:
                self._first[node] = min((self._topmost(below) for below in inner.below), default=math.inf)
        return self._first[node]

    def _restrict(self, node: int, variable: int, value: object, done: dict[int, int]) -> int:
        if node in done:
            return done[node]
        net, inner = self._net, self._net.nodes[node]
        match inner.op:
            case "constant":
                result = node
            case "fact":
                known = net.true if value in inner.values else net.false
                result = known if inner.variable == variable else node
            case "not":
                result = net.negate(self._restrict(inner.below[0], variable, value, done))
            case _:
                result = net.join(inner.op, [self._restrict(below, variable, value, done) for below in inner.below])
        done[node] = result
        return result

    def weights(self, root: Reached) -> dict[int, float]:
        """Give each variable of the diagram and the doubt that learning it is expected to remove."""
        variables = {split.variable: None for split in _splits(root)}
        doubt = _doubt(_spread(root, None, None, {}))
        return {variable: doubt - self._doubt_after(root, variable) for variable in variables}

    def _doubt_after(self, root: Reached, variable: int) -> float:
        values = range(len(self._net.variables[variable].values))
        return sum(_doubt(_spread(root, variable, value, {})) for value in values) / len(values)


def _splits(root: Reached) -> Iterator[Split]:
    seen: set[int] = set()
    todo = [root]
    while todo:
        at = todo.pop()
        if isinstance(at, Split) and at.number not in seen:
            seen.add(at.number)
            todo.extend(at.below)
            yield at


def _spread(
    at: Reached, variable: int | None, value: int | None, done: dict[int, dict[int | None, float]]
) -> dict[int | None, float]:
    """Give how likely each end is, every value being as likely as another, one variable perhaps being known."""
    if not isinstance(at, Split):
        return {at: 1.0}
    if at.number not in done:
        if at.variable == variable and value is not None:
            done[at.number] = _spread(at.below[value], variable, value, done)
        else:
            spread: dict[int | None, float] = {}
            for below in at.below:
                for end, share in _spread(below, variable, value, done).items():
                    spread[end] = spread.get(end, 0.0) + share / len(at.below)
            done[at.number] = spread
    return done[at.number]


def _doubt(spread: dict[int | None, float]) -> float:
    return -sum(share * math.log2(share) for share in spread.values() if share > 0)
