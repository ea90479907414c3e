"""The legal basis: duties, bases, conditions, confidence, and what was set aside and why."""

from collections.abc import Iterator

from lawfulshare.law.answer.assessment import DisclosureAnswer
from lawfulshare.law.answer.grounding import coming_told
from lawfulshare.record.blocks.naming import (
    Telling,
    amount,
    answer_for,
    ended,
    items_named,
    labelled,
    law_named,
    laws,
)
from lawfulshare.record.record import GOES, Block, Bullets, Cell, Facts, Heading, Paragraph, Table, Text

FIRST_NAMED = 2
"""How many bases set aside are named on page 1; all of them stand with their reasons under the legal basis."""


def law_lines(told: Telling) -> Iterator[Text]:
    """Name the duty and the basis relied on, in the order of the record."""
    if told.assessment.duties:
        yield labelled(told.say("law.duty"), laws(told, told.assessment.duties))
    relied = _relied_on(told)
    if relied:
        yield labelled(told.say("law.basis"), laws(told, relied))
    if not relied and not told.assessment.duties:
        yield told.say("law.none_needed") if not any(_sent(told)) else told.say("law.none_held")


def condition_lines(told: Telling) -> Iterator[Text]:
    """Name the conditions for sensitive and criminal information that goes."""
    conditions = list(dict.fromkeys(answer.condition[0] for answer in _sent(told) if answer.condition))
    if conditions:
        yield labelled(told.say("law.condition"), laws(told, conditions))


def secondary_notes(told: Telling) -> Iterator[Text]:
    """Say of each rule used whose start is known from secondary evidence only that this is so."""
    day = told.assessment.law.as_at
    since: dict[str, list[str]] = {}
    for used in _used(told):
        provision = told.provision(used)
        version = provision.on(day) if provision else None
        if provision and version and version.status == "in_force_secondary":
            since.setdefault(version.from_, []).append(provision.citation.partition(",")[0])
    for began, cited in since.items():
        yield told.say("law.secondary", law="; ".join(dict.fromkeys(cited)), day=told.day(began))


def set_aside(told: Telling) -> Iterator[Text]:
    """Name the bases that hold for nothing here; their reasons stand with the legal basis."""
    if told.assessment.rejected:
        titles = [_title(told, one.id) for one in told.assessment.rejected]
        others = len(titles) - FIRST_NAMED
        if others < 2:
            yield told.say("law.set_aside", which=told.listed(titles))
        else:
            yield told.say("law.set_aside_more", which=", ".join(titles[:FIRST_NAMED]), number=others)


def legal_basis(told: Telling) -> Iterator[Block]:
    """Tell the whole legal basis: duties, what each pair rests on, what was set aside."""
    yield Heading(2, told.say("law.heading"))
    if told.assessment.duties:
        yield Heading(3, told.say("law.duties_heading"))
        yield Facts(tuple((_title(told, duty), tuple(_provision_lines(told, duty))) for duty in told.assessment.duties))
    groups = _alike(told)
    if groups:
        yield Heading(3, told.say("law.pairs_heading"))
        yield Paragraph(told.say("law.pairs_intro"))
        for answer, pairs in groups:
            yield Facts(tuple(_layers(told, answer, pairs)))
    else:
        yield Paragraph(told.say("law.none_needed"))
    if told.assessment.rejected:
        yield Heading(3, told.say("law.rejected_heading"))
        yield Paragraph(told.say("law.rejected_intro"))
        yield Table(
            caption=told.say("law.rejected_caption"),
            head=(told.say("law.rejected_head.basis"), told.say("law.rejected_head.because")),
            rows=tuple(
                (Cell(_title(told, one.id), small=_citation(told, one.id)), Cell(ended(one.because)))
                for one in told.assessment.rejected
            ),
            widths=(60, 110),
            close=True,
        )
    yield from for_the_record(told)


