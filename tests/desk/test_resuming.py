"""Coming back to a draft, one is told what changed since, and nothing where nothing did."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lawfulshare.case import case_file
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.in_hand import Clock
from lawfulshare.desk.resuming import Left, since
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.vault import Vault

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "theo.json"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def clock(at=NOW):
    return Clock(now=lambda: at, new_id=lambda: "case-1")


@pytest.fixture
def drafts(tmp_path):
    vault = Vault.create(tmp_path, "seven quiet herons walk")
    yield Drafts(vault)
    vault.close()


def again(drafts, work, day):
    """Put the draft back on the desk on a day, and say what changed."""
    back = Casework.resume(drafts, work.case_id, clock(datetime.fromisoformat(f"{day}T10:00:00+00:00")))
    return back, since(back.left, back.first_answer(), back.walk, back.law, date.fromisoformat(day))


@pytest.fixture
def work(drafts):
    made = Casework.take(drafts, case_file.read(EXAMPLE.read_bytes()), clock())
    made.first_answer()
    return made


def test_an_hour_later_there_is_nothing_to_say(drafts, work):
    back, told = again(drafts, work, "2026-11-23")
    assert back.left.told == {"outcome": work.first_answer().outcome, "law": work.law.nation.version}
    assert told == ()


def test_another_edition_and_another_answer_are_told(drafts, work):
    back = Casework.resume(drafts, work.case_id, clock())
    left = Left(back.left.at, {"outcome": "SEEK", "law": "2020.01.0"})
    told = " ".join(since(left, back.first_answer(), back.walk, back.law, NOW.date()))
    assert "2020.01.0" in told
    assert "“Find out more first”" in told


def test_a_draft_from_before_answers_were_kept_is_opened_in_peace(drafts, work):
    back = Casework.resume(drafts, work.case_id, clock())
    assert since(Left(back.left.at, None), back.first_answer(), back.walk, back.law, NOW.date()) == ()


def test_a_day_that_has_come_and_a_reply_that_has_not_are_told(drafts, work):
    work.answer("review.on", "2026-11-27")
    work.answer("decided_on", "2026-11-23")
    _, told = again(drafts, work, "2026-11-25")
    assert "27 November" not in " ".join(told)
    _, told = again(drafts, work, "2026-11-30")
    assert "27 November 2026: that day has come" in " ".join(told)
    assert "The day of your decision is 23 November 2026" in " ".join(told)


def test_whoever_has_not_replied_is_named_once_their_day_has_come(drafts, work):
    key = work.add("enquiry")
    work.answer(f"enquiries.{key}.question", "Has he been weighed?")
    work.answer(f"enquiries.{key}.chase_on", "2026-11-24")
    asked = f"enquiries.{key}.chase_on" in work.walk.put
    assert asked
    _, told = again(drafts, work, "2026-11-24")
    assert any("no reply yet" in line for line in told)
    work.answer(f"enquiries.{key}.reply.on", "2026-11-24")
    _, told = again(drafts, work, "2026-11-24")
    assert not any("no reply yet" in line for line in told)


def test_law_that_came_into_force_since_is_named(drafts, work):
    day = min(
        version.from_
        for provision in work.law.provisions.values()
        for version in provision.versions
        if version.from_ and version.from_ > "2025-01-01"
    )
    back = Casework.resume(drafts, work.case_id, clock())
    left = Left("2025-01-01T09:00:00+00:00", None)
    told = since(left, back.first_answer(), back.walk, back.law, date.fromisoformat(day))
    assert any(line.startswith("This law is another today") for line in told)
