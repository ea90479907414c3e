"""Which warnings stand beside which field of a page, and which above its entries; without a widget."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.paths import ENTRIES, fact_of
from lawfulshare.guide.form import Page, facts_asked
from lawfulshare.guide.naming import entry_name
from lawfulshare.law.answer.assessment import Assessment, Warning_


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
