"""The window shows the answer of a large case within 50 ms of an answer."""

import json
import time

from lawfulshare.case import case_file
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.packs.pack import load


def large_case():
    people = [
        {"id": f"p{n}", "kind": "child" if n % 2 else "adult", "age": 7 if n % 2 else 40, "coercion_suspected": False,
         "consent": {"status": "refused"}}
        for n in range(6)
    ]  # fmt: skip
    items = [
        {"id": f"i{n}", "about": [f"p{n % 6}"], "classes": ["health", "criminal_allegation"], "identifies": True,
         "confidential": True, "relevant": bool(n % 5), "accurate": True, "locates": [], "restrictions": []}
        for n in range(12)
    ]  # fmt: skip
    sectors = ["council_childrens_services", "police", "academy", "gp_practice", "family_member"]
    recipients = [
        {"id": f"r{n}", "sector": sector, "identity_verified": True, "secure_route": True, "could_endanger": []}
        for n, sector in enumerate(sectors)
    ]
    pairs = [
        {"item": item["id"], "recipient": recipient["id"], "extent": "full", "necessary": True}
        for item in items
        for recipient in recipients
    ]
    stated = {
        "format": "lawfulshare.case/1", "mode": "share", "nation": "england", "people": people, "items": items,
        "recipients": recipients, "disclosures": pairs,
        "organisation": {"sector": "school_maintained", "policy_document": True},
        "concern": {"level": "child_in_need", "about": ["p1"], "reasonable_cause": True, "crime_suspected": True},
        "balance": {"sharing_more_detrimental_to_child": False},
    }  # fmt: skip
    return case_file.read(json.dumps(stated).encode())


def fastest(case, law, times=5):
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        first_answer(case, law)
        taken.append(time.perf_counter() - began)
    return min(taken)


def test_the_first_answer_for_sixty_pairs_takes_less_than_fifty_milliseconds():
    case, law = large_case(), load("england").on("2026-11-23")
    first_answer(case, law)
    assert fastest(case, law) < 0.05
