"""Signing identities: made here, issued by an organisation, on a smart card."""

import base64
import binascii
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from lawfulshare.faults import CannotWrite, Fault, IdentityTrouble
from lawfulshare.record.certificates import attribute, grouped, pkcs8, public, public_of, self_signed, sha256_of
from lawfulshare.wording import wording

FORMAT = "lawfulshare.identity/1"
KEYRING_SERVICE = "LawfulShare signing identity"
SHORTEST_PASSPHRASE = 8
LONGEST_NAME = 64
"""The upper bound of X.520 for a name, a title and an organisation."""
ROUNDS = 600_000
"""PBKDF2 rounds over a passphrase (OWASP 2023, HMAC-SHA-256); a random secret of 256 bits needs none to speak of."""


@dataclass(frozen=True)
class Identity:
    """Who signs, as everybody may know it; the key is not in here."""

    id: str
    name: str
    role: str
    organisation: str
    made: datetime
    expires: datetime
    certificate: bytes
    """The certificate, DER."""
    needs_passphrase: bool

    @property
    def fingerprint(self) -> str:
        """Give the SHA-256 of the certificate, in groups of four for reading out."""
        return grouped(self.certificate_sha256)

    @property
    def certificate_sha256(self) -> str:
        """Give the SHA-256 of the certificate, as the record pins it."""
        return sha256_of(self.certificate)


@dataclass(frozen=True)
class OpenIdentity(Identity):
    """An identity whose key is at hand: what `signing.sign` takes. Never written, never shown."""

    key: bytes
    """The private key, PKCS#8 DER, unencrypted and in memory only."""

    def __repr__(self) -> str:
        return f"OpenIdentity({self.id!r})"


def new(
    home: Path, name: str, role: str, organisation: str, passphrase: str | None = None, *, at: datetime
) -> OpenIdentity:
    """Make a P-256 key with a certificate of five years and keep it: under a passphrase, else by the system's keyring.

    Raises:
        IdentityTrouble: a name is missing or too long, the passphrase is short, or it is missing and so is the keyring.
        CannotWrite: the folder cannot be written.
    """
    _check_names(name=name, role=role, organisation=organisation)
    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise _trouble("passphrase", "it is too short", f"Choose one of at least {SHORTEST_PASSPHRASE} characters.")
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = self_signed(key, name, role, organisation, at)
    id_ = certificate.fingerprint(hashes.SHA256()).hex()[:16]
    secret = passphrase if passphrase is not None else _secret_into_keyring(id_)
    kept = {
        "format": FORMAT,
        "locked_by": "keyring" if passphrase is None else "passphrase",
        "certificate": certificate.public_bytes(serialization.Encoding.PEM).decode(),
        "key": base64.b64encode(_locked(key, certificate, secret, weak=passphrase is not None)).decode(),
    }
    _write(home / "identities" / f"{id_}.json", json.dumps(kept, indent=1).encode() + b"\n")
    return OpenIdentity(**_seen(id_, kept), key=pkcs8(key))


def list_identities(home: Path) -> tuple[Identity, ...]:
    """List the identities kept here, the newest first; a file that cannot be read is left out.

    A certificate counts whole seconds only (RFC 5280, 4.1.2.5); of two made within one, the file written last is newer.
    """
    found = []
    for path in (home / "identities").glob("*.json"):
        try:
            identity = Identity(**_seen(path.stem, _read(path)))
            found.append((identity.made, path.stat().st_mtime_ns, identity))
        except (IdentityTrouble, OSError):
            continue
    return tuple(identity for _, _, identity in sorted(found, key=lambda one: one[:2], reverse=True))


def find(home: Path, name: str | None = None) -> Identity:
    """Find an identity by its name, its id or the start of its fingerprint; without a name, the only or newest one.

    Raises:
        IdentityTrouble: there is none, or its file cannot be read.
    """
    known = list_identities(home)
    if name is None and known:
        return known[0]
    wanted = (name or "").casefold().replace(" ", "")
    for identity in known:
        if name == identity.name or (wanted and identity.certificate_sha256.startswith(wanted)):
            return identity
    if damaged := _unreadable(home):
        raise _trouble(f"identity file {damaged[0]}", "it cannot be read", "Restore it from a copy, or make a new one.")
    where = f"identity {name}" if name else "identity"
    raise _trouble(where, "there is no such signing identity here", "Make one: lawfulshare identity new.")


