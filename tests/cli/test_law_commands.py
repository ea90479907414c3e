"""The commands about the law: the book, what differs, and whom a change touches."""

from test_commands import command, complaint


def test_the_book_is_written_whole_and_says_where(tmp_path, capsys):
    assert command("law", "book", "--out", tmp_path / "law.html", "--on", "2026-11-23") == 0
    assert capsys.readouterr().out == "The law book is in law.html.\n"
    assert "Law as at" in (tmp_path / "law.html").read_text(encoding="utf-8")


def test_a_book_that_cannot_be_written_leaves_nothing_behind(tmp_path, capsys):
    assert command("law", "book", "--out", tmp_path / "nowhere" / "law.html") == 2
    assert "law.html" in complaint(capsys)
    assert list(tmp_path.iterdir()) == []


def test_a_provision_is_shown_as_the_machine_reads_it(capsys):
    assert command("law", "show", "ca2004-s16la") == 0
    assert "  at least one of these:" in capsys.readouterr().out
