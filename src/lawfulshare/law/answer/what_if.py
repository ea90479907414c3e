"""The smallest changes that flip the outcome."""

import heapq
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeAlias

from lawfulshare.case import paths
from lawfulshare.case.paths import fact_of
from lawfulshare.case.vocabulary import UNALTERABLE, WITHIN_REACH
from lawfulshare.law.answer.assessment import WouldChange
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.answer.net import OTHER, Net
from lawfulshare.law.packs.naming import DERIVED, shape_of

NO_ADVICE = UNALTERABLE | {"concern.about", "item.about", "item.classes"}
"""What is never offered as a change: nobody can alter it, or to alter it would be another case."""
SIZE = 3
"""How many facts a set may change."""
SHOWN = 3
"""How many sets are shown for one outcome."""
_REACH = ((12, 3), (60, 2))
"""Up to so many pairs, sets of up to so many facts are all tried within a few seconds; beyond, single facts."""

Change: TypeAlias = frozenset[tuple[int, Any]]
"""Variables of the net, each with another value."""
Enough: TypeAlias = Callable[[], bool]
"""Asked again and again during a search: true ends it early."""


def reach(pairs: int) -> int:
    """Say of up to how many facts the sets are tried where nobody ends the search: fewer in a case of many pairs.

    It hangs on the case alone, so that whoever assesses it again finds the same.
    """
    return next((size for most, size in _REACH if pairs <= most), 1)


def never() -> bool:
    """Search to the end."""
    return False


class WhatIf(NamedTuple):
    """The smallest sets that flip the outcome, the best first; whether every set of so many facts was looked at."""

    changes: tuple[WouldChange, ...]
    exhaustive: bool


def would_change(found: Findings, net: Net, *, size: int = SIZE, enough: Enough = never) -> WhatIf:
    """Give the smallest sets of facts whose change brings about another outcome, at most three an outcome.

    Each set changes at least one known fact; facts that only have to be learnt belong to the open ones. Fewest facts
    first, then those that a practitioner can see to.
    """
    search = Search(found, net, enough)
    ranked = []
    for outcome in search.goals:
        if outcome != found.outcome[0]:
            told = [search.told(change, outcome) for change in search.flips(outcome, size, SHOWN)]
            ranked += sorted((change for change in told if len(change.learn) < len(change.set)), key=_rank)[:SHOWN]
    return WhatIf(tuple(sorted(ranked, key=_rank)), not search.ended)


def _rank(change: WouldChange) -> tuple[int, int, int, str]:
    beyond = sum(fact_of(path) not in WITHIN_REACH for path in change.set)
    return (len(change.set), beyond, len(change.learn), str(change.set))


