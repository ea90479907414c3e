"""Small things of the person whose vault it is, by name: the profile."""

from lawfulshare.store.tables import Belonging
from lawfulshare.store.vault import Vault


class Belongings:
    """What a vault keeps of its owner."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def keep(self, name: str, body: bytes) -> None:
        """Keep something under a name, in the place of what was there.

        Raises:
            VaultTrouble: the vault cannot be written.
        """
        with self._vault.begin() as session:
            session.merge(Belonging(name=name, body=body))

    def find(self, name: str) -> bytes | None:
        """Give what is kept under a name; None where there is nothing.

        Raises:
            VaultTrouble: the vault cannot be read.
        """
        with self._vault.begin() as session:
            kept = session.get(Belonging, name)
            return kept.body if kept else None
