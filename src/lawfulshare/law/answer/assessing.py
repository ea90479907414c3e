"""assess(case, law): the layers of an answer on one readable page."""

from collections.abc import Iterator
from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.faults import BadCaseFile, Fault
from lawfulshare.law.answer.assessment import Assessment, DisclosureAnswer, OpenFact, ProofTold, Rejected, Warning_
from lawfulshare.law.answer.cautions import cautions
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.answer.grounding import Grounds, about_the_law, coming
from lawfulshare.law.answer.net import Net
from lawfulshare.law.answer.power_cited import why_not
from lawfulshare.law.answer.recording import to_record
from lawfulshare.law.answer.telling import tell, tell_briefly
from lawfulshare.law.answer.unknowns import open_facts, open_leaves
from lawfulshare.law.answer.what_if import SIZE, Enough, never, reach, would_change
from lawfulshare.law.language.weighing import LISTS
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import wording


class Searched(NamedTuple):
    """A whole assessment, and whether the search for what would change it was ended early."""

    assessment: Assessment
    cut_short: bool


def assess(case: CaseFile, law: Law) -> Assessment:
    """Say everything that the law makes of a case, with the proof, and what would change it.

    In a case of many disclosures only smaller sets of facts are tried, all of them; `tried_up_to` says so.

    Raises:
        BadCaseFile: the case says what no case can say; every such contradiction is a fault.
    """
    size = reach(len(case.disclosures or ()))
    answer = searched(case, law, size=size).assessment
    return answer if size == SIZE else answer.model_copy(update={"tried_up_to": size})


def searched(case: CaseFile, law: Law, *, size: int = SIZE, enough: Enough = never) -> Searched:
    """Say everything, as `assess` does, with the sets of up to so many facts that would change the answer.

    `enough` is asked again and again; where it says so, the search ends with what it has found so far.

    Raises:
        BadCaseFile: the case says what no case can say.
    """
    found = _valid(case, law)
    net = Net(found)
    changes = would_change(found, net, size=size, enough=enough)
    opened = open_facts(found, net)
    answer = _answer(found, tell(found), opened).model_copy(update={"would_change": changes.changes})
    return Searched(answer, not changes.exhaustive)


def proved_answer(case: CaseFile, law: Law) -> Assessment:
    """Say what the law makes of a case, with the proof; open facts in no order, nothing of what would change it.

    Raises:
        BadCaseFile: the case says what no case can say.
    """
    found = _valid(case, law)
    return _answer(found, tell(found), open_leaves(found))


def first_answer(case: CaseFile, law: Law) -> Assessment:
    """Say what the window shows at once: the row that gave the outcome and no proof, open facts in no order.

    A contradiction is a warning here, since it may be half of a correction.
    """
    return first_answer_of(Findings(case, law))


def first_answer_of(found: Findings) -> Assessment:
    """Say the same of findings that were carried over from the answer before."""
    words = wording("en")
    contradictory = tuple(
        Warning_(
            code="contradiction", at=fault.where, text=words("law.contradiction", what=fault.what, mend=fault.mend)
        )
        for fault in contradictions(found)
    )
    answer = _answer(found, tell_briefly(found), open_leaves(found))
    return answer.model_copy(update={"warnings": (*contradictory, *answer.warnings)}) if contradictory else answer


def _valid(case: CaseFile, law: Law) -> Findings:
    found = Findings(case, law)
    if refused := tuple(contradictions(found)):
        raise BadCaseFile(*refused)
    return found


def _answer(found: Findings, explanation: ProofTold, opened: tuple[OpenFact, ...]) -> Assessment:
    outcome, stands = found.outcome
    disclosures = tuple(answer_for(found, pair) for pair in found.pairs)
    rejected = tuple(_rejected(found))
    grounds = Grounds(found, disclosures)
    return Assessment(
        law=found.law.edition,
        outcome=outcome,
        stands=stands,
        duties=found.duties,
        refer_to=found.refer_to,
        disclosures=disclosures,
        rejected=rejected,
        open=opened,
        warnings=(*cautions(found), *about_the_law(grounds)),
        to_record=tuple(to_record(found, grounds.carrying)),
        coming=coming(found),
        explanation=explanation,
    )


def answer_for(found: Findings, pair: str) -> DisclosureAnswer:
    """Say what the law makes of one pair."""
    item, _, recipient = pair.partition(">")
    law = found.law
    personal = found.truth(law.compiler.term(law.procedure.personal_data), pair) is not Truth.FAILS
    gateways = (*found.holds("duty", pair), *found.holds("power", pair))
    return DisclosureAnswer(
        item=item,
        recipient=recipient,
        verdict=found.verdicts[pair],
        lawful_basis=found.holds("basis", pair) if personal else (),
        condition=_conditions(found, pair) if personal else (),
        confidentiality=_routes(found, pair),
        gateways=gateways,
        personal_data=personal,
        because=tuple(_because(found, pair)),
    )


def _conditions(found: Findings, pair: str) -> tuple[str, ...]:
    """List a condition only where the item needs one of its sort."""
    law, offered = found.law, found.holds("condition", pair)
    if not offered:
        return ()
    needs = law.procedure.needs_condition
    needed = {sort for sort, name in needs.items() if found.truth(law.compiler.term(name), pair) is Truth.HOLDS}
    return tuple(name for name in offered if not needed.isdisjoint(law.provision(name).meets))


def _routes(found: Findings, pair: str) -> tuple[str, ...]:
    """List the routes through confidence; where none is owed no other is needed."""
    routes = tuple(dict.fromkeys(str(found.law.provision(name).route) for name in found.holds("confidence", pair)))
    return ("none_owed",) if "none_owed" in routes else routes


def _because(found: Findings, pair: str) -> Iterator[str]:
    row = found.row("verdict", pair)
    if row is None:
        yield wording("en")("law.verdict.open")
        return
    yield row.says
    if row is found.law.tables["verdict"].rows[-1][0]:
        yield from (found.law.procedure.layers[name].fails for name in found.missing(pair))


def _rejected(found: Findings) -> Iterator[Rejected]:
    """Give every lawful basis that holds for no pair and could not, with the reason."""
    for name, provision in found.law.provisions.items():
        if provision.kind != "basis":
            continue
        term = found.law.holds(name)
        if found.fails_for_all(term):
            yield Rejected(id=name, because=_reason(found, name))


def _reason(found: Findings, name: str) -> str:
    """Give the sentence of the first condition that fails, or of the exception that holds."""
    return why_not(found, name) or wording("en")("law.rejected.not_law")


def contradictions(found: Findings) -> Iterator[Fault]:
    """Find what no valid case file may say."""
    for axiom, term in found.law.axioms:
        for entry in (NO_PAIR,) if axiom.each == "case" else found.scene.entries(axiom.each):
            if found.columns.truth(term, found.spots.number(axiom.each, entry)) is Truth.HOLDS:
                where = f"{LISTS[axiom.each]}.{entry}" if entry else "case file"
                yield Fault(where, axiom.says, axiom.mend)
