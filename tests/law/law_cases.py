"""Cases for the tests of the law: one that a test varies, half-told ones, the acceptance cases."""

import json
from pathlib import Path
from typing import Any

from lawfulshare.case import case_file
from lawfulshare.case.case_file import CaseFile

ACCEPTANCE = Path(__file__).parents[1] / "acceptance"
MINI = Path(__file__).parent / "mini"
DAY = "2026-11-23"


def a_case(**changes: Any) -> CaseFile:
    """A school tells children's services of a bruise; `changes` replace whole keys."""
    stated: dict[str, Any] = {
        "format": "lawfulshare.case/1",
        "mode": "share",
        "nation": "england",
        "decided_on": DAY,
        "organisation": {"sector": "school_maintained", "policy_document": True},
        "people": [
            {"id": "p1", "kind": "child", "age": 7, "consent": {"status": "not_sought"}, "coercion_suspected": False}
        ],
        "concern": {
            "level": "child_in_need", "about": ["p1"], "reasonable_cause": True, "life_at_risk": False,
            "crime_suspected": False, "public_protection": False, "fgm_disclosed_or_seen": False,
        },
        "recipients": [
            {"id": "r1", "sector": "council_childrens_services", "identity_verified": True, "secure_route": True,
             "could_endanger": []}
        ],
        "items": [
            {"id": "i1", "about": ["p1"], "classes": ["health"], "identifies": True, "confidential": True,
             "relevant": True, "accurate": True, "locates": [], "restrictions": []}
        ],
        "disclosures": [{"item": "i1", "recipient": "r1", "extent": "full", "necessary": True}],
        "balance": {"sharing_more_detrimental_to_child": False},
    }  # fmt: skip
    return case_file.read(json.dumps(stated | changes).encode())


def acceptance_cases() -> list[tuple[str, dict[str, Any]]]:
    paths = sorted(ACCEPTANCE.glob("[0-9]*.json"))
    return [(path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in paths]


def half_told():
    whole = a_case().model_dump(mode="json", by_alias=True)
    item, recipient, concern = whole["items"][0], whole["recipients"][0], whole["concern"]
    open_item = item | {"relevant": None, "confidential": None}
    open_recipient = recipient | {"identity_verified": None, "could_endanger": None}
    open_concern = concern | {"level": None, "reasonable_cause": None}
    return [
        a_case(items=[open_item]),
        a_case(items=[open_item], recipients=[open_recipient]),
        a_case(concern=open_concern),
        a_case(concern=open_concern, items=[item | {"accurate": None, "restrictions": None}]),
        a_case(people=[{"id": "p1", "kind": "child"}], organisation={"sector": "charity"}),
    ]


def small_cases():
    return [
        a_case(),
        a_case(mode="urgent", concern={"level": "significant_harm", "about": ["p1"], "reasonable_cause": False,
                                       "life_at_risk": False, "crime_suspected": True}),
        a_case(mode="respond", request={"from": "r1", "purpose_stated": True, "scope_clear": True}),
    ]  # fmt: skip
