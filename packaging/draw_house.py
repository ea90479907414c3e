"""Draws docs/house.md: every module with the first line of its docstring."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {
    "case": "WHAT WAS SAID",
    "law": "WHAT THE LAW SAYS",
    "guide": "WHAT TO ASK NEXT",
    "record": "WHAT IS KEPT",
    "store": "WHERE IT IS KEPT",
    "desk": "WHAT A PERSON DOES",
    "cli": "THE COMMANDS",
    "desktop": "THE SCREEN",
}


def first_line(path: Path) -> str:
    """Give the first line of a module's docstring, or nothing."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def draw() -> str:
    """Give the whole page."""
    source = ROOT / "src" / "lawfulshare"
    lines = [
        "# The house",
        "",
        "Every module, with the first line of its docstring. Drawn by `python packaging/draw_house.py`; a test holds",
        "it level.",
        "",
        "A room leans only on those before it: `faults` → `content`, `filing` → `wording` → `case` → `law` → `guide`,",
        "`record` → `store` → `desk` → `cli`, `desktop`. Inside the law: `language` → `packs` → `answer`. `forms/`",
        "holds what we ask, `resources/` what the law says and all else that is shipped. The contracts stand in",
        "`pyproject.toml` and are checked by `make check`.",
        "",
        "```",
    ]
    room = ""
    for path in sorted(
        source.rglob("*.py"), key=lambda path: (len(path.relative_to(source).parts) > 1, path.as_posix())
    ):
        name = path.relative_to(source).as_posix()
        here = name.partition("/")[0] if "/" in name else ""
        if here != room:
            room = here
            lines += ["", f"{room}/  {ROOMS[room]}"]
        lines.append(f"  {name.removeprefix(room + '/'):34}{first_line(path)}".rstrip())
    return "\n".join([*lines, "```", ""])


if __name__ == "__main__":
    target = ROOT / "docs" / "house.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(draw(), encoding="utf-8")
    sys.stdout.write(f"{target.relative_to(ROOT)} drawn\n")
