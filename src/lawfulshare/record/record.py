"""What a record contains before it is paper; the kinds of block."""

from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.family import Line
from lawfulshare.case.family_map import FamilyMap
from lawfulshare.law.answer.assessment import Assessment

FORMAT: Final = "lawfulshare.record/1"
Amount: TypeAlias = Literal["send", "summarise", "anonymise", "withhold", "undecided"]
AMOUNT_OF_EXTENT: dict[str | None, Amount] = {
    "full": "send",
    "summary": "summarise",
    "anonymised": "anonymise",
    "withhold": "withhold",
    None: "undecided",
}
"""What the practitioner proposed, in the words of the law's verdicts."""
GOES: frozenset[Amount] = frozenset({"send", "summarise", "anonymise"})
"""The amounts of which something goes."""


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Signer(_Kept):
    """Whose certificate is expected to sign, and as what."""

    part: Literal["author", "supervisor"]
    certificate_sha256: str


class Record(_Kept):
    """The whole record: the data twin inside the PDF, from which every page is drawn (contract: record.json)."""

    format: Literal["lawfulshare.record/1"] = FORMAT
    id: str = Field(description="The record's number, e.g. LS-2026-7F3K9Q; never a person's name.")
    closed_at: str = Field(description="ISO 8601 with the offset of the signing computer's clock.")
    language: str = "en-GB"
    training: bool = False
    amends: str | None = Field(None, description="SHA-256 of the whole file of the record that this one amends.")
    round: int = Field(1, ge=1, description="1 for a first record, one more for each that amends another.")
    signers: tuple[Signer, ...]
    case: CaseFile
    assessment: Assessment
    made_with: dict[str, str]


class Amended(NamedTuple):
    """The record that another amends: the SHA-256 of its whole file as its author signed it, and its round."""

    sha256: str
    round: int


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the record."""
    return Record.model_json_schema(by_alias=True)


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False


Text: TypeAlias = str | tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1, 2 or 3; levels are never skipped."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; `small` for small print, `quote` for someone's own words."""

    text: Text
    style: Literal["body", "small", "quote", "lead"] = "body"


@dataclass(frozen=True)
class Bullets:
    """A list whose order does not matter."""

    entries: tuple[Text, ...]


@dataclass(frozen=True)
class Facts:
    """Rows of a label and what stands beside it: label column 38 mm, text column 132 mm."""

    rows: tuple[tuple[str, tuple[Text, ...]], ...]
    together: bool = False
    """All rows stand on one page, as in a slip that is cut off."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: an amount mark where there is one, text, and a second, smaller text."""

    text: Text
    mark: Amount | None = None
    small: Text | None = None


@dataclass(frozen=True)
class Table:
    """A table with a caption, one head row, and row headers in the first column."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] | None = None
    close: bool = False
    """Rows stand close together: many rows of a line or two."""


@dataclass(frozen=True)
class CardTold:
    """What one person's card says: name, kind and age, whom they must not learn about; `about` for the subject."""

    name: str
    under: str
    kept: str = ""
    about: bool = False


@dataclass(frozen=True)
class FamilyPicture:
    """The family drawn; `alternative` says in words what the picture shows, a table beside it says it whole."""

    alternative: str
    plan: FamilyMap
    cards: tuple[tuple[str, CardTold], ...]
    homes: tuple[str, ...]
    legend: tuple[tuple[Line, str], ...]


@dataclass(frozen=True)
class Moment:
    """One day of a lane: the numbers under which a table tells what it holds, and whether it is still to come."""

    first: int
    last: int
    day: str
    coming: bool = False

    @property
    def numbers(self) -> str:
        """Write the numbers: `4`, or `4–7`."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True)
class TimeLine:
    """What happened when, in lanes below each other, from the first day to the last."""

    alternative: str
    lanes: tuple[tuple[str, tuple[Moment, ...]], ...]
    ends: tuple[tuple[str, str], tuple[str, str]]
    """The first and the last day, each with how it is written."""
    decided: tuple[str, str] | None = None
    """The day of the decision, and the word for it."""


@dataclass(frozen=True)
class DecisionBox:
    """The decision in a frame, known at arm's length: the word, and a sentence."""

    label: str
    word: str
    sentence: str
    training: bool = False


@dataclass(frozen=True)
class SignaturePlace:
    """Where a signature goes: a tagged field, present before anybody signs."""

    part: Literal["author", "supervisor"]
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Signatures:
    """The places for signatures, side by side."""

    places: tuple[SignaturePlace, ...]


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Masthead:
    """The organisation and the moment of closing, at the top of page 1."""

    organisation: str
    when: str


Block: TypeAlias = (
    Heading | Paragraph | Bullets | Facts | Table | FamilyPicture | TimeLine | DecisionBox | Signatures | NewPage
    | Masthead
)  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """What stands on every page: head left and right, foot, and the document's title and language."""

    title: str
    head: str
    about: str
    handling: str
    number: str
    page: str
    language: str
    training: bool
    digest: str = ""
    """The first 16 figures of the SHA-256 of the twin, in groups of four."""
