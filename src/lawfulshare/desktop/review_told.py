"""What a supervisor's list and page say of a record, in words; without a widget."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lawfulshare.desk.inbox import Entry
from lawfulshare.desktop.cards import OUTCOME_LOOK, outcome_word
from lawfulshare.record.verification import Verification
from lawfulshare.wording import Wording

if TYPE_CHECKING:
    from lawfulshare.record.follow_up_checking import FollowUpVerification
    from lawfulshare.record.review_checking import ReviewVerification

SIGN = {"sound": ("share", "circle-check"), "not_sound": ("urgent", "circle-x"), "training": ("limited", "school"),
        "unread": ("urgent", "circle-alert")}  # fmt: skip
"""Tone and icon of what the verification comes to."""
VERDICT_SIGN = {"agree": ("share", "stamp"), "return": ("limited", "undo-2"), "disagree": ("urgent", "circle-slash-2")}
"""Tone and icon of each verdict."""


class Line(NamedTuple):
    """One line under the name: an icon in its tone, and the words."""

    icon: str
    tone: str
    says: str


def comes_to(entry: Entry) -> str:
    """Give what the check comes to: sound, not sound, a training record, or not to be read."""
    if entry.told is None:
        return "unread"
    if isinstance(entry.told, Verification) and entry.told.training:
        return "training"
    return "sound" if entry.told.sound else "not_sound"


def is_of_sheet(entry: Entry) -> bool:
    """Say whether an entry is a review sheet."""
    return entry.told is not None and not isinstance(entry.told, Verification)


def lines(entry: Entry, words: Wording) -> tuple[Line, ...]:
    """Tell an entry of the list: what the check comes to, what was decided and when, where it stands, what is late."""
    return tuple(_lines(entry, words))


def _lines(entry: Entry, words: Wording) -> Iterator[Line]:
    tone, icon = SIGN[comes_to(entry)]
    said = words(f"review.room.{comes_to(entry)}")
    if entry.told is not None and not isinstance(entry.told, Verification):
        what, record, written_at = _sheet(entry.told, words)
        yield Line(icon, tone, f"{what}. {said}")
        name = entry.told.signatures[0].name if entry.told.signatures else ""
        of = words("review.room.sheet_of", record=record, day=words.day(written_at), name=name)
        yield Line("file-text", "ink2", of)
        return
    yield Line(icon, tone, said)
    if entry.record is None:
        return
    decided = entry.record.case.decision
    outcome = decided.outcome if decided else None
    day = words.day(entry.signed_on) if entry.signed_on else ""
    told = words("review.room.signed", outcome=outcome_word(outcome), day=day)
    tone, icon = OUTCOME_LOOK[outcome]
    yield Line(icon, tone, told if day else words("review.room.unsigned"))
    yield Line("scale", "ink2", entry.bases[0] if entry.bases else words("review.room.no_basis"))
    if entry.is_sound:
        stands = stands_told(entry, words)
        yield Line("history", "ink2", stands if entry.path else words("review.room.kept", said=stands))
    if entry.overdue:
        yield Line("calendar-clock", "limited", words("review.room.overdue", first=entry.overdue[0]))


def _sheet(told: "ReviewVerification | FollowUpVerification", words: Wording) -> tuple[str, str, str]:
    """Give what sort of sheet it is, of which record, and when it was written."""
    if told.format == "lawfulshare.follow-up-verification/1":
        return words("follow_up.frame.head"), told.follow_up.record, told.follow_up.written_at
    verdict = words("review.room.sheet", word=words(f"review.word.{told.review.verdict}"))
    return verdict, told.review.record, told.review.reviewed_at


def stands_told(entry: Entry, words: Wording) -> str:
    """Say where a record stands, and in which round."""
    round_ = entry.record.round if entry.record else 1
    return words("review.room.stands", state=words(f"review.state.{entry.state}.name"), round=round_)


def name_of(entry: Entry) -> str:
    """Name an entry without naming anybody: the record's number, else the file."""
    if entry.record is not None:
        return entry.record.id
    if entry.told is None or entry.told.format == "lawfulshare.verification/1":
        return entry.name
    sheet = entry.told.follow_up if entry.told.format == "lawfulshare.follow-up-verification/1" else entry.told.review
    return sheet.id


def what_speaks_against(entry: Entry, words: Wording) -> tuple[str, ...]:
    """Give each question of the check that is answered no, with what to do."""
    if entry.told is None:
        return tuple(str(fault) for fault in entry.trouble.faults) if entry.trouble else ()
    against = [question for _, question in entry.told.questions if question.answer == "no"]
    return tuple(words("review.page.key", says=question.says, do=question.do) for question in against)


def what_is_told(entry: Entry, words: Wording) -> tuple[str, ...]:
    """Give who signed, and each question of a sound check that nobody can answer from the file, with what to do."""
    if entry.told is None:
        return ()
    asked = entry.told.questions
    still = [question for _, question in asked if question.answer == "unknown"]
    return (asked.who.says, *(words("review.page.key", says=question.says, do=question.do) for question in still))
