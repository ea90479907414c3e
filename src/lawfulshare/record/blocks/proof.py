"""How the answer was reached: the proof at reading depth, and what was not known."""

from collections.abc import Iterator

from lawfulshare.case import paths
from lawfulshare.law.answer.assessment import ProofTold
from lawfulshare.record.blocks.naming import Telling, ended
from lawfulshare.record.record import Block, Bullets, Heading, Paragraph, Text

DEEPEST = frozenset({"condition", "exception", "fact"})
"""Kinds that the audit depth has and a reader does not need: they are in the data inside the file."""


def proof(told: Telling) -> Iterator[Block]:
    """Tell the steps of the answer in the conditions' own words, then what stayed open."""
    yield Heading(2, told.say("proof.heading"))
    answer = told.assessment.outcome
    word = told.say(f"outcome.{answer}" if answer else "outcome.none")
    yield Paragraph(told.say("proof.stands" if told.assessment.stands else "proof.suggested", outcome=word))
    for part in told.assessment.explanation.parts or (told.assessment.explanation,):
        lines = tuple(dict.fromkeys(_lines(told, part)))
        if not part.says and not lines:
            continue
        yield Heading(3, part.says or part.id)
        if lines:
            yield Bullets(lines)
    yield from _open(told)


def _lines(told: Telling, node: ProofTold) -> Iterator[Text]:
    for part in node.parts:
        if part.kind in DEEPEST:
            continue
        if part.says:
            yield told.say(f"proof.{part.truth}", says=ended(part.says))
        yield from _lines(told, part)


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
