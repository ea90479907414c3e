"""Mutation of the law: each small mistake is made once and alone, and what catches it is the cheapest that can."""

import importlib.util
import subprocess
from pathlib import Path

import pytest
from law_cases import ACCEPTANCE, MINI

from lawfulshare.law.proving.beside import Members, cases_beside
from lawfulshare.law.proving.judging import Judge, Judgement, Yardstick, broken_property, score
from lawfulshare.law.proving.mutants import LOST, Mutant, mutants, mutated, written
from lawfulshare.law.proving.mutating import Bench, cases_apart, is_enough, judge_all, of_pieces, report, spread
from lawfulshare.law.proving.whole_cases import whole_cases

ROOT = Path(__file__).resolve().parents[2]
DUTY = "ca2004-s16la"
NOTHING = Yardstick((), {}, ())


@pytest.fixture(scope="module")
def all_mutants(mini):
    return list(mutants(mini))


@pytest.fixture(scope="module")
def judge(mini):
    return Judge(mini, Yardstick(cases_beside(MINI), {}, whole_cases(ACCEPTANCE)))


def told(all_mutants, piece, place):
    return {mutant.kind for mutant in all_mutants if str(mutant).startswith(f"{piece} {place}: ")}


def the_mutant(all_mutants, told):
    return next(mutant for mutant in all_mutants if str(mutant) == told)


@pytest.mark.parametrize(
    ("piece", "place", "kinds"),
    [
        (DUTY, "versions.0.conditions.relevant", {"dropped"}),
        (DUTY, "versions.0.conditions.relevant.when", {"negated"}),
        (DUTY, "versions.0.conditions.sender_bound.when", {"negated", "all for any"}),
        (DUTY, "versions.0.conditions.sender_bound.when.any.2", {"operand dropped"}),
        (DUTY, "versions.0.exceptions.worse_for_the_child", {"dropped"}),
        (DUTY, "versions.0.from", {"1 day earlier", "1 day later"}),
        ("procedure", "terms.danger.when", {"negated", "all for any"}),
        ("procedure", "terms.child_concerned.when", {"negated", "every for some"}),
        ("procedure", "terms.child_concerned.when.among", {"among dropped"}),
        ("procedure", "terms.child_concerned.when.when.in.1", {"unborn lost"}),
        ("procedure", "verdict.0", {"row endangers lost"}),
        ("lists", "s16la_bodies.5", {"police lost"}),
    ],
)
def test_the_mistakes_that_are_made(all_mutants, piece, place, kinds):
    assert told(all_mutants, piece, place) == kinds


def test_numbers_and_steps_of_a_ladder_are_made_one_off(mini):
    conditions = {
        "old": {"says": "Old.", "when": {"fact": "person.age", "below": 18}},
        "grave": {"says": "Grave.", "when": {"not": {"fact": "concern.level", "at_least": "significant_harm"}}},
        "which": {"says": "Which.", "when": {"every": "person", "when": {"fact": "person.part", "in": ["a", "b"]}}},
        "part": {"says": "Part.", "when": [{"any": ["item.relevant", "item.accurate"]}, {"not": "item.identifies"}]},
    }
    version = {"from": "2026-01-01", "to": "2026-02-01", "status": "in_force", "evidence": "A test."}
    stated = written(mini.provisions[DUTY]) | {"versions": [version | {"conditions": conditions}]}
    provision = type(mini.provisions[DUTY]).model_validate(stated)
    pack = type(mini)(mini.nation, {DUTY: provision}, mini.procedure, {}, "", cautions=mini.cautions)
    made = {str(mutant).removeprefix(f"{DUTY} versions.0.") for mutant in mutants(pack) if mutant.piece == DUTY}
    assert {
        "conditions.old.when.below: below 17",
        "conditions.old.when.below: below 19",
        "conditions.grave.when.not.at_least: at least child_in_need",
        "conditions.which.when: some for every",
        "conditions.which.when.when.in.0: a lost",
        "conditions.part.when.0: all for any",
        "conditions.part.when.0.any.1: operand dropped",
        "conditions.part.when.1: not dropped",
        "to: 1 day earlier",
    } <= made


