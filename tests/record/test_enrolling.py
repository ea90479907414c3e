"""Identities that somebody else vouches for: brought along as PKCS#12, or asked of an authority and enrolled."""

import json
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from issuing import MALIK, OFFICE, PASSPHRASE, certified, member, office
from made import CLOSED_AT, years_later
from sealed import drawn

from lawfulshare.faults import BadCaseFile, IdentityTrouble
from lawfulshare.record import authority, enrolling
from lawfulshare.record.certificates import begun, for_signing, holder, named, usage
from lawfulshare.record.identities import list_identities, open_identity
from lawfulshare.record.revisions import examine
from lawfulshare.record.sealing import seal, unseal
from lawfulshare.record.signing import sign

SECRET = "the file's own passphrase"


def certificate_of(key, *, ends=365, build=for_signing):
    subject = named(MALIK)
    return build(begun(subject, subject, key.public_key(), CLOSED_AT, ends)).sign(key, hashes.SHA256())


def p12(key, certificate, others=(), secret=SECRET) -> bytes:
    lock = serialization.BestAvailableEncryption(secret.encode())
    return pkcs12.serialize_key_and_certificates(b"mine", key, certificate, list(others) or None, lock)


KEYS = {
    "P-256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "RSA": lambda: rsa.generate_private_key(65537, 2048),
}


@pytest.mark.parametrize("kind", KEYS)
def test_a_key_that_is_brought_along_is_kept_under_a_lock_of_our_own_and_signs(tmp_path, kind):
    key = KEYS[kind]()
    brought = enrolling.bring(tmp_path, p12(key, certificate_of(key)), SECRET, PASSPHRASE, at=CLOSED_AT)
    opened = open_identity(tmp_path, "J. Malik", PASSPHRASE, at=CLOSED_AT)
    assert opened.key == brought.key
    seen = examine(sign(drawn(), opened, at=CLOSED_AT))
    assert not seen.findings
    assert seen.seals[0].certificate == opened.certificate
    assert unseal(seal(b"{}", "anything", opened, at=CLOSED_AT), "anything").body == b"{}"


def test_the_issuers_come_along_in_their_order_and_stand_in_the_signature(tmp_path):
    root_key, middle_key, key = KEYS["P-384"](), KEYS["P-256"](), KEYS["P-256"]()

    def issuer(name, holder_key, by, by_key):
        subject = named(MALIK._replace(name=name))
        builder = begun(subject, by or subject, holder_key.public_key(), CLOSED_AT, 900)
        return (
            builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(usage("key_cert_sign"), critical=True)
            .sign(by_key, hashes.SHA256())
        )

    root = issuer("Root", root_key, None, root_key)
    middle = issuer("Middle", middle_key, root.subject, root_key)
    leaf = for_signing(begun(named(MALIK), middle.subject, key.public_key(), CLOSED_AT, 365)).sign(
        middle_key, hashes.SHA256()
    )
    body = p12(key, leaf, [root, middle])
    brought = enrolling.bring(tmp_path, body, SECRET, PASSPHRASE, at=CLOSED_AT)
    assert [holder(x509.load_der_x509_certificate(one)).name for one in brought.chain] == ["Middle", "Root"]
    pdf = sign(drawn(), brought, at=CLOSED_AT)
    assert middle.public_bytes(serialization.Encoding.DER).hex() in pdf.decode("latin-1").lower()


def weak():
    key = rsa.generate_private_key(65537, 1024)
    return p12(key, certificate_of(key))


def other_curve():
    key = ec.generate_private_key(ec.SECP521R1())
    return p12(key, certificate_of(key))


def expired():
    key = KEYS["P-256"]()
    return p12(key, certificate_of(key, ends=0))


def for_encryption():
    key = KEYS["P-256"]()
    return p12(key, certificate_of(key, build=lambda one: one.add_extension(usage("key_agreement"), critical=True)))


def for_web_servers():
    key = KEYS["P-256"]()
    server = x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.SERVER_AUTH])
    return p12(key, certificate_of(key, build=lambda one: one.add_extension(server, critical=False)))


def an_authority():
    key = KEYS["P-256"]()
    may_issue = x509.BasicConstraints(ca=True, path_length=None)
    return p12(key, certificate_of(key, build=lambda one: one.add_extension(may_issue, critical=True)))


def without_certificate():
    lock = serialization.BestAvailableEncryption(SECRET.encode())
    return pkcs12.serialize_key_and_certificates(b"mine", KEYS["P-256"](), None, None, lock)


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (weak, "too weak"),
        (other_curve, "too weak, or of a sort"),
        (expired, "expired on"),
        (for_encryption, "not for signing documents"),
        (for_web_servers, "not for signing documents"),
        (an_authority, "not for signing documents"),
        (without_certificate, "no key together with its certificate"),
        (lambda: b"no such file", "another passphrase, or is no PKCS#12"),
    ],
)
def test_what_cannot_sign_records_is_refused_and_nothing_is_kept(tmp_path, made, what):
    with pytest.raises(IdentityTrouble, match=what):
        enrolling.bring(tmp_path, made(), SECRET, PASSPHRASE, at=CLOSED_AT + timedelta(minutes=1))
    assert not list(tmp_path.iterdir())


