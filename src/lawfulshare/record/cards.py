"""A key on a smart card or in an HSM, through PKCS#11: it never leaves there, and its PIN is never kept."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import utils

from lawfulshare.record.locking import trouble

DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")
"""What stands before a SHA-256 digest that is signed by RSA with PKCS #1 v1.5 (RFC 8017, 9.2, note 1)."""


@dataclass(frozen=True)
class OnCard:
    """One certificate of a card whose key may sign."""

    token: str
    key: str
    """The id that the key and its certificate share on the card, in hex."""
    certificate: x509.Certificate


def look(module: Path, token: str | None = None) -> tuple[tuple[OnCard, ...], list[x509.Certificate]]:
    """Look at what lies open on a card: certificates with an id, and all certificates, its issuers among them.

    Raises:
        IdentityTrouble: python-pkcs11 or the module is missing, there is no such card, or more than one.
    """
    with _session(module, token, None) as (named, session):
        from pkcs11 import Attribute, ObjectClass

        seen = []
        for found in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
            certificate = x509.load_der_x509_certificate(found[Attribute.VALUE])
            seen.append(OnCard(named, bytes(found[Attribute.ID]).hex(), certificate))
    return tuple(one for one in seen if one.key), [one.certificate for one in seen]


def hand(card: dict[str, str], pin: str, where: str) -> Callable[[bytes], bytes]:
    """Give what signs with a card's key; the card is opened by its PIN for each signature, and closed again."""

    def sign(data: bytes) -> bytes:
        digest = hashlib.sha256(data).digest()
        with _session(Path(card["module"]), card["token"], pin, where) as (_, session):
            from pkcs11 import KeyType, Mechanism, ObjectClass
            from pkcs11.exceptions import NoSuchKey

            try:
                key = session.get_key(object_class=ObjectClass.PRIVATE_KEY, id=bytes.fromhex(card["key"]))
            except NoSuchKey:
                raise trouble("card_no_key", where) from None
            if key.key_type == KeyType.RSA:
                return bytes(key.sign(DIGEST_INFO + digest, mechanism=Mechanism.RSA_PKCS))
            raw = bytes(key.sign(digest, mechanism=Mechanism.ECDSA))
        half = len(raw) // 2
        return utils.encode_dss_signature(int.from_bytes(raw[:half], "big"), int.from_bytes(raw[half:], "big"))

    return sign


@contextmanager
def _session(module: Path, token: str | None, pin: str | None, where: str | None = None) -> Iterator[tuple[str, Any]]:
    """Open a card; whatever it refuses is said in one sentence."""
    try:
        import pkcs11
        from pkcs11 import exceptions as refused
    except ImportError:
        raise trouble("card_extra", where) from None
    if not module.is_file():
        raise trouble("card_module", where, module=module.name)
    try:
        library = pkcs11.lib(str(module.resolve()))  # one module under two names would be started twice, and refuse
        slot = library.get_token(token_label=token) if token else _only(library)
        with slot.open(user_pin=pin) as session:
            yield slot.label, session
    except refused.PinLocked:
        raise trouble("pin_locked", where) from None
    except (refused.PinIncorrect, refused.PinInvalid, refused.PinLenRange, refused.ArgumentsBad):
        raise trouble("pin_wrong", where) from None
    except (refused.NoSuchToken, refused.TokenNotPresent, refused.MultipleTokensReturned):
        raise trouble("card_missing", where) from None
    except (refused.PKCS11Error, RuntimeError) as problem:
        raise trouble("card_refused", where, kind=type(problem).__name__) from None


def _only(library: Any) -> Any:
    from pkcs11.exceptions import NoSuchToken

    present = [token for token in library.get_tokens() if token.label]
    if len(present) != 1:
        raise NoSuchToken
    return present[0]
