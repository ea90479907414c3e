"""Takes up again what was signed or is still open, when whoever asked has written again."""

from lawfulshare.desk.casework import Casework
from lawfulshare.desk.earlier import Earlier, earlier_cases
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.resuming import Left, told_of
from lawfulshare.faults import BadAnswer, Fault
from lawfulshare.guide.reopening import taken_up_again, to_look_at_again
from lawfulshare.wording import wording


def may_come_again(desk: Desk) -> tuple[Earlier, ...]:
    """List the cases of this desk, the newest first: signed records and open drafts."""
    return earlier_cases(desk.drafts, desk.records, "")


def reopen(desk: Desk, chosen: Earlier) -> Casework:
    """Put on the desk what a request that comes again belongs to: an open draft, else a case that cites its record.

    Raises:
        BadAnswer: nobody had asked in that case.
        LawfulShareError: it is no longer here, or cannot be read.
    """
    if chosen.signed:
        return reopen_record(desk, chosen.name)
    work = desk.resume(chosen.name)
    if work.case.mode != "respond" or work.case.request is None:
        raise _nobody_asked()
    if (page := work.walk.page_of("request.text")) is not None:
        work.go(page)
    return work


def reopen_record(desk: Desk, number: str) -> Casework:
    """Put the case on the desk that takes the request of a signed record up again; one for each record.

    Raises:
        BadAnswer: nobody had asked in that case.
        LawfulShareError: the record is not here, or cannot be read.
    """
    from lawfulshare.record.twin import read

    for draft in desk.drafts.lines():
        if (begun := desk.resume(draft.case_id)).case.reopens == number:
            return begun
    record = read(desk.records.open(number))
    if record.case.request is None:
        raise _nobody_asked()
    case = taken_up_again(record.case, number, desk.clock.today().isoformat())
    again = to_look_at_again(case)
    work = Casework.take(desk.drafts, case, desk.clock, desk.shelf, again=again)
    work.left = Left(record.closed_at, told_of(record.assessment), number)
    return work


def _nobody_asked() -> BadAnswer:
    words = wording()
    return BadAnswer(Fault("request", words("responding.again.nobody.what"), words("responding.again.nobody.mend")))