def test_a_wrong_passphrase_of_the_file_is_said_without_repeating_it(tmp_path):
    key = KEYS["P-256"]()
    with pytest.raises(IdentityTrouble, match="another passphrase") as trouble:
        enrolling.bring(tmp_path, p12(key, certificate_of(key)), "canary 4711", PASSPHRASE, at=CLOSED_AT)
    assert "4711" not in str(trouble.value)


def test_who_asks_an_authority_gets_a_certificate_and_signs_with_the_key_that_waited(tmp_path):
    root = office(tmp_path / "office")
    mine = member(tmp_path / "office", tmp_path / "mine")
    assert (mine.name, mine.role, mine.organisation) == MALIK
    assert mine.chain == (root.certificate.public_bytes(serialization.Encoding.DER),)
    assert not enrolling.waiting(tmp_path / "mine")
    assert [one.id for one in list_identities(tmp_path / "mine")] == [mine.id]
    assert not examine(sign(drawn(), mine, at=CLOSED_AT)).findings


def test_the_waiting_key_is_never_in_the_clear(tmp_path):
    asked = enrolling.request(tmp_path, MALIK, PASSPHRASE)
    (path,) = (tmp_path / "identities" / "requests").iterdir()
    kept = path.read_text()
    assert PASSPHRASE not in kept and "PRIVATE" not in kept
    assert path.stat().st_mode & 0o077 == 0
    assert [one.whose for one in enrolling.waiting(tmp_path)] == [MALIK]
    assert asked.fingerprint == enrolling.waiting(tmp_path)[0].fingerprint


def test_a_certificate_for_another_key_is_refused(tmp_path):
    office(tmp_path / "office")
    enrolling.request(tmp_path / "mine", MALIK, PASSPHRASE)
    theirs = enrolling.request(tmp_path / "theirs", MALIK, PASSPHRASE)
    issued = certified(tmp_path / "office", theirs.csr)
    with pytest.raises(IdentityTrouble, match="no key that waits here"):
        enrolling.enrol(tmp_path / "mine", issued.public_bytes(serialization.Encoding.PEM), at=CLOSED_AT)
    assert enrolling.waiting(tmp_path / "mine")


def test_a_certificate_that_names_somebody_else_is_refused(tmp_path):
    asked = enrolling.request(tmp_path, MALIK, PASSPHRASE)
    public, key = x509.load_pem_x509_csr(asked.csr).public_key(), KEYS["P-256"]()
    subject = named(MALIK._replace(role="Director"))
    issued = for_signing(begun(subject, subject, public, CLOSED_AT, 365)).sign(key, hashes.SHA256())
    with pytest.raises(IdentityTrouble, match=r"role: the certificate says Director, and Health visitor"):
        enrolling.enrol(tmp_path, issued.public_bytes(serialization.Encoding.DER), at=CLOSED_AT)
    assert enrolling.waiting(tmp_path)


def test_a_certificate_that_has_run_out_is_refused(tmp_path):
    office(tmp_path / "office")
    asked = enrolling.request(tmp_path / "mine", MALIK, PASSPHRASE)
    issued = certified(tmp_path / "office", asked.csr).public_bytes(serialization.Encoding.PEM)
    with pytest.raises(IdentityTrouble, match="expired on"):
        enrolling.enrol(tmp_path / "mine", issued, at=years_later(CLOSED_AT, 3))


def test_what_is_no_certificate_is_said(tmp_path):
    with pytest.raises(BadCaseFile, match="not a certificate"):
        enrolling.enrol(tmp_path, b"hello", at=CLOSED_AT)


def test_the_authority_issues_for_two_years_for_signing_alone_and_only_once_compared(tmp_path):
    root = office(tmp_path)
    asked = enrolling.request(tmp_path, MALIK, PASSPHRASE)
    with pytest.raises(IdentityTrouble, match="at least 20 characters"):
        authority.issue(tmp_path, asked.csr, asked.fingerprint[:19], OFFICE, at=CLOSED_AT)
    other = enrolling.request(tmp_path, MALIK, PASSPHRASE)
    with pytest.raises(IdentityTrouble, match="not the beginning of its fingerprint"):
        authority.issue(tmp_path, asked.csr, other.fingerprint, OFFICE, at=CLOSED_AT)
    issued = authority.issue(tmp_path, asked.csr, asked.fingerprint[:24].upper(), OFFICE, at=CLOSED_AT)
    issued.verify_directly_issued_by(root.certificate)
    assert issued.not_valid_after_utc.year == 2028
    assert not issued.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert root.certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.path_length == 0
    assert [one.certificate for one in authority.read(tmp_path).issued] == [issued]


