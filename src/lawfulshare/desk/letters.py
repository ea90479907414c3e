"""What is written to others out of a case in hand: a sheet of questions for one of those who are asked."""

from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.in_hand import CaseInHand
from lawfulshare.wording import Wording


class Sheet(NamedTuple):
    """A sheet that can be drawn: for whom, and how many questions stand on it."""

    recipient: str
    label: str
    questions: int


def sheets(case: CaseFile, words: Wording) -> tuple[Sheet, ...]:
    """Give a sheet for each recipient who has an open question."""
    from lawfulshare.record.sheets import open_questions

    found = ((one, len(open_questions(case, one.id))) for one in case.recipients or ())
    return tuple(Sheet(one.id, one.label or words("letters.sheet.somebody"), count) for one, count in found if count)


def question_sheet(work: CaseInHand, recipient: str, words: Wording) -> bytes:
    """Draw the sheet of questions for one recipient, of what is heard."""
    from lawfulshare.record.letters import letter
    from lawfulshare.record.sheets import sheet

    case, at = work.walk.heard, work.clock.now()
    label = next(one.label for one in sheets(case, words) if one.recipient == recipient)
    return letter(
        sheet(case, recipient, words, at.date().isoformat()),
        title=words("letters.sheet.title", who=label),
        head=words("letters.sheet.head"),
        author=case.decision_maker.name or case.organisation.name or "",
        at=at,
        words=words,
    )


def file_name(case: CaseFile, recipient: str) -> str:
    """Give the name under which a sheet is saved: a number, never a name."""
    place = [one.id for one in case.recipients or ()].index(recipient) + 1
    return f"questions-{place}.pdf"
