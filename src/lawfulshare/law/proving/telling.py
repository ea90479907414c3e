"""Reads out what was found against a property: the case that breaks it, fact by fact, in words."""

from collections.abc import Iterator
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.answer.saying import OfTheCase, Saying
from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.proving.trial import Finding
from lawfulshare.wording import wording

_FRAME = frozenset({"format", "nation", "decided_on", "people", "items", "recipients", "disclosures"})


def tell_against(finding: Finding, pack: Pack) -> Iterator[str]:
    """Tell why a property is not proved: what is dead or unlisted, or each case that breaks it."""
    words = wording("en")
    day = words.day(finding.day)
    if not finding.cases:
        yield words(f"proving.against.{finding.because}", day=day, names=", ".join(finding.names))
        return
    titles = ("first_case", "second_case") if len(finding.cases) == 2 else ("case",)
    for title, case in zip(titles, finding.cases, strict=True):
        yield words(f"proving.against.{title}", day=day)
        sentences = list(facts_told(case, pack))
        for sentence in sentences:
            yield words("proving.against.fact", sentence=sentence)
        if not sentences:
            yield words("proving.against.nothing")


def facts_told(case: CaseFile, pack: Pack) -> Iterator[str]:
    """Tell each fact that a case states."""
    saying = Saying(OfTheCase(case), pack.provisions)
    for path, answer in _stated(case):
        sentence = saying.sentence(path, answer)
        yield sentence[:1].upper() + sentence[1:]


def _stated(case: CaseFile) -> Iterator[tuple[str, Any]]:
    for fact, kind in paths.facts().items():
        if kind.kind == "entries" or fact in _FRAME:
            continue
        root, _, rest = fact.partition(".")
        places = [fact]
        if root in paths.ENTRIES:
            entries = paths.entries(case, root)
            keys = [paths.key_of(entry, position) for position, entry in enumerate(entries)]
            places = [f"{paths.ENTRIES[root]}.{key}.{rest}" for key in keys]
        if rest in ("id", "item", "recipient") and root in paths.ENTRIES:
            continue
        for place in places:
            answer = paths.read(case, place)
            if answer is not None and answer not in ("", ()):
                yield place, answer