@pytest.mark.parametrize("passphrase", [None, "another passphrase"])
def test_without_its_passphrase_the_authority_issues_and_lists_nothing(tmp_path, passphrase):
    office(tmp_path)
    asked = enrolling.request(tmp_path, MALIK, PASSPHRASE)
    with pytest.raises(IdentityTrouble, match="passphrase"):
        authority.issue(tmp_path, asked.csr, asked.fingerprint, passphrase, at=CLOSED_AT)
    with pytest.raises(IdentityTrouble, match="passphrase"):
        authority.withdrawn_list(tmp_path, passphrase, at=CLOSED_AT)
    assert authority.read(tmp_path).issued == ()


def test_an_authority_is_founded_once_and_never_without_a_passphrase(tmp_path):
    with pytest.raises(IdentityTrouble, match="locked by a passphrase"):
        authority.found(tmp_path, "A", "B", None, at=CLOSED_AT)
    with pytest.raises(IdentityTrouble, match="none here"):
        authority.read(tmp_path)
    office(tmp_path)
    kept = (tmp_path / "authority" / "authority.json").read_text()
    assert OFFICE not in kept and "PRIVATE" not in kept
    with pytest.raises(IdentityTrouble, match="one here already"):
        office(tmp_path)


def test_a_request_that_was_changed_on_its_way_is_refused(tmp_path):
    asked = enrolling.request(tmp_path, MALIK, PASSPHRASE)
    der = x509.load_pem_x509_csr(asked.csr).public_bytes(serialization.Encoding.DER)
    with pytest.raises(IdentityTrouble, match="not as its key signed it"):
        authority.read_request(der.replace(b"J. Malik", b"J. Malix"))
    with pytest.raises(IdentityTrouble, match="no request"):
        authority.read_request(der[:40])


def test_what_was_withdrawn_stands_on_the_next_list_with_reason_and_day(tmp_path):
    root = office(tmp_path)
    left, lost = (
        certified(tmp_path, enrolling.request(tmp_path, MALIK._replace(name=name), PASSPHRASE).csr)
        for name in ("A. Left", "B. Lost")
    )
    later = CLOSED_AT + timedelta(days=30)
    authority.withdraw(tmp_path, "A. Left", "left", from_=CLOSED_AT + timedelta(days=10), at=later)
    authority.withdraw(tmp_path, "B. Lost", "lost", at=later)
    made = x509.load_der_x509_crl(authority.withdrawn_list(tmp_path, OFFICE, at=later))
    assert made.is_signature_valid(root.certificate.public_key())
    gone = {one.serial_number: one for one in made}
    assert set(gone) == {left.serial_number, lost.serial_number}
    reason = gone[left.serial_number].extensions.get_extension_for_class(x509.CRLReason).value
    since = gone[left.serial_number].extensions.get_extension_for_class(x509.InvalidityDate).value
    assert reason.reason is x509.ReasonFlags.affiliation_changed
    assert since.invalidity_date_utc == CLOSED_AT + timedelta(days=10)
    assert [one.reason for one in authority.read(tmp_path).issued] == ["left", "lost"]
    second = x509.load_der_x509_crl(authority.withdrawn_list(tmp_path, OFFICE, at=later))
    assert second.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number == 2


def test_withdrawing_says_what_cannot_be(tmp_path):
    office(tmp_path)
    certified(tmp_path, enrolling.request(tmp_path, MALIK, PASSPHRASE).csr)
    with pytest.raises(IdentityTrouble, match="lies ahead"):
        authority.withdraw(tmp_path, "J. Malik", "left", from_=CLOSED_AT + timedelta(days=1), at=CLOSED_AT)
    with pytest.raises(IdentityTrouble, match="no such certificate"):
        authority.withdraw(tmp_path, "Nobody", "left", at=CLOSED_AT)
    certified(tmp_path, enrolling.request(tmp_path, MALIK, PASSPHRASE).csr)
    with pytest.raises(IdentityTrouble, match="more than one"):
        authority.withdraw(tmp_path, "J. Malik", "left", at=CLOSED_AT)
    newest = authority.read(tmp_path).issued[-1]
    authority.withdraw(tmp_path, newest.fingerprint[:24], "replaced", at=CLOSED_AT)
    with pytest.raises(IdentityTrouble, match="withdrawn already"):
        authority.withdraw(tmp_path, newest.fingerprint, "replaced", at=CLOSED_AT)


def test_a_damaged_authority_file_is_said_to_be_damaged(tmp_path):
    office(tmp_path)
    path = tmp_path / "authority" / "authority.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"issued": [{"certificate": "x"}]}))
    with pytest.raises(IdentityTrouble, match="cannot be read"):
        authority.read(tmp_path)