def test_tables_lose_rows_swap_them_and_answer_otherwise(all_mutants):
    procedure = [mutant for mutant in all_mutants if mutant.piece == "procedure"]
    swapped = [mutant.kind for mutant in procedure if mutant.path == ("verdict",)]
    assert swapped[0] == "rows not_necessary and inaccurate swapped"
    assert not any("otherwise" in kind for kind in swapped)
    assert told(all_mutants, "procedure", "verdict.0.then") == {
        f"withhold becomes {other}" for other in ("send", "summarise", "anonymise", "advice")
    }


def test_a_mutant_differs_in_one_piece_and_leaves_the_pack_as_it_was(mini, all_mutants):
    before = {name: provision.model_dump() for name, provision in mini.provisions.items()}
    mutant = the_mutant(all_mutants, f"{DUTY} versions.0.conditions.relevant: dropped")
    pack = mutated(mini, mutant)
    assert "relevant" not in pack.provisions[DUTY].versions[0].conditions
    assert all(pack.provisions[name] is one for name, one in mini.provisions.items() if name != DUTY)
    assert pack.procedure is mini.procedure
    assert {name: provision.model_dump() for name, provision in mini.provisions.items()} == before
    longer = the_mutant(all_mutants, f"{DUTY} versions.0.conditions.sender_bound.when.any.2: operand dropped")
    parts = written(mini.provisions[DUTY])["versions"][0]["conditions"]["sender_bound"]["when"]["any"]
    changed = written(mutated(mini, longer).provisions[DUTY])["versions"][0]["conditions"]["sender_bound"]["when"]
    assert changed["any"] == parts[:2]


@pytest.mark.parametrize(
    ("told_as", "how"),
    [
        (f"{DUTY} versions.0.conditions.about_a_child: dropped", "whole"),
        (f"{DUTY} versions.0.from: 1 day earlier", "beside"),
        (f"{DUTY} versions.0.exceptions.worse_for_the_child.when: negated", "beside"),
        ("procedure terms.valid_consent_of_all.when.all.0: operand dropped", "same"),
        ("procedure outcome.7: row all lost", "refused"),
    ],
)
def test_a_mutant_is_judged_by_the_cheapest_thing_that_catches_it(judge, all_mutants, told_as, how):
    assert judge.judge(the_mutant(all_mutants, told_as)).how == how


def test_without_a_case_a_mutant_survives_and_says_where_it_shows(mini, all_mutants):
    judgement = Judge(mini, NOTHING).judge(the_mutant(all_mutants, f"{DUTY} versions.0.conditions.relevant: dropped"))
    assert judgement.how == "survived"
    assert judgement.by.startswith("shows in ")
    assert judgement.day == "2026-09-30"


def test_a_lost_member_is_caught_by_the_list_written_once_more(mini, all_mutants):
    police = the_mutant(all_mutants, "lists s16la_bodies.5: police lost")
    members = {"s16la_bodies": Members(members=mini.lists["s16la_bodies"])}
    assert Judge(mini, NOTHING._replace(members=members)).judge(police).how == "beside"
    assert Judge(mini, NOTHING).judge(police).how == "survived"


def test_whoever_judges_gets_the_same_judgements(mini, judge, all_mutants):
    few = spread(all_mutants, 12)
    bench = Bench(MINI, "england", (ACCEPTANCE,))
    together = {str(judgement.mutant): judgement.how for judgement in judge_all(bench, few)}
    assert together == {str(mutant): judge.judge(mutant).how for mutant in few}


