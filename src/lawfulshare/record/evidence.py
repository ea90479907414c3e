"""What a signature carries beside itself: a timestamp, its issuers' certificates, lists of withdrawn certificates.

The levels are those of PAdES (ETSI EN 319 142-1, 6): B-B a signature, B-T with a timestamp over it, B-LT with all that
validates both later. Whether any of it is trusted is asked in standing.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509

from lawfulshare.record.certificates import holder_line
from lawfulshare.record.keys import UNREADABLE
from lawfulshare.record.standing import covered, path_upwards
from lawfulshare.record.verification import Level


@dataclass(frozen=True)
class Stamp:
    """A timestamp over a signature (RFC 3161), as found."""

    moment: datetime
    certificate: bytes
    """Of the authority that gave it, DER."""
    others: tuple[bytes, ...]
    intact: bool
    """Whether it is over this very signature, and whole."""


@dataclass(frozen=True)
class Evidence:
    """What came along with one signature."""

    others: tuple[bytes, ...] = ()
    """Certificates of issuers, DER, in no order."""
    stamp: Stamp | None = None
    lists: tuple[bytes, ...] = ()
    """Lists of withdrawn certificates inside the file, DER."""


NOTHING_ALONG = Evidence()


def evidence_of(signature: Any, status: Any, lists: Iterable[bytes]) -> Evidence:
    """Gather what came along with a signature; `signature` and `status` are pyHanko's, of anybody's file."""
    told = status.timestamp_validity
    stamp = None
    if told is not None:
        certificate = told.signing_cert.dump()
        holder_line(certificate)  # one that cannot be read breaks the signature here, and nothing later
        stamp = Stamp(
            moment=told.timestamp,
            certificate=certificate,
            others=_certificates(_token(signature.signer_info)),
            intact=bool(told.intact and told.valid),
        )
    return Evidence(_certificates(signature.signed_data), stamp, tuple(lists))


def lists_in(reader: Any) -> tuple[bytes, ...]:
    """Give the lists of withdrawn certificates that a file brings along (ISO 32000-2, 12.8.4.3)."""
    try:
        held = reader.root["/DSS"]["/CRLs"]
    except KeyError:
        return ()
    return tuple(bytes(held[place].data) for place in range(len(held)))  # only `[]` follows a reference


def level(certificate: bytes, evidence: Evidence) -> Level:
    """Give the level of a signature: what it carries, whether or not anybody trusts it."""
    stamp = evidence.stamp
    if stamp is None or not stamp.intact:
        return "B-B"
    lists = read_lists(evidence.lists)
    paths = (path_upwards(certificate, evidence.others), path_upwards(stamp.certificate, stamp.others))
    complete = all(len(path) > 1 and covered(path, lists) for path in paths)
    return "B-LT" if complete else "B-T"


def read_lists(bodies: Iterable[bytes]) -> tuple[x509.CertificateRevocationList, ...]:
    """Read lists of withdrawn certificates, DER; what is none is left out."""
    read = []
    for body in bodies:
        try:
            read.append(x509.load_der_x509_crl(body))
        except UNREADABLE:
            continue
    return tuple(read)


def _token(signer: Any) -> Any:
    """Give the timestamp among the unsigned attributes of a signature (RFC 3161, appendix A)."""
    kind = "signature_time_stamp_token"
    return next(one["values"][0]["content"] for one in signer["unsigned_attrs"] if one["type"].native == kind)


def _certificates(signed: Any) -> tuple[bytes, ...]:
    """Give the certificates inside a CMS SignedData (RFC 5652, 5.1)."""
    return tuple(one.chosen.dump() for one in signed["certificates"] if one.name == "certificate")
