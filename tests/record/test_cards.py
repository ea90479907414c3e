"""A key on a card, with a card made of software: it signs, it never leaves, and every refusal is one sentence."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from issuing import MALIK, OFFICE, office
from made import CLOSED_AT
from sealed import drawn

from lawfulshare.faults import IdentityTrouble
from lawfulshare.record import authority, enrolling
from lawfulshare.record.certificates import begun, for_signing, holder, named
from lawfulshare.record.identities import find, list_identities, open_identity
from lawfulshare.record.revisions import examine
from lawfulshare.record.sealing import seal, unseal
from lawfulshare.record.signing import sign

MODULE = next((path.resolve() for path in Path("/usr/lib").glob("**/libsofthsm2.so") if path.is_file()), None)
PIN = "471147"
pytestmark = pytest.mark.skipif(
    MODULE is None or shutil.which("softhsm2-util") is None or find_spec("pkcs11") is None,
    reason="SoftHSM (Debian: softhsm2) or the extra `card` is not installed",
)


@pytest.fixture(scope="module")
def cards(tmp_path_factory):
    """Two cards of software: one with an elliptic key whose certificate an authority issued, one with an RSA key."""
    folder = tmp_path_factory.mktemp("cards")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        for label in ("elliptic", "rsa"):
            subprocess.run(
                ["softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "00000000"],
                check=True,
                capture_output=True,
            )
        fill("elliptic", "EC", folder)
        fill("rsa", "RSA", folder)
        yield folder


def fill(label: str, kind: str, folder: Path) -> None:
    """Put a key of one's own and its certificate, with its authority's, on a card."""
    import pkcs11
    from pkcs11 import Attribute, ObjectClass

    home = folder / f"office-{label}"
    root = office(home)
    key = ec.generate_private_key(ec.SECP256R1()) if kind == "EC" else rsa.generate_private_key(65537, 2048)
    asked = x509.CertificateSigningRequestBuilder().subject_name(named(MALIK)).sign(key, hashes.SHA256())
    csr = asked.public_bytes(serialization.Encoding.PEM)
    issued = authority.issue(home, csr, enrolling.fingerprint_of(asked), OFFICE, at=CLOSED_AT)
    pkcs8 = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(pkcs8)
    subprocess.run(
        ["softhsm2-util", "--import", folder / "key.pem", "--token", label, "--label", "k", "--id", "a1", "--pin", PIN],
        check=True,
        capture_output=True,
    )
    (folder / "key.pem").unlink()
    with pkcs11.lib(str(MODULE)).get_token(token_label=label).open(user_pin=PIN, rw=True) as session:
        for certificate, id_ in ((issued, b"\xa1"), (root.certificate, b"")):
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.LABEL: "k",
                    Attribute.ID: id_,
                    Attribute.SUBJECT: certificate.subject.public_bytes(),
                    Attribute.VALUE: certificate.public_bytes(serialization.Encoding.DER),
                }
            )


def added(home: Path, token: str):
    from lawfulshare.record import cards

    found, others = cards.look(MODULE, token)
    return enrolling.keep_card(home, MODULE, enrolling.only_fit(found, CLOSED_AT), others, at=CLOSED_AT)


@pytest.mark.parametrize("token", ["elliptic", "rsa"])
def test_a_card_signs_records_and_seals_and_its_pin_is_kept_nowhere(cards, tmp_path, token):
    kept = added(tmp_path, token)
    assert (kept.name, kept.locked_by, len(kept.chain)) == ("J. Malik", "card", 1)
    mine = open_identity(tmp_path, "J. Malik", PIN, at=CLOSED_AT)
    seen = examine(sign(drawn(), mine, at=CLOSED_AT))
    assert not seen.findings
    assert seen.seals[0].certificate == kept.certificate
    assert unseal(seal(b"{}", "anything", mine, at=CLOSED_AT), "anything").body == b"{}"
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*.json"))
    assert PIN.encode() not in written and b'"key": "a1"' in written
    assert PIN not in repr(mine) and PIN not in repr(mine.key)


def test_a_wrong_pin_signs_nothing_and_is_said_without_repeating_it(cards, tmp_path):
    added(tmp_path, "elliptic")
    mine = open_identity(tmp_path, "J. Malik", "99994711", at=CLOSED_AT)
    with pytest.raises(IdentityTrouble, match="not its PIN") as trouble:
        sign(drawn(), mine, at=CLOSED_AT)
    assert "99994711" not in str(trouble.value)


def test_without_a_pin_it_is_asked_for(cards, tmp_path):
    added(tmp_path, "elliptic")
    assert find(tmp_path).needs_passphrase
    with pytest.raises(IdentityTrouble, match="Give the PIN"):
        open_identity(tmp_path, "J. Malik", at=CLOSED_AT)


def test_with_two_cards_in_the_readers_one_has_to_be_named(cards):
    from lawfulshare.record.cards import look

    with pytest.raises(IdentityTrouble, match="more than one"):
        look(MODULE)


def test_a_card_that_is_not_there_is_said(cards, tmp_path):
    from lawfulshare.record.cards import look

    with pytest.raises(IdentityTrouble, match="not in the reader"):
        look(MODULE, "another")
    with pytest.raises(IdentityTrouble, match=r"module no-such\.so is not there"):
        look(tmp_path / "no-such.so")
    with pytest.raises(IdentityTrouble, match="refused"):
        look(Path(shutil.which("softhsm2-util")))


def test_of_several_certificates_the_one_whose_holder_is_named_is_taken(cards, tmp_path):
    from dataclasses import replace

    from lawfulshare.record.cards import look

    (mine, *_), _ = look(MODULE, "elliptic")
    key = ec.generate_private_key(ec.SECP256R1())
    subject = named(MALIK._replace(name="B. Other"))
    other = for_signing(begun(subject, subject, key.public_key(), CLOSED_AT, 9)).sign(key, hashes.SHA256())
    both = [mine, replace(mine, certificate=other)]
    with pytest.raises(IdentityTrouble, match="more than one certificate"):
        enrolling.only_fit(both, CLOSED_AT)
    assert holder(enrolling.only_fit(both, CLOSED_AT, "B. Other").certificate).name == "B. Other"
    with pytest.raises(IdentityTrouble, match="no certificate that signs"):
        enrolling.only_fit(both, CLOSED_AT, "Nobody")
    assert not list_identities(tmp_path)


def test_a_card_whose_key_is_gone_is_said(cards, tmp_path):
    from lawfulshare.record.cards import hand

    with pytest.raises(IdentityTrouble, match="is not on it"):
        hand({"module": str(MODULE), "token": "rsa", "key": "ff"}, PIN, "card")(b"data")
