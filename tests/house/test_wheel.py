"""What is installed is whole: the wheel carries the forms and the resources, file for file, and runs from anywhere."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--wheel-dir", folder]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, ROOT], check=True, timeout=120)
    (made,) = folder.glob("*.whl")
    return made


def shipped(folder: str) -> set[str]:
    told = subprocess.run(["git", "ls-files", folder], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {f"lawfulshare/_data/{name}" for name in told.splitlines() if (ROOT / name).is_file()}


def test_the_wheel_carries_all_forms_and_all_resources(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert len(shipped("forms")) > 10
    assert len(shipped("resources")) > 100
    assert shipped("forms") | shipped("resources") <= names


def test_a_case_is_assessed_from_the_wheel_alone(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    stated = json.loads(next((ROOT / "tests" / "acceptance").glob("01-*.json")).read_text(encoding="utf-8"))
    (tmp_path / "case.json").write_text(json.dumps(stated["case"]), encoding="utf-8")
    code = "from lawfulshare import content; print(content.root()); from lawfulshare.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, "assess", "case.json", "--json"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    where, _, answer = done.stdout.partition("\n")
    assert Path(where) == tmp_path / "installed" / "lawfulshare" / "_data", done.stderr
    assert json.loads(answer)["outcome"] == "URGENT"