def open_identity(home: Path, name: str | None = None, passphrase: str | None = None, *, at: datetime) -> OpenIdentity:
    """Unlock an identity for signing.

    Raises:
        IdentityTrouble: there is none, it has expired, the passphrase is wrong, or the keyring keeps its secret back.
    """
    identity = find(home, name)
    where = f"identity {identity.name}"
    if not identity.made <= at <= identity.expires:
        raise _trouble(
            where,
            f"it expired on {wording().day(identity.expires.isoformat())}",
            "Make a new one and sign with that.",
        )
    kept = _read(home / "identities" / f"{identity.id}.json")
    if not identity.needs_passphrase:
        secret = _secret_from_keyring(identity)
    elif passphrase is None:
        raise _trouble(where, "it is locked by a passphrase", "Give the passphrase.")
    else:
        secret = passphrase
    try:
        key, _, _ = pkcs12.load_key_and_certificates(base64.b64decode(kept["key"], validate=True), secret.encode())
    except (ValueError, binascii.Error):
        if identity.needs_passphrase:
            raise _trouble(where, "that is not its passphrase", "Try again; nothing was signed.") from None
        raise _trouble(where, "the system's keyring holds another secret", "Make a new identity.") from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or public(key) != public_of(identity.certificate):
        raise _trouble(where, "its key does not belong to its certificate", "Make a new identity.")
    return OpenIdentity(**_seen(identity.id, kept), key=pkcs8(key))


def keyring_works() -> bool:
    """Say whether the system has a keyring that can keep a secret; if not, a passphrase is needed."""
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring
    from keyring.backends.null import Keyring as NullKeyring

    return not isinstance(keyring.get_keyring(), NoKeyring | NullKeyring)


def _check_names(**names: str) -> None:
    for where, text in names.items():
        if not text.strip():
            raise _trouble(where, "it is empty", "Write it as it is to stand on the record.")
        if len(text) > LONGEST_NAME:
            raise _trouble(where, f"it is longer than {LONGEST_NAME} characters", "Shorten it.")


def _locked(key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate, secret: str, *, weak: bool) -> bytes:
    """Encrypt the key by PBES2: AES-256-CBC, and many rounds where a person chose the secret."""
    builder = serialization.PrivateFormat.PKCS12.encryption_builder()
    lock = (
        builder.kdf_rounds(ROUNDS if weak else 10_000)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(secret.encode())
    )
    return pkcs12.serialize_key_and_certificates(b"lawfulshare", key, certificate, None, lock)


def _seen(id_: str, kept: dict[str, Any]) -> dict[str, Any]:
    certificate = _loaded(kept["certificate"])
    subject = certificate.subject
    return {
        "id": id_,
        "name": attribute(subject, NameOID.COMMON_NAME),
        "role": attribute(subject, NameOID.TITLE),
        "organisation": attribute(subject, NameOID.ORGANIZATION_NAME),
        "made": certificate.not_valid_before_utc,
        "expires": certificate.not_valid_after_utc,
        "certificate": certificate.public_bytes(serialization.Encoding.DER),
        "needs_passphrase": kept["locked_by"] == "passphrase",
    }


def _loaded(pem: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem.encode())


def _read(path: Path) -> dict[str, Any]:
    damaged = _trouble(f"identity file {path.name}", "it cannot be read", "Restore it from a copy, or make a new one.")
    try:
        kept = json.loads(path.read_bytes())
        if kept["format"] != FORMAT or kept["locked_by"] not in ("keyring", "passphrase"):
            raise damaged
        _loaded(kept["certificate"])
        str(kept["key"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise damaged from None
    return dict(kept)


def _unreadable(home: Path) -> list[str]:
    damaged = []
    for path in sorted((home / "identities").glob("*.json")):
        try:
            _read(path)
        except IdentityTrouble:
            damaged.append(path.name)
    return damaged


def _write(path: Path, body: bytes) -> None:
    half = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(body)
        half.chmod(0o600)
        half.replace(path)
    except OSError as problem:
        half.unlink(missing_ok=True) if path.parent.is_dir() else None
        raise CannotWrite.because(path.name, problem) from None


def _secret_into_keyring(id_: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    no_keyring = _trouble(
        "identity", "this computer has no keyring that could keep its key", "Give a passphrase to protect it."
    )
    if not keyring_works():
        raise no_keyring
    secret = secrets.token_urlsafe(32)
    try:
        keyring.set_password(KEYRING_SERVICE, id_, secret)
    except KeyringError:
        raise no_keyring from None
    return secret


def _secret_from_keyring(identity: Identity) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        secret = keyring.get_password(KEYRING_SERVICE, identity.id)
    except KeyringError:
        secret = None
    if secret is None:
        raise _trouble(
            f"identity {identity.name}",
            "the system's keyring does not give its secret",
            "Unlock the keyring and try again, or make a new identity.",
        )
    return str(secret)


def _trouble(where: str, what: str, mend: str) -> IdentityTrouble:
    return IdentityTrouble(Fault(where, what, mend))
