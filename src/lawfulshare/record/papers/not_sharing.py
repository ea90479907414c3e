"""The record of not sharing: what was kept back from whom, why, what was done instead, and what would change it."""

from collections.abc import Iterator

from lawfulshare.record import twin
from lawfulshare.record.blocks.decision import harm_lines, review_line
from lawfulshare.record.blocks.naming import Telling, amount, answer_for, ended, labelled
from lawfulshare.record.blocks.proof import changes
from lawfulshare.record.papers.heading import sender
from lawfulshare.record.record import Block, Cell, DecisionBox, Facts, Heading, Paragraph, Table, Text

Row = tuple[str, tuple[Text, ...]]
MORE = frozenset({"SHARE", "LIMITED"})
"""Outcomes under which more would go."""


def offered(told: Telling) -> Iterator[str]:
    """It is for the file: there is one wherever something is kept back, or nothing was decided to be shared."""
    chosen = told.case.decision.outcome if told.case.decision else None
    if chosen in ("NOT_NOW", "ADVICE") or any(amount(pair) == "withhold" for pair in told.case.disclosures or ()):
        yield ""


def blocks(told: Telling, whom: str, day: str) -> Iterator[Block]:
    """Tell what was not shared; `whom` is nobody, since it stays in the file."""
    say = told.words
    kept = [pair for pair in told.case.disclosures or () if amount(pair) == "withhold"]
    number = len({pair.item for pair in kept})
    key = "none" if not number else "one" if number == 1 else "many"
    yield DecisionBox(
        say("papers.not-sharing.label"), say("papers.not-sharing.word"),
        say(f"papers.not-sharing.sentence.{key}", number=number), told.record.training,
    )  # fmt: skip
    yield Facts((*sender(told, day), *_why(told)))
    if kept:
        yield Heading(2, say("papers.not-sharing.kept"))
        yield Table(
            caption=say("papers.not-sharing.caption"),
            head=tuple(say(f"papers.not-sharing.column.{column}") for column in ("what", "whom", "why")),
            rows=tuple(
                (
                    Cell(told.label("item", pair.item)),
                    Cell(told.label("recipient", pair.recipient)),
                    Cell(ended(pair.reason or told.say("disclosures.no_reason")), small=_law(told, pair.item,
                                                                                             pair.recipient)),
                )
                for pair in kept
            ),
            widths=(60, 45, 65),
        )  # fmt: skip
    yield Heading(2, say("papers.not-sharing.change"))
    yield from changes(told, only=MORE)
    if told.case.decision and told.case.decision.follow_up:
        yield Heading(2, say("papers.not-sharing.follows"))
        yield Facts(tuple(_follows(told)))
    yield Paragraph(say("papers.cites", number=told.record.id, digest=twin.digest(told.record)), "small")


def _why(told: Telling) -> Iterator[Row]:
    chosen, say = told.case.decision, told.words
    if chosen and chosen.rationale:
        yield told.say("page1.why"), (ended(chosen.rationale),)
    yield told.say("page1.harm"), tuple(harm_lines(told))
    if chosen and chosen.instead:
        yield told.say("page1.instead"), (ended(chosen.instead),)
    refused = [person.id for person in told.case.people or () if person.consent.status in ("refused", "withdrawn")]
    if refused:
        yield say("papers.not-sharing.refused"), (ended(told.people(refused)),)
    yield told.say("page1.review"), (review_line(told),)


def _law(told: Telling, item: str, recipient: str) -> str | None:
    pair = next(pair for pair in told.case.disclosures or () if (pair.item, pair.recipient) == (item, recipient))
    answer = answer_for(told, pair)
    return " ".join(map(ended, answer.because)) if answer and answer.because else None


def _follows(told: Telling) -> Iterator[Row]:
    for task in told.case.decision.follow_up if told.case.decision else ():
        by = told.say("after.by", day=told.day(task.by)) if task.by else told.say("after.no_day")
        yield task.who or told.say("after.nobody"), (labelled(ended(task.what or ""), by),)
