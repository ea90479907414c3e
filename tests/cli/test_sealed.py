"""Signed files of the law by the commands: made, installed, refused in one sentence, and nothing half-written."""

import io
import json
import shutil
from pathlib import Path

import pytest

from lawfulshare import content
from lawfulshare.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "resources" / "examples" / "theo.json"
OVERLAY = """
overlay: northmoor
organisation: Northmoor Council
nation: england
version: {version}
commencements:
  - {{provision: ca2004-s16la, from: 2026-09-30, evidence: We read the regulations.}}
contacts:
  - {{name: Front door, telephone: 0300 123 4567}}
"""


def command(*words: object) -> int:
    return run([str(word) for word in words], window=lambda: 0, demo=lambda out: 0)


@pytest.fixture
def office(tmp_path, monkeypatch, capsys):
    """The administrator's computer, with an identity that the computer of a practitioner trusts."""
    secret = tmp_path / "passphrase.txt"
    secret.write_text("seven quiet herons walk\n", encoding="utf-8")
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path / "office"))
    monkeypatch.setenv("LAWFULSHARE_PASSPHRASE_FILE", str(secret))
    assert (
        command("identity", "new", "--name", "A. Admin", "--role", "Administrator", "--organisation", "Northmoor") == 0
    )
    fingerprint = capsys.readouterr().out.splitlines()[-1]
    return tmp_path, fingerprint


def law_folder(tmp_path, version):
    """The law that ships, of another version, with one title changed."""
    folder = tmp_path / version / "law"
    shutil.copytree(content.resources() / "law", folder)
    shutil.copytree(content.resources() / "cautions", folder.parent / "cautions")
    for name, old, new in (
        ("england/nation.yaml", "version: 2026.11.0", f"version: {version}"),
        ("england/ca2004-s16la.yaml", "title: Duty to share", "title: Newer duty to share"),
    ):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


@pytest.fixture
def pack(office, capsys):
    """A signed law pack of a newer version, made in the office; the home is a practitioner's from here on."""
    tmp_path, _ = office
    assert (
        command(
            "law", "pack", tmp_path / "law.json", "--law", law_folder(tmp_path, "2099.1.0"), "--identity", "A. Admin"
        )
        == 0
    )
    assert "edition 2099.1.0, signed by A. Admin" in capsys.readouterr().out
    return tmp_path / "law.json"


@pytest.fixture
def at_work(office, monkeypatch):
    monkeypatch.setenv("LAWFULSHARE_HOME", str(office[0] / "work"))
    return office[0] / "work"


def one_line(capsys):
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    return said.err


def trust(file, fingerprint, *more):
    return command("trust", "add", file, "--fingerprint", fingerprint, *more)


