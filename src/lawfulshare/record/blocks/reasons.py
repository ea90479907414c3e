"""Reasons: the harm weighed both ways, other ways that were considered, advice, and warnings that stood."""

from collections.abc import Iterator

from lawfulshare.law.answer.assessment import Warning_
from lawfulshare.record.blocks.naming import Telling, adviser, answered, ended, labelled
from lawfulshare.record.record import Block, Facts, Heading, Paragraph, Text

Row = tuple[str, tuple[Text, ...]]
MOST_ANSWERS = 8
"""How many answers are told beside one warning; all of them stand in the data of the record."""
_NAMED = {"people": "person", "recipients": "recipient", "items": "item"}


def reasons(told: Telling) -> Iterator[Block]:
    """Tell the balance, the alternatives and the advice."""
    yield Heading(2, told.say("reasons.heading"))
    yield Facts(tuple(_balance(told)))
    yield Heading(3, told.say("advice.heading"))
    if told.case.advice:
        yield Facts(
            tuple((adviser(advice.from_), tuple(_advice(told, at))) for at, advice in enumerate(told.case.advice))
        )
    else:
        yield Paragraph(told.say("advice.nothing_recorded" if told.case.advice is None else "advice.nobody"))
    if told.assessment.warnings:
        yield Heading(3, told.say("warnings.heading"))
        yield Paragraph(told.say("warnings.intro"))
        yield Facts(tuple(_warnings(told)))


def _warnings(told: Telling) -> Iterator[Row]:
    """Tell each warning once, with the answers that it is about as they stood."""
    stood: dict[str, dict[str, None]] = {}
    for warning in told.assessment.warnings:
        answers = stood.setdefault(_warning(told, warning), {})
        answers |= dict.fromkeys(said for path in warning.fields if (said := answered(told, path)))
    for number, (says, answers) in enumerate(stood.items(), 1):
        lines: list[Text] = [says]
        if answers:
            lines.append(labelled(told.say("warnings.answers"), " ".join(list(answers)[:MOST_ANSWERS])))
        if len(answers) > MOST_ANSWERS:
            lines.append(told.say("warnings.more", number=len(answers) - MOST_ANSWERS))
        yield told.say("warnings.one", number=number), tuple(lines)


def _warning(told: Telling, warning: Warning_) -> str:
    """Say whom or what a warning is about, and the warning."""
    key, _, rest = warning.at.partition(".")
    entry = _NAMED.get(key)
    if entry is None:
        return ended(warning.text)
    return ended(told.say("warnings.about", whom=told.label(entry, rest.partition(".")[0]), what=warning.text))


def _balance(told: Telling) -> Iterator[Row]:
    balance, chosen = told.case.balance, told.case.decision
    if any(person.kind in ("child", "unborn", None) for person in told.case.people or ()):
        key = {True: "worse", False: "not_worse", None: "worse_unknown"}[balance.sharing_more_detrimental_to_child]
        yield told.say("reasons.detriment"), (told.say(f"reasons.{key}"),)
    gentler = balance.less_intrusive_way
    yield told.say("reasons.gentler"), (ended(gentler or told.say("reasons.no_gentler")),)
    others = chosen.alternatives if chosen else None
    yield told.say("reasons.alternatives"), (ended(others or told.say("answer.not_recorded")),)


def _advice(told: Telling, at: int) -> Iterator[Text]:
    advice = (told.case.advice or ())[at]
    yield ended(advice.gist or told.say("answer.not_recorded"))
    if advice.on:
        yield labelled(told.say("advice.given_on"), ended(told.day(advice.on)))
    key = {True: "followed", False: "not_followed", None: "followed_unknown"}[advice.followed]
    yield told.say(f"advice.{key}")
