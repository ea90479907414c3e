"""The rules of the house, held as tests: sizes, names, direction, documents, and that content stays content."""

import ast
import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from lawfulshare import content
from lawfulshare.case import paths
from lawfulshare.guide.form import Page

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "lawfulshare"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 45
MOST_METHODS = 12
DRAWERS = {"utils", "helpers", "common", "misc", "core", "types"}
EMPTY_CLASS_NAMES = re.compile(r"(Base|Abstract|Manager|Handler|Service|Helper|Util)\w*$|^(Base|Abstract)")


def relative(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_nothing_leans_on_the_floor_above_it():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_is_small_named_for_what_it_is_and_says_what_it_is_for(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert path.stem not in DRAWERS
    assert ast.get_docstring(tree(path)), "the first line of a module says what it is for"


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_functions_and_classes_stay_within_their_size(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"
        if isinstance(node, ast.ClassDef):
            methods = [
                part for part in node.body if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")
            ]
            assert len(methods) <= MOST_METHODS, f"{node.name} does too much"
            assert not EMPTY_CLASS_NAMES.search(node.name), f"{node.name} says nothing"


def provision_ids() -> set[str]:
    """Ids of more than one word; those of one are words of the format too, such as a person who is deceased."""
    return {
        path.stem
        for path in (content.resources() / "law").glob("*/*.yaml")
        if not path.name.endswith(".cases.yaml") and "-" in path.stem
    }


def texts(path: Path) -> set[str]:
    return {
        node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_code_names_no_provision(path):
    assert not provision_ids() & texts(path)


def test_code_names_no_page():
    pages = {path.stem for path in (content.forms()).glob("*/*.yaml")} - {"pages", "choices"}
    # A page may be called what the format calls a part of the case; those words are told apart by what they do.
    words_of_the_format = {fact.partition(".")[0] for fact in paths.facts()} | set(paths.ENTRIES.values())
    specials = set(get_args(get_args(Page.model_fields["special"].annotation)[0]))
    words_of_the_format |= specials | {"grid"}
    for path in (path for path in MODULES if relative(path).startswith(("guide/", "desktop/", "desk/", "cli/"))):
        assert not (pages - words_of_the_format) & texts(path), relative(path)


def test_nothing_in_the_window_moves_of_its_own_accord():
    """Whoever asks the system for less motion has it: there is none to take away (WCAG 2.2, 2.3.3)."""
    moving = re.compile(r"\bQ\w*Animation\b|\bQTimeLine\b|\bQMovie\b|\bQSplashScreen\b")
    found = [path.name for path in sorted((SOURCE / "desktop").rglob("*.py")) if moving.search(path.read_text("utf-8"))]
    assert found == []
    assert moving.search("QPropertyAnimation(self, b'pos')")


def test_the_map_of_the_house_is_current():
    spec = importlib.util.spec_from_file_location("draw_house", ROOT / "packaging" / "draw_house.py")
    drawing = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drawing)
    assert (ROOT / "docs" / "house.md").read_text(encoding="utf-8") == drawing.draw()


@pytest.mark.parametrize(
    "name",
    [
        "case", "assessment", "record", "verification", "review", "review-verification", "follow-up",
        "follow-up-verification", "handover",
    ],
)  # fmt: skip
def test_the_published_schemas_are_current(name):
    from lawfulshare.case import case_file
    from lawfulshare.law.answer import assessment
    from lawfulshare.record import follow_up, follow_up_checking, record, review_checking, review_sheet, verification
    from lawfulshare.store import handover

    schemas = {
        "case": case_file, "assessment": assessment, "record": record, "verification": verification,
        "review": review_sheet, "review-verification": review_checking, "follow-up": follow_up,
        "follow-up-verification": follow_up_checking, "handover": handover,
    }  # fmt: skip
    published = json.loads((ROOT / "docs" / "formats" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert published == schemas[name].schema()


def test_each_command_stands_in_the_handbook():
    from typer.main import get_command

    from lawfulshare.cli.main import app

    handbook = (ROOT / "docs" / "handbook" / "commands.md").read_text(encoding="utf-8")
    for name, command in get_command(app).commands.items():
        names = [f"{name} {inner}" for inner in command.commands] if hasattr(command, "commands") else [name]
        for spelled in names:
            assert f"`lawfulshare {spelled}" in handbook, spelled


def test_each_kind_of_fault_stands_in_the_handbook():
    from lawfulshare import faults

    handbook = (ROOT / "docs" / "handbook" / "faults.md").read_text(encoding="utf-8")
    kinds = [
        name
        for name, kind in vars(faults).items()
        if isinstance(kind, type) and issubclass(kind, faults.LawfulShareError)
    ]
    for name in kinds:
        assert f"`{name}`" in handbook, name


def test_the_repository_speaks_of_the_product_alone():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    forbidden = re.compile(
        r"(?<![\w./-])/(work|farm)/|/root/|pypi\.org|registry\.npmjs|deb\.debian\.org|files\.pythonhosted", re.I
    )
    for name in tracked:
        path = ROOT / name
        if (
            path.suffix in {".ttf", ".png", ".icc", ".pdf", ".svg"}
            or path == Path(__file__).resolve()
            or not path.is_file()
        ):
            continue
        found = forbidden.search(path.read_text(encoding="utf-8", errors="replace"))
        assert not found, f"{name}: {found.group()}"


def test_the_acceptance_cases_run_unchanged():
    from hashlib import sha256

    folder = ROOT / "tests" / "acceptance"
    names = sorted(path.name for path in folder.iterdir() if path.suffix in {".json", ".py"})
    digest = sha256(b"".join((folder / name).read_bytes() for name in names)).hexdigest()
    assert digest == (folder / "DIGEST").read_text(encoding="utf-8").strip(), (
        "the acceptance cases are not to be edited"
    )
