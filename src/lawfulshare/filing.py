"""Writes a file whole or not at all."""

import contextlib
from pathlib import Path

from lawfulshare.faults import CannotWrite


def write_whole(path: Path, body: bytes) -> None:
    """Write a file so that either all of it is there or the file is as it was before.

    Raises:
        CannotWrite: the folder is missing, read-only or full.
    """
    half = path.with_name(f".{path.name}.part")
    try:
        half.write_bytes(body)
        half.replace(path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        raise CannotWrite.because(path.name, problem) from None
