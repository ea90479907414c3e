"""The cases beside each provision: one that holds, that fails, that is open, and the day before it began."""

import json
from pathlib import Path
from typing import Any

import pytest
from law_cases import MINI

from lawfulshare import content
from lawfulshare.case import case_file, paths
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.language.weighing import weigh
from lawfulshare.law.packs.pack import load, read_pack

PAIR = {"item": "i1", "recipient": "r1", "disclosure": "i1>r1"}
PLACES = {"item": "items.i1", "recipient": "recipients.r1", "disclosure": "disclosures.i1>r1"}


def beside(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted(folder.glob("*/*.cases.yaml")):
        provision = path.name.removesuffix(".cases.yaml")
        found += [(provision, case) for case in content.read_yaml(path)]
    return found


def case_of(given: dict[str, Any]) -> case_file.CaseFile:
    """Make a case of one pair that says what is given and nothing else."""
    stated: dict[str, Any] = {"format": case_file.FORMAT, "items": [{"id": "i1"}], "recipients": [{"id": "r1"}]}
    stated["disclosures"] = [{"item": "i1", "recipient": "r1"}]
    case = case_file.CaseFile.model_validate_json(json.dumps(stated | {"people": given.get("people")}))
    for fact, value in given.items():
        if fact != "people":
            root, _, rest = fact.partition(".")
            case = paths.put(case, f"{PLACES.get(root, root)}.{rest}" if rest else fact, value)
    return case


def told(law, provision: str, given: dict[str, Any]) -> str:
    if law.version(provision) is None:
        return "not law"
    return weigh(law.holds(provision), Scene(case_of(given), law.orders), PAIR).truth.value


SHIPPED = content.resources() / "law"
ALL = [(folder, provision, case) for folder in (MINI, SHIPPED) for provision, case in beside(folder)]


@pytest.mark.parametrize(
    ("folder", "provision", "case"), ALL, ids=[f"{provision}: {case['name']}" for _, provision, case in ALL]
)
def test_a_provision_says_what_the_case_beside_it_says(folder, provision, case):
    pack = load("england") if folder == SHIPPED else read_pack(MINI, "england")
    assert told(pack.on(str(case["day"])), provision, case["given"]) == case["then"]


def test_the_engine_and_the_cases_beside_know_the_same_provisions():
    known = set(load("england").provisions)
    assert {provision for provision, _ in beside(SHIPPED)} <= known
