"""What the tests of the window share: the window on a folder of its own, and cases that are decided."""

import json
from pathlib import Path

from lawfulshare.case.case_file import CaseFile, read
from lawfulshare.desktop.demo import start
from lawfulshare.desktop.driving import Driver

ACCEPTANCE = Path(__file__).resolve().parents[1] / "acceptance"
PASSPHRASE = "a quiet desk with a lamp"
DECIDED = {
    "rationale": "I saw it myself on Friday and wrote it down that day. Those named need it to act. "
    "Nobody else can tell them, and leaving it would leave the risk as it is.",
    "purpose": "So that those who can help know what they need.",
    "alternatives": "Waiting was weighed and set aside.",
}


def decided(name: str, outcome: str, bases: tuple[str, ...], **more: object) -> CaseFile:
    """Give an acceptance case with a decision on it, and a day to look at it again."""
    stated = json.loads((ACCEPTANCE / f"{name}.json").read_text(encoding="utf-8"))
    case = dict(stated["case"])
    case["decision"] = {"outcome": outcome, "bases": list(bases), **DECIDED, **more}
    case["review"] = {"on": "2026-12-07", "because": "Has anything changed?"}
    pairs = {(pair["item"], pair["recipient"]) for pair in case["disclosures"]}
    every = [(item["id"], to["id"]) for item in case["items"] for to in case["recipients"]]
    rest = {"extent": "withhold", "necessary": False, "reason": "They do not need it for their part."}
    case["disclosures"] = [
        *case["disclosures"],
        *({"item": item, "recipient": to, **rest} for item, to in every if (item, to) not in pairs),
    ]
    case["decision_maker"] = {"name": "J. Malik", "role": "Named nurse"} | case.get("decision_maker", {})
    return read(json.dumps(case).encode())


def opened(folder: Path, case: CaseFile) -> Driver:
    """Open the window on an empty folder and start for the first time as the case's own decision-maker."""
    window, driver = start(folder)
    driver.first_start_as(case, PASSPHRASE)
    driver.keep = window
    return driver
