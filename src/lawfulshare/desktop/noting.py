"""Which warnings stand beside which field of a page, and which above its entries; without a widget."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import ENTRIES, fact_of
from lawfulshare.guide.form import Page, facts_asked
from lawfulshare.guide.naming import entry_name
from lawfulshare.guide.walk import Walk
from lawfulshare.law.answer.assessment import Assessment, Warning_
from lawfulshare.law.answer.grounding import OF_WHAT_CARRIES, THE_LAW


class Notes(NamedTuple):
    """The words beside each field, by its path, and those above the page's entries or its grid."""

    beside: dict[str, tuple[str, ...]]
    above: tuple[str, ...]


NOTHING = Notes({}, ())


def notes(assessment: Assessment | None, page: Page, case: CaseFile, shown: Collection[str]) -> Notes:
    """Give each warning once: at the last of its fields that is shown, for there it is put right; else above."""
    beside: dict[str, list[str]] = {}
    above: dict[str, None] = {}
    order = {path: place for place, path in enumerate(shown)}
    for warning in on_page(assessment, page) if assessment is not None else ():
        here = sorted((path for path in warning.fields if path in order), key=order.__getitem__)
        if here:
            beside.setdefault(here[-1], []).append(warning.text)
        else:
            above[named(warning, case)] = None
    return Notes({path: tuple(dict.fromkeys(texts)) for path, texts in beside.items()}, tuple(above))


def on_page(assessment: Assessment, page: Page) -> tuple[Warning_, ...]:
    """Give the warnings that are about an answer of a page."""
    facts = frozenset(_facts(page))
    return tuple(one for one in assessment.warnings if any(fact_of(path) in facts for path in one.fields))


def come_to(warnings: Iterable[Warning_], way: Walk, here: str | None) -> tuple[Warning_, ...]:
    """Give the warnings that one can do something about by now: the page of one of their answers has been come to.

    A page has been come to if it lies before the one that is shown, or holds an answer. How well the law is known that
    carries the answer is told from the page on where one relies on it; that the law was not looked over for the day is
    told where law and answers are read. A warning about a place that no page asks is told at once.
    """
    names = [page.name for page in way.pages]
    passed = way.pages[: names.index(here) + 1] if here in names else way.pages
    return tuple(one for one in warnings if one.at != THE_LAW and _come_to(one, way, passed))


def _come_to(warning: Warning_, way: Walk, passed: Collection[Page]) -> bool:
    if warning.code in OF_WHAT_CARRIES:
        return any(page.special in ("legal_basis", "check") for page in passed)
    pages = {page for path in warning.fields if (page := way.page_of(path)) is not None}
    return not pages or any(page.name in pages for page in passed) or any(_holds_an_answer(way, page) for page in pages)


def _holds_an_answer(way: Walk, page: str) -> bool:
    return any(way.read(asked.path) not in (None, "", ()) for asked in way.questions(page))


def named(warning: Warning_, case: CaseFile) -> str:
    """Give the words of a warning, with the entry that it is about before them."""
    entry = next(filter(None, (entry_name(case, path) for path in (warning.at, *warning.fields))), None)
    return f"{entry}: {warning.text}" if entry else warning.text


def every_warning(warnings: Iterable[Warning_], case: CaseFile) -> tuple[str, ...]:
    """Give the words of every warning once, in their order."""
    return tuple(dict.fromkeys(named(warning, case) for warning in warnings))


def _facts(page: Page) -> Iterator[str]:
    for question in page.asks:
        yield from facts_asked(question)
        if question.as_ == "grid":
            yield "disclosures"
    if page.each is not None and page.adds:
        yield ENTRIES[page.each]
