import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from window_drive import decided, opened

from lawfulshare.desk.writing_out import papers_of, telling
from lawfulshare.record import twin
from lawfulshare.record.follow_up import read as read_follow_up

EXPLAINED = "The law's answer was weighed with my manager, who agrees with this."
CASES = {
    "share": decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-c-legal-obligation",)),
    "respond": decided("06-police-letter-the-patient-asks-for-it", "SHARE", ("art6-1-e-public-task",)),
    "seek": decided(
        "35-professional-curiosity-health-visitor", "SEEK", ("art6-1-e-public-task",), instead="I ask first."
    ),
    "urgent": decided("08-named-threat-to-kill", "URGENT", ("art6-1-d-vital-interests",)),
}


@pytest.mark.parametrize("door", CASES)
def test_from_the_first_page_to_a_signed_record_by_the_keyboard(door, tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    case = CASES[door]
    driver = opened(tmp_path, case)
    driver.take_door(door)
    driver.walk(case)
    driver.sign()
    signed = driver.case.signed
    assert signed.pdf.startswith(b"%PDF-")
    assert signed.verification.sound
    kept = twin.read(signed.pdf)
    assert kept.case.mode == door
    assert kept.case.decision.outcome == case.decision.outcome
    assert kept.case.decision.rationale == case.decision.rationale
    assert driver.window.windowTitle() == "LawfulShare"
    papers = papers_of(telling(signed.pdf, driver.case.desk.shelf))
    assert "schedule" in {paper.kind for paper in papers}
    driver.case.save_paper(papers[0], tmp_path / "paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
    driver.case.save_paper(papers[0], tmp_path / "nowhere" / "paper.pdf")
    assert "cannot be written" in driver.case.after._saved.plain
    asked = driver.case.ask_follow_up()
    nothing = asked.after()
    driver.case.sign_follow_up(asked, nothing, tmp_path / "follow-up.pdf")
    assert "nothing is stated" in asked._trouble.plain
    received = next(field for key, field in asked.fields.items() if key.endswith(".received_by"))
    received.controls()[0].setText("Duty worker")
    chased = next(field for key, field in asked.fields.items() if key.endswith(".chased_on"))
    chased.controls()[0].setText("soon")
    assert asked.after() is None, "soon is no day"
    chased.controls()[0].setText("26 11 2026")
    driver.case.sign_follow_up(asked, asked.after(), tmp_path / "follow-up.pdf")
    sheet = read_follow_up((tmp_path / "follow-up.pdf").read_bytes())
    assert sheet.record.id == signed.number
    assert (sheet.transmission[0].received_by, sheet.transmission[0].chased_on) == ("Duty worker", "2026-11-26")
    driver.window.close()
