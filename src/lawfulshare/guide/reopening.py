"""A request that comes again: the facts of the earlier case, to be decided anew under the law of the day."""

import json
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.comparing import differences
from lawfulshare.guide.summary import Row
from lawfulshare.guide.walk import Walk
from lawfulshare.wording import wording

STAYS_THERE = ("decision", "review", "transmission", "linked_to")
"""What was decided, and what was done about it, stays in the earlier record."""
OF_THE_REQUEST = ("letters", "received_on")
"""Of the request: what was written back then, and the day on which it came then."""
LOOKED_AT_AGAIN = (
    "request.text", "request.in_writing", "request.identity_verified", "request.purpose_stated", "request.purpose",
    "request.scope_clear", "request.period_covered", "request.states_need_for_public_task", "request.power_cited",
    paths.ENTRIES["disclosure"],
)  # fmt: skip
"""What may be another now that they have written again, in the order in which it is asked."""


def taken_up_again(case: CaseFile, record: str, today: str) -> CaseFile:
    """Give the case in which a request that came again is decided: facts kept, the earlier record cited.

    The reasons why so much of each item went go too: what is to go is asked again with its reason.
    """
    stated: dict[str, Any] = case.model_dump(mode="json", exclude_none=True)
    for name in STAYS_THERE:
        stated.pop(name, None)
    for name in OF_THE_REQUEST:
        stated.get("request", {}).pop(name, None)
    for pair in stated.get("disclosures", ()):
        pair.pop("reason", None)
    stated |= {"mode": "respond", "reopens": record, "decided_on": today}
    return CaseFile.model_validate_json(json.dumps(stated, ensure_ascii=False).encode())


def to_look_at_again(case: CaseFile) -> tuple[str, ...]:
    """Give the answers of a case taken up again that need another look: the request's, and how much goes to whom."""
    return tuple(path for path in LOOKED_AT_AGAIN if paths.read(case, path) not in (None, ()))


def changed_since(before: CaseFile, way: Walk) -> tuple[Row, ...]:
    """Give each answer that is another now than in the earlier record, with what it was; what is open now is no answer.

    The day of the decision is another of itself.
    """
    words, put = wording(), way.put
    found = (one for one in differences(before, way.case) if one.path in put and one.path != "decided_on")
    return tuple(
        Row(
            put[one.path], one.path, one.about, one.question,
            words("responding.again.was", now=one.second, then=one.first or words("guide.answer.not_known")), True,
        )
        for one in found
        if one.second is not None and paths.read(way.case, one.path) not in (None, "")
    )  # fmt: skip
