"""Round by round: a supervisor gives a record back, its author mends it, and what follows cites the first."""

import itertools
import shutil
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from lawfulshare.case import case_file
from lawfulshare.desk.amending import begin_amendment
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.earlier import rationales
from lawfulshare.desk.following import begin_full_record, unfinished
from lawfulshare.desk.in_hand import Clock
from lawfulshare.desk.kept import amended_by, kept, reviews, take_sheet
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.profile import Profile
from lawfulshare.faults import NotOurs, VaultTrouble
from lawfulshare.record.identities import new
from lawfulshare.record.review_sheet import Comment
from lawfulshare.record.reviewing import review
from lawfulshare.record.twin import read
from lawfulshare.record.verifying import verify
from lawfulshare.wording import wording

PASSPHRASE = "seven quiet herons walk"
PROFILE = Profile(name="J. Malik", role="Health visitor", organisation="Northmoor NHS Trust", sector="nhs_trust",
                  policy_document=True)  # fmt: skip
EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "theo.json"
START = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def clock() -> Clock:
    ticks, ids = itertools.count(), itertools.count(1)
    return Clock(now=lambda: START + timedelta(minutes=next(ticks)), new_id=lambda: f"case-{next(ids)}")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """A home with one signed record in it; each test has a copy of its own."""
    home = tmp_path_factory.mktemp("once") / "home"
    desk = Desk.first_start(home, PROFILE, PASSPHRASE, clock)
    work = Casework.take(desk.drafts, case_file.read(EXAMPLE.read_bytes()), desk.clock, desk.shelf)
    signed = desk.sign_off(work, desk.unlock(desk.identities()[0]))
    desk.close()
    return home, signed


@pytest.fixture
def desk(made_once, tmp_path):
    opened = Desk.open(shutil.copytree(made_once[0], tmp_path / "home"), PASSPHRASE, clock)
    yield opened
    opened.close()


@pytest.fixture
def signed(made_once):
    return made_once[1]


@pytest.fixture(scope="session")
def supervisor(tmp_path_factory):
    return new(tmp_path_factory.mktemp("supervisor"), "P. Osei", "Manager", "Northmoor", PASSPHRASE, at=START)


def found(pdf, supervisor, verdict, hour=5):
    comments = (Comment(at="decision.rationale", text="Say why the school needs it."),)
    at = START + timedelta(hours=hour)
    return review(pdf, supervisor, verdict, comments, number=f"LS-{hour}", at=at, words=wording("en"))


def states(desk):
    return [(one.line.number, one.round, one.state) for one in kept(desk.records)]


def test_a_record_is_given_back_mended_and_agreed_and_each_round_is_kept(desk, signed, supervisor):
    assert states(desk) == [(signed.number, 1, "signed")]
    back = found(signed.pdf, supervisor, "return")
    take_sheet(desk.records, back.sheet)
    assert states(desk) == [(signed.number, 1, "returned")]
    assert [one.comments for one in reviews(desk.records, signed.number)] == [back.review.comments]

    work = begin_amendment(desk, signed.number)
    assert work.case.decision.rationale == read(signed.pdf).case.decision.rationale
    assert unfinished(desk) == ()
    work.answer("decision.rationale", "The school sees him each day and would be the first to notice.")
    again = desk.sign_off(work, desk.unlock(desk.identities()[0]))

    record = read(again.pdf)
    assert (record.amends, record.round) == (sha256(signed.pdf).hexdigest(), 2)
    assert verify("again.pdf", again.pdf).sound
    assert desk.records.open(signed.number) == signed.pdf
    agreed = found(again.pdf, supervisor, "agree", hour=9)
    take_sheet(desk.records, agreed.sheet, agreed.countersigned)
    assert states(desk) == [(again.number, 2, "agreed"), (signed.number, 1, "amended")]
    (sheet,) = desk.records.sheets(again.sha256)
    assert desk.records.open_sheet(sheet.sha256) == (agreed.sheet, agreed.countersigned)


def test_one_amendment_is_begun_for_each_record_and_none_for_one_that_is_amended(desk, signed):
    work = begin_amendment(desk, signed.number)
    assert begin_amendment(desk, signed.number).case_id == work.case_id
    assert amended_by(desk.records, work.case) == (signed.sha256, 1)
    desk.sign_off(work, desk.unlock(desk.identities()[0]))
    with pytest.raises(NotOurs, match="another record amends it"):
        begin_amendment(desk, signed.number)


def test_an_amendment_that_is_deleted_leaves_the_record_as_it_stood(desk, signed):
    desk.drafts.delete(begin_amendment(desk, signed.number).case_id)
    assert states(desk) == [(signed.number, 1, "signed")]


def test_ones_own_words_in_the_record_that_is_mended_are_no_boilerplate(desk, signed):
    assert rationales(desk.records) != ()
    assert rationales(desk.records, signed.number) == ()


def test_a_sheet_of_a_record_that_is_not_here_or_that_was_changed_is_not_kept(desk, signed, supervisor, tmp_path):
    back = found(signed.pdf, supervisor, "return")
    with pytest.raises(NotOurs, match="not as its reviewer signed"):
        take_sheet(desk.records, back.sheet + b"%more")
    elsewhere = Desk.first_start(tmp_path / "elsewhere", PROFILE, PASSPHRASE, clock)
    with pytest.raises(VaultTrouble, match="not kept here"):
        take_sheet(elsewhere.records, back.sheet)
    elsewhere.close()
    assert states(desk) == [(signed.number, 1, "signed")]


def test_another_file_is_not_kept_as_the_countersigned_record(desk, signed, supervisor):
    agreed = found(signed.pdf, supervisor, "agree")
    take_sheet(desk.records, agreed.sheet, signed.pdf)
    assert [sheet.countersigned for sheet in desk.records.sheets(signed.sha256)] == [False]


def test_a_full_record_that_follows_an_urgent_one_is_no_amendment(desk):
    case = case_file.read(EXAMPLE.read_bytes()).model_copy(update={"mode": "urgent"})
    following = begin_full_record(desk, case, "case-urgent")
    assert amended_by(desk.records, following.case) is None
    assert unfinished(desk) == (following.case_id,)
