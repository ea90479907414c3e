"""Who vouches for a key, and what an authority has withdrawn: a leaver's old records stay, a lost key's do not."""

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from issuing import MALIK, OFFICE, member, office, record_by, verified
from made import CLOSED_AT, years_later
from sealed import somebody

from lawfulshare.faults import BadSeal
from lawfulshare.record import authority, trusting, withdrawn
from lawfulshare.record.certificates import begun, for_signing, named, usage
from lawfulshare.record.standing import path_upwards, standing

SIGNED = CLOSED_AT + timedelta(days=20)
DAYS = timedelta(days=1)


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """A record by J. Malik, who has a certificate of an authority, and that authority's home."""
    home = tmp_path_factory.mktemp("office")
    root = office(home)
    pdf = record_by(member(home, tmp_path_factory.mktemp("malik")), at=SIGNED)
    return home, root.certificate, pdf


@pytest.fixture
def lists(signed, tmp_path):
    """Withdraw J. Malik's certificate in a copy of the office, and give the list."""
    home, _, _ = signed
    copy = tmp_path / "office"
    (copy / "authority").mkdir(parents=True)
    (copy / "authority" / "authority.json").write_bytes((home / "authority" / "authority.json").read_bytes())

    def withdraw(reason: str, from_) -> list[x509.CertificateRevocationList]:
        noted = SIGNED + 90 * DAYS
        authority.withdraw(copy, "J. Malik", reason, from_=from_, at=noted)
        return [x509.load_der_x509_crl(authority.withdrawn_list(copy, OFFICE, at=noted))]

    return withdraw


def codes(told) -> set[str]:
    return {finding.code for finding in told.findings}


def test_a_key_is_trusted_through_the_authority_that_issued_its_certificate(signed):
    _, root, pdf = signed
    told = verified(pdf, root)
    assert told.questions.trusted.answer == "yes"
    assert told.sound and not told.findings
    assert verified(pdf).questions.trusted.answer == "unknown"


def test_the_records_of_somebody_who_left_later_stay_what_they_are(signed, lists):
    _, root, pdf = signed
    told = verified(pdf, root, lists=lists("left", SIGNED + 10 * DAYS))
    assert told.questions.trusted.answer == "yes"
    assert "withdrawn later" in told.questions.trusted.says
    assert codes(told) == {"certificate-withdrawn-later"} and told.sound


def test_who_had_left_before_signs_nothing_that_counts(signed, lists):
    _, root, pdf = signed
    told = verified(pdf, root, lists=lists("left", SIGNED - DAYS))
    assert told.questions.trusted.answer == "no"
    assert codes(told) == {"certificate-withdrawn"} and not told.sound


def test_a_lost_key_counts_no_longer_whatever_its_clock_says(signed, lists):
    _, root, pdf = signed
    told = verified(pdf, root, lists=lists("lost", SIGNED + 10 * DAYS))
    assert told.questions.trusted.answer == "no"
    assert codes(told) == {"certificate-withdrawn"}


def test_a_list_that_another_authority_signed_in_the_same_name_says_nothing(signed, tmp_path):
    _, root, pdf = signed
    false = office(tmp_path / "false")
    assert false.certificate.subject == root.subject
    serial = path_upwards(pdf_certificate(pdf), ())[0].serial_number
    key = ec.generate_private_key(ec.SECP256R1())
    forged = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(root.subject)
        .last_update(SIGNED)
        .next_update(SIGNED + DAYS)
        .add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(SIGNED - DAYS).build()
        )
        .sign(key, hashes.SHA256())
    )
    assert verified(pdf, root, lists=[forged]).questions.trusted.answer == "yes"


def pdf_certificate(pdf: bytes) -> bytes:
    from lawfulshare.record.revisions import examine

    return examine(pdf).seals[0].certificate


def test_a_certificate_of_the_same_names_by_another_authority_is_not_trusted(signed, tmp_path):
    _, root, _ = signed
    office(tmp_path / "false")
    pdf = record_by(member(tmp_path / "false", tmp_path / "mine"), at=SIGNED)
    assert verified(pdf, root).questions.trusted.answer == "unknown"
    told = verified(pdf, root, trust=(root.public_bytes(Encoding.PEM),))
    assert told.questions.trusted.answer == "no" and "certificate-outside-trust" in codes(told)


