"""How the answer was reached: the proof at reading depth, and what was not known."""

from collections.abc import Iterator

from lawfulshare.case import paths
from lawfulshare.law.answer.assessment import ProofTold
from lawfulshare.record.blocks.naming import Telling, ended, labelled
from lawfulshare.record.record import Block, Bullets, Heading, Paragraph, Text


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
    goals = [goal for goal in whole.parts if goal.kind == "goal"]
    if goals:
        yield Heading(3, told.say("proof.each"))
        yield Bullets(tuple(_goal(told, goal) for goal in goals))
    yield from _open(told)


def _goal(told: Telling, goal: ProofTold) -> Text:
    """Tell one disclosure in a paragraph; the rules themselves stand under the legal basis."""
    return labelled(ended(goal.says), " ".join(dict.fromkeys(_steps(told, goal))))


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
