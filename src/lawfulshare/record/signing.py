"""Signs or countersigns; asks for a timestamp only when given an address."""

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

from asn1crypto import crl, x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from lawfulshare.faults import Fault, NotOurs
from lawfulshare.record import finishing
from lawfulshare.record.evidence import read_lists
from lawfulshare.record.identities import OpenIdentity, check_valid
from lawfulshare.record.keys import room_for_signature
from lawfulshare.record.standing import covered, for_timestamps, path_upwards, speaks_for
from lawfulshare.record.timestamps import Server
from lawfulshare.wording import wording

Part = Literal["author", "supervisor"]
Stamp = Callable[[float, float], bytes]
"""Draws the visible signature: width and height in points give a PDF of one page."""


def sign(
    pdf: bytes, identity: OpenIdentity, *, part: Part = "author", at: datetime, stamp: Stamp | None = None
) -> bytes:
    """Sign into the field that is already there; the author's signature permits a countersignature alone.

    The signature is PAdES B-B. Where the identity names a timestamp server it is B-T, and B-LT where lists of withdrawn
    certificates are here for everybody concerned: they go into the same step of the file.

    Raises:
        NoTimestamp: the server that the identity names gives none; nothing is signed.
        IdentityTrouble: the identity had expired, or was not made yet, at that moment.
        NotOurs: the file has no free field for this signature, or is closed to it.
    """
    if stamp is None:
        stamp = _words_of(identity, at)
    check_valid(identity, at)
    try:
        writer = _QuietWriter(io.BytesIO(pdf))
        style = _style(stamp(*_field_size(writer, part)))
        server = Server(identity.backing.url) if identity.backing.url else None
        signer = _PunctualSigner(_meta(part), signer=_signer(identity), stamp_style=style, timestamper=server)
        signer.at = at
        if server is not None:
            _take_along(writer, identity, server)
        return bytes(signer.sign_pdf(writer, existing_fields_only=True).getvalue())
    except (SigningError, PdfError) as problem:
        raise NotOurs(
            Fault(
                "PDF", f"it cannot be signed here ({type(problem).__name__})", "Choose a record that is not signed yet."
            )
        ) from None


def _take_along(writer: Any, identity: OpenIdentity, server: Server) -> None:
    """Put into the file what validates signature and timestamp later, where lists speak for everybody concerned."""
    sent = server.certificates()
    authority = next((one for one in sent if for_timestamps(one)), None)
    paths = [path_upwards(identity.certificate, identity.chain)]
    if authority is not None:
        paths.append(path_upwards(authority, sent))
    known = read_lists(identity.backing.lists)
    if authority is None or not all(len(path) > 1 and covered(path, known) for path in paths):
        return
    issuers = [issuer for path in paths for issuer in path[1:]]
    wanted = [one.public_bytes(Encoding.DER) for one in known if any(speaks_for(issuer, one) for issuer in issuers)]
    DocumentSecurityStore.supply_dss_in_writer(
        writer,
        None,
        certs=[x509.Certificate.load(body) for body in (identity.certificate, *identity.chain, *sent)],
        crls=[crl.CertificateList.load(body) for body in wanted],
    )


class _QuietWriter(IncrementalPdfFileWriter):  # type: ignore[misc]
    """Appends the signature and nothing else.

    pyHanko would write the metadata anew (which breaks the PDF/A extension block), and would name PDF 2.0 and an
    extension of it for the sake of P-256, where PDF/A-3 is PDF 1.7.
    """

    def _update_meta(self) -> None:
        pass

    def ensure_output_version(self, version: Any) -> None:
        """Stay with the version that the file has."""

    def register_extension(self, ext: Any) -> None:
        """Name no extension of PDF 2.0."""


class _PunctualSigner(signers.PdfSigner):  # type: ignore[misc]
    """Takes the moment from its caller: the record and its signature then name the same one."""

    at: datetime

    def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> Any:
        """Begin as pyHanko does, with the moment handed in."""
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self.at
        return session


def _words_of(identity: OpenIdentity, at: datetime) -> Stamp:
    words = wording()
    return finishing.stamp(
        words("record.stamp.title", who=identity.name),
        (
            ", ".join(part for part in (identity.role, identity.organisation) if part),
            words("record.stamp.moment", moment=f"{at:%Y-%m-%d %H:%M %Z}".strip()),
            words("record.stamp.key", fingerprint=identity.fingerprint[:39]),
        ),
    )


def _signer(identity: OpenIdentity) -> Any:
    issuers = SimpleCertificateStore()
    issuers.register_multiple(x509.Certificate.load(issuer) for issuer in identity.chain)
    return _Hand(identity, issuers)


class _Hand(signers.Signer):  # type: ignore[misc]
    """Lets an identity's key sign, wherever it is; its issuers' certificates go along."""

    def __init__(self, identity: OpenIdentity, issuers: Any) -> None:
        super().__init__(signing_cert=x509.Certificate.load(identity.certificate), cert_registry=issuers)
        self._key = identity.key
        self._room = room_for_signature(load_der_x509_certificate(identity.certificate))

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Sign the signed attributes of the CMS (RFC 5652, 5.4); for a dry run, only the room that this takes."""
        return bytes(self._room) if dry_run else self._key.sign(data)


def _meta(part: Part) -> Any:
    return signers.PdfSignatureMetadata(
        field_name=part,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=part == "author",
        docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )


def _style(drawn: bytes) -> Any:
    at_middle = SimpleBoxLayoutRule(
        AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins.uniform(0), InnerScaling.NO_SCALING
    )
    return StaticStampStyle(background=_PageInMemory(drawn), border_width=0, background_layout=at_middle)


class _PageInMemory(PdfContent):  # type: ignore[misc]
    """A page to import that never touches the disk."""

    def __init__(self, drawn: bytes) -> None:
        super().__init__()
        self._drawn = drawn

    def render(self) -> bytes:
        """Bring the page in as a form of the file that is signed."""
        form = self.writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._drawn)))
        left, bottom, right, top = (float(edge) for edge in form.get_object()["/BBox"])
        self.resources.xobject["/Stamp"] = form
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Stamp Do"


def _field_size(writer: Any, part: Part) -> tuple[float, float]:
    for name, _, field in fields.enumerate_sig_fields(writer):
        if name == part:
            left, bottom, right, top = (float(edge) for edge in field.get_object()["/Rect"])
            return right - left, top - bottom
    raise SigningError(f"no field {part}")
