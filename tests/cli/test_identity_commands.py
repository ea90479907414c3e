"""identity and authority: keys brought along, asked for and enrolled; an authority of one's own; no secret is told."""

import io
import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from keyring.backends.fail import Keyring as NoKeyring

from lawfulshare.cli.main import run
from lawfulshare.record.certificates import self_signed
from lawfulshare.record.identities import new

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "theo.json"
CANARY = "heron-canary-4711-quiet"
WHO = ("--name", "J. Malik", "--role", "Health visitor", "--organisation", "Northmoor")


def command(*words: object) -> int:
    return run([str(word) for word in words], window=lambda: 0, demo=lambda out: 0)


class Computers:
    """Several computers in one test: each has a home and a passphrase file of its own."""

    def __init__(self, folder, monkeypatch) -> None:
        self.folder, self._patch = folder, monkeypatch

    def sit_at(self, name: str, *, passphrase_file: bool = True) -> None:
        secret = self.folder / f"{name}.txt"
        secret.write_text(f"{name}-{CANARY}\n", encoding="utf-8")
        self._patch.setenv("LAWFULSHARE_HOME", str(self.folder / name))
        if passphrase_file:
            self._patch.setenv("LAWFULSHARE_PASSPHRASE_FILE", str(secret))
        else:
            self._patch.delenv("LAWFULSHARE_PASSPHRASE_FILE", raising=False)

    def types(self, *lines: str) -> None:
        self._patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.fixture
def computers(tmp_path, monkeypatch):
    import keyring

    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield Computers(tmp_path, monkeypatch)
    keyring.set_keyring(before)


def founded(computers) -> None:
    computers.sit_at("office")
    assert command("authority", "new", "--name", "Northmoor authority", "--organisation", "Northmoor") == 0


def issued(computers, capsys):
    """J. Malik asked, and the office issued; the certificate waits in a file."""
    founded(computers)
    computers.sit_at("malik")
    assert command("identity", "request", *WHO, "--out", computers.folder / "malik.csr") == 0
    fingerprint = capsys.readouterr().out.splitlines()[-1].strip()
    computers.sit_at("office")
    computers.types(fingerprint[:30])
    out = computers.folder / "malik.pem"
    assert command("authority", "issue", computers.folder / "malik.csr", "--out", out) == 0
    assert "J. Malik, Health visitor, Northmoor" in capsys.readouterr().out
    return out


def test_from_request_to_enrolled_identity_and_on_the_list(computers, capsys):
    certificate = issued(computers, capsys)
    computers.sit_at("malik")
    assert command("identity", "list") == 0
    assert "waits for its certificate" in capsys.readouterr().out
    assert command("identity", "enrol", certificate) == 0
    capsys.readouterr()
    assert command("identity", "list", "--json") == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed["issued_by"] == ["Northmoor authority, Northmoor"]
    assert listed["locked_by"] == "passphrase"


def test_the_list_tells_what_expires_soon_and_what_has_expired(computers, capsys):
    computers.sit_at("malik")
    for role, days in (("Expired", 5 * 365 + 9), ("Soon", 5 * 365 - 20), ("New", 1)):
        at = datetime.now(UTC) - timedelta(days=days)
        new(computers.folder / "malik", "J. Malik", role, "Northmoor", CANARY, at=at)
    assert command("identity", "list") == 0
    lines = capsys.readouterr().out.splitlines()
    told = {
        line.split(",")[1].strip(): lines[place + 2 : place + 3]
        for place, line in enumerate(lines)
        if "J. Malik" in line
    }
    assert "expires in 20 days" in told["Soon"][0]
    assert "signs nothing" in told["Expired"][0]
    assert told["New"] and "J. Malik" in told["New"][0]


def test_an_identity_is_brought_along_and_the_passphrase_of_its_file_is_asked_for(computers, capsys):
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = self_signed(key, "J. Malik", "Health visitor", "Northmoor", datetime.now(UTC))
    lock = serialization.BestAvailableEncryption(CANARY.encode())
    (computers.folder / "mine.p12").write_bytes(
        pkcs12.serialize_key_and_certificates(b"mine", key, certificate, None, lock)
    )
    computers.sit_at("malik", passphrase_file=False)
    computers.types(CANARY, "another passphrase", "another passphrase")
    assert command("identity", "import", computers.folder / "mine.p12") == 0
    told = capsys.readouterr()
    assert certificate.fingerprint(hashes.SHA256()).hex() in told.out.replace(" ", "")
    assert CANARY not in told.out + told.err
    computers.types(CANARY, "another passphrase", "a slip of the hand")
    assert command("identity", "import", computers.folder / "mine.p12") == 2
    assert "not the same" in capsys.readouterr().err
    computers.sit_at("unattended")
    computers.types(CANARY)
    assert command("identity", "import", computers.folder / "mine.p12") == 0, (
        "the passphrase file does not open this one"
    )


def test_the_office_does_not_issue_when_the_fingerprint_is_another(computers, capsys):
    founded(computers)
    computers.sit_at("malik")
    command("identity", "request", *WHO, "--out", computers.folder / "malik.csr")
    computers.sit_at("office")
    computers.types("0123 4567 89ab cdef 0123 4567")
    out = computers.folder / "malik.pem"
    assert command("authority", "issue", computers.folder / "malik.csr", "--out", out) == 2
    assert "do not issue anything" in capsys.readouterr().err
    assert not out.exists()


