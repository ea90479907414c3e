"""Proof to plain sentences at three depths, in the conditions' own words."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from lawfulshare.case import paths
from lawfulshare.law.answer.assessment import Assessment, DisclosureAnswer, OpenFact, ProofTold
from lawfulshare.law.answer.telling import answer_told, fact_named
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import Wording, wording

Depth = Literal["brief", "full", "audit"]
INDENT = "  "


def explain(assessment: Assessment, law: Law, depth: Depth | str) -> list[str]:
    """Tell an assessment in lines of plain sentences: a sentence or two, a page, or every condition."""
    words = wording("en")
    brief = list(_brief(assessment, words))
    if depth == "brief":
        return brief
    page = [*brief, *_page(assessment, law, words)]
    if depth == "full":
        return page
    return [*page, "", words("law.explain.proof"), *_audit(assessment.explanation, law, words)]


def describe_provision(provision: Provision, day: str) -> list[str]:
    """Tell one provision in lines: its plain sentence, citation, days, conditions and exceptions."""
    words = wording("en")
    reading = "no_reading" if provision.read == "no" else provision.read
    lines = [provision.title, provision.plain, provision.citation, provision.address]
    lines.append(words(f"law.describe.reading.{reading}"))
    if provision.on(day) is None:
        lines.append(words("law.describe.not_law"))
    for version in provision.versions:
        status = words(f"law.statuses.{version.status}")
        key = "span" if version.to else "since"
        lines += ["", words(f"law.describe.{key}", day=version.from_, last=version.to, status=status), version.evidence]
        lines += [words("law.describe.condition", says=part.says) for part in version.conditions.values()]
        lines += [words("law.describe.exception", says=part.says) for part in version.exceptions.values()]
    told = (provision.who, provision.effect, *provision.needs, provision.record)
    return [*lines, "", *(line for line in told if line)]


def _brief(assessment: Assessment, words: Wording) -> Iterator[str]:
    outcome = assessment.explanation.says
    if assessment.outcome and not assessment.stands:
        outcome = words("law.explain.suggested", outcome=outcome)
    yield outcome
    row = _answering(assessment)
    if row is not None:
        yield words("law.explain.because", says=row.says)


def _answering(assessment: Assessment) -> ProofTold | None:
    """Give the row that gave the outcome: the last one told, if it holds."""
    rows = [part for part in assessment.explanation.parts if part.kind == "row"]
    return rows[-1] if rows and assessment.outcome and rows[-1].truth == "holds" else None


def _page(assessment: Assessment, law: Law, words: Wording) -> Iterator[str]:
    yield from _under(words("law.explain.duties"), (law.provision(name).title for name in assessment.duties))
    yield from _under(
        words("law.explain.refer"), (answer_told(sector, words).capitalize() for sector in assessment.refer_to)
    )
    said = {part.id.removeprefix("verdict "): part.says for part in assessment.explanation.parts if part.kind == "goal"}
    if assessment.disclosures:
        yield from ("", words("law.explain.disclosures"))
    for answer in assessment.disclosures:
        pair = f"{answer.item}>{answer.recipient}"
        yield said.get(pair, pair)
        yield from (f"{INDENT}{line}" for line in (*answer.because, *_grounds(answer, law, words)))
    yield from _under(words("law.explain.warnings"), (f"{INDENT}{warning.text}" for warning in assessment.warnings))
    yield from _under(words("law.explain.open"), (_still_open(fact, words) for fact in assessment.open))
    yield from _under(words("law.explain.rejected"), _rejected(assessment, law, words))
    yield from _under(words("law.explain.change"), _changes(assessment, words))
    edition = assessment.law
    yield from ("", words("law.explain.law", nation=law.nation.name, day=edition.as_at, version=edition.version))


def _under(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Give a heading and its lines; nothing where there are none."""
    told = list(dict.fromkeys(lines))
    if told:
        yield from ("", heading, *told)


def _grounds(answer: DisclosureAnswer, law: Law, words: Wording) -> Iterator[str]:
    def titles(names: Iterable[str]) -> str:
        return "; ".join(law.provision(name).title for name in names)

    if not answer.personal_data:
        yield words("law.explain.not_personal")
    elif answer.lawful_basis:
        yield words("law.explain.bases", names=titles(answer.lawful_basis))
    else:
        yield words("law.explain.no_basis")
    if answer.condition:
        yield words("law.explain.conditions", names=titles(answer.condition))
    if answer.confidentiality:
        routes = "; ".join(words(f"law.routes.{route}") for route in answer.confidentiality)
        yield words("law.explain.routes", names=routes)


def _still_open(fact: OpenFact, words: Wording) -> str:
    name = _place_named(fact.path, words)
    decides = ", ".join(dict.fromkeys(_decided(which, words) for which in fact.decides))
    return INDENT + words("law.explain.open_line", name=name, decides=decides)


def _place_named(path: str, words: Wording) -> str:
    """Name a fact, and the entry of the case that it belongs to by its id."""
    name = fact_named(paths.fact_of(path), words)
    first, _, rest = path.partition(".")
    if first not in paths.ENTRIES.values() or not rest:
        return name
    return words("law.explain.of_entry", name=name, entry=rest.partition(".")[0].replace(">", " to "))


def _decided(which: str, words: Wording) -> str:
    kind, _, pair = which.partition(" ")
    return words(f"law.explain.open_{kind}", pair=pair.replace(">", " to "))


def _rejected(assessment: Assessment, law: Law, words: Wording) -> Iterator[str]:
    for rejected in assessment.rejected:
        title = law.provision(rejected.id).title
        yield INDENT + words("law.explain.rejected_line", title=title, because=rejected.because)


def _changes(assessment: Assessment, words: Wording) -> Iterator[str]:
    for change in assessment.would_change:
        each = [_changed(path, value, words) for path, value in change.set.items()]
        facts = each[0] if len(each) == 1 else words("law.explain.change_both", one=each[0], other="; ".join(each[1:]))
        yield INDENT + words("law.explain.change_line", facts=facts, outcome=words(f"law.outcome.{change.outcome}"))


def _changed(path: str, value: Any, words: Wording) -> str:
    name = _place_named(path, words)
    return words("law.explain.change_fact", name=name, answer=answer_told(value, words))


def _audit(told: ProofTold, law: Law, words: Wording, depth: int = 0) -> Iterator[str]:
    """Tell every node with its truth; a fact with its path, a provision with its evidence."""
    margin = INDENT * depth
    where = f" ({told.path})" if told.path else ""
    yield f"{margin}[{words(f'law.truths.{told.truth}')}] {told.says}{where}"
    version = law.version(told.id) if told.kind == "provision" else None
    if version is not None:
        provision = law.provision(told.id)
        status = words(f"law.statuses.{version.status}")
        evidence = words("law.explain.evidence", citation=provision.address, status=status, evidence=version.evidence)
        yield f"{margin}{INDENT}{evidence}"
    for part in told.parts:
        yield from _audit(part, law, words, depth + 1)
