"""An organisation's own certificate authority: issues from requests, withdraws, and says what it has withdrawn.

Its key is locked by a passphrase, never by a keyring alone: whoever has it can make a signer of anybody. What it issued
and withdrew is kept beside it, so that the list of withdrawn certificates (CRL, RFC 5280, 5) can be made at any time.
"""

import base64
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, TypeAlias

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from lawfulshare.record.certificates import asked_for, begun, for_signing, grouped, holder, named, sha256_of, usage
from lawfulshare.record.enrolling import fingerprint_of
from lawfulshare.record.identities import check_names
from lawfulshare.record.keeping import keep_private, read_kept
from lawfulshare.record.keys import PrivateKey, strong_enough
from lawfulshare.record.locking import check_passphrase, lock, trouble, unlock
from lawfulshare.record.trusting import FEWEST_COMPARED, said_of
from lawfulshare.wording import wording

FORMAT = "lawfulshare.authority/1"
ROOT_DAYS = 15 * 365
ISSUED_DAYS = 2 * 365
LIST_DAYS = 90
Curve: TypeAlias = Literal["P-256", "P-384"]
CURVES: dict[Curve, type[ec.EllipticCurve]] = {"P-256": ec.SECP256R1, "P-384": ec.SECP384R1}
Reason: TypeAlias = Literal["left", "lost", "replaced"]
REASONS: dict[Reason, x509.ReasonFlags] = {
    "left": x509.ReasonFlags.affiliation_changed,
    "lost": x509.ReasonFlags.key_compromise,
    "replaced": x509.ReasonFlags.superseded,
}


@dataclass(frozen=True)
class Issued:
    """One certificate that was issued here, and since when it no longer counts."""

    certificate: x509.Certificate
    reason: Reason | None = None
    from_: datetime | None = None
    """Since when it no longer counts: the day somebody left, or the key may have been in other hands."""
    noted: datetime | None = None
    """When it was withdrawn."""

    @property
    def fingerprint(self) -> str:
        """Give its fingerprint in groups of four."""
        return grouped(sha256_of(self.certificate.public_bytes(serialization.Encoding.DER)))


@dataclass(frozen=True)
class Authority:
    """The authority kept here, as everybody may know it."""

    certificate: x509.Certificate
    issued: tuple[Issued, ...]
    lists: int
    """How many lists of withdrawn certificates it has made."""

    @property
    def fingerprint(self) -> str:
        """Give its fingerprint in groups of four."""
        return Issued(self.certificate).fingerprint


def found(
    home: Path, name: str, organisation: str, passphrase: str | None, *, curve: Curve = "P-256", at: datetime
) -> Authority:
    """Found the authority: a root of fifteen years, its key locked by a passphrase.

    Raises:
        IdentityTrouble: there is one here already, a name does not fit, or the passphrase is missing or short.
        CannotWrite: the folder cannot be written.
    """
    if _path(home).exists():
        raise trouble("authority_here")
    check_names(name=name, organisation=organisation)
    if passphrase is None:
        raise trouble("authority_passphrase")
    check_passphrase(passphrase)
    key = ec.generate_private_key(CURVES[curve]())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation.strip()),
            x509.NameAttribute(NameOID.COMMON_NAME, name.strip()),
        ]
    )
    root = (
        begun(subject, subject, key.public_key(), at, ROOT_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage("key_cert_sign", "crl_sign"), critical=True)
        .sign(key, hashes.SHA256())
    )
    locked = base64.b64encode(lock(key, root, passphrase, chosen=True)).decode()
    return _keep(home, Authority(root, (), 0), locked)


def read(home: Path) -> Authority:
    """Read the authority kept here.

    Raises:
        IdentityTrouble: there is none, or its file cannot be read.
    """
    return _read(home)[0]


def issue(home: Path, request: bytes, compared: str, passphrase: str | None, *, at: datetime) -> x509.Certificate:
    """Issue a certificate of two years, once the fingerprint of the request has been compared with its owner.

    Raises:
        IdentityTrouble: the request is none, was changed, has a weak key or lacks a name, too little was compared or
            something else, or the passphrase is wrong.
        CannotWrite: the folder cannot be written.
    """
    authority, _ = _read(home)
    asked = read_request(request)
    said = said_of(compared)
    if len(said) < FEWEST_COMPARED or not fingerprint_of(asked).replace(" ", "").startswith(said):
        raise trouble("request_not_compared", fewest=FEWEST_COMPARED)
    key, locked = _opened(home, passphrase)
    root = authority.certificate
    days = min(ISSUED_DAYS, (root.not_valid_after_utc - at).days)
    public = asked.public_key()
    assert strong_enough(public), "a request is looked at as it is read"
    builder = begun(named(asked_for(asked)), root.subject, public, at, days)  # type: ignore[arg-type]
    issued = for_signing(builder).add_extension(_authority_key(root), critical=False).sign(key, hashes.SHA256())
    _keep(home, Authority(root, (*authority.issued, Issued(issued)), authority.lists), locked)
    return issued


def with_root(home: Path, issued: x509.Certificate) -> bytes:
    """Give a certificate with its authority's after it, as PEM: what its owner enrols."""
    both = (issued, read(home).certificate)
    return b"".join(one.public_bytes(serialization.Encoding.PEM) for one in both)


