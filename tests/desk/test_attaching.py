"""The file that a request came as is told by its digest, is checked again by it, and is never kept."""

import hashlib

import pytest

from lawfulshare.desk import attaching
from lawfulshare.desk.attaching import attached, is_same, size_in_words
from lawfulshare.faults import BadAnswer

LETTER = b"%PDF-1.7 Please send all you hold on the pupil."


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "Request.PDF"
    path.write_bytes(LETTER)
    return path


def test_name_digest_and_size_are_kept_and_nothing_else(letter):
    kept = attached(letter).model_dump()
    assert kept == {"name": "Request.PDF", "sha256": hashlib.sha256(LETTER).hexdigest(), "size": len(LETTER)}


def test_a_file_is_known_again_under_another_name_and_told_from_one_with_a_letter_changed(letter, tmp_path):
    kept = attached(letter)
    renamed, changed = tmp_path / "renamed.pdf", tmp_path / "Request2.pdf"
    renamed.write_bytes(LETTER)
    changed.write_bytes(LETTER.replace(b"all", b"ill"))
    assert is_same(renamed, kept)
    assert not is_same(changed, kept)


def test_what_cannot_be_attached_says_why_and_what_to_do(letter, tmp_path, monkeypatch):
    (tmp_path / "notes.zip").write_bytes(b"x")
    (tmp_path / "empty.eml").write_bytes(b"")
    (tmp_path / "folder.txt").mkdir()
    wrong = {"notes.zip": "no letter", "empty.eml": "empty", "gone.msg": "cannot be read", "folder.txt": "cannot be"}
    for name, said in wrong.items():
        with pytest.raises(BadAnswer, match=f"{name}.*{said}"):
            attached(tmp_path / name)
    with pytest.raises(BadAnswer, match="here already"):
        attached(letter, (attached(letter),))
    monkeypatch.setattr(attaching, "LARGEST", 4)
    with pytest.raises(BadAnswer, match="64 MB"):
        attached(letter)


def test_a_size_reads_as_people_say_it():
    assert [size_in_words(size) for size in (1, 999, 52_400, 2_000_000)] == ["1 B", "999 B", "52.4 KB", "2 MB"]
