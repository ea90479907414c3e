"""The commands: what they print, their exit status, and one clear line for whatever a person can mend."""

import json
from pathlib import Path

import pytest

from lawfulshare.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "resources" / "examples" / "theo.json"
PASSPHRASE = "seven quiet herons walk"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of one's own with a signing identity in it, unlocked by a passphrase file."""
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LAWFULSHARE_PASSPHRASE_FILE", str(secret))
    return tmp_path


@pytest.fixture
def signed(home, capsys):
    """The example's signed record."""
    assert (
        command("identity", "new", "--name", "J. Malik", "--role", "Health visitor", "--organisation", "Northmoor") == 0
    )
    assert command("record", CASE, "--out", home / "record.pdf") == 0
    capsys.readouterr()
    return home / "record.pdf"


def command(*words: object) -> int:
    return run([str(word) for word in words], window=lambda: 0, demo=lambda out: 0)


def complaint(capsys) -> str:
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err


def test_assess_prints_one_json_document_and_nothing_else(capsys):
    assert command("assess", CASE, "--json") == 0
    assert json.loads(capsys.readouterr().out)["format"] == "lawfulshare.assessment/1"


def test_assess_for_a_reader_names_the_outcome_in_words(capsys):
    assert command("assess", CASE) == 0
    assert "Share some of it" in capsys.readouterr().out


def test_the_day_asked_for_decides_the_law(capsys):
    command("assess", CASE, "--json", "--on", "2026-09-29")
    before = json.loads(capsys.readouterr().out)
    command("assess", CASE, "--json", "--on", "2026-09-30")
    after = json.loads(capsys.readouterr().out)
    assert "ca2004-s16la" not in before["duties"]
    assert "ca2004-s16la" in after["duties"]


@pytest.mark.parametrize("depth", ["brief", "full", "audit"])
def test_explain_goes_deeper_with_each_depth(capsys, depth):
    assert command("explain", CASE, "--depth", depth) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("name",
    [
        "case", "assessment", "record", "verification", "review", "review-verification", "follow-up",
        "follow-up-verification",
    ],
)  # fmt: skip
def test_each_format_has_its_schema(capsys, name):
    assert command("schema", name) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"not json", "not JSON"),
        (b'{"format": "lawfulshare.case/7"}', "version 7"),
        (b'{"format": "lawfulshare.case/1", "surprise": 1}', "surprise"),
        (b'{"format": "lawfulshare.case/1", "nation": "scotland"}', "Scotland"),
        (b'{"format": "lawfulshare.case/1", "decided_on": "2026-02-31"}', "calendar"),
    ],
)
def test_a_file_that_is_no_case_file_is_refused_in_a_line(tmp_path, capsys, body, says):
    (tmp_path / "case.json").write_bytes(body)
    assert command("assess", tmp_path / "case.json") == 2
    said = complaint(capsys)
    assert says in said
    assert len(said.splitlines()) == 1


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert command("assess", tmp_path / "nowhere.json") == 2
    assert "nowhere.json" in complaint(capsys)


@pytest.mark.parametrize(
    "words",
    [
        ("assess",),
        ("explain", CASE, "--depth", "deepest"),
        ("bake",),
        ("law", "at", "Tuesday"),
        ("law", "show", "no-such-provision"),
        ("law", "list", "--nation", "wales"),
        ("schema", "poem"),
        ("assess", CASE, "--on", "yesterday"),
    ],
)
def test_what_cannot_be_understood_ends_with_status_2_and_words(capsys, words):
    assert command(*words) == 2
    assert complaint(capsys).strip()


def test_the_law_is_listed_shown_and_dated(capsys):
    assert command("law", "list", "--json") == 0
    ids = {provision["id"] for provision in json.loads(capsys.readouterr().out)}
    assert command("law", "at", "2026-09-29", "--json") == 0
    day = json.loads(capsys.readouterr().out)
    assert "ca2004-s16la" in ids & set(day["not_law"])
    assert command("law", "show", "ca2004-s16la") == 0
    assert "Children Act 2004" in capsys.readouterr().out


