"""The answer so far in words: what decides it, what is open, what would change it; without a widget."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lawfulshare.case.paths import fact_of
from lawfulshare.case.vocabulary import Outcome
from lawfulshare.desktop.noting import come_to, every_warning
from lawfulshare.guide.form import Question
from lawfulshare.guide.naming import day_in_words, entry_name, fill, label_of, value_in_words
from lawfulshare.guide.walk import Walk
from lawfulshare.law.answer.assessment import Assessment, OpenFact, ProofTold
from lawfulshare.law.answer.grounding import coming_told
from lawfulshare.law.answer.saying import OfTheCase, Saying
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording

MOST_REASONS = 3
MOST_CHANGES = 3


@dataclass(frozen=True)
class Reason:
    """One thing that decides the answer, and where it comes from."""

    icon: str
    says: str
    source: str
    provision: str | None = None


@dataclass(frozen=True)
class StillOpen:
    """A fact that is not known and could change the answer: its question, and what it decides."""

    path: str
    question: str
    decides: str


@dataclass(frozen=True)
class Change:
    """What would have to be different for another outcome."""

    says: str
    outcome: Outcome
    answers: tuple[tuple[str, Any], ...] = ()
    """The facts that would be otherwise, each with its answer."""


@dataclass(frozen=True)
class Telling:
    """All that the panel says; `weighed` is false until the worker has ordered what is open.

    `cut_short`: the search for what would change the answer ended before it had tried everything.
    """

    outcome: Outcome | None
    stands: bool
    says: str
    reasons: tuple[Reason, ...]
    warnings: tuple[str, ...]
    refer_to: tuple[str, ...]
    coming: tuple[str, ...]
    still_open: tuple[StillOpen, ...]
    changes: tuple[Change, ...]
    as_at: str
    edition: str
    weighed: bool
    cut_short: bool = False


class Naming:
    """Names a place of the case in the words of the forms: its question, and whom or what it is about."""

    def __init__(self, way: Walk) -> None:
        self._case = way.case
        self._saying = Saying(OfTheCase(way.case), {})
        self._asked = {asked.path: asked.question for questions in way.asked.values() for asked in questions}
        self._by_fact: dict[str, Question] = {}
        for page in way.door.pages:
            for question in page.asks:
                self._by_fact.setdefault(question.fact, question)

    def question(self, path: str) -> str:
        """Give the question at a path, with the name of the entry that it is about before it."""
        question = self._question(path)
        entry = entry_name(self._case, path)
        if question is None:
            return self._saying.sentence(path, None)
        text = fill(question.text, self._case, path)
        return text if entry is None or entry in text else f"{entry}: {text}"

    def sector(self, sector: str) -> str:
        """Give the words for a kind of organisation."""
        question = self._by_fact.get("recipient.sector") or self._by_fact.get("organisation.sector")
        return value_in_words(question, self._case, sector) if question else sector.replace("_", " ")

    def recipient(self, pair: str) -> str:
        """Give the name of the recipient of a pair."""
        recipient = pair.partition(">")[2]
        return label_of(self._case, recipient) or recipient

    def _question(self, path: str) -> Question | None:
        return self._asked.get(path) or self._by_fact.get(fact_of(path))


def tell(
    assessment: Assessment, way: Walk, law: Law, words: Wording, here: str, *, weighed: bool, cut_short: bool = False
) -> Telling:
    """Say what the panel says of an assessment while a page is shown, by its name."""
    # While nothing is proposed yet, "not now" is true and helps nobody: the answer is still to come.
    early = assessment.outcome == "NOT_NOW" and not assessment.disclosures
    outcome = None if early else assessment.outcome
    naming, saying = Naming(way), Saying(OfTheCase(way.case), law.provisions)
    return Telling(
        outcome=outcome,
        stands=assessment.stands,
        says=words(f"window.panel.sentence.{'early' if early else outcome or 'none'}"),
        reasons=() if early else tuple(_reasons(assessment, law, words))[:MOST_REASONS],
        warnings=every_warning(come_to(assessment.warnings, way, here), way.case),
        refer_to=tuple(naming.sector(sector) for sector in assessment.refer_to),
        coming=tuple(coming_told(law, assessment.coming)),
        still_open=tuple(_open(fact, naming, words) for fact in assessment.open),
        changes=tuple(_changes(assessment, saying, words))[:MOST_CHANGES],
        as_at=words("window.panel.law_as_at", day=day_in_words(assessment.law.as_at, words)),
        edition=words("window.panel.edition", pack=law.nation.name, version=assessment.law.version),
        weighed=weighed,
        cut_short=cut_short,
    )


def nodes(proof: ProofTold) -> Iterator[ProofTold]:
    """Walk a proof from its goal to its facts."""
    yield proof
    for part in proof.parts:
        yield from nodes(part)


def _reasons(assessment: Assessment, law: Law, words: Wording) -> Iterator[Reason]:
    for duty in assessment.duties:
        provision = law.provision(duty)
        yield Reason("stamp", provision.title, provision.citation, duty)
    said: set[str] = set()
    deciding = [row for row in assessment.explanation.parts if row.kind == "row" and row.truth == "holds"]
    for row in deciding[-1:]:
        yield Reason("scale", row.says, _resting_on(row, words))
    for pair in assessment.disclosures:
        for id_ in (*pair.lawful_basis[:1], *pair.condition[:1]):
            if pair.verdict != "withhold" and id_ not in said:
                said.add(id_)
                provision = law.provision(id_)
                yield Reason("landmark", provision.title, provision.citation, id_)


def _resting_on(row: ProofTold, words: Wording) -> str:
    """Tell the first of the person's own answers under a row of a table."""
    for node in nodes(row):
        if node.kind == "fact" and node.answer is not None and node.truth == "holds":
            return node.says
    return words("window.panel.your_answer")


def _open(fact: OpenFact, naming: Naming, words: Wording) -> StillOpen:
    return StillOpen(fact.path, naming.question(fact.path), _decides(fact.decides, naming, words))


def _decides(decides: tuple[str, ...], naming: Naming, words: Wording) -> str:
    first = decides[0] if decides else ""
    if first.startswith("outcome"):
        return words("window.panel.decides_outcome")
    kind, _, pair = first.partition(" ")
    if kind in ("verdict", "route") and ">" in pair:
        return words(f"window.panel.decides_{kind}", recipient=naming.recipient(pair))
    return words("window.panel.decides_other")


def _changes(assessment: Assessment, saying: Saying, words: Wording) -> Iterator[Change]:
    for change in assessment.would_change:
        known = [saying.clause(path, value) for path, value in change.set.items() if path not in change.learn]
        learnt = [saying.clause(path, change.set[path]) for path in change.learn]
        key = "change_learn" if learnt else "change_if"
        says = words(f"window.panel.{key}", what=saying.joined(known), learnt=saying.joined(learnt) if learnt else "")
        answers = ((path, tuple(value) if isinstance(value, list) else value) for path, value in change.set.items())
        yield Change(says, change.outcome, tuple(answers))
