"""What a file consists of, part by part, whatever way it was packed: two files made from one record agree in each."""

import hashlib
import io
from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf

from lawfulshare.record.steps import OF_PAGE, OF_ROOT
from lawfulshare.record.verification import FindingCode

PACKING = frozenset({"/Length", "/Filter", "/DecodeParms"})
ABOVE = "/Parent"
BEGINNING = 24
"""Bytes in which a file says that it is a PDF, and nothing else besides; its first object comes next."""
Parts = Mapping[FindingCode, tuple[str, ...]]
"""Digests of what is named by a finding when it differs; of the pages, in their order."""


def parts(pdf: bytes) -> Parts:
    """Give a digest of each part of a file: what each page draws and with which fonts, annotations, attachments, …

    Raises:
        pikepdf.PdfError: it cannot be read, or a stream is larger than any record's.
    """
    with pikepdf.open(io.BytesIO(pdf), suppress_warnings=True, attempt_recovery=False) as opened:
        pages = [page.obj for page in opened.pages]
        known = {page.objgen: f"page {number}" for number, page in enumerate(pages)}
        told: dict[FindingCode, list[str]] = {"page-changed": []}
        for number, page in enumerate(pages):
            told["page-changed"].append(_digest(page, known, without=OF_PAGE))
            for key in OF_PAGE.keys() & page.keys():
                told.setdefault(OF_PAGE[key], []).append(f"{number} {_digest(page[key], known)}")
        for key in sorted(opened.Root.keys()):
            code = OF_ROOT.get(key, "object-replaced")
            if code != "pages-changed":
                told.setdefault(code, []).append(key + _digest(opened.Root[key], known))
        told.setdefault("description-changed", []).append(_digest(opened.trailer.get("/Info"), known))
        told.setdefault("object-replaced", []).append(f"{len(opened.objects)} after {pdf[:BEGINNING]!r}")
    return {code: tuple(digests) for code, digests in told.items()}


def apart(one: Parts, other: Parts) -> set[FindingCode]:
    """Name the parts in which two files differ; pages in another order, or more or fewer of them, by that."""
    codes = {code for code in {*one, *other} if one.get(code) != other.get(code)}
    mine, theirs = one.get("page-changed", ()), other.get("page-changed", ())
    if "page-changed" in codes and (len(mine) != len(theirs) or sorted(mine) == sorted(theirs)):
        codes = codes - {"page-changed"} | {"pages-changed"}
    return codes


def _digest(thing: Any, known: Mapping[tuple[int, int], str], without: Iterable[str] = ()) -> str:
    """Take in a thing and all that it names, each once; a page that it points to is named by its number."""
    taken = hashlib.sha256()
    seen: dict[tuple[int, int], str] = dict(known)
    if isinstance(thing, pikepdf.Object) and thing.is_indirect:
        seen.pop(thing.objgen, None)
    waiting: list[Any] = [thing]
    skipped = frozenset({ABOVE, *without})
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            taken.update(one.encode())
            continue
        if isinstance(one, pikepdf.Object) and one.is_indirect:
            if one.objgen in seen:
                taken.update(seen[one.objgen].encode())
                continue
            seen[one.objgen] = f"seen {len(seen)}"
        waiting.extend(reversed(_inside(one, taken, skipped)))
        skipped = frozenset()
    return taken.hexdigest()


def _inside(one: Any, taken: "hashlib._Hash", skipped: frozenset[str]) -> list[Any]:
    """Take in a thing itself, and give what it holds, keys before their values."""
    match one:
        case pikepdf.Dictionary() | pikepdf.Stream():
            taken.update(b"<<")
            if isinstance(one, pikepdf.Stream):
                taken.update(hashlib.sha256(one.read_bytes()).digest())
                skipped = PACKING
            return [inner for key in sorted(one.keys()) if key not in skipped for inner in (key, one[key])]
        case pikepdf.Array():
            taken.update(f"[{len(one)}".encode())
            return list(one)
        case pikepdf.String():
            taken.update(b"(" + bytes(one))
        case bool() | int() | None:
            taken.update(f" {one}".encode())
        case pikepdf.Name():
            taken.update(str(one).encode())
        case _:
            taken.update(f" {float(one)}".encode())
    return []
