"""One case on the desk: saved at each answer, taken back exactly, opened where it was, left as it was on a fault."""

import json
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from lawfulshare.case import case_file, paths
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.home import (
    HOME_VARIABLE,
    PASSPHRASE_VARIABLE,
    Settings,
    home,
    read_settings,
    write_settings,
)
from lawfulshare.desk.in_hand import Clock
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.profile import Profile
from lawfulshare.faults import BadAnswer, LawfulShareError, NotReady, VaultTrouble
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.vault import Vault

PASSPHRASE = "seven quiet herons walk"
CANARY = "Canary-Wilhelmina-Thistlewood"
PROFILE = Profile(name="J. Malik", role="Health visitor", organisation="Northmoor NHS Trust", sector="nhs_trust",
                  policy_document=True)  # fmt: skip
EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "theo.json"


def clock() -> Clock:
    ticks, ids = count(), count(1)
    start = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
    return Clock(now=lambda: start + timedelta(seconds=next(ticks)), new_id=lambda: f"case-{next(ids)}")


@pytest.fixture
def desk(tmp_path):
    made = Desk.first_start(tmp_path / "home", PROFILE, PASSPHRASE, clock)
    yield made
    made.close()


@pytest.fixture
def work(desk):
    return desk.begin("share")


@pytest.fixture
def decided(desk):
    return Casework.take(desk.drafts, case_file.read(EXAMPLE.read_bytes()), desk.clock)


def test_what_if_tells_the_outcome_of_another_answer_and_alters_nothing(decided):
    before = decided.case
    danger, calm = (decided.what_if({"concern.life_at_risk": answer}).outcome for answer in (True, False))
    assert danger == "URGENT"
    assert calm == decided.first_answer().outcome
    assert decided.what_if({"concern.life_at_risk": True}).outcome == "URGENT"
    assert decided.case is before
    with pytest.raises(BadAnswer):
        decided.what_if({"concern.mood": True})


def test_a_new_case_knows_what_the_profile_says(work):
    assert work.case.organisation.name == "Northmoor NHS Trust"
    assert work.case.decision_maker.name == "J. Malik"
    assert work.case.decided_on == "2026-11-23"
    assert work.page == work.walk.pages[0]


def test_each_answer_is_saved_before_the_next(desk, work):
    work.answer("concern.life_at_risk", False)
    assert desk.resume(work.case_id).case.concern.life_at_risk is False


def test_a_draft_opens_on_the_page_where_it_was(desk, work):
    work.next()
    work.next()
    again = desk.resume(work.case_id)
    assert (again.page.name, again.case) == (work.page.name, work.case)


def test_back_restores_exactly(work):
    before = work.page.name
    work.next()
    case = work.case
    work.back()
    assert (work.page.name, work.case) == (before, case)


def test_an_answer_that_cannot_stand_changes_nothing(desk, work):
    case = work.case
    with pytest.raises(BadAnswer):
        work.answer("concern.level", "catastrophe")
    assert work.case == case == desk.resume(work.case_id).case


def test_undo_and_redo_are_exact(work):
    first = work.case
    key = work.add("person")
    work.answer(f"people.{key}.label", "Theo")
    last = work.case
    assert work.undo()
    assert work.undo()
    assert work.case == first
    assert not work.undo()
    assert work.redo()
    assert work.redo()
    assert work.case == last
    assert not work.redo()


def test_changing_the_door_keeps_every_answer(decided):
    said = decided.case.model_dump(exclude={"mode"})
    decided.change_door("seek")
    assert decided.case.mode == "seek"
    assert decided.case.model_dump(exclude={"mode"}) == said


def test_an_answer_that_cannot_be_saved_stands_on_the_screen(work, monkeypatch):
    def full(*_, **__):
        from lawfulshare.faults import Fault

        raise VaultTrouble(Fault("vault", "the disk is full", "Free some space."))

    monkeypatch.setattr(Drafts, "save", full)
    with pytest.raises(VaultTrouble):
        work.answer("concern.life_at_risk", True)
    assert work.case.concern.life_at_risk is True


