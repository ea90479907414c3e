"""The pages that this case meets, in order, and the answers that still count."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.case.vocabulary import SILENCE_MEANS
from lawfulshare.guide.form import Door, Page, Question, facts_asked
from lawfulshare.guide.hearing import hear
from lawfulshare.law.language.nodes import TRUE
from lawfulshare.law.language.weighing import Proof, Weighing, weigh


class _NeverPut:
    """What stands for a question that was never put: equal to nothing, in no list, neither true nor open."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return False

    def __repr__(self) -> str:
        return "never put"


NEVER_PUT = _NeverPut()

Lookup: TypeAlias = Callable[[str], Any]


class Asked(NamedTuple):
    """One question as it is put: of one place of the case, under the condition that let it through."""

    question: Question
    path: str
    key: str | None
    """The entry that it is asked of, by its key; None where the page is not about each of a list."""
    proof: Proof | None
    """Why it is put; None where it always is."""


@dataclass(frozen=True)
class Walk:
    """One way through a door: what is shown, what is skipped and why, which questions are put, what is heard."""

    door: Door
    case: CaseFile
    pages: tuple[Page, ...]
    skipped: Mapping[str, str]
    """The pages that are not shown, by name, each with the reason."""
    asked: Mapping[str, tuple[Asked, ...]]
    """The questions that are put, by the name of their page."""
    proofs: Mapping[str, Proof]
    """Why a page with a condition is shown or skipped, by its name."""
    heard: CaseFile
    """The case with only the answers that count."""

    @cached_property
    def read(self) -> Callable[[str], Any]:
        """Read the case at a path; None where nothing was said."""
        return paths.reading(self.case)

    @cached_property
    def put(self) -> Mapping[str, str]:
        """Give the page on which each path is asked."""
        return {asked.path: page for page, questions in self.asked.items() for asked in questions}

    def questions(self, page: str, key: str | None = None) -> tuple[Asked, ...]:
        """Give the questions that a page puts, all of them or those of one entry."""
        return tuple(asked for asked in self.asked.get(page, ()) if key is None or asked.key == key)

    def page_of(self, path: str) -> str | None:
        """Give the page that asks a path; None where no page that is shown does."""
        put = self.put
        if path in put:
            return put[path]
        grid = paths.fact_of(path).startswith("disclosure.")
        return put.get(paths.ENTRIES["disclosure"]) if grid else None

    def after(self, page: str) -> Page | None:
        """Give the page after this one; None after the last."""
        names = [shown.name for shown in self.pages]
        position = names.index(page) + 1
        return self.pages[position] if position < len(names) else None

    def before(self, page: str) -> Page | None:
        """Give the page before this one; None before the first."""
        names = [shown.name for shown in self.pages]
        position = names.index(page) - 1
        return self.pages[position] if position >= 0 else None


def walk(door: Door, case: CaseFile) -> Walk:
    """List the pages to show, each judged only on the answers of the pages before it.

    Two silences differ. "I do not know yet" leaves a later page in. A question that was never put opens nothing; an
    old answer to it neither shows a page nor reaches the law.
    """
    said = Said(door, case)
    pages: list[Page] = []
    skipped: dict[str, str] = {}
    asked: dict[str, tuple[Asked, ...]] = {}
    proofs: dict[str, Proof] = {}
    for page in door.pages:
        if page.term is not TRUE:
            proof = proofs[page.name] = weigh(page.term, said.lookup(None, None))
            if proof.truth is Truth.FAILS:
                skipped[page.name] = page.skipped_because or ""
                continue
        pages.append(page)
        if page.each:
            said.put.add(paths.ENTRIES[page.each])
        asked[page.name] = tuple(put_questions(page, case, said))
    return Walk(door, case, tuple(pages), skipped, asked, proofs, hear(door, case, frozenset(said.put), said.settled))


class Said:
    """What was said so far on the way: grows by each question that is put."""

    def __init__(self, door: Door, case: CaseFile) -> None:
        self._settles = door.settles
        self._case, self._read = case, paths.reading(case)
        self.put: set[str] = set()
        self.settled: dict[str, bool | str] = {}

    def lookup(self, each: str | None, key: str | None) -> Lookup:
        """Give a lookup that sees one entry of a list, such as `enquiry.changes` of e1."""
        prefix = f"{each}."

        def said(path: str) -> Any:
            if key is not None and each is not None and path.startswith(prefix):
                path = f"{paths.ENTRIES[each]}.{key}.{path.removeprefix(prefix)}"
            return self.at(path)

        return said

    def at(self, path: str) -> Any:
        """Give the answer at a path, as a condition may see it."""
        if path in self._settles:
            return self._settles[path]
        if path == paths.ENTRIES["person"]:
            return keys(self._case, "person") if path in self.put else ()
        if path not in self.put:
            return self.settled.get(path, NEVER_PUT)
        answer = self._read(path)
        return SILENCE_MEANS.get(paths.fact_of(path)) if answer is None else answer


def put_questions(page: Page, case: CaseFile, said: Said) -> Iterator[Asked]:
    """Put the questions of a page that is shown, of each entry where it is about a list; nothing is asked twice."""
    entries: tuple[str | None, ...] = (keys(case, page.each) or ()) if page.each else (None,)
    for key in entries:
        weighing = Weighing(said.lookup(page.each, key), remember=False)
        weighing.bind(**({"person": key} if page.each == "person" and key is not None else {}))
        for question in page.asks:
            path = path_for(page, question, key)
            if path in said.put:
                continue
            proof = None if question.term is TRUE else weighing.weigh(question.term)
            if proof is not None and proof.truth is Truth.FAILS:
                if question.otherwise is not None:
                    said.settled[path] = question.otherwise
                continue
            said.settled.pop(path, None)
            yield Asked(question, path, key, proof)
            said.put.add(path)
            if len(facts_asked(question)) > 1:
                said.put.update(
                    f"{paths.ENTRIES['disclosure']}.{pair}.{fact.partition('.')[2]}"
                    for pair in keys(case, "disclosure") or ()
                    for fact in facts_asked(question)
                )


def path_for(page: Page, question: Question, key: str | None) -> str:
    """Give the place that a question of a page asks about: `people.p1.age` for `person.age` of p1."""
    if len(facts_asked(question)) > 1:
        return paths.ENTRIES["disclosure"]
    if page.each is None or key is None:
        return question.fact
    return f"{paths.ENTRIES[page.each]}.{key}.{question.fact.removeprefix(f'{page.each}.')}"


def keys(case: CaseFile, entry: str) -> tuple[str, ...] | None:
    """Give the keys of the entries of a list in their order; None where the list is not known."""
    found = getattr(case, paths.ENTRIES[entry])
    if found is None:
        return None
    return tuple(paths.key_of(one, position) for position, one in enumerate(found))
