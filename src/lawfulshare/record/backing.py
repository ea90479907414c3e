"""What backs a signature beside the key: the address of a timestamp server, and the lists of withdrawn certificates.

Without an address nothing is asked for and nothing is added. With one, each signature asks for a timestamp (B-T), and
takes the lists along where they speak for everybody concerned (B-LT).
"""

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.serialization import Encoding

from lawfulshare.faults import BadCaseFile, CannotWrite, Fault
from lawfulshare.filing import write_whole
from lawfulshare.record.withdrawn import lists
from lawfulshare.wording import wording

FORMAT = "lawfulshare.timestamps/1"
FILE = "timestamps.json"


@dataclass(frozen=True)
class Backing:
    """Where timestamps come from, and what is known of withdrawn certificates."""

    url: str | None = None
    lists: tuple[bytes, ...] = ()
    """Lists of withdrawn certificates, DER."""


NO_BACKING = Backing()


def backing_of(home: Path) -> Backing:
    """Give what backs the signatures made here."""
    url = address(home)
    if url is None:
        return NO_BACKING
    return Backing(url, tuple(one.public_bytes(Encoding.DER) for one in lists(home)))


def address(home: Path) -> str | None:
    """Give the address of the timestamp server, if one has been given."""
    try:
        stated = json.loads((home / FILE).read_bytes())
        return str(stated["url"]) if stated["format"] == FORMAT and _usable(str(stated["url"])) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def use(home: Path, url: str) -> None:
    """Ask this server for a timestamp at each signing from now on.

    Raises:
        BadCaseFile: it is no address of the web, or carries a name or a password.
        CannotWrite: the folder cannot be written.
    """
    if not _usable(url):
        words, at = wording("en"), "identity.fault.timestamps_address"
        raise BadCaseFile(Fault(words(f"{at}.where"), words(f"{at}.what"), words(f"{at}.mend")))
    write_whole(home / FILE, json.dumps({"format": FORMAT, "url": url}, indent=1).encode() + b"\n")


def stop(home: Path) -> None:
    """Ask no server any more.

    Raises:
        CannotWrite: the folder cannot be written.
    """
    try:
        (home / FILE).unlink(missing_ok=True)
    except OSError as problem:
        raise CannotWrite.because(FILE, problem) from None


def _usable(url: str) -> bool:
    try:
        parts = urlsplit(url)
        named = parts.hostname and parts.port != 0
    except ValueError:
        return False
    return bool(parts.scheme in ("http", "https") and named and not parts.username and not parts.password)
