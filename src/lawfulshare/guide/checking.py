"""Finds what is wrong with a door: unknown facts, looks forwards, choices and kinds that do not fit."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from lawfulshare.case import paths
from lawfulshare.case.vocabulary import Contact
from lawfulshare.faults import Fault
from lawfulshare.guide.form import Door, FieldKind, Page, Question, facts_asked
from lawfulshare.law.language.nodes import Said, Some, Term, walk
from lawfulshare.law.language.terms import BadTerm

FITS: Mapping[FieldKind, frozenset[str]] = {
    "yes_no_not_known": frozenset({"truth"}),
    "choose_one": frozenset({"choice"}),
    "choose_many": frozenset({"choices"}),
    "pick_from_list": frozenset({"choice", "text"}),
    "people": frozenset({"ids"}),
    "person": frozenset({"choice"}),
    "recipient": frozenset({"choice"}),
    "items": frozenset({"ids"}),
    "line": frozenset({"text"}),
    "paragraph": frozenset({"text"}),
    "lines": frozenset({"texts"}),
    "number": frozenset({"number"}),
    "day": frozenset({"day"}),
    "files": frozenset({"entries"}),
    "grid": frozenset({"entries"}),
    "relationships": frozenset({"entries"}),
    "family_parts": frozenset({"choices"}),
    "bases": frozenset({"texts"}),
    "question": frozenset({"text"}),
}
"""Which kinds of fact a kind of field can answer."""

CHOSEN: frozenset[FieldKind] = frozenset(
    {"choose_one", "choose_many", "pick_from_list", "relationships", "family_parts"}
)


def faults_of(door: Door) -> Iterator[Fault]:
    """Find every fault of a door, page by page in its order."""
    asked: set[str] = set(door.settles)
    for page in door.pages:
        where = f"{door.mode}/{page.name}"
        if page.when is not None:
            yield from _looks(where, page.when, page, asked, bound=None)
            if not page.skipped_because:
                yield Fault(where, "it says when, and not why it is skipped", "Add skipped_because.")
        if page.each:
            asked.add(paths.ENTRIES[page.each])
        for question in page.asks:
            yield from _question_faults(f"{where} {question.fact}", page, question)
            if question.when is not None:
                yield from _looks(f"{where} {question.fact}", question.when, page, asked, bound=page.each)
            asked.update(facts_asked(question))


def _question_faults(where: str, page: Page, question: Question) -> Iterator[Fault]:
    kind = paths.facts().get("disclosures" if question.as_ == "grid" else question.fact)
    if kind is None or (question.as_ == "grid") != (question.fact == "disclosure"):
        yield Fault(where, "there is no such fact", "Choose one of the case file's facts.")
        return
    if kind.kind not in FITS[question.as_]:
        yield Fault(where, f"{question.as_} cannot answer a fact of kind {kind.kind}", "Choose a field that fits.")
    root = question.fact.partition(".")[0]
    if root in paths.ENTRIES and question.as_ != "grid" and root != page.each:
        yield Fault(where, f"it asks of {root}, and the page is not about each {root}", f"Say each: {root}.")
    if question.otherwise is not None and (
        question.when is None or question.otherwise not in (kind.choices or (True, False))
    ):
        yield Fault(where, "otherwise has no condition, or cannot be an answer", "Give both, or neither.")
    if question.as_ in CHOSEN and not question.choices:
        yield Fault(where, "nothing can be chosen", "Give the choices and their words.")
    allowed = get_args(Contact) if question.as_ == "relationships" else kind.choices
    if question.as_ in CHOSEN:
        for choice in question.choices:
            if allowed and choice.value not in allowed:
                yield Fault(where, f"{choice.value} is not in the closed list", f"Use one of {len(allowed)}.")


def _looks(where: str, written: Any, page: Page, asked: set[str], bound: str | None) -> Iterator[Fault]:
    """Find what a condition may not look at: no fact, a later answer, an entry that is not bound, a free text."""
    try:
        term = (
            page.term
            if written is page.when
            else next(question.term for question in page.asks if question.when is written)
        )
    except BadTerm as problem:
        yield Fault(where, str(problem), "Write a condition over earlier answers.")
        return
    for root in sorted(term.looks_at - {bound}):
        yield Fault(where, f"it looks at one {root}, and none is bound there", "Say some or every, or ask it of each.")
    for part in walk(term):
        path = _path_of(part)
        if path is None:
            continue
        if isinstance(part, Said):
            yield Fault(where, f"it looks at the free text {path}", "Look at an answer that is not written freely.")
        elif path not in asked:
            yield Fault(where, f"it looks at {path}, which no earlier question asks", "Look only at earlier answers.")


def _path_of(part: Term) -> str | None:
    if isinstance(part, Some):
        return paths.ENTRIES["person"] if part.binds == "person" else paths.ENTRIES["disclosure"]
    path: str | None = getattr(part, "path", None)
    return path
