"""What is said of an answer: why a verdict, why not a basis, how far an answer stands, on what law it rests."""

import shutil
from pathlib import Path

import pytest
import yaml
from law_cases import DAY, MINI, a_case, half_told

from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadCaseFile
from lawfulshare.law.answer import assessment
from lawfulshare.law.answer.assessing import assess, first_answer
from lawfulshare.law.answer.diagram import Diagram
from lawfulshare.law.answer.explanation import describe_provision, explain
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.net import Net
from lawfulshare.law.answer.reading import Reader
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.answer.unknowns import open_facts
from lawfulshare.law.packs.pack import read_pack


def item(**changes):
    return [a_case().model_dump(mode="json", by_alias=True)["items"][0] | changes]


def told(case, law, depth="full"):
    return explain(assess(case, law), case, law, depth)


@pytest.fixture
def rewritten(tmp_path):
    """Give a function that changes one file of the small pack and reads it again."""
    folder = Path(shutil.copytree(MINI, tmp_path / "law"))

    def law(file, change, day=DAY):
        stated = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
        change(stated)
        (folder / file).write_text(yaml.safe_dump(stated), encoding="utf-8")
        return read_pack(folder, "england").on(day)

    return law


@pytest.fixture
def nobody_may():
    """A charity that nothing obliges, nothing permits and nobody consents to."""
    people = [{"id": "p1", "kind": "child", "age": 7, "consent": {"status": "refused"}, "coercion_suspected": False}]
    concern = {"level": "welfare", "about": [], "reasonable_cause": False, "life_at_risk": False,
               "crime_suspected": False, "public_protection": False, "fgm_disclosed_or_seen": False}  # fmt: skip
    sender = {"sector": "charity", "designated_agency": False, "nhs_services": False}
    return a_case(people=people, organisation=sender, concern=concern)


def test_what_falls_to_the_last_row_names_the_innermost_layers_that_fail(law, nobody_may):
    first, *because = assess(nobody_may, law).disclosures[0].because
    assert first == "Otherwise."
    assert because == ["Not: urgent responder.", "Not: lawful.", "Not: conditioned.", "Not: open to tell."]


def test_a_layer_that_holds_is_not_named_among_what_is_missing(law, nobody_may):
    ordinary = nobody_may.model_copy(update={"items": a_case(items=item(classes=["education"])).items})
    assert "Not: conditioned." not in assess(ordinary, law).disclosures[0].because


def test_an_answer_that_is_only_suggested_is_said_to_be_one(law):
    suggested = told(a_case(items=item(relevant=None)), law, "brief")
    assert suggested[0].endswith("This is suggested because something is still open.")
    assert suggested[1] == "Something is open."
    assert not any("suggested" in line for line in told(a_case(), law, "brief"))


def test_a_draft_without_an_answer_or_pairs_is_explained_without_inventing_either(law):
    lines = told(CaseFile(), law)
    assert lines[:2] == ["The answer is still open.", ""]
    assert "Each item and recipient" not in lines
    assert "Each item and recipient" in told(a_case(), law)


def test_the_grounds_of_a_disclosure_are_told_and_what_it_does_not_need_is_not(law, nobody_may):
    def grounds(case):
        return [line.strip().partition(":")[0] for line in told(case, law) if line[:2] == "  "]

    whole = grounds(a_case())
    assert {"Lawful basis", "Condition", "Confidence"} <= set(whole)
    ordinary = grounds(a_case(items=item(classes=["education"])))
    assert "Lawful basis" in ordinary
    assert "Condition" not in ordinary
    nobody_named = grounds(a_case(items=item(identifies=False)))
    assert "This is not personal data, so it needs no lawful basis under Article 6." in nobody_named
    assert "Lawful basis" not in nobody_named
    refused = told(nobody_may, law)
    assert "    Lawful basis: none stands." in refused
    assert not any(line.startswith("  Confidence") for line in refused)


def test_a_provision_that_is_law_is_described_with_both_days_of_each_earlier_version(law, mini):
    lines = describe_provision(
        law.provision("art6-1-e-public-task"), DAY, Reader(mini.provisions, mini.lists, mini.procedure)
    )
    assert "Not law on this day." not in lines
    assert any("25 May 2018" in line and "4 February 2026" in line for line in lines)


def test_an_answer_that_rests_on_law_whose_text_nobody_read_warns(rewritten):
    law = rewritten("uk/art6-1-e-public-task.yaml", lambda stated: stated.update(read="no"))
    assert "rests-on-unread-law" in {warning.code for warning in assess(a_case(), law).warnings}


