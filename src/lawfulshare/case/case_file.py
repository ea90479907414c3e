"""The whole case file, format 1: read, write, refuse a newer format, publish the schema."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, Literal

from pydantic import Field, ValidationError

from lawfulshare.case.people import Day, Person, Stated
from lawfulshare.case.sharing import (
    Decision,
    Disclosure,
    Enquiry,
    Item,
    Recipient,
    Review,
    Statement,
    Transmission,
)
from lawfulshare.case.situation import Advice, Balance, Concern, DecisionMaker, Organisation, Picture, Request
from lawfulshare.case.vocabulary import FamilyPart, Mode, Nation
from lawfulshare.faults import BadCaseFile, Fault

FORMAT: Final = "lawfulshare.case/1"


class CaseFile(Stated):
    """Everything a practitioner has said so far about one decision (contract: case file, format version 1)."""

    format: Literal["lawfulshare.case/1"] = FORMAT
    mode: Mode | None = None
    decided_on: Day | None = None
    nation: Nation | None = None
    organisation: Organisation = Organisation()
    decision_maker: DecisionMaker = DecisionMaker()
    people: tuple[Person, ...] | None = None
    concern: Concern = Concern()
    request: Request | None = None
    recipients: tuple[Recipient, ...] | None = None
    items: tuple[Item, ...] | None = None
    disclosures: tuple[Disclosure, ...] | None = None
    enquiries: tuple[Enquiry, ...] | None = None
    balance: Balance = Balance()
    advice: tuple[Advice, ...] | None = None
    decision: Decision | None = None
    statements: tuple[Statement, ...] | None = None
    picture: Picture = Picture()
    family_considered: tuple[FamilyPart, ...] | None = Field(
        None, description="Parts of the family that were asked after and where nobody is known (Think Family)."
    )
    handling: str | None = Field(None, description="Handling marking, printed on each page.")
    retention: str | None = None
    transmission: tuple[Transmission, ...] | None = None
    review: Review = Review()
    linked_to: str | None = Field(None, description="The id of an earlier case, as after an urgent one.")
    reopens: str | None = Field(
        None, description="The number of the record whose request is taken up again: who asked has written again."
    )


def read(body: bytes) -> CaseFile:
    """Read a case file.

    Raises:
        BadCaseFile: with every fault found: not JSON, another format or version, unknown keys, wrong values, an id
            that is given twice or that nobody has.
    """
    try:
        stated = json.loads(body, object_pairs_hook=_no_key_twice)
    except BadCaseFile:
        raise
    except (ValueError, RecursionError):
        raise BadCaseFile(Fault("case file", "it is not JSON", "Choose a file that LawfulShare wrote.")) from None
    if not isinstance(stated, dict):
        raise BadCaseFile(Fault("case file", "it is not one JSON object", "Choose a file that LawfulShare wrote."))
    _known_format(stated.get("format"))
    try:
        case = CaseFile.model_validate_json(body)
    except ValidationError as problem:
        raise BadCaseFile.of(_fault(error) for error in problem.errors(include_url=False)) from None
    if faults := tuple(_loose_ends(case)):
        raise BadCaseFile(*faults)
    return case


def plain(case: CaseFile) -> dict[str, Any]:
    """Give what a case file states, as plain values; what was never said is left out."""
    held = case.model_dump(mode="json", exclude_none=True)
    return {key: value for key, value in held.items() if value != {}}


def write(case: CaseFile) -> bytes:
    """Write a case file: canonical JSON, what was never said left out, keys in order, UTF-8."""
    return json.dumps(plain(case), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the case file, made from the models."""
    return CaseFile.model_json_schema(by_alias=True)


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    if twice:
        raise BadCaseFile(Fault(f"case file, {twice[0]}", "the key is given twice", "Keep one of the two."))
    return dict(pairs)


