"""Who vouches for the key and for the moment: the questions *trusted* and *when*."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from cryptography import x509

from lawfulshare.record.certificates import grouped, holder_line, sha256_of
from lawfulshare.record.checking import Checked
from lawfulshare.record.evidence import read_lists
from lawfulshare.record.revisions import Seal, signature_told
from lawfulshare.record.standing import Standing, for_timestamps, standing
from lawfulshare.record.verification import FindingCode, Question, Reply

CLOCK_SLACK = timedelta(minutes=5)
FOUND: dict[str, FindingCode] = {
    "expired": "certificate-expired-when-signed", "outside": "certificate-outside-trust",
    "withdrawn": "certificate-withdrawn", "withdrawn_later": "certificate-withdrawn-later",
}  # fmt: skip
WORST_FIRST = ("expired", "withdrawn", "outside", "withdrawn_later", "trusted")


def trusted_key(checked: Checked) -> Question:
    """Say whether each key that signed is vouched for, and was so when it signed."""
    seals = checked.seen.seals
    if not seals:
        return checked.answer("trusted", "unknown", "unsigned")
    told = [(seal, stands(seal, checked.trust or checked.known, checked.for_time, checked.lists)) for seal in seals]
    seal, worst = min(told, key=lambda one: WORST_FIRST.index(one[1].kind))
    said = {
        "name": signature_told(seal).name,
        "fingerprint": grouped(sha256_of(seal.certificate)),
        "since": checked.words.day(worst.since.isoformat()) if worst.since else "",
    }
    if worst.kind == "trusted":
        return checked.answer("trusted", "yes", "yes")
    if worst.kind == "outside" and not checked.trust:
        return checked.answer("trusted", "unknown", "unknown", **said)
    checked.seen.find(FOUND[worst.kind])
    answer: Reply = "yes" if worst.kind == "withdrawn_later" else "no"
    return checked.answer("trusted", answer, worst.kind, **said)


def moment(checked: Checked) -> Question:
    """Say whether anybody but the signing computer vouches for the moment of the author's signature."""
    seal = checked.author
    if seal is None or seal.signed_on is None:
        return checked.answer("when", "unknown", "unsigned")
    claimed, stamp = f"{seal.signed_on:%Y-%m-%d %H:%M}", seal.evidence.stamp
    closed = _moment(checked.record.closed_at) if checked.record else None
    if closed and seal.signed_on < closed - CLOCK_SLACK:
        checked.seen.find("signed-before-closing")
        return checked.answer("when", "no", "early", moment=claimed)
    if stamp is None:
        return checked.answer("when", "unknown", "unknown", moment=claimed)
    said = {
        "moment": claimed,
        "stamped": f"{stamp.moment.astimezone(seal.signed_on.tzinfo):%Y-%m-%d %H:%M}",
        "authority": holder_line(stamp.certificate),
        "fingerprint": grouped(sha256_of(stamp.certificate)),
    }
    if not stamp.intact:
        checked.seen.find("timestamp-broken")
        return checked.answer("when", "no", "broken", **said)
    if proven(seal, checked.for_time, checked.lists) is None:
        return checked.answer("when", "unknown", "stamped_unknown", **said)
    if abs(stamp.moment - seal.signed_on) > CLOCK_SLACK:
        checked.seen.find("clocks-differ")
        return checked.answer("when", "unknown", "clocks_differ", **said)
    return checked.answer("when", "yes", "yes", **said)


def stands(
    seal: Seal,
    trust: Sequence[x509.Certificate],
    for_time: Sequence[x509.Certificate],
    lists: Sequence[x509.CertificateRevocationList],
) -> Standing:
    """Say how the key of a signature stood when it signed, by all that is known here and in the file."""
    return standing(
        seal.certificate,
        seal.evidence.others,
        trust,
        (*lists, *read_lists(seal.evidence.lists)),
        said=seal.signed_on,
        proven=proven(seal, for_time, lists),
    )


def proven(
    seal: Seal, for_time: Sequence[x509.Certificate], lists: Sequence[x509.CertificateRevocationList]
) -> datetime | None:
    """Give the moment before which a signature was made, where a timestamp of a trusted authority says so."""
    stamp = seal.evidence.stamp
    if stamp is None or not stamp.intact or not for_timestamps(stamp.certificate):
        return None
    known = (*lists, *read_lists(seal.evidence.lists))
    told = standing(stamp.certificate, stamp.others, for_time, known, said=stamp.moment)
    return stamp.moment if told.kind in ("trusted", "withdrawn_later") else None


def _moment(stated: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return read if read.tzinfo else None
