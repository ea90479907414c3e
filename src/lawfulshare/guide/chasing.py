"""Who was asked and has not answered: when each is asked again, and what is due."""

from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Enquiry
from lawfulshare.guide.naming import label_of
from lawfulshare.wording import wording


class Awaited(NamedTuple):
    """One question that is still out: whom it was put to, and whether it is due to be asked again."""

    enquiry: Enquiry
    who: str
    due: bool


def awaited(case: CaseFile, day: str) -> tuple[Awaited, ...]:
    """Give the questions that were asked, or are to be chased, and not answered by a day; what is due first."""
    out = [
        Awaited(one, _who(case, one), one.chase_on is not None and one.chase_on <= day)
        for one in case.enquiries or ()
        if (one.asked_on or one.chase_on) and not one.is_answered
    ]
    return tuple(sorted(out, key=lambda one: (not one.due, one.enquiry.chase_on or "9999")))


def _who(case: CaseFile, enquiry: Enquiry) -> str:
    return (label_of(case, enquiry.ask) if enquiry.ask else None) or wording()("guide.nameless.recipient")
