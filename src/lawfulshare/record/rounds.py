"""The states of a record from draft to agreement, the moves between them, and the rounds of one decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lawfulshare.faults import Fault, NotOurs
from lawfulshare.record.review_sheet import Verdict
from lawfulshare.wording import wording

State: TypeAlias = Literal["draft", "signed", "returned", "disagreed", "agreed", "amended", "discarded"]
Move: TypeAlias = Literal["sign", "discard", "agree", "return", "disagree", "amend"]

_REVIEWED: Mapping[Move, State] = {
    "agree": "agreed",
    "return": "returned",
    "disagree": "disagreed",
    "amend": "amended",
}
MOVES: Mapping[State, Mapping[Move, State]] = {
    "draft": {"sign": "signed", "discard": "discarded"},
    "signed": _REVIEWED,
    "returned": _REVIEWED,
    "disagreed": _REVIEWED,
    "agreed": {"amend": "amended"},
    "amended": {},
    "discarded": {},
}
"""What may become of one record. Who returned or did not agree may agree later, after a talk; who agreed has signed the
record itself, and that is not taken back: it can only be amended. A record is amended once another that cites it is
signed; the decision goes on there."""


@dataclass(frozen=True)
class Rounds:
    """One decision: the state of each of its records, the first first. All but the last are amended, save a draft."""

    records: tuple[State, ...] = ("draft",)

    def offered(self) -> frozenset[Move]:
        """Give the moves that are open now. To amend is to begin a draft; it takes effect when that is signed."""
        last = self.records[-1]
        if last == "draft" and len(self.records) > 1:
            return frozenset(MOVES["draft"]) | (frozenset(MOVES[self.records[-2]]) - {"amend"})
        return frozenset(MOVES[last])

    def after(self, move: Move) -> "Rounds":
        """Give the rounds after a move.

        Raises:
            NotOurs: that move is not open now.
        """
        if move not in self.offered():
            raise NotOurs(refusal(self.records[-1], move))
        *before, last = self.records
        if move == "amend":
            return Rounds((*before, last, "draft"))
        if last != "draft":
            return Rounds((*before, MOVES[last][move]))
        if move == "discard":
            return Rounds(tuple(before)) if before else Rounds(("discarded",))
        if move == "sign":
            return Rounds((*before[:-1], *(MOVES[one]["amend"] for one in before[-1:]), MOVES[last][move]))
        return Rounds((*before[:-1], MOVES[before[-1]][move], last))


def state_of(verdicts: Iterable[Verdict], *, countersigned: bool = False, amended: bool = False) -> State:
    """Give the state of a signed record by its papers: the verdicts on it in their order, its countersignature, and
    whether another record cites it."""
    if amended:
        return MOVES["signed"]["amend"]
    if countersigned:
        return MOVES["signed"]["agree"]
    state: State = "signed"
    for verdict in verdicts:
        state = MOVES[state].get(verdict, state)
    return state


def refusal(state: State, move: Move) -> Fault:
    """Say why a move is not open to a record in that state, and what is."""
    words = wording()
    return Fault(words("review.fault.where"), words(f"review.state.{state}.is"), words(f"review.state.{state}.do"))
