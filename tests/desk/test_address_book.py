"""Recipients used before: kept in the vault, offered again without what has to be checked again."""

import json

from lawfulshare.case import case_file
from lawfulshare.desk.address_book import LONGEST, AddressBook, KnownRecipient
from lawfulshare.store.vault import Vault


def a_case(*recipients):
    people = [{"id": "p1", "label": "Theo"}]
    stated = {"format": case_file.FORMAT, "people": people, "recipients": list(recipients)}
    return case_file.read(json.dumps(stated).encode())


def recipient(key, label="Front door", sector="council_childrens_services", **more):
    return {"id": key, "label": label, "sector": sector, **more}


def test_recipients_are_kept_once_with_what_was_last_said_and_the_newest_first(tmp_path):
    book = AddressBook(Vault.create(tmp_path, "a quiet desk with a lamp"))
    assert book.lines() == ()
    book.remember(
        a_case(recipient("r1", contact="0300 123", checked_on="2026-11-03"), recipient("r2", "Police", "police"))
    )
    book.remember(a_case(recipient("r1", checked_on="2026-10-01")))
    assert book.lines() == (
        KnownRecipient("Front door", "council_childrens_services", "0300 123", "2026-11-03"),
        KnownRecipient("Police", "police"),
    )


def test_people_of_a_case_and_the_nameless_are_never_kept(tmp_path):
    book = AddressBook(Vault.create(tmp_path, "a quiet desk with a lamp"))
    book.remember(
        a_case(
            recipient("r1", "Theo's mother", "parent"), recipient("r2", "A friend", "charity", person="p1"),
            recipient("r3", "His lawyer", "solicitor", acts_for={"person": "p1"}), {"id": "r4", "sector": "police"},
            {"id": "r5", "label": "Somebody"},
        )
    )  # fmt: skip
    assert book.lines() == ()


def test_the_book_does_not_grow_for_ever(tmp_path):
    book = AddressBook(Vault.create(tmp_path, "a quiet desk with a lamp"))
    book.remember(a_case(*(recipient(f"r{number}", f"Team {number}") for number in range(LONGEST + 5))))
    assert len(book.lines()) == LONGEST
