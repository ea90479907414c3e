"""Six questions, each with an answer, a sentence and what to do now."""

from collections.abc import Callable, Sequence

from cryptography import x509

from lawfulshare.faults import Fault, LawfulShareError, NotOurs
from lawfulshare.law.packs.law import Law, LawOfTheDay
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.record import twin
from lawfulshare.record.certificates import given, holder_line
from lawfulshare.record.checking import Checked
from lawfulshare.record.consistency import follows, matches
from lawfulshare.record.record import Record
from lawfulshare.record.revisions import Revisions, examine, signature_told
from lawfulshare.record.verification import (
    Finding,
    FindingCode,
    Question,
    Questions,
    RecordTold,
    Verification,
    is_sound,
)
from lawfulshare.record.vouching import moment, trusted_key
from lawfulshare.wording import Wording, wording

LawOf = Callable[[LawOfTheDay], Law | None]
"""Gives the law that a record names, by the digest of its edition; None where that edition is not known."""
PDF_BEGINS_WITHIN = 1024
SIGNED = b"/ByteRange"
"""Stands in the plain in every signed PDF; a file without it that carries no record need not be looked into."""


def verify(
    name: str,
    pdf: bytes,
    trust: Sequence[bytes] = (),
    laws: LawOf | None = None,
    *,
    known: Sequence[x509.Certificate] = (),
    newest: LawOf | None = None,
    for_time: Sequence[x509.Certificate] = (),
    lists: Sequence[x509.CertificateRevocationList] = (),
) -> Verification:
    """Answer the six questions about one file; `trust` holds certificates, PEM or DER.

    Given `trust`, a key outside it is not trusted; a key that is only not among those `known` here is open. `laws`
    finds the edition that a record names, `newest` today's law for the same day; without them, what ships is used.
    `for_time` are the authorities whose timestamps count beside those of `trust`, `lists` what authorities withdrew.

    Raises:
        NotOurs: it is no PDF that can be read, it is locked, or it carries neither a record nor an author's signature.
        BadCaseFile: something given as a trusted certificate is none.
    """
    words = wording()
    if b"%PDF-" not in pdf[:PDF_BEGINS_WITHIN]:
        raise _not_ours(name, "unreadable", words)
    if len(pdf) > twin.LARGEST_PDF:
        raise _not_ours(name, "large", words)
    trusted = tuple(given(body) for body in trust)
    record, unreadable = _record_in(pdf)
    seen = examine(pdf) if record or SIGNED in pdf else Revisions()
    if unreadable and not seen.seals:
        raise NotOurs(*(Fault(name, fault.what, fault.mend) for fault in unreadable.faults))
    seen.find("twin-unreadable", when=record is None)
    shipped = Shelf()
    law = _law_of(record, laws or shipped.named) if record else None
    today = _law_of(record, newest or (lambda named: shipped.on(named.pack, named.as_at))) if record else None
    checked = Checked(
        pdf, trusted, seen, record, law, today, words, tuple(known), (*for_time, *trusted), tuple(lists)
    )  # fmt: skip
    return _told(name, checked)


def _record_in(pdf: bytes) -> tuple[Record | None, NotOurs | None]:
    try:
        return twin.read(pdf), None
    except NotOurs as trouble:
        return None, trouble


def _told(name: str, checked: Checked) -> Verification:
    record = checked.record
    training = record is not None and record.training
    questions = Questions(
        who=_who(checked),
        trusted=trusted_key(checked),
        when=moment(checked),
        matches=matches(checked),
        follows=follows(checked),
        unchanged=_unchanged(checked),
    )
    checked.seen.find("training-record", when=training)
    return Verification(
        file=name,
        sound=is_sound(questions, training=training),
        training=training,
        questions=questions,
        signatures=tuple(map(signature_told, checked.seen.seals)),
        record=_record_told(record) if record else None,
        findings=tuple(
            Finding(code=code, says=checked.words(f"verification.finding.{code}")) for code in checked.seen.findings
        ),
    )


AGAINST_UNCHANGED: frozenset[FindingCode] = frozenset(
    {
        "content-changed-after-signing", "signature-broken", "bytes-after-last-signature", "revision-without-signature",
        "damaged-file", "wrong-order-of-signatures", "not-certified", "signature-padded",
    }
)  # fmt: skip


def _unchanged(checked: Checked) -> Question:
    if "not-signed" in checked.seen.findings:
        return checked.answer("unchanged", "no", "unsigned")
    whole = bool(checked.seen.seals) and AGAINST_UNCHANGED.isdisjoint(checked.seen.findings)
    return checked.answer("unchanged", "yes" if whole else "no", "yes" if whole else "no")


def _who(checked: Checked) -> Question:
    seal, record = checked.author, checked.record
    if seal is None:
        return checked.answer("who", "no", "unsigned")
    signature = signature_told(seal)
    if record is None:
        return checked.answer("who", "unknown", "unnamed", name=signature.name)
    named = {signer.certificate_sha256 for signer in record.signers if signer.part == "author"}
    if named != {signature.certificate_sha256} or not seal.intact:
        checked.seen.find("certificate-not-the-one-named", when=named != {signature.certificate_sha256})
        return checked.answer("who", "no", "no", name=signature.name)
    second = next((signature_told(other) for other in checked.seen.seals if other.part == "supervisor"), None)
    if second and second.certificate_sha256 == signature.certificate_sha256:
        checked.seen.find("countersigned-by-author")
        return checked.answer("who", "no", "itself", name=signature.name)
    return checked.answer(
        "who",
        "yes",
        "countersigned" if second else "yes",
        who=holder_line(seal.certificate),
        second=f"{second.name}, {second.role}" if second else "",
    )


def _law_of(record: Record, laws: LawOf) -> Law | None:
    try:
        return laws(record.assessment.law)
    except (LawfulShareError, ValueError):
        return None


def _record_told(record: Record) -> RecordTold:
    chosen = record.case.decision
    return RecordTold(
        id=record.id,
        outcome=chosen.outcome if chosen else None,
        bases=chosen.bases if chosen else (),
        law=record.assessment.law,
        review_on=record.case.review.on,
    )


def _not_ours(name: str, key: str, words: Wording) -> NotOurs:
    return NotOurs(Fault(name, words(f"verification.fault.{key}.what"), words(f"verification.fault.{key}.mend")))
