"""Opens the desk: home, vault, profile and identities, for the window and the commands alike."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Mode
from lawfulshare.desk.address_book import AddressBook
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.commented import Commented
from lawfulshare.desk.handing_over import HandedOver
from lawfulshare.desk.home import passphrase_from_file
from lawfulshare.desk.in_hand import Clock
from lawfulshare.desk.kept import amended_by
from lawfulshare.desk.law_here import read_shelf
from lawfulshare.desk.profile import Profile
from lawfulshare.desk.sign_off import SignedRecord, new_number, sign_off
from lawfulshare.faults import Fault, VaultTrouble
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.records import Records
from lawfulshare.store.vault import Vault
from lawfulshare.wording import ENGLISH, wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import Identity, OpenIdentity

PROFILE = "profile"


def system_clock() -> Clock:
    """Give the computer's own clock, and ids of chance."""
    return Clock(now=lambda: datetime.now(UTC).astimezone(), new_id=lambda: secrets.token_hex(8))


class Desk:
    """All that one practitioner works with, once it is unlocked."""

    def __init__(self, home: Path, vault: Vault, profile: Profile, passphrase: str | None, clock: Clock) -> None:
        self.home, self.profile = home, profile
        self.drafts, self.records = Drafts(vault), Records(vault)
        self.handed_over = HandedOver(vault)
        self.address_book = AddressBook(vault)
        self.commented = Commented(vault)
        self.clock = clock
        self.shelf = read_shelf(home)
        self._vault = vault
        self.passphrase = passphrase
        """What locks the desk and the keys made here; None where the keyring does."""

    @staticmethod
    def is_set_up(home: Path) -> bool:
        """Say whether somebody has started here before."""
        return Vault.exists(home)

    @staticmethod
    def needs_passphrase(home: Path) -> bool:
        """Say whether a passphrase has to be asked for."""
        return Vault.needs_passphrase(home) and passphrase_from_file() is None

    @classmethod
    def first_start(
        cls, home: Path, profile: Profile, passphrase: str | None, clock: Callable[[], Clock] = system_clock
    ) -> "Desk":
        """Make vault, profile and signing identity; under a passphrase, else with the system's keyring.

        Raises:
            VaultTrouble: there is neither passphrase nor keyring, or a vault is here already.
            IdentityTrouble: the identity cannot be made.
            CannotWrite: the folder cannot be written.
        """
        from lawfulshare.record.identities import new

        ticking = clock()
        # The identity first: if it cannot be made, no vault stays behind that nobody can sign from.
        new(home, profile.name, profile.role, profile.organisation, passphrase, at=ticking.now())
        desk = cls(home, Vault.create(home, passphrase), profile, passphrase, ticking)
        desk.keep_profile(profile)
        return desk

    @classmethod
    def open(cls, home: Path, passphrase: str | None = None, clock: Callable[[], Clock] = system_clock) -> "Desk":
        """Unlock what is here; the passphrase file of the environment is used where none is given.

        Raises:
            VaultTrouble: there is no vault, the passphrase is wrong or missing, or the vault is damaged.
        """
        secret = passphrase if passphrase is not None else passphrase_from_file()
        vault = Vault.open(home, secret)
        kept = vault.kept(PROFILE)
        if kept is None:
            vault.close()
            raise VaultTrouble(
                Fault("vault", "it holds no profile", "Restore it from a copy, or start in a new folder.")
            )
        return cls(home, vault, Profile.model_validate_json(kept), secret, clock())

    def keep_profile(self, profile: Profile) -> None:
        """Keep who is working; cases begun from now on are filled in from it."""
        self.profile = profile
        self._vault.keep(PROFILE, profile.model_dump_json().encode())

    def change_profile(self, profile: Profile) -> None:
        """Keep a changed profile; another name, role or organisation gets a signing identity of its own.

        Raises:
            IdentityTrouble: the identity cannot be made.
            VaultTrouble: the profile cannot be kept.
        """
        from lawfulshare.record.identities import new

        before, now = self.profile, profile
        if (before.name, before.role, before.organisation) != (now.name, now.role, now.organisation):
            new(self.home, now.name, now.role, now.organisation, self.passphrase, at=self.clock.now())
        self.keep_profile(profile)

    def begin(self, mode: Mode) -> Casework:
        """Put a new case on the desk, with what the profile already answers."""
        case = CaseFile(
            mode=mode,
            decided_on=self.clock.today().isoformat(),
            nation=self.profile.nation,
            organisation=self.profile.shares_for(),
            decision_maker=self.profile.decision_maker(),
        )
        return Casework.take(self.drafts, case, self.clock, self.shelf)

    def resume(self, case_id: str) -> Casework:
        """Put a draft back on the desk."""
        return Casework.resume(self.drafts, case_id, self.clock, self.shelf)

    def identities(self) -> tuple["Identity", ...]:
        """List the signing identities, the newest first."""
        from lawfulshare.record.identities import list_identities

        return list_identities(self.home)

    def unlock(self, identity: "Identity", passphrase: str | None = None, *, timestamp: bool = True) -> "OpenIdentity":
        """Unlock an identity for signing; the passphrase that opened the desk is tried where none is given.

        It is never tried as the PIN of a card. Without `timestamp`, no server is asked, even if one is named.

        Raises:
            IdentityTrouble: it has expired, or is locked by another passphrase.
        """
        from lawfulshare.record.backing import NO_BACKING
        from lawfulshare.record.identities import open_identity

        secret = passphrase if passphrase is not None or identity.locked_by == "card" else self.passphrase
        mine = open_identity(self.home, identity.certificate_sha256, secret, at=self.clock.now())
        return mine if timestamp else replace(mine, backing=NO_BACKING)

    def sign_off(self, work: Casework, identity: "OpenIdentity") -> SignedRecord:
        """Close the case on the desk: all or nothing; its draft goes when the record is kept.

        Raises:
            NotReady: something is missing.
            VaultTrouble: the record cannot be kept.
        """
        now = self.clock.now()
        signed = sign_off(
            work.walk.heard,
            work.law,
            identity,
            self.records,
            case_id=work.case_id,
            subject=work.subject(),
            number=new_number(now, secrets.token_bytes(8)),
            at=now,
            laws=self.shelf.named,
            words=wording(ENGLISH),
            amends=amended_by(self.records, work.case),
        )
        self.drafts.delete(work.case_id)
        return signed

    def close(self) -> None:
        """Lock it again."""
        self._vault.close()
