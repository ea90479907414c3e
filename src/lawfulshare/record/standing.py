"""How a certificate stands at a moment: vouched for, by whom, and whether it had been withdrawn.

A withdrawn certificate counts for what was signed before, with one exception: where the key may be in other hands, the
clock of whoever signs proves nothing, and only a trusted timestamp from before does.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from lawfulshare.record.certificates import issued_by
from lawfulshare.record.keys import UNREADABLE

Kind: TypeAlias = Literal["trusted", "withdrawn_later", "outside", "expired", "withdrawn"]
LONGEST_PATH = 8
KEY_STILL_THEIRS = frozenset(
    {x509.ReasonFlags.affiliation_changed, x509.ReasonFlags.superseded, x509.ReasonFlags.cessation_of_operation}
)
"""Reasons (RFC 5280, 5.3.1) that leave the key in its owner's hands."""


class Standing(NamedTuple):
    """How a certificate stands; `since` says when it was withdrawn."""

    kind: Kind
    since: datetime | None = None


def standing(
    certificate: bytes,
    others: Iterable[bytes],
    anchors: Sequence[x509.Certificate],
    lists: Sequence[x509.CertificateRevocationList],
    *,
    said: datetime | None,
    proven: datetime | None = None,
) -> Standing:
    """Say how a certificate stood when it signed: at the moment that is proven, else at the one that is said.

    `anchors` are the certificates trusted, `others` those that came along, `lists` what authorities have withdrawn.
    """
    at = proven or said
    path = path_upwards(certificate, (*others, *map(_der, anchors)), anchors)
    if at and not _valid(path[0], at):
        return Standing("expired")
    if path[-1] not in anchors or not _lengths_hold(path):
        return Standing("outside")
    if at and not all(_valid(one, at) for one in path):
        return Standing("expired")
    worst = Standing("trusted")
    for one, issuer in pairwise(path):
        since, theirs = _withdrawn(one, issuer, lists)
        if since is None:
            continue
        before = proven is not None and proven < since
        if before or (theirs and at is not None and at < since):
            worst = Standing("withdrawn_later", since)
        else:
            return Standing("withdrawn", since)
    return worst


def for_timestamps(certificate: bytes) -> bool:
    """Say whether a certificate is for timestamps and nothing else (RFC 3161, 2.3)."""
    try:
        extension = x509.load_der_x509_certificate(certificate).extensions.get_extension_for_class(
            x509.ExtendedKeyUsage
        )
    except UNREADABLE:
        return False
    return extension.critical and list(extension.value) == [ExtendedKeyUsageOID.TIME_STAMPING]


def path_upwards(
    certificate: bytes, others: Iterable[bytes], anchors: Sequence[x509.Certificate] = ()
) -> list[x509.Certificate]:
    """Go from a certificate to who issued it and on: up to an anchor, to one that issued itself, or as far as known."""
    path = [x509.load_der_x509_certificate(certificate)]
    known = list(_readable(others))
    while path[-1] not in anchors and len(path) < LONGEST_PATH:
        issuers = [one for one in known if one not in path and issued_by(path[-1], one)]
        issuer = next((one for one in issuers if one in anchors), issuers[0] if issuers else None)
        if issuer is None:
            break
        path.append(issuer)
    return path


def _readable(bodies: Iterable[bytes]) -> Iterator[x509.Certificate]:
    for body in bodies:
        try:
            yield x509.load_der_x509_certificate(body)
        except UNREADABLE:
            continue


def covered(path: Sequence[x509.Certificate], lists: Sequence[x509.CertificateRevocationList]) -> bool:
    """Say whether each certificate of a path, the last apart, is spoken of by a list of its issuer."""
    return all(any(speaks_for(issuer, one) for one in lists) for _, issuer in pairwise(path))


def _withdrawn(
    certificate: x509.Certificate, issuer: x509.Certificate, lists: Sequence[x509.CertificateRevocationList]
) -> tuple[datetime | None, bool]:
    """Give since when a certificate no longer counts, and whether its key stayed with its owner all the same."""
    speaking = [one for one in lists if speaks_for(issuer, one)]
    for one in sorted(speaking, key=lambda one: one.last_update_utc, reverse=True):
        entry = one.get_revoked_certificate_by_serial_number(certificate.serial_number)
        if entry is None:
            continue
        reason = since = None
        for extension in entry.extensions:
            if isinstance(extension.value, x509.CRLReason):
                reason = extension.value.reason
            if isinstance(extension.value, x509.InvalidityDate):
                since = extension.value.invalidity_date_utc
        return since or entry.revocation_date_utc, reason in KEY_STILL_THEIRS
    return None, True


def speaks_for(issuer: x509.Certificate, one: x509.CertificateRevocationList) -> bool:
    """Say whether a list is of this authority: its name, and signed with its key."""
    try:
        return one.issuer == issuer.subject and one.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]
    except UNREADABLE:
        return False


def _valid(certificate: x509.Certificate, at: datetime) -> bool:
    return certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc


def _lengths_hold(path: Sequence[x509.Certificate]) -> bool:
    """Say whether no authority has more authorities below it than it may (RFC 5280, 4.2.1.9)."""
    for place, issuer in enumerate(path[1:]):
        most = issuer.extensions.get_extension_for_class(x509.BasicConstraints).value.path_length
        if most is not None and place > most:
            return False
    return True


def _der(certificate: x509.Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)
