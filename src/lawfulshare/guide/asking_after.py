"""Who is missing from the family as it was told: what to ask after, and how somebody who was missing comes in."""

import json
from typing import Any

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.family import not_asked_after
from lawfulshare.case.vocabulary import FamilyPart
from lawfulshare.guide import answers

BEGINS_AS: dict[FamilyPart, dict[str, str]] = {
    "absent_parent": {"kind": "adult", "part": "parent"},
    "siblings": {"kind": "child", "part": "sibling"},
    "new_partner": {"kind": "adult", "part": "household_member"},
    "online": {"part": "other"},
    "adults": {"kind": "adult", "part": "other"},
}
"""What is sure of somebody from what they were asked after; all else is asked."""


def parts_to_show(case: CaseFile) -> tuple[FamilyPart, ...]:
    """Give the parts of the family to ask after: where nobody was named, whether or not it was said that none is."""
    considered = case.family_considered or ()
    return (*not_asked_after(case), *considered)


def add_missing(case: CaseFile, part: FamilyPart) -> tuple[CaseFile, str]:
    """Give the case with one more person, as far as the prompt settles who it is, and the person's key.

    That somebody is there takes back that there is nobody.
    """
    case, key = answers.add(case, "person")
    stated: dict[str, Any] = case.model_dump(mode="json", exclude_none=True)
    added = stated["people"][-1]
    added |= BEGINS_AS[part]
    about = (case.concern.about or ()) or [one.id for one in case.people or () if one.part == "subject"]
    if part == "online" and about:
        added["relationships"] = [{"to": about[0], "contact": "online"}]
    if part in stated.get("family_considered", ()):
        stated["family_considered"] = [one for one in stated["family_considered"] if one != part]
    return CaseFile.model_validate_json(json.dumps(stated, ensure_ascii=False).encode()), key
