"""Coming back to a draft: what changed in the law, in its answer and in the days since one left it."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from lawfulshare.case import paths
from lawfulshare.guide.naming import day_in_words, entry_name, fill
from lawfulshare.guide.walk import Walk
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import wording

MOST_PROVISIONS, MOST_DAYS = 5, 5


class Left(NamedTuple):
    """How a draft was left: when, and what the answer was (outcome and edition of the law); None if none was told.

    `record`: it was not left but signed, under this number, and is taken up again.
    """

    at: str
    told: dict[str, Any] | None
    record: str | None = None


def told_of(answer: Assessment) -> dict[str, Any]:
    """Give what a draft keeps of its answer."""
    return {"outcome": answer.outcome, "law": answer.law.version}


def since(left: Left, now: Assessment, way: Walk, law: Law, today: date) -> tuple[str, ...]:
    """Say what changed since a draft was left, each in a sentence; nothing where nothing did."""
    day = left.at[:10]
    days = tuple(dict.fromkeys(_days(way, day, today)))
    more = (wording()("flow.effect.more", count=len(days) - MOST_DAYS),) if len(days) > MOST_DAYS else ()
    of_the_law = (*_answer(left, now), *_in_force(law, day, today), *_day_of_decision(way, day, today))
    return (*of_the_law, *days[:MOST_DAYS], *more)


def _answer(left: Left, now: Assessment) -> Iterator[str]:
    words = wording()
    told = left.told or told_of(now)
    if told["law"] != now.law.version:
        yield words("resume.edition", before=told["law"], now=now.law.version)
    if told["outcome"] != now.outcome:
        was, is_ = (words(f"kit.outcome.{outcome or 'none'}") for outcome in (told["outcome"], now.outcome))
        yield words("resume.outcome", before=was, now=is_)


def _in_force(law: Law, day: str, today: date) -> Iterator[str]:
    """Name the provisions whose law is another today than on the day the draft was left."""
    if day >= today.isoformat():
        return
    now = today.isoformat()
    named = [one.title for one in law.provisions.values() if one.on(day) != one.on(now)]
    if named:
        yield wording()("resume.in_force", named="; ".join(named[:MOST_PROVISIONS]))


def _day_of_decision(way: Walk, day: str, today: date) -> Iterator[str]:
    decided = way.case.decided_on
    if decided is not None and day < today.isoformat() and decided < today.isoformat():
        yield wording()("resume.decided_on", day=day_in_words(decided, wording()))


def _days(way: Walk, left: str, today: date) -> Iterator[str]:
    """Tell each day of the case that has come since, and each question that waits for a reply past its day."""
    words, now = wording(), today.isoformat()
    for questions in way.asked.values():
        for asked in questions:
            day = paths.read(way.case, asked.path) if asked.question.as_ == "day" else None
            if day is None or day > now or asked.question.fact == "decided_on":
                continue
            question = fill(asked.question.text, way.case, asked.path)
            about = entry_name(way.case, asked.path)
            where = f"{about}: {question}" if about and about not in question else question
            if asked.question.fact == "enquiry.chase_on":
                if paths.read(way.case, asked.path.replace(".chase_on", ".reply.on")) is None:
                    yield words("resume.chase", where=about or question, day=day_in_words(day, words))
            elif left < day:
                yield words("resume.come", where=where, day=day_in_words(day, words))
