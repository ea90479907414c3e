"""Finds forms/ and resources/, in the repository or inside the program; the only reader of YAML."""

import functools
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from lawfulshare.faults import BadContent, Fault

CSafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
YAML_TRAPS = frozenset({"on", "off", "yes", "no", "y", "n"})
"""Bare words that YAML 1.1 reads as true or false, even as keys."""


class _StrictLoader(CSafeLoader):  # type: ignore[misc,valid-type]
    """Safe YAML without its traps: no key given twice, no bare word that turns into a truth value."""


def _mapping(loader: Any, node: Any) -> dict[Hashable, Any]:
    loader.flatten_mapping(node)
    seen: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise yaml.MarkedYAMLError(problem=f"the key {key!r} is given twice", problem_mark=key_node.start_mark)
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


def _truth(loader: Any, node: Any) -> bool:
    if node.value.lower() in YAML_TRAPS:
        raise yaml.MarkedYAMLError(
            problem=f"the bare word {node.value!r} would be read as true or false; put it in quotes",
            problem_mark=node.start_mark,
        )
    return bool(loader.construct_yaml_bool(node))


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)
_StrictLoader.add_constructor("tag:yaml.org,2002:bool", _truth)


@functools.cache
def root() -> Path:
    """Give the folder that holds forms/ and resources/: inside the installed program, else the repository.

    Raises:
        BadContent: neither is there, so the installation is broken.
    """
    inside = Path(__file__).resolve().parent / "_data"
    if (inside / "forms").is_dir():
        return inside
    for up in Path(__file__).resolve().parents:
        if (up / "pyproject.toml").is_file() and (up / "forms").is_dir():
            return up
    raise BadContent(Fault("installation", "the folders forms and resources are missing", "Install the program again."))


def forms() -> Path:
    """Give the folder of the wizard's pages."""
    return root() / "forms"


def resources() -> Path:
    """Give the folder of the law, the wording, fonts, icons and examples."""
    return root() / "resources"


def read_yaml(path: Path) -> Any:
    """Read one YAML file strictly.

    Raises:
        BadContent: the file cannot be read, is not YAML, gives a key twice, or holds a bare yes, no, on or off.
    """
    try:
        with path.open("rb") as stream:
            return yaml.load(stream, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        line = f" line {mark.line + 1}" if mark else ""
        raise BadContent(
            Fault(f"{path.parent.name}/{path.name}{line}", problem.problem or "not YAML", "Mend the line.")
        ) from None
    except (OSError, UnicodeError, yaml.YAMLError):
        raise BadContent(
            Fault(f"{path.parent.name}/{path.name}", "it cannot be read as YAML", "Restore the file and try again.")
        ) from None
