"""An overlay confirms, adds whom to ring, and has no way to alter what decides."""

import json

import pytest
from law_cases import acceptance_cases

from lawfulshare.case import case_file
from lawfulshare.faults import BadOverlay
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.nearby import nearby, whom_to_ring
from lawfulshare.law.packs.overlay import Overlay, misfits, read_overlay
from lawfulshare.law.packs.pack import load
from lawfulshare.law.packs.shelf import Shelf

DUTY, DAY = "ca2004-s16la", "2026-11-23"
STATED = {
    "overlay": "northmoor",
    "organisation": "Northmoor Council",
    "nation": "england",
    "version": "2026.11.1",
    "commencements": [{"provision": DUTY, "from": "2026-10-15", "evidence": "We read the regulations."}],
    "contacts": [
        {"name": "Front door", "role": "Duty social worker", "telephone": "0300 123 4567", "hours": "Day and night",
         "sectors": ["council_childrens_services"], "outcomes": ["URGENT", "SHARE", "LIMITED"]},
        {"name": "Data protection officer", "telephone": "0300 123 9999"},
    ],
    "escalation": [{"says": "Ask for the team manager.", "name": "R. Osei", "telephone": "0300 123 4568"},
                   {"says": "Ring the head of service."}],
    "thresholds": [{"level": "significant_harm", "says": "Ring the same day.", "link": "https://northmoor.example/levels"}],
}  # fmt: skip


def overlay(**parts) -> Overlay:
    return read_overlay(STATED | parts)


def under(one: Overlay) -> Shelf:
    return Shelf(overlays=[one], in_use={one.nation: one.sha256})


def theo():
    return case_file.read(json.dumps(next(case for name, case in cases() if name.startswith("01"))).encode())


def cases():
    return [(name, whole.get("case", whole)) for name, whole in acceptance_cases()]


def test_a_commencement_is_confirmed_from_its_day_and_not_before():
    shelf = under(overlay())
    before, after = (shelf.on("england", day).version(DUTY) for day in ("2026-10-14", "2026-10-15"))
    assert (before.status, after.status) == ("in_force_secondary", "in_force")
    assert after.evidence == "We read the regulations. So Northmoor Council states."
    assert load("england").on(DAY).version(DUTY).status == "in_force_secondary"


def test_a_commencement_confirmed_from_the_first_day_leaves_no_day_before():
    first = load("england").provisions[DUTY].versions[-1].from_
    shelf = under(overlay(commencements=[{"provision": DUTY, "from": first, "evidence": "x"}]))
    versions = shelf.newest("england").provisions[DUTY].versions
    assert [version.status for version in versions].count("in_force_secondary") == 0
    assert shelf.on("england", first).version(DUTY).status == "in_force"


@pytest.mark.parametrize(("name", "stated"), cases(), ids=[name for name, _ in cases()])
def test_an_overlay_changes_no_answer(name, stated):
    case = case_file.read(json.dumps(stated).encode())
    day = case.decided_on or DAY
    plain, laid = assess(case, load("england").on(day)), assess(case, under(overlay()).on("england", day))
    same = {"outcome", "stands", "duties", "refer_to", "disclosures", "rejected", "open", "would_change"}
    assert laid.model_dump(include=same) == plain.model_dump(include=same)


def test_the_assessment_names_its_overlay_and_warns_no_longer_of_what_was_confirmed():
    one = overlay()
    law = under(one).on("england", DAY)
    answer = assess(theo(), law)
    assert answer.law.overlay == one.sha256
    assert DUTY not in [warning.at for warning in answer.warnings if warning.code == "rests-on-secondary-law"]
    plain = assess(theo(), load("england").on(DAY))
    assert "overlay" not in plain.model_dump(mode="json")["law"]


