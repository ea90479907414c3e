"""What carries an answer and how well it is known: unread, at second hand and what else carries it; law to come."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from lawfulshare.law.answer.assessment import DisclosureAnswer, Warning_
from lawfulshare.law.answer.findings import NO_PAIR, SENT, Findings
from lawfulshare.law.language.nodes import Term
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording, wording

UNREAD, SECONDARY = OF_WHAT_CARRIES = ("rests-on-unread-law", "rests-on-secondary-law")
"""Warnings that are about a provision that carries the answer."""
THE_LAW = "law"
"""Where a warning stands that is about the edition of the law, and about no answer."""


class Grounds:
    """What carries an answer: `carrying` it all, and `of_pairs` each pair alone, in the order of the pairs."""

    def __init__(self, found: Findings, disclosures: Sequence[DisclosureAnswer]) -> None:
        self.found, self.disclosures = found, disclosures
        pairs = zip(found.pairs, disclosures, strict=True)
        self.of_pairs = [tuple(_of_the_pair(found, pair, answer)) for pair, answer in pairs]

    @cached_property
    def carrying(self) -> tuple[str, ...]:
        """Give the provisions that carry the answer: duties, the best of each layer of each pair, what forbids."""
        return tuple(dict.fromkeys((*self.found.duties, *chain.from_iterable(self.of_pairs))))

    @cached_property
    def firm(self) -> Findings:
        """Give the findings under the same law without anything that is known at second hand."""
        return Findings(self.found.case, self.found.law.firm, self.found)


def about_the_law(grounds: Grounds) -> Iterator[Warning_]:
    """Warn of law that was not read, is known at second hand, or was not looked over for so late a day."""
    words, law = wording("en"), grounds.found.law
    for name in grounds.carrying:
        provision, version = law.provision(name), law.version(name)
        if provision.read == "no":
            yield Warning_(code=UNREAD, at=name, text=words("law.unread", title=provision.title))
        if version is not None and version.status == "in_force_secondary":
            text = words("law.secondary", title=provision.title)
            yield Warning_(code=SECONDARY, at=name, text=f"{text} {_besides(grounds, name, words)}".strip())
    until = law.nation.looked_over_until
    if law.day > until:
        yield Warning_(code="law-not-looked-over", at=THE_LAW, text=words("law.not_looked_over", day=words.day(until)))


def _of_the_pair(found: Findings, pair: str, answer: DisclosureAnswer) -> Iterator[str]:
    yield from (*answer.gateways[:1], *answer.lawful_basis[:1], *answer.condition[:1])
    yield from found.holds("restriction", pair)
    routes = answer.confidentiality[:1]
    yield from [name for name in found.holds("confidence", pair) if found.law.provision(name).route in routes][:1]


def _besides(grounds: Grounds, name: str, words: Wording) -> str:
    """Say what else carries all that a provision at second hand carries, or that nothing does.

    The pairs are weighed again under the firm law: what then has the same verdict does not depend on it. Silent where
    the provision carries nothing that is sent.
    """
    others: dict[str, None] = {}
    for pair, answer, carrying in zip(grounds.found.pairs, grounds.disclosures, grounds.of_pairs, strict=True):
        if answer.verdict not in SENT or (name not in carrying and name not in answer.gateways):
            continue
        firm = grounds.firm
        if firm.verdicts[pair] != answer.verdict:
            return words("law.secondary_alone")
        for kind, offered in (("basis", answer.lawful_basis), ("condition", answer.condition)):
            held = firm.holds(kind, pair)
            others |= dict.fromkeys([other for other in offered if other in held][:1])
    titles = [words("law.quoted", title=grounds.found.law.provision(other).title) for other in others]
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
    met, out = 0, 0
    for term in conditions:
        column = found.columns.column(term)
        met, out = met | column.holds, out | column.fails
    for term in exceptions:
        out |= found.columns.column(term).holds
    alone = 1 << found.spot(NO_PAIR) if found.law.provision(name).kind == "duty" else 0
    return bool((found.everywhere | alone) & met & ~out)


def coming_told(law: Law, names: Iterable[str]) -> list[str]:
    """Tell law that is coming, a line each: that it decides nothing yet, and from when it will, if a day is known."""
    words, lines = wording("en"), []
    for name in names:
        provision, begins = law.provision(name), law.begins(name)
        key = "coming_from" if begins else "coming"
        day = words.day(begins) if begins else ""
        lines.append(words(f"law.{key}", title=provision.title, citation=provision.citation, day=day))
    return lines
