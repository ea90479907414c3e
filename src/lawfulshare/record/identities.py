"""Signing identities: made here, issued by an organisation, on a smart card."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from lawfulshare.faults import IdentityTrouble
from lawfulshare.record.backing import NO_BACKING, Backing, backing_of
from lawfulshare.record.certificates import grouped, holder, public_of, self_signed, sha256_of
from lawfulshare.record.keeping import keep_private, read_kept
from lawfulshare.record.keys import Key, KeyElsewhere, PrivateKey, in_memory, public_part
from lawfulshare.record.locking import (
    check_passphrase,
    lock,
    secret_from_keyring,
    secret_into_keyring,
    trouble,
    unlock,
)
from lawfulshare.wording import wording

FORMAT = "lawfulshare.identity/1"
LONGEST_NAME = 64
"""The upper bound of X.520 for a name, a title and an organisation."""
WARN_BEFORE = timedelta(days=60)
LOCKS = ("keyring", "passphrase", "card")


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
    chain: tuple[bytes, ...]
    """The certificates of those who issued it, DER, the nearest first; none where the key vouches for itself."""
    locked_by: str
    """`keyring`, `passphrase`, or `card`: the key is on a card, and its PIN is asked for at each signing."""

    @property
    def fingerprint(self) -> str:
        """Give the SHA-256 of the certificate, in groups of four for reading out."""
        return grouped(self.certificate_sha256)

    @property
    def certificate_sha256(self) -> str:
        """Give the SHA-256 of the certificate, as the record pins it."""
        return sha256_of(self.certificate)

    @property
    def needs_passphrase(self) -> bool:
        """Say whether a person has to give a passphrase, or a PIN, for it to sign."""
        return self.locked_by != "keyring"

    def days_left(self, at: datetime) -> int | None:
        """Give the days until it expires, once they are 60 or fewer; below nothing where it has expired."""
        left = self.expires - at
        return left.days if left <= WARN_BEFORE else None


@dataclass(frozen=True)
class OpenIdentity(Identity):
    """An identity whose key is at hand: what `signing.sign` takes. Never written, never shown."""

    key: Key
    backing: Backing = NO_BACKING
    """Where its signatures get a timestamp from, if anywhere."""

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
    check_names(name=name, role=role, organisation=organisation)
    check_passphrase(passphrase)
    key = ec.generate_private_key(ec.SECP256R1())
    return keep(home, key, self_signed(key, name, role, organisation, at), (), passphrase)


def keep(
    home: Path,
    key: PrivateKey,
    certificate: x509.Certificate,
    chain: Sequence[x509.Certificate],
    passphrase: str | None,
) -> OpenIdentity:
    """Keep a key with its certificate here, locked; the certificate and the key were looked at before.

    Raises:
        IdentityTrouble: the passphrase is short, or it is missing and so is the keyring.
        CannotWrite: the folder cannot be written.
    """
    check_passphrase(passphrase)
    id_ = id_of(certificate)
    secret = passphrase if passphrase is not None else secret_into_keyring(id_)
    locked = lock(key, certificate, secret, chosen=passphrase is not None)
    lock_ = {"locked_by": "keyring", "keyring": id_} if passphrase is None else {"locked_by": "passphrase"}
    identity = keep_certified(home, certificate, chain, lock_ | {"key": base64.b64encode(locked).decode()})
    return _open(identity, in_memory(key))


def keep_certified(
    home: Path, certificate: x509.Certificate, chain: Sequence[x509.Certificate], lock_: dict[str, Any]
) -> Identity:
    """Keep a certificate with the key that is locked already, or with where its card is.

    Raises:
        CannotWrite: the folder cannot be written.
    """
    kept = {
        "format": FORMAT,
        "certificate": _pem(certificate),
        "chain": [_pem(issuer) for issuer in chain],
        **lock_,
    }
    id_ = id_of(certificate)
    keep_private(home / "identities" / f"{id_}.json", json.dumps(kept, indent=1).encode() + b"\n")
    return _seen(id_, kept)


def id_of(certificate: x509.Certificate) -> str:
    """Give the id under which an identity is kept: the beginning of its fingerprint."""
    return sha256_of(certificate.public_bytes(serialization.Encoding.DER))[:16]


def list_identities(home: Path) -> tuple[Identity, ...]:
    """List the identities kept here, the newest first; a file that cannot be read is left out.

    A certificate counts whole seconds only (RFC 5280, 4.1.2.5); of two made within one, the file written last is newer.
    """
    found = []
    for path in (home / "identities").glob("*.json"):
        try:
            identity = _seen(path.stem, _read(path))
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
        raise trouble("damaged", file=damaged[0])
    raise trouble("none_named", name=name) if name else trouble("none")


def open_identity(home: Path, name: str | None = None, passphrase: str | None = None, *, at: datetime) -> OpenIdentity:
    """Unlock an identity for signing; for one on a card the passphrase is its PIN, and the card is asked as it signs.

    Raises:
        IdentityTrouble: there is none, it has expired, the passphrase is wrong, or the keyring keeps its secret back.
    """
    identity = find(home, name)
    where = wording("en")("identity.fault.where", name=identity.name)
    check_valid(identity, at)
    kept = _read(home / "identities" / f"{identity.id}.json")
    if identity.needs_passphrase and passphrase is None:
        raise trouble("pin_missing" if identity.locked_by == "card" else "passphrase_missing", where)
    if identity.locked_by == "card":
        from lawfulshare.record.cards import hand

        return _open(identity, KeyElsewhere(hand(kept["card"], passphrase or "", where)), backing_of(home))
    secret = passphrase if identity.needs_passphrase else secret_from_keyring(kept.get("keyring", identity.id), where)
    key = unlock(base64.b64decode(kept["key"]), secret or "")
    if key is None:
        raise trouble("passphrase_wrong" if identity.needs_passphrase else "keyring_other", where)
    if public_part(key) != public_of(identity.certificate):
        raise trouble("key_other", where)
    return _open(identity, in_memory(key), backing_of(home))


def check_valid(identity: Identity, at: datetime) -> None:
    """Refuse an identity that is not valid at a moment.

    Raises:
        IdentityTrouble: it has expired, or is not valid yet.
    """
    words = wording("en")
    where = words("identity.fault.where", name=identity.name)
    if at < identity.made:
        raise trouble("early", where, day=words.day(identity.made.isoformat()))
    if at > identity.expires:
        raise trouble("expired", where, day=words.day(identity.expires.isoformat()))


def check_names(**names: str) -> None:
    """Refuse a name, a role or an organisation that no certificate can carry.

    Raises:
        IdentityTrouble: one is empty or too long.
    """
    for where, text in names.items():
        if not text.strip():
            raise trouble("name_empty", where)
        if len(text) > LONGEST_NAME:
            raise trouble("name_long", where, most=LONGEST_NAME)


def _open(identity: Identity, key: Key, backing: Backing = NO_BACKING) -> OpenIdentity:
    return OpenIdentity(**vars(identity), key=key, backing=backing)


def _seen(id_: str, kept: dict[str, Any]) -> Identity:
    certificate = x509.load_pem_x509_certificate(kept["certificate"].encode())
    whose = holder(certificate)
    return Identity(
        id=id_,
        name=whose.name,
        role=whose.role,
        organisation=whose.organisation,
        made=certificate.not_valid_before_utc,
        expires=certificate.not_valid_after_utc,
        certificate=certificate.public_bytes(serialization.Encoding.DER),
        chain=tuple(
            x509.load_pem_x509_certificate(pem.encode()).public_bytes(serialization.Encoding.DER)
            for pem in kept.get("chain", ())
        ),
        locked_by=kept["locked_by"],
    )


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


def _read(path: Path) -> dict[str, Any]:
    kept = read_kept(path, FORMAT)
    try:
        _seen(path.stem, kept)
        base64.b64decode(kept["key"], validate=True) if kept["locked_by"] != "card" else dict(kept["card"])
        if kept["locked_by"] not in LOCKS:
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError):
        raise trouble("damaged", file=path.name) from None
    return kept


def _unreadable(home: Path) -> list[str]:
    damaged = []
    for path in sorted((home / "identities").glob("*.json")):
        try:
            _read(path)
        except IdentityTrouble:
            damaged.append(path.name)
    return damaged
