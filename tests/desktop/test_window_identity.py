"""Your signing identity in the window: another one, expiry told before, a PIN asked for, and no timestamp to be had."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from window_drive import PASSPHRASE

from lawfulshare import content
from lawfulshare.case.case_file import read
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.profile import Profile
from lawfulshare.desktop.buttons import DangerButton, PrimaryButton
from lawfulshare.desktop.dialogs import Question
from lawfulshare.desktop.driving import Driver, type_text
from lawfulshare.desktop.identity_page import IdentityPage
from lawfulshare.desktop.identity_room import IdentityRoom
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.rooms import Rooms
from lawfulshare.desktop.sign_page import SignPage
from lawfulshare.guide.doors import doors
from lawfulshare.record import authority, backing, enrolling
from lawfulshare.record.certificates import self_signed
from lawfulshare.record.identities import list_identities, new
from lawfulshare.wording import wording

CASE = read((content.resources() / "examples" / "theo.json").read_bytes())
PROFILE = Profile(name="J. Malik", role="Health visitor", organisation="Northmoor NHS Trust", sector="nhs_trust")
OFFICE = "the authority's own passphrase"


@pytest.fixture
def driver(tmp_path, monkeypatch):
    """The window on a home of its own, past its first start."""
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    window = MainWindow()
    rooms = Rooms(window, tmp_path / "home")
    rooms.desk = Desk.first_start(tmp_path / "home", PROFILE, PASSPHRASE)
    rooms.to_start()
    window.show()
    yield Driver(window, rooms)
    window.close()


def room(driver) -> IdentityRoom:
    driver.window.top.chosen.emit("identity")
    assert isinstance(driver.window.room(), IdentityPage)
    (shown,) = driver.window.findChildren(IdentityRoom)
    return shown


def told(driver, part: str) -> bool:
    return any(part in label.accessibleName() for label in driver.window.room().findChildren(QLabel))


def test_another_identity_is_made_with_one_press(driver):
    room(driver)
    driver.press(driver.window.room().findChild(PrimaryButton, "identity.make"))
    driver.wait(lambda: len(driver.rooms.desk.identities()) == 2 and told(driver, "has a new signing identity"))
    newest = driver.rooms.desk.identities()[0]
    assert driver.rooms.desk.unlock(newest).key
    assert told(driver, newest.fingerprint)


def test_it_is_asked_for_and_the_certificate_that_comes_is_taken(driver, tmp_path):
    shown, now = room(driver), datetime.now(UTC)
    shown.ask(tmp_path / "me.csr")
    driver.wait(lambda: told(driver, "Waits for its certificate"))
    authority.found(tmp_path, "Northmoor authority", "Northmoor", OFFICE, at=now)
    csr = (tmp_path / "me.csr").read_bytes()
    said = enrolling.waiting(tmp_path / "home")[0].fingerprint
    issued = authority.issue(tmp_path, csr, said, OFFICE, at=now)
    (tmp_path / "me.pem").write_bytes(authority.with_root(tmp_path, issued))
    shown.take(tmp_path / "me.pem")
    driver.wait(lambda: told(driver, "Northmoor authority, Northmoor"))
    assert not told(driver, "Waits for its certificate")
    assert driver.rooms.desk.unlock(driver.rooms.desk.identities()[0]).chain
    shown.take(tmp_path / "me.pem")
    driver.wait(lambda: told(driver, "for no key that waits here"))


def test_one_is_brought_along_and_a_wrong_passphrase_changes_nothing(driver, tmp_path):
    shown = room(driver)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = self_signed(key, "J. Malik", "Locum", "Elsewhere", datetime.now(UTC))
    lock = serialization.BestAvailableEncryption(b"the passphrase of the file")
    (tmp_path / "me.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"me", key, certificate, None, lock))
    for typed, answer in (("a slip", "opens with another passphrase"), ("the passphrase of the file", "Locum")):
        sheet = shown.bring(tmp_path / "me.p12")
        assert sheet.field.input.echoMode() == QLineEdit.EchoMode.Password
        type_text(sheet.field.input, typed)
        driver.press(sheet.deed)
        driver.wait(lambda answer=answer: told(driver, answer))
    assert driver.rooms.desk.identities()[0].role in ("Locum", PROFILE.role)
    assert len(driver.rooms.desk.identities()) == 2


def test_the_start_window_tells_sixty_days_before_it_expires(driver):
    desk = driver.rooms.desk
    driver.rooms.to_start()
    assert not told(driver, "expires on")
    for path in (desk.home / "identities").glob("*.json"):
        path.unlink()
    who, made = desk.profile, datetime.now(UTC) - timedelta(days=5 * 365 + 1 - 59)
    new(desk.home, who.name, who.role, who.organisation, PASSPHRASE, at=made)
    driver.rooms.to_start()
    assert told(driver, "Your signing identity expires on")


def signing(driver) -> SignPage:
    """The example, come as far as the page where it is signed."""
    pages = [page.name for page in doors()["share"].pages]
    rooms, desk = driver.rooms, driver.rooms.desk
    rooms._open(lambda desk: Casework.take(desk.drafts, CASE, desk.clock, desk.shelf))
    sign = next(page.name for page in doors()["share"].pages if page.special == "sign")
    assert sign in pages
    rooms.case.wizard.go_page(sign)
    assert desk.identities()
    page = rooms.case.wizard.shown
    assert isinstance(page, SignPage)
    return page


def test_where_no_timestamp_is_to_be_had_one_may_sign_without_or_not_at_all(driver):
    backing.use(driver.rooms.desk.home, "http://127.0.0.1:1/tsa")
    signing(driver)

    def asked() -> Question:
        driver.press(driver.window.findChild(PrimaryButton, "sign.sign"))
        driver.wait(lambda: bool(driver.window.findChildren(Question)))
        return driver.window.findChildren(Question)[-1]

    first = asked()
    driver.press(first.keep)
    driver.wait(lambda: not driver.window.findChildren(Question))
    assert driver.rooms.case.after is None and driver.rooms.desk.records.lines() == ()
    driver.press(asked().findChild(DangerButton))
    driver.wait(lambda: driver.rooms.case.after is not None)
    assert driver.rooms.case.signed.verification.signatures[0].level == "B-B"


def test_on_the_sign_page_a_pin_is_asked_for_at_once_and_an_expired_identity_is_not_offered(qtbot, tmp_path):
    at = datetime.now(UTC)
    new(tmp_path, PROFILE.name, PROFILE.role, PROFILE.organisation, PASSPHRASE, at=at)
    (mine,) = list_identities(tmp_path)
    page = SignPage(next(one for one in doors()["share"].pages if one.special == "sign"), wording("en"))
    qtbot.addWidget(page)
    page.show_missing((), str)
    page.show()
    gone = replace(mine, name="Long ago", expires=at - timedelta(days=1))
    soon = replace(mine, expires=at + timedelta(days=9))
    page.show_identities((gone, soon, replace(mine, name="On a card", locked_by="card")), at)
    assert page._who.count() == 2
    pin = page._passphrase.input
    assert not pin.isVisible()
    assert page.findChild(QLabel, "sign.soon").isVisible()
    page._who.setCurrentIndex(1)
    assert pin.isVisible() and pin.accessibleName() == "PIN of your card"
    assert not page.findChild(QLabel, "sign.soon").isVisible()
    QTest.keyClicks(pin, "4711")
    with qtbot.waitSignal(page.sign_pressed) as pressed:
        page.sign()
    assert pressed.args[1] == "4711"
