"""The law is broken on purpose, one property at a time; each break is found, with a small case file that replays."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import Pack, load
from lawfulshare.law.packs.procedure import Procedure
from lawfulshare.law.packs.provision import Provision
from lawfulshare.law.proving.commencing import Calendar, calendar
from lawfulshare.law.proving.proof import commencements
from lawfulshare.law.proving.properties import (
    PROPERTIES,
    Property,
    authority_has_its_task,
    consent_is_real,
    danger_is_answered,
    duty_is_not_withheld,
    duty_leaves_a_way,
    form_is_silent,
    learning_never_contradicts,
    nobody_is_located,
    offered_has_every_layer,
    one_outcome,
    one_verdict,
)
from lawfulshare.law.proving.reaching import dead, goals
from lawfulshare.law.proving.specification import Judged, specification
from lawfulshare.law.proving.telling import tell_against
from lawfulshare.law.proving.trial import Trial

DAY = "2026-11-23"
Written = dict[str, Any]


def the_pack() -> Pack:
    return load("england")


def broken_law(change: Callable[[Written, dict[str, Written], dict[str, tuple[str, ...]]], None]) -> Law:
    """Give the law that ships with one mistake in its procedure, its provisions or its lists."""
    pack = the_pack()
    procedure = pack.procedure.model_dump(by_alias=True)
    provisions = {name: one.model_dump(by_alias=True) for name, one in pack.provisions.items()}
    before, lists = copy.deepcopy(provisions), dict(pack.lists)
    change(procedure, provisions, lists)
    changed = {
        name: pack.provisions[name] if body == before[name] else Provision.model_validate(body)
        for name, body in provisions.items()
    }
    edition = pack.on(DAY).edition
    return Law(edition, pack.nation, changed, Procedure.model_validate(procedure), lists, cautions=pack.cautions)


def conditions(provisions: dict[str, Written], name: str) -> Written:
    return provisions[name]["versions"][-1]["conditions"]


def row(procedure: Written, table: str, name: str) -> Written:
    return next(one for one in procedure[table] if one["row"] == name)


def no_last_verdict(procedure, provisions, lists):
    procedure["verdict"] = procedure["verdict"][:-1]


def no_last_outcome(procedure, provisions, lists):
    procedure["outcome"] = procedure["outcome"][:-1]


def coercion_forgotten(procedure, provisions, lists):
    procedure["terms"]["agreed_freely"]["when"].remove({"not": "person.coercion_suspected"})


def everyone_of_nobody(procedure, provisions, lists):
    among = {"some": "person", "among": "item.about", "when": {"not": {"term": "agrees"}}}
    procedure["terms"]["valid_consent_of_all"]["when"] = {"not": among}


def collision_dropped(procedure, provisions, lists):
    procedure["verdict"] = [one for one in procedure["verdict"] if one["row"] != "collision"]


def unseen_order_before_duty(procedure, provisions, lists):
    row(procedure, "verdict", "order_not_seen")["when"] = {
        "all": [{"not": {"term": "danger"}}, {"term": "order_not_seen"}]
    }


def authorities_may_use_interests(procedure, provisions, lists):
    del conditions(provisions, "rli-annex1-safeguarding")["no_public_authority"]


def authority_lost_from_the_list(procedure, provisions, lists):
    lists["public_authorities"] = tuple(one for one in lists["public_authorities"] if one != "fire_service")


def condition_layer_skipped(procedure, provisions, lists):
    procedure["layers"]["conditioned"]["when"] = True


def special_class_lost(procedure, provisions, lists):
    lists["special_classes"] = tuple(one for one in lists["special_classes"] if one != "genetic")


def confidence_skipped(procedure, provisions, lists):
    procedure["layers"]["open_to_tell"]["when"] = True


def identity_before_danger(procedure, provisions, lists):
    row(procedure, "verdict", "identity_in_doubt")["when"] = {"term": "identity_in_doubt"}


def policy_document_in_danger(procedure, provisions, lists):
    procedure["layers"]["urgent_responder"]["when"] = [{"term": "danger"}, {"holds": "apd-part4"},
                                                       {"fact": "recipient.sector", "in": "responders"}]  # fmt: skip


def danger_to_a_person_last(procedure, provisions, lists):
    rows = procedure["verdict"]
    endangers = row(procedure, "verdict", "endangers")
    procedure["verdict"] = [*(one for one in rows[:-1] if one is not endangers), endangers, rows[-1]]


BREAKS = [
    (no_last_verdict, one_verdict),
    (no_last_outcome, one_outcome),
    (coercion_forgotten, consent_is_real),
    (everyone_of_nobody, consent_is_real),
    (collision_dropped, duty_is_not_withheld),
    (collision_dropped, duty_leaves_a_way),
    (unseen_order_before_duty, duty_is_not_withheld),
    (authorities_may_use_interests, authority_has_its_task),
    (authority_lost_from_the_list, authority_has_its_task),
    (condition_layer_skipped, offered_has_every_layer),
    (special_class_lost, offered_has_every_layer),
    (confidence_skipped, offered_has_every_layer),
    (identity_before_danger, danger_is_answered),
    (policy_document_in_danger, form_is_silent),
    (danger_to_a_person_last, nobody_is_located),
]


def stated_as(broken: Any) -> Property:
    return next(one for one in PROPERTIES if one.broken is broken)


@pytest.mark.parametrize(("mistake", "statement"), BREAKS, ids=lambda given: given.__name__)
def test_a_mistake_breaks_its_property_in_a_small_case_that_replays(mistake, statement):
    law = broken_law(mistake)
    one = stated_as(statement)
    trial = Trial(Judged(law, specification()))
    finding = trial.finding(one, {})
    assert not finding.holds
    assert finding.because == ""
    assert len(finding.cases) == (2 if one.cases in ("learnt", "form") else 1)
    assert trial.breaks(one, *finding.cases)
    assert all(len(case.people or ()) <= 2 for case in finding.cases)
    told = list(tell_against(finding, the_pack()))
    assert len(told) >= 2 * len(finding.cases)


@pytest.mark.parametrize("mistake", [unseen_order_before_duty, special_class_lost])
def test_the_same_case_does_not_break_the_law_that_ships(mistake):
    law = broken_law(mistake)
    one = stated_as(duty_is_not_withheld if mistake is unseen_order_before_duty else offered_has_every_layer)
    (case,) = Trial(Judged(law, specification())).finding(one, {}).cases
    assert not Trial(Judged(the_pack().on(DAY), specification())).breaks(one, case)


def test_a_row_that_asks_what_is_unknown_is_found_with_two_files():
    """The reader refuses such a row; here it is let through."""
    asking = {"row": "not_known", "then": "withhold", "says": "It is not known.", "when": {"open": "item.relevant"}}

    def asks_what_is_unknown(procedure, provisions, lists):
        procedure["verdict"] = [asking, *procedure["verdict"]]

    law = broken_law(asks_what_is_unknown)
    law.compiler.may_ask_what_is_open = True
    one = stated_as(learning_never_contradicts)
    finding = Trial(Judged(law, specification())).finding(one, {})
    less, more = finding.cases
    assert less.items[0].relevant is None
    assert more.items[0].relevant is not None
    assert Findings(less, law).verdicts != Findings(more, law).verdicts


def test_a_row_that_nothing_reaches_is_named():
    def unreachable(procedure, provisions, lists):
        after = {"row": "too_late", "then": "advice", "says": "Never.", "when": {"term": "danger"}}
        procedure["verdict"] = [*procedure["verdict"], after]

    law = broken_law(unreachable)
    rows = {name: term for name, term in goals(law).items() if name.startswith("verdict: ")}
    assert dead(law, rows) == ["verdict: too_late"]


def test_an_exception_that_contradicts_its_conditions_is_named():
    def contradictory(procedure, provisions, lists):
        held = conditions(provisions, "cda-s115")["crime_and_disorder"]["when"]
        provisions["cda-s115"]["versions"][-1]["exceptions"]["no_crime"] = {"says": "No crime.", "when": {"not": held}}

    law = broken_law(contradictory)
    wanted = {name: term for name, term in goals(law).items() if name.startswith("cda-s115")}
    (named,) = dead(law, wanted)
    assert named.endswith("exception no_crime")


def moved(day: str, to: str) -> Pack:
    """Give the pack with one beginning on a wrong day."""
    pack = the_pack()
    name = next(name for name, one in pack.provisions.items() if one.kind == "duty" and one.versions[-1].from_ == day)
    version = pack.provisions[name].versions[-1].model_copy(update={"from_": to})
    provision = pack.provisions[name].model_copy(update={"versions": (version,)})
    return Pack(pack.nation, {**pack.provisions, name: provision}, pack.procedure, pack.lists, pack.sha256,
                cautions=pack.cautions)  # fmt: skip


def test_a_duty_that_begins_a_day_early_in_the_pack_is_found_on_that_day():
    found = commencements(moved("2026-09-30", "2026-09-29"), calendar(), ["2026-09-29"])
    unlisted, changed = (one for one in found if not one.holds)
    assert "ca2004-s16la" in unlisted.names
    assert changed.cases[0].decided_on == "2026-09-29"


def test_a_day_that_is_missing_from_the_calendar_is_named_with_its_provisions():
    kept = Calendar.model_validate({"since": "2018-05-25", "tried_from": "2025-01-01", "days": {}})
    unlisted, changed = (one for one in commencements(the_pack(), kept, ["2026-09-30"]) if not one.holds)
    assert unlisted.because == "unlisted"
    assert "ca2004-s16la" in unlisted.names
    assert changed.cases
