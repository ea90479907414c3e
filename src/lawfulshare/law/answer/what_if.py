"""The smallest changes that flip the outcome."""

import heapq
from collections.abc import Iterator
from typing import Any, TypeAlias

from lawfulshare.case import paths
from lawfulshare.case.paths import fact_of
from lawfulshare.case.vocabulary import UNALTERABLE
from lawfulshare.law.answer.assessment import WouldChange
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.answer.net import OTHER, Net
from lawfulshare.law.packs.naming import DERIVED, shape_of

NO_ADVICE = UNALTERABLE | {"concern.about", "item.about", "item.classes"}
"""What is never offered as a change: nobody can alter it, or to alter it would be another case."""
SIZE = 2
"""How many facts a set may change."""
SHOWN = 3
"""How many sets are shown for one outcome."""

Change: TypeAlias = frozenset[tuple[int, Any]]
"""Variables of the net, each with another value."""


def would_change(found: Findings, net: Net) -> tuple[WouldChange, ...]:
    """Give the smallest sets of known facts whose change brings about another outcome, at most three an outcome."""
    search = Search(found, net)
    return tuple(
        WouldChange(set=search.told(change), outcome=outcome)
        for outcome in search.goals
        if outcome != found.outcome[0]
        for change in search.flips(outcome)[:SHOWN]
    )


class Search:
    """Tries changes on the net: one fact changes, and only what hangs on it is worked out again."""

    def __init__(self, found: Findings, net: Net) -> None:
        self._found = found
        self._net = net
        answers = found.law.tables["outcome"].answers
        self.goals = {answer: net.ground(term, settled=False) for answer, term in answers.items()}
        self._never = tuple(self._axioms())
        self._up: list[list[int]] = [[] for _ in net.nodes]
        self._of: dict[int, list[int]] = {}
        self._values = [net.now(variable) for variable in net.variables]
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
                yield self._net.ground_at(term, self._found.spot_of(axiom.each, entry))

    def _moves(self, variable: int) -> Iterator[Any]:
        """Give the other values that a known fact may be given; none for what nobody can alter or find out."""
        path, _, values = self._net.variables[variable]
        fact = fact_of(path)
        shape = shape_of(fact)
        if fact in NO_ADVICE or fact in DERIVED or shape is None or shape.kind == "text":
            return
        if paths.read(self._found.case, path) is None or self._values[variable] is None:
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
        truths = [self._truths[below] for below in node.below]
        decisive = node.op == "any"
        return decisive if decisive in truths else None if None in truths else not decisive

    def put(self, variable: int, value: Any) -> list[tuple[int, bool | None]]:
        """Change one fact; give what to undo."""
        self._values[variable] = value
        undo: list[tuple[int, bool | None]] = []
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
        return undo

    def outcome_with(self, change: Change) -> str | None:
        """Give the outcome that stands under a change; None if none does, or if no valid file could say so."""
        before = {variable: self._values[variable] for variable, _ in change}
        undone = [self.put(variable, value) for variable, value in sorted(change, key=str)]
        valid = not any(self._truths[node] is True for node in self._never)
        outcome = next((goal for goal, node in self.goals.items() if self._truths[node] is True), None)
        for undo in reversed(undone):
            for number, truth in reversed(undo):
                self._truths[number] = truth
        for variable, value in before.items():
            self._values[variable] = value
        return outcome if valid else None

    def flips(self, outcome: str, size: int = SIZE) -> list[Change]:
        """Give every smallest set of changes that brings an outcome about, the small ones first.

        Any such set changes a fact of each reason why the outcome does not hold: so only these are tried.
        """
        best: list[Change] = []
        frontier: list[Change] = [frozenset()]
        for depth in range(size + 1):
            following: dict[Change, None] = {}
            for change in frontier:
                if any(smaller <= change for smaller in best):
                    continue
                if change and self.outcome_with(change) == outcome:
                    best.append(change)
                elif depth < size:
                    following.update(dict.fromkeys(self._further(change, outcome)))
            frontier = list(following)
        return [change for change in best if not any(other < change for other in best)]

    def _further(self, change: Change, outcome: str) -> list[Change]:
        """Give the change with one more fact changed, of those that keep the outcome from holding."""
        before = {variable: self._values[variable] for variable, _ in change}
        undone = [self.put(variable, value) for variable, value in sorted(change, key=str)]
        reason = self._why_not(self.goals[outcome], True, {})
        for node in self._never:
            if self._truths[node] is True:
                reason |= self._why_not(node, False, {})
        for undo in reversed(undone):
            for number, truth in reversed(undo):
                self._truths[number] = truth
        for variable, value in before.items():
            self._values[variable] = value
        return [
            change | {(variable, value)}
            for variable in sorted(reason - before.keys())
            for value in self.moves.get(variable, ())
        ]

    def _why_not(self, number: int, wanted: bool, done: dict[tuple[int, bool], frozenset[int]]) -> frozenset[int]:
        """Give a set of variables that, left as they are, keep a node from being what is wanted; a small one."""
        key = (number, wanted)
        if key not in done:
            node = self._net.nodes[number]
            match node.op:
                case "fact":
                    done[key] = frozenset({node.variable})
                case "constant":
                    done[key] = frozenset()
                case "not":
                    done[key] = self._why_not(node.below[0], not wanted, done)
                case _:
                    bad = [below for below in node.below if self._truths[below] is not wanted]
                    sets = [self._why_not(below, wanted, done) for below in bad]
                    one_will_do = (node.op == "all") == wanted
                    done[key] = min(sets, key=len, default=frozenset()) if one_will_do else frozenset().union(*sets)
        return done[key]

    def told(self, change: Change) -> dict[str, Any]:
        """Give a change as paths with their new values; of a list, the whole list as it would stand."""
        new: dict[str, Any] = {}
        for variable, value in sorted(change, key=str):
            path, element, _ = self._net.variables[variable]
            if element is None:
                new[path] = value
                continue
            listed = new.get(path, list(paths.read(self._found.case, path) or ()))
            alike = self._net.alike(path, element)
            new[path] = [*listed, element] if value else [each for each in listed if each not in alike]
        return new
