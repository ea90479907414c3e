"""Many papers at once: one bad file never stops the rest, and what was found becomes a table."""

import csv
import io
import json
import shutil
import sys
import threading
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
from tampering import countersigned, signed, supervisor

from lawfulshare.desk import many
from lawfulshare.desk.many import COLUMNS, as_documents, as_table, check_many
from lawfulshare.record.verification import Verification


@pytest.fixture
def folder(tmp_path):
    """Two sound records, one that was changed, one that is no record, one that cannot be opened, and a note."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.pdf").write_bytes(signed())
    (papers / "b.PDF").write_bytes(countersigned())
    (papers / "=c.pdf").write_bytes(signed() + b"\n")
    (papers / "d.pdf").write_bytes(b"%PDF-1.7 nothing")
    (papers / "e.pdf").symlink_to(papers / "nowhere")
    (papers / "note.txt").write_text("hello")
    return papers


def test_each_file_is_told_and_none_stops_the_rest(folder, tmp_path):
    found = {paper.path.name: paper for paper in check_many([folder, tmp_path / "none.pdf"], home=tmp_path)}
    assert sorted(found) == ["=c.pdf", "a.pdf", "b.PDF", "d.pdf", "none.pdf"]
    assert [name for name, paper in found.items() if paper.is_sound] == ["a.pdf", "b.PDF"]
    assert found["=c.pdf"].answer("unchanged") == "no"
    assert found["d.pdf"].told is None
    assert found["d.pdf"].answer("unchanged") == ""
    assert "cannot be read" in many.reason(found["none.pdf"])


def test_the_table_has_a_line_for_each_file_and_no_formula(folder, tmp_path):
    lines = list(csv.DictReader(io.StringIO(as_table(check_many([folder], home=tmp_path)))))
    assert tuple(lines[0]) == COLUMNS
    by_name = {line["file"]: line for line in lines}
    assert set(by_name) == {"a.pdf", "b.PDF", "'=c.pdf", "d.pdf"}
    assert (by_name["a.pdf"]["sound"], by_name["a.pdf"]["trusted"]) == ("yes", "unknown")
    assert by_name["b.PDF"]["countersigned_by"] == supervisor().name
    assert "bytes-after-last-signature" in by_name["'=c.pdf"]["findings"]
    assert by_name["d.pdf"]["sound"] == ""


def test_the_documents_have_the_published_form_also_for_what_was_not_read(folder, tmp_path):
    documents = as_documents(check_many([folder], home=tmp_path))
    told = [Verification.model_validate_json(json.dumps(document)) for document in documents]
    unread = next(one for one in told if one.file == "d.pdf")
    assert [finding.code for finding in unread.findings] == ["unreadable-file"]
    assert not unread.sound
    assert unread.questions.unchanged.answer == "unknown"


def test_whoever_cancels_gets_no_more(folder, tmp_path):
    halt = threading.Event()
    papers = check_many([folder], home=tmp_path, halt=halt)
    next(papers)
    halt.set()
    assert list(papers) == []


def test_further_processes_find_the_same(folder, tmp_path, monkeypatch):
    shutil.copy(folder / "a.pdf", folder / "f.pdf")
    alone = as_table(check_many([folder], home=tmp_path))
    monkeypatch.setattr(many, "WORTH_MORE", 2)
    assert as_table(check_many([folder], home=tmp_path)) == alone
    halt = threading.Event()
    papers = check_many([folder], home=tmp_path, halt=halt)
    next(papers)
    halt.set()
    assert list(papers) == []