def test_a_part_of_the_mutants_is_spread_over_all_of_them(mini, all_mutants):
    assert spread(all_mutants, len(all_mutants) + 1) == all_mutants
    assert spread(list(range(10)), 3) == [0, 3, 6]
    assert {mutant.piece for mutant in of_pieces(mini, [DUTY])} == {DUTY}


def test_what_is_proved_to_be_no_change_counts_neither_way():
    mutant = Mutant("a", "dropped", ("b",), LOST)
    judgements = [
        Judgement(mutant, how) for how in ("beside", "refused", "survived", "undecided", "same", "equivalent")
    ]
    assert score(judgements) == (2, 4)
    assert not is_enough(judgements)
    lines = list(report(judgements))
    assert lines[0].startswith("survived: a b: dropped")
    assert lines[-1] == "2 of 4 mutants caught: 50.0% (at least 95%)"
    assert is_enough([])


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("mutate_law", ROOT / "packaging" / "mutate_law.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def repository(tmp_path):
    def git(*words):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], cwd=tmp_path, check=True)

    def change(file):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.read_text() + "more\n" if path.exists() else "new\n")
        git("add", "-A")
        git("commit", "-q", "-m", file)

    git("init", "-q", "-b", "trunk")
    change("resources/law/uk/a.yaml")
    return tmp_path, git, change


def test_the_files_of_the_law_that_a_branch_changed_are_found(script, repository):
    root, git, change = repository
    git("checkout", "-q", "-b", "branch")
    change("resources/law/uk/a.yaml")
    change("README.md")
    change("resources/law/england/b.cases.yaml")
    found = script.changed_files(root, "trunk")
    assert sorted(map(script.piece_of, found)) == ["a", "b"]


def test_on_the_trunk_itself_the_last_commit_counts_and_without_a_past_nothing(script, repository):
    root, _, change = repository
    assert script.changed_files(root, "trunk") == []
    change("resources/law/lists.yaml")
    assert script.changed_files(root, "trunk") == ["resources/law/lists.yaml"]
    assert script.changed_files(root, "origin/nowhere") == ["resources/law/lists.yaml"]


def test_the_solver_tells_a_mutant_that_changes_nothing_from_one_that_a_case_tells_apart(mini, all_mutants):
    judge = Judge(mini, NOTHING)
    same = judge.judge(the_mutant(all_mutants, "procedure verdict: rows summary and anonymised swapped"))
    other = judge.judge(the_mutant(all_mutants, "art6-1-e-public-task versions.0.conditions.a_task: dropped"))
    assert (same.how, judge.settle(same).how) == ("survived", "equivalent")
    settled = judge.settle(other)
    assert settled.how == "survived"
    assert [mutant for mutant, case in cases_apart([settled]) if case.items] == [str(other.mutant)]
    assert judge.settle(same._replace(how="whole")).how == "whole"


def test_a_property_catches_what_no_case_does_on_the_days_that_are_proved(mini, all_mutants):
    judge = Judge(mini, NOTHING)
    located = judge.settle(judge.judge(the_mutant(all_mutants, "procedure verdict.0.when: negated")))
    assert located.how == "property"
    assert broken_property(mini.on("2024-12-31"), mutated(mini, located.mutant).on("2024-12-31")) == ""
    assert broken_property(mini.on("2026-11-23"), mini.on("2026-11-23")) == ""


def test_who_must_hear_is_beyond_the_solver_and_so_undecided(mini, all_mutants):
    judge = Judge(mini, NOTHING)
    lost = judge.settle(judge.judge(next(mutant for mutant in all_mutants if mutant.path[0] == "refers_to")))
    assert (lost.how, lost.by) == ("undecided", "only what the solver does not look at differs")


def test_survivors_are_settled_by_the_same_processes(mini, all_mutants):
    few = [mutant for mutant in all_mutants if mutant.kind == "rows summary and anonymised swapped"]
    assert [judgement.how for judgement in judge_all(Bench(MINI, "england", ()), few, settle=True)] == ["equivalent"]
