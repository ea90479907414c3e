"""Layers and tables of the decision procedure, read and checked.

The shape of `resources/law/procedure.yaml`:

    orders: court_orders       # name of a list: powers that are a court's orders (request.order_seen)
    personal_data: is_personal # name of a term; pairs for which it fails need no Article 6 basis (personal_data: false)
    needs_condition:           # names of terms: when an item needs a condition of this sort; a pair
      special: special_category                          # lists a condition only where the item needs one that it meets
      offence: offence_data
    terms:                     # named definitions, {term: name}
      danger: {any: [{fact: concern.level, is: immediate_danger}, concern.life_at_risk]}
    layers:                    # named too, {term: name}; shown in explanations with their words
      lawful: {says: A lawful basis holds., fails: No lawful basis holds., when: {any_of: basis}}
    verdict:                   # first row that holds; total by the last row, `when: true`
      - {row: endangers, then: withhold, says: The recipient could endanger someone., when: {term: could_be_endangered}}
    outcome:                   # the same; here, and below, {verdict: [send, …]}: some pair has one of these verdicts,
      - {row: part, then: LIMITED, says: …, when: {verdict: [withhold]}}     # {some: pair, when: …} and
                               # {duty_stands: [ids]} or {duty_stands: true}: one of them, or any, stands
    suggested:                 # second outcome table: SEEK or ADVICE while nothing stands; here {open: path-or-term}
      - {row: ask, then: SEEK, says: …, when: {open: concern.level}}         # a list of rows, no last row needed
    refer_to:                  # every row that holds adds its sectors
      - {row: child_in_danger, then: [council_childrens_services], when: [{term: danger}, {term: child_concerned}]}
    axioms:                    # what no valid case file may say; refused where `never` holds
      - {axiom: adult_under_18, each: person, never: [{fact: person.kind, is: adult}, {fact: person.age, below: 18}],
         says: an adult is given an age under 18, mend: Correct the age or choose child.}   # each: case | person | …

A term under `terms` may also be written as {says, fails, when}: the sentences that whoever reads it is given. Terms,
lists and provisions are checked on reading. The tables stand in front of nothing else: `law/language/first_match.py`
makes one term an answer of them.

`resources/law/lists.yaml`: `name: [values]`; a value may be `{list: other_name}` to take in another list.

`resources/law/<nation>/nation.yaml`:

    nation: england
    name: England
    version: 2026.11.0
    looked_over_until: 2027-03-31      # a later day warns (law-not-looked-over)
    folders: [uk, england]
    prefer: {basis: [ids, best first], condition: [ids], confidence: [routes]}   # the rest follow in order of id
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from lawfulshare.case.vocabulary import ConfidenceRoute, Nation, Outcome, Sector, Verdict
from lawfulshare.law.packs.provision import Day, Written

Each: TypeAlias = Literal[
    "case", "person", "recipient", "item", "disclosure", "enquiry", "statement", "advice", "transmission"
]


class Definition(Written):
    """A named term, with a sentence where it helps the reader."""

    says: str = ""
    fails: str = ""
    when: Any


def _definition(value: object) -> object:
    if isinstance(value, dict) and "when" in value and set(value) <= {"says", "fails", "when"}:
        return value
    return {"when": value}


class Layer(Definition):
    """A named term that explanations show: what to say where it holds and where it fails."""

    says: str
    fails: str


class VerdictRow(Written):
    """One row of the verdict table."""

    row: str
    then: Verdict
    says: str
    when: Any


class OutcomeRow(Written):
    """One row of the outcome table."""

    row: str
    then: Outcome
    says: str
    when: Any


class SuggestedRow(Written):
    """One row of the second outcome table: what to do while something is open."""

    row: str
    then: Literal["SEEK", "ADVICE"]
    says: str
    when: Any


class ReferralRow(Written):
    """Who must hear, where this holds."""

    row: str
    then: tuple[Sector, ...]
    when: Any


class Axiom(Written):
    """What no valid case file may say."""

    axiom: str
    each: Each = "case"
    never: Any
    says: str
    mend: str


class Procedure(Written):
    """The whole decision procedure, as written."""

    orders: str
    personal_data: str
    needs_condition: dict[Literal["special", "offence"], str]
    terms: dict[str, Annotated[Definition, BeforeValidator(_definition)]] = Field({})
    layers: dict[str, Layer] = Field({})
    verdict: tuple[VerdictRow, ...] = Field(min_length=1)
    outcome: tuple[OutcomeRow, ...] = Field(min_length=1)
    suggested: tuple[SuggestedRow, ...] = ()
    refer_to: tuple[ReferralRow, ...] = ()
    axioms: tuple[Axiom, ...] = ()


class Preference(Written):
    """Which of several that hold is best, best first."""

    basis: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    confidence: tuple[ConfidenceRoute, ...] = ()


class NationFile(Written):
    """What makes a nation's pack."""

    nation: Nation
    name: str
    version: str = Field(pattern=r"^\d{4}\.\d{1,2}\.\d+$")
    looked_over_until: Day
    folders: tuple[str, ...] = Field(min_length=1)
    prefer: Preference = Preference()
