"""The data inside the PDF: in, out again, checked."""

import hashlib
import io
import json
import zlib
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from lawfulshare.case import case_file
from lawfulshare.faults import BadCaseFile, Fault, NotOurs
from lawfulshare.record.record import FORMAT, Record

NAME = "record.json"
LARGEST_PDF = 16 * 1024 * 1024
"""Bytes that are read at all: three times a record of 600 disclosures, and few enough to be read in a minute."""
LARGEST_TWIN = 32 * 1024 * 1024
"""Bytes, unpacked: a record of 600 disclosures holds 28 million, most of it proof."""
_ASK = "Choose the PDF as LawfulShare wrote it."


def dump(record: Record) -> bytes:
    """Write the twin: canonical JSON, keys in order, UTF-8; what the case does not say is left out of it."""
    stated = record.model_dump(mode="json", by_alias=True)
    stated["case"] = json.loads(case_file.write(record.case))
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(record: Record) -> str:
    """Give the first 16 figures of the twin's SHA-256 in groups of four: the foot of every page shows them."""
    figures = hashlib.sha256(dump(record)).hexdigest()[:16]
    return " ".join(figures[at : at + 4] for at in range(0, 16, 4))


def read(pdf: bytes) -> Record:
    """Read the record that a PDF carries; the PDF may come from anybody.

    Raises:
        NotOurs: with one sentence: no PDF, encrypted, damaged, no record in it, too large, newer, not valid.
    """
    return parse(extract(pdf))


def extract(pdf: bytes, name: str = NAME) -> bytes:
    """Give the exact bytes of the twin in a PDF, unread; `name` is that of the associated file.

    Raises:
        NotOurs: no PDF, encrypted, cut short, no record in it, or too large.
    """
    import pikepdf

    if len(pdf) > LARGEST_PDF:
        raise _not_ours("it is larger than any record")
    if b"%PDF-" not in pdf[:1024]:
        raise _not_ours("it is not a PDF")
    pikepdf.settings.set_qpdf_limits(flate_max_memory=LARGEST_TWIN)
    try:
        with pikepdf.open(io.BytesIO(pdf), suppress_warnings=True, attempt_recovery=False) as opened:
            if opened.is_encrypted:
                raise _not_ours("it is encrypted")
            return _attached(opened, name)
    except NotOurs:
        raise
    except pikepdf.PasswordError:
        raise _not_ours("it is encrypted") from None
    except Exception:  # a hostile file may break its reader in any way; nothing of it is told
        raise _not_ours("it is damaged or cut short") from None


def parse(body: bytes) -> Record:
    """Read a twin.

    Raises:
        NotOurs: it is not a record, or one of a newer format, or not valid.
    """
    case = stated(body, FORMAT).get("case")
    try:
        record = Record.model_validate_json(body)
        case_file.read(json.dumps(case).encode())
        closed = datetime.fromisoformat(record.closed_at)
    except (ValidationError, BadCaseFile, ValueError, RecursionError):
        raise _not_ours("the data inside is not a valid record") from None
    if closed.tzinfo is None:
        raise _not_ours("the data inside does not say when it was closed")
    return record


def stated(body: bytes, format_: str) -> dict[str, Any]:
    """Give what a twin states, once it is a JSON object of a known format in which no key stands twice.

    Raises:
        NotOurs: it is none, or of a newer version of that format.
    """
    try:
        read_ = json.loads(body, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError):
        raise _not_ours("the data inside is not JSON") from None
    if not isinstance(read_, dict):
        raise _not_ours(f"the data inside is not a {_kind(format_)}")
    _known_format(read_.get("format"), format_)
    return read_


def _attached(pdf: Any, name: str) -> bytes:
    specs = [spec for spec in pdf.Root.get("/AF", []) if str(spec.get("/UF", "")) == name]
    if not specs:
        raise _not_ours(f"there is no {name.partition('.')[0]} of LawfulShare in it")
    if len(specs) > 1 or str(specs[0].get("/AFRelationship")) != "/Source":
        raise _not_ours("the data inside is not attached as a record is")
    return _unpacked(specs[0].EF.F)


def _unpacked(file: Any) -> bytes:
    """Unpack a stream, and stop where it grows too large."""
    raw: bytes = file.read_raw_bytes()
    match str(file.get("/Filter", "")):
        case "":
            body = raw
        case "/FlateDecode" if "/DecodeParms" not in file:
            unpacking = zlib.decompressobj()
            body = unpacking.decompress(raw, LARGEST_TWIN + 1)
            if len(body) <= LARGEST_TWIN and not unpacking.eof:
                raise _not_ours("the data inside is cut short")
        case _:
            raise _not_ours("the data inside is packed in a way that LawfulShare does not use")
    if len(body) > LARGEST_TWIN:
        raise _not_ours("the data inside is larger than any record")
    return body


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    stated = dict(pairs)
    if len(stated) != len(pairs):
        raise ValueError("a key is given twice")
    return stated


def _kind(format_: str) -> str:
    """Give what a format is a format of: `lawfulshare.record/1` is one of a record."""
    return format_.partition("/")[0].rpartition(".")[2]


def _known_format(named: object, format_: str) -> None:
    if named == format_:
        return
    family = f"{format_.partition('/')[0]}/"
    version = named.removeprefix(family) if isinstance(named, str) and named.startswith(family) else ""
    if version.isdecimal() and version.isascii():
        raise NotOurs(
            Fault(
                "PDF",
                f"its {_kind(format_)} is of format version {version[:9]}; this program reads version 1",
                "Open it with a newer version of LawfulShare.",
            )
        )
    raise _not_ours(f"the data inside does not say that it is a {_kind(format_)}")


def _not_ours(what: str) -> NotOurs:
    return NotOurs(Fault("PDF", what, _ASK))
