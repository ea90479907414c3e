"""A P-256 key with its certificate: what is put into it, and how it is read out."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from lawfulshare.faults import BadCaseFile, Fault

YEARS = 5
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""id-kp-documentSigning, RFC 9336."""


def grouped(digest: str) -> str:
    """Write a digest in groups of four, so that two people can read it to each other."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def self_signed(
    key: ec.EllipticCurvePrivateKey, name: str, role: str, organisation: str, at: datetime
) -> x509.Certificate:
    """Make a certificate of five years that the key signs itself: nobody vouches for it but whoever knows the key."""
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation.strip()),
            x509.NameAttribute(NameOID.TITLE, role.strip()),
            x509.NameAttribute(NameOID.COMMON_NAME, name.strip()),
        ]
    )
    start = at.astimezone(UTC).replace(microsecond=0) - timedelta(minutes=1)
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=YEARS * 365 + 1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, content_commitment=True, encipher_only=False, decipher_only=False, **usage
            ),
            critical=True,
        )
        .add_extension(x509.ExtendedKeyUsage([DOCUMENT_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )


def attribute(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    """Give one part of a certificate's name, or nothing."""
    return next((str(part.value) for part in name.get_attributes_for_oid(oid)), "")


def pkcs8(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Give a private key unencrypted, for memory only."""
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def public(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Give the public half of a key."""
    return key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def public_of(certificate: bytes) -> bytes:
    """Give the public key that a certificate (DER) is about."""
    return (
        x509.load_der_x509_certificate(certificate)
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )


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


def is_trusted(certificate: x509.Certificate, trust: Sequence[x509.Certificate]) -> bool:
    """Say whether a certificate is one of those trusted, or issued by an authority among them."""
    return any(certificate == known or _issued_by(certificate, known) for known in trust)


def _issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        constraints = issuer.extensions.get_extension_for_class(x509.BasicConstraints).value
        certificate.verify_directly_issued_by(issuer)
    except (x509.ExtensionNotFound, ValueError, TypeError, InvalidSignature):
        return False
    return constraints.ca


def sha256_of(body: bytes) -> str:
    """Give the SHA-256 of a certificate, DER, as records pin it."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(body)
    return digest.finalize().hex()
