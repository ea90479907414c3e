"""The family as a picture: where each card, home and line stands; screen and paper draw from the same plan."""

from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.family import Line, homes, ties

CARD = (200.0, 68.0)
GAP = 28.0
"""Between two cards of a row."""
STOREY = 76.0
"""Between the grown-ups and the children of a home: room for the words on the lines."""
INSIDE = 18.0
"""Between a home's edge and its cards."""
HEAD = 26.0
"""Above the cards of a home, for its name."""
BETWEEN = 72.0
"""Between two homes: room for the words on the lines."""
A_ROW = 3


class Card(NamedTuple):
    """A person's place: the upper left corner of the card."""

    person: str
    x: float
    y: float

    @property
    def middle(self) -> tuple[float, float]:
        """Give the middle of the card."""
        return self.x + CARD[0] / 2, self.y + CARD[1] / 2


class Home(NamedTuple):
    """A home's hull, and who is in it."""

    members: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


class Strand(NamedTuple):
    """A line between two people, with its words in the middle."""

    person: str
    other: str
    words: str
    line: Line
    start: tuple[float, float]
    end: tuple[float, float]


class FamilyMap(NamedTuple):
    """The whole picture, in units of a 96th of an inch, from its upper left corner."""

    width: float
    height: float
    homes: tuple[Home, ...]
    cards: tuple[Card, ...]
    strands: tuple[Strand, ...]


def family_map(case: CaseFile, widest: float = 780.0) -> FamilyMap:
    """Plan the picture: homes from left to right, each with its grown-ups above its children; then those in no home.

    What does not fit beside the rest within `widest` begins a new row; one home is never parted.
    """
    living = homes(case)
    housed = {person for home in living for person in home}
    alone = [(person.id,) for person in case.people or () if person.id not in housed]
    children = {person.id for person in case.people or () if person.kind in ("child", "unborn")}
    hulls: list[Home] = []
    cards: list[Card] = []
    x = y = row = 0.0
    for group in (*living, *alone):
        size = _size(group, children)
        if x and x + size[0] > widest:
            x, y, row = 0.0, y + row + BETWEEN, 0.0
        if group in living:
            hulls.append(Home(group, x, y, *size))
        cards += _places(group, children, x, y, is_home=group in living)
        x, row = x + size[0] + BETWEEN, max(row, size[1])
    width = max((card.x + CARD[0] for card in cards), default=0.0)
    width = max((width, *(home.x + home.width for home in hulls)))
    bottom = max((card.y + CARD[1] for card in cards), default=0.0)
    height = max((bottom, *(home.y + home.height for home in hulls)))
    return FamilyMap(width, height, tuple(hulls), tuple(cards), _strands(case, cards))


def _storeys(group: tuple[str, ...], children: set[str]) -> list[list[str]]:
    """Give the rows of a home from top to bottom: grown-ups, then children, at most three in each."""
    rows = []
    for members in ([one for one in group if one not in children], [one for one in group if one in children]):
        rows += [members[start : start + A_ROW] for start in range(0, len(members), A_ROW)]
    return rows


def _size(group: tuple[str, ...], children: set[str]) -> tuple[float, float]:
    if len(group) == 1:
        return CARD
    rows = _storeys(group, children)
    across = max(len(row) for row in rows)
    return (
        2 * INSIDE + across * CARD[0] + (across - 1) * GAP,
        HEAD + 2 * INSIDE + len(rows) * CARD[1] + (len(rows) - 1) * STOREY,
    )


def _places(group: tuple[str, ...], children: set[str], x: float, y: float, *, is_home: bool) -> list[Card]:
    inside = INSIDE if is_home else 0.0
    top = y + inside + (HEAD if is_home else 0.0)
    return [
        Card(person, x + inside + column * (CARD[0] + GAP), top + storey * (CARD[1] + STOREY))
        for storey, row in enumerate(_storeys(group, children))
        for column, person in enumerate(row)
    ]


def _strands(case: CaseFile, cards: list[Card]) -> tuple[Strand, ...]:
    place = {card.person: card for card in cards}
    return tuple(
        Strand(tie.person, tie.other, tie.words, tie.line, *_ends(place[tie.person], place[tie.other]))
        for tie in ties(case)
    )


def _ends(one: Card, other: Card) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give where a line leaves one card and meets the other: at the sides that face each other."""
    (x, y), (u, v) = one.middle, other.middle
    if abs(v - y) >= CARD[1]:
        half = CARD[1] / 2 if v > y else -CARD[1] / 2
        return (x, y + half), (u, v - half)
    half = CARD[0] / 2 if u > x else -CARD[0] / 2
    return (x + half, y), (u - half, v)
