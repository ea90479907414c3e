"""What a record still needs before it can be closed, row by row, from resources/record/required.yaml."""

import functools
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from lawfulshare import content
from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.case.vocabulary import Outcome
from lawfulshare.faults import BadContent, Fault
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.language.terms import BadTerm, FactShape, Term, read
from lawfulshare.law.language.weighing import weigh
from lawfulshare.law.packs.naming import CaseNames
from lawfulshare.record.record import AMOUNT_OF_EXTENT, GOES

WORKED_OUT: dict[str, FactShape] = {
    "assessment.outcome": FactShape("choice", get_args(Outcome)),
    **{
        fact: FactShape("truth", ())
        for fact in (
            "decision.departs", "decision.shares", "disclosure.goes", "disclosure.differs", "item.goes",
            "person.shared_about",
        )
    },
}  # fmt: skip
"""The facts that rows may look at beside those of the case."""


class Row(BaseModel):
    """One row as written: a fact that must not be silent, or something that must never be so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    needs: str | None = None
    when: Any = None
    at: str | None = None
    never: Any = None
    what: str
    mend: str

    @model_validator(mode="after")
    def _one_of_two(self) -> "Row":
        needs = self.needs is not None and self.when is not None and self.at is None and self.never is None
        never = self.at is not None and self.never is not None and self.needs is None and self.when is None
        if not needs and not never:
            raise ValueError("a row has needs and when, or at and never")
        if self.fact not in paths.facts():
            raise ValueError(f"there is no fact {self.fact}")
        return self

    @property
    def fact(self) -> str:
        """Give the fact that the row is about."""
        return self.needs or self.at or ""

    @property
    def entry(self) -> str | None:
        """Say of what the row is asked: each person, each item, and so on; None for the case."""
        first, _, rest = self.fact.partition(".")
        return first if rest and first in paths.ENTRIES else None


class _RecordNames(CaseNames):
    """The facts of the case and those worked out; the definitions of the file itself."""

    def __init__(self, terms: dict[str, Any]) -> None:
        super().__init__()
        self._terms = terms

    def shape(self, path: str) -> FactShape:
        return WORKED_OUT.get(path) or super().shape(path)

    def term(self, name: str) -> Term:
        if name not in self._terms:
            raise BadTerm(f"there is no term {name} here")
        return read(self._terms[name], self)


@functools.cache
def required() -> tuple[tuple[Row, Term], ...]:
    """Read the rows, each with its term.

    Raises:
        BadContent: the file cannot be read, or a row names a fact or a term that is not known.
    """
    written = content.read_yaml(content.resources() / "record" / "required.yaml")
    try:
        names = _RecordNames(written["terms"])
        rows = [Row.model_validate(row) for row in written["rows"]]
        return tuple((row, read(row.when if row.needs else row.never, names)) for row in rows)
    except (KeyError, TypeError, BadTerm, ValidationError) as problem:
        raise BadContent(Fault("record/required.yaml", str(problem).splitlines()[-1], "Restore the file.")) from None


def missing(case: CaseFile, assessment: Assessment) -> tuple[Fault, ...]:
    """Say all that a record still needs before it can be closed; each fault's `where` is the path of the fact."""
    seen = _Seen(case, assessment)
    return tuple(dict.fromkeys(fault for row, term in required() for fault in _faults(row, term, seen)))


def _faults(row: Row, term: Term, seen: "_Seen") -> Iterator[Fault]:
    for path, bound in seen.places(row):
        if row.needs and not _silent(paths.read(seen.case, path)):
            continue
        if weigh(term, seen.said, bound).truth is Truth.HOLDS:
            yield Fault(path, row.what, row.mend)


def _silent(said: Any) -> bool:
    return said is None or said == () or (isinstance(said, str) and not said.strip())


class _Seen:
    """The case and its assessment as rows see them."""

    def __init__(self, case: CaseFile, assessment: Assessment) -> None:
        self.case = case
        chosen = case.decision.outcome if case.decision else None
        pairs = case.disclosures or ()
        going = [pair for pair in pairs if AMOUNT_OF_EXTENT[pair.extent] in GOES]
        verdicts = {f"{answer.item}>{answer.recipient}": answer.verdict for answer in assessment.disclosures}
        sent_items = {pair.item for pair in going}
        shared_about = {p for item in case.items or () if item.id in sent_items for p in item.about or ()}
        self._worked_out: dict[str, object] = {
            "assessment.outcome": assessment.outcome,
            "decision.departs": chosen is not None and chosen != assessment.outcome,
            "decision.shares": bool(going),
            "people": tuple(person.id for person in case.people or ()),
            "disclosures": tuple(f"{pair.item}>{pair.recipient}" for pair in pairs),
        }
        for person in case.people or ():
            self._worked_out[f"people.{person.id}.shared_about"] = person.id in shared_about
        for item in case.items or ():
            self._worked_out[f"items.{item.id}.goes"] = item.id in sent_items
        for pair in pairs:
            key, mark = f"{pair.item}>{pair.recipient}", AMOUNT_OF_EXTENT[pair.extent]
            self._worked_out[f"disclosures.{key}.goes"] = mark in GOES
            self._worked_out[f"disclosures.{key}.differs"] = mark not in (verdicts.get(key, mark), "undecided")

    def said(self, path: str) -> Any:
        """Give what was said at a path, or what was worked out for it."""
        if path in self._worked_out:
            return self._worked_out[path]
        return paths.read(self.case, path)

    def places(self, row: Row) -> Iterator[tuple[str, dict[str, str]]]:
        """List the paths that a row is asked of, each with the entries that its term looks at."""
        if row.entry is None:
            yield row.fact, {}
            return
        rest = row.fact.partition(".")[2]
        for position, entry in enumerate(paths.entries(self.case, row.entry)):
            key = paths.key_of(entry, position)
            bound = {row.entry: key}
            if row.entry == "disclosure":
                bound |= {"item": entry.item, "recipient": entry.recipient}
            yield f"{paths.ENTRIES[row.entry]}.{key}.{rest}", bound
