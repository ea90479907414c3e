"""The day before a change of the law, the day itself and the day after: the answer turns on the day, once."""

from datetime import date, timedelta
from typing import Any

import pytest
from basis_rows import CHILD, NAMED, SHARE_DUTY, C, E, accused, adult, child, row, teenager
from test_law_basis_table import answer_of

COUNCIL = "council_childrens_services"


def a_case(*told: Any, **more: Any) -> dict[str, Any]:
    return row(0, *told, **more)[1]


def citing(power: str) -> dict[str, Any]:
    return a_case("charity", "police", [child(part="victim")], ["health"], asked={"power_cited": power})


def resting_on(basis: str) -> dict[str, Any]:
    return a_case("charity", COUNCIL, [child()], ["health"]) | {"decision": {"outcome": "SHARE", "bases": [basis]}}


def first_basis(assessment: Any) -> str:
    return assessment.disclosures[0].lawful_basis[0]


def verdict(assessment: Any) -> str:
    return assessment.disclosures[0].verdict


def duties(assessment: Any) -> set[str]:
    return set(assessment.duties)


def gateways(assessment: Any) -> set[str]:
    return set(assessment.disclosures[0].gateways)


def leans_on_what_is_no_law(assessment: Any) -> bool:
    return "provision-not-in-force" in {warning.code for warning in assessment.warnings}


ABUSE = {"kinds": ["sexual_abuse"], "crime_suspected": True}
VIOLENCE = {"kinds": ["domestic_abuse"], "crime_suspected": True}
FROM_FAMILY_COURT = {"restrictions": ["court_order_prohibits"]}
CHANGES = {
    "a charity loses the council's task and gains a recognised interest": (
        "2026-02-05", a_case("charity", COUNCIL, [child()], ["health"]), first_basis, E, CHILD),
    "a public body keeps its own task": (
        "2026-02-05", a_case("gp_practice", COUNCIL, [child()], ["health"]), first_basis, E, E),
    "bound bodies have to share": (
        "2026-09-30", a_case("nhs_trust", COUNCIL, [child()], ["health"]), first_basis, E, C),
    "the duty is listed": (
        "2026-09-30", a_case("nhs_trust", COUNCIL, [child()], ["health"]), duties, set(), {SHARE_DUTY}),
    "the duty does not reach a faith group": (
        "2026-09-30", a_case("faith_group", COUNCIL, [child()], ["health"]), first_basis, CHILD, CHILD),
    "a designated school has to share": (
        "2026-09-30", a_case("academy", COUNCIL, [child()], ["health"], of_sender=NAMED), first_basis, E, C),
    "an order stands against a duty that may bind the school": (
        "2026-09-30", a_case("academy", COUNCIL, [child()], ["health"], of_item=FROM_FAMILY_COURT), verdict, "withhold",
        "advice"),
    "police have to tell the school of domestic abuse": (
        "2025-11-07", a_case("police", "academy", [child(), accused()], ["criminal_allegation"], worry=VIOLENCE),
        duties, set(), {"daa2021-s49a"}),
    "the rules on victims' records begin": (
        "2026-01-12", citing("pcsca-44a-victim-information"), leans_on_what_is_no_law, True, False),
    "the rules on victims' records oblige no holder": (
        "2026-01-12", citing("pcsca-44a-victim-information"), duties, set(), set()),
    "the directions on sexual health end": (
        "2023-10-12", citing("std-directions-revoked"), leans_on_what_is_no_law, False, True),
    "the serious violence power begins": (
        "2023-01-31", a_case("council_other", "police", [teenager(part="alleged_harmer")], ["criminal_allegation"],
                             worry={"kinds": ["serious_violence"], "crime_suspected": True}),
        lambda assessment: "pcsca-s16" in gateways(assessment), False, True),
    "Working Together 2026 is there": ("2026-03-18", resting_on("guidance-2026"), leans_on_what_is_no_law, True, False),
    "Keeping Children Safe 2026 joins it": (
        "2026-09-01", resting_on("guidance-2026"), leans_on_what_is_no_law, False, False),
    "the information sharing guidance joins it": (
        "2026-09-10", resting_on("guidance-2026"), leans_on_what_is_no_law, False, False),
    "the Act on reporting child sexual abuse is passed and binds nobody": (
        "2026-04-29", a_case("academy", "police", [child(), accused()], ["criminal_allegation"], worry=ABUSE), duties,
        set(), set()),
    "the child's identifier is enacted and is no law": (
        "2026-04-29", resting_on("ca2004-s16lc"), leans_on_what_is_no_law, True, True),
    "joint teams are enacted and are no gateway": (
        "2026-04-29", resting_on("cwsa-s3-macpt"), leans_on_what_is_no_law, True, True),
    "the register of children not in school is enacted and is no law": (
        "2026-04-29", resting_on("cwsa-s38"), leans_on_what_is_no_law, True, True),
    "mental health reform is passed and is no law": (
        "2025-12-18", resting_on("mental-health-act-2025"), leans_on_what_is_no_law, True, True),
    "its first sections begin and touch no sharing": (
        "2026-02-18", resting_on("mental-health-act-2025"), leans_on_what_is_no_law, True, True),
    "the general parts of the schools Act begin and bind nobody": (
        "2026-06-29", a_case("nhs_trust", COUNCIL, [child(), adult()], ["health"]), duties, set(), set()),
}  # fmt: skip


@pytest.mark.parametrize(("day", "case", "seen", "before", "after"), CHANGES.values(), ids=list(CHANGES))
def test_the_answer_turns_on_its_day(day, case, seen, before, after):
    on = [date.fromisoformat(day) + timedelta(days=step) for step in (-1, 0, 1)]
    found = [seen(answer_of(case | {"decided_on": each.isoformat()})) for each in on]
    assert found == [before, after, after]
