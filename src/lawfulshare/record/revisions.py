"""The signatures of a PDF and what came after each: who, when, which bytes; any doubt is a finding."""

import io
import logging
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from asn1crypto import cms
from cryptography import x509
from pyhanko.pdf_utils.decode_limits import (
    DEFAULT_PURPOSE_LIMITS,
    DecodeLimits,
    DecodePurpose,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from lawfulshare.record.certificates import holder, sha256_of
from lawfulshare.record.evidence import NOTHING_ALONG, Evidence, evidence_of, level, lists_in
from lawfulshare.record.steps import strays
from lawfulshare.record.verification import FindingCode, SignatureTold

for _talkative in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_talkative).setLevel(logging.CRITICAL + 1)  # they would write the signers' names into a log

Part = Literal["author", "supervisor"]
MEBI = 1024 * 1024
LIMITS = DecodeLimits(
    per_purpose={
        **DEFAULT_PURPOSE_LIMITS,
        DecodePurpose.XREF_STREAM: StreamDecodeLimits(max_output_size=MEBI),
        DecodePurpose.OBJECT_STREAM: StreamDecodeLimits(max_output_size=4 * MEBI),
    },
    document_budget=DocumentDecodeBudget(base_allowance=32 * MEBI, max_ratio=4),
)
"""What a packed table or packed objects may unpack to: a record has neither, and a bomb has nothing but."""
END = b"%%EOF\n"
ORDER: tuple[Part, ...] = ("author", "supervisor")


@dataclass(frozen=True)
class Seal:
    """One signature, as found."""

    part: Part
    certificate: bytes
    """DER."""
    signed_on: datetime | None
    intact: bool
    whole_file: bool
    evidence: Evidence = NOTHING_ALONG
    """What came along with it: issuers, a timestamp, lists of withdrawn certificates."""


@dataclass
class Revisions:
    """The signatures of a file in their order, and all that speaks against the file."""

    seals: list[Seal] = field(default_factory=list)
    findings: list[FindingCode] = field(default_factory=list)
    drawn: int = 0
    """How many bytes were there before anybody signed."""

    def find(self, code: FindingCode, *, when: bool = True) -> None:
        """Note a finding once."""
        if when and code not in self.findings:
            self.findings.append(code)


def examine(pdf: bytes) -> Revisions:
    """Examine every signature and every revision; whatever goes wrong on the way is a finding, never an exception."""
    seen = Revisions()
    try:
        reader = _reader(pdf)
        seen.drawn = pdf.index(END, reader.xrefs.get_xref_container_info(0).end_location) + len(END)
        _examine(reader, seen)
    except Exception:
        # The parser is fed whatever a stranger sends: an exception says that the file is not as it was signed.
        seen.find("damaged-file")
    return seen


def signature_told(seal: Seal) -> SignatureTold:
    """Give a signature as a verification tells it."""
    whose = holder(x509.load_der_x509_certificate(seal.certificate))
    return SignatureTold(
        name=whose.name,
        role=whose.role,
        organisation=whose.organisation,
        signed_on=seal.signed_on.isoformat() if seal.signed_on else None,
        part=seal.part,
        intact=seal.intact,
        whole_file=seal.whole_file,
        certificate_sha256=sha256_of(seal.certificate),
        level=level(seal.certificate, seal.evidence),
    )


def as_author_signed(pdf: bytes) -> bytes:
    """Give a file as its author signed it: without a countersignature that came after; as it is where nobody signed."""
    try:
        first = _reader(pdf).embedded_signatures[0]
        _, _, after_signature, rest = first.sig_object["/ByteRange"]
        return pdf[: int(after_signature) + int(rest)]
    except Exception:
        # A stranger's file may break its reader in any way; what cannot be read is nobody's record.
        return pdf


def _reader(pdf: bytes) -> Any:
    return PdfFileReader(io.BytesIO(pdf), strict=True, decode_limits=LIMITS)


def _examine(reader: Any, seen: Revisions) -> None:
    signatures = list(reader.embedded_signatures)
    if not signatures:
        seen.find("not-signed")
        return
    parts = tuple(str(signature.field_name) for signature in signatures)
    seen.find("wrong-order-of-signatures", when=parts != ORDER[: len(parts)])
    lists = lists_in(reader)
    for signature in signatures:
        _examine_one(signature, seen, lists, last=signature is signatures[-1])
    permitted = getattr(signatures[0].docmdp_level, "value", None)
    seen.find("not-certified", when=permitted != MDPPerm.FILL_FORMS.value)
    _examine_steps(reader, {signature.signed_revision: str(signature.field_name) for signature in signatures}, seen)


def _examine_steps(reader: Any, signed: dict[int, str], seen: Revisions) -> None:
    """Look at what each step changed: the first is the author's signature, the second the countersignature."""
    steps = range(1, reader.xrefs.total_revisions)
    seen.find("revision-without-signature", when=set(steps) != set(signed))
    for step in steps:
        told = strays(reader, step, signed.get(step))
        if told:
            seen.find("changed-while-signing" if step == 1 and step in signed else "content-changed-after-signing")
        for code in sorted(told):
            seen.find(code)


def _examine_one(signature: Any, seen: Revisions, lists: tuple[bytes, ...], *, last: bool) -> None:
    part: Part = "supervisor" if str(signature.field_name) == "supervisor" else "author"
    certificate = signature.signer_cert.dump()
    try:
        context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
        status = validate_pdf_signature(signature, context, skip_diff=True)
        evidence = evidence_of(signature, status, lists)
    except Exception:
        seen.find("signature-broken")
        seen.seals.append(Seal(part, certificate, None, intact=False, whole_file=False))
        return
    sound = bool(status.intact and status.valid)
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    covered = status.coverage in (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
    seen.find("signature-broken", when=not sound or not covered)
    seen.find("signature-padded", when=_padded(bytes(signature.pkcs7_content)))
    seen.find("bytes-after-last-signature", when=last and sound and not whole)
    seen.seals.append(Seal(part, certificate, status.signer_reported_dt, sound and covered, whole, evidence))


def _padded(contents: bytes) -> bool:
    """Say whether anything but zeros follows the signature in the place that is kept for it (ISO 32000-1, 12.8.1)."""
    return bool(contents[len(cms.ContentInfo.load(contents).dump()) :].strip(b"\0"))
