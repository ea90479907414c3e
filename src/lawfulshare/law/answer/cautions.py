"""Lawful but unwise, missing, contradictory; from resources/cautions.

The shape of `resources/cautions/<code>.yaml` (the file's name is the code; a key that is not named here is a fault):

    code: coercion-suspected
    each: person                      # case, or an entry of a list (person, recipient, item, disclosure, enquiry,
                                      # statement, advice, transmission): once for each
    weight: look                      # stop: put it right first | look: weigh it again | note: know it
    at: people.{person}.consent       # where; {person}, {recipient}, {item} and so on are ids; for a disclosure
                                      # disclosures.{item}>{recipient} or anything of its item or recipient
    fields:                           # the answers that it is about, marked in the window
      ["people.{person}.coercion_suspected", "people.{person}.consent.status"]
    text: Someone may be pressing this person. Speak to them alone before you rely on what they say.
    when: {all: [person.coercion_suspected, {fact: person.consent.status, in: [given, refused, withdrawn]}]}

`{power}` in the text tells what the power is that the request cites, and `{past_power}` the same where it was not law
on the day (law/answer/power_cited.py). Beside it stand the cases, `<code>.cases.yaml`, at least one of each kind:
`[{name, like: an earlier one, given: {path or key of the case file: value}, then: raised | not raised}]`.

`when` is a term (law/language/terms.py) that may look at everything: all facts and derived facts, {holds: id},
{any_of: kind}, {term: name}, {verdict: [..]} (some pair), {duty_stands: ..}, {some: pair, when: ..}, {open: ..}. A
caution with `each: person` may ask {some: pair, when: {member: person, of: item.about}}. It is given where it *holds*;
the weightiest come first. Two answers of the case are compared by the facts of law/answer/comparing.py. The assessment
itself is seen through these, and no others (a caution only; the law never sees them):

    answer.outcome           choice, or `none` while nothing stands or is suggested
    answer.stands            yes/no: false while the outcome is only suggested
    answer.has_pairs         yes/no: some disclosure is proposed
    answer.verdict           choice, of the bound disclosure: send, summarise, anonymise, withhold, advice, open
    answer.sends             yes/no, of the bound disclosure: the practitioner proposes full, summary or anonymised
    answer.exceeds           yes/no, of the bound disclosure: the proposal sends more than the verdict lets
    answer.falls_short       yes/no, of the bound disclosure: a duty stands for it and the proposal withholds it
    answer.bases_failing     list: ids of decision.bases that hold for no pair (rejected, whatever their kind)
    answer.bases_not_law     list: ids of decision.bases that the pack knows and that were not law on the day
    answer.bases_strange     list: ids of decision.bases that the pack does not know
    answer.power_known       yes/no: the pack knows the power cited by the request
    answer.power_in_force    yes/no: it was law on the day (no request, or none cited: no)
    answer.power_obliges     yes/no: it is a duty that stands for some pair, or alone
    answer.departs           yes/no: decision.outcome is given and is not the outcome of the assessment
    answer.bases_any_failing, answer.bases_any_not_law, answer.bases_any_strange    yes/no: the list is not empty

Lists are asked with `has`: {fact: answer.bases_failing, has: consents}. Warnings that the engine gives by itself,
worded in resources/wording/en/law.yaml: rests-on-unread-law, rests-on-secondary-law, law-not-looked-over and
contradiction.
"""

import functools
from collections.abc import Iterator
from string import Formatter
from typing import Any, Literal, get_args

from pydantic import ValidationError

from lawfulshare.case.vocabulary import Outcome, Verdict
from lawfulshare.faults import BadPack, Fault
from lawfulshare.law.answer.assessment import Warning_
from lawfulshare.law.answer.comparing import COMPARED, compared
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.answer.power_cited import power_cited
from lawfulshare.law.language.nodes import Term
from lawfulshare.law.language.terms import BadTerm, FactShape, read
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.procedure import Each
from lawfulshare.law.packs.provision import Written

SEEN: dict[str, FactShape] = {
    "answer.outcome": FactShape("choice", (*get_args(Outcome), "none")),
    "answer.stands": FactShape("truth", ()),
    "answer.has_pairs": FactShape("truth", ()),
    "answer.verdict": FactShape("choice", get_args(Verdict)),
    "answer.sends": FactShape("truth", ()),
    "answer.exceeds": FactShape("truth", ()),
    "answer.falls_short": FactShape("truth", ()),
    "answer.bases_failing": FactShape("texts", ()),
    "answer.bases_not_law": FactShape("texts", ()),
    "answer.bases_strange": FactShape("texts", ()),
    "answer.bases_any_failing": FactShape("truth", ()),
    "answer.bases_any_not_law": FactShape("truth", ()),
    "answer.bases_any_strange": FactShape("truth", ()),
    "answer.power_known": FactShape("truth", ()),
    "answer.power_in_force": FactShape("truth", ()),
    "answer.power_obliges": FactShape("truth", ()),
    "answer.departs": FactShape("truth", ()),
    **COMPARED,
}
"""The assessment as cautions see it, and what compares two answers."""

_OF_A_PAIR = frozenset({"verdict", "sends", "exceeds", "falls_short"})
_IDS: dict[str, set[str]] = {"case": set(), "disclosure": {"item", "recipient"}}
_WEIGHTS = ("stop", "look", "note")
_AMOUNT = {"full": 3, "summary": 2, "anonymised": 1, "withhold": 0}
_LETS = {"send": 3, "summarise": 2, "anonymise": 1, "withhold": 0, "advice": 0}
_MEND = "Mend the file under resources/cautions, or install the program again."


