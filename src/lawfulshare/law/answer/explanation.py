"""Proof to plain sentences at three depths, in the conditions' own words."""

from collections.abc import Iterable, Iterator
from typing import Literal

from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.answer.assessment import Assessment, DisclosureAnswer, OpenFact, ProofTold, WouldChange
from lawfulshare.law.answer.grounding import coming_told
from lawfulshare.law.answer.reading import Reader
from lawfulshare.law.answer.saying import OfTheCase, Saying, ended
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision, Version
from lawfulshare.wording import Wording, wording

Depth = Literal["brief", "full", "audit"]
INDENT = "  "


def explain(assessment: Assessment, case: CaseFile, law: Law, depth: Depth | str) -> list[str]:
    """Tell an assessment of a case in lines of plain sentences: a sentence or two, a page, or every condition."""
    words = wording("en")
    brief = list(_brief(assessment, words))
    if depth == "brief":
        return brief
    page = [*brief, *_Page(assessment, case, law).lines()]
    if depth == "full":
        return page
    return [*page, "", words("law.explain.proof"), *_audit(assessment.explanation, law, words)]


def describe_provision(provision: Provision, day: str, reader: Reader) -> list[str]:
    """Tell one provision in lines: its plain sentence, citation, days, conditions and exceptions as they are read."""
    words = wording("en")
    how_read = "no_reading" if provision.read == "no" else provision.read
    lines = [
        provision.title,
        provision.plain,
        words(f"law.kinds.{provision.kind}"),
        provision.citation,
        provision.address,
    ]
    lines.append(words(f"law.describe.reading.{how_read}"))
    if provision.on(day) is None:
        lines.append(words("law.describe.not_law"))
    for version in provision.versions:
        lines += ["", days_told(version, words), version.evidence]
        for key, parts in (("condition", version.conditions), ("exception", version.exceptions)):
            for part in parts.values():
                lines.append(words(f"law.describe.{key}", says=part.says))
                lines += reader.read(part.when).lines(1)
    told = (("who", provision.who), ("effect", provision.effect), *(("needs", need) for need in provision.needs),
            ("record", provision.record))  # fmt: skip
    return [*lines, "", *(words(f"law.describe.{name}", says=says) for name, says in told if says)]


def days_told(version: Version, words: Wording) -> str:
    """Say from when until when a version stands, and as what."""
    status, since = words(f"law.statuses.{version.status}"), words.day(version.from_)
    if version.to is None:
        return words("law.describe.since", day=since, status=status)
    return words("law.describe.span", day=since, last=words.day(version.to), status=status)


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


