"""Two laws are told apart by a case file, or shown to answer alike for all facts."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.packs.procedure import Procedure
from lawfulshare.law.proving.solving import Bounds, Undecided
from lawfulshare.law.proving.telling_apart import differs, tell_apart

DAY = "2026-11-23"


@dataclasses.dataclass(frozen=True)
class Changed:
    """A pack with one thing changed, in memory."""

    pack: Pack

    def law(self, **changes: Any) -> Law:
        parts = {"provisions": self.pack.provisions, "procedure": self.pack.procedure, "lists": self.pack.lists}
        parts |= changes
        return Law(self.pack.on(DAY).edition, self.pack.nation, *parts.values(), cautions=self.pack.cautions)

    def table(self, table: str, change: Callable[[list[Any]], list[Any]]) -> Law:
        rows = tuple(change(list(getattr(self.pack.procedure, table))))
        return self.law(procedure=self.pack.procedure.model_copy(update={table: rows}))


@pytest.fixture
def changed(mini: Pack) -> Changed:
    return Changed(mini)


def without(name: str) -> Callable[[list[Any]], list[Any]]:
    return lambda rows: [row for row in rows if row.row != name]


def swapped(name: str) -> Callable[[list[Any]], list[Any]]:
    def swap(rows: list[Any]) -> list[Any]:
        at = next(number for number, row in enumerate(rows) if row.row == name)
        rows[at], rows[at + 1] = rows[at + 1], rows[at]
        return rows

    return swap


@pytest.mark.parametrize("row", ["endangers", "prohibition", "danger_beats_form", "send", "coerced"])
def test_a_verdict_row_that_is_lost_shows_in_a_small_case(mini, changed, row):
    other = changed.table("verdict", without(row))
    case = tell_apart(mini.on(DAY), other)
    assert case is not None
    assert differs(case, mini.on(DAY), other)
    assert len(case.people or ()) <= 1


@pytest.mark.parametrize("row", ["danger", "curiosity", "judgement", "part"])
def test_an_outcome_row_that_is_lost_shows_too(mini, changed, row):
    other = changed.table("outcome", without(row))
    case = tell_apart(mini.on(DAY), other)
    assert case is not None
    assert differs(case, mini.on(DAY), other)


@pytest.mark.parametrize(
    ("table", "row"), [("verdict", "endangers"), ("verdict", "not_relevant"), ("outcome", "danger")]
)
def test_rows_whose_order_is_immaterial_are_shown_to_be_so(mini, changed, table, row):
    assert tell_apart(mini.on(DAY), changed.table(table, swapped(row))) is None


def test_a_list_that_loses_an_entry_is_seen(mini, changed):
    shorter = {**mini.lists, "responders": tuple(mini.lists["responders"][1:])}
    case = tell_apart(mini.on(DAY), changed.law(lists=shorter))
    assert case is not None
    assert differs(case, mini.on(DAY), changed.law(lists=shorter))


def test_a_power_that_becomes_an_order_is_seen(mini, changed):
    other = changed.law(lists={**mini.lists, mini.procedure.orders: ("court-order",)})
    case = tell_apart(mini.on(DAY), other)
    assert case is not None
    assert case.request is not None
    assert case.request.power_cited == "court-order"


def test_a_contradiction_that_is_allowed_is_seen(mini, changed):
    other = changed.law(procedure=mini.procedure.model_copy(update={"axioms": mini.procedure.axioms[1:]}))
    case = tell_apart(mini.on(DAY), other)
    assert case is not None
    assert case.people[0].kind == "adult"
    assert case.people[0].age < 18


def test_what_would_take_more_people_than_are_looked_at_is_undecided(mini, changed):
    child = {"fact": "person.kind", "in": ["child", "unborn"]}
    roundabout = {"any": [child, {"all": [child, "person.coercion_suspected"]}]}
    written = mini.procedure.model_dump(by_alias=True, exclude_unset=True)
    written["terms"]["child_concerned"] = {"some": "person", "among": "concern.about", "when": roundabout}
    other = changed.law(procedure=Procedure.model_validate(written))
    assert tell_apart(mini.on(DAY), other) is None
    with pytest.raises(Undecided, match="to be sure would take"):
        tell_apart(mini.on(DAY), other, Bounds(people=3))


def test_two_readings_of_the_same_law_answer_alike(mini, changed):
    assert tell_apart(mini.on(DAY), changed.law()) is None


def test_the_day_before_a_duty_began_is_told_from_the_day(mini):
    case = tell_apart(mini.on("2026-09-30"), mini.on("2026-09-29"))
    assert case is not None
    assert differs(case, mini.on("2026-09-30"), mini.on("2026-09-29"))
    assert case.decided_on == "2026-09-30"
