"""Open facts that could still change the answer, the most deciding first."""

from collections.abc import Iterator
from typing import NamedTuple

from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.assessment import OpenFact
from lawfulshare.law.answer.diagram import Diagram, TooLarge, support
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.answer.net import Net
from lawfulshare.law.language.nodes import Term
from lawfulshare.law.language.open_below import open_below

ROUTES = ("basis", "condition", "confidence", "duty", "power")


class Question(NamedTuple):
    """Something that is not settled: what it decides, how near the answer it stands, and its possible answers."""

    decides: str
    rank: int
    goals: tuple[Term, ...]
    pair: str


def questions(found: Findings) -> Iterator[Question]:
    """Give whatever of the answer is not settled: the outcome, then verdicts, then routes and bases."""
    tables = found.law.tables
    if not found.outcome[1]:
        yield Question("outcome", 0, tuple(tables["outcome"].answers.values()), NO_PAIR)
    for pair in found.pairs:
        if found.verdicts[pair] == "open":
            yield Question(f"verdict {pair}", 1, tuple(tables["verdict"].answers.values()), pair)
    for pair in found.pairs:
        for kind in ROUTES:
            for _, term in found.law.terms(kind):
                if found.truth(term, pair) is Truth.OPEN:
                    yield Question(f"route {pair}", 2, (term,), pair)


def open_facts(found: Findings, net: Net) -> tuple[OpenFact, ...]:
    """List the facts that are not known and can still change the answer, exactly, the most deciding first."""
    decides: dict[str, dict[str, None]] = {}
    weights: dict[str, tuple[int, float]] = {}
    for question in questions(found):
        goals = tuple(net.ground(goal, question.pair, settled=True) for goal in question.goals)
        for path, weight in _deciding(net, goals).items():
            decides.setdefault(path, {})[question.decides] = None
            rank, so_far = weights.get(path, (question.rank, 0.0))
            weights[path] = (rank, so_far + weight if rank == question.rank else so_far)
    order = sorted(decides, key=lambda path: (weights[path][0], -weights[path][1]))
    return tuple(OpenFact(path=path, decides=tuple(decides[path])) for path in order)


def open_leaves(found: Findings) -> tuple[OpenFact, ...]:
    """List every open fact below what is not settled, at once and in no order: none missed, a few too many."""
    decides: dict[str, dict[str, None]] = {}
    for kind, goals in _unsettled(found):
        for term, where in open_below(found.columns, goals).items():
            for path, spots in found.spots.paths_at(getattr(term, "path", "people"), where):
                which = [f"{kind} {pair}" for pair in _pairs_at(found, spots)] if kind != "outcome" else [kind]
                decides.setdefault(found.scene.stated_at(path), {}).update(dict.fromkeys(which))
    return tuple(OpenFact(path=path, decides=tuple(which)) for path, which in decides.items())


def _unsettled(found: Findings) -> Iterator[tuple[str, dict[Term, int]]]:
    """Give the terms that must be settled for the outcome, for verdicts and for routes, and for which pairs."""
    tables, pairs = found.law.tables, found.spots.pairs
    if not found.outcome[1]:
        yield "outcome", dict.fromkeys(tables["outcome"].answers.values(), 1)
    waiting = sum(1 << found.spot(pair) for pair, verdict in found.verdicts.items() if verdict == "open")
    yield "verdict", dict.fromkeys(tables["verdict"].answers.values(), waiting)
    yield "route", {term: pairs for kind in ROUTES for _, term in found.law.terms(kind)}


def _pairs_at(found: Findings, spots: int) -> Iterator[str]:
    return (pair for pair in found.pairs if spots >> found.spot(pair) & 1)


def _deciding(net: Net, goals: tuple[int, ...]) -> dict[str, float]:
    """Give each path that can change which goal holds, and how much doubt learning it would remove."""
    diagram = Diagram(net)
    try:
        root = diagram.build(goals)
    except TooLarge:
        leaves = dict.fromkeys(variable for goal in goals for variable in support(net, goal))
        return dict.fromkeys(_paths(net, leaves), 0.0)
    weights: dict[str, float] = {}
    for variable, weight in diagram.weights(root).items():
        path = _path(net, variable)
        weights[path] = weights.get(path, 0.0) + weight
    return weights


def _paths(net: Net, variables: dict[int, None]) -> dict[str, None]:
    return dict.fromkeys(_path(net, variable) for variable in variables)


def _path(net: Net, variable: int) -> str:
    return net.found.scene.stated_at(net.variables[variable].path)