def test_who_left_stands_on_the_list_of_withdrawn_certificates(computers, capsys):
    certificate = issued(computers, capsys)
    out = computers.folder / "withdrawn.crl"
    today = x509.load_pem_x509_certificate(certificate.read_bytes()).not_valid_before_utc.date().isoformat()
    assert command("authority", "revoke", "J. Malik", "--reason", "left", "--from", today) == 0
    assert "authority crl" in capsys.readouterr().out
    assert command("authority", "crl", "--out", out) == 0
    listed = x509.load_der_x509_crl(out.read_bytes())
    serial = x509.load_pem_x509_certificate(certificate.read_bytes()).serial_number
    assert listed.get_revoked_certificate_by_serial_number(serial)
    capsys.readouterr()
    assert command("authority", "list") == 0
    assert "left the organisation" in capsys.readouterr().out
    assert command("authority", "list", "--json") == 0
    assert [one["withdrawn"] for one in json.loads(capsys.readouterr().out)] == ["left"]
    assert command("authority", "revoke", "J. Malik", "--reason", "left") == 2
    assert "withdrawn already" in capsys.readouterr().err


def test_the_trust_kit_holds_what_a_colleague_needs_and_the_fingerprint_to_compare(computers, capsys):
    founded(computers)
    fingerprint = capsys.readouterr().out.splitlines()[-1].strip()
    folder = computers.folder / "kit"
    assert command("authority", "kit", "--out", folder) == 0
    root = x509.load_der_x509_certificate((folder / "authority.cer").read_bytes())
    assert x509.load_pem_x509_certificate((folder / "authority.pem").read_bytes()) == root
    assert x509.load_der_x509_crl((folder / "withdrawn.crl").read_bytes()).is_signature_valid(root.public_key())
    assert fingerprint in (folder / "read-me-first.txt").read_text(encoding="utf-8")
    assert "Certified documents" in (folder / "acrobat.txt").read_text(encoding="utf-8")
    assert "PRIVATE" not in "".join(path.read_text(encoding="latin-1") for path in folder.iterdir())
    computers.sit_at("colleague")
    assert command("trust", "add", folder / "authority.pem", "--only", "records", "--fingerprint", fingerprint) == 0
    assert command("trust", "crl", folder / "withdrawn.crl") == 0
    capsys.readouterr()
    assert command("trust", "list") == 0
    told = capsys.readouterr().out
    assert "list of withdrawn certificates of" in told and "was due" not in told
    assert command("trust", "crl", folder / "authority.cer") == 2
    assert "no such list" in capsys.readouterr().err
    computers.sit_at("office")
    assert command("authority", "kit", "--out", folder) == 2
    assert "something in it already" in capsys.readouterr().err


def test_a_timestamp_server_that_gives_none_leaves_the_choice_to_sign_without(computers, capsys):
    computers.sit_at("malik")
    assert command("identity", "new", *WHO) == 0
    out = computers.folder / "record.pdf"
    assert command("identity", "timestamps", "http://127.0.0.1:1/tsa") == 0
    capsys.readouterr()
    assert command("identity", "timestamps") == 0
    assert "127.0.0.1:1" in capsys.readouterr().out
    assert command("record", EXAMPLE, "--out", out) == 2
    assert "--no-timestamp" in capsys.readouterr().err
    assert not list(computers.folder.glob("*record.pdf*"))
    assert command("record", EXAMPLE, "--out", out, "--no-timestamp") == 0
    assert command("identity", "timestamps", "--off") == 0
    capsys.readouterr()
    assert command("verify", out, "--json") == 0
    assert json.loads(capsys.readouterr().out)["signatures"][0]["level"] == "B-B"
    assert command("identity", "timestamps", "clock") == 2
    assert "no address" in capsys.readouterr().err


def test_no_passphrase_is_printed_logged_or_kept(computers, capsys, caplog):
    caplog.set_level(logging.DEBUG)
    certificate = issued(computers, capsys)
    computers.sit_at("malik")
    for words in (("identity", "enrol", certificate), ("identity", "new", *WHO), ("identity", "list")):
        assert command(*words) == 0
    (computers.folder / "malik.txt").write_text(f"wrong-{CANARY}", encoding="utf-8")
    assert command("identity", "import", certificate) == 2
    computers.sit_at("office")
    assert command("authority", "kit", "--out", computers.folder / "kit") == 0
    told = capsys.readouterr()
    secrets = {path: path.read_bytes() for path in computers.folder.glob("*.txt")}
    kept = b"".join(path.read_bytes() for path in computers.folder.rglob("*") if path.is_file() and path not in secrets)
    for place in (told.out, told.err, caplog.text, kept.decode("latin-1")):
        assert CANARY not in place


def test_no_command_takes_a_passphrase_or_a_pin_as_a_word(computers):
    from typer.main import get_command

    from lawfulshare.cli.main import app

    def options(group):
        for inner in group.commands.values():
            yield from options(inner) if hasattr(inner, "commands") else inner.params

    named = {name.casefold() for option in options(get_command(app)) for name in option.opts}
    assert not [name for name in named if any(word in name for word in ("pass", "pin", "secret"))]
