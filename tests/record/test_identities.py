"""Signing identities: made, kept, found again, and every way in which they may fail."""

import json
from pathlib import Path

import keyring
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from made import CLOSED_AT, years_later

from lawfulshare.faults import CannotWrite, IdentityTrouble
from lawfulshare.record.identities import find, list_identities, new, open_identity
from lawfulshare.record.locking import keyring_works

PASSPHRASE = "a long enough passphrase"


class KeyringInMemory(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def no_keyring():
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def a_keyring():
    before = keyring.get_keyring()
    memory = KeyringInMemory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def malik(home: Path, passphrase: str | None = PASSPHRASE):
    return new(home, "J. Malik", "Health visitor", "Northmoor NHS Trust", passphrase, at=CLOSED_AT)


def faults(trouble: pytest.ExceptionInfo[IdentityTrouble]) -> str:
    return " ".join(str(fault) for fault in trouble.value.faults)


def test_an_identity_that_was_made_is_listed_with_all_that_a_reader_needs(tmp_path):
    made = malik(tmp_path)
    (listed,) = list_identities(tmp_path)
    assert (listed.name, listed.role, listed.organisation) == ("J. Malik", "Health visitor", "Northmoor NHS Trust")
    assert listed.expires.year == 2031
    assert listed.fingerprint.replace(" ", "") == made.certificate_sha256
    assert all(len(group) == 4 for group in listed.fingerprint.split())


def test_of_two_made_within_one_second_the_last_is_the_newer(tmp_path):
    for role in ("Health visitor", "Named nurse", "School nurse", "Matron"):
        made = new(tmp_path, "J. Malik", role, "Northmoor NHS Trust", PASSPHRASE, at=CLOSED_AT)
        assert list_identities(tmp_path)[0].id == made.id
        assert find(tmp_path).role == role


def test_it_opens_with_its_passphrase_and_the_key_is_the_one_that_was_made(tmp_path):
    made = malik(tmp_path)
    assert open_identity(tmp_path, "J. Malik", PASSPHRASE, at=CLOSED_AT).key == made.key


def test_the_certificate_is_self_signed_for_signing_documents_alone(tmp_path):
    certificate = x509.load_der_x509_certificate(malik(tmp_path).certificate)
    certificate.verify_directly_issued_by(certificate)
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.content_commitment and not usage.key_cert_sign


def test_the_key_is_never_in_the_clear_on_the_disk(tmp_path):
    made = malik(tmp_path)
    (path,) = (tmp_path / "identities").iterdir()
    assert PASSPHRASE.encode() not in path.read_bytes()
    assert made.key.pkcs8 not in path.read_bytes()
    assert "PRIVATE" not in path.read_text()
    assert repr(made) == f"OpenIdentity({made.id!r})"
    assert made.key.pkcs8.hex() not in repr(made.key) and repr(made.key.pkcs8) not in repr(made.key)


def test_a_wrong_passphrase_is_one_sentence(tmp_path):
    malik(tmp_path)
    with pytest.raises(IdentityTrouble) as trouble:
        open_identity(tmp_path, "J. Malik", "another passphrase", at=CLOSED_AT)
    assert len(trouble.value.faults) == 1
    assert "not its passphrase" in faults(trouble)


def test_a_missing_passphrase_is_asked_for(tmp_path):
    malik(tmp_path)
    with pytest.raises(IdentityTrouble, match="locked by a passphrase"):
        open_identity(tmp_path, "J. Malik", at=CLOSED_AT)


def test_an_identity_that_has_expired_does_not_open(tmp_path):
    malik(tmp_path)
    with pytest.raises(IdentityTrouble, match="expired on"):
        open_identity(tmp_path, "J. Malik", PASSPHRASE, at=years_later(CLOSED_AT, 6))


def test_an_identity_that_nobody_made_is_missing(tmp_path):
    with pytest.raises(IdentityTrouble, match="no such signing identity"):
        find(tmp_path, "Nobody")
    with pytest.raises(IdentityTrouble, match="no such signing identity"):
        find(tmp_path)


def test_a_damaged_file_is_said_to_be_damaged_and_hides_no_other(tmp_path):
    malik(tmp_path)
    (tmp_path / "identities" / "damaged.json").write_bytes(b"{")
    assert len(list_identities(tmp_path)) == 1
    with pytest.raises(IdentityTrouble, match=r"damaged\.json: it cannot be read"):
        find(tmp_path, "Somebody else")


def test_a_key_that_belongs_to_another_certificate_is_refused(tmp_path):
    malik(tmp_path)
    other = new(tmp_path / "other", "B. Someone", "Clerk", "Elsewhere", PASSPHRASE, at=CLOSED_AT)
    mine = next((tmp_path / "identities").iterdir())
    theirs = next((tmp_path / "other" / "identities").iterdir())
    kept = json.loads(mine.read_text()) | {"key": json.loads(theirs.read_text())["key"]}
    mine.write_text(json.dumps(kept))
    with pytest.raises(IdentityTrouble, match="does not belong to its certificate"):
        open_identity(tmp_path, "J. Malik", PASSPHRASE, at=CLOSED_AT)
    assert other.key


def test_without_a_keyring_a_passphrase_is_asked_for_and_nothing_is_written(tmp_path, no_keyring):
    assert not keyring_works()
    with pytest.raises(IdentityTrouble, match=r"no keyring.*Give a passphrase"):
        malik(tmp_path, None)
    assert list(tmp_path.iterdir()) == []


def test_with_a_keyring_no_passphrase_is_needed(tmp_path, a_keyring):
    made = malik(tmp_path, None)
    assert open_identity(tmp_path, at=CLOSED_AT).key == made.key
    (secret,) = a_keyring.kept.values()
    (path,) = (tmp_path / "identities").iterdir()
    assert secret not in path.read_text()


def test_a_keyring_that_has_forgotten_its_secret_is_said(tmp_path, a_keyring):
    malik(tmp_path, None)
    a_keyring.kept.clear()
    with pytest.raises(IdentityTrouble, match="keyring does not give its secret"):
        open_identity(tmp_path, at=CLOSED_AT)


@pytest.mark.parametrize(("name", "what"), [("", "empty"), ("   ", "empty"), ("x" * 65, "longer than 64")])
def test_a_name_must_be_fit_for_a_certificate(tmp_path, name, what):
    with pytest.raises(IdentityTrouble, match=what):
        new(tmp_path, name, "Clerk", "Elsewhere", PASSPHRASE, at=CLOSED_AT)


def test_a_short_passphrase_is_refused(tmp_path):
    with pytest.raises(IdentityTrouble, match="too short"):
        malik(tmp_path, "short")


def test_an_identity_is_found_by_the_first_groups_of_its_fingerprint(tmp_path):
    made = malik(tmp_path)
    assert find(tmp_path, made.fingerprint[:9]).id == made.id


def test_a_folder_that_cannot_be_written_leaves_nothing_half_written(tmp_path):
    (tmp_path / "identities").write_text("a file stands where the folder should be")
    with pytest.raises(CannotWrite):
        malik(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["identities"]


def test_the_lock_is_pbes2_with_many_rounds(tmp_path):
    import base64

    malik(tmp_path)
    kept = json.loads(next((tmp_path / "identities").iterdir()).read_text())
    locked = base64.b64decode(kept["key"])
    assert bytes.fromhex("2a864886f70d01050d") in locked, "the id of PBES2"
    assert (600_000).to_bytes(3, "big") in locked, "the rounds"
    with pytest.raises(ValueError, match="password"):
        pkcs12.load_key_and_certificates(locked, b"guess")