def read_request(body: bytes) -> x509.CertificateSigningRequest:
    """Read a request and look at it: whole, signed by its own key, a key that is strong enough, and all three names.

    Raises:
        IdentityTrouble: it is none, or one of these is not so.
    """
    try:
        pem = body.lstrip().startswith(b"-----BEGIN")
        asked = x509.load_pem_x509_csr(body) if pem else x509.load_der_x509_csr(body)
        signed = asked.is_signature_valid
    except (ValueError, InvalidSignature, UnsupportedAlgorithm):
        raise trouble("request_unreadable") from None
    if not signed:
        raise trouble("request_changed")
    whose = asked_for(asked)
    if not strong_enough(asked.public_key()):
        raise trouble("key_weak", wording("en")("identity.fault.where", name=whose.name))
    check_names(**whose._asdict())
    return asked


def withdraw(home: Path, which: str, reason: Reason, *, from_: datetime | None = None, at: datetime) -> Issued:
    """Note that a certificate no longer counts, from now or from an earlier moment on; the next list says so.

    Raises:
        IdentityTrouble: nothing, or more than one, is meant; it is withdrawn already; or the moment lies ahead.
        CannotWrite: the folder cannot be written.
    """
    authority, locked = _read(home)
    wanted = said_of(which)
    meant = [
        one
        for one in authority.issued
        if holder(one.certificate).name == which or (wanted and said_of(one.fingerprint).startswith(wanted))
    ]
    open_ = [one for one in meant if one.reason is None]
    if len(open_) != 1:
        raise trouble("withdraw_several" if open_ else "withdraw_already" if meant else "withdraw_none", which)
    since = from_ or at
    if since > at:
        raise trouble("withdraw_ahead", which)
    gone = Issued(open_[0].certificate, reason, since, at)
    kept = tuple(gone if one == open_[0] else one for one in authority.issued)
    _keep(home, Authority(authority.certificate, kept, authority.lists), locked)
    return gone


def withdrawn_list(home: Path, passphrase: str | None, *, at: datetime) -> bytes:
    """Make the list of what was withdrawn, signed, good for ninety days (DER).

    Raises:
        IdentityTrouble: the passphrase is missing or wrong.
        CannotWrite: the folder cannot be written.
    """
    authority, _ = _read(home)
    key, locked = _opened(home, passphrase)
    root, number = authority.certificate, authority.lists + 1
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(root.subject)
        .last_update(at)
        .next_update(at + timedelta(days=LIST_DAYS))
        .add_extension(x509.CRLNumber(number), critical=False)
        .add_extension(_authority_key(root), critical=False)
    )
    for one in authority.issued:
        if one.reason is not None and one.noted is not None and one.from_ is not None:
            builder = builder.add_revoked_certificate(
                x509.RevokedCertificateBuilder()
                .serial_number(one.certificate.serial_number)
                .revocation_date(one.noted)
                .add_extension(x509.CRLReason(REASONS[one.reason]), critical=False)
                .add_extension(x509.InvalidityDate(one.from_.replace(tzinfo=None)), critical=False)
                .build()
            )
    made = builder.sign(key, hashes.SHA256())
    _keep(home, Authority(root, authority.issued, number), locked)
    return made.public_bytes(serialization.Encoding.DER)


def _authority_key(root: x509.Certificate) -> x509.AuthorityKeyIdentifier:
    identifier = root.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)


def _path(home: Path) -> Path:
    return home / "authority" / "authority.json"


def _opened(home: Path, passphrase: str | None) -> tuple[PrivateKey, str]:
    authority, locked = _read(home)
    where = wording("en")("identity.fault.where", name=holder(authority.certificate).name)
    if passphrase is None:
        raise trouble("passphrase_missing", where)
    key = unlock(base64.b64decode(locked), passphrase)
    if key is None:
        raise trouble("passphrase_wrong", where)
    return key, locked


def _keep(home: Path, authority: Authority, locked: str) -> Authority:
    kept: dict[str, Any] = {
        "format": FORMAT,
        "certificate": authority.certificate.public_bytes(serialization.Encoding.PEM).decode(),
        "key": locked,
        "lists": authority.lists,
        "issued": [
            {
                "certificate": one.certificate.public_bytes(serialization.Encoding.PEM).decode(),
                **(
                    {"reason": one.reason, "from": one.from_.isoformat(), "noted": one.noted.isoformat()}
                    if one.reason and one.from_ and one.noted
                    else {}
                ),
            }
            for one in authority.issued
        ],
    }
    keep_private(_path(home), json.dumps(kept, indent=1).encode() + b"\n")
    return authority


def _read(home: Path) -> tuple[Authority, str]:
    if not _path(home).exists():
        raise trouble("authority_none")
    kept = read_kept(_path(home), FORMAT)
    try:
        issued = tuple(_issued(one) for one in kept["issued"])
        root = x509.load_pem_x509_certificate(kept["certificate"].encode())
        return Authority(root, issued, int(kept["lists"])), str(kept["key"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise trouble("damaged", file=_path(home).name) from None


def _issued(stated: dict[str, Any]) -> Issued:
    certificate = x509.load_pem_x509_certificate(stated["certificate"].encode())
    if "reason" not in stated:
        return Issued(certificate)
    if stated["reason"] not in REASONS:
        raise ValueError
    moments = (datetime.fromisoformat(stated["from"]), datetime.fromisoformat(stated["noted"]))
    return Issued(certificate, stated["reason"], *moments)
