"""Round by round: a supervisor gives a record back, its author mends it, and what follows cites the first."""

import shutil
from hashlib import sha256

import pytest
from reviewed import EXAMPLE, PASSPHRASE, PROFILE, clock, found, once

from lawfulshare.case import case_file
from lawfulshare.desk.amending import begin_amendment
from lawfulshare.desk.earlier import rationales
from lawfulshare.desk.following import begin_full_record, unfinished
from lawfulshare.desk.kept import amended_by, kept, reviews, take_sheet
from lawfulshare.desk.opening import Desk
from lawfulshare.faults import NotOurs, VaultTrouble
from lawfulshare.record.twin import read
from lawfulshare.record.verifying import verify


@pytest.fixture
def desk(tmp_path):
    opened = Desk.open(shutil.copytree(once()[0], tmp_path / "home"), PASSPHRASE, clock)
    yield opened
    opened.close()


@pytest.fixture
def signed():
    return once()[1]


def states(desk):
    return [(one.line.number, one.round, one.state) for one in kept(desk.records)]


def test_a_record_is_given_back_mended_and_agreed_and_each_round_is_kept(desk, signed):
    assert states(desk) == [(signed.number, 1, "signed")]
    back = found(signed.pdf, "return")
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
    agreed = found(again.pdf, "agree", hour=9)
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


def test_a_sheet_of_a_record_that_is_not_here_or_that_was_changed_is_not_kept(desk, signed, tmp_path):
    back = found(signed.pdf, "return")
    with pytest.raises(NotOurs, match="not as its reviewer signed"):
        take_sheet(desk.records, back.sheet + b"%more")
    elsewhere = Desk.first_start(tmp_path / "elsewhere", PROFILE, PASSPHRASE, clock)
    with pytest.raises(VaultTrouble, match="not kept here"):
        take_sheet(elsewhere.records, back.sheet)
    elsewhere.close()
    assert states(desk) == [(signed.number, 1, "signed")]


def test_another_file_is_not_kept_as_the_countersigned_record(desk, signed):
    agreed = found(signed.pdf, "agree")
    take_sheet(desk.records, agreed.sheet, signed.pdf)
    assert [sheet.countersigned for sheet in desk.records.sheets(signed.sha256)] == [False]


def test_a_full_record_that_follows_an_urgent_one_is_no_amendment(desk):
    case = case_file.read(EXAMPLE.read_bytes()).model_copy(update={"mode": "urgent"})
    following = begin_full_record(desk, case, "case-urgent")
    assert amended_by(desk.records, following.case) is None
    assert unfinished(desk) == (following.case_id,)
