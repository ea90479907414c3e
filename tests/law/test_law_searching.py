"""Open facts and smallest changes are exact: as trying everything out says."""

from itertools import combinations, product

import pytest
from law_cases import half_told, small_cases

from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.diagram import Diagram, TooLarge, support
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.net import Net
from lawfulshare.law.answer.unknowns import open_facts
from lawfulshare.law.answer.what_if import Search


def value_of(net, node, given):
    inner = net.nodes[node]
    match inner.op:
        case "constant":
            return inner.value
        case "fact":
            return given[inner.variable] in inner.values
        case "not":
            return not value_of(net, inner.below[0], given)
        case "all":
            return all(value_of(net, below, given) for below in inner.below)
    return any(value_of(net, below, given) for below in inner.below)


def deciding_by_trying(net, goals):
    live = sorted({variable for goal in goals for variable in support(net, goal)})
    domains = [net.variables[variable].values for variable in live]
    table = {}
    for values in product(*domains):
        given = dict(zip(live, values, strict=True))
        table[values] = next((n for n, goal in enumerate(goals) if value_of(net, goal, given)), None)
    matters = set()
    for position, variable in enumerate(live):
        for values, answer in table.items():
            others = ((*values[:position], value, *values[position + 1 :]) for value in domains[position])
            if any(table[other] != answer for other in others):
                matters.add(variable)
                break
    return matters


@pytest.mark.parametrize("case", half_told(), ids=range(len(half_told())))
def test_open_facts_are_those_that_trying_every_value_finds(case, law):
    found = Findings(case, law)
    net = Net(found)
    goals = tuple(net.ground(term, settled=True) for term in law.tables["outcome"].answers.values())
    diagram = Diagram(net, largest=100_000)
    matters = set(diagram.weights(diagram.build(goals)))
    assert matters == deciding_by_trying(net, goals)
    told = {fact.path for fact in open_facts(found, net) if "outcome" in fact.decides}
    assert told == {net.variables[variable].path for variable in matters}


def test_a_diagram_that_grows_too_large_is_given_up_and_misses_no_fact(law):
    case = half_told()[0]
    found = Findings(case, law)
    net = Net(found)
    goals = tuple(net.ground(term, settled=True) for term in law.tables["outcome"].answers.values())
    with pytest.raises(TooLarge):
        Diagram(net, largest=1).build(goals)


@pytest.mark.parametrize("case", small_cases(), ids=lambda case: case.mode)
def test_the_smallest_changes_are_those_that_trying_every_pair_finds(case, law):
    found = Findings(case, law)
    search = Search(found, Net(found))
    moves = [(variable, value) for variable, values in search.moves.items() for value in values]
    now = found.outcome[0]
    tried: dict[str, list[frozenset]] = {}
    for size in (1, 2):
        for chosen in combinations(moves, size):
            change = frozenset(chosen)
            if len({variable for variable, _ in change}) < size:
                continue
            outcome = search.outcome_with(change)
            if outcome and outcome != now and not any(smaller < change for smaller in tried.get(outcome, [])):
                tried.setdefault(outcome, []).append(change)
    for outcome in search.goals:
        if outcome != now:
            assert set(search.flips(outcome)) == set(tried.get(outcome, ()))


@pytest.mark.parametrize("case", small_cases(), ids=lambda case: case.mode)
def test_a_change_put_into_the_case_brings_the_outcome_about(case, law):
    from lawfulshare.case.paths import put

    for change in assess(case, law).would_change:
        changed = case
        for path, value in change.set.items():
            changed = put(changed, path, value)
        assert assess(changed, law).outcome == change.outcome
