"""Open facts and smallest changes are exact: as trying everything out says."""

import json
from itertools import combinations, product

import pytest
from law_cases import a_case, acceptance_cases, half_told, small_cases

from lawfulshare.case import case_file
from lawfulshare.case.paths import fact_of, put, read
from lawfulshare.case.vocabulary import WITHIN_REACH
from lawfulshare.law.answer.assessing import assess, contradictions, searched
from lawfulshare.law.answer.diagram import Diagram, TooLarge, support
from lawfulshare.law.answer.explanation import explain
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.net import Net
from lawfulshare.law.answer.unknowns import open_facts
from lawfulshare.law.answer.what_if import SHOWN, Search, would_change
from lawfulshare.law.packs.pack import load


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


def acceptance(number):
    case = case_file.read(json.dumps(acceptance_cases()[number][1]["case"]).encode())
    return case, load("england").on(case.decided_on)


class EveryChange:
    """Tries every set of so many changes at once, one bit a set: a second way to the answer, of its own making."""

    def __init__(self, net, search, size):
        moves = [(variable, value) for variable, values in search.moves.items() for value in values]
        self.sets = [
            chosen for chosen in combinations(moves, size) if len({variable for variable, _ in chosen}) == size
        ]
        self.all = (1 << len(self.sets)) - 1
        self.moved = {}
        for lane, chosen in enumerate(self.sets):
            for variable, value in chosen:
                self.moved.setdefault(variable, {}).setdefault(value, []).append(lane)
        self.net, self.done = net, {}

    def bits(self, node):
        """Where a node holds and where it fails."""
        if node not in self.done:
            self.done[node] = self.worked_out(self.net.nodes[node])
        return self.done[node]

    def worked_out(self, node):
        match node.op:
            case "constant":
                return (self.all, 0) if node.value else (0, self.all)
            case "fact":
                return self.fact(node)
            case "not":
                holds, fails = self.bits(node.below[0])
                return fails, holds
        parts = [self.bits(below) for below in node.below]
        holds, fails = parts[0]
        for more, less in parts[1:]:
            holds, fails = (holds & more, fails | less) if node.op == "all" else (holds | more, fails & less)
        return holds, fails

    def fact(self, node):
        holds, fails, changed = 0, 0, 0
        for value, lanes in self.moved.get(node.variable, {}).items():
            bits = sum(1 << lane for lane in lanes)
            changed |= bits
            holds, fails = (holds | bits, fails) if value in node.values else (holds, fails | bits)
        now = self.net.now(self.net.variables[node.variable])
        if now is not None:
            rest = self.all & ~changed
            holds, fails = (holds | rest, fails) if now in node.values else (holds, fails | rest)
        return holds, fails

    def flipping(self, goal, never):
        bits = self.bits(goal)[0]
        for node in never:
            bits &= ~self.bits(node)[0]
        return {frozenset(chosen) for lane, chosen in enumerate(self.sets) if bits >> lane & 1}


def smallest_by_trying(found, net, search, size):
    """The smallest sets for each other outcome, by trying them all."""
    smallest = {}
    for each in range(1, size + 1):
        every = EveryChange(net, search, each)
        for outcome, goal in search.goals.items():
            if outcome != found.outcome[0]:
                so_far = smallest.setdefault(outcome, set())
                so_far |= {
                    change
                    for change in every.flipping(goal, search.never)
                    if not any(smaller < change for smaller in so_far)
                }
    return smallest


def as_tried(case, law, size):
    found = Findings(case, law)
    net = Net(found)
    search = Search(found, net)
    searched = {outcome: set(search.flips(outcome, size)) for outcome in search.goals if outcome != found.outcome[0]}
    assert searched == smallest_by_trying(found, net, search, size)


@pytest.mark.parametrize("number", range(len(acceptance_cases())))
def test_the_smallest_changes_are_those_that_trying_every_pair_of_facts_finds(number):
    as_tried(*acceptance(number), 2)


@pytest.mark.parametrize("case", small_cases(), ids=lambda case: case.mode)
def test_the_smallest_changes_are_those_that_trying_every_three_facts_finds(case, law):
    as_tried(case, law, 3)


@pytest.mark.parametrize("number", [4, 19, 23])
def test_so_they_are_on_whole_cases_under_the_law_that_ships(number):
    as_tried(*acceptance(number), 3)


