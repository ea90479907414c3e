"""A certificate: what is put into it, and how it is read out."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple, TypeAlias

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from lawfulshare.faults import BadCaseFile, Fault
from lawfulshare.record.keys import UNREADABLE, key_of

YEARS = 5
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""id-kp-documentSigning, RFC 9336."""
AUTHENTIC_DOCUMENTS = x509.ObjectIdentifier("1.2.840.113583.1.1.5")
"""What Adobe's readers look for in a certificate that signs PDFs; they do not know RFC 9336 everywhere."""
PublicKey: TypeAlias = ec.EllipticCurvePublicKey | rsa.RSAPublicKey
_USES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip


def grouped(digest: str) -> str:
    """Write a digest in groups of four, so that two people can read it to each other."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


class Holder(NamedTuple):
    """Whom a certificate is about; a part that it does not state is empty."""

    name: str
    role: str
    organisation: str

    @property
    def titled(self) -> str:
        """Give name, role and organisation in one line."""
        return ", ".join(part for part in self if part)


def holder(certificate: x509.Certificate) -> Holder:
    """Read whom a certificate is about; a role that no title states is looked for in the unit of the organisation."""
    return _holder(certificate.subject)


def holder_line(certificate: bytes) -> str:
    """Say in one line whom a certificate (DER) is about."""
    return holder(x509.load_der_x509_certificate(certificate)).titled


def asked_for(request: x509.CertificateSigningRequest) -> Holder:
    """Read whom a certificate is asked for."""
    return _holder(request.subject)


def _holder(subject: x509.Name) -> Holder:
    name = attribute(subject, NameOID.COMMON_NAME)
    role = attribute(subject, NameOID.TITLE) or attribute(subject, NameOID.ORGANIZATIONAL_UNIT_NAME)
    return Holder(name or subject.rfc4514_string(), role, attribute(subject, NameOID.ORGANIZATION_NAME))


def named(whose: Holder) -> x509.Name:
    """Write whom a certificate is about as its subject."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, whose.organisation.strip()),
            x509.NameAttribute(NameOID.TITLE, whose.role.strip()),
            x509.NameAttribute(NameOID.COMMON_NAME, whose.name.strip()),
        ]
    )


def begun(subject: x509.Name, issuer: x509.Name, key: PublicKey, at: datetime, days: int) -> x509.CertificateBuilder:
    """Begin a certificate: who, by whom, for how long, a serial number of chance, and the key's own identifier."""
    start = at.astimezone(UTC).replace(microsecond=0) - timedelta(minutes=1)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def for_signing(builder: x509.CertificateBuilder) -> x509.CertificateBuilder:
    """Say that a certificate signs documents and nothing else: no other certificates, no encryption."""
    return (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage("digital_signature", "content_commitment"), critical=True)
        .add_extension(x509.ExtendedKeyUsage([DOCUMENT_SIGNING, AUTHENTIC_DOCUMENTS]), critical=False)
    )


def usage(*uses: str) -> x509.KeyUsage:
    """Write what a key is for (RFC 5280, 4.2.1.3); whatever is not named is excluded."""
    return x509.KeyUsage(**(dict.fromkeys(_USES, False) | dict.fromkeys(uses, True)))


def self_signed(
    key: ec.EllipticCurvePrivateKey, name: str, role: str, organisation: str, at: datetime
) -> x509.Certificate:
    """Make a certificate of five years that the key signs itself: nobody vouches for it but whoever knows the key."""
    subject = named(Holder(name, role, organisation))
    builder = begun(subject, subject, key.public_key(), at, YEARS * 365 + 1)
    return for_signing(builder).sign(key, hashes.SHA256())


def attribute(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    """Give one part of a certificate's name, or nothing."""
    return next((str(part.value) for part in name.get_attributes_for_oid(oid)), "")


def public_of(certificate: bytes) -> bytes:
    """Give the public key that a certificate (DER) is about."""
    return key_of(x509.load_der_x509_certificate(certificate))


def given(body: bytes) -> x509.Certificate:
    """Read a certificate that somebody gives, PEM or DER.

    Raises:
        BadCaseFile: it is none.
    """
    try:
        if body.lstrip().startswith(b"-----BEGIN"):
            return x509.load_pem_x509_certificate(body)
        return x509.load_der_x509_certificate(body)
    except ValueError:
        raise BadCaseFile(
            Fault("trusted certificate", "it is not a certificate", "Give a certificate as PEM or DER.")
        ) from None


def certificates_in(body: bytes) -> list[x509.Certificate]:
    """Read all the certificates that somebody gives in one file: PEM, DER, or a chain as PKCS#7 (RFC 2315).

    Raises:
        BadCaseFile: it holds none.
    """
    readers = (x509.load_pem_x509_certificates, pkcs7.load_pem_pkcs7_certificates, pkcs7.load_der_pkcs7_certificates)
    for read in readers:
        try:
            return read(body)
        except (ValueError, UnsupportedAlgorithm):
            continue
    return [given(body)]


def issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Say whether an authority issued a certificate: its name, its signature, and that it may issue at all."""
    try:
        constraints = issuer.extensions.get_extension_for_class(x509.BasicConstraints).value
        certificate.verify_directly_issued_by(issuer)
    except UNREADABLE:
        return False
    return constraints.ca


def sha256_of(body: bytes) -> str:
    """Give the SHA-256 of a certificate, DER, as records pin it."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(body)
    return digest.finalize().hex()
