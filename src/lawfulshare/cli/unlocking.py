"""Passphrases and PINs for the commands: from the passphrase file, else asked for without echo."""

import getpass
import sys
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from lawfulshare.desk.home import home, passphrase_from_file
from lawfulshare.wording import wording

NoTimestampOption = Annotated[bool, typer.Option("--no-timestamp", help="Sign without asking the timestamp server.")]

if TYPE_CHECKING:
    from lawfulshare.record.identities import OpenIdentity


def unlock(name: str | None, *, at: datetime, timestamp: bool = True) -> "OpenIdentity":
    """Unlock an identity; a passphrase or a PIN is asked for where it takes one. Without `timestamp` it asks for none.

    The passphrase file is never tried as a PIN: a card locks itself after a few wrong ones.

    Raises:
        IdentityTrouble: there is none, it has expired, or what was given does not unlock it.
        VaultTrouble: the passphrase file cannot be read or is empty.
    """
    from lawfulshare.record.backing import NO_BACKING
    from lawfulshare.record.identities import find, open_identity

    identity = find(home(), name)
    secret = None if identity.locked_by == "card" else passphrase_from_file()
    if secret is None and identity.needs_passphrase:
        words = wording("en")
        key = "pin" if identity.locked_by == "card" else "passphrase"
        secret = asked(words(f"identity.ask.{key}", name=identity.name))
    mine = open_identity(home(), identity.certificate_sha256, secret, at=at)
    return mine if timestamp else replace(mine, backing=NO_BACKING)


def new_passphrase(*, without_keyring: bool = False) -> str | None:
    """Give what a new key is locked by: the passphrase file's, else None for the keyring, else one that is asked for.

    Raises:
        IdentityTrouble: the two that were typed differ.
        VaultTrouble: the passphrase file cannot be read or is empty.
    """
    from lawfulshare.record.locking import SHORTEST_PASSPHRASE, keyring_works, trouble

    if (secret := passphrase_from_file()) is not None:
        return secret
    if keyring_works() and not without_keyring:
        return None
    words = wording("en")
    once = asked(words("identity.ask.new", fewest=SHORTEST_PASSPHRASE))
    if once is not None and asked(words("identity.ask.again")) != once:
        raise trouble("passphrases_differ")
    return once


def asked(prompt: str) -> str | None:
    """Ask for something secret: without echo on a terminal, else the next line of standard input; None without one."""
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(f"{prompt} ") or None
    try:
        return sys.stdin.readline().rstrip("\r\n") or None
    except (OSError, AttributeError):
        return None
