"""The bank of curious questions: what is offered in a case, and what is refused in a bank."""

import json
import shutil

import pytest

from lawfulshare import content
from lawfulshare.case import case_file
from lawfulshare.faults import BadContent
from lawfulshare.guide.curiosity import FAMILY, bank, family_not_asked, offers, question_of, read_bank


def a_case(**stated):
    return case_file.read(json.dumps({"format": case_file.FORMAT, **stated}).encode())


def test_the_bank_has_every_question_of_the_practice_notes():
    questions = [question for group in bank() for question in group.asks]
    flags = [part for question in questions for part in question.family]
    assert (len(questions), len(bank())) == (81, 19)
    assert [flags.count(part) for part in FAMILY] == [39, 6, 9, 13, 6]


def test_a_question_for_somebody_of_the_case_comes_first_and_names_them():
    case = a_case(recipients=[{"id": "r1", "sector": "housing_association"}])
    first = offers(case)[0]
    assert first.group.name == "housing" and first.recipients == ("r1",)
    assert any(not offer.recipients for offer in offers(case)), "others who may know are offered too"


def test_only_questions_that_fit_the_worry_are_offered_and_all_while_none_is_named():
    named = {offer.question.id for offer in offers(a_case(concern={"kinds": ["substance_misuse"]}))}
    every = {offer.question.id for offer in offers(a_case())}
    money = next(q.id for g in bank() for q in g.asks if q.kinds == ("financial_abuse",))
    drugs = next(q.id for g in bank() for q in g.asks if q.kinds == ("substance_misuse",))
    assert money not in named and drugs in named and {money, drugs} <= every


def test_a_question_says_what_it_gives_away_its_own_or_that_of_its_group():
    own = next(offer for offer in offers(a_case()) if offer.question.gives_away)
    groups = next(offer for offer in offers(a_case()) if not offer.question.gives_away)
    assert own.gives_away == own.question.gives_away
    assert groups.gives_away == groups.group.gives_away and groups.least == groups.group.least


def test_what_was_taken_from_the_bank_is_known_and_so_is_whom_nobody_asked_after():
    partner = next(q for g in bank() for q in g.asks if q.family == ("siblings",))
    case = a_case(enquiries=[{"id": "e1", "bank": partner.id, "question": "In other words"}, {"id": "e2"}])
    assert [offer.question.id for offer in offers(case) if offer.taken] == [partner.id]
    assert family_not_asked(case) == tuple(part for part in FAMILY if part != "siblings")
    assert question_of("no-such") is None
    assert family_not_asked(a_case(enquiries=[{"id": "e1", "bank": "gone"}])) == FAMILY


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(content.resources() / "enquiries", tmp_path / "enquiries")
    return tmp_path / "enquiries"


def test_a_question_given_twice_is_refused(folder):
    other = folder / "police.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("id: q20", "id: q01"), encoding="utf-8")
    with pytest.raises(BadContent, match="q01 is given twice"):
        read_bank(folder)


def test_a_word_that_is_no_part_of_a_question_is_refused(folder):
    other = folder / "police.yaml"
    other.write_text(other.read_text(encoding="utf-8") + "mood: grim\n", encoding="utf-8")
    with pytest.raises(BadContent, match=r"police\.yaml mood"):
        read_bank(folder)
