"""A supervisor's inbox: one bad file never stops the rest, and what is late is said until the record is amended."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "record"))
from made import CLOSED_AT, changed, theo
from reviewed import found, once
from sealed import author

from lawfulshare.desk.commented import Commented
from lawfulshare.desk.inbox import ORDERS, Entry, look, ordered, settled
from lawfulshare.desk.overdue import overdue
from lawfulshare.desk.papers import Papers
from lawfulshare.desk.review import found as files_in
from lawfulshare.desktop.review_told import lines, name_of
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.record.follow_up import After
from lawfulshare.record.following_up import follow_up
from lawfulshare.record.review_sheet import Comment
from lawfulshare.store.records import SheetLine
from lawfulshare.store.vault import Vault
from lawfulshare.wording import wording

TODAY = date(2026, 11, 30)


@pytest.fixture
def folder(tmp_path):
    """A record, its countersigned copy and sheet, and files that are none."""
    _, signed = once()
    agreed = found(signed.pdf, "agree")
    for name, body in (
        ("record.pdf", signed.pdf), ("record-countersigned.pdf", agreed.countersigned), ("sheet.pdf", agreed.sheet),
        ("torn.pdf", signed.pdf[:9000]), ("notes.pdf", b"hello"), ("changed.pdf", signed.pdf + b"%more\n"),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(body)
    return tmp_path


class NothingKept:
    """The records of a desk that has none."""

    def sheets(self, _):
        return ()

    def lines(self):
        return ()


class AgreedHere(NothingKept):
    """The records of a desk that keeps a sheet which says that the record was agreed with."""

    def sheets(self, _):
        return (SheetLine("ff", "agree", "2026-11-24T10:00:00+00:00", countersigned=True),)


def looked_at(folder, records=None):
    papers = Papers(folder)
    at = {"home": once()[0], "shelf": Shelf(), "today": TODAY, "papers": papers}
    return {path.name: look(path, records or NothingKept(), **at) for path in files_in((folder,))}


def test_a_follow_up_sheet_is_told_of_its_record(folder):
    _, signed = once()
    after = After(outcome="He is seen every week")
    sheet, _ = follow_up(signed.pdf, after, author(), number="LS-2026-0000F1", at=CLOSED_AT, words=wording("en"))
    (folder / "follow-up.pdf").write_bytes(sheet)
    entry = looked_at(folder)["follow-up.pdf"]
    assert entry.is_sound and entry.told.questions.cites.answer == "yes"
    first, second = (line.says for line in lines(entry, wording("en")))
    assert first.startswith("Follow-up sheet. ") and signed.number in second
    assert name_of(entry) == "LS-2026-0000F1"


def test_each_file_has_its_entry_whatever_is_wrong_with_another(folder):
    entries = looked_at(folder)
    assert {name: (entry.is_sound, entry.state, entry.waits) for name, entry in entries.items()} == {
        "record.pdf": (True, "agreed", False),
        "record-countersigned.pdf": (True, "agreed", False),
        "sheet.pdf": (True, "signed", False),
        "torn.pdf": (False, "signed", False),
        "notes.pdf": (False, "signed", False),
        "changed.pdf": (False, "signed", False),
    }
    assert entries["notes.pdf"].trouble is not None
    assert entries["record.pdf"].bases
    assert [review.verdict for review in entries["record.pdf"].reviews] == ["agree"]
    listed = [entry.name for entry in settled(entries.values())]
    assert "record-countersigned.pdf" in listed
    assert "record.pdf" not in listed


def test_a_record_waits_until_somebody_agrees(folder):
    for name in ("sheet.pdf", "record-countersigned.pdf"):
        (folder / name).unlink()
    entry = looked_at(folder)["record.pdf"]
    assert (entry.state, entry.waits) == ("signed", True)


def test_a_stripped_countersignature_is_found_by_the_sheet_that_is_kept_here(folder):
    for path in folder.iterdir():
        if path.name not in ("record.pdf", "record-countersigned.pdf"):
            path.unlink()
    assert looked_at(folder, AgreedHere())["record.pdf"].told.findings == ()
    (folder / "record-countersigned.pdf").unlink()
    (missing,) = looked_at(folder, AgreedHere())["record.pdf"].told.findings
    assert missing.code == "countersignature-missing"


def test_every_order_lists_every_entry(folder):
    entries = tuple(looked_at(folder).values())
    for order in ORDERS:
        assert {one.name for one in ordered(entries, order)} == {one.name for one in entries}
    assert [entry.is_sound for entry in ordered(entries, "unsound")] == [False, False, False, True, True, True]
    assert ordered(entries, "newest")[0].signed_on >= ordered(entries, "newest")[1].signed_on


def late(**parts):
    return overdue(changed(theo(), **parts), TODAY)


def test_what_is_overdue_is_said_in_sentences_and_what_is_not_is_not():
    assert overdue(theo(), date(2026, 11, 23)) == ()
    assert late(review={"on": "2026-11-29"}) == (
        "It was to be looked at again on 29 November 2026.",
        *late(review={}),
    )
    assert late(review={"on": "2026-11-30"}) == late(review={})
    sent = {"recipient": "r1", "how": "by telephone", "on": "2026-11-23", "written_by": "2026-11-25"}
    (receipt, written) = late(review={}, transmission=[sent], decision=bare())
    assert "Nobody has said that it arrived" in receipt
    assert "written follow-up" in written
    done = sent | {"received_by": "A. Kerr", "written_on": "2026-11-24"}
    assert late(review={}, transmission=[done], decision=bare()) == ()


def bare():
    stated = json.loads(theo().model_dump_json(exclude_none=True))["decision"]
    return stated | {"follow_up": []}


def test_a_task_and_a_question_that_are_late_are_named():
    task = bare() | {"follow_up": [{"what": "Ring the school.", "by": "2026-11-24"}]}
    asked = [{"id": "e1", "ask": "r1", "question": "Who lives there?", "chase_on": "2026-11-24"}]
    said = late(review={}, transmission=[], decision=task, enquiries=asked)
    assert said[0] == "Due on 24 November 2026: Ring the school."
    assert said[1].startswith("No answer yet")


def test_an_amended_record_is_not_overdue_any_more():
    class Recorded:
        def __init__(self, amends):
            self.amends, self.round, self.id = amends, 1, "LS"

    class Told:
        sound, signatures = True, ()

    first = Entry("a.pdf", Path("a.pdf"), Told(), record=Recorded(None), digest="d1", overdue=("late",))
    second = Entry("b.pdf", Path("b.pdf"), Told(), record=Recorded("d1"), digest="d2")
    assert [(entry.state, entry.overdue) for entry in settled((first, second))] == [("amended", ()), ("signed", ())]


def test_comments_that_are_not_signed_yet_are_kept_by_their_record(tmp_path):
    vault = Vault.create(tmp_path, "seven quiet herons walk")
    kept = Commented(vault)
    comments = (Comment(at="decision.rationale", asked="Why?", text="Say more."), Comment(text="Clear."))
    kept.keep("d1", comments)
    kept.keep("d2", (Comment(text="Other."),))
    assert kept.of_record("d1") == comments
    kept.keep("d1", ())
    assert (kept.of_record("d1"), len(kept.of_record("d2"))) == ((), 1)
    vault.close()
