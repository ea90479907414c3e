"""The acceptance cases in process, compared as their own checker compares them."""

import importlib.util
import json

import pytest
from law_cases import ACCEPTANCE, acceptance_cases

from lawfulshare.case import case_file
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs.pack import load


def checker():
    spec = importlib.util.spec_from_file_location("check_cases", ACCEPTANCE / "check_cases.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "whole"), acceptance_cases(), ids=lambda part: part if isinstance(part, str) else "")
def test_the_acceptance_case_holds(name, whole):
    case = case_file.read(json.dumps(whole["case"]).encode())
    assessment = assess(case, load("england").on(case.decided_on))
    assert checker().compare(whole["expect"], json.loads(assessment.model_dump_json())) == []