class Search:
    """Tries changes on the net: one fact changes, and only what hangs on it is worked out again."""

    def __init__(self, found: Findings, net: Net, enough: Enough = never) -> None:
        self._found = found
        self._net = net
        self._enough = enough
        self.ended = False
        answers = found.law.tables["outcome"].answers
        self.goals = {answer: net.ground(term, settled=False) for answer, term in answers.items()}
        self.never = tuple(self._axioms())
        self._up: list[list[int]] = [[] for _ in net.nodes]
        self._of: dict[int, list[int]] = {}
        self._values = [net.now(variable) for variable in net.variables]
        self.open = frozenset(number for number, value in enumerate(self._values) if value is None)
        self._truths: list[bool | None] = []
        for number, node in enumerate(net.nodes):
            for below in node.below:
                self._up[below].append(number)
            if node.op == "fact":
                self._of.setdefault(node.variable, []).append(number)
            self._truths.append(self._work_out(number))
        self.moves = {variable: moves for variable in self._of if (moves := tuple(self._moves(variable)))}

    def _axioms(self) -> Iterator[int]:
        """Ground what no valid file may say, for each entry that it speaks of."""
        for axiom, term in self._found.law.axioms:
            for entry in (NO_PAIR,) if axiom.each == "case" else self._found.scene.entries(axiom.each):
                yield self._net.ground_at(term, self._found.spots.number(axiom.each, entry))

    def _moves(self, variable: int) -> Iterator[Any]:
        """Give the other values that a fact may be given; none for what nobody can alter or find out.

        What is known by silence alone, and a list that nobody has stated, are not moved: they belong to what is open.
        """
        path, element, values = self._net.variables[variable]
        fact = fact_of(path)
        shape = shape_of(fact)
        if fact in NO_ADVICE or fact in DERIVED or shape is None or shape.kind == "text":
            return
        stated = paths.read(self._found.case, path)
        if stated is None and (element is not None or variable not in self.open):
            return
        for value in values:
            if value != self._values[variable] and value not in (OTHER, "none"):
                yield value

    def _work_out(self, number: int) -> bool | None:
        node = self._net.nodes[number]
        match node.op:
            case "constant":
                return node.value
            case "fact":
                value = self._values[node.variable]
                return None if value is None else value in node.values
            case "not":
                below = self._truths[node.below[0]]
                return None if below is None else not below
        decisive, result = node.op == "any", node.op == "all"
        known: bool | None = result
        for each in node.below:
            truth = self._truths[each]
            if truth is decisive:
                return decisive
            if truth is None:
                known = None
        return known

    @contextmanager
    def changed(self, change: Change) -> Iterator[None]:
        """Change these facts, and afterwards put them back."""
        undo: list[tuple[int, bool | None]] = []
        before = {variable: self._values[variable] for variable, _ in change}
        for variable, value in change:
            self._put(variable, value, undo)
        try:
            yield
        finally:
            for number, truth in reversed(undo):
                self._truths[number] = truth
            for variable, value in before.items():
                self._values[variable] = value

    def _put(self, variable: int, value: Any, undo: list[tuple[int, bool | None]]) -> None:
        """Change one fact, and note what to undo."""
        self._values[variable] = value
        todo = list(self._of.get(variable, ()))
        heapq.heapify(todo)
        last = -1
        while todo:
            number = heapq.heappop(todo)
            if number == last:
                continue
            last = number
            truth = self._work_out(number)
            if truth is not self._truths[number]:
                undo.append((number, self._truths[number]))
                self._truths[number] = truth
                for above in self._up[number]:
                    heapq.heappush(todo, above)

    def is_valid(self) -> bool:
        """Say whether a valid file could say what is said now."""
        return not any(self._truths[node] is True for node in self.never)

    def flips(self, outcome: str, size: int = SIZE, most: int | None = None) -> list[Change]:
        """Give every smallest set of changes that brings an outcome about, the small ones first.

        Any such set changes a fact of each reason why the outcome does not hold: so only these are tried. `most`: no
        larger sets once so many are found that change a known fact.
        """
        best: list[Change] = []
        frontier: list[Change] = [frozenset()]
        for _ in range(size):
            seen: set[Change] = set()
            following: list[Change] = []
            for change in frontier:
                if self.ended or self._enough():
                    self.ended = True
                    return best
                if not any(smaller <= change for smaller in best):
                    self._try_further(change, outcome, seen, following, best)
            frontier = following
            if most is not None and sum(any(v not in self.open for v, _ in change) for change in best) >= most:
                break
        return best

    def _try_further(
        self, change: Change, outcome: str, seen: set[Change], following: list[Change], best: list[Change]
    ) -> None:
        """Try the change with one more fact, of those that keep the outcome from standing in a valid file."""
        goal = self.goals[outcome]
        with self.changed(change):
            for variable in self._reason(goal, frozenset(variable for variable, _ in change)):
                for value in self.moves[variable]:
                    further = change | {(variable, value)}
                    if further in seen:
                        continue
                    seen.add(further)
                    with self.changed(frozenset({(variable, value)})):
                        flipped = self._truths[goal] is True and self.is_valid()
                    if not flipped:
                        following.append(further)
                    elif not any(smaller <= further for smaller in best):
                        best.append(further)

    def _reason(self, goal: int, fixed: frozenset[int]) -> list[int]:
        """Give variables one of which must change for the goal to hold in a valid file; as few as are easily found."""
        reasons = [] if self._truths[goal] is True else [self._why_not(goal, True, fixed, {})]
        for node in self.never:
            if self._truths[node] is True:
                reasons.append(self._why_not(node, False, fixed, {}))
        smallest = min(reasons, key=int.bit_count)
        return [variable for variable in self.moves if smallest >> variable & 1]

    def _why_not(self, number: int, wanted: bool, fixed: frozenset[int], done: dict[tuple[int, bool], int]) -> int:
        """Give, as bits, variables that keep a node from being what is wanted unless one of them changes."""
        key = (number, wanted)
        if key not in done:
            node = self._net.nodes[number]
            match node.op:
                case "fact":
                    done[key] = 1 << node.variable if node.variable in self.moves.keys() - fixed else 0
                case "constant":
                    done[key] = 0
                case "not":
                    done[key] = self._why_not(node.below[0], not wanted, fixed, done)
                case _:
                    bad = [below for below in node.below if self._truths[below] is not wanted]
                    sets = [self._why_not(below, wanted, fixed, done) for below in bad]
                    done[key] = min(sets, key=int.bit_count) if (node.op == "all") == wanted else _union(sets)
        return done[key]

    def told(self, change: Change, outcome: str) -> WouldChange:
        """Tell a change as paths with their new values; of a list, the whole list as it would stand."""
        new: dict[str, Any] = {}
        learn: dict[str, None] = {}
        for variable, value in sorted(change, key=str):
            path, element, _ = self._net.variables[variable]
            if variable in self.open:
                learn[path] = None
            if element is None:
                new[path] = value
                continue
            listed = new.get(path, list(paths.read(self._found.case, path) or ()))
            alike = self._net.alike(path, element)
            new[path] = [*listed, element] if value else [each for each in listed if each not in alike]
        return WouldChange(set=new, learn=tuple(learn), outcome=outcome)


def _union(sets: list[int]) -> int:
    union = 0
    for one in sets:
        union |= one
    return union