def _known_format(stated: object) -> None:
    if stated == FORMAT:
        return
    if isinstance(stated, str) and stated.startswith("lawfulshare.case/"):
        version = stated.partition("/")[2]
        raise BadCaseFile(
            Fault("case file, format", f"it is of format version {version}; this program reads version 1",
                  "Open it with the version of LawfulShare that wrote it, or a newer one.")
        )  # fmt: skip
    raise BadCaseFile(
        Fault("case file, format", "it does not say that it is a case file", f'Add "format": "{FORMAT}".')
    )


_EXPECTED = {
    "bool_type": "it must be true, false or null",
    "int_type": "it must be a whole number",
    "string_type": "it must be text",
    "tuple_type": "it must be a list",
    "model_type": "it must be an object with keys",
    "string_pattern_mismatch": "it is not a day such as 2026-11-23, or not an id of letters, digits, _ and -",
    "greater_than_equal": "the number is too small",
    "less_than_equal": "the number is too large",
}


def _fault(error: Any) -> Fault:
    """Turn one finding of the models into words; what was stated is never repeated, since it may be about a person."""
    where = ".".join(str(part) for part in error["loc"]) or "case file"
    match error["type"]:
        case "extra_forbidden":
            return Fault(where, "this key is not known", "Take it out, or check its spelling against the schema.")
        case "missing":
            return Fault(where, "it is missing", "Add it.")
        case "literal_error":
            return Fault(where, "the value is not one of those allowed", f"Use {error['ctx']['expected']}.")
    what = _EXPECTED.get(error["type"], "the value does not fit")
    return Fault(where, what, "Mend the value, or leave the key out if it is not known yet.")


def _loose_ends(case: CaseFile) -> Iterator[Fault]:
    """Find ids given twice, and ids that are mentioned but that nobody has."""
    ids: dict[str, frozenset[str]] = {}
    for name in ("people", "recipients", "items", "enquiries", "statements"):
        entries = [entry.id for entry in getattr(case, name) or ()]
        ids[name] = frozenset(entries)
        for twice in (entry for entry, count in Counter(entries).items() if count > 1):
            yield Fault(f"{name}.{twice}", "the id is given twice", "Give each entry an id of its own.")
    for where, kind, mentioned in _mentions(case):
        if mentioned is not None and mentioned not in ids[kind]:
            yield Fault(
                where, f"there is no {mentioned} among the {kind}", f"Add it to {kind}, or take the mention out."
            )
    pairs = Counter((pair.item, pair.recipient) for pair in case.disclosures or ())
    for (item, recipient), count in pairs.items():
        if count > 1:
            yield Fault(f"disclosures.{item}>{recipient}", "the pair is given twice", "Keep one of the two.")


def _mentions(case: CaseFile) -> Iterator[tuple[str, str, str | None]]:
    for person in case.people or ():
        for relation in person.relationships or ():
            yield f"people.{person.id}.relationships", "people", relation.to
        for child in person.parental_responsibility or ():
            yield f"people.{person.id}.parental_responsibility", "people", child
    for about in case.concern.about or ():
        yield "concern.about", "people", about
    if case.request is not None:
        yield "request.from", "recipients", case.request.from_
    for recipient in case.recipients or ():
        yield f"recipients.{recipient.id}.person", "people", recipient.person
        if recipient.acts_for is not None:
            yield f"recipients.{recipient.id}.acts_for.person", "people", recipient.acts_for.person
        for endangered in recipient.could_endanger or ():
            yield f"recipients.{recipient.id}.could_endanger", "people", endangered
    for item in case.items or ():
        for field in ("about", "locates"):
            for mentioned in getattr(item, field) or ():
                yield f"items.{item.id}.{field}", "people", mentioned
    for pair in case.disclosures or ():
        yield f"disclosures.{pair.item}>{pair.recipient}", "items", pair.item
        yield f"disclosures.{pair.item}>{pair.recipient}", "recipients", pair.recipient
    for enquiry in case.enquiries or ():
        yield f"enquiries.{enquiry.id}.ask", "recipients", enquiry.ask
        for least in enquiry.least_disclosed or ():
            yield f"enquiries.{enquiry.id}.least_disclosed", "items", least
    for transmission in case.transmission or ():
        yield "transmission.recipient", "recipients", transmission.recipient
