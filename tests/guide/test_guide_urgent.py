"""The urgent door: six questions are enough for the law, a call is noted, and the full record follows."""

import json
from datetime import date

import pytest
from guided import CASES, acceptance
from hypothesis import given
from hypothesis import strategies as st

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide import answers
from lawfulshare.guide.calling import Reached, call_made, next_working_day, schedule
from lawfulshare.guide.doors import doors
from lawfulshare.guide.emergency import full_record, with_what_follows
from lawfulshare.guide.walk import walk
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.packs.pack import load

URGENT = [path for path in CASES if path.stem[:2] in ("08", "11", "27")]


def say(case, path, value):
    return with_what_follows(answers.answer(case, path, value), path)


def six_answers(example: CaseFile) -> CaseFile:
    """Walk the pages before the call as somebody does who knows what the example knows, and says nothing else."""
    organisation = {"organisation": json.loads(case_file.write(example))["organisation"]}
    case = CaseFile.model_validate({"mode": "urgent", "nation": "england", "decided_on": "2026-11-23", **organisation})
    door = doors()["urgent"]
    for page in door.pages[: [one.name for one in door.pages].index("urgent_call")]:
        for _ in paths.entries(example, page.each) if page.each else ():
            case, _ = answers.add(case, page.each)
        if page.name == "urgent_danger":
            case = say(case, "concern.life_at_risk", True)
            continue
        if page.name == "urgent_extent":
            case = answers.fill_grid(case)
            for pair in example.disclosures:
                case = say(case, f"disclosures.{pair.item}>{pair.recipient}.extent", pair.extent)
            continue
        for asked in walk(door, case).questions(page.name):
            value = paths.read(example, asked.path)
            if value is not None:
                case = say(case, asked.path, value)
    return case


@pytest.mark.parametrize("path", URGENT, ids=lambda path: path.stem)
def test_six_answers_are_enough_for_the_law_to_say_urgent_and_what_goes(path):
    stated = json.loads(path.read_text(encoding="utf-8"))
    case = six_answers(acceptance(path))
    told = first_answer(walk(doors()["urgent"], case).heard, load("england").on("2026-11-23"))
    assert told.outcome == "URGENT"
    verdicts = {(one.item, one.recipient): one.verdict for one in told.disclosures}
    for wanted in stated["expect"]["disclosures"]:
        right = wanted["verdict"] if isinstance(wanted["verdict"], list) else [wanted["verdict"]]
        assert verdicts[wanted["item"], wanted["recipient"]] in right


def test_whoever_is_in_danger_is_who_it_is_about_until_that_is_taken_back():
    case, one = answers.add(CaseFile(mode="urgent"), "person")
    case = say(case, f"people.{one}.experiencing_or_at_risk_of_harm", True)
    assert case.concern.about == (one,)
    assert say(case, f"people.{one}.experiencing_or_at_risk_of_harm", False).concern.about is None


def test_what_is_sent_in_an_emergency_is_needed_and_what_is_kept_back_is_not():
    case, item = answers.add(CaseFile(mode="urgent"), "item")
    case, to = answers.add(case, "recipient")
    path = f"disclosures.{item}>{to}"
    sent = say(case, f"{path}.extent", "full")
    assert (sent.disclosures[0].necessary, sent.items[0].relevant) == (True, True)
    kept = say(case, f"{path}.extent", "withhold")
    assert (kept.disclosures[0].necessary, kept.items[0].relevant) == (False, None)
    assert say(sent, f"{path}.extent", None).disclosures[0].necessary is None
    calm = case.model_copy(update={"mode": "share"})
    assert say(calm, f"{path}.extent", "full").disclosures[0].necessary is None


def test_any_other_answer_of_the_urgent_door_says_nothing_else():
    case = CaseFile(mode="urgent")
    assert say(case, "concern.life_at_risk", True) == answers.answer(case, "concern.life_at_risk", True)


def test_the_full_record_keeps_the_facts_and_is_decided_anew():
    case = acceptance(URGENT[0])
    case = answers.answer(case, "decision.outcome", "URGENT")
    after = full_record(case, "a1b2", "2026-11-25")
    assert (after.mode, after.linked_to, after.decided_on, after.decision) == ("share", "a1b2", "2026-11-25", None)
    assert (after.people, after.items, after.recipients) == (case.people, case.items, case.recipients)


def test_a_call_is_noted_with_its_recipient_who_is_added_once():
    case, key = call_made(
        CaseFile(), Reached("Front door", "0300 123", "council_childrens_services"), "2026-11-25", "16:42"
    )
    again, second = call_made(case, Reached("The front door", "0300 123", None), "2026-11-25", "17:00")
    assert (key, second) == ("0", "1")
    assert len(again.recipients) == 1
    assert again.transmission[0].recipient == again.transmission[1].recipient == again.recipients[0].id
    assert (again.transmission[0].on, again.transmission[0].at) == ("2026-11-25", "16:42")
    assert again.recipients[0].identity_verified is None


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_the_next_working_day_is_the_first_weekday_after(day):
    found = next_working_day(day)
    assert found.weekday() <= 4
    assert 1 <= (found - day).days <= 3


def test_the_schedule_tells_what_one_recipient_gets_and_what_stays():
    case = acceptance(URGENT[0])
    told = schedule(case, "r1")
    assert [line.item for line in told.goes] == ["i1", "i2"]
    assert [line.item for line in told.stays] == ["i3"]
    assert not told.undecided
    assert [line.item for line in schedule(case, "r2").undecided] == ["i2", "i3"]
