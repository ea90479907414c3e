"""A file that a request came as: read to tell its SHA-256 and its size, and to check it again; never kept."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from lawfulshare.case.situation import Attachment
from lawfulshare.faults import BadAnswer, Fault
from lawfulshare.wording import wording

KINDS = (
    "pdf", "txt", "rtf", "doc", "docx", "odt", "eml", "msg", "png", "jpg", "jpeg", "tif", "tiff", "gif", "webp", "heic",
)  # fmt: skip
"""How the name of a letter, an email or a picture ends."""
LARGEST = 64 * 1024 * 1024
"""Bytes: a request is a letter, not an archive."""
AT_A_TIME = 1024 * 1024
_WHERE = "request.attachments"


class _Read(NamedTuple):
    sha256: str
    size: int


def attached(path: Path, known: tuple[Attachment, ...] = ()) -> Attachment:
    """Give what is kept of a file beside those that are known already.

    Raises:
        BadAnswer: it cannot be read, is empty or too large, is no letter, email or picture, or is here already.
    """
    if path.suffix.lower().lstrip(".") not in KINDS:
        raise _bad("kind", path)
    read = _read(path)
    if read.size == 0:
        raise _bad("empty", path)
    if any(one.sha256 == read.sha256 for one in known):
        raise _bad("twice", path)
    return Attachment(name=path.name, sha256=read.sha256, size=read.size)


def is_same(path: Path, kept: Attachment) -> bool:
    """Say whether a file is, byte for byte, the one that was attached; its name may be another.

    Raises:
        BadAnswer: it cannot be read, or is too large to be it.
    """
    return _read(path) == (kept.sha256, kept.size)


def size_in_words(size: int) -> str:
    """Give a size as people say it: 12 KB; the bytes themselves where it is small."""
    words = wording()
    for key, unit in (("megabytes", 1_000_000), ("kilobytes", 1_000)):
        if size >= unit:
            return words(f"responding.size.{key}", number=f"{size / unit:.1f}".removesuffix(".0"))
    return words("responding.size.bytes", number=size)


def _read(path: Path) -> _Read:
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as stream:
            while part := stream.read(AT_A_TIME):
                size += len(part)
                if size > LARGEST:
                    raise _bad("large", path)
                digest.update(part)
    except OSError:
        raise _bad("unreadable", path) from None
    return _Read(digest.hexdigest(), size)


def _bad(why: str, path: Path) -> BadAnswer:
    words = wording()
    return BadAnswer(
        Fault(_WHERE, words(f"responding.file.{why}.what", name=path.name), words(f"responding.file.{why}.mend"))
    )
