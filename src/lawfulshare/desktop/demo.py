"""Drives the real window through an example, with or without a display."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtTest import QTest

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile, read
from lawfulshare.desk.home import Settings, write_settings
from lawfulshare.desktop.app import Opened, open_window, start_qt
from lawfulshare.desktop.driving import Driver
from lawfulshare.faults import CannotWrite, Fault, LawfulShareError
from lawfulshare.filing import write_whole
from lawfulshare.record.verification import Verification
from lawfulshare.wording import wording

EXAMPLE = "theo.json"
PASSPHRASE = "a quiet desk with a lamp"
QUESTIONS = ("unchanged", "who", "trusted", "when", "matches", "follows")


def run_demo(out: Path, settings: Settings | None = None) -> int:
    """Leave pictures of each page, the signed record and its verification in a folder; give the exit status.

    Raises:
        CannotWrite: the folder cannot be made or written.
    """
    words = wording()
    example = read((content.resources() / "examples" / EXAMPLE).read_bytes())
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite.because(out.name, problem) from None
    with tempfile.TemporaryDirectory(prefix="lawfulshare-demo-", ignore_cleanup_errors=True) as folder:
        home, before = Path(folder), os.environ.get("LAWFULSHARE_HOME")
        os.environ["LAWFULSHARE_HOME"] = folder
        write_settings(home, settings or Settings(scheme="light"))
        try:
            pdf = _drive(home, out, example)
        finally:
            if before is None:
                del os.environ["LAWFULSHARE_HOME"]
            else:
                os.environ["LAWFULSHARE_HOME"] = before
    print(words("demo.where", folder=out.resolve()))
    print(words("demo.record", name=pdf.name))
    return 0


def start(home: Path) -> tuple[Opened, Driver]:
    """Open the real window on a folder and wait until one may come in."""
    app = start_qt(sys.argv[:1])
    opened = open_window(app, home)
    opened.window.show()
    for _ in range(400):
        if opened.rooms is not None and opened.window.room() is not opened.window.start:
            break
        QTest.qWait(25)
    if opened.rooms is None:
        raise LawfulShareError(Fault("window", "it did not open", "Check that Qt can show a window here."))
    opened.window.activateWindow()
    return opened, Driver(opened.window, opened.rooms)


def _drive(home: Path, out: Path, example: CaseFile) -> Path:
    opened, _ = start(home)
    window, rooms = opened.window, opened.rooms
    assert rooms is not None
    taken = [0]

    def picture(name: str) -> None:
        taken[0] += 1
        window.grab().save(str(out / f"{taken[0]:02}-{name}.png"))
        print(wording()("demo.page", number=taken[0], name=name.replace("_", " ")))

    driver = Driver(window, rooms, picture)
    driver.first_start_as(example, PASSPHRASE)
    driver.take_door(example.mode or "share")
    driver.walk(example)
    driver.sign()
    signed = driver.case.signed
    assert signed is not None
    path = out / signed.file_name
    driver.case.save_copy(path)
    _write_verification(out, signed.verification)
    rooms.show_verify(signed)
    driver.wait(lambda: not window.background.is_busy())
    picture("verified")
    window.close()
    return path


def _write_verification(out: Path, told: Verification) -> None:
    words = wording()
    write_whole(out / "verification.json", told.model_dump_json(indent=1).encode() + b"\n")
    lines = [words("demo.verification", name=told.file)]
    for name in QUESTIONS:
        question = getattr(told.questions, name)
        answer = words(f"window.verify.answer_{question.answer}")
        lines.append(f"{words(f'window.verify.{name}')} {answer} {question.says} {question.do}")
    write_whole(out / "verification.txt", "\n".join(lines).encode() + b"\n")
    print("\n".join(lines))
