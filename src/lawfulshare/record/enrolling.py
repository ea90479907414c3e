"""Identities that somebody else vouches for: a PKCS#12 file, a certificate asked of an authority, a card."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from lawfulshare.faults import CannotWrite, IdentityTrouble
from lawfulshare.record.cards import OnCard
from lawfulshare.record.certificates import (
    Holder,
    asked_for,
    certificates_in,
    grouped,
    holder,
    issued_by,
    named,
    sha256_of,
)
from lawfulshare.record.identities import Identity, OpenIdentity, check_names, keep, keep_certified
from lawfulshare.record.keeping import keep_private, read_kept
from lawfulshare.record.keys import key_of, public_part, spki, strong_enough
from lawfulshare.record.locking import check_passphrase, lock, secret_into_keyring, trouble
from lawfulshare.wording import wording

FORMAT = "lawfulshare.request/1"
SIGNS_DOCUMENTS = frozenset(
    {
        "1.3.6.1.5.5.7.3.36",  # id-kp-documentSigning, RFC 9336
        "1.3.6.1.5.5.7.3.4",  # id-kp-emailProtection, RFC 5280, 4.2.1.12
        "1.3.6.1.4.1.311.10.3.12",  # document signing, as Microsoft names it
        "1.2.840.113583.1.1.5",  # authentic documents, as Adobe names it
        "2.5.29.37.0",  # any purpose, RFC 5280, 4.2.1.12
    }
)


@dataclass(frozen=True)
class Request:
    """A certificate that was asked for; its key waits here, locked."""

    id: str
    whose: Holder
    csr: bytes
    """The request, PKCS#10 as PEM (RFC 2986)."""

    @property
    def fingerprint(self) -> str:
        """Give the SHA-256 of its public key in groups of four: what the authority compares before it issues."""
        return fingerprint_of(x509.load_pem_x509_csr(self.csr))


def fingerprint_of(request: x509.CertificateSigningRequest) -> str:
    """Give the SHA-256 of a request's public key, in groups of four for reading out."""
    return grouped(sha256_of(spki(request.public_key())))


def bring(home: Path, body: bytes, secret: str, passphrase: str | None, *, at: datetime) -> OpenIdentity:
    """Take in a key and its certificate from a PKCS#12 file (RFC 7292), and keep them here under a lock of our own.

    Raises:
        IdentityTrouble: the file is none, opens with another passphrase, or holds a key that is too weak, a certificate
            that is not valid or is not for signing documents, or no certificate of its key.
        CannotWrite: the folder cannot be written.
    """
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(body, secret.encode())
    except ValueError:
        raise trouble("bring_closed") from None
    if certificate is None or not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise trouble("bring_empty")
    if public_part(key) != key_of(certificate):
        raise trouble("key_other", wording("en")("identity.fault.where", name=holder(certificate).name))
    check_fit(certificate, at)
    return keep(home, key, certificate, chain_of(certificate, others), passphrase)


def opens(body: bytes, secret: str) -> bool:
    """Say whether a secret opens a PKCS#12 file."""
    try:
        pkcs12.load_key_and_certificates(body, secret.encode())
    except ValueError:
        return False
    return True


def request(home: Path, whose: Holder, passphrase: str | None) -> Request:
    """Make a key, keep it locked, and write the request for its certificate.

    Raises:
        IdentityTrouble: a name is missing or too long, the passphrase is short, or it is missing and so is the keyring.
        CannotWrite: the folder cannot be written.
    """
    check_names(name=whose.name, role=whose.role, organisation=whose.organisation)
    check_passphrase(passphrase)
    key = ec.generate_private_key(ec.SECP256R1())
    asked = x509.CertificateSigningRequestBuilder().subject_name(named(whose)).sign(key, hashes.SHA256())
    id_ = sha256_of(spki(key.public_key()))[:16]
    secret = passphrase if passphrase is not None else secret_into_keyring(id_)
    locked = lock(key, None, secret, chosen=passphrase is not None)
    csr = asked.public_bytes(serialization.Encoding.PEM)
    kept = {
        "format": FORMAT,
        "request": csr.decode(),
        **({"locked_by": "keyring", "keyring": id_} if passphrase is None else {"locked_by": "passphrase"}),
        "key": base64.b64encode(locked).decode(),
    }
    keep_private(home / "identities" / "requests" / f"{id_}.json", json.dumps(kept, indent=1).encode() + b"\n")
    return Request(id_, asked_for(asked), csr)


