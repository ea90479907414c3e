"""The signing identities of this desk: another one made, asked for, enrolled, brought along, or found on a card."""

from pathlib import Path
from typing import TYPE_CHECKING

from lawfulshare.desk.opening import Desk
from lawfulshare.filing import write_whole

if TYPE_CHECKING:
    from lawfulshare.record.enrolling import Request
    from lawfulshare.record.identities import Identity


def make_another(desk: Desk) -> "Identity":
    """Make an identity for who works here, locked as the desk is.

    Raises:
        IdentityTrouble: a name does not fit into a certificate, or the keyring refuses.
        CannotWrite: the folder cannot be written.
    """
    from lawfulshare.record.identities import new

    who = desk.profile
    return new(desk.home, who.name, who.role, who.organisation, desk.passphrase, at=desk.clock.now())


def ask_authority(desk: Desk, path: Path) -> "Request":
    """Make a key for who works here, and write the request for its certificate where the person says.

    Raises:
        IdentityTrouble: a name does not fit into a certificate, or the keyring refuses.
        CannotWrite: a folder cannot be written.
    """
    from lawfulshare.record.certificates import Holder
    from lawfulshare.record.enrolling import request

    who = desk.profile
    asked = request(desk.home, Holder(who.name, who.role, who.organisation), desk.passphrase)
    write_whole(path, asked.csr)
    return asked


def take_certificate(desk: Desk, body: bytes) -> "Identity":
    """Take the certificate that came for a key that waits here.

    Raises:
        IdentityTrouble: it is for another key or another name, not valid, or not for signing.
        BadCaseFile: it is no certificate.
        CannotWrite: the folder cannot be written.
    """
    from lawfulshare.record.enrolling import enrol

    return enrol(desk.home, body, at=desk.clock.now())


def bring_along(desk: Desk, body: bytes, secret: str) -> "Identity":
    """Take in a key with its certificate from a PKCS#12 file that a secret opens, and lock it as the desk is.

    Raises:
        IdentityTrouble: the file does not open, or what is in it cannot sign records.
        CannotWrite: the folder cannot be written.
    """
    from lawfulshare.record.enrolling import bring

    return bring(desk.home, body, secret, desk.passphrase, at=desk.clock.now())


def find_card(desk: Desk, module: Path) -> "Identity":
    """Sign with the card in the reader from now on.

    Raises:
        IdentityTrouble: there is no card, more than one, or none that signs.
        CannotWrite: the folder cannot be written.
    """
    from lawfulshare.record.cards import look
    from lawfulshare.record.enrolling import keep_card, only_fit

    now = desk.clock.now()
    found, others = look(module)
    return keep_card(desk.home, module, only_fit(found, now), others, at=now)