def test_a_newer_pack_is_installed_and_used_everywhere(pack, office, at_work, capsys):
    assert trust(pack, office[1]) == 0
    assert command("law", "install", pack) == 0
    assert "Installed: law of england, edition 2099.1.0" in capsys.readouterr().out
    assert command("assess", CASE, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["law"]["version"] == "2099.1.0"
    assert command("law", "show", "ca2004-s16la") == 0
    assert "Newer duty to share" in capsys.readouterr().out
    assert command("law", "at", "2026-11-23", "--json") == 0
    assert json.loads(capsys.readouterr().out)["law"]["sha256"] == told["law"]["sha256"]
    assert command("law", "install", pack) == 0
    assert "here already" in capsys.readouterr().out


def test_a_sealed_pack_can_be_looked_at_before_it_is_trusted(pack, office, at_work, capsys):
    assert command("impact", "--pack", pack, CASE, "--json") == 0
    assert json.loads(capsys.readouterr().out)["unread"] == []
    changed = office[0] / "changed.json"
    changed.write_text(pack.read_text(encoding="utf-8").replace("Newer duty", "Other duty"), encoding="utf-8")
    command("impact", "--pack", changed, CASE)
    assert "changed after it was signed" in capsys.readouterr().err


def test_a_pack_of_a_key_that_is_not_trusted_is_refused_with_its_fingerprint(pack, office, at_work, capsys):
    assert command("law", "install", pack) == 2
    told = one_line(capsys)
    assert "A. Admin, Administrator, Northmoor, whose key is not trusted here" in told
    assert office[1][:24] in told
    assert not (at_work / "law").exists()


def test_a_key_trusted_for_records_alone_installs_no_law(pack, office, at_work, capsys):
    assert trust(pack, office[1], "--only", "records") == 0
    capsys.readouterr()
    assert command("law", "install", pack) == 2
    assert "not trusted here" in one_line(capsys)


@pytest.mark.parametrize("spoil", ["changed", "truncated", "unsigned", "older", "rewritten", "an overlay"])
def test_what_must_not_be_installed_is_refused_and_nothing_is_written(spoil, office, capsys, monkeypatch, request):
    pack, at_work = request.getfixturevalue("pack"), request.getfixturevalue("at_work")
    assert trust(pack, office[1]) == 0
    body = pack.read_text(encoding="utf-8")
    bad = office[0] / "bad.json"
    match spoil:
        case "changed":
            bad.write_text(body.replace("Newer duty", "Other duty"), encoding="utf-8")
            told = "changed after it was signed"
        case "truncated":
            bad.write_text(body[: len(body) // 2], encoding="utf-8")
            told = "cut short"
        case "unsigned":
            bad.write_text(json.dumps(json.loads(body) | {"signature": ""}), encoding="utf-8")
            told = "nobody has signed it"
        case "older" | "rewritten":
            version = "2001.1.0" if spoil == "older" else "2026.11.0"
            monkeypatch.setenv("LAWFULSHARE_HOME", str(office[0] / "office"))
            assert command("law", "pack", bad, "--law", law_folder(office[0], version)) == 0
            monkeypatch.setenv("LAWFULSHARE_HOME", str(at_work))
            told = "is here already"
        case "an overlay":
            bad = signed_overlay(office, monkeypatch, "2026.11.1")
            told = "something else than was asked for"
    capsys.readouterr()
    assert command("law", "install", bad) == 2
    assert told in one_line(capsys)
    assert not (at_work / "law").exists()


def signed_overlay(office, monkeypatch, version, body=OVERLAY):
    tmp_path = office[0]
    (tmp_path / "overlay.yaml").write_text(body.format(version=version), encoding="utf-8")
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("LAWFULSHARE_HOME", str(tmp_path / "office"))
        assert command("overlay", "sign", tmp_path / "overlay.yaml", "--out", tmp_path / f"overlay-{version}.json") == 0
    return tmp_path / f"overlay-{version}.json"


def test_an_overlay_is_signed_installed_shown_and_named_by_the_assessment(office, at_work, monkeypatch, capsys):
    file = signed_overlay(office, monkeypatch, "2026.11.1")
    assert command("overlay", "show") == 0
    assert "No overlay is installed for england" in capsys.readouterr().out
    assert trust(file, office[1]) == 0
    assert command("overlay", "install", file) == 0
    assert "overlay of Northmoor Council, version 2026.11.1, signed by A. Admin" in capsys.readouterr().out
    assert command("overlay", "show") == 0
    told = capsys.readouterr().out
    assert "Confirms ca2004-s16la from 30 September 2026: We read the regulations." in told
    assert command("overlay", "show", "--json") == 0
    digest = json.loads(capsys.readouterr().out)["sha256"]
    assert command("assess", CASE, "--json") == 0
    assert json.loads(capsys.readouterr().out)["law"]["overlay"] == digest
    assert command("explain", CASE) == 0
    assert "Front door: 0300 123 4567" in capsys.readouterr().out
    assert command("explain", CASE, "--depth", "brief") == 0
    assert "Front door" not in capsys.readouterr().out


def test_an_overlay_that_is_older_changed_or_says_too_much_is_refused(office, at_work, monkeypatch, capsys):
    newer, older = (signed_overlay(office, monkeypatch, version) for version in ("2026.11.2", "2026.11.1"))
    assert trust(newer, office[1]) == 0
    assert command("overlay", "install", newer) == 0
    in_use = (at_work / "overlays" / "in-use.json").read_bytes()
    changed = office[0] / "changed.json"
    changed.write_text(newer.read_text(encoding="utf-8").replace("0300 123", "0666 123"), encoding="utf-8")
    capsys.readouterr()
    for file, told in (
        (older, "version 2026.11.2 is here already"),
        (changed, "changed after it was signed"),
        (CASE, "never sealed"),
    ):
        assert command("overlay", "install", file) == 2
        assert told in one_line(capsys)
    (office[0] / "overlay.yaml").write_text(OVERLAY.format(version="2026.11.3") + "verdict: []\n", encoding="utf-8")
    assert (
        command("overlay", "sign", office[0] / "overlay.yaml", "--out", office[0] / "o.json", "--identity", "A. Admin")
        == 2
    )
    capsys.readouterr()
    monkeypatch.setenv("LAWFULSHARE_HOME", str(office[0] / "office"))
    assert command("overlay", "sign", office[0] / "overlay.yaml", "--out", office[0] / "o.json") == 2
    assert "overlay verdict: an overlay has no such key" in one_line(capsys)
    assert not (office[0] / "o.json").exists()
    assert (at_work / "overlays" / "in-use.json").read_bytes() == in_use


def test_a_key_is_trusted_by_typing_what_its_owner_reads_out(pack, office, at_work, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(office[1][:24] + "\n"))
    assert command("trust", "add", pack) == 0
    told = capsys.readouterr().out
    assert office[1] in told
    assert "Trusted: A. Admin, Administrator, Northmoor, for records and law packs and overlays" in told
    assert command("trust", "list", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["for"] == ["records", "law"]
    assert command("trust", "list") == 0
    assert "A. Admin" in capsys.readouterr().out
    assert command("trust", "remove", "A. Admin") == 0
    capsys.readouterr()
    assert command("trust", "list") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("typed", "told"), [("", "at least 20"), ("1234 5678", "at least 20"), ("f" * 20, "not the fing")]
)
def test_a_key_is_not_trusted_when_nothing_or_something_else_is_typed(pack, monkeypatch, capsys, typed, told):
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert command("trust", "add", pack) == 2
    assert told in capsys.readouterr().err
    assert not (pack.parent / "office" / "trust").exists()


def test_trust_takes_records_and_certificates_and_refuses_the_rest(office, capsys, monkeypatch):
    tmp_path, fingerprint = office
    assert command("record", CASE, "--out", tmp_path / "record.pdf") == 0
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path / "work"))
    capsys.readouterr()
    assert command("verify", tmp_path / "record.pdf", "--json") == 0
    assert json.loads(capsys.readouterr().out)["questions"]["trusted"]["answer"] == "unknown"
    assert trust(tmp_path / "record.pdf", fingerprint, "--only", "records") == 0
    capsys.readouterr()
    assert command("verify", tmp_path / "record.pdf", "--json") == 0
    assert json.loads(capsys.readouterr().out)["questions"]["trusted"]["answer"] == "yes"
    (tmp_path / "odd").write_bytes(b"hello")
    (tmp_path / "cut.pdf").write_bytes((tmp_path / "record.pdf").read_bytes()[:-900])
    for file, told in (("odd", "not a certificate"), ("cut.pdf", "not as it was signed"), ("none", "cannot be read")):
        assert trust(tmp_path / file, fingerprint) == 2
        assert told in one_line(capsys)
    assert trust(tmp_path / "record.pdf", fingerprint, "--only", "friends") == 2
    assert "records, law or time" in capsys.readouterr().err


def test_a_record_made_under_an_installed_edition_follows_and_is_unknown_elsewhere(pack, office, capsys, monkeypatch):
    tmp_path, fingerprint = office
    assert trust(pack, fingerprint) == 0
    assert command("law", "install", pack) == 0
    assert command("record", CASE, "--out", tmp_path / "record.pdf") == 0
    capsys.readouterr()
    assert command("verify", tmp_path / "record.pdf", "--json") == 0
    assert json.loads(capsys.readouterr().out)["questions"]["follows"]["answer"] == "yes"
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path / "work"))
    assert command("verify", tmp_path / "record.pdf", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["questions"]["follows"]["answer"] == "unknown"
    assert [finding["code"] for finding in told["findings"]] == ["edition-not-known"]


def test_what_was_altered_in_place_is_complained_of_and_not_used(pack, office, at_work, capsys):
    assert trust(pack, office[1]) == 0
    assert command("law", "install", pack) == 0
    (kept,) = (at_work / "law").glob("*.json")
    kept.write_text(kept.read_text(encoding="utf-8").replace("Newer duty", "Other duty"), encoding="utf-8")
    capsys.readouterr()
    assert command("assess", CASE, "--json") == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["law"]["version"] == "2026.11.0"
    assert "was damaged or altered, so it is not used" in said.err


def test_what_a_key_signed_that_is_trusted_no_longer_serves_old_records_only(pack, office, capsys, monkeypatch):
    tmp_path, fingerprint = office
    assert trust(pack, fingerprint) == 0
    assert command("law", "install", pack) == 0
    assert command("record", CASE, "--out", tmp_path / "record.pdf") == 0
    assert command("trust", "remove", "A. Admin") == 0
    capsys.readouterr()
    assert command("assess", CASE, "--json") == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["law"]["version"] == "2026.11.0"
    assert "serves old records only" in said.err
    assert command("verify", tmp_path / "record.pdf", "--json") == 0
    assert json.loads(capsys.readouterr().out)["questions"]["follows"]["answer"] == "yes"


@pytest.mark.parametrize(
    "day", ["20261123", "2026-W48-1", "2026-02-30", "yesterday", "2026-11-23T10:00", "26-11-23", ""]
)
def test_a_day_that_is_none_is_refused_everywhere(day, at_work, capsys):
    for words in (["assess", CASE, "--on", day or " "], ["explain", CASE, "--on", day or " "], ["law", "at", day]):
        assert command(*words) == 2
        assert "not a day of the calendar" in one_line(capsys)
    assert not at_work.exists()


def test_the_law_at_a_day_says_what_is_still_to_come(at_work, capsys):
    assert command("law", "at", "2026-09-29") == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()[1:]}
    assert lines["ca2004-s16la"].endswith("begins on 30 September 2026")
    assert lines["cpa2026-csa-reporting"].endswith("Not law on this day, enacted and not in force")
    assert command("law", "at", "2026-09-30", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert "cpa2026-csa-reporting" in told["coming"]
    assert "ca2004-s16la" in told["in_force"]
    assert "ca2004-s16la" not in told["coming"]
