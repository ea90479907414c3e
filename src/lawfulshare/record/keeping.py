"""Files that hold something secret: written whole, for their owner alone; read with their format checked."""

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from lawfulshare.faults import CannotWrite
from lawfulshare.record.locking import trouble

OWNER_ONLY = 0o600


def keep_private(path: Path, body: bytes) -> None:
    """Write a file whole or not at all; from its first byte it is its owner's alone.

    Raises:
        CannotWrite: the folder cannot be written.
    """
    half = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as file:
            file.write(body)
        half.replace(path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        raise CannotWrite.because(path.name, problem) from None


def read_kept(path: Path, format_: str) -> dict[str, Any]:
    """Read a file that was kept here.

    Raises:
        IdentityTrouble: it cannot be read, or is of another format.
    """
    try:
        kept = json.loads(path.read_bytes())
        if kept["format"] != format_:
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError):
        raise trouble("damaged", file=path.name) from None
    return dict(kept)
