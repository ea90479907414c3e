"""What authorities have withdrawn: their lists (CRL, RFC 5280, 5), kept here, so that no withdrawn key vouches."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from lawfulshare.faults import BadSeal, CannotWrite, Fault
from lawfulshare.filing import write_whole
from lawfulshare.record.certificates import holder, sha256_of
from lawfulshare.record.standing import speaks_for, standing
from lawfulshare.record.trusting import Purpose, anchors, trusted
from lawfulshare.wording import wording

LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True)
class List:
    """One authority's list, as kept here."""

    authority: str
    made: datetime
    next: datetime | None
    """By when the authority makes a newer one."""
    withdrawn: int


def take_in(home: Path, body: bytes) -> List:
    """Keep an authority's list in place of its older one; the authority must be trusted here already.

    Raises:
        BadSeal: it is no list, of nobody who is trusted here, or older than the one that is here.
        CannotWrite: the folder cannot be written.
    """
    given = _given(body)
    issuer = next((key.certificate for key in trusted(home) if speaks_for(key.certificate, given)), None)
    if issuer is None:
        raise _bad("unknown")
    path = home / "withdrawn" / f"{sha256_of(issuer.public_bytes(Encoding.DER))}.crl"
    here = _read(path)
    if here is not None and here.last_update_utc > given.last_update_utc:
        raise _bad("older", day=wording("en").day(here.last_update_utc.isoformat()))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite.because(path.parent.name, problem) from None
    write_whole(path, given.public_bytes(Encoding.DER))
    return _told(issuer, given)


def lists(home: Path) -> tuple[x509.CertificateRevocationList, ...]:
    """Give the lists kept here; one that cannot be read says nothing."""
    return tuple(one for path in sorted((home / "withdrawn").glob("*.crl")) if (one := _read(path)) is not None)


def kept(home: Path) -> tuple[List, ...]:
    """Say which lists are kept here, by the authorities that are trusted."""
    keys, here = trusted(home), lists(home)
    return tuple(_told(key.certificate, one) for key in keys for one in here if speaks_for(key.certificate, one))


def vouched(home: Path, certificate: x509.Certificate, purpose: Purpose, at: datetime) -> bool:
    """Say whether a certificate is trusted here for a purpose, itself or by its authority, and was as it signed."""
    der = certificate.public_bytes(Encoding.DER)
    told = standing(der, (), anchors(home, purpose), lists(home), said=at)
    return told.kind in ("trusted", "withdrawn_later")


def _told(issuer: x509.Certificate, one: x509.CertificateRevocationList) -> List:
    return List(holder(issuer).titled, one.last_update_utc, one.next_update_utc, len(one))


def _given(body: bytes) -> x509.CertificateRevocationList:
    try:
        if len(body) > LARGEST:
            raise ValueError
        pem = body.lstrip().startswith(b"-----BEGIN")
        return x509.load_pem_x509_crl(body) if pem else x509.load_der_x509_crl(body)
    except ValueError:
        raise _bad("unreadable") from None


def _read(path: Path) -> x509.CertificateRevocationList | None:
    try:
        return x509.load_der_x509_crl(path.read_bytes())
    except (OSError, ValueError):
        return None


def _bad(key: str, **values: object) -> BadSeal:
    words, at = wording("en"), f"sealing.list.{key}"
    return BadSeal(Fault(words("sealing.list.where"), words(f"{at}.what", **values), words(f"{at}.mend")))
