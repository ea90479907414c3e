"""How a provision stands on a day: in force, in force on secondary evidence, still to come, or over."""

from typing import Literal, TypeAlias

from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import Wording

Standing: TypeAlias = Literal["in_force", "in_force_secondary", "coming", "over"]


def standing(law: Law, provision: Provision) -> Standing:
    """Say how a provision stands on the day of a law."""
    version = next((one for one in provision.versions if one.covers(law.day)), None)
    match version.status if version else None:
        case "in_force" | "in_force_secondary" as status:
            return status
        case "enacted_not_in_force":
            return "coming"
        case "repealed":
            return "over"
    return "coming" if provision.versions[-1].from_ > law.day else "over"


def standing_told(law: Law, provision: Provision, words: Wording) -> str:
    """Say the same in words, with the day on which it comes or ended."""
    version = next((one for one in provision.versions if one.covers(law.day)), None)
    if version is not None:
        return words(f"law.statuses.{version.status}")
    coming = next((one for one in provision.versions if one.from_ > law.day), None)
    if coming is not None:
        return words("law.state.coming", day=words.day(coming.from_))
    return words("law.state.over", day=words.day(provision.versions[-1].to or law.day))
