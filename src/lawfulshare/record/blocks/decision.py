"""Page 1, the whole story: the decision in words, who, why, under which law, signatures."""

from collections.abc import Iterable, Iterator

from lawfulshare.record.blocks.law import condition_lines, law_lines, secondary_notes, set_aside
from lawfulshare.record.blocks.naming import (
    Telling,
    about,
    aged,
    amount,
    ended,
    going,
    items_going,
    labelled,
    law_named,
    recipients_going,
    some,
)
from lawfulshare.record.blocks.people import told_line
from lawfulshare.record.record import Block, DecisionBox, Facts, Masthead, Run, Text

FIRST_ITEMS, FIRST_QUESTIONS = 2, 3
"""How many items of one amount, and how many questions, page 1 names; all of them stand on the pages after it."""

Row = tuple[str, tuple[Text, ...]]


def decision(told: Telling) -> Iterator[Block]:
    """Tell the whole story on one page, without a table."""
    case = told.case
    outcome = case.decision.outcome if case.decision else None
    yield Masthead(case.organisation.name or told.say("unnamed.organisation"), told.moment(told.record.closed_at))
    yield DecisionBox(
        label=told.say("decision.label"),
        word=told.say(f"outcome.{outcome}") if outcome else told.say("outcome.none"),
        sentence=" ".join(_sentences(told, outcome)),
        training=told.record.training,
    )
    yield Facts(tuple((told.say(f"page1.{key}"), lines) for key, lines in _rows(told) if lines))


def _sentences(told: Telling, outcome: str | None) -> Iterator[str]:
    match outcome:
        case "URGENT":
            yield _tell_now(told)
        case "SEEK":
            yield from _ask(told)
        case "NOT_NOW":
            yield from _not_now(told)
        case "ADVICE":
            yield told.say("decision.advice")
    if going(told):
        yield from _what_goes(told)
    yield from _refusals(told)
    if outcome and told.assessment.outcome != outcome:
        yield _departure(told)


def _tell_now(told: Telling) -> str:
    sectors = [told.choice(sector) for sector in told.assessment.refer_to]
    if not sectors:
        return told.say("decision.urgent_nobody")
    return told.say("decision.urgent", whom=told.listed(sectors))


def _ask(told: Telling) -> Iterator[str]:
    asked = list(dict.fromkeys(enquiry.ask for enquiry in told.case.enquiries or () if enquiry.ask))
    if not asked:
        yield told.say("decision.seek")
    else:
        yield told.say("decision.seek_whom", whom=some(told, [told.label("recipient", one) for one in asked]))


def _not_now(told: Telling) -> Iterator[str]:
    kept_from = list(dict.fromkeys(pair.recipient for pair in told.case.disclosures or ()))
    if kept_from:
        yield told.say("decision.not_now_whom", whom=some(told, [told.label("recipient", one) for one in kept_from]))
    else:
        yield told.say("decision.not_now")
    chosen = told.case.decision
    if chosen and chosen.instead:
        yield told.say("decision.instead", instead=ended(chosen.instead))
    if told.case.review.on:
        yield told.say("decision.looked_at", day=told.day(told.case.review.on))


def _what_goes(told: Telling) -> Iterator[str]:
    number = len(items_going(told))
    whom = some(told, [told.label("recipient", one) for one in recipients_going(told)])
    named = told.people(about(told))
    key = "one" if number == 1 else "many"
    count = told.say(f"number_first.{number}") if number < 10 else str(number)
    if named:
        yield told.say(f"decision.goes_about.{key}", number=count, about=named, whom=whom)
    else:
        yield told.say(f"decision.goes.{key}", number=count, whom=whom)
    stay = len(told.case.items or ()) - number
    if stay:
        count = told.say(f"number_first.{stay}") if stay < 10 else str(stay)
        yield told.say(f"decision.stays.{'one' if stay == 1 else 'many'}", number=count)


def _refusals(told: Telling) -> Iterator[str]:
    for status in ("refused", "withdrawn"):
        who = [p.id for p in told.case.people or () if p.consent.status == status]
        if who and going(told):
            yield told.say(f"decision.{status}", who=told.people(who))


def _departure(told: Telling) -> str:
    answer = told.assessment.outcome
    return told.say("decision.departs", outcome=told.say(f"outcome.{answer}" if answer else "outcome.none"))


def _rows(told: Telling) -> Iterator[Row]:
    case, chosen = told.case, told.case.decision
    maker = case.decision_maker
    role = told.say("page1.role", role=maker.role) if maker.role else ""
    yield "who", ((Run(maker.name or told.say("unnamed.maker"), bold=True), Run(role)),)
    yield "about", _in_one(_about_lines(told))
    yield "asked", _in_one(_asked(told))
    yield "told_to", tuple(_recipient_lines(told))
    yield "what", tuple(_amounts(told))
    yield "questions", tuple(_questions(told)) if chosen and chosen.outcome == "SEEK" else ()
    yield "why", tuple(_why(told))
    yield "law", (*law_lines(told), *condition_lines(told), *secondary_notes(told))
    yield "set_aside", tuple(set_aside(told))
    yield "harm", tuple(harm_lines(told))
    yield "told", _in_one(told_line(told, person) for person in case.people or ())
    instead = chosen.instead if chosen else None
    yield "instead", (ended(instead),) if instead and (chosen and chosen.outcome != "NOT_NOW") else ()
    yield "review", (review_line(told),)


