"""What another pack would make of a case: which answers differ, and from which changes of the law that comes."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypeAlias

from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadPack
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.answer.assessment import Assessment, DisclosureAnswer
from lawfulshare.law.language.terms import BadTerm
from lawfulshare.law.packs.comparing import Difference, compare, put_back, whole
from lawfulshare.law.packs.pack import Pack

What: TypeAlias = Literal["outcome", "duties", "verdict", "basis", "condition", "route"]
_OF_A_PAIR: dict[What, str] = {
    "verdict": "verdict", "basis": "lawful_basis", "condition": "condition", "route": "confidentiality",
}  # fmt: skip


class Differs(NamedTuple):
    """One part of an answer that would be another: which, of which pair, what it was and what it would be."""

    what: What
    pair: str
    old: Any
    new: Any


def differing(old: Assessment, new: Assessment) -> tuple[Differs, ...]:
    """Give outcome, duties, verdicts, bases, conditions and routes that differ."""
    return tuple(_differing(old, new))


def _differing(old: Assessment, new: Assessment) -> Iterator[Differs]:
    if (old.outcome, old.stands) != (new.outcome, new.stands):
        yield Differs("outcome", "", old.outcome, new.outcome)
    if set(old.duties) != set(new.duties):
        yield Differs("duties", "", old.duties, new.duties)
    before = {_pair(answer): answer for answer in old.disclosures}
    for answer in new.disclosures:
        was = before[_pair(answer)]
        for what, field in _OF_A_PAIR.items():
            if getattr(was, field) != getattr(answer, field):
                yield Differs(what, _pair(answer), getattr(was, field), getattr(answer, field))


def _pair(answer: DisclosureAnswer) -> str:
    return f"{answer.item}>{answer.recipient}"


class Impact:
    """Compares what two packs make of cases. Packs in which one change is undone are made once and kept."""

    def __init__(self, old: Pack, new: Pack) -> None:
        self.old, self.new = old, new
        self.differences = compare(whole(old), whole(new))
        self._without: dict[tuple[str, str], Pack] = {}

    def of(self, case: CaseFile, day: str, told: Assessment | None = None) -> tuple[Differs, ...]:
        """Give what would differ from what was told, or from what the old pack says.

        Raises:
            BadPack: one of the packs leads in a circle on that day.
        """
        before = told or first_answer(case, self.old.on(day))
        return differing(before, first_answer(case, self.new.on(day)))

    def because(self, case: CaseFile, day: str) -> tuple[Difference, ...]:
        """Give the changes without which the new pack would answer otherwise; all of them where none does so alone."""
        answer = first_answer(case, self.new.on(day))
        if not differing(first_answer(case, self.old.on(day)), answer):
            return ()
        alone = tuple(one for one in self.differences if self._matters(one, case, day, answer))
        return alone or self.differences

    def _matters(self, difference: Difference, case: CaseFile, day: str, answer: Assessment) -> bool:
        """Say whether the new pack answers otherwise without one change; no, where it cannot stand without it."""
        key = (difference.about, difference.name)
        if key not in self._without:
            self._without[key] = put_back(self.new, self.old, difference)
        try:
            return bool(differing(answer, first_answer(case, self._without[key].on(day))))
        except (BadPack, BadTerm):
            return False