class _Page:
    """The page that a supervisor reads."""

    def __init__(self, assessment: Assessment, case: CaseFile, law: Law) -> None:
        self._told = assessment
        self._law = law
        self._words: Wording = wording("en")
        self._saying = Saying(OfTheCase(case), law.provisions)

    def lines(self) -> Iterator[str]:
        """Give the page, line by line."""
        words, told = self._words, self._told
        duties = (_indented(ended(self._law.provision(one).title)) for one in told.duties)
        yield from _under(words("law.explain.duties"), duties)
        sectors = (_indented(ended(self._saying.value("recipient.sector", sector))) for sector in told.refer_to)
        yield from _under(words("law.explain.refer"), sectors)
        yield from self._disclosures()
        yield from _under(words("law.explain.warnings"), (_indented(warning.text) for warning in told.warnings))
        yield from _under(words("law.explain.coming"), map(_indented, coming_told(self._law, told.coming)))
        yield from _under(words("law.explain.open"), (self._still_open(fact) for fact in told.open))
        yield from _under(words("law.explain.rejected"), self._rejected())
        yield from _under(words("law.explain.change"), self._changes())
        day = words.day(told.law.as_at)
        yield from ("", words("law.explain.law", nation=self._law.nation.name, day=day, version=told.law.version))

    def _changes(self) -> Iterator[str]:
        yield from map(self._change, self._told.would_change)
        if self._told.tried_up_to is not None:
            key = "tried_one" if self._told.tried_up_to == 1 else "tried_few"
            yield INDENT + self._words(f"law.explain.{key}", count=self._told.tried_up_to)

    def _disclosures(self) -> Iterator[str]:
        told = self._told
        said = {part.id.removeprefix("verdict "): part.says for part in told.explanation.parts if part.kind == "goal"}
        if told.disclosures:
            yield from ("", self._words("law.explain.disclosures"))
        for answer in told.disclosures:
            yield _indented(said[f"{answer.item}>{answer.recipient}"])
            yield from (INDENT + _indented(line) for line in (*answer.because, *self._grounds(answer)))

    def _grounds(self, answer: DisclosureAnswer) -> Iterator[str]:
        words = self._words
        if not answer.personal_data:
            yield words("law.explain.not_personal")
        elif answer.lawful_basis:
            yield words("law.explain.bases", names=self._titles(answer.lawful_basis))
        else:
            yield words("law.explain.no_basis")
        if answer.condition:
            yield words("law.explain.conditions", names=self._titles(answer.condition))
        if answer.confidentiality:
            routes = "; ".join(words(f"law.routes.{route}") for route in answer.confidentiality)
            yield words("law.explain.routes", names=routes)

    def _titles(self, names: Iterable[str]) -> str:
        return "; ".join(self._law.provision(name).title for name in names)

    def _still_open(self, fact: OpenFact) -> str:
        decides = self._saying.joined(map(self._decided, fact.decides))
        sentence = self._saying.sentence(fact.path, None)
        return INDENT + ended(self._words("law.explain.open_line", fact=sentence, decides=decides))

    def _decided(self, which: str) -> str:
        kind, _, pair = which.partition(" ")
        item, _, recipient = pair.partition(">")
        named = self._saying.named
        return self._words(
            f"law.explain.open_{kind}", item=named("item", item), recipient=named("recipient", recipient)
        )

    def _rejected(self) -> Iterator[str]:
        for rejected in self._told.rejected:
            title = self._law.provision(rejected.id).title
            yield INDENT + self._words("law.explain.rejected_line", title=title, because=rejected.because)

    def _change(self, change: WouldChange) -> str:
        known = [self._saying.clause(path, value) for path, value in change.set.items() if path not in change.learn]
        learnt = [self._saying.clause(path, change.set[path]) for path in change.learn]
        outcome = self._words(f"law.outcome.{change.outcome}")
        key = "change_learn" if learnt else "change_line"
        facts = {"facts": self._saying.joined(known), "learnt": self._saying.joined(learnt) if learnt else ""}
        return INDENT + self._words(f"law.explain.{key}", **facts, outcome=outcome)


def _indented(line: str) -> str:
    return f"{INDENT}{line}"


def _under(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Give a heading and its lines; nothing where there are none."""
    told = list(dict.fromkeys(lines))
    if told:
        yield from ("", heading, *told)


def _audit(told: ProofTold, law: Law, words: Wording, depth: int = 0) -> Iterator[str]:
    """Tell every node with its truth, a provision with its source, a fact as the person's own answer and its place."""
    margin = INDENT * depth
    if told.kind == "fact":
        key = "unanswered" if told.answer is None else "answered"
        yield margin + words(f"law.explain.{key}", says=told.says, path=told.path)
        return
    yield f"{margin}[{words(f'law.truths.{told.truth}')}] {ended(told.says)}"
    version = law.version(told.id) if told.kind == "provision" else None
    if version is not None:
        provision = law.provision(told.id)
        status = words(f"law.statuses.{version.status}")
        evidence = words("law.explain.evidence", citation=provision.address, status=status, evidence=version.evidence)
        yield f"{margin}{INDENT}{evidence}"
    for part in told_once(told.parts):
        yield from _audit(part, law, words, depth + 1)


def told_once(parts: Iterable[ProofTold]) -> Iterator[ProofTold]:
    """Give the parts with each answer once: one answer often speaks for one thing and against the next."""
    answered: set[str | None] = set()
    for part in parts:
        if part.kind != "fact":
            yield part
        elif part.path not in answered:
            answered.add(part.path)
            yield part
