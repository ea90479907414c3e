"""The whole road with the law that ships: decided cases become records that are sound."""

import json

import page
import pytest
from made import CLOSED_AT, theo
from sealed import author

from lawfulshare.case.case_file import CaseFile, read, write
from lawfulshare.content import root
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs.pack import load
from lawfulshare.record import twin
from lawfulshare.record.making import make
from lawfulshare.record.verifying import verify
from lawfulshare.wording import wording


def decided(number: str, **parts: object) -> CaseFile:
    path = next((root() / "tests" / "acceptance").glob(f"{number}-*.json"))
    case = json.loads(path.read_text(encoding="utf-8"))["case"] | parts
    if case["decision"]["outcome"] == "NOT_NOW":
        for pair in case["disclosures"]:
            pair["extent"] = "withhold"
    return read(json.dumps(case).encode())


CASES = {
    "some of it": read(write(theo())),
    "find out more": decided(
        "04",
        decision={
            "outcome": "SEEK", "rationale": "It is not enough alone.", "bases": ["art6-1-e-public-task"],
            "purpose": "So that they can answer.",
        },
    ),
    "not now": decided(
        "09",
        decision={"outcome": "NOT_NOW", "rationale": "She has said no.", "instead": "A weekly call."},
        review={"on": "2026-12-07"},
    ),
    "urgent": decided("08", decision={"outcome": "URGENT", "rationale": "He named whom and how."}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_decided_case_becomes_a_sound_record(name):
    case = CASES[name]
    law = load("england").on(case.decided_on)
    pdf = make(case, law, author(), number="LS-2026-7F3K9Q", closed_at=CLOSED_AT, words=wording("en"))
    told = verify("record.pdf", pdf)
    assert told.sound, told.findings
    kept, source = twin.read(pdf), assess(case, law)
    assert kept.case == case
    assert kept.assessment.model_copy(update={"explanation": source.explanation}) == source
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(pdf, profile=profile).is_compliant