def test_a_record_finds_its_overlay_again_or_is_assessed_without_it():
    one = overlay()
    edition = under(one).on("england", DAY).edition
    assert under(one).named(edition).edition.overlay == one.sha256
    assert Shelf(overlays=[one]).named(edition).edition.overlay == one.sha256
    assert Shelf().named(edition).edition.overlay is None
    assert Shelf(overlays=[one]).on("england", DAY).edition.overlay is None
    assert under(one).overlay("england") is one
    assert under(one).overlay("wales") is None


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"conditions": {}}, "overlay conditions: an overlay has no such key, and cannot change what the law says"),
        ({"commencements": [{"provision": DUTY, "from": DAY, "evidence": "x", "status": "in_force"}]},
         "overlay commencements.0.status: an overlay has no such key"),
        ({"contacts": [{"name": "x", "telephone": "1", "when": True}]}, "overlay contacts.0.when: an overlay has no"),
        ({"contacts": [{"name": "x"}]}, "overlay contacts.0.telephone: it is missing"),
        ({"organisation": 7}, "overlay organisation: it is not a text"),
        ({"contacts": [{"name": "x", "telephone": "1", "sectors": ["wizards"]}]}, "overlay contacts.0.sectors.0"),
        ({"thresholds": [{"level": "welfare", "says": "x", "link": "http://x"}]}, "overlay thresholds.0.link"),
        ({"commencements": [{"provision": DUTY, "from": "2026-02-30", "evidence": "x"}]}, "not a day of the calendar"),
        ({"version": "1"}, "overlay version"),
    ],
)  # fmt: skip
def test_any_other_key_or_value_is_refused_by_name(parts, told):
    with pytest.raises(BadOverlay) as refused:
        overlay(**parts)
    assert any(told in str(fault) for fault in refused.value.faults), refused.value


def test_every_fault_of_an_overlay_is_told_at_once():
    with pytest.raises(BadOverlay) as refused:
        read_overlay(STATED | {"layers": 1, "verdict": [], "version": None})
    assert len(refused.value.faults) == 3
    with pytest.raises(BadOverlay):
        read_overlay(["northmoor"])


@pytest.mark.parametrize(
    ("provision", "day", "told"),
    [
        ("gdpr", DAY, "the pack has no provision gdpr"),
        (
            "cpa2026-csa-reporting",
            DAY,
            "nothing about cpa2026-csa-reporting is known at second hand, so there is nothing to confirm",
        ),
        (DUTY, "2026-09-01", f"{DUTY} is not law on 2026-09-01 in the pack, and an overlay cannot begin it sooner"),
    ],
)
def test_a_commencement_that_confirms_nothing_does_not_fit(provision, day, told):
    one = overlay(commencements=[{"provision": provision, "from": day, "evidence": "x"}])
    assert [fault.what for fault in misfits(one, load("england").provisions)] == [told]
    plain, laid = load("england").on(DAY), under(one).on("england", DAY)
    if provision in plain.provisions:
        assert laid.version(provision) == plain.version(provision)
    assert list(misfits(overlay(), load("england").provisions)) == []


def test_whom_to_ring_depends_on_outcome_and_on_who_must_hear():
    law = under(overlay()).on("england", DAY)
    names = [contact.name for contact in whom_to_ring(law, "URGENT", ("council_childrens_services",))]
    assert names == ["Front door", "Data protection officer"]
    for outcome, sectors in (("ADVICE", ("council_childrens_services",)), ("URGENT", ("police",))):
        assert [contact.name for contact in whom_to_ring(law, outcome, sectors)] == ["Data protection officer"]
    assert whom_to_ring(load("england").on(DAY), "URGENT", ()) == ()


def test_what_the_overlay_says_is_told_beside_the_explanation():
    law = under(overlay()).on("england", DAY)
    case = theo()
    told = "\n".join(nearby(case, assess(case, law), law))
    for part in (
        "From Northmoor Council (overlay 2026.11.1):",
        "Data protection officer: 0300 123 9999",
        "Step 1: Ask for the team manager. R. Osei, 0300 123 4568",
        "Step 2: Ring the head of service.",
    ):
        assert part in told
    unlevelled = case.model_copy(update={"concern": case.concern.model_copy(update={"level": None})})
    assert "Ring the same day" not in "\n".join(nearby(unlevelled, assess(unlevelled, law), law))
    serious = case.model_copy(update={"concern": case.concern.model_copy(update={"level": "significant_harm"})})
    told = nearby(serious, assess(serious, law), law)
    assert "  Significant harm: Ring the same day. https://northmoor.example/levels" in told
    assert "  Front door, Duty social worker: 0300 123 4567. Day and night" in told
    assert nearby(case, assess(case, load("england").on(DAY)), load("england").on(DAY)) == []


def test_the_digest_follows_what_is_said():
    assert overlay().sha256 == read_overlay(json.loads(overlay().document())).sha256
    assert overlay().sha256 != overlay(version="2026.11.2").sha256
