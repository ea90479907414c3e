"""The trust kit: all that a colleague's LawfulShare, Acrobat or Windows needs to know an organisation's authority."""

from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives import serialization

from lawfulshare import content
from lawfulshare.faults import CannotWrite, Fault
from lawfulshare.filing import write_whole
from lawfulshare.record.authority import LIST_DAYS, read, withdrawn_list
from lawfulshare.record.certificates import holder
from lawfulshare.wording import wording

SHEETS = ("read-me-first", "lawfulshare", "acrobat", "windows")


def write_kit(home: Path, folder: Path, passphrase: str | None, *, at: datetime) -> tuple[str, ...]:
    """Write the kit into a folder and give the names of its files.

    Raises:
        IdentityTrouble: there is no authority here, or the passphrase is missing or wrong.
        CannotWrite: the folder holds something already, or cannot be written.
    """
    authority = read(home)
    words, root = wording("en"), authority.certificate
    if folder.is_dir() and any(folder.iterdir()):
        at_ = "authority.fault.kit_folder"
        raise CannotWrite(Fault(str(folder), words(f"{at_}.what"), words(f"{at_}.mend")))
    told = {
        "authority": holder(root).titled,
        "fingerprint": authority.fingerprint,
        "made": words.day(at.isoformat()),
        "expires": words.day(root.not_valid_after_utc.isoformat()),
        "list_days": LIST_DAYS,
    }
    files = {
        "authority.cer": root.public_bytes(serialization.Encoding.DER),
        "authority.pem": root.public_bytes(serialization.Encoding.PEM),
        "withdrawn.crl": withdrawn_list(home, passphrase, at=at),
    }
    for name in SHEETS:
        sheet = (content.resources() / "trust-kit" / f"{name}.txt").read_text(encoding="utf-8")
        files[f"{name}.txt"] = sheet.format(**told).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite.because(folder.name, problem) from None
    for name, body in files.items():
        write_whole(folder / name, body)
    return tuple(files)
