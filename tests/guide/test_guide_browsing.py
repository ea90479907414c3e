"""Browsing the law: words find provisions, and each provision names the questions that decide it."""

import pytest

from lawfulshare.guide.browsing import find, questions_deciding
from lawfulshare.guide.doors import doors
from lawfulshare.law.answer.standing import standing, standing_told
from lawfulshare.law.packs.pack import load
from lawfulshare.law.packs.provision import Version
from lawfulshare.wording import wording

LAW = load("england").on("2026-11-23")


def ids(**wanted):
    return {one.id for one in find(LAW, **wanted)}


@pytest.mark.parametrize("text", ["ca2004-s16la", "DUTY to share information", "section 16LA", "child safe and well"])
def test_a_provision_is_found_by_id_title_citation_and_plain_words(text):
    assert "ca2004-s16la" in ids(text=text)


def test_every_word_has_to_be_there_and_kind_and_standing_narrow_down():
    assert ids(text="zebra crossing") == set()
    assert ids() == set(LAW.provisions)
    duties = ids(kind="duty")
    assert duties
    assert {LAW.provision(name).kind for name in duties} == {"duty"}
    assert "ca2004-s16la" in ids(status="in_force_secondary")
    assert "cpa2026-csa-reporting" in ids(kind="duty", status="coming")
    assert [one.title.casefold() for one in find(LAW)] == sorted(one.title.casefold() for one in find(LAW))


def test_the_questions_that_decide_a_provision_are_those_of_the_forms():
    told = questions_deciding(LAW, LAW.provision("ca2004-s16la"))
    asked = {question.text for door in doors().values() for page in door.pages for question in page.asks
             if question.fact == "balance.sharing_more_detrimental_to_child"}  # fmt: skip
    assert asked & {one.question for one in told}
    assert all(one.doors and one.page for one in told)
    assert not any("{" in one.question for one in told)


def test_a_provision_that_asks_whether_others_stand_names_its_own_questions_alone():
    own = {one.question for one in questions_deciding(LAW, LAW.provision("art6-1-c-legal-obligation"))}
    every = {question.text for door in doors().values() for page in door.pages for question in page.asks}
    assert len(own) < len(every) / 4


def test_a_provision_without_conditions_is_decided_by_no_question():
    cited = next(one for one in LAW.provisions.values() if not any(v.conditions for v in one.versions))
    assert questions_deciding(LAW, cited) == ()


def test_what_is_worked_out_is_decided_by_the_question_that_states_it():
    told = {one.question for one in questions_deciding(LAW, LAW.provision("ca1989-s47"))}
    asked = {question.text for door in doors().values() for page in door.pages for question in page.asks
             if question.fact in ("request.from", "request.power_cited")}  # fmt: skip
    assert asked & told


STANDING = [
    ({"from": "2020-01-01", "status": "in_force"}, "in_force", "In force"),
    ({"from": "2020-01-01", "status": "in_force_secondary"}, "in_force_secondary",
     "In force, on secondary evidence"),
    ({"from": "2020-01-01", "status": "enacted_not_in_force"}, "coming", "Enacted, not in force"),
    ({"from": "2020-01-01", "status": "repealed"}, "over", "Repealed"),
    ({"from": "2027-01-01", "status": "in_force"}, "coming", "Not law yet; from 1 January 2027"),
    ({"from": "2020-01-01", "to": "2021-01-01", "status": "in_force"}, "over",
     "No longer law; it ended on 1 January 2021"),
]  # fmt: skip


@pytest.mark.parametrize(("version", "code", "told"), STANDING, ids=[told for _, _, told in STANDING])
def test_how_a_provision_stands_is_told(version, code, told):
    provision = LAW.provision("lpp").model_copy(
        update={"versions": (Version.model_validate(version | {"evidence": "For the test."}),)}
    )
    assert standing(LAW, provision) == code
    assert standing_told(LAW, provision, wording("en")) == told
