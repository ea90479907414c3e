"""Where everything is kept, and the settings that say nothing of a case; light enough for the first paint."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from lawfulshare.faults import CannotWrite, Fault, VaultTrouble
from lawfulshare.filing import write_whole

HOME_VARIABLE = "LAWFULSHARE_HOME"
PASSPHRASE_VARIABLE = "LAWFULSHARE_PASSPHRASE_FILE"
Scheme: TypeAlias = Literal["system", "light", "dark", "contrast"]
SMALLEST_TEXT, LARGEST_TEXT = 100, 400
SOONEST_LOCK, LATEST_LOCK = 1, 60


@dataclass(frozen=True)
class Settings:
    """How the window looks and when it locks; nothing of a case, nothing of a person."""

    scheme: Scheme = "system"
    text_percent: int = 100
    lock_minutes: int = 10


def place() -> Path:
    """Give the folder that holds everything the program keeps, whether it is there or not."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("LawfulShare", appauthor=False)


def home() -> Path:
    """Give the folder that holds everything the program keeps, made where it is missing.

    Raises:
        CannotWrite: the folder cannot be made.
    """
    folder = place()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite.because(str(folder), problem) from None
    return folder


def passphrase_from_file() -> str | None:
    """Give the passphrase of the file that the environment names, its first line; None where it names none.

    Raises:
        VaultTrouble: the file cannot be read or is empty.
    """
    named = os.environ.get(PASSPHRASE_VARIABLE)
    if not named:
        return None
    path = Path(named)
    try:
        secret = path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeError):
        raise VaultTrouble(
            Fault(f"passphrase file {path.name}", "it cannot be read", f"Check {PASSPHRASE_VARIABLE}.")
        ) from None
    if not secret:
        raise VaultTrouble(
            Fault(f"passphrase file {path.name}", "its first line is empty", "Write the passphrase there.")
        )
    return secret


def read_settings(folder: Path) -> Settings:
    """Read how the window looks; what cannot be read is as on the first day."""
    try:
        stated = json.loads((folder / "settings.json").read_bytes())
        scheme, percent, minutes = stated["scheme"], stated["text_percent"], stated.get("lock_minutes", 10)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Settings()
    if scheme not in get_args(Scheme) or not isinstance(percent, int) or not isinstance(minutes, int):
        return Settings()
    return Settings(
        scheme, min(max(percent, SMALLEST_TEXT), LARGEST_TEXT), min(max(minutes, SOONEST_LOCK), LATEST_LOCK)
    )


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep how the window looks.

    Raises:
        CannotWrite: the folder cannot be written.
    """
    write_whole(folder / "settings.json", json.dumps(asdict(settings), indent=1).encode() + b"\n")
