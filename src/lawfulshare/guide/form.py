"""Door, page, question: the shape of forms/, read strictly; a page looks only at earlier answers."""

from functools import cached_property
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.case.vocabulary import Mode
from lawfulshare.law.language.nodes import TRUE, Term
from lawfulshare.law.language.terms import read
from lawfulshare.law.packs.naming import CaseNames

FieldKind: TypeAlias = Literal[
    "yes_no_not_known",  # truth: three tiles or a segmented answer, and "leave this open"
    "choose_one",  # choice: radio tiles, from `choices` or the closed list
    "choose_many",  # choices: check tiles
    "pick_from_list",  # choice with a long closed list (sector): a drop-down that can be typed into
    "people",  # ids: check tiles of the case's people
    "person",  # one id of a person
    "recipient",  # one id of a recipient
    "items",  # ids of items
    "line",  # text of one line
    "paragraph",  # text of several lines
    "lines",  # texts: one a line
    "number",
    "day",
    "files",  # files, each kept as name, digest and size (fact `request.attachments`)
    "grid",  # item x recipient: extent, necessity, reason (fact `disclosure`)
    "question",  # one of the yes/no questions of this case, by its path (fact `statement.bears_on`)
    "relationships",  # how one person stands to each of the others: words and contact (fact `person.relationships`)
    "family_parts",  # parts of a family that nobody has named: add somebody, or say that there is nobody
    "bases",  # the legal bases chosen, from the assessment's own (fact `decision.bases`)
]

Step: TypeAlias = Literal["alert", "look", "explore", "pass_on"]
"""The seed's path: be alert, look, explore, pass on."""


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _term(written: Any) -> Term:
    return TRUE if written is None else read(written, CaseNames())


class Choice(_Written):
    """One answer that may be chosen: the value of the closed list, its words, and a second line."""

    value: str | bool
    text: str
    hint: str | None = None


class Question(_Written):
    """One question of a page, bound to one fact of the case file.

    Inside a list's page the fact is that of an entry (`person.age`, `item.classes`).
    """

    fact: str
    as_: FieldKind = Field(alias="as")
    text: str = Field(
        description="May hold {person}, {recipient}, {item}, {subject}: filled with the labels of the case."
    )
    hint: str | None = Field(None, description="Layer 1 of help: always shown under the question.")
    example: str | None = Field(None, description="Layer 2: what counts, in plain words with examples.")
    law: tuple[str, ...] = Field((), description="Layer 3: ids of provisions whose text and citation are shown.")
    choices: tuple[Choice, ...] = ()
    when: Any = Field(None, description="A term over earlier answers; the question is put only where it does not fail.")
    otherwise: bool | str | None = Field(
        None, description="What is heard where its own condition fails: only what cannot be otherwise (a baby's job)."
    )
    offers: Literal["now", "next_working_day"] | None = Field(
        None, description="What one press fills in: the day or time that it is now, or the next working day."
    )
    required: bool = Field(False, description="Continue says that it is missing; 'leave this open' still passes.")

    @cached_property
    def term(self) -> Term:
        """Give `when` as a term; the constant true where there is none."""
        return _term(self.when)


class Page(_Written):
    """One page: a decision of the practitioner, asked in plain words."""

    name: str = Field(description="The file's name; unique in its door.")
    title: str
    section: str = Field(description="The row of the rail under which the page stands.")
    step: Step | None = Field(
        None, description="Where the page stands on the path from the first sign to passing it on."
    )
    kind: Literal["question", "wide", "plain"] = "question"
    hint: str | None = None
    when: Any = Field(None, description="A term over answers of earlier pages; the page is shown unless it fails.")
    skipped_because: str | None = Field(
        None, description="Said in the rail where the page is skipped; required with `when`."
    )
    each: Literal["person", "recipient", "item", "enquiry", "statement", "advice", "transmission"] | None = Field(
        None,
        description="The page is a list whose entries are added, edited, removed, re-ordered; asks are of one entry.",
    )
    one_called: str | None = Field(None, description="What one entry is called in the words of the page: 'a person'.")
    adds: bool = Field(True, description="Entries are added and removed here; False: more is asked of those there are.")
    special: (
        Literal[
            "bank",
            "enquiries",
            "triangulation",
            "family",
            "recipients",
            "request",
            "answer",
            "legal_basis",
            "check",
            "sign",
            "after",
        ]
        | None
    ) = Field(
        None,
        description="Beside its questions the page shows more than fields: the bank of questions, what is due and "
        "sheets to send, statements set against sources, the family, recipients used before, the letter that asks "
        "back, the letters that answer, the bases, all answers, signing, what next.",
    )
    asks: tuple[Question, ...] = ()

    @cached_property
    def term(self) -> Term:
        """Give `when` as a term; the constant true where there is none."""
        return _term(self.when)


class Door(_Written):
    """An ordered list of pages, one way through the case file."""

    mode: Mode
    title: str
    hint: str
    pages: tuple[Page, ...]

    @property
    def settles(self) -> dict[str, Any]:
        """Give the facts that choosing this door has answered."""
        return {"mode": self.mode}

    @cached_property
    def facts(self) -> frozenset[str]:
        """Give every fact that some page of this door asks, whether it is shown or not."""
        return frozenset(fact for page in self.pages for question in page.asks for fact in facts_asked(question))

    @cached_property
    def lists(self) -> frozenset[str]:
        """Give the lists that some page of this door fills, by what one entry is called."""
        return frozenset(page.each for page in self.pages if page.each) | (
            {"disclosure"} if "disclosure.extent" in self.facts else frozenset()
        )

    @property
    def beside(self) -> frozenset[str]:
        """Give the facts that its pages answer by other means than a question."""
        return frozenset(fact for page in self.pages for fact in ANSWERED_BESIDE.get(page.special or "", ()))

    def page(self, name: str) -> Page:
        """Give a page by its name; it must be one of this door."""
        return next(page for page in self.pages if page.name == name)


ANSWERED_BESIDE = {
    "bank": ("enquiry.bank",),
    "triangulation": ("statement.sources",),
    "request": ("request.letters.clarify",),
    "answer": ("request.letters.reply", "request.letters.refuse"),
}
"""What a special page answers besides its questions."""

GRID = ("disclosure.extent", "disclosure.necessary", "disclosure.reason", "disclosure.goes_as")
"""What each cell of the grid asks of one item going to one recipient."""


def facts_asked(question: Question) -> tuple[str, ...]:
    """Give the facts that a question answers: its own, or those of each cell of the grid."""
    return GRID if question.as_ == "grid" else (question.fact,)
