"""The law at hand on this computer: what ships, what was installed from signed files, the organisation's overlay."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lawfulshare.faults import BadOverlay, BadSeal, CannotWrite, Fault, LawfulShareError
from lawfulshare.filing import write_whole
from lawfulshare.law.packs.edition import FORMAT as LAW_FORMAT
from lawfulshare.law.packs.edition import Edition, read_document, read_folder, write_document
from lawfulshare.law.packs.overlay import FORMAT as OVERLAY_FORMAT
from lawfulshare.law.packs.overlay import Overlay, misfits, read_overlay
from lawfulshare.law.packs.pack import pack_of
from lawfulshare.law.packs.shelf import Shelf, order
from lawfulshare.wording import wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import OpenIdentity
    from lawfulshare.record.sealing import Sealed

_Kept = TypeVar("_Kept")
LAW, OVERLAYS, IN_USE = "law", "overlays", "in-use.json"


def read_shelf(home: Path) -> Shelf:
    """Give every edition and overlay at hand.

    What is damaged is left out, and what is signed by a key that is no longer trusted serves old records only; the
    shelf says so of both.
    """
    troubles: list[Fault] = []
    editions = _kept(home, LAW, LAW_FORMAT, read_document, troubles)
    overlays = _kept(home, OVERLAYS, OVERLAY_FORMAT, lambda body: read_overlay(json.loads(body)), troubles)
    usable = {overlay.sha256 for overlay, vouched in overlays if vouched}
    return Shelf(
        installed=[edition for edition, vouched in editions if vouched],
        earlier=[edition for edition, vouched in editions if not vouched],
        overlays=[overlay for overlay, _ in overlays],
        in_use={nation: sha256 for nation, sha256 in _in_use(home).items() if sha256 in usable},
        troubles=tuple(troubles),
    )


def _kept(
    home: Path, part: str, holds: str, read: Callable[[bytes], _Kept], troubles: list[Fault]
) -> list[tuple[_Kept, bool]]:
    """Open what was installed: the seal is looked at each time, so that nobody alters it in place."""
    found = []
    for path in sorted((home / part).glob("*.json")):
        if path.name == IN_USE:
            continue
        from lawfulshare.record.sealing import unseal
        from lawfulshare.record.withdrawn import vouched

        name = f"{part}/{path.name[:12]}"
        try:
            sealed = unseal(path.read_bytes(), holds)
            trusted = vouched(home, sealed.certificate, "law", sealed.signed_on)
            found.append((read(sealed.body), trusted))
        except (LawfulShareError, OSError):
            troubles.append(_fault("damaged", name=name))
            continue
        if not trusted:
            troubles.append(_fault("set_aside", name=name, signer=sealed.signer))
    return found


def _in_use(home: Path) -> dict[str, str]:
    try:
        stated = json.loads((home / OVERLAYS / IN_USE).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(nation): str(sha256) for nation, sha256 in stated.items()} if isinstance(stated, dict) else {}


def pack_up(folder: Path, nation: str, identity: "OpenIdentity", *, at: datetime) -> tuple[bytes, Edition]:
    """Make one signed file of a folder of law, once everything in it has been checked.

    Raises:
        BadCaseFile: the folder has no pack for that nation.
        BadPack: the pack or a caution has faults; all of them.
    """
    from lawfulshare.record.sealing import seal

    edition = read_folder(folder, nation)
    _check(edition)
    return seal(write_document(edition), LAW_FORMAT, identity, at=at), edition


def edition_in(document: bytes) -> Edition:
    """Read an edition to look at it, sealed or bare; whose seal it is does not matter for looking.

    Raises:
        BadSeal: it is sealed, and was changed since.
        BadPack: it is no edition of the law.
    """
    from lawfulshare.record.sealing import FORMAT, unseal

    return read_document(unseal(document, LAW_FORMAT).body if FORMAT.encode() in document else document)


def install_pack(home: Path, document: bytes) -> tuple[Edition, "Sealed", bool]:
    """Install a newer pack from its signed file, whole or not at all; say whether it was new here.

    Raises:
        BadSeal: it is changed, cut short, unsigned, of a key not trusted here, or older than what is here.
        BadPack: what it holds is no pack that this version can use.
        CannotWrite: the folder cannot be written.
    """
    sealed = _opened(home, document, LAW_FORMAT)
    edition = read_document(sealed.body)
    _check(edition)
    shelf = read_shelf(home)
    try:
        here = shelf.newest(edition.nation)
    except LawfulShareError:
        here = None
    if here is not None:
        if here.sha256 == edition.sha256:
            return edition, sealed, False
        _newer(edition.version, here.nation.version)
    _keep(home / LAW, edition.sha256, document)
    return edition, sealed, True


def seal_overlay(stated: object, shelf: Shelf, identity: "OpenIdentity", *, at: datetime) -> tuple[bytes, Overlay]:
    """Sign what an administrator wrote as an overlay, once it fits the newest pack.

    Raises:
        BadOverlay: a key that no overlay has, a value that does not fit, or a commencement that confirms nothing.
    """
    from lawfulshare.record.sealing import seal

    overlay = read_overlay(stated)
    _fits(overlay, shelf)
    return seal(overlay.document(), OVERLAY_FORMAT, identity, at=at), overlay


def install_overlay(home: Path, document: bytes) -> tuple[Overlay, "Sealed"]:
    """Install an overlay from its signed file and use it from now on, whole or not at all.

    Raises:
        BadSeal: it is changed, cut short, unsigned, of a key not trusted here, or older than the one in use.
        BadOverlay: it has a key that no overlay has, or does not fit the newest pack.
        CannotWrite: the folder cannot be written.
    """
    sealed = _opened(home, document, OVERLAY_FORMAT)
    overlay = read_overlay(json.loads(sealed.body))
    shelf = read_shelf(home)
    _fits(overlay, shelf)
    before = shelf.overlay(overlay.nation)
    if before is not None and before.overlay == overlay.overlay and before.sha256 != overlay.sha256:
        _newer(overlay.version, before.version)
    _keep(home / OVERLAYS, overlay.sha256, document)
    in_use = _in_use(home) | {overlay.nation: overlay.sha256}
    write_whole(home / OVERLAYS / IN_USE, json.dumps(in_use, indent=1).encode() + b"\n")
    return overlay, sealed


def _opened(home: Path, document: bytes, holds: str) -> "Sealed":
    from lawfulshare.record.sealing import unseal
    from lawfulshare.record.trusting import FEWEST_COMPARED
    from lawfulshare.record.withdrawn import vouched

    sealed = unseal(document, holds)
    if not vouched(home, sealed.certificate, "law", sealed.signed_on):
        beginning = sealed.fingerprint[: FEWEST_COMPARED + FEWEST_COMPARED // 4 - 1]
        raise BadSeal(_fault("untrusted", signer=sealed.signer, fingerprint=beginning))
    return sealed


def _check(edition: Edition) -> None:
    from lawfulshare.law.answer.cautions import compiled

    pack = pack_of(edition)
    compiled(pack.on(pack.nation.looked_over_until))


def _fits(overlay: Overlay, shelf: Shelf) -> None:
    if faults := tuple(misfits(overlay, shelf.unlaid(overlay.nation).provisions)):
        raise BadOverlay(*faults)


def _newer(version: str, here: str) -> None:
    if order(version) == order(here):
        raise BadSeal(_fault("other_content", version=version))
    if order(version) < order(here):
        raise BadSeal(_fault("older", version=version, here=here))


def _keep(folder: Path, sha256: str, document: bytes) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite.because(folder.name, problem) from None
    write_whole(folder / f"{sha256}.json", document)


def _fault(key: str, **values: object) -> Fault:
    words = wording("en")
    at = f"sealing.{key}"
    return Fault(words("sealing.where"), words(f"{at}.what", **values), words(f"{at}.mend"))
