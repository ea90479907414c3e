"""Seals a document with a signing identity, and opens it again only if it is whole: law packs and overlays travel so.

A sealed file (`lawfulshare.sealed/1`) is JSON: `{"format", "holds", "body", "sha256", "signed_on", "certificate",
"signature"}`. The body is the document as text, `sha256` its digest, and the signature (SHA-256; ECDSA, or RSA with
PKCS #1 v1.5, as the key is) covers format, what it holds, digest, day and certificate. Whether the key is trusted is
another question, asked by record/trusting.py.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from lawfulshare.faults import BadSeal, Fault
from lawfulshare.record.certificates import grouped, holder, sha256_of
from lawfulshare.record.identities import OpenIdentity
from lawfulshare.record.keys import fits
from lawfulshare.wording import wording

FORMAT = "lawfulshare.sealed/1"
LARGEST = 32 * 1024 * 1024
_KEYS = {"format", "holds", "body", "sha256", "signed_on", "certificate", "signature"}


@dataclass(frozen=True)
class Sealed:
    """What was sealed, by whose certificate, and when by the signer's own clock."""

    body: bytes
    certificate: x509.Certificate
    signed_on: datetime

    @property
    def signer(self) -> str:
        """Give who signed, as the certificate says."""
        return holder(self.certificate).titled

    @property
    def fingerprint(self) -> str:
        """Give the fingerprint of the certificate for reading out."""
        return grouped(sha256_of(self.certificate.public_bytes(serialization.Encoding.DER)))


def seal(body: bytes, holds: str, identity: OpenIdentity, *, at: datetime) -> bytes:
    """Seal a document: give the whole sealed file."""
    certificate = x509.load_der_x509_certificate(identity.certificate)
    stated = {
        "format": FORMAT,
        "holds": holds,
        "sha256": sha256_of(body),
        "signed_on": at.isoformat(timespec="seconds"),
        "certificate": certificate.public_bytes(serialization.Encoding.PEM).decode(),
    }
    signature = base64.b64encode(identity.key.sign(_covered(stated))).decode()
    whole = stated | {"body": body.decode(), "signature": signature}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def unseal(document: bytes, holds: str) -> Sealed:
    """Open a sealed file that holds what is asked for.

    Raises:
        BadSeal: in one sentence: no sealed file, cut short, another sort, unsigned, or changed since it was signed.
    """
    stated = _stated(document)
    if stated["holds"] != holds:
        raise _bad("another_sort")
    if not stated["signature"]:
        raise _bad("unsigned")
    try:
        certificate = x509.load_pem_x509_certificate(stated["certificate"].encode())
        body = stated["body"].encode()
        if not fits(certificate, base64.b64decode(stated["signature"], validate=True), _covered(stated)):
            raise _bad("changed")
        signed_on = datetime.fromisoformat(stated["signed_on"])
    except (binascii.Error, UnicodeError, ValueError):
        raise _bad("changed") from None
    if sha256_of(body) != stated["sha256"] or signed_on.tzinfo is None:
        raise _bad("changed")
    if not certificate.not_valid_before_utc <= signed_on <= certificate.not_valid_after_utc:
        raise _bad("expired")
    return Sealed(body, certificate, signed_on)


def certificate_in(document: bytes) -> x509.Certificate:
    """Give the certificate inside a sealed file, whatever it holds, so that its key can be trusted.

    Raises:
        BadSeal: it is no sealed file, or does not verify.
    """
    return unseal(document, str(_stated(document)["holds"])).certificate


def _stated(document: bytes) -> dict[str, str]:
    """Read the parts of a sealed file, each of them a text."""
    if len(document) > LARGEST:
        raise _bad("too_large")
    try:
        stated: Any = json.loads(document, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError):
        raise _bad("not_sealed") from None
    if not isinstance(stated, dict) or "format" not in stated or "body" not in stated:
        raise _bad("not_sealed")
    if stated["format"] != FORMAT:
        raise _bad("newer")
    if "signature" not in stated or "certificate" not in stated:
        raise _bad("unsigned")
    if set(stated) != _KEYS or not all(isinstance(part, str) for part in stated.values()):
        raise _bad("changed")
    return stated


def _covered(stated: dict[str, str]) -> bytes:
    """Give what the signature covers."""
    covered = {key: stated[key] for key in ("format", "holds", "sha256", "signed_on", "certificate")}
    return json.dumps(covered, ensure_ascii=False, sort_keys=True).encode()


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    stated = dict(pairs)
    if len(stated) != len(pairs):
        raise ValueError("a key is given twice")
    return stated


def _bad(key: str) -> BadSeal:
    words = wording("en")
    return BadSeal(Fault(words("sealing.where"), words(f"sealing.{key}.what"), words(f"sealing.{key}.mend")))