def never(each, term):
    axiom = {"axiom": "never", "each": each, "never": term, "says": "it says what cannot be", "mend": "Mend it."}
    return lambda stated: stated["axioms"].append(axiom)


CONTRADICTIONS = [
    ("case", "concern.reasonable_cause", "case file"),
    ("disclosure", [{"fact": "disclosure.extent", "is": "full"}, "item.relevant"], "disclosures.i1>r1"),
    ("item", "item.relevant", "items.i1"),
    ("recipient", "recipient.secure_route", "recipients.r1"),
]


@pytest.mark.parametrize(("each", "term", "where"), CONTRADICTIONS, ids=[each for each, _, _ in CONTRADICTIONS])
def test_what_no_file_may_say_is_told_where_it_is_said(rewritten, each, term, where):
    law = rewritten("procedure.yaml", never(each, term))
    with pytest.raises(BadCaseFile, match=f"{where}: it says what cannot be"):
        assess(a_case(), law)
    assert [warning.at for warning in first_answer(a_case(), law).warnings if warning.code == "contradiction"] == [
        where
    ]


def offered(law):
    return {path for change in assess(a_case(), law).would_change for path in change.set}


@pytest.mark.parametrize("each", ["case", "disclosure", "item"])
def test_no_change_is_offered_that_no_valid_file_could_say(rewritten, law, each):
    path, term = {
        "case": ("concern.life_at_risk", "concern.life_at_risk"),
        "disclosure": ("disclosures.i1>r1.necessary", {"not": "disclosure.necessary"}),
        "item": ("items.i1.relevant", {"not": "item.relevant"}),
    }[each]
    assert path in offered(law)
    assert path not in offered(rewritten("procedure.yaml", never(each, term)))


def test_law_of_another_day_makes_nothing_impossible(rewritten, mini):
    the_day_before = "2026-09-29"
    under_the_duty = never("disclosure", {"holds": "ca2004-s16la"})
    changed = rewritten("procedure.yaml", under_the_duty, day=the_day_before)
    assert offered(changed) == offered(mini.on(the_day_before))


def test_who_is_there_is_asked_where_nobody_was_named(law):
    bare = CaseFile.model_validate({"mode": "share", "items": [{"id": "i1"}], "recipients": [{"id": "r1"}],
                                    "disclosures": [{"item": "i1", "recipient": "r1"}]})  # fmt: skip
    assert "people" in {fact.path for fact in assess(bare, law).open}


@pytest.mark.parametrize("case", half_told(), ids=range(len(half_told())))
def test_where_exactness_takes_too_long_no_open_fact_is_missed(law, case, monkeypatch):
    found = Findings(case, law)
    exact = {fact.path for fact in open_facts(found, Net(found))}
    monkeypatch.setattr("lawfulshare.law.answer.unknowns.Diagram", lambda net: Diagram(net, largest=1))
    found = Findings(case, law)
    assert exact <= {fact.path for fact in open_facts(found, Net(found))}


DERIVED = [
    ("people.p1.lives_with_a_child", "people.p1.relationships"),
    ("disclosures.i1>r1.to_their_agent", "recipients.r1.acts_for.person"),
    ("request.made", "request"),
    ("items.i1.relevant", "items.i1.relevant"),
]


@pytest.mark.parametrize(("path", "stated"), DERIVED)
def test_a_fact_that_is_worked_out_is_asked_for_where_it_can_be_stated(path, stated):
    assert Scene(a_case()).stated_at(path) == stated


def test_a_recipient_may_be_the_parent_of_whom_the_item_is_about():
    child, parent = {"id": "p1", "kind": "child"}, {"id": "p2", "kind": "adult"}
    for responsible, is_parent in ((["p1"], True), ([], False), (None, None)):
        people = [child, parent | ({} if responsible is None else {"parental_responsibility": responsible})]
        scene = Scene(a_case(people=people, recipients=[{"id": "r1", "sector": "parent", "person": "p2"}]))
        assert scene("disclosures.i1>r1.to_their_parent") is is_parent
    assert Scene(a_case())("disclosures.i1>r1.to_their_parent") is None


def test_a_day_on_which_nothing_was_referred_stays_unsaid():
    assert Scene(a_case())("concern.referred.on") is None


def test_the_schema_of_the_assessment_names_all_that_is_said():
    assert set(assessment.schema()["properties"]) == set(assessment.Assessment.model_fields)
