"""An organisation's authority, and people to whom it issues certificates, for the tests of identities and records."""

from datetime import datetime
from pathlib import Path

from cryptography import x509
from made import CLOSED_AT, theo

from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.record import authority, enrolling, making
from lawfulshare.record.certificates import Holder
from lawfulshare.record.identities import OpenIdentity, open_identity
from lawfulshare.record.signing import sign
from lawfulshare.record.verification import Verification
from lawfulshare.record.verifying import verify
from lawfulshare.wording import wording

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


def record_by(identity: OpenIdentity, *, at: datetime = CLOSED_AT) -> bytes:
    """The example's record under the law that ships, closed and signed by somebody."""
    return sign(unsigned(identity, at), identity, at=at)


def unsigned(identity: OpenIdentity, at: datetime = CLOSED_AT) -> bytes:
    """The same, drawn for somebody and not signed yet."""
    law = Shelf().on("england", "2026-11-23")
    named = making.record_of(theo(), assess(theo(), law), identity, number="LS-2026-7F3K9Q", closed_at=at)
    return making.draw(named, law, wording("en"))


def verified(pdf: bytes, *anchors: x509.Certificate, **known: object) -> Verification:
    """How a record verifies where these authorities are known."""
    return verify("record.pdf", pdf, known=anchors, **known)