def test_the_grid_has_a_pair_for_each_item_and_recipient(desk, decided):
    grid = next(page for page in decided.walk.pages if any(question.as_ == "grid" for question in page.asks))
    work = decided
    work.add("recipient")
    work.go(grid.name)
    assert len(work.case.disclosures) == len(work.case.items) * len(work.case.recipients)


def test_the_answer_comes_at_once_and_the_whole_of_it_from_elsewhere(decided):
    assert decided.first_answer().outcome == decided.full_answer()().assessment.outcome


def test_after_each_answer_the_first_answer_is_as_if_given_afresh(decided):
    decided.first_answer()
    for path, value in (("items.i1.relevant", False), ("concern.level", "welfare"), ("items.i1.relevant", True)):
        decided.answer(path, value)
        assert decided.first_answer() == first_answer(decided.walk.heard, decided.law)


def test_signing_off_keeps_a_sound_record_and_the_draft_goes(desk, decided):
    signed = desk.sign_off(decided, desk.unlock(desk.identities()[0]))
    assert signed.verification.sound
    assert desk.records.open(signed.number) == signed.pdf
    assert decided.case_id not in {line.case_id for line in desk.drafts.lines()}
    assert "Theo" not in signed.file_name


def test_signing_off_is_all_or_nothing(desk, decided, monkeypatch):
    from lawfulshare.record import signing

    def broken(*_, **__):
        raise OSError("the card was pulled out")

    monkeypatch.setattr(signing, "sign", broken)
    with pytest.raises(OSError, match="card"):
        desk.sign_off(decided, desk.unlock(desk.identities()[0]))
    assert desk.records.lines() == ()
    assert decided.case_id in {line.case_id for line in desk.drafts.lines()}


def test_what_is_missing_is_told_all_at_once_and_nothing_is_kept(desk, work):
    with pytest.raises(NotReady) as refused:
        desk.sign_off(work, desk.unlock(desk.identities()[0]))
    assert len(refused.value.faults) > 1
    assert desk.records.lines() == ()


def test_the_passphrase_file_opens_the_desk_and_an_unreadable_one_is_said(desk, tmp_path, monkeypatch):
    desk.close()
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv(PASSPHRASE_VARIABLE, str(secret))
    assert not Desk.needs_passphrase(desk.home)
    assert Desk.open(desk.home).profile == PROFILE
    monkeypatch.setenv(PASSPHRASE_VARIABLE, str(tmp_path / "gone.txt"))
    with pytest.raises(LawfulShareError, match=r"gone\.txt"):
        Desk.open(desk.home)


def test_home_is_where_the_environment_says(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "elsewhere"))
    assert home() == tmp_path / "elsewhere"
    assert home().is_dir()


def test_settings_that_cannot_be_read_are_those_of_the_first_day(tmp_path):
    write_settings(tmp_path, Settings(scheme="dark", text_percent=200))
    assert read_settings(tmp_path).text_percent == 200
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    assert read_settings(tmp_path) == Settings()


def test_nothing_of_a_case_is_in_a_plain_file_or_a_log(desk, work, tmp_path, caplog, capfd):
    key = work.add("person")
    work.answer(f"people.{key}.label", CANARY)
    work.first_answer()
    desk.close()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes(), path.name
    out, err = capfd.readouterr()
    assert CANARY not in caplog.text + out + err


def test_a_vault_without_a_profile_is_said(tmp_path):
    Vault.create(tmp_path, PASSPHRASE).close()
    with pytest.raises(VaultTrouble, match="profile"):
        Desk.open(tmp_path, PASSPHRASE)


def test_the_example_reads_its_own_paths(decided):
    assert paths.read(decided.case, "people.p1.label") == "Theo"
    assert json.loads(case_file.write(decided.case))["mode"] == "share"


def test_another_role_gets_a_signing_identity_of_its_own_and_new_cases_know_it(desk):
    desk.change_profile(PROFILE.model_copy(update={"role": "Named nurse"}))
    assert [identity.role for identity in desk.identities()] == ["Named nurse", "Health visitor"]
    assert desk.begin("share").case.decision_maker.role == "Named nurse"
    desk.change_profile(desk.profile.model_copy(update={"policy_document": None}))
    assert len(desk.identities()) == 2
