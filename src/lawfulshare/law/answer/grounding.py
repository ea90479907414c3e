"""What carries an answer and how well it is known: unread, at second hand and what else carries it; law to come."""

from collections.abc import Iterable, Iterator, Sequence

from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.assessment import DisclosureAnswer, Warning_
from lawfulshare.law.answer.findings import NO_PAIR, SENT, Findings
from lawfulshare.law.language.nodes import Term
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording, wording


def about_the_law(found: Findings, disclosures: Sequence[DisclosureAnswer]) -> Iterator[Warning_]:
    """Warn of law that was not read, is known at second hand, or was not looked over for so late a day."""
    words, law = wording("en"), found.law
    for name in carrying(found, disclosures):
        provision, version = law.provision(name), law.version(name)
        if provision.read == "no":
            yield Warning_(code="rests-on-unread-law", at=name, text=words("law.unread", title=provision.title))
        if version is not None and version.status == "in_force_secondary":
            text = words("law.secondary", title=provision.title)
            besides = _besides(found, name, disclosures, words)
            yield Warning_(code="rests-on-secondary-law", at=name, text=f"{text} {besides}".strip())
    until = law.nation.looked_over_until
    if law.day > until:
        yield Warning_(code="law-not-looked-over", at="law", text=words("law.not_looked_over", day=words.day(until)))


def carrying(found: Findings, disclosures: Iterable[DisclosureAnswer]) -> tuple[str, ...]:
    """Give the provisions that carry an answer: duties, the best of each layer of each pair, what forbids."""
    names: list[str] = list(found.duties)
    for pair, answer in zip(found.pairs, disclosures, strict=True):
        names += _of_the_pair(found, pair, answer)
    return tuple(dict.fromkeys(names))


def _of_the_pair(found: Findings, pair: str, answer: DisclosureAnswer) -> Iterator[str]:
    yield from (*answer.gateways[:1], *answer.lawful_basis[:1], *answer.condition[:1])
    yield from found.holds("restriction", pair)
    routes = answer.confidentiality[:1]
    yield from [name for name in found.holds("confidence", pair) if found.law.provision(name).route in routes][:1]


def _besides(found: Findings, name: str, disclosures: Sequence[DisclosureAnswer], words: Wording) -> str:
    """Say what else carries all that a provision at second hand carries, or that nothing does.

    The pairs are weighed again under the same law without anything that is known at second hand: what then has the
    same verdict does not depend on it. Silent where the provision carries nothing that is sent.
    """
    firm = Findings(found.case, found.law.firm, found)
    others: dict[str, None] = {}
    for pair, answer in zip(found.pairs, disclosures, strict=True):
        if answer.verdict not in SENT or name not in (*_of_the_pair(found, pair, answer), *answer.gateways):
            continue
        if firm.verdicts[pair] != answer.verdict:
            return words("law.secondary_alone")
        for kind, offered in (("basis", answer.lawful_basis), ("condition", answer.condition)):
            held = firm.holds(kind, pair)
            others |= dict.fromkeys([other for other in offered if other in held][:1])
    titles = [words("law.quoted", title=found.law.provision(other).title) for other in others]
    if len(titles) == 1:
        return words("law.secondary_besides_one", name=titles[0])
    return words("law.secondary_besides_more", others=", ".join(titles[:-1]), last=titles[-1]) if titles else ""


def coming(found: Findings) -> tuple[str, ...]:
    """Give the provisions that are enacted and not in force on the day, and that bear on this case.

    One bears on a case where at least one of its conditions is met, none fails and no exception holds: a duty also
    without a pair, since it may ask for one that nobody proposed; anything else for some pair. A provision without
    conditions does not say on what it bears, so it is listed for none; `law at` shows it.
    """
    return tuple(name for name, parts in found.law.coming.items() if _bears(found, name, *parts))


def _bears(found: Findings, name: str, conditions: Iterable[Term], exceptions: Iterable[Term]) -> bool:
    duty = found.law.provision(name).kind == "duty"
    for pair in (NO_PAIR, *found.pairs) if duty or not found.pairs else found.pairs:
        truths = {found.truth(term, pair) for term in conditions}
        excused = any(found.truth(term, pair) is Truth.HOLDS for term in exceptions)
        if Truth.HOLDS in truths and Truth.FAILS not in truths and not excused:
            return True
    return False


def coming_told(law: Law, names: Iterable[str]) -> list[str]:
    """Tell law that is coming, a line each: that it decides nothing yet, and from when it will, if a day is known."""
    words, lines = wording("en"), []
    for name in names:
        provision, begins = law.provision(name), law.begins(name)
        key = "coming_from" if begins else "coming"
        day = words.day(begins) if begins else ""
        lines.append(words(f"law.{key}", title=provision.title, citation=provision.citation, day=day))
    return lines
