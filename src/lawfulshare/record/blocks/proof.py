"""How the answer was reached: the proof at reading depth, what was not known, what would have changed it."""

from collections.abc import Collection, Iterator

from lawfulshare.case import paths
from lawfulshare.law.answer.assessment import ProofTold
from lawfulshare.record.blocks.naming import Telling, clause, ended, items_named, labelled
from lawfulshare.record.record import Block, Bullets, Facts, Heading, Paragraph, Text


def proof(told: Telling) -> Iterator[Block]:
    """Tell the steps of the answer in the conditions' own words, then what stayed open."""
    yield Heading(2, told.say("proof.heading"))
    answer = told.assessment.outcome
    word = told.say(f"outcome.{answer}" if answer else "outcome.none")
    yield Paragraph(told.say("proof.stands" if told.assessment.stands else "proof.suggested", outcome=word))
    whole = told.assessment.explanation
    steps = tuple(dict.fromkeys(_steps(told, whole)))
    if steps:
        yield Bullets(steps)
    groups = _alike(told, whole)
    if groups:
        yield Heading(3, told.say("proof.each"))
        yield Bullets(tuple(_group(told, steps, pairs) for steps, pairs in groups.items()))
    yield from _open(told)
    yield Heading(3, told.say("changed.heading"))
    yield from changes(told)


def _alike(told: Telling, whole: ProofTold) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """Put together the pairs that were answered by the same steps, so that they are told once."""
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for goal in whole.parts:
        item, _, recipient = goal.id.rpartition(" ")[2].partition(">")
        if goal.kind == "goal" and recipient:
            groups.setdefault(tuple(dict.fromkeys(_steps(told, goal))), []).append((item, recipient))
    return groups


def _group(told: Telling, steps: tuple[str, ...], pairs: list[tuple[str, str]]) -> Text:
    """Tell the steps of pairs that are alike in a paragraph; the rules themselves stand under the legal basis."""
    return labelled(" ".join(_which(told, pairs)), " ".join(steps))


def _which(told: Telling, pairs: list[tuple[str, str]]) -> Iterator[str]:
    """Name pairs: for each choice of items, to whom."""
    going: dict[tuple[str, ...], list[str]] = {}
    for recipient in dict.fromkeys(recipient for _, recipient in pairs):
        going.setdefault(tuple(item for item, whom in pairs if whom == recipient), []).append(recipient)
    for items, recipients in going.items():
        yield told.say("proof.pairs", what=items_named(told, items), whom=told.recipients(recipients))


def _steps(told: Telling, goal: ProofTold) -> Iterator[str]:
    """Tell the row that answers, then each layer."""
    for part in goal.parts:
        if part.kind == "layer" or (part.kind == "row" and part.truth != "fails"):
            yield _step(told, part)


def _step(told: Telling, part: ProofTold) -> str:
    says = ended(part.says)
    return told.say("proof.open", says=says) if part.truth == "open" else says


def _open(told: Telling) -> Iterator[Block]:
    yield Heading(3, told.say("open.heading"))
    if not told.assessment.open:
        yield Paragraph(told.say("open.nothing"))
        return
    yield Paragraph(told.say("open.intro"))
    yield Bullets(tuple(dict.fromkeys(_fact(told, fact.path) for fact in told.assessment.open)))


def changes(told: Telling, only: Collection[str] = ()) -> Iterator[Block]:
    """Tell the smallest changes that would have brought another outcome, by outcome; `only`: one of these."""
    found: dict[str, list[str]] = {}
    for change in told.assessment.would_change:
        if only and change.outcome not in only:
            continue
        clauses = [
            told.say("changed.learn", what=said) if path in change.learn else said
            for path, value in sorted(change.set.items())  # the data inside keeps them in this order
            for said in (clause(told, path, value),)
        ]
        found.setdefault(change.outcome, []).append(ended(told.say("changed.if", what=told.listed(clauses))))
    if found:
        yield Paragraph(told.say("changed.intro"))
        yield Facts(tuple((told.say(f"outcome.{outcome}"), tuple(lines)) for outcome, lines in found.items()))
    else:
        yield Paragraph(told.say("changed.nothing"))
    if told.assessment.tried_up_to is not None:
        yield Paragraph(told.say("changed.tried", number=told.assessment.tried_up_to), "small")


def _fact(told: Telling, path: str) -> str:
    fact = paths.fact_of(path)
    about = told.say(f"fact.{fact}")
    first, _, rest = path.partition(".")
    key = rest.partition(".")[0]
    match first:
        case "people":
            return told.say("open.of", who=told.label("person", key), what=about)
        case "recipients":
            return told.say("open.of", who=told.label("recipient", key), what=about)
        case "items":
            return told.say("open.of", who=told.label("item", key), what=about)
        case "disclosures":
            item, _, recipient = key.partition(">")
            pair = told.say("open.pair", item=told.label("item", item), whom=told.label("recipient", recipient))
            return told.say("open.of", who=pair, what=about)
    return told.say("open.case", what=about)
