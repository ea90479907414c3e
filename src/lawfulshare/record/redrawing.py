"""Compares a file with what is drawn anew from the data inside: does the paper say what the data says?"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from lawfulshare.record.verification import FindingCode


class Words(NamedTuple):
    """How the words of two files compare: the same, fewer of the same, others, or some that cannot be seen."""

    how: Literal["same", "fewer", "other", "hidden"]
    fewer: int


def differences(pdf: bytes, drawn: int, again: bytes) -> set[FindingCode]:
    """Name the parts in which a file, as it was before anybody signed, is not what was drawn again.

    The same program draws the same bytes, and the signed file begins with them: its first `drawn` bytes. Another build
    of a library may pack them otherwise; then each part, unpacked, must be the same, to the last bookmark.
    """
    from lawfulshare.record.finishing.comparing import apart, parts

    before = pdf[:drawn]
    return set() if before == again else apart(parts(before), parts(again))


def by_words(before: bytes, again: bytes, answers: Iterable[str], digest: str) -> Words:
    """Compare by words alone: another version of the program draws otherwise, and tells the same.

    Each of the answers that stands on the pages drawn again has to stand on these, in the same order and with nothing
    new beside it; no letter may be hidden. Pictures and the shapes of letters are not compared.
    """
    from lawfulshare.record.visible import left_out, look, strange_margins

    theirs, ours = look(before), look(again)
    if not theirs.all_visible:
        return Words("hidden", 0)
    if (theirs.pictures and not ours.pictures) or strange_margins(theirs, ours, digest):
        return Words("other", 0)
    told, whole = "".join(theirs.told), "".join(ours.told)
    if told == whole:
        return Words("same", 0)
    asked = ("".join(answer.split()) for answer in answers)
    fewer = left_out(theirs.told, ours.told)
    if fewer is None or any(answer not in told for answer in asked if answer in whole):
        return Words("other", 0)
    return Words("fewer", fewer)
