"""What is overdue in a signed record: to be looked at again, not known to have arrived, a task, an answer."""

from collections.abc import Iterator
from datetime import date

from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.naming import label_of
from lawfulshare.wording import wording


def overdue(case: CaseFile, today: date) -> tuple[str, ...]:
    """Say what is overdue on a day, in sentences; nothing where nothing is."""
    return tuple(_overdue(case, today.isoformat()))


def _overdue(case: CaseFile, today: str) -> Iterator[str]:
    words = wording()
    if case.review.on and case.review.on < today:
        yield words("review.overdue.review", day=words.day(case.review.on))
    for sent in case.transmission or ():
        who = label_of(case, sent.recipient or "") or words("guide.nameless.recipient")
        if sent.on and sent.on < today and not (sent.received_by or sent.received_on):
            yield words("review.overdue.receipt", who=who, day=words.day(sent.on))
        if sent.written_by and sent.written_by < today and not sent.written_on:
            yield words("review.overdue.written", who=who, day=words.day(sent.written_by))
    for task in case.decision.follow_up if case.decision else ():
        if task.by and task.by < today:
            what = task.what or words("review.overdue.something")
            yield words("review.overdue.task", what=what.rstrip(" ."), day=words.day(task.by))
    for asked in case.enquiries or ():
        if asked.chase_on and asked.chase_on < today and not asked.is_answered:
            who = label_of(case, asked.ask or "") or words("guide.nameless.recipient")
            yield words("review.overdue.enquiry", who=who, day=words.day(asked.chase_on))
