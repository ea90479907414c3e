"""One draft in a file for a colleague, sealed with a passphrase that the two agree on: seal it, open it."""

import base64
import binascii
import hashlib
import json
import secrets
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lawfulshare.faults import VaultTrouble
from lawfulshare.store.key_file import KeyFile, lock_by_passphrase, new_key, unlock
from lawfulshare.store.troubles import trouble

FORMAT: Literal["lawfulshare.handover/1"] = "lawfulshare.handover/1"
LARGEST = 32 * 1024 * 1024
"""Bytes of a file that is looked into at all; a draft is far smaller."""
SEALED = "handover"
"""The place that troubles name."""


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Lock(_Written):
    """How the key of the file is locked: the cost of Argon2id (RFC 9106), its salt, and the wrapped key."""

    kdf: Literal["argon2id"]
    time: int
    memory_kib: int
    lanes: int
    salt: str = Field(description="16 bytes, base64.")
    nonce: str = Field(description="12 bytes, base64: of the wrapping, AES-256-GCM bound to `id`.")
    wrapped: str = Field(description="The key of the file, wrapped, base64.")


class Sealed(_Written):
    """The whole file: what is sealed, and what one needs beside the passphrase to open it."""

    format: Literal["lawfulshare.handover/1"] = FORMAT
    id: str = Field(description="16 hexadecimal figures of chance; nothing of the case.")
    lock: Lock
    nonce: str = Field(description="12 bytes, base64.")
    sealed: str = Field(description="The draft under AES-256-GCM, bound to format and id, base64.")
    sha256: str = Field(description="Of all the rest as JSON with its keys in order: tells damage from a passphrase.")


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the file, made from the models."""
    return Sealed.model_json_schema()


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
        nonce, sealed = (base64.b64decode(part, validate=True) for part in (stated.nonce, stated.sealed))
        key = unlock(KeyFile(stated.id, "passphrase", stated.lock.model_dump()), passphrase)
    except VaultTrouble as problem:
        wrong = problem.faults[0].what == trouble("wrong_passphrase").faults[0].what
        raise trouble("handover_passphrase" if wrong else "handover_damaged", SEALED) from None
    except binascii.Error:
        raise trouble("handover_damaged", SEALED) from None
    try:
        return AESGCM(key).decrypt(nonce, sealed, _bound(stated.id))
    except InvalidTag:
        raise trouble("handover_damaged", SEALED) from None


def _read(file: bytes) -> Sealed:
    if len(file) > LARGEST:
        raise trouble("handover_none", SEALED)
    try:
        stated: dict[str, Any] = json.loads(file)
        format_ = str(stated["format"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise trouble("handover_none", SEALED) from None
    if format_ != FORMAT:
        raise trouble("newer" if format_.startswith("lawfulshare.handover/") else "handover_none", SEALED)
    digest = stated.pop("sha256", None)
    if digest != _digest(stated):
        raise trouble("handover_damaged", SEALED)
    try:
        return Sealed.model_validate(stated | {"sha256": digest})
    except ValidationError:
        raise trouble("handover_damaged", SEALED) from None


def _bound(name: str) -> bytes:
    return f"{FORMAT} {name}".encode()


def _digest(stated: dict[str, Any]) -> str:
    """Tell a damaged file from a wrong passphrase; the seal itself is what protects against anybody."""
    return hashlib.sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()


def _text(bytes_: bytes) -> str:
    return base64.b64encode(bytes_).decode()


def _place() -> str:
    return trouble("newer", SEALED).faults[0].where