@pytest.mark.parametrize("number", [1, 4, 5, 11, 14])
def test_single_changes_are_those_that_changing_the_case_itself_finds(number):
    case, law = acceptance(number)
    found = Findings(case, law)
    net = Net(found)
    search = Search(found, net)
    flipping = {
        (change, outcome) for outcome in search.goals if outcome != found.outcome[0]
        for change in search.flips(outcome, 1)
    }  # fmt: skip
    tried = set()
    for variable, values in search.moves.items():
        for value in values:
            change = frozenset({(variable, value)})
            changed = case
            for path, answer in search.told(change, "NOT_NOW").set.items():
                changed = put(changed, path, answer)
            after = Findings(changed, law)
            if not tuple(contradictions(after)) and after.outcome[1] and after.outcome[0] != found.outcome[0]:
                tried.add((change, after.outcome[0]))
    assert flipping == tried


@pytest.mark.parametrize("case", small_cases(), ids=lambda case: case.mode)
def test_a_change_put_into_the_case_brings_the_outcome_about(case, law):
    for change in assess(case, law).would_change:
        changed = case
        for path, value in change.set.items():
            changed = put(changed, path, value)
        assert assess(changed, law).outcome == change.outcome


def test_what_is_told_is_ranked_and_at_most_three_an_outcome():
    case, law = acceptance(5)
    found = Findings(case, law)
    told = would_change(found, Net(found)).changes
    assert [len(change.set) for change in told] == sorted(len(change.set) for change in told)
    for outcome in {change.outcome for change in told}:
        assert 1 <= len([change for change in told if change.outcome == outcome]) <= SHOWN
    singles = [change for change in told if len(change.set) == 1]
    within = [paths_of(change) <= WITHIN_REACH for change in singles]
    assert within == sorted(within, reverse=True) and True in within


def paths_of(change):
    return {fact_of(path) for path in change.set}


def test_a_fact_that_must_be_learnt_is_marked_and_a_set_of_such_facts_alone_belongs_to_what_is_open(law):
    concern = {"level": None, "about": ["p1"], "reasonable_cause": None, "life_at_risk": False,
               "crime_suspected": False, "public_protection": False, "fgm_disclosed_or_seen": False}  # fmt: skip
    case = a_case(concern=concern)
    changes = assess(case, law).would_change
    assert any(change.learn for change in changes)
    for change in changes:
        assert {path for path in change.set if read(case, path) is None} == set(change.learn) < set(change.set)
    marked = [line for line in explain(assess(case, law), case, law, "full") if "it turned out that" in line]
    assert len(marked) == len([change for change in changes if change.learn])


def test_a_search_that_is_told_to_end_says_that_it_was_cut_short(law):
    case = small_cases()[0]
    whole = searched(case, law)
    ended = searched(case, law, enough=lambda: True)
    assert (whole.cut_short, ended.cut_short) == (False, True)
    assert whole.assessment.would_change and not ended.assessment.would_change
    assert ended.assessment.model_copy(update={"would_change": whole.assessment.would_change}) == whole.assessment


def with_pairs(count):
    stated = a_case()
    recipients = [stated.recipients[0].model_copy(update={"id": f"r{number}"}) for number in range(1, count + 1)]
    pairs = [stated.disclosures[0].model_copy(update={"recipient": one.id}) for one in recipients]
    return stated.model_copy(update={"recipients": tuple(recipients), "disclosures": tuple(pairs)})


@pytest.mark.parametrize(("pairs", "size", "says"), [(13, 2, "up to 2 answers together"), (61, 1, "a single answer")])
def test_in_a_large_case_every_smaller_set_is_tried_and_the_answer_says_so(pairs, size, says, law):
    case = with_pairs(pairs)
    answer = assess(case, law)
    assert answer.tried_up_to == size
    assert answer.would_change == searched(case, law, size=size).assessment.would_change
    assert any(len(change.set) == 1 for change in answer.would_change)
    assert all(len(change.set) <= size for change in answer.would_change)
    assert len([line for line in explain(answer, case, law, "full") if says in line]) == 1
    assert json.loads(answer.model_dump_json())["tried_up_to"] == size


def test_a_case_of_a_usual_size_is_searched_whole_and_says_nothing_of_it(law):
    answer = assess(with_pairs(2), law)
    assert "tried_up_to" not in answer.model_dump(mode="json")
    assert not any("The case is large" in line for line in explain(answer, with_pairs(2), law, "full"))
