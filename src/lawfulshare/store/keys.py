"""The vault's key: random, wrapped by a key that Argon2id makes of the passphrase, or kept by the system's keyring."""

import hmac
import json
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from lawfulshare.faults import Fault, VaultTrouble
from lawfulshare.filing import write_whole

FORMAT = "lawfulshare.vault/1"
KEY_BYTES = 32
SHORTEST_PASSPHRASE = 8
ROUNDS, MEMORY_KIB, LANES = 3, 65_536, 4
"""Argon2id, the first recommended choice of RFC 9106 for memory-constrained machines (64 MiB, 3 passes, 4 lanes)."""
SERVICE = "LawfulShare vault"


@dataclass(frozen=True)
class Lock:
    """What the file beside the vault says: how its key is kept, and enough to tell a wrong key from a damaged vault."""

    id: str
    kept_by: str
    salt: bytes
    wrapped: bytes
    check: bytes

    @property
    def needs_passphrase(self) -> bool:
        """Say whether a passphrase opens it."""
        return self.kept_by == "passphrase"


def make(path: Path, passphrase: str | None) -> bytes:
    """Make a key and the file that keeps it, under a passphrase, else in the system's keyring; give the key.

    Raises:
        VaultTrouble: the passphrase is too short, or there is neither passphrase nor keyring.
        CannotWrite: the folder cannot be written.
    """
    key, id_, salt = secrets.token_bytes(KEY_BYTES), secrets.token_hex(8), secrets.token_bytes(16)
    if passphrase is None:
        _into_keyring(id_, key)
        wrapped = b""
    else:
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise _trouble("passphrase", "it is too short", f"Choose one of at least {SHORTEST_PASSPHRASE} characters.")
        wrapped = bytes(a ^ b for a, b in zip(key, _derived(passphrase, salt), strict=True))
    stated = {
        "format": FORMAT,
        "id": id_,
        "kept_by": "keyring" if passphrase is None else "passphrase",
        "salt": salt.hex(),
        "wrapped": wrapped.hex(),
        "check": _check(key).hex(),
    }
    write_whole(path, json.dumps(stated, indent=1).encode() + b"\n")
    return key


def read(path: Path) -> Lock:
    """Read the file that says how the key is kept.

    Raises:
        VaultTrouble: it is missing, damaged, or of a newer program.
    """
    try:
        stated: dict[str, Any] = json.loads(path.read_bytes())
        if stated["format"] != FORMAT:
            raise _trouble("vault", "a newer program made it", "Open it with that version of LawfulShare.")
        fields = {name: bytes.fromhex(stated[name]) for name in ("salt", "wrapped", "check")}
        return Lock(id=str(stated["id"]), kept_by=str(stated["kept_by"]), **fields)
    except (OSError, ValueError, KeyError, TypeError):
        raise _trouble("vault", f"{path.name} cannot be read", "Restore the file from a copy.") from None


def unlock(lock: Lock, passphrase: str | None) -> bytes:
    """Give the key.

    Raises:
        VaultTrouble: the passphrase is missing or wrong, or the keyring does not give the key.
    """
    if lock.needs_passphrase:
        if passphrase is None:
            raise _trouble("vault", "it is locked by a passphrase", "Give the passphrase.")
        key = bytes(a ^ b for a, b in zip(lock.wrapped, _derived(passphrase, lock.salt), strict=True))
    else:
        key = _from_keyring(lock.id)
    if not hmac.compare_digest(_check(key), lock.check):
        mend = "Try again; nothing was lost." if lock.needs_passphrase else "Restore the keyring, or the vault's copy."
        raise _trouble("vault", "that is not its passphrase" if lock.needs_passphrase else "its key has changed", mend)
    return key


def keyring_usable() -> bool:
    """Say whether the system has a keyring that keeps secrets; a plain file never counts as one."""
    try:
        import keyring
        from keyring.backends.fail import Keyring as NoKeyring

        backend = keyring.get_keyring()
        return not isinstance(backend, NoKeyring) and getattr(backend, "priority", 0) > 0 and _encrypts(backend)
    except Exception:  # any backend may fail in ways of its own; then there is no keyring
        return False


def _encrypts(backend: object) -> bool:
    return "alt" not in type(backend).__module__.split(".")


def _derived(passphrase: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(passphrase.encode(), salt, ROUNDS, MEMORY_KIB, LANES, KEY_BYTES, Type.ID)


def _check(key: bytes) -> bytes:
    """A tag that tells the right key and nothing about it."""
    return hmac.digest(key, b"lawfulshare vault key check", sha256)


def _into_keyring(id_: str, key: bytes) -> None:
    if not keyring_usable():
        raise _trouble("vault", "this computer has no keyring that can keep its key", "Choose a passphrase instead.")
    import keyring

    try:
        keyring.set_password(SERVICE, id_, key.hex())
    except Exception:
        raise _trouble("vault", "the system's keyring refused its key", "Choose a passphrase instead.") from None


def _from_keyring(id_: str) -> bytes:
    import keyring

    try:
        kept = keyring.get_password(SERVICE, id_)
        return bytes.fromhex(kept or "")
    except Exception:
        raise _trouble("vault", "the system's keyring cannot be opened", "Unlock the keyring and try again.") from None


def _trouble(where: str, what: str, mend: str) -> VaultTrouble:
    return VaultTrouble(Fault(where, what, mend))