def test_years_later_a_record_that_was_signed_while_its_certificate_was_valid_is_still_trusted(signed):
    _, root, pdf = signed
    certificate = pdf_certificate(pdf)
    assert standing(certificate, (), [root], (), said=SIGNED).kind == "trusted"
    assert standing(certificate, (), [root], (), said=years_later(SIGNED, 3)).kind == "expired"
    assert standing(certificate, (), [root], (), said=years_later(SIGNED, 3), proven=SIGNED).kind == "trusted"


def chain(path_length: int | None):
    """A root that may have so many authorities below it, two authorities in a row, and a signer."""
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(4)]
    subjects = [named(MALIK._replace(name=name)) for name in ("Root", "Region", "Office")] + [named(MALIK)]
    made = []
    for place in range(4):
        issuer = max(place - 1, 0)
        builder = begun(subjects[place], subjects[issuer], keys[place].public_key(), CLOSED_AT, 900)
        if place == 3:
            builder = for_signing(builder)
        else:
            most = path_length if place == 0 else None
            constraints = x509.BasicConstraints(ca=True, path_length=most)
            builder = builder.add_extension(constraints, critical=True).add_extension(
                usage("key_cert_sign"), critical=True
            )
        made.append(builder.sign(keys[issuer], hashes.SHA256()))
    return made


def der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def test_a_path_goes_through_authorities_in_between_as_far_as_the_root_allows():
    root, region, place, leaf = chain(None)
    others = (der(place), b"no certificate", der(region))
    assert standing(der(leaf), others, [root], (), said=SIGNED).kind == "trusted"
    assert standing(der(leaf), (), [root], (), said=SIGNED).kind == "outside"
    assert standing(der(leaf), others, [somebody_elses()], (), said=SIGNED).kind == "outside"
    root, region, place, leaf = chain(1)
    assert standing(der(leaf), (der(place), der(region)), [root], (), said=SIGNED).kind == "outside"


def test_a_signer_is_no_authority_for_another():
    root, region, place, leaf = chain(None)
    key = ec.generate_private_key(ec.SECP256R1())
    below = begun(named(MALIK), leaf.subject, key.public_key(), CLOSED_AT, 99).sign(key, hashes.SHA256())
    assert standing(der(below), (der(leaf), der(place), der(region)), [root], (), said=SIGNED).kind == "outside"


def somebody_elses() -> x509.Certificate:
    return x509.load_der_x509_certificate(somebody("B. Other").certificate)


def trust(home, certificate) -> None:
    fingerprint = certificate.fingerprint(hashes.SHA256()).hex()
    trusting.add(home, certificate, fingerprint, ("records",))


def test_a_list_is_taken_in_once_its_authority_is_trusted_and_only_a_newer_one_takes_its_place(signed, lists, tmp_path):
    _, root, pdf = signed
    home = tmp_path / "home"
    (made,) = lists("left", SIGNED - DAYS)
    with pytest.raises(BadSeal, match="no authority that is trusted here"):
        withdrawn.take_in(home, made.public_bytes(Encoding.DER))
    trust(home, root)
    assert withdrawn.take_in(home, made.public_bytes(Encoding.PEM)).withdrawn == 1
    assert verified(pdf, root, lists=withdrawn.lists(home)).questions.trusted.answer == "no"
    signer = x509.load_der_x509_certificate(pdf_certificate(pdf))
    assert not withdrawn.vouched(home, signer, "records", SIGNED)
    assert withdrawn.vouched(home, signer, "records", SIGNED - 2 * DAYS)
    assert not withdrawn.vouched(home, signer, "law", SIGNED - 2 * DAYS)
    (kept,) = withdrawn.kept(home)
    assert kept.next and kept.next - kept.made == 90 * DAYS
    copy = tmp_path / "earlier"
    (copy / "authority").mkdir(parents=True)
    (copy / "authority" / "authority.json").write_bytes(
        (tmp_path / "office" / "authority" / "authority.json").read_bytes()
    )
    earlier = authority.withdrawn_list(copy, OFFICE, at=SIGNED)
    with pytest.raises(BadSeal, match="a newer one"):
        withdrawn.take_in(home, earlier)
    with pytest.raises(BadSeal, match="no such list"):
        withdrawn.take_in(home, b"hello")


def test_a_kept_list_that_was_damaged_says_nothing_and_hides_no_other(tmp_path):
    (tmp_path / "withdrawn").mkdir()
    (tmp_path / "withdrawn" / "x.crl").write_bytes(b"no list")
    assert withdrawn.lists(tmp_path) == ()
