"""A text of one's own read back: the coach's advice on the rationale, and the myths it seems to rest on."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.coaching import Advice, coach
from lawfulshare.guide.glossary import Myth, Where, myths

COACHED = frozenset({"decision.rationale"})
HOLDING_BACK: tuple[Where, ...] = ("withheld",)
SENDING: tuple[Where, ...] = ("shared",)
BOTH: tuple[Where, ...] = ("withheld", "shared")
READ: Mapping[str, tuple[Where, ...]] = {
    "decision.rationale": BOTH,
    "decision.instead": HOLDING_BACK,
    "decision.departs_because": BOTH,
    "disclosure.reason": BOTH,
    "balance.detriment_of_sharing": HOLDING_BACK,
    "enquiry.why": SENDING,
}
"""The texts in which a myth is looked for, and whether they may hold back, send, or do either."""
DECIDES: Mapping[str, tuple[Where, ...]] = {
    "NOT_NOW": HOLDING_BACK,
    "SHARE": SENDING,
    "withhold": HOLDING_BACK,
    "full": SENDING,
}


class ReadBack(NamedTuple):
    """What there is to say of one text: advice on the writing, and myths answered with the real test."""

    advice: tuple[Advice, ...] = ()
    myths: tuple[Myth, ...] = ()


NOTHING = ReadBack()


def is_read(fact: str) -> bool:
    """Say whether the answer to a fact is read back."""
    return fact in READ


def read_back(case: CaseFile, path: str, earlier: Sequence[str] = ()) -> ReadBack:
    """Read the text at a path back to its writer; `earlier` are the rationales of other records."""
    fact = paths.fact_of(path)
    text = paths.read(case, path)
    if not text or not is_read(fact):
        return NOTHING
    found = {myth.name: myth for where in _where(case, path, fact) for myth in myths(str(text), where)}
    return ReadBack(coach(str(text), earlier) if fact in COACHED else (), tuple(found.values()))


def _where(case: CaseFile, path: str, fact: str) -> tuple[Where, ...]:
    """Tell what the text gives reasons for: what was decided beside it narrows what it can be."""
    beside = {"decision.rationale": "decision.outcome", "disclosure.reason": path.replace(".reason", ".extent")}
    decided = paths.read(case, beside[fact]) if fact in beside else None
    return DECIDES.get(str(decided), READ[fact])
