"""Where everything is kept, the settings that say nothing of a case, and who is working."""

import json
import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from lawfulshare.case.people import Answer
from lawfulshare.case.situation import DecisionMaker, Organisation
from lawfulshare.case.vocabulary import Nation, Sector
from lawfulshare.faults import CannotWrite, Fault, VaultTrouble
from lawfulshare.filing import write_whole

HOME_VARIABLE = "LAWFULSHARE_HOME"
PASSPHRASE_VARIABLE = "LAWFULSHARE_PASSPHRASE_FILE"


class Profile(BaseModel):
    """Who decides, and for whom: what is filled in at the start of every case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    role: str
    organisation: str
    sector: Sector
    nation: Nation = "england"
    policy_document: Answer = None
    commissioned_by: Sector | None = None
    designated_agency: Answer = None
    contact: str | None = None
    manager: str | None = None

    def decision_maker(self) -> DecisionMaker:
        """Give the decision-maker of a new case."""
        return DecisionMaker(name=self.name, role=self.role, contact=self.contact, manager=self.manager)

    def shares_for(self) -> Organisation:
        """Give the organisation of a new case."""
        return Organisation(
            name=self.organisation,
            sector=self.sector,
            policy_document=self.policy_document,
            commissioned_by=self.commissioned_by,
            designated_agency=self.designated_agency,
        )


class Settings(BaseModel):
    """How the window looks; nothing of a case, nothing of a person."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    scheme: Literal["system", "light", "dark", "contrast"] = "system"
    text_percent: int = 100


def home() -> Path:
    """Give the folder that holds everything the program keeps, made where it is missing.

    Raises:
        CannotWrite: the folder cannot be made.
    """
    named = os.environ.get(HOME_VARIABLE)
    if named:
        folder = Path(named)
    else:
        from platformdirs import user_data_path

        folder = user_data_path("LawfulShare", appauthor=False)
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
        return Settings.model_validate_json((folder / "settings.json").read_bytes())
    except (OSError, ValidationError):
        return Settings()


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep how the window looks.

    Raises:
        CannotWrite: the folder cannot be written.
    """
    write_whole(folder / "settings.json", json.dumps(settings.model_dump(), indent=1).encode() + b"\n")
