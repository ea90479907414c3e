"""The commands about the law: the book, what differs, and whom a change touches."""

import json
import shutil
from pathlib import Path

import pytest
from test_commands import CASE, ROOT, command, complaint, home, signed  # noqa: F401

from lawfulshare.law.packs.edition import read_folder, write_document


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


@pytest.fixture
def newer(tmp_path):
    """The law that ships, with the duty to share information about a child put off."""
    folder = Path(shutil.copytree(ROOT / "resources" / "law", tmp_path / "newer" / "law"))
    shutil.copytree(ROOT / "resources" / "cautions", tmp_path / "newer" / "cautions")
    path = folder / "england" / "ca2004-s16la.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("from: 2026-09-30", "from: 2026-12-30"), encoding="utf-8")
    return folder


def test_what_differs_between_two_days_is_told(capsys):
    assert command("law", "diff", "2026-09-29", "2026-09-30") == 0
    assert "Provisions that come\n  Duty to share information about a child" in capsys.readouterr().out


def test_what_differs_between_two_packs_is_told(newer, capsys):
    assert command("law", "diff", ROOT / "resources" / "law", newer, "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["about"], one["name"], one["how"]) == ("provision", "ca2004-s16la", "changed")
    assert one["changes"] == [{"place": ["version", "2026-12-30", "from"], "how": "changed"}]


def test_a_day_and_a_pack_are_not_compared(newer, capsys):
    assert command("law", "diff", "2026-09-29", newer) == 2
    assert "Give two days, or two packs." in complaint(capsys)
    assert command("law", "diff", "2026-02-30", "2026-09-30") == 2
    assert "not a day of the calendar" in complaint(capsys)


def test_impact_says_what_would_differ_and_why_and_passes_over_a_bad_file(newer, tmp_path, capsys):
    (tmp_path / "cases").mkdir()
    shutil.copy(CASE, tmp_path / "cases" / "theo.json")
    (tmp_path / "cases" / "bad.json").write_text("{}", encoding="utf-8")
    assert command("impact", "--pack", newer, tmp_path / "cases") == 0
    said = capsys.readouterr()
    assert "Duties that stand would be: none. They were: Duty to share information about a child." in said.out
    assert "It comes from these changes:\n    Duty to share information about a child" in said.out
    assert said.out.endswith("Would differ: 1. Looked at: 1. Could not be read: 1.\n")
    assert said.err.startswith("bad.json, ")


def test_impact_of_a_record_is_held_against_what_it_told(newer, request, capsys):
    assert command("impact", "--pack", newer, request.getfixturevalue("signed"), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["what"] for one in told["files"][0]["differs"]} >= {"duties", "basis"}
    assert [one["name"] for one in told["files"][0]["because"]] == ["ca2004-s16la"]


def test_a_pack_in_one_file_is_read_too(newer, tmp_path, capsys):
    one_file = tmp_path / "newer.lawpack"
    one_file.write_bytes(write_document(read_folder(newer, "england")))
    assert command("impact", "--pack", one_file, CASE) == 0
    assert "Would differ: 1." in capsys.readouterr().out


def test_nothing_differs_under_the_same_pack(capsys):
    assert command("impact", "--pack", ROOT / "resources" / "law", CASE, "--on", "2026-09-29") == 0
    assert "theo.json (law of 29 September 2026)\n  Nothing would differ.\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("impact", "--pack", "nowhere.lawpack", CASE),
        ("impact", "--pack", CASE, CASE),
        ("impact", "--pack", ROOT / "resources" / "law"),
        ("law", "diff", "nowhere", "nowhere"),
    ],
    ids=["no such pack", "no pack", "no file named", "no such packs"],
)
def test_what_cannot_be_compared_is_said_in_one_line(words, capsys):
    assert command(*words) == 2
    assert len(complaint(capsys).splitlines()) == 1


def test_where_no_file_could_be_read_the_command_says_so(tmp_path, capsys):
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    assert command("impact", "--pack", ROOT / "resources" / "law", tmp_path / "bad.json") == 2
    assert "Could not be read: 1." in capsys.readouterr().out


@pytest.fixture
def terminal(monkeypatch, capsys):
    """Give what a command prints on a terminal of 80 letters a line."""

    def shown(*words):
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        command(*words)
        return capsys.readouterr().out.splitlines()

    return shown


def without_addresses(lines):
    return [line for line in lines if "https://" not in line]


@pytest.mark.parametrize(
    "words",
    [
        ("law", "list"), ("law", "at", "2026-09-29"), ("law", "show", "ca2004-s16la"),
        ("law", "diff", "2026-02-04", "2026-02-05"), ("explain", CASE, "--depth", "audit"),
    ],
    ids=["list", "at", "show", "diff", "audit"],
)  # fmt: skip
def test_on_a_terminal_no_line_is_wider_than_it(words, terminal):
    lines = without_addresses(terminal(*words))
    assert lines
    assert [line for line in lines if len(line) > 80] == []


def test_what_is_broken_over_lines_stands_further_in_than_its_parts(terminal):
    lines = terminal("law", "show", "ca2004-s16la")
    start = next(place for place, line in enumerate(lines) if line.startswith("Children Act 2004 section 16LA"))
    assert lines[start + 1].startswith("    ")


def test_a_table_is_aligned_where_there_is_room_and_stacked_where_there_is_none(terminal, capsys):
    lines = terminal("law", "at", "2026-09-29")
    assert len({line.index("In force") for line in lines[1:] if "In force" in line}) == 1
    stacked = terminal("law", "list")
    assert stacked[stacked.index("ca2004-s16la") + 1].startswith("    duty  Duty to share information about a child")


def test_what_another_program_reads_is_one_line_a_provision(capsys):
    assert command("law", "list") == 0
    line = next(one for one in capsys.readouterr().out.splitlines() if one.startswith("ca2004-s16la "))
    assert line.split()[:2] == ["ca2004-s16la", "duty"]
    assert line.endswith("Wellbeing and Schools Act 2026 section 4)")


def test_the_law_of_a_day_is_told_in_words(capsys):
    assert command("law", "at", "2026-09-29") == 0
    told = capsys.readouterr().out
    assert told.startswith("Law of England as at 29 September 2026, edition ")
    assert "Not law on this day; begins on 30 September 2026" in told
    assert "in_force" not in told
