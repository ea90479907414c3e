"""A private key at hand, in memory or on a card: all that a signature needs of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

PrivateKey: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
SMALLEST_RSA = 2048
UNREADABLE = (
    ValueError, TypeError, UnsupportedAlgorithm, InvalidSignature, x509.InvalidVersion, x509.DuplicateExtension,
    x509.ExtensionNotFound, x509.UnsupportedGeneralNameType,
)  # fmt: skip
"""What reading a stranger's certificate, or a list of withdrawn ones, may end in."""
CURVES = (ec.SECP256R1, ec.SECP384R1)


class Key(Protocol):
    """Signs with SHA-256: ECDSA as DER (RFC 3279), or RSA with PKCS #1 v1.5 (RFC 8017), as the key is."""

    def sign(self, data: bytes) -> bytes:
        """Give the signature over data."""


@dataclass(frozen=True)
class KeyInMemory:
    """A key that was unlocked. Never written, never shown."""

    pkcs8: bytes = field(repr=False)
    """PKCS#8 DER, unencrypted."""

    def sign(self, data: bytes) -> bytes:
        """Give the signature over data."""
        key = serialization.load_der_private_key(self.pkcs8, None)
        if isinstance(key, rsa.RSAPrivateKey):
            return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        assert isinstance(key, ec.EllipticCurvePrivateKey), "a key is looked at before it is taken in"
        return key.sign(data, ec.ECDSA(hashes.SHA256()))


@dataclass(frozen=True)
class KeyElsewhere:
    """A key that never leaves where it is: a card signs for it."""

    hand: Callable[[bytes], bytes] = field(repr=False)

    def sign(self, data: bytes) -> bytes:
        """Give the signature over data."""
        return self.hand(data)


def in_memory(key: PrivateKey) -> KeyInMemory:
    """Take an unlocked key."""
    return KeyInMemory(
        key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def strong_enough(key: object) -> bool:
    """Say whether a private or public key is P-256, P-384, or RSA of at least 2048 bits."""
    if isinstance(key, ec.EllipticCurvePrivateKey | ec.EllipticCurvePublicKey):
        return isinstance(key.curve, CURVES)
    return isinstance(key, rsa.RSAPrivateKey | rsa.RSAPublicKey) and key.key_size >= SMALLEST_RSA


def room_for_signature(certificate: x509.Certificate) -> int:
    """Give the most bytes that a signature by this certificate's key takes."""
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        return key.key_size // 8
    assert isinstance(key, ec.EllipticCurvePublicKey), "a certificate is looked at before anybody signs with it"
    return 2 * (key.key_size // 8 + 1) + 8


def fits(certificate: x509.Certificate, signature: bytes, data: bytes) -> bool:
    """Say whether a signature over data was made by the key of a certificate."""
    try:
        key = certificate.public_key()
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, data, ec.ECDSA(hashes.SHA256()))
        else:
            return False
    except UNREADABLE:
        return False
    return True


def public_part(key: PrivateKey) -> bytes:
    """Give the public half of a key, as SubjectPublicKeyInfo (RFC 5280, 4.1.2.7)."""
    return spki(key.public_key())


def key_of(certificate: x509.Certificate) -> bytes:
    """Give the public key that a certificate is about, DER; nothing where it is of a sort that is not known here."""
    try:
        return spki(certificate.public_key())
    except UNREADABLE:
        return b""


def spki(key: CertificatePublicKeyTypes) -> bytes:
    """Write a public key as SubjectPublicKeyInfo, DER."""
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
