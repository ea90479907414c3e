"""What changed in the law: each kind of change is told in words, and each is found as the cause of what it changes."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from law_cases import DAY, MINI, a_case

from lawfulshare.law.answer.assessing import assess, first_answer
from lawfulshare.law.answer.differing import Differing
from lawfulshare.law.answer.impact import Impact
from lawfulshare.law.packs.comparing import compare, of_day, put_back, whole
from lawfulshare.law.packs.pack import read_pack

DUTY = "england/ca2004-s16la.yaml"
TASK = "uk/art6-1-e-public-task.yaml"


@pytest.fixture
def newer(tmp_path):
    """Give a function that reads the small pack with one file changed."""
    folder = Path(shutil.copytree(MINI, tmp_path / "law"))

    def read(file, change):
        path = folder / file
        stated = yaml.safe_load(path.read_text(encoding="utf-8"))
        change(stated)
        path.write_text(yaml.safe_dump(stated), encoding="utf-8")
        return read_pack(folder, "england")

    return read


def told(old, new):
    lines = Differing(whole(old), whole(new)).lines(compare(whole(old), whole(new)))
    return [line.strip() for line in lines]


def the_version(stated):
    return stated["versions"][-1]


def exempted(stated):
    the_version(stated)["exceptions"] = {"asked_not_to": {"says": "They asked you not to", "when": "item.confidential"}}


def reordered(stated):
    stated["verdict"][0], stated["verdict"][1] = stated["verdict"][1], stated["verdict"][0]


def later_version(stated):
    the_version(stated)["to"] = "2027-01-01"
    stated["versions"].append({"from": "2027-01-02", "status": "repealed", "evidence": "For the tests."})


TOLD = [
    (DUTY, lambda s: s.update(plain="Else."), ["The plain words change.", "was: For the tests.", "is: Else."]),
    (DUTY, lambda s: s.update(read="no"), ["How much of its text was read changes.", "was: in whole", "is: not read"]),
    (DUTY, lambda s: s.update(personal=True),
     ["Whether it falls on the practitioner in person changes.", "was: not so", "is: so"]),
    (DUTY, lambda s: s.update(who="Schools."), ["Whom it is for changes.", "was: nothing", "is: Schools."]),
    (DUTY, lambda s: s.update(refers_to=["police"]), ["Who must hear changes.", "was: nothing", "is: the police"]),
    (DUTY, lambda s: s.update(opens=["lpp"]), ["What it leads to changes.", "is: lpp"]),
    (DUTY, lambda s: s.update(kind="power"), ["It is of another kind.", "is: A power to share"]),
    (DUTY, lambda s: the_version(s).update({"from": "2026-10-30"}),
     ["The first day is moved.", "was: 30 September 2026", "is: 30 October 2026"]),
    (DUTY, lambda s: the_version(s).update(to="2026-12-01"),
     ["The last day is moved.", "was: no last day", "is: 1 December 2026"]),
    (DUTY, lambda s: the_version(s).update(status="in_force_secondary"),
     ["The status of the version from 30 September 2026 changes.", "is: In force, on secondary evidence"]),
    (DUTY, later_version, ["A version comes. From 2 January 2027: Repealed"]),
    (DUTY, lambda s: the_version(s)["conditions"].pop("relevant"),
     ["A condition goes: Relevant.", "the item bears on the purpose"]),
    (DUTY, exempted, ["An exception comes: They asked you not to.", "the item was given in confidence"]),
    (DUTY, lambda s: the_version(s)["conditions"]["relevant"].update(says="It matters."),
     ["The condition “relevant” is worded anew.", "was: Relevant.", "is: It matters."]),
    (DUTY, lambda s: the_version(s)["conditions"]["relevant"].update(when={"not": "item.confidential"}),
     ["The condition “relevant” asks something else.", "was:", "the item bears on the purpose", "is:",
      "the item was not given in confidence"]),
    ("uk/art9-2-c-vital-interests.yaml", lambda s: s.update(meets=["special", "offence"]),
     ["What it meets changes.", "was: special category data (UK GDPR Article 9)"]),
    ("uk/cl-best-interests.yaml", lambda s: s.update(route="s251"),
     ["Its route changes.", "was: the person's best interests", "is: support under section 251"]),
    ("lists.yaml", lambda s: s["s16la_bodies"].append("charity"),
     ["List “s16la bodies”: changed", "It takes in a charity or voluntary group."]),
    ("lists.yaml", lambda s: s["s16la_bodies"].remove("police"),
     ["List “s16la bodies”: changed", "It no longer takes in the police."]),
    ("procedure.yaml", lambda s: s["terms"].update(danger="concern.life_at_risk"),
     ["Definition “danger”: changed", "It asks something else.", "a life is at risk"]),
    ("procedure.yaml", lambda s: s["terms"].update(fresh="item.accurate"), ["Definition “fresh”: new"]),
    ("procedure.yaml", lambda s: s["verdict"][0].update(then="advice"),
     ["Row “endangers” of the verdict table: changed", "was: hold it back", "is: take advice first"]),
    ("procedure.yaml", reordered, ["Its place in the table changes.", "was: the first", "is: after “not relevant”"]),
    ("procedure.yaml", lambda s: s["refer_to"][0].update(then=["police", "coroner"]),
     ["Row “danger” of who must hear: changed", "was: the police", "is: the police; a coroner"]),
    ("procedure.yaml", lambda s: s["axioms"][0].update(says="it cannot be"),
     ["What no case may say, “adult under 18”: changed", "is: it cannot be"]),
    ("procedure.yaml", lambda s: s["axioms"][0].update(never="person.may_harm_child"), ["the person may harm a child"]),
    ("england/nation.yaml", lambda s: s["prefer"]["basis"].reverse(),
     ["The order in which bases, conditions and routes are shown: changed", "The order of lawful bases changes."]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "change", "lines"), TOLD, ids=[lines[-1] for _, _, lines in TOLD])
def test_each_change_of_the_law_is_told_in_words(mini, newer, file, change, lines):
    new = newer(file, change)
    said = told(mini, new)
    assert [line for line in lines if line not in said] == []
    assert [line for line in said if re.search(r"_|\bNone\b|[{}\[\]]", line)] == []
    assert told(mini, mini) == ["Nothing differs."]


@pytest.mark.parametrize(("file", "change", "lines"), TOLD, ids=[lines[-1] for _, _, lines in TOLD])
def test_undoing_every_difference_gives_the_old_pack_back(mini, newer, file, change, lines):
    pack = newer(file, change)
    for difference in compare(whole(mini), whole(pack)):
        pack = put_back(pack, mini, difference)
    assert [one for one in compare(whole(mini), whole(pack)) if one.about != "axiom"] == []


def test_a_provision_that_comes_and_goes_is_told_with_its_days(mini):
    before, after = of_day(mini, "2026-09-29"), of_day(mini, "2026-09-30")
    lines = list(Differing(before, after).lines(compare(before, after)))
    assert "Provisions that come" in lines
    assert "    From 30 September 2026: In force" in lines
    back = list(Differing(after, before).lines(compare(after, before)))
    assert "Provisions that go" in back


def enslaved():
    concern = a_case().concern.model_dump(exclude_none=True, by_alias=True) | {"modern_slavery": True}
    return a_case(concern=concern)


BOUND = {"sector": "police", "policy_document": True}


def test_what_a_case_would_get_comes_from_the_change_that_makes_it(mini, newer):
    case = a_case(organisation=BOUND)
    newer(DUTY, lambda s: the_version(s).update({"from": "2027-09-30"}))
    impact = Impact(mini, newer(TASK, lambda s: s.update(title="Public task, renamed")))
    assert {"duties", "basis"} <= {one.what for one in impact.of(case, DAY)}
    assert [one.name for one in impact.because(case, DAY)] == ["ca2004-s16la"]
    assert impact.of(case, "2026-09-29") == ()
    assert impact.because(case, "2026-09-29") == ()


def test_an_outcome_and_a_verdict_that_would_be_others_are_named(mini, newer):
    impact = Impact(mini, newer("procedure.yaml", lambda s: s["terms"].update(danger="concern.modern_slavery")))
    old, new = (first_answer(enslaved(), pack.on(DAY)) for pack in (impact.old, impact.new))
    assert (old.outcome, new.outcome) == ("SHARE", "URGENT")
    assert ("outcome", "", "SHARE", "URGENT") in impact.of(enslaved(), DAY)
    assert [one.name for one in impact.because(enslaved(), DAY)] == ["danger"]


def test_a_record_is_held_against_what_it_told_and_not_against_what_would_be_told_today(mini):
    recorded = assess(a_case(), mini.on(DAY)).model_copy(update={"outcome": "LIMITED"})
    assert Impact(mini, mini).of(a_case(), DAY, recorded) == (("outcome", "", "LIMITED", "SHARE"),)


def test_where_no_change_alone_makes_the_difference_all_are_named(mini, newer):
    def either(stated):
        stated["terms"] |= {"one": "concern.modern_slavery", "other": "concern.modern_slavery"}
        stated["terms"]["danger"] = {"any": [{"term": "one"}, {"term": "other"}]}

    def neither(stated):
        either(stated)
        stated["terms"] |= {"one": "concern.life_at_risk", "other": "concern.life_at_risk"}

    old = newer("procedure.yaml", neither)
    impact = Impact(old, newer("procedure.yaml", either))
    assert [one.name for one in impact.because(enslaved(), DAY)] == ["one", "other"]
    assert impact.because(enslaved(), DAY) == impact.differences


def test_a_change_that_the_rest_cannot_stand_without_is_passed_over(mini, newer):
    def defined(stated):
        stated["terms"]["fresh"] = "concern.modern_slavery"
        stated["terms"]["danger"] = {"term": "fresh"}

    impact = Impact(mini, newer("procedure.yaml", defined))
    assert [one.name for one in impact.because(enslaved(), DAY)] == ["danger"]
