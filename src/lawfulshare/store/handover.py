"""One draft in a file for a colleague, sealed with a passphrase that the two agree on: seal it, open it."""

import base64
import binascii
import hashlib
import json
import secrets
from typing import Any

from lawfulshare.faults import VaultTrouble
from lawfulshare.store.key_file import KeyFile, lock_by_passphrase, new_key, unlock
from lawfulshare.store.troubles import trouble

FORMAT = "lawfulshare.handover/1"
LARGEST = 32 * 1024 * 1024
"""Bytes of a file that is looked into at all; a draft is far smaller."""
SEALED = "handover"
"""The place that troubles name."""


def seal(body: bytes, passphrase: str) -> bytes:
    """Seal a draft: AES-256-GCM under a new key, which Argon2id and the passphrase lock.

    Raises:
        VaultTrouble: the passphrase is too short.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key, nonce, name = new_key(), secrets.token_bytes(12), secrets.token_hex(8)
    try:
        lock = lock_by_passphrase(name, key, passphrase).lock
    except VaultTrouble as problem:
        raise VaultTrouble(*(fault._replace(where=_place()) for fault in problem.faults)) from None
    sealed = AESGCM(key).encrypt(nonce, body, _bound(name))
    stated = {"format": FORMAT, "id": name, "lock": lock, "nonce": _text(nonce), "sealed": _text(sealed)}
    return json.dumps(stated | {"sha256": _digest(stated)}, indent=1).encode() + b"\n"


def unseal(file: bytes, passphrase: str) -> bytes:
    """Give the draft back.

    Raises:
        VaultTrouble: it is no such file, was written by a newer program, is damaged, or that is not its passphrase.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    stated = _read(file)
    try:
        name, lock = str(stated["id"]), dict(stated["lock"])
        nonce, sealed = (base64.b64decode(stated[part], validate=True) for part in ("nonce", "sealed"))
        key = unlock(KeyFile(name, "passphrase", lock), passphrase)
    except VaultTrouble as problem:
        wrong = problem.faults[0].what == trouble("wrong_passphrase").faults[0].what
        raise trouble("handover_passphrase" if wrong else "handover_damaged", SEALED) from None
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise trouble("handover_damaged", SEALED) from None
    try:
        return AESGCM(key).decrypt(nonce, sealed, _bound(name))
    except InvalidTag:
        raise trouble("handover_damaged", SEALED) from None


def _read(file: bytes) -> dict[str, Any]:
    if len(file) > LARGEST:
        raise trouble("handover_none", SEALED)
    try:
        stated: dict[str, Any] = json.loads(file)
        format_ = str(stated["format"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise trouble("handover_none", SEALED) from None
    if format_ != FORMAT:
        raise trouble("newer" if format_.startswith("lawfulshare.handover/") else "handover_none", SEALED)
    if stated.pop("sha256", None) != _digest(stated):
        raise trouble("handover_damaged", SEALED)
    return stated


def _bound(name: str) -> bytes:
    return f"{FORMAT} {name}".encode()


def _digest(stated: dict[str, Any]) -> str:
    """Tell a damaged file from a wrong passphrase; the seal itself is what protects against anybody."""
    return hashlib.sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()


def _text(bytes_: bytes) -> str:
    return base64.b64encode(bytes_).decode()


def _place() -> str:
    return trouble("newer", SEALED).faults[0].where
