"""The page of an explanation tells law that is coming between the warnings and what is still open, and only there."""

import shutil

import pytest
from law_cases import DAY, MINI, a_case

from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.explanation import explain
from lawfulshare.law.answer.grounding import coming_told
from lawfulshare.law.packs.pack import read_pack

SAFEGUARDING = "uk/sch1-para18-safeguarding.yaml"


@pytest.fixture
def coming(tmp_path):
    """A law in which one condition is enacted and not in force."""
    folder = shutil.copytree(MINI, tmp_path / "law")
    path = folder / SAFEGUARDING
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: in_force\n", "status: enacted_not_in_force\n"), encoding="utf-8")
    return read_pack(folder, "england").on(DAY)


@pytest.mark.parametrize("depth", ["full", "audit"])
def test_law_that_is_coming_stands_after_the_warnings(coming, depth):
    case = a_case(items=[a_case().model_dump(mode="json")["items"][0] | {"nature": None}])
    lines = explain(assess(case, coming), case, coming, depth)
    at = lines.index("Law that is coming")
    assert lines[at + 1] == f"  {coming_told(coming, ['sch1-para18-safeguarding'])[0]}"
    if "Warnings" in lines:
        assert lines.index("Warnings") < at
    assert at < next(place for place, line in enumerate(lines) if line.startswith("Law of England as at"))


def test_without_law_that_is_coming_there_is_no_heading(law):
    assert "Law that is coming" not in explain(assess(a_case(), law), a_case(), law, "full")
