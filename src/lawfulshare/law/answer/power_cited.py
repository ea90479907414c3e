"""What the power is that a request cites: whom it obliges, why not this holder, what to do instead."""

from collections.abc import Iterator

from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import wording


def power_cited(found: Findings, *, is_law: bool) -> str:
    """Tell of the power that the request cites; nothing where the pack does not know it, or if it is law or not."""
    power = found.scene("request.power_cited")
    provision = found.law.provisions.get(power)
    if provision is None or (found.law.version(power) is not None) is not is_law:
        return ""
    return " ".join(filter(None, _told(found, provision)))


def why_not(found: Findings, name: str) -> str | None:
    """Give the sentence of the first exception that holds, or of the first condition that fails, for some pair."""
    version = found.law.version(name)
    if version is None:
        return None
    exceptions = found.law.compiler.exceptions(name, version)
    conditions = found.law.compiler.conditions(name, version)
    for pair in found.pairs or (NO_PAIR,):
        for exception, term in zip(version.exceptions.values(), exceptions, strict=True):
            if found.truth(term, pair) is Truth.HOLDS:
                return exception.says
        for condition, term in zip(version.conditions.values(), conditions, strict=True):
            if found.truth(term, pair) is Truth.FAILS:
                return condition.fails or wording("en")("law.rejected.not_met", says=condition.says)
    return None


def _told(found: Findings, provision: Provision) -> Iterator[str | None]:
    yield wording("en")("law.power_cited", title=provision.title, citation=provision.citation)
    yield provision.plain
    yield why_not(found, provision.id) if provision.kind == "duty" else provision.effect
    yield provision.instead
