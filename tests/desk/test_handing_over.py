"""A draft goes to a colleague whole, only under the passphrase, and stays here marked."""

import itertools
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lawfulshare.case import case_file
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.handing_over import HandedOver, hand_over, take_over
from lawfulshare.desk.in_hand import Clock
from lawfulshare.faults import VaultTrouble
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.handover import FORMAT, seal
from lawfulshare.store.vault import Vault

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "theo.json"
AGREED = "four agreed words here"


def clock(first):
    ticks, ids = itertools.count(), itertools.count(first)
    start = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    return Clock(now=lambda: start + timedelta(seconds=next(ticks)), new_id=lambda: f"case-{next(ids)}")


@pytest.fixture
def desks(tmp_path):
    vaults = [Vault.create(tmp_path / name, "seven quiet herons walk") for name in ("mine", "hers")]
    yield vaults
    for vault in vaults:
        vault.close()


@pytest.fixture
def work(desks):
    made = Casework.take(Drafts(desks[0]), case_file.read(EXAMPLE.read_bytes()), clock(1))
    made.go("your_decision")
    return made


def test_a_draft_is_taken_over_whole_and_kept_here_too(desks, work):
    file = hand_over(Drafts(desks[0]), work.case_id, AGREED, "J. Malik")
    hers = Drafts(desks[1])
    taken = Casework.resume(hers, take_over(hers, file, AGREED, clock(9)), clock(20))
    assert (taken.case, taken.page.name, taken.stale) == (work.case, "your_decision", work.stale)
    assert hers.lines()[0].subject == work.subject()
    assert Drafts(desks[0]).open(work.case_id).case_id == work.case_id


def test_nothing_of_the_case_can_be_read_in_the_file(desks, work):
    file = hand_over(Drafts(desks[0]), work.case_id, AGREED, "J. Malik")
    assert json.loads(file)["format"] == FORMAT
    assert b"Theo" not in file and b"Malik" not in file


def test_a_wrong_passphrase_and_a_damaged_file_are_two_things_and_nothing_is_kept(desks, work):
    hers = Drafts(desks[1])
    file = hand_over(Drafts(desks[0]), work.case_id, AGREED, "J. Malik")
    stated = json.loads(file)
    changed = json.dumps(stated | {"sealed": stated["sealed"][::-1]}).encode()
    for bad, passphrase, said in (
        (file, "not the agreed words", "not the passphrase"),
        (changed, AGREED, "damaged"),
        (file[: len(file) // 2], AGREED, "not a handed over draft"),
        (b"%PDF-1.7", AGREED, "not a handed over draft"),
        (b"[]", AGREED, "not a handed over draft"),
        (b" " * (33 * 1024 * 1024), AGREED, "not a handed over draft"),
        (json.dumps(stated | {"format": "lawfulshare.handover/2"}).encode(), AGREED, "newer version"),
        (seal(b"{}", AGREED), AGREED, "damaged"),
        (seal(b"not json", AGREED), AGREED, "damaged"),
    ):
        with pytest.raises(VaultTrouble) as caught:
            take_over(hers, bad, passphrase, clock(9))
        assert said in str(caught.value)
    assert hers.lines() == ()


def test_every_changed_byte_is_refused(desks, work):
    file = hand_over(Drafts(desks[0]), work.case_id, AGREED, "J. Malik")
    for place in range(0, len(file) - 2, len(file) // 40):
        changed = bytearray(file)
        changed[place] ^= 1
        if json.loads(file) == _as_json(bytes(changed)):
            continue
        with pytest.raises(VaultTrouble):
            take_over(Drafts(desks[1]), bytes(changed), AGREED, clock(9))


def _as_json(body):
    try:
        return json.loads(body)
    except ValueError:
        return None


def test_a_short_passphrase_is_refused_before_anything_is_written(desks, work):
    with pytest.raises(VaultTrouble, match="too short"):
        hand_over(Drafts(desks[0]), work.case_id, "short", "J. Malik")


def test_which_drafts_were_handed_over_is_remembered(desks, tmp_path):
    HandedOver(desks[0]).mark("case-1", "2026-11-25")
    HandedOver(desks[0]).mark("case-2", "2026-11-26")
    assert HandedOver(desks[0]).days() == {"case-1": "2026-11-25", "case-2": "2026-11-26"}
    assert HandedOver(desks[1]).days() == {}
