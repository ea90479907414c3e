"""The family as a picture: where each card, home and line stands; screen and paper draw from the same plan."""

from collections import Counter
from collections.abc import Iterable
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
"""Between a home and the one below it: room for the words on the lines."""
ACROSS = 56.0
"""Between two homes beside each other."""
A_ROW = 3
TRIES = (0.5, 0.36, 0.64, 0.24, 0.76, 0.14, 0.86)
"""Where along a line its words may stand; the first place that is free is taken."""
BESIDE = (0.0, 44.0, -44.0, 80.0, -80.0)
"""Where on the edge of a card its first line ends, its second, and so on: from the middle, so that lines stay apart."""


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


class Place(NamedTuple):
    """Where something stands: its upper left corner, how wide and how high it is."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Place") -> bool:
        """Say whether two places overlap."""
        apart_across = self.x + self.width <= other.x or other.x + other.width <= self.x
        return not (apart_across or self.y + self.height <= other.y or other.y + other.height <= self.y)


class FamilyMap(NamedTuple):
    """The whole picture, in units of a 96th of an inch, from its upper left corner."""

    width: float
    height: float
    homes: tuple[Home, ...]
    cards: tuple[Card, ...]
    strands: tuple[Strand, ...]


def family_map(case: CaseFile, widest: float = 780.0) -> FamilyMap:
    """Plan the picture: homes from left to right, each with its grown-ups above its children; then those in no home.

    What does not fit beside the rest within `widest` begins a new row; one home is never parted, and grows downwards
    where there is little room across.
    """
    across = max(1, min(A_ROW, int((widest - 2 * INSIDE + GAP) // (CARD[0] + GAP))))
    living = homes(case)
    housed = {person for home in living for person in home}
    alone = [(person.id,) for person in case.people or () if person.id not in housed]
    children = {person.id for person in case.people or () if person.kind in ("child", "unborn")}
    hulls: list[Home] = []
    cards: list[Card] = []
    x = y = row = 0.0
    for group in (*living, *alone):
        size = _size(group, children, across)
        if x and x + size[0] > widest:
            x, y, row = 0.0, y + row + BETWEEN, 0.0
        if group in living:
            hulls.append(Home(group, x, y, *size))
        cards += _places(group, children, x, y, across=across, is_home=group in living)
        x, row = x + size[0] + ACROSS, max(row, size[1])
    width = max((card.x + CARD[0] for card in cards), default=0.0)
    width = max((width, *(home.x + home.width for home in hulls)))
    bottom = max((card.y + CARD[1] for card in cards), default=0.0)
    height = max((bottom, *(home.y + home.height for home in hulls)))
    return FamilyMap(width, height, tuple(hulls), tuple(cards), _strands(case, cards))


def place_words(strand: Strand, size: tuple[float, float], taken: Iterable[Place], widest: float) -> Place:
    """Find where the words of a line stand: on it, or under a level one, in the first place that is free."""
    (x, y), (u, v) = strand.start, strand.end
    wide, high = size
    drop = CARD[1] / 2 + 4 + high / 2 if abs(v - y) < CARD[1] else 0.0
    places = [
        Place(x + (u - x) * along - wide / 2, y + (v - y) * along + drop - high / 2, wide, high) for along in TRIES
    ]
    kept = tuple(taken)
    found = next((place for place in places if not any(place.meets(one) for one in kept)), places[-1])
    return found._replace(x=max(0.0, min(found.x, widest - wide)))


def _storeys(group: tuple[str, ...], children: set[str], across: int) -> list[list[str]]:
    """Give the rows of a home from top to bottom: grown-ups, then children, so many across."""
    rows = []
    for members in ([one for one in group if one not in children], [one for one in group if one in children]):
        rows += [members[start : start + across] for start in range(0, len(members), across)]
    return rows


def _size(group: tuple[str, ...], children: set[str], across: int) -> tuple[float, float]:
    if len(group) == 1:
        return CARD
    rows = _storeys(group, children, across)
    longest = max(len(row) for row in rows)
    return (
        2 * INSIDE + longest * CARD[0] + (longest - 1) * GAP,
        HEAD + 2 * INSIDE + len(rows) * CARD[1] + (len(rows) - 1) * STOREY,
    )


def _places(
    group: tuple[str, ...], children: set[str], x: float, y: float, *, across: int, is_home: bool
) -> list[Card]:
    inside = INSIDE if is_home else 0.0
    top = y + inside + (HEAD if is_home else 0.0)
    return [
        Card(person, x + inside + column * (CARD[0] + GAP), top + storey * (CARD[1] + STOREY))
        for storey, row in enumerate(_storeys(group, children, across))
        for column, person in enumerate(row)
    ]


def _strands(case: CaseFile, cards: list[Card]) -> tuple[Strand, ...]:
    place = {card.person: card for card in cards}
    used: Counter[tuple[str, float]] = Counter()
    strands = []
    for tie in ties(case):
        ends = []
        for person, (x, y) in zip((tie.person, tie.other), _ends(place[tie.person], place[tie.other]), strict=True):
            upright = y != place[person].middle[1]
            beside = BESIDE[used[person, y] % len(BESIDE)] if upright else 0.0
            used[person, y] += upright
            ends.append((x + beside, y))
        strands.append(Strand(tie.person, tie.other, tie.words, tie.line, ends[0], ends[1]))
    return tuple(strands)


def _ends(one: Card, other: Card) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give where a line leaves one card and meets the other: at the sides that face each other."""
    (x, y), (u, v) = one.middle, other.middle
    if abs(v - y) >= CARD[1]:
        half = CARD[1] / 2 if v > y else -CARD[1] / 2
        return (x, y + half), (u, v - half)
    half = CARD[0] / 2 if u > x else -CARD[0] / 2
    return (x + half, y), (u - half, v)
