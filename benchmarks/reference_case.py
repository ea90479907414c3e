"""A case of any size for the benchmarks: every fact said, nobody real."""

from lawfulshare.case.case_file import CaseFile


def reference_case(*, people: int, items: int, recipients: int) -> CaseFile:
    """Make a case with so many people, items and recipients, and a pair for each item and recipient."""
    sectors = ("council_childrens_services", "police", "gp_practice", "school_maintained", "charity", "nhs_trust")
    classes = (
        ["health"],
        ["ordinary"],
        ["criminal_allegation"],
        ["family"],
        ["contact_details"],
        ["health", "sex_life"],
    )
    return CaseFile.model_validate(
        {
            "mode": "share",
            "decided_on": "2026-11-23",
            "nation": "england",
            "organisation": {"name": "Northmoor NHS Trust", "sector": "nhs_trust", "policy_document": True},
            "people": [_person(number) for number in range(1, people + 1)],
            "concern": {
                "level": "child_in_need", "about": ["p1"], "kinds": ["neglect"], "reasonable_cause": True,
                "life_at_risk": False, "crime_suspected": True, "public_protection": False,
                "fgm_disclosed_or_seen": False, "modern_slavery": False, "radicalisation": False,
                "disaster_emergency": False,
            },
            "recipients": [
                {"id": f"r{number}", "label": f"Recipient {number}", "sector": sectors[number % len(sectors)],
                 "safeguarding_role": True, "identity_verified": True, "secure_route": True, "could_endanger": []}
                for number in range(1, recipients + 1)
            ],
            "items": [
                {"id": f"i{number}", "what": f"Item {number}", "about": [f"p{1 + number % people}"],
                 "classes": classes[number % len(classes)], "nature": "fact", "identifies": True, "confidential": True,
                 "relevant": True, "accurate": True, "locates": [], "restrictions": []}
                for number in range(1, items + 1)
            ],
            "disclosures": [
                {"item": f"i{item}", "recipient": f"r{recipient}", "extent": "full", "necessary": True}
                for item in range(1, items + 1)
                for recipient in range(1, recipients + 1)
            ],
            "balance": {"sharing_more_detrimental_to_child": False},
        }
    )  # fmt: skip


def _person(number: int) -> dict[str, object]:
    child = number == 1
    return {
        "id": f"p{number}", "label": f"Person {number}", "kind": "child" if child else "adult",
        "age": 7 if child else 30, "part": "subject" if child else "parent", "experiencing_or_at_risk_of_harm": child,
        "capacity": "not_applicable" if child else "has", "competent_to_decide": False if child else None,
        "needs_care_and_support": False, "unable_to_protect_self": False, "coercion_suspected": False,
        "may_harm_child": number == 2, "position_of_trust": False, "may_harm_others": False,
        "consent": {"status": "cannot_give"} if child else {"status": "not_sought", "not_sought_because": "delay"},
        "told": {"status": "told"},
    }  # fmt: skip


CHANGES: tuple[tuple[str, object], ...] = (
    ("items.i3.relevant", False), ("people.p2.may_harm_child", None), ("concern.level", "welfare"),
    ("recipients.r2.secure_route", False), ("disclosures.i1>r1.necessary", False), ("concern.reasonable_cause", None),
    ("items.i3.relevant", True), ("people.p2.may_harm_child", True), ("concern.level", "significant_harm"),
    ("recipients.r2.secure_route", True), ("disclosures.i1>r1.necessary", True), ("concern.reasonable_cause", True),
    ("items.i7.classes", ["health"]), ("concern.crime_suspected", None), ("items.i9.confidential", False),
    ("items.i7.classes", ["ordinary"]), ("concern.crime_suspected", True), ("items.i9.confidential", True),
)  # fmt: skip
"""Answers as they come: of the case, of a person, of an item, of a recipient, of one cell; there and back."""
