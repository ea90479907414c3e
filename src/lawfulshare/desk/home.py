"""Where everything is kept, how the window looks, and who the person is."""

import contextlib
import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from lawfulshare.case.situation import DecisionMaker, Organisation
from lawfulshare.case.vocabulary import Nation, Sector
from lawfulshare.faults import CannotWrite, Fault, VaultTrouble
from lawfulshare.filing import write_whole
from lawfulshare.wording import wording

SETTINGS_FILE = "settings.json"
LONGEST_PASSPHRASE_FILE = 4096


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Profile(_Frozen):
    """Who decides here, and for which organisation; personal, so it is kept in the vault."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    sector: Sector | None = None
    nation: Nation | None = None
    policy_document: bool | None = None
    commissioned_by: Sector | None = None
    designated_agency: bool | None = None
    contact: str | None = None
    manager: str | None = None

    @property
    def is_complete(self) -> bool:
        """Say whether everything is there that a case begins with and a signature needs."""
        named = all(text.strip() for text in (self.name, self.role, self.organisation))
        return named and self.sector is not None and self.nation is not None

    @property
    def decision_maker(self) -> DecisionMaker:
        """Give the person as a case names them."""
        return DecisionMaker(
            name=self.name or None, role=self.role or None, contact=self.contact or None, manager=self.manager or None
        )

    @property
    def sharer(self) -> Organisation:
        """Give the organisation as a case names it."""
        return Organisation(
            name=self.organisation or None,
            sector=self.sector,
            commissioned_by=self.commissioned_by,
            policy_document=self.policy_document,
            designated_agency=self.designated_agency,
        )


class Settings(_Frozen):
    """How the window looks and who signed last; nothing of any case."""

    scheme: Literal["system", "light", "dark", "contrast"] = "system"
    text_size: int = 100
    last_identity: str | None = None
    """The id of the identity, not the name of a person."""


def home() -> Path:
    """Give the folder of all that the program keeps: LAWFULSHARE_HOME, else the system's place for it."""
    if stated := os.environ.get("LAWFULSHARE_HOME"):
        return Path(stated).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("LawfulShare", appauthor=False)


def make_home(folder: Path) -> Path:
    """Make the folder, readable by its owner alone where the system knows that.

    Raises:
        CannotWrite: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite.because(wording("en")("desk.place.home"), problem) from None
    with contextlib.suppress(OSError):
        folder.chmod(0o700)
    return folder


def passphrase_from_file() -> str | None:
    """Give the passphrase from the file that LAWFULSHARE_PASSPHRASE_FILE names; None where it names none.

    Raises:
        VaultTrouble: the file cannot be read, or is no passphrase.
    """
    stated = os.environ.get("LAWFULSHARE_PASSPHRASE_FILE")
    if not stated:
        return None
    try:
        with Path(stated).expanduser().open("rb") as stream:
            body = stream.read(LONGEST_PASSPHRASE_FILE + 1)
        text = body.decode("utf-8-sig").rstrip("\r\n")
        if not text or len(body) > LONGEST_PASSPHRASE_FILE:
            raise ValueError
    except (OSError, ValueError):
        words = wording("en")
        what, mend = words("desk.trouble.passphrase_file.what"), words("desk.trouble.passphrase_file.mend")
        raise VaultTrouble(Fault(words("desk.place.passphrase_file"), what, mend)) from None
    return text


def read_settings(folder: Path) -> Settings:
    """Read the settings; where they are missing or damaged, how everything looks at first."""
    try:
        return Settings.model_validate_json((folder / SETTINGS_FILE).read_bytes())
    except (OSError, ValidationError):
        return Settings()


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings.

    Raises:
        CannotWrite: the folder cannot be written.
    """
    write_whole(make_home(folder) / SETTINGS_FILE, settings.model_dump_json(indent=1).encode() + b"\n")
