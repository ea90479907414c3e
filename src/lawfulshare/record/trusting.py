"""The keys trusted here: whose records count, and whose law packs and overlays may be installed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from lawfulshare.faults import BadSeal, CannotWrite, Fault
from lawfulshare.filing import write_whole
from lawfulshare.record.certificates import grouped, holder, sha256_of
from lawfulshare.wording import wording

FORMAT = "lawfulshare.trust/1"
FEWEST_COMPARED = 20
"""Characters of a fingerprint that have to be compared: 80 bits, beyond what anybody can forge."""
Purpose: TypeAlias = Literal["records", "law", "time"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
UNLESS_SAID: tuple[Purpose, ...] = ("records", "law")
"""What a key is trusted for unless it is said; timestamps never: one's own authority proves nothing about time."""


@dataclass(frozen=True)
class TrustedKey:
    """One certificate that is trusted here, and for what."""

    certificate: x509.Certificate
    purposes: tuple[Purpose, ...]

    @property
    def sha256(self) -> str:
        """Give the SHA-256 of the certificate."""
        return sha256_of(self.certificate.public_bytes(serialization.Encoding.DER))

    @property
    def fingerprint(self) -> str:
        """Give the fingerprint in groups of four."""
        return grouped(self.sha256)

    @property
    def name(self) -> str:
        """Give whom the key belongs to, as the certificate says."""
        return holder(self.certificate).titled


def trusted(home: Path) -> tuple[TrustedKey, ...]:
    """List the keys trusted here by name; a file that cannot be read vouches for nobody."""
    found = (_read(path) for path in sorted((home / "trust").glob("*.json")))
    return tuple(sorted((key for key in found if key), key=lambda key: key.name))


def anchors(home: Path, purpose: Purpose) -> tuple[x509.Certificate, ...]:
    """Give the certificates trusted here for one purpose."""
    return tuple(key.certificate for key in trusted(home) if purpose in key.purposes)


def add(
    home: Path, certificate: x509.Certificate, compared: str, purposes: tuple[Purpose, ...] = UNLESS_SAID
) -> TrustedKey:
    """Trust a key from now on, once somebody has compared the beginning of its fingerprint.

    Raises:
        BadSeal: too little was compared, or it is not this key's fingerprint.
        CannotWrite: the folder cannot be written.
    """
    key = TrustedKey(certificate, purposes)
    said = said_of(compared)
    if len(said) < FEWEST_COMPARED:
        raise _bad("too_short", fewest=FEWEST_COMPARED)
    if not key.sha256.startswith(said):
        raise _bad("another_key")
    stated = {
        "format": FORMAT,
        "for": list(purposes),
        "certificate": certificate.public_bytes(serialization.Encoding.PEM).decode(),
    }
    try:
        (home / "trust").mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite.because("trust", problem) from None
    write_whole(home / "trust" / f"{key.sha256}.json", json.dumps(stated, indent=1).encode() + b"\n")
    return key


def said_of(fingerprint: str) -> str:
    """Give a fingerprint as two people say it to each other: without blanks, colons, strokes or capitals."""
    return "".join(sign for sign in fingerprint.casefold() if sign not in " :-\t\r\n")


def remove(home: Path, which: str) -> TrustedKey:
    """Trust a key no longer; it is named by its owner's name or the beginning of its fingerprint.

    Raises:
        BadSeal: no key, or more than one, is meant.
        CannotWrite: the folder cannot be written.
    """
    wanted = said_of(which)
    meant = [
        key for key in trusted(home) if which in (key.name, key.name.partition(",")[0]) or key.sha256.startswith(wanted)
    ]
    if len(meant) != 1 or not wanted:
        raise _bad("several" if meant else "none", which=which)
    try:
        (home / "trust" / f"{meant[0].sha256}.json").unlink()
    except OSError as problem:
        raise CannotWrite.because("trust", problem) from None
    return meant[0]


def _read(path: Path) -> TrustedKey | None:
    try:
        stated = json.loads(path.read_bytes())
        purposes = tuple(purpose for purpose in PURPOSES if purpose in stated["for"])
        key = TrustedKey(x509.load_pem_x509_certificate(stated["certificate"].encode()), purposes)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return key if stated["format"] == FORMAT and path.stem == key.sha256 else None


def _bad(key: str, **values: object) -> BadSeal:
    words = wording("en")
    at = f"sealing.trust.{key}"
    return BadSeal(Fault(words("sealing.trust.where"), words(f"{at}.what", **values), words(f"{at}.mend")))
