import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from window_drive import PASSPHRASE, decided, opened

from lawfulshare.desktop.app import calm_hook
from lawfulshare.desktop.buttons import PrimaryButton
from lawfulshare.desktop.demo import start
from lawfulshare.desktop.field import Field
from lawfulshare.desktop.profile_page import ProfilePage
from lawfulshare.desktop.unlock import Unlock

CASE = decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-c-legal-obligation",))
FIRST_PAINT = """
import json, sys
from pathlib import Path
from PySide6.QtTest import QTest
from lawfulshare.desktop import app
qt = app.start_qt(["lawfulshare"])
opened = app.open_window(qt, Path(sys.argv[1]))
opened.window.painted.disconnect()
seen = []
opened.window.painted.connect(lambda: seen.append(sorted(name.partition(".")[0] for name in sys.modules)))
opened.window.show()
QTest.qWait(300)
print(json.dumps(seen[0]))
"""
HEAVY = {
    "reportlab", "pikepdf", "pyhanko", "sqlalchemy", "sqlcipher3", "cryptography", "keyring", "aiohttp", "pypdfium2",
}  # fmt: skip


def test_no_heavy_library_is_loaded_before_the_first_paint(tmp_path):
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path)],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert HEAVY.isdisjoint(json.loads(done.stdout))


def test_a_draft_opens_on_the_page_where_one_stopped_with_every_answer(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, CASE)
    driver.take_door("share")
    driver.walk(CASE, until=lambda wizard: bool(wizard.work.case.people) and wizard.work.page.each is None)
    page, said = driver.wizard.work.page.name, driver.wizard.work.case
    driver.window.close()
    again, driver = start(tmp_path)
    unlock = again.window.room()
    assert isinstance(unlock, Unlock)
    unlock.given.emit("not the passphrase at all")
    driver.wait(lambda: again.window.room().field.input.accessibleDescription() != "")
    unlock.given.emit(PASSPHRASE)
    driver.wait(lambda: again.window.room() is again.window.start)
    again.window.start.draft_resumed.emit(again.rooms.desk.drafts.lines()[0].case_id)
    assert (driver.wizard.work.page.name, driver.wizard.work.case) == (page, said)
    again.window.close()


def test_hiding_covers_everything_at_once_and_the_title_says_nothing(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, CASE)
    driver.take_door("share")
    window = driver.window
    driver.key(Qt.Key.Key_F9)
    assert window.cover.isVisible()
    assert window.cover.geometry() == window.rect()
    assert window.windowTitle() == "LawfulShare"
    driver.key(Qt.Key.Key_F9)
    assert not window.cover.isVisible()
    window.close()


def test_tab_goes_round_the_whole_window_and_comes_back(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, CASE)
    driver.take_door("share")
    driver.wait(lambda: not driver.window.background.is_busy())
    first = QApplication.focusWidget()
    met = [first]
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        assert QApplication.focusWidget() is not met[-1], "Tab is trapped"
        met.append(QApplication.focusWidget())
    regions = driver.window._regions()
    touched = {next(place for place, part in enumerate(regions) if part.isAncestorOf(widget)) for widget in met}
    assert touched == set(range(len(regions)))
    driver.window.close()


def test_a_surprise_is_told_calmly_and_writes_nothing_of_a_case(capsys):
    told = []
    try:
        raise ValueError("Theo Malik of Elm Street")
    except ValueError as problem:
        calm_hook(told.append)(type(problem), problem, problem.__traceback__)
    assert len(told) == 1
    assert "Theo" not in told[0] + capsys.readouterr().err


def test_who_one_is_can_be_changed_and_stands_on_the_next_record(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path))
    driver = opened(tmp_path, CASE)
    driver.rooms.show_profile()
    page = driver.window.room()
    assert isinstance(page, ProfilePage)
    role = page.findChild(Field, "first.role")
    written = role.findChild(QLineEdit)
    written.selectAll()
    QTest.keyClick(written, Qt.Key.Key_Delete)
    QTest.mouseClick(page.findChild(PrimaryButton, "profile.keep"), Qt.MouseButton.LeftButton)
    assert page.summary.isVisible()
    driver.enter(role, "Named nurse")
    QTest.mouseClick(page.findChild(PrimaryButton, "profile.keep"), Qt.MouseButton.LeftButton)
    driver.wait(lambda: driver.window.room() is driver.window.start)
    assert driver.rooms.desk.profile.role == "Named nurse"
    assert driver.rooms.desk.identities()[0].role == "Named nurse"
    driver.window.close()
