"""Sections done and to do; shortest and longest way left, computed from the conditions of the pages."""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple, TypeAlias

from lawfulshare.case import paths
from lawfulshare.guide.form import Page
from lawfulshare.guide.walk import Walk
from lawfulshare.law.language import nodes
from lawfulshare.law.language.weighing import Proof

State: TypeAlias = Literal["done", "here", "to_do", "look_again", "not_needed"]


class SectionProgress(NamedTuple):
    """One row of the rail: its title, how it stands, why it is not needed, and where a press leads."""

    title: str
    state: State
    because: str | None
    page: str | None
    position: int
    """The number of the page within the section, where the section is here; else 0."""
    pages: int


class Progress(NamedTuple):
    """The rail: every section, and how many pages are left after this one, at least and at most."""

    sections: tuple[SectionProgress, ...]
    shortest: int
    longest: int


def progress(way: Walk, here: str | None, seen: Collection[str] = (), look_again: Collection[str] = ()) -> Progress:
    """Say how far one is: `seen` are pages visited before, `look_again` are paths that went stale."""
    titles = dict.fromkeys(page.section for page in way.door.pages)
    passed = _passed(way, here) | set(seen)
    stale = {way.page_of(path) for path in look_again}
    sections = tuple(_section(way, title, here, passed, stale) for title in titles)
    shortest, longest = pages_left(way, here)
    return Progress(sections, shortest, longest)


def pages_left(way: Walk, here: str | None) -> tuple[int, int]:
    """Count the pages after this one, at least and at most, whatever is answered from here on.

    A page whose condition looks at an answer still to come counts only for the longest way; one that is open because
    an earlier answer was left open is shown, and counts for both.
    """
    names = [page.name for page in way.door.pages]
    position = names.index(here) if here in names else -1
    to_come = {
        asked.path
        for page in way.door.pages[max(position, 0) :]
        for asked in way.asked.get(page.name, ())
        if way.read(asked.path) is None
    } | {paths.ENTRIES[page.each] for page in way.door.pages[max(position, 0) :] if page.each and page.adds}
    shortest = longest = 0
    doubtful: set[str] = set()
    for page in way.door.pages[position + 1 :]:
        if page.when is not None and (_can_change(way, page, to_come) or _looks_at(page, doubtful)):
            longest += 1
            doubtful.update(question.fact for question in page.asks)
        elif page.name not in way.skipped:
            shortest, longest = shortest + 1, longest + 1
    return shortest, longest


def _can_change(way: Walk, page: Page, to_come: Collection[str]) -> bool:
    proof = way.proofs.get(page.name)
    return proof is not None and any(path in to_come for path in _leaves(proof))


def _looks_at(page: Page, facts: Collection[str]) -> bool:
    return any(getattr(part, "path", None) in facts for part in nodes.walk(page.term))


def _leaves(proof: Proof) -> Iterator[str]:
    if proof.path is not None:
        yield proof.path
    for part in proof.parts:
        yield from _leaves(part)


def _passed(way: Walk, here: str | None) -> set[str]:
    names = [page.name for page in way.pages]
    return set(names[: names.index(here)]) if here in names else set()


def _section(way: Walk, title: str, here: str | None, passed: set[str], stale: set[str | None]) -> SectionProgress:
    every = [page for page in way.door.pages if page.section == title]
    shown = [page.name for page in every if page.name not in way.skipped]
    if not shown:
        return SectionProgress(title, "not_needed", way.skipped[every[0].name], None, 0, 0)
    if here in shown:
        return SectionProgress(title, "here", None, here, shown.index(here) + 1, len(shown))
    again = next((name for name in shown if name in stale), None)
    if again:
        return SectionProgress(title, "look_again", None, again, 0, len(shown))
    first = next((name for name in shown if name not in passed and not _answered(way, name)), None)
    return SectionProgress(title, "to_do" if first else "done", None, first or shown[0], 0, len(shown))


def _answered(way: Walk, name: str) -> bool:
    asked = way.asked[name]
    return bool(asked) and all(way.read(one.path) is not None for one in asked)