def test_a_record_is_signed_and_all_six_questions_are_answered(signed, capsys):
    assert command("verify", signed, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is True
    assert {key: question["answer"] for key, question in told["questions"].items()} == {
        "unchanged": "yes", "who": "yes", "trusted": "unknown", "when": "unknown", "matches": "yes", "follows": "yes",
    }  # fmt: skip


def test_a_folder_of_records_is_verified_file_by_file_and_one_bad_file_never_stops_the_rest(signed, capsys):
    body = bytearray(signed.read_bytes())
    (signed.parent / "a-note.pdf").write_bytes(b"%PDF-1.7 nothing of ours")
    body[len(body) // 3] ^= 1
    (signed.parent / "changed.pdf").write_bytes(bytes(body))
    assert command("verify", signed.parent) == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert [line.partition(":")[0] for line in lines[:-1]] == ["changed.pdf", "record.pdf"]
    assert lines[0].startswith("changed.pdf: not sound. Unchanged since it was signed? No.")
    assert lines[1] == "record.pdf: sound."
    assert lines[2].startswith("3 files: 1 sound, 1 not sound, 1 not read.")
    assert "a-note.pdf" in said.err
    assert command("verify", signed.parent, "--json") == 1
    documents = json.loads(capsys.readouterr().out)
    assert {one["file"]: one["sound"] for one in documents} == {
        "a-note.pdf": False, "changed.pdf": False, "record.pdf": True,
    }  # fmt: skip


def test_each_paper_is_written_out_of_a_record_and_says_to_whom_it_may_go(signed, capsys):
    out = signed.parent / "paper.pdf"
    for kind, whom in (("schedule", "Housing officer of the district"), ("person", "p2"), ("copy", None)):
        named = ("--for", whom) if whom else ()
        assert command("paper", signed, "--kind", kind, *named, "--out", out) == 0
        assert out.read_bytes().startswith(b"%PDF-1.7")
        assert "before it leaves" in capsys.readouterr().out
        out.unlink()
    assert command("paper", signed, "--kind", "not-sharing", "--out", out) == 0


def test_a_paper_for_nobody_in_particular_or_out_of_a_changed_record_is_refused(signed, capsys):
    out = signed.parent / "paper.pdf"
    assert command("paper", signed, "--kind", "schedule", "--out", out) == 2
    assert "r1 (Children's services front door), r2" in complaint(capsys)
    assert command("paper", signed, "--kind", "person", "--for", "p3", "--out", out) == 2
    body = bytearray(signed.read_bytes())
    body[len(body) // 3] ^= 1
    signed.write_bytes(bytes(body))
    assert command("paper", signed, "--kind", "not-sharing", "--out", out) == 2
    assert not out.exists()


def test_a_follow_up_is_signed_cites_its_record_and_is_verified_beside_it(signed, capsys):
    after = signed.parent / "after.json"
    after.write_text(json.dumps({"transmission": [{"recipient": "r1", "received_by": "Duty worker"}]}))
    sheet = signed.parent / "follow-up.pdf"
    assert command("follow-up", signed, "--facts", after, "--out", sheet) == 0
    assert command("verify", sheet) == 0
    said = capsys.readouterr().out
    assert "Follow-up sheet of record LS-" in said and "beside it is the one that was followed up" in said
    assert command("verify", sheet, "--json") == 0
    assert json.loads(capsys.readouterr().out)["format"] == "lawfulshare.follow-up-verification/1"


@pytest.mark.parametrize("stated", [{}, {"transmission": [{"recipient": "r9"}]}, {"mood": "good"}, []])
def test_a_follow_up_that_states_nothing_or_speaks_of_nobody_is_refused(signed, capsys, stated):
    after, sheet = signed.parent / "after.json", signed.parent / "follow-up.pdf"
    after.write_text(json.dumps(stated))
    assert command("follow-up", signed, "--facts", after, "--out", sheet) == 2
    assert complaint(capsys)
    assert not sheet.exists()


def test_nothing_that_could_be_read_is_status_2(home, capsys):
    (home / "note.pdf").write_bytes(b"hello")
    assert command("verify", home / "note.pdf") == 2
    assert complaint(capsys)


def test_a_case_without_a_decision_is_not_closed_and_nothing_is_written(home, capsys):
    command("identity", "new", "--name", "A", "--role", "B", "--organisation", "C")
    case = json.loads(CASE.read_text(encoding="utf-8")) | {"decision": None}
    (home / "open.json").write_text(json.dumps(case), encoding="utf-8")
    capsys.readouterr()
    assert command("record", home / "open.json", "--out", home / "out.pdf") == 2
    assert len(complaint(capsys).splitlines()) > 1
    assert not list(home.glob("*out.pdf*"))


def test_without_an_identity_the_way_to_make_one_is_said(home, capsys):
    assert command("record", CASE, "--out", home / "out.pdf") == 2
    assert "identity new" in complaint(capsys)


def test_a_wrong_passphrase_is_said_in_one_line(signed, monkeypatch, capsys):
    (signed.parent / "passphrase.txt").write_text("another one", encoding="utf-8")
    assert command("record", CASE, "--out", signed.parent / "second.pdf") == 2
    assert "passphrase" in complaint(capsys)
    assert not (signed.parent / "second.pdf").exists()


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(signed, capsys):
    assert command("record", CASE, "--out", signed.parent / "no" / "such" / "folder.pdf") == 2
    assert "cannot be written" in complaint(capsys)


def test_a_passphrase_file_that_cannot_be_read_is_said(signed, monkeypatch, capsys):
    monkeypatch.setenv("LAWFULSHARE_PASSPHRASE_FILE", str(signed.parent / "gone.txt"))
    assert command("record", CASE, "--out", signed.parent / "second.pdf") == 2
    assert "gone.txt" in complaint(capsys)


def test_identities_are_listed_with_their_fingerprints(signed, capsys):
    assert command("identity", "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [identity["name"] for identity in listed] == ["J. Malik"]


def new_supervisor(capsys):
    assert command("identity", "new", "--name", "P. Osei", "--role", "Manager", "--organisation", "Northmoor") == 0
    capsys.readouterr()


def test_a_sound_record_is_countersigned_beside_it_and_stays_sound(signed, capsys):
    new_supervisor(capsys)
    before = signed.read_bytes()
    assert command("countersign", signed, "--identity", "P. Osei") == 0
    capsys.readouterr()
    assert signed.read_bytes() == before
    assert command("verify", signed.parent / "record-countersigned.pdf", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["name"], each["part"]) for each in told["signatures"]] == [
        ("J. Malik", "author"),
        ("P. Osei", "supervisor"),
    ]


def test_a_changed_record_is_not_countersigned_and_nothing_is_written(signed, capsys):
    new_supervisor(capsys)
    signed.write_bytes(signed.read_bytes() + b"%padded\n")
    assert command("countersign", signed, "--identity", "P. Osei") == 1
    assert not (signed.parent / "record-countersigned.pdf").exists()


def test_nobody_countersigns_their_own_record_by_the_command(signed, capsys):
    assert command("countersign", signed, "--identity", "J. Malik") == 2
    assert "its author cannot countersign it" in complaint(capsys)
    assert not (signed.parent / "record-countersigned.pdf").exists()


def test_agreement_leaves_a_signed_sheet_that_cites_the_record_and_is_found_sound_beside_it(signed, capsys):
    new_supervisor(capsys)
    assert command("countersign", signed, "--identity", "P. Osei", "--agree", "--comment", "Clear.") == 0
    capsys.readouterr()
    assert command("verify", signed.parent / "record-review.pdf", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == "lawfulshare.review-verification/1"
    assert (told["questions"]["cites"]["answer"], told["review"]["verdict"], told["findings"]) == ("yes", "agree", [])


def test_who_gives_a_record_back_says_why_and_signs_nothing_but_the_sheet(signed, capsys):
    new_supervisor(capsys)
    give_back = ("countersign", signed, "--identity", "P. Osei", "--return")
    assert command(*give_back) == 2
    assert "no comment says what is to be mended" in complaint(capsys)
    comment = "decision.rationale: Say why the school needs it."
    assert command(*give_back, "--comment", comment, "--sheet", signed.parent / "back.pdf") == 0
    assert not (signed.parent / "record-countersigned.pdf").exists()
    from lawfulshare.record.review_sheet import read

    (said,) = read((signed.parent / "back.pdf").read_bytes()).comments
    assert (said.at, said.text) == ("decision.rationale", "Say why the school needs it.")
    assert said.asked not in ("", said.at)


def test_each_sheet_is_kept_and_what_is_agreed_is_not_given_back(signed, capsys):
    new_supervisor(capsys)
    assert command("countersign", signed, "--identity", "P. Osei", "--disagree", "--comment", "Why not ask her?") == 0
    assert command("countersign", signed, "--identity", "P. Osei", "--agree") == 0
    assert {path.name for path in signed.parent.glob("record-review*")} == {"record-review.pdf", "record-review-2.pdf"}
    capsys.readouterr()
    assert command("countersign", signed, "--identity", "P. Osei", "--return", "--comment", "After all.") == 2
    assert "agreed and countersigned already" in complaint(capsys)


def test_a_stripped_countersignature_is_found_where_the_sheet_lies_beside(signed, capsys):
    new_supervisor(capsys)
    assert command("countersign", signed, "--identity", "P. Osei") == 0
    capsys.readouterr()
    command("verify", signed, "--json")
    assert json.loads(capsys.readouterr().out)["findings"] == []
    (signed.parent / "record-countersigned.pdf").unlink()
    for paper in (signed, signed.parent / "record-review.pdf"):
        command("verify", paper, "--json")
        told = json.loads(capsys.readouterr().out)
        assert [finding["code"] for finding in told["findings"]] == ["countersignature-missing"]


def test_a_folder_of_records_sheets_and_rubbish_is_told_file_by_file(signed, capsys):
    new_supervisor(capsys)
    assert command("countersign", signed, "--identity", "P. Osei", "--agree") == 0
    capsys.readouterr()
    (signed.parent / "torn.pdf").write_bytes((signed.parent / "record-review.pdf").read_bytes()[:5000])
    assert command("verify", signed.parent) == 1
    said = capsys.readouterr()
    assert "record-review.pdf: sound. Review sheet of record" in said.out
    assert "record-countersigned.pdf: sound" in said.out
    assert "torn.pdf" in said.out + said.err


def test_two_verdicts_at_once_are_none(signed, capsys):
    assert command("countersign", signed, "--identity", "J. Malik", "--agree", "--return") == 2
    assert "more than one verdict" in complaint(capsys)
