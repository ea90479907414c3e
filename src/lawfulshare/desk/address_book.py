"""Recipients of earlier cases, kept in the vault so that they can be offered again; never the people of a case."""

import json
from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.people import Day
from lawfulshare.case.sharing import Recipient
from lawfulshare.case.vocabulary import Sector
from lawfulshare.store.vault import Vault

BOOK = "recipients"
LONGEST = 200
PRIVATE: frozenset[str] = frozenset({"parent", "family_member", "member_of_public"})
"""Sectors whose recipients belong to one case and are never offered to another."""


class KnownRecipient(NamedTuple):
    """Somebody told before: by what name, where they work, how they are reached, when they were last checked."""

    label: str
    sector: Sector
    contact: str | None = None
    checked_on: Day | None = None


class AddressBook:
    """The recipients that a vault knows, the one used last first."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def lines(self) -> tuple[KnownRecipient, ...]:
        """Give every recipient used before."""
        kept = self._vault.kept(BOOK)
        return tuple(KnownRecipient(*one) for one in json.loads(kept)) if kept else ()

    def remember(self, case: CaseFile) -> None:
        """Keep the recipients of a case, each by name and workplace once, with what was last said of them."""
        before = self.lines()
        found = {(one.label, one.sector): one for one in before}
        for recipient in case.recipients or ():
            if (known := _known(recipient)) is not None:
                earlier = found.pop((known.label, known.sector), known)
                found = {(known.label, known.sector): _newer(known, earlier), **found}
        after = tuple(found.values())[:LONGEST]
        if after != before:
            self._vault.keep(BOOK, json.dumps(after, ensure_ascii=False).encode())


def _known(recipient: Recipient) -> KnownRecipient | None:
    of_the_case = recipient.person is not None or recipient.acts_for is not None or recipient.sector in PRIVATE
    if of_the_case or not recipient.label or recipient.sector is None:
        return None
    return KnownRecipient(recipient.label, recipient.sector, recipient.contact, recipient.checked_on)


def _newer(known: KnownRecipient, earlier: KnownRecipient) -> KnownRecipient:
    checked = max((day for day in (known.checked_on, earlier.checked_on) if day), default=None)
    return known._replace(contact=known.contact or earlier.contact, checked_on=checked)
