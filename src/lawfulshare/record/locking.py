"""Locks a private key: by the system's keyring where there is one, else under a passphrase."""

import secrets

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from lawfulshare.faults import Fault, IdentityTrouble
from lawfulshare.record.keys import PrivateKey
from lawfulshare.wording import wording

KEYRING_SERVICE = "LawfulShare signing identity"
SHORTEST_PASSPHRASE = 8
ROUNDS = 600_000
"""PBKDF2 rounds over a passphrase (OWASP 2023, HMAC-SHA-256); a random secret of 256 bits needs none to speak of."""
ROUNDS_OVER_CHANCE = 10_000


def lock(key: PrivateKey, certificate: x509.Certificate | None, secret: str, *, chosen: bool) -> bytes:
    """Encrypt a key by PBES2 (AES-256-CBC) as PKCS#12; many rounds where a person chose the secret."""
    locked = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(ROUNDS if chosen else ROUNDS_OVER_CHANCE)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(secret.encode())
    )
    return pkcs12.serialize_key_and_certificates(b"lawfulshare", key, certificate, None, locked)


def unlock(locked: bytes, secret: str) -> PrivateKey | None:
    """Decrypt a key; None where the secret is another, or what is locked is no key of ours."""
    try:
        key, _, _ = pkcs12.load_key_and_certificates(locked, secret.encode())
    except ValueError:
        return None
    return key if isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) else None


def check_passphrase(passphrase: str | None) -> None:
    """Look at a passphrase before a key is made.

    Raises:
        IdentityTrouble: it is too short.
    """
    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise trouble("passphrase_short", fewest=SHORTEST_PASSPHRASE)


def keyring_works() -> bool:
    """Say whether the system has a keyring that can keep a secret; if not, a passphrase is needed."""
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring
    from keyring.backends.null import Keyring as NullKeyring

    return not isinstance(keyring.get_keyring(), NoKeyring | NullKeyring)


def secret_into_keyring(entry: str) -> str:
    """Make a secret of chance and let the system's keyring keep it under a name.

    Raises:
        IdentityTrouble: there is no keyring, or it refuses.
    """
    import keyring
    from keyring.errors import KeyringError

    if not keyring_works():
        raise trouble("no_keyring")
    secret = secrets.token_urlsafe(32)
    try:
        keyring.set_password(KEYRING_SERVICE, entry, secret)
    except KeyringError:
        raise trouble("no_keyring") from None
    return secret


def secret_from_keyring(entry: str, where: str) -> str:
    """Ask the system's keyring for a secret.

    Raises:
        IdentityTrouble: it does not give it.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        secret = keyring.get_password(KEYRING_SERVICE, entry)
    except KeyringError:
        secret = None
    if secret is None:
        raise trouble("keyring_silent", where)
    return str(secret)


def trouble(key: str, where: str | None = None, /, **values: object) -> IdentityTrouble:
    """Say what is wrong with an identity, in the words under `identity.fault`."""
    words, at = wording("en"), f"identity.fault.{key}"
    return IdentityTrouble(
        Fault(where or words(f"{at}.where", **values), words(f"{at}.what", **values), words(f"{at}.mend", **values))
    )