def waiting(home: Path) -> tuple[Request, ...]:
    """List the requests whose certificate has not come yet; a file that cannot be read is left out."""
    found = []
    for path in sorted((home / "identities" / "requests").glob("*.json")):
        try:
            csr = read_kept(path, FORMAT)["request"].encode()
            found.append(Request(path.stem, asked_for(x509.load_pem_x509_csr(csr)), csr))
        except (LookupError, ValueError, AttributeError, IdentityTrouble):
            continue
    return tuple(found)


def enrol(home: Path, body: bytes, *, at: datetime) -> Identity:
    """Take the certificate that an authority issued to a key that waits here; the chain may come along with it.

    Raises:
        IdentityTrouble: it is for no key that waits here, names somebody else, is not valid, or is not for signing.
        BadCaseFile: it is no certificate.
        CannotWrite: the folder cannot be written.
    """
    given = certificates_in(body)
    pending = {spki(x509.load_pem_x509_csr(asked.csr).public_key()): asked for asked in waiting(home)}
    mine = next((one for one in given if key_of(one) in pending), None)
    if mine is None:
        raise trouble("enrol_no_key")
    asked = pending[key_of(mine)]
    _check_names_match(asked.whose, holder(mine))
    check_fit(mine, at)
    path = home / "identities" / "requests" / f"{asked.id}.json"
    kept = read_kept(path, FORMAT)
    lock_: dict[str, Any] = {part: kept[part] for part in ("locked_by", "keyring", "key") if part in kept}
    identity = keep_certified(home, mine, chain_of(mine, given), lock_)
    try:
        path.unlink()
    except OSError as problem:
        raise CannotWrite.because(path.name, problem) from None
    return identity


def keep_card(home: Path, module: Path, found: OnCard, others: list[x509.Certificate], *, at: datetime) -> Identity:
    """Keep where a card's key is, and its certificate; nothing secret is written.

    Raises:
        IdentityTrouble: the certificate is not valid, or not for signing documents.
        CannotWrite: the folder cannot be written.
    """
    check_fit(found.certificate, at)
    card = {"module": str(module.resolve()), "token": found.token, "key": found.key}
    chain = chain_of(found.certificate, others)
    return keep_certified(home, found.certificate, chain, {"locked_by": "card", "card": card})


def only_fit(found: Sequence[OnCard], at: datetime, wanted: str | None = None) -> OnCard:
    """Choose the one certificate of a card that signs documents; one of several is named by its holder.

    Raises:
        IdentityTrouble: there is none, or more than one.
    """
    fit = []
    for one in found:
        try:
            check_fit(one.certificate, at)
        except IdentityTrouble:
            continue
        if wanted in (None, holder(one.certificate).name):
            fit.append(one)
    if len(fit) != 1:
        raise trouble("card_several" if fit else "card_none")
    return fit[0]


def check_fit(certificate: x509.Certificate, at: datetime) -> None:
    """Look at a certificate before records are signed with it.

    Raises:
        IdentityTrouble: its key is too weak, it is not valid at that moment, or it is not for signing documents.
    """
    words = wording("en")
    where = words("identity.fault.where", name=holder(certificate).name)
    if not key_of(certificate) or not strong_enough(certificate.public_key()):
        raise trouble("key_weak", where)
    if at < certificate.not_valid_before_utc:
        raise trouble("early", where, day=words.day(certificate.not_valid_before_utc.isoformat()))
    if at > certificate.not_valid_after_utc:
        raise trouble("expired", where, day=words.day(certificate.not_valid_after_utc.isoformat()))
    if not _for_signing(certificate):
        raise trouble("not_for_signing", where)


def chain_of(certificate: x509.Certificate, others: list[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """Order the issuers that were given along, the nearest first, up to a root or as far as they reach."""
    chain: list[x509.Certificate] = []
    at = certificate
    while issuer := next((one for one in others if one not in (*chain, at) and issued_by(at, one)), None):
        chain.append(issuer)
        at = issuer
    return tuple(chain)


def _for_signing(certificate: x509.Certificate) -> bool:
    extensions = certificate.extensions
    try:
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
        if not usage.digital_signature and not usage.content_commitment:
            return False
    except x509.ExtensionNotFound:
        pass
    try:
        if extensions.get_extension_for_class(x509.BasicConstraints).value.ca:
            return False
    except x509.ExtensionNotFound:
        pass
    try:
        purposes = extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return not SIGNS_DOCUMENTS.isdisjoint(purpose.dotted_string for purpose in purposes)


def _check_names_match(asked: Holder, given: Holder) -> None:
    for part, wanted, stated in zip(Holder._fields, asked, given, strict=True):
        if stated.casefold().split() != wanted.casefold().split() and (stated or part == "name"):
            raise trouble("enrol_other_name", part, given=stated, asked=wanted)
