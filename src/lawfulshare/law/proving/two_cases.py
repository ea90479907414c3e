"""Two case files beside each other: does one say no more than the other, do they differ only in some facts?"""

from collections.abc import Iterable, Iterator
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import SILENCE_MEANS

_OPEN_WHEN_SILENT = frozenset({"truth", "choice", "choices", "ids", "number"})


def says_no_more(less: CaseFile, more: CaseFile) -> bool:
    """Say whether all that is known in one case is known, and the same, in the other."""
    before, after = dict(_said(less)), dict(_said(more))
    if any(path not in after or after[path] != value for path, value in before.items()):
        return False
    learnt = (path for path in after if path not in before)
    return all(_was_open(path) or (less.people is None and path.startswith("people")) for path in learnt)


def differ_only_in(one: CaseFile, other: CaseFile, facts: Iterable[str]) -> bool:
    """Say whether two cases are alike but for these facts."""
    ours, theirs, named = dict(_said(one)), dict(_said(other)), frozenset(facts)
    differing = (path for path in {**ours, **theirs} if ours.get(path) != theirs.get(path))
    return all(paths.fact_of(path) in named for path in differing)


def _was_open(path: str) -> bool:
    fact = paths.fact_of(path)
    kind = paths.facts().get(fact)
    open_when_silent = kind is not None and kind.kind in _OPEN_WHEN_SILENT
    return open_when_silent and fact not in SILENCE_MEANS and fact != "disclosure.extent"


def _said(case: CaseFile) -> Iterator[tuple[str, Any]]:
    """Give what is said at each path, and that an entry, or a part that may be absent as a whole, is there."""
    stated = case.model_dump(mode="json", by_alias=True, exclude_none=True)
    for key, value in stated.items():
        if key in paths.ENTRIES.values():
            yield key, True
            for position, entry in enumerate(value):
                name = entry.get("id") or (f"{entry['item']}>{entry['recipient']}" if "item" in entry else position)
                yield f"{key}.{name}", True
                yield from _below(f"{key}.{name}", entry)
        else:
            yield from _below(key, value)


def _below(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, dict):
        yield path, value
        return
    if path in SILENCE_MEANS:
        yield path, True
    for step, inner in value.items():
        yield from _below(f"{path}.{step}", inner)
