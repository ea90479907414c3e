"""The rooms that are bound to full branch coverage are where the list says, and a gap in one is told."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def check():
    spec = importlib.util.spec_from_file_location("check_perfect", ROOT / "packaging" / "check_perfect.py")
    checking = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checking)
    return checking


@pytest.fixture
def source(tmp_path):
    """A house of the same rooms with one file in each."""
    for name in (
        "case/truth.py",
        "law/language/a.py",
        "law/packs/b.py",
        "law/answer/c.py",
        "law/book/e.py",
        "guide/d.py",
    ):
        path = tmp_path / "src" / "lawfulshare" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "src" / "lawfulshare"


def measured(check, source, **gaps):
    whole = {"missing_lines": [], "missing_branches": []}
    return {
        "files": {
            path.relative_to(source.parents[1]).as_posix(): whole | gaps.get(path.stem, {})
            for path in check.perfect_files(source)
        }
    }


def test_every_file_that_answers_in_the_law_and_the_guide_is_bound(check):
    source = ROOT / "src" / "lawfulshare"
    bound = set(check.perfect_files(source))
    for room in ("law", "guide"):
        for path in (source / room).rglob("*.py"):
            proves = path.is_relative_to(source / "law" / "proving")
            assert path in bound or proves or path == source / room / "__init__.py", path


def test_a_house_whose_rooms_are_all_covered_passes(check, source):
    assert list(check.imperfect(measured(check, source), source)) == []


def test_a_line_or_a_way_that_no_test_takes_is_told_with_its_file(check, source):
    gaps = {"b": {"missing_lines": [7]}, "d": {"missing_branches": [[3, -1]]}}
    told = list(check.imperfect(measured(check, source, **gaps), source))
    assert [line.partition(":")[0] for line in told] == ["src/lawfulshare/law/packs/b.py", "src/lawfulshare/guide/d.py"]
    assert "lines [7] not reached" in told[0]
    assert "3 to the end" in told[1]


def test_a_new_file_that_no_test_imports_is_told(check, source):
    report = measured(check, source)
    (source / "guide" / "new.py").touch()
    assert list(check.imperfect(report, source)) == ["src/lawfulshare/guide/new.py: it was not measured"]


def test_a_room_that_moved_is_told(check, source):
    (source / "guide" / "d.py").unlink()
    with pytest.raises(SystemExit, match="name the room where it is now"):
        check.perfect_files(source)
