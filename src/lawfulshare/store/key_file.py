"""The side file of the vault: how its key is locked, and how to tell a wrong passphrase from a damaged file."""

import base64
import binascii
import hashlib
import json
import os
import secrets
from pathlib import Path
from typing import Any, Literal, NamedTuple

from lawfulshare.store.troubles import of_system, trouble

FORMAT = "lawfulshare.vault/1"
SHORTEST_PASSPHRASE = 8
TIME_COST, MEMORY_KIB, LANES = 6, 131_072, 4
"""Argon2id: about half a second and 128 MiB for each guess."""
_KEY_BYTES = 32
_MOST_MEMORY_KIB, _MOST_TIME, _MOST_LANES = 2_097_152, 64, 64


class KeyFile(NamedTuple):
    """What stands in vault.json; the key itself only under a passphrase, and wrapped."""

    id: str
    locked_by: Literal["passphrase", "keyring"]
    lock: dict[str, Any]
    """Under a passphrase the cost, the salt and the wrapped key; else the digest of the key in the keyring."""


def lock_by_passphrase(id_: str, key: bytes, passphrase: str) -> KeyFile:
    """Wrap a key so that only the passphrase gives it back.

    Raises:
        VaultTrouble: the passphrase is too short.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise trouble("short_passphrase", number=SHORTEST_PASSPHRASE)
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    cost = {"time": TIME_COST, "memory_kib": MEMORY_KIB, "lanes": LANES}
    wrapped = AESGCM(_derived(passphrase, salt, cost)).encrypt(nonce, key, id_.encode())
    lock = {"kdf": "argon2id", **cost, "salt": _text(salt), "nonce": _text(nonce), "wrapped": _text(wrapped)}
    return KeyFile(id_, "passphrase", lock)


def lock_by_keyring(id_: str, key: bytes) -> KeyFile:
    """Note which key the system's keyring holds, by its digest; the key is random, so the digest gives nothing away."""
    return KeyFile(id_, "keyring", {"key_sha256": hashlib.sha256(key).hexdigest()})


def unlock(kept: KeyFile, passphrase: str) -> bytes:
    """Give the key back.

    Raises:
        VaultTrouble: that is not the passphrase, or the lock makes no sense.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        cost = {name: int(kept.lock[name]) for name in ("time", "memory_kib", "lanes")}
        salt, nonce, wrapped = (
            base64.b64decode(kept.lock[name], validate=True) for name in ("salt", "nonce", "wrapped")
        )
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise trouble("key_file") from None
    if cost["memory_kib"] > _MOST_MEMORY_KIB or cost["time"] > _MOST_TIME or cost["lanes"] > _MOST_LANES:
        raise trouble("key_file")
    try:
        return AESGCM(_derived(passphrase, salt, cost)).decrypt(nonce, wrapped, kept.id.encode())
    except InvalidTag:
        raise trouble("wrong_passphrase") from None


def fits(kept: KeyFile, key: bytes) -> bool:
    """Say whether a key from the keyring is the one that belongs to this vault."""
    return hashlib.sha256(key).hexdigest() == kept.lock.get("key_sha256")


def new_key() -> bytes:
    """Make a random key."""
    return secrets.token_bytes(_KEY_BYTES)


def read(path: Path) -> KeyFile:
    """Read vault.json.

    Raises:
        VaultTrouble: it is missing, damaged, or written by a newer program.
    """
    try:
        stated = json.loads(path.read_bytes())
        if str(stated["format"]) != FORMAT:
            raise trouble("newer" if str(stated["format"]).startswith("lawfulshare.vault/") else "key_file")
        kept = KeyFile(str(stated["id"]), stated["locked_by"], dict(stated["lock"]))
        if stated["sha256"] != _digest(kept) or kept.locked_by not in ("passphrase", "keyring"):
            raise trouble("key_file")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise trouble("key_file") from None
    return kept


def write(path: Path, kept: KeyFile) -> None:
    """Write vault.json whole or not at all, and wait until the disk has it: without it the vault is lost.

    Raises:
        VaultTrouble: the folder cannot be written, or the disk is full.
    """
    stated = {"format": FORMAT, **kept._asdict(), "sha256": _digest(kept)}
    half = path.with_name(f".{path.name}.part")
    try:
        with half.open("wb") as stream:
            stream.write(json.dumps(stated, indent=1).encode() + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        half.chmod(0o600)
        half.replace(path)
    except OSError as problem:
        raise of_system(problem) from None


def _derived(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    from argon2.exceptions import Argon2Error
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            passphrase.encode(), salt, time_cost=cost["time"], memory_cost=cost["memory_kib"],
            parallelism=cost["lanes"], hash_len=_KEY_BYTES, type=Type.ID,
        )  # fmt: skip
    except (Argon2Error, ValueError):
        raise trouble("key_file") from None


def _digest(kept: KeyFile) -> str:
    """Tell a damaged side file from a wrong passphrase; it protects against accidents, not against anybody."""
    return hashlib.sha256(json.dumps(kept._asdict(), sort_keys=True).encode()).hexdigest()


def _text(body: bytes) -> str:
    return base64.b64encode(body).decode()
