"""The vault: encrypted from the first answer, refused in one sentence, never half-written, nothing lost when killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lawfulshare.faults import LawfulShareError, SavedMeanwhile, VaultTrouble
from lawfulshare.record import locking
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.records import Records
from lawfulshare.store.tables import SCHEMA
from lawfulshare.store.vault import DATABASE, KEY_FILE, UNFINISHED, Vault

PASSPHRASE = "seven quiet herons walk"
CANARY = "Canary-Wilhelmina-Thistlewood"
WRITER = Path(__file__).with_name("writer.py")


@pytest.fixture
def vault(tmp_path):
    made = Vault.create(tmp_path, PASSPHRASE)
    yield made
    made.close()


def save(drafts: Drafts, body: bytes = b"{}", *, seen: int = 0, case_id: str = "c1", place: str = "first") -> int:
    return drafts.save(
        case_id, body, seen=seen, saved_at=f"2026-11-23T14:{seen:02}:00+00:00", place=place, subject=CANARY
    )


def refused(act) -> str:
    with pytest.raises(LawfulShareError) as trouble:
        act()
    assert len(trouble.value.faults) == 1
    return str(trouble.value)


def test_nothing_of_a_case_lies_in_a_plain_file(vault, tmp_path):
    save(Drafts(vault), CANARY.encode())
    names = {path.name for path in tmp_path.iterdir()}
    assert {DATABASE, KEY_FILE, f"{DATABASE}-wal"} <= names
    for path in tmp_path.iterdir():
        assert CANARY.encode() not in path.read_bytes(), path.name


def test_what_was_saved_is_there_after_closing_and_opening(vault, tmp_path):
    save(Drafts(vault), b"first")
    save(Drafts(vault), b"second", seen=1, place="second")
    vault.close()
    draft = Drafts(Vault.open(tmp_path, PASSPHRASE)).open("c1")
    assert (draft.version, draft.body, draft.place) == (2, b"second", "second")


def test_the_list_shows_each_draft_once_the_last_saved_first(vault):
    drafts = Drafts(vault)
    save(drafts, case_id="old")
    save(drafts, case_id="new")
    save(drafts, case_id="old", seen=1, place="later")
    assert [(line.case_id, line.place) for line in drafts.lines()] == [("old", "later"), ("new", "first")]


def test_a_draft_that_was_deleted_is_gone_and_said_so(vault):
    drafts = Drafts(vault)
    save(drafts)
    drafts.delete("c1")
    assert drafts.lines() == ()
    assert "no longer here" in refused(lambda: drafts.open("c1"))


def test_the_second_writer_is_told_and_overwrites_nothing(vault):
    drafts = Drafts(vault)
    save(drafts, b"mine")
    with pytest.raises(SavedMeanwhile):
        save(drafts, b"theirs")
    assert drafts.open("c1").body == b"mine"


def test_a_wrong_passphrase_and_a_damaged_file_are_told_apart(vault, tmp_path):
    vault.close()
    assert "not its passphrase" in refused(lambda: Vault.open(tmp_path, "another one"))
    (tmp_path / DATABASE).write_bytes(b"nothing of ours" * 400)
    assert "damaged" in refused(lambda: Vault.open(tmp_path, PASSPHRASE))


def test_each_thing_that_is_missing_is_said_and_no_new_vault_is_made_over_what_is_left(vault, tmp_path):
    vault.close()
    assert "Give the passphrase" in refused(lambda: Vault.open(tmp_path))
    (tmp_path / KEY_FILE).unlink()
    assert "Restore vault.json" in refused(lambda: Vault.open(tmp_path, PASSPHRASE))
    assert "already" in refused(lambda: Vault.create(tmp_path, PASSPHRASE))
    (tmp_path / DATABASE).unlink()
    assert "none yet" in refused(lambda: Vault.open(tmp_path, PASSPHRASE))


def test_a_key_file_that_was_changed_is_not_taken_for_a_wrong_passphrase(vault, tmp_path):
    vault.close()
    body = (tmp_path / KEY_FILE).read_bytes()
    (tmp_path / KEY_FILE).write_bytes(body.replace(b'"time": ', b'"time": 1'))
    assert "Restore vault.json" in refused(lambda: Vault.open(tmp_path, PASSPHRASE))


def test_a_vault_whose_making_was_cut_short_opens_all_the_same(vault, tmp_path):
    vault.close()
    (tmp_path / DATABASE).rename(tmp_path / UNFINISHED)
    assert Drafts(Vault.open(tmp_path, PASSPHRASE)).lines() == ()


def test_a_vault_is_never_made_over_another(vault, tmp_path):
    assert "already" in refused(lambda: Vault.create(tmp_path, PASSPHRASE))


def test_a_short_passphrase_makes_nothing(tmp_path):
    assert "too short" in refused(lambda: Vault.create(tmp_path, "short"))
    assert not list(tmp_path.iterdir())


def test_without_keyring_and_passphrase_nothing_is_made_and_a_passphrase_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "keyring_works", lambda: False)
    assert "passphrase" in refused(lambda: Vault.create(tmp_path))
    assert not list(tmp_path.iterdir())


def test_data_of_a_newer_program_is_never_opened(vault, tmp_path):
    with vault.begin() as session:
        session.connection().exec_driver_sql(f"PRAGMA user_version = {SCHEMA + 1}")
    vault.close()
    assert "newer" in refused(lambda: Vault.open(tmp_path, PASSPHRASE))


def test_a_full_disk_is_said_and_what_was_saved_before_stands(vault):
    drafts = Drafts(vault)
    save(drafts, b"before")
    with vault.begin() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    assert "disk is full" in refused(lambda: save(drafts, b"x" * 200_000, seen=1))
    assert drafts.open("c1").body == b"before"


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_left(tmp_path, monkeypatch):
    def refuse(self, *_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be written" in refused(lambda: Vault.create(tmp_path, PASSPHRASE))
    monkeypatch.undo()
    assert not (tmp_path / DATABASE).exists()
    assert not (tmp_path / KEY_FILE).exists()


def test_a_signed_record_is_kept_once_and_found_by_its_number(vault):
    records = Records(vault)
    facts = {
        "number": "LS-2026-000001",
        "case_id": "c1",
        "outcome": "SHARE",
        "closed_at": "2026-11-23",
        "subject": "Theo",
    }
    assert records.keep(b"%PDF", **facts) == records.keep(b"%PDF", **facts)
    assert records.open("LS-2026-000001") == b"%PDF"
    assert len(records.lines()) == 1
    with pytest.raises(VaultTrouble):
        records.open("LS-2026-000002")


RECORD = {"case_id": "c1", "outcome": "SHARE", "closed_at": "2026-11-23", "subject": CANARY}


def test_a_record_is_amended_once_and_both_are_kept(vault):
    records = Records(vault)
    first = records.keep(b"%PDF 1", number="LS-1", **RECORD)
    second = records.keep(b"%PDF 2", number="LS-2", **RECORD, amends=first)
    assert records.amendments() == {first: second}
    with pytest.raises(VaultTrouble):
        records.keep(b"%PDF 3", number="LS-3", **RECORD, amends=first)
    assert [line.number for line in records.lines()] == ["LS-1", "LS-2"]


def test_review_sheets_are_kept_with_their_record_in_their_order_each_once(vault):
    records = Records(vault)
    record = records.keep(b"%PDF 1", number="LS-1", **RECORD)
    records.keep_sheet(b"second", record, verdict="agree", reviewed_at="2026-11-25T10:00:00+00:00")
    records.keep_sheet(b"first", record, verdict="return", reviewed_at="2026-11-24T10:00:00+00:00")
    records.keep_sheet(b"second", record, verdict="agree", reviewed_at="2026-11-25T10:00:00+00:00", countersigned=b"c")
    assert [(line.verdict, line.countersigned) for line in records.sheets(record)] == [
        ("return", False), ("agree", True),
    ]  # fmt: skip
    assert records.open_sheet(records.sheets(record)[1].sha256) == (b"second", b"c")
    assert "not kept here" in refused(
        lambda: records.keep_sheet(b"x", "ff", verdict="agree", reviewed_at="2026-11-24T10:00:00+00:00")
    )
    assert "no longer kept" in refused(lambda: records.open_sheet("ff"))


def made_earlier(vault):
    """Make the vault one of the first program: what came later is not in it."""
    with vault.begin() as session:
        for table in ("review_sheet", "amendment"):
            session.connection().exec_driver_sql(f"DROP TABLE {table}")
        session.connection().exec_driver_sql("PRAGMA user_version = 1")
    vault.close()


def test_a_vault_of_the_first_program_opens_with_all_that_is_in_it(vault, tmp_path):
    save(Drafts(vault), b"said earlier")
    record = Records(vault).keep(b"%PDF 1", number="LS-1", **RECORD)
    made_earlier(vault)
    later = Vault.open(tmp_path, PASSPHRASE)
    assert Drafts(later).open("c1").body == b"said earlier"
    Records(later).keep_sheet(b"sheet", record, verdict="agree", reviewed_at="2026-11-24T10:00:00+00:00")
    later.close()
    assert {path.name for path in tmp_path.iterdir()} <= {KEY_FILE, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"}
    again = Vault.open(tmp_path, PASSPHRASE)
    assert len(Records(again).sheets(record)) == 1
    again.close()


def test_a_vault_that_cannot_be_brought_up_stays_as_it_was(vault, tmp_path, monkeypatch):
    save(Drafts(vault), b"said earlier")
    made_earlier(vault)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copy2", full)
    assert "disk is full" in refused(lambda: Vault.open(tmp_path, PASSPHRASE))
    monkeypatch.undo()
    opened = Vault.open(tmp_path, PASSPHRASE)
    assert Drafts(opened).open("c1").body == b"said earlier"
    opened.close()


def killed_at_random(home: Path, times: int, how: str) -> int:
    """Kill a writer so many times while it saves; give how many answers that it had called saved were lost."""
    lost = 0
    for number in range(times):
        case_id = f"case-{number}"
        with subprocess.Popen(
            [sys.executable, WRITER, home, PASSPHRASE, case_id, how], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout.readline() == "ready\n"
            time.sleep(0.02 + (number * 7 % 13) / 400)
            writer.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            answered = [int(line) for line in writer.stdout.read().split()]
        vault = Vault.open(home, PASSPHRASE)
        kept = [line for line in Drafts(vault).lines() if line.case_id == case_id]
        version = Drafts(vault).open(case_id).version if kept else 0
        vault.close()
        lost += version < max(answered, default=0)
    return lost


def test_a_process_that_is_killed_loses_no_answer_that_was_saved(vault, tmp_path):
    vault.close()
    assert killed_at_random(tmp_path, 6, "saved-then-said") == 0


def test_the_kill_test_would_see_a_loss(vault, tmp_path):
    vault.close()
    assert killed_at_random(tmp_path, 6, "said-then-saved") > 0


@pytest.mark.soak
def test_two_hundred_kills_lose_nothing(vault, tmp_path):
    vault.close()
    assert killed_at_random(tmp_path, 200, "saved-then-said") == 0