def for_the_record(told: Telling) -> Iterator[Block]:
    """Tell what each provision that bears on the answer asks to be written down, and what is coming."""
    if told.assessment.to_record:
        yield Heading(3, told.say("law.to_record_heading"))
        yield Paragraph(told.say("law.to_record_intro"))
        yield Table(
            caption=told.say("law.to_record_caption"),
            head=(told.say("law.to_record_head.law"), told.say("law.to_record_head.what")),
            rows=tuple(
                (Cell(_title(told, one.id), small=_citation(told, one.id)), Cell(ended(one.text)))
                for one in told.assessment.to_record
            ),
            widths=(60, 110),
            close=True,
        )
    if told.assessment.coming:
        yield Heading(3, told.say("law.coming_heading"))
        yield Bullets(tuple(coming_told(told.law, told.assessment.coming)))


def _relied_on(told: Telling) -> list[str]:
    """Give the bases that the practitioner chose, else the best of the law's."""
    chosen = list(told.case.decision.bases) if told.case.decision else []
    return chosen or [basis for answer in _sent(told) for basis in answer.lawful_basis][:1]


def _sent(told: Telling) -> Iterator[DisclosureAnswer]:
    for pair in told.case.disclosures or ():
        answer = answer_for(told, pair)
        if answer and amount(pair) in GOES:
            yield answer


def _used(told: Telling) -> list[str]:
    relied = _relied_on(told)
    conditions = [condition for answer in _sent(told) for condition in answer.condition[:1]]
    return list(dict.fromkeys((*told.assessment.duties, *relied, *conditions)))


def _title(told: Telling, id_: str) -> str:
    provision = told.provision(id_)
    return id_ if provision is None else provision.title


def _citation(told: Telling, id_: str) -> str:
    provision = told.provision(id_)
    return "" if provision is None else provision.citation


def _provision_lines(told: Telling, id_: str) -> Iterator[Text]:
    provision = told.provision(id_)
    if provision is None:
        yield id_
        return
    yield ended(provision.citation)
    yield ended(provision.plain)
    version = provision.on(told.assessment.law.as_at)
    if version and version.status == "in_force_secondary":
        yield told.say("law.evidence", evidence=ended(version.evidence))


def _alike(told: Telling) -> list[tuple[DisclosureAnswer, list[DisclosureAnswer]]]:
    """Put together the pairs that rest on the same law, so that it is told once."""
    groups: dict[tuple[object, ...], list[DisclosureAnswer]] = {}
    for answer in _sent(told):
        key = (answer.lawful_basis, answer.condition, answer.confidentiality, answer.gateways, answer.personal_data)
        groups.setdefault(key, []).append(answer)
    return [(answers[0], answers) for answers in groups.values()]


def _layers(
    told: Telling, answer: DisclosureAnswer, pairs: list[DisclosureAnswer]
) -> Iterator[tuple[str, tuple[Text, ...]]]:
    yield told.say("law.layer.what"), tuple(_pair_lines(told, pairs))
    if answer.gateways:
        yield told.say("law.layer.gateway"), tuple(ended(law_named(told, one)) for one in answer.gateways)
    if not answer.personal_data:
        yield told.say("law.layer.basis"), (told.say("law.not_personal"),)
    elif answer.lawful_basis:
        yield told.say("law.layer.basis"), tuple(ended(law_named(told, one)) for one in answer.lawful_basis)
    else:
        yield told.say("law.layer.basis"), (told.say("law.none_held"),)
    if answer.condition:
        yield told.say("law.layer.condition"), tuple(ended(law_named(told, one)) for one in answer.condition)
    if answer.confidentiality:
        yield told.say("law.layer.confidence"), tuple(told.say(f"confidence.{one}") for one in answer.confidentiality)


def _pair_lines(told: Telling, pairs: list[DisclosureAnswer]) -> Iterator[Text]:
    going: dict[tuple[str, ...], list[str]] = {}
    for recipient in dict.fromkeys(pair.recipient for pair in pairs):
        things = tuple(pair.item for pair in pairs if pair.recipient == recipient)
        going.setdefault(things, []).append(recipient)
    for things, recipients in going.items():
        yield labelled(told.say("law.to", whom=told.recipients(recipients)), ended(items_named(told, things)))