def _in_one(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Set sentences after each other in one paragraph: page 1 must hold the whole story."""
    runs: list[Run] = []
    for text in texts:
        if runs:
            runs.append(Run(" "))
        runs += (Run(text),) if isinstance(text, str) else text
    return (tuple(runs),) if runs else ()


def _about_lines(told: Telling) -> Iterator[Text]:
    subjects = about(told)
    for person in told.case.people or ():
        if person.id in subjects:
            age = aged(told, person.age)
            kind = told.choice(person.kind) if person.kind else told.say("people.kind_unknown")
            who = Run(told.label("person", person.id), bold=True)
            yield (who, Run(told.say("page1.subject", kind=kind, age=age)))
    others = [person for person in told.case.people or () if person.id not in subjects]
    if others:
        yield told.say("page1.touches", who=told.people(person.id for person in others))


def _asked(told: Telling) -> Iterator[Text]:
    """Say who asked, when, and under which power."""
    request = told.case.request
    if request is None:
        return
    who = told.label("recipient", request.from_)
    day = told.say("page1.asked_on", day=told.day(request.received_on)) if request.received_on else "."
    yield (Run(who, bold=True), Run(day))
    if request.power_cited:
        yield told.say("page1.asked_under", power=ended(law_named(told, request.power_cited)))
    else:
        yield told.say("request.no_power")


def _recipient_lines(told: Telling) -> Iterator[Text]:
    """Name the first few recipients, each with the need; of more, only how many there are."""
    ids = recipients_going(told)
    needs: dict[str, list[str]] = {}
    for recipient in told.case.recipients or ():
        if recipient.id in ids:
            needs.setdefault(ended(recipient.needs_it_for or ""), []).append(recipient.id)
    for need, alike in needs.items():
        label = some(told, [told.label("recipient", one) for one in alike])
        said = told.say("page1.needs", need=need) if need else told.say("page1.needs_unsaid")
        yield (Run(label, bold=True), Run(said))
    if not ids:
        yield told.say("page1.nobody")


def _amounts(told: Telling) -> Iterator[Text]:
    """Name what goes whole, what in other words, and what goes to nobody."""
    marks: dict[str, list[str]] = {}
    for item in told.case.items or ():
        sent = {amount(pair) for pair in going(told) if pair.item == item.id}
        for mark in ("send", "summarise", "anonymise"):
            if mark in sent:
                marks.setdefault(mark, []).append(item.id)
        if not sent:
            marks.setdefault("withhold", []).append(item.id)
    for mark in ("send", "summarise", "anonymise", "withhold"):
        if items := marks.get(mark):
            named = "; ".join(told.label("item", one) for one in items[:FIRST_ITEMS])
            more = len(items) - FIRST_ITEMS
            text = told.say("page1.more_items", first=named, number=more) if more > 0 else ended(named)
            yield labelled(told.say(f"page1.amount.{mark}"), text)


def _questions(told: Telling) -> Iterator[Text]:
    asked = [one for one in told.case.enquiries or () if one.question]
    for enquiry in asked[:FIRST_QUESTIONS]:
        yield labelled(told.say("page1.question", whom=told.label("recipient", enquiry.ask)), enquiry.question or "")
    if len(asked) > FIRST_QUESTIONS:
        yield told.say("page1.more_questions", number=len(asked) - FIRST_QUESTIONS)


def _why(told: Telling) -> Iterator[Text]:
    chosen = told.case.decision
    yield chosen.rationale.strip() if chosen and chosen.rationale else told.say("page1.no_reasons")
    if chosen and chosen.purpose:
        yield labelled(told.say("page1.purpose"), ended(chosen.purpose))
    if chosen and chosen.departs_because:
        yield labelled(told.say("page1.departs"), ended(chosen.departs_because))


def harm_lines(told: Telling) -> Iterator[Text]:
    """Tell the harm weighed both ways."""
    balance = told.case.balance
    unsaid = told.say("page1.harm_unsaid")
    yield labelled(told.say("page1.if_shared"), ended(balance.detriment_of_sharing or unsaid))
    yield labelled(told.say("page1.if_not"), ended(balance.detriment_of_not_sharing or unsaid))


def review_line(told: Telling) -> str:
    """Say when the decision is looked at again, and what for."""
    review = told.case.review
    if not review.on:
        return told.say("page1.no_review")
    if not review.because:
        return told.say("page1.review_day", day=told.day(review.on))
    return told.say("page1.review_because", day=told.day(review.on), because=ended(review.because))
