"""An organisation's authority, and people to whom it issues certificates, for the tests of identities and records."""

from datetime import datetime
from pathlib import Path

from cryptography import x509
from made import CLOSED_AT

from lawfulshare.record import authority, enrolling
from lawfulshare.record.certificates import Holder
from lawfulshare.record.identities import OpenIdentity, open_identity

PASSPHRASE = "a long enough passphrase"
OFFICE = "the authority's own passphrase"
MALIK = Holder("J. Malik", "Health visitor", "Northmoor NHS Trust")


def office(home: Path, at: datetime = CLOSED_AT) -> authority.Authority:
    """An authority founded in a home."""
    return authority.found(home, "Northmoor records authority", "Northmoor NHS Trust", OFFICE, at=at)


def certified(home: Path, csr: bytes, at: datetime = CLOSED_AT) -> x509.Certificate:
    """What the authority of a home issues to a request whose fingerprint was read out."""
    said = enrolling.fingerprint_of(x509.load_pem_x509_csr(csr))
    return authority.issue(home, csr, said, OFFICE, at=at)


def member(office_home: Path, home: Path, whose: Holder = MALIK, at: datetime = CLOSED_AT) -> OpenIdentity:
    """Somebody who asked, was given a certificate, and enrolled it."""
    asked = enrolling.request(home, whose, PASSPHRASE)
    given = authority.with_root(office_home, certified(office_home, asked.csr, at))
    identity = enrolling.enrol(home, given, at=at)
    return open_identity(home, identity.certificate_sha256, PASSPHRASE, at=at)