class Caution(Written):
    """One caution, as written."""

    code: str
    each: Each
    weight: Literal["stop", "look", "note"] = "look"
    at: str
    fields: tuple[str, ...] = ()
    text: str
    when: Any


def cautions(found: Findings) -> tuple[Warning_, ...]:
    """Give every caution that holds, with where and why."""
    columns = found.columns.seeing(_Above(found))
    return tuple(
        warning
        for caution, term in compiled(found.law)
        if (holds := columns.holding(term))
        for warning in _given(found, holds, caution)
    )


class _Above:
    """Looks up the facts of the case, and the assessment as cautions see it."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        decision = found.case.decision
        self._bases = decision.bases if decision else ()
        self._decided = decision.outcome if decision else None
        self._once: dict[str, Any] = {}

    def __call__(self, path: str) -> Any:
        """Give what is known at a path."""
        root, _, rest = path.partition(".")
        if root == "answer":
            return self._of_the_case(rest) if rest not in _OF_A_PAIR else None
        if root == "answers":
            pair, _, fact = rest.partition(".")
            return self._of_a_pair(pair, fact)
        fact = compared(self._found.scene, path)
        return self._found.scene(path) if fact is NotImplemented else fact

    def _of_a_pair(self, pair: str, fact: str) -> Any:
        if fact not in _OF_A_PAIR:
            return self._of_the_case(fact)
        verdict = self._found.verdicts[pair]
        if fact == "verdict":
            return verdict
        extent = self._found.scene(f"disclosures.{pair}.extent") or None
        if extent is None:
            return None
        if fact == "sends":
            return extent != "withhold"
        if fact == "exceeds":
            return None if verdict == "open" else _AMOUNT[extent] > _LETS[verdict]
        return extent == "withhold" and bool(self._found.holds("duty", pair))  # falls short of a duty

    def _of_the_case(self, fact: str) -> Any:
        if fact not in self._once:
            self._once[fact] = self._worked_out(fact)
        return self._once[fact]

    def _worked_out(self, fact: str) -> Any:
        outcome, stands = self._found.outcome
        power = self._found.scene("request.power_cited")
        match fact:
            case "outcome":
                return outcome or "none"
            case "stands":
                return stands
            case "has_pairs":
                return bool(self._found.pairs)
            case "bases_failing":
                return tuple(base for base in self._bases if self._fails(base))
            case "bases_not_law":
                law = self._found.law
                return tuple(base for base in self._bases if base in law.provisions and law.version(base) is None)
            case "bases_strange":
                return tuple(base for base in self._bases if base not in self._found.law.provisions)
            case "bases_any_failing" | "bases_any_not_law" | "bases_any_strange":
                return bool(self._of_the_case(fact.replace("any_", "")))
            case "power_known":
                return power in self._found.law.provisions
            case "power_in_force":
                return self._found.law.version(power) is not None
            case "power_obliges":
                return power in self._found.duties
        assert fact == "departs", fact
        return self._decided is not None and outcome is not None and self._decided != outcome

    def _fails(self, base: str) -> bool:
        law = self._found.law
        return base in law.provisions and self._found.fails_for_all(law.holds(base))


@functools.lru_cache(maxsize=8)
def compiled(law: Law) -> tuple[tuple[Caution, Term], ...]:
    """Read the cautions that stand beside a pack, under the names of its law.

    Raises:
        BadPack: one of them is not written as it should be.
    """
    read_them: list[tuple[Caution, Term]] = []
    faults: list[Fault] = []
    names = law.compiler.asking(SEEN)
    for name, written in law.cautions().items():
        try:
            caution = Caution.model_validate(written)
            if f"{caution.code}.yaml" != name:
                raise BadTerm(f"the code {caution.code} is not the name of the file")
            if strange := _places(caution) - _IDS.get(caution.each, {caution.each}):
                raise BadTerm(f"it is about each {caution.each}, and names {', '.join(sorted(strange))}")
            read_them.append((caution, read(caution.when, names)))
        except (ValidationError, BadTerm) as problem:
            what = "; ".join(_told(problem)) if isinstance(problem, ValidationError) else str(problem)
            faults.append(Fault(f"cautions/{name}", what, _MEND))
    if faults:
        raise BadPack(*faults)
    return tuple(sorted(read_them, key=lambda one: _WEIGHTS.index(one[0].weight)))


def _places(caution: Caution) -> set[str]:
    """Give the entries whose ids stand in the paths of a caution."""
    return {name for path in (caution.at, *caution.fields) for _, name, _, _ in Formatter().parse(path) if name}


def _told(problem: ValidationError) -> list[str]:
    return [f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in problem.errors(include_url=False)]


def _given(found: Findings, holds: int, caution: Caution) -> Iterator[Warning_]:
    for entry in (NO_PAIR,) if caution.each == "case" else found.scene.entries(caution.each):
        if holds >> found.spots.number(caution.each, entry) & 1:
            item, _, recipient = entry.partition(">")
            pair = {"item": item, "recipient": recipient}
            ids: dict[str, str] = pair if caution.each == "disclosure" else {caution.each: entry}
            yield Warning_(
                code=caution.code,
                at=caution.at.format(**ids),
                text=_with_the_power(found, caution.text),
                fields=tuple(field.format(**ids) for field in caution.fields),
            )


def _with_the_power(found: Findings, text: str) -> str:
    for place, is_law in (("{power}", True), ("{past_power}", False)):
        if place in text:
            text = text.replace(place, power_cited(found, is_law=is_law)).strip()
    return text
