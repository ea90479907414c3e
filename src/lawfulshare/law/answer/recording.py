"""What has to be written down: by the provisions that carry the answer, and by each requirement that applies."""

from collections.abc import Iterable, Iterator

from lawfulshare.law.answer.assessment import ToRecord
from lawfulshare.law.answer.findings import Findings


def to_record(found: Findings, carrying: Iterable[str]) -> Iterator[ToRecord]:
    """Give what each says is to be recorded, once; `carrying`: the provisions that carry the answer."""
    for name in dict.fromkeys((*carrying, *_requirements(found))):
        if text := found.law.provision(name).record:
            yield ToRecord(id=name, text=text)


def _requirements(found: Findings) -> Iterator[str]:
    """Give each requirement that holds for some pair, or for the case where no pair is proposed."""
    for name, term in found.law.terms("requirement"):
        if found.holds_for_some(term):
            yield name
