"""Six questions, each with an answer, a sentence and what to do now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509

from lawfulshare.faults import Fault, LawfulShareError, NotOurs
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law, LawOfTheDay
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.record import twin
from lawfulshare.record.certificates import given, grouped, is_trusted, sha256_of
from lawfulshare.record.making import program_version
from lawfulshare.record.record import Record
from lawfulshare.record.redrawing import same_pages
from lawfulshare.record.revisions import Revisions, Seal, examine, signature_told
from lawfulshare.record.verification import (
    Finding,
    FindingCode,
    Question,
    Questions,
    RecordTold,
    Reply,
    Verification,
    is_sound,
)
from lawfulshare.wording import Wording, wording

LawOf = Callable[[LawOfTheDay], Law | None]
"""Gives the law that a record names, by the digest of its edition; None where that edition is not known."""
CLOCK_SLACK = timedelta(minutes=5)
PDF_BEGINS_WITHIN = 1024


@dataclass
class _Checked:
    """One file on its way through the six questions."""

    pdf: bytes
    trust: tuple[x509.Certificate, ...]
    seen: Revisions
    record: Record | None
    law: Law | None
    newest: Law | None
    words: Wording
    known: tuple[x509.Certificate, ...] = ()

    @property
    def author(self) -> Seal | None:
        return next((seal for seal in self.seen.seals if seal.part == "author"), None)

    def answer(self, question: str, answer: Reply, key: str, /, **values: object) -> Question:
        """Put one answer into words."""
        at = f"verification.{question}.{key}"
        return Question(answer=answer, says=self.words(f"{at}.says", **values), do=self.words(f"{at}.do"))


def verify(
    name: str,
    pdf: bytes,
    trust: Sequence[bytes] = (),
    laws: LawOf | None = None,
    *,
    known: Sequence[x509.Certificate] = (),
    newest: LawOf | None = None,
) -> Verification:
    """Answer the six questions about one file; `trust` holds certificates, PEM or DER.

    Given `trust`, a key outside it is not trusted; a key that is only not among those `known` here is open. `laws`
    finds the edition that a record names, `newest` today's law for the same day; without them, what ships is used.

    Raises:
        NotOurs: it is no PDF that can be read, it is locked, or it carries neither a record nor an author's signature.
        BadCaseFile: something given as a trusted certificate is none.
    """
    words = wording()
    if b"%PDF-" not in pdf[:PDF_BEGINS_WITHIN]:
        raise _not_ours(name, "unreadable", words)
    trusted = tuple(given(body) for body in trust)
    seen = examine(pdf)
    try:
        record: Record | None = twin.read(pdf)
    except LawfulShareError as trouble:
        if not seen.seals:
            raise NotOurs(*(Fault(name, fault.what, fault.mend) for fault in trouble.faults)) from None
        record = None
        seen.find("twin-unreadable")
    shipped = Shelf()
    law = _law_of(record, laws or shipped.named) if record else None
    today = _law_of(record, newest or (lambda named: shipped.on(named.pack, named.as_at))) if record else None
    checked = _Checked(pdf, trusted, seen, record, law, today, words, tuple(known))
    return _told(name, checked)


def _told(name: str, checked: _Checked) -> Verification:
    record = checked.record
    training = record is not None and record.training
    questions = Questions(
        who=_who(checked),
        trusted=_trusted(checked),
        when=_when(checked),
        matches=_matches(checked),
        follows=_follows(checked),
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
        "damaged-file", "wrong-order-of-signatures", "not-certified", "twin-unreadable",
    }
)  # fmt: skip


def _unchanged(checked: _Checked) -> Question:
    if "not-signed" in checked.seen.findings:
        return checked.answer("unchanged", "no", "unsigned")
    whole = bool(checked.seen.seals) and AGAINST_UNCHANGED.isdisjoint(checked.seen.findings)
    return checked.answer("unchanged", "yes" if whole else "no", "yes" if whole else "no")


def _who(checked: _Checked) -> Question:
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
    return checked.answer(
        "who", "yes", "yes", name=signature.name, role=signature.role, organisation=signature.organisation
    )


def _trusted(checked: _Checked) -> Question:
    seals = checked.seen.seals
    if not seals:
        return checked.answer("trusted", "unknown", "unsigned")
    certificates = [(seal, x509.load_der_x509_certificate(seal.certificate)) for seal in seals]
    for seal, certificate in certificates:
        at = seal.signed_on
        if at and not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
            checked.seen.find("certificate-expired-when-signed")
            return checked.answer("trusted", "no", "expired")
    trust = checked.trust or checked.known
    if trust and all(is_trusted(certificate, trust) for _, certificate in certificates):
        return checked.answer("trusted", "yes", "yes")
    if not checked.trust:
        fingerprint = grouped(sha256_of(seals[0].certificate))
        return checked.answer("trusted", "unknown", "unknown", fingerprint=fingerprint)
    checked.seen.find("certificate-outside-trust")
    return checked.answer("trusted", "no", "outside")


def _when(checked: _Checked) -> Question:
    seal = checked.author
    if seal is None or seal.signed_on is None:
        return checked.answer("when", "unknown", "unsigned")
    moment = f"{seal.signed_on:%Y-%m-%d %H:%M}"
    if checked.record and (closed := _moment(checked.record.closed_at)) and seal.signed_on < closed - CLOCK_SLACK:
        checked.seen.find("signed-before-closing")
        return checked.answer("when", "no", "early", moment=moment)
    return checked.answer("when", "unknown", "unknown", moment=moment)


def _matches(checked: _Checked) -> Question:
    record, law = checked.record, checked.law
    if record is None:
        return checked.answer("matches", "no", "unreadable")
    if law is None:
        return checked.answer("matches", "unknown", "version")
    try:
        same = same_pages(checked.pdf, record, law, checked.words)
    except Exception:
        # The data inside is a stranger's until it is proved: what cannot be drawn does not match.
        return checked.answer("matches", "no", "undrawn")
    if same:
        return checked.answer("matches", "yes", "yes")
    if law.edition.overlay != record.assessment.law.overlay:
        checked.seen.find("overlay-not-known")
        return checked.answer("matches", "unknown", "overlay")
    if record.made_with.get("lawfulshare") != program_version() or not _same_edition(record, law):
        checked.seen.find("made-by-another-version")
        return checked.answer("matches", "unknown", "version")
    checked.seen.find("page-differs-from-data")
    return checked.answer("matches", "no", "no")


def _follows(checked: _Checked) -> Question:
    record, law = checked.record, checked.law
    if record is None:
        return checked.answer("follows", "no", "unreadable")
    if law is None or not _same_edition(record, law):
        known = checked.newest is not None and checked.newest.edition.version == record.assessment.law.version
        checked.seen.find("edition-differs" if known else "edition-not-known")
        return checked.answer("follows", "unknown", "edition")
    again = first_answer(record.case, law)
    differences = _differences(record.assessment, again)
    for code in differences:
        checked.seen.find(code)
    if differences:
        return checked.answer("follows", "no", "no")
    checked.seen.find("overlay-not-known", when=law.edition.overlay != record.assessment.law.overlay)
    key, today = _corrected(checked, again)
    return checked.answer(
        "follows",
        "yes",
        key,
        outcome=checked.words(f"record.outcome.{record.assessment.outcome or 'none'}"),
        day=record.assessment.law.as_at,
        today=checked.words(f"record.outcome.{today or 'none'}"),
        version=checked.newest.edition.version if checked.newest else "",
    )


def _corrected(checked: _Checked, again: Assessment) -> tuple[str, str | None]:
    """Say whether the law of that day, as it is known now, gives another answer than the edition that was used."""
    record, newest = checked.record, checked.newest
    if record is None or newest is None or _same_edition(record, newest):
        return "yes", None
    today = first_answer(record.case, newest)
    if not _differences(again, today):
        return "yes", None
    checked.seen.find("law-corrected-since")
    return "corrected_outcome" if today.outcome != again.outcome else "corrected", today.outcome


def _differences(told: Assessment, again: Assessment) -> list[FindingCode]:
    """Compare outcome, duties, verdicts, bases, conditions and routes."""
    found: list[FindingCode] = []
    if (told.outcome, told.stands) != (again.outcome, again.stands):
        found.append("outcome-differs")
    if (told.duties, told.refer_to) != (again.duties, again.refer_to):
        found.append("duties-differ")
    legal = {
        "item",
        "recipient",
        "verdict",
        "lawful_basis",
        "condition",
        "confidentiality",
        "gateways",
        "personal_data",
    }
    if [pair.model_dump(include=legal) for pair in told.disclosures] != [
        pair.model_dump(include=legal) for pair in again.disclosures
    ]:
        found.append("disclosures-differ")
    return found


def _same_edition(record: Record, law: Law) -> bool:
    return law.edition.sha256 == record.assessment.law.sha256


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


def _moment(stated: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _not_ours(name: str, key: str, words: Wording) -> NotOurs:
    return NotOurs(Fault(name, words(f"verification.fault.{key}.what"), words(f"verification.fault.{key}.mend")))
