import random
import shutil

import pytest
import yaml
from guided import CASES, acceptance, answer_page, ask, door, page

from lawfulshare import content
from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadForm
from lawfulshare.guide.checking import faults_of
from lawfulshare.guide.doors import doors, read_doors
from lawfulshare.guide.walk import walk

PLACES = {"{person}", "{recipient}", "{item}", "{subject}"}

FAULTY = {
    "there is no such fact": door(page("a", ask("concern.mood"))),
    "is not in the closed list": door(
        page("a", ask("concern.level", "choose_one", choices=[{"value": "awful", "text": "Awful"}]))
    ),
    "cannot answer a fact of kind": door(page("a", ask("concern.level"))),
    "nothing can be chosen": door(page("a", ask("concern.level", "choose_one"))),
    "which no earlier question asks": door(
        page("a", ask("concern.life_at_risk"), when="concern.crime_suspected", skipped_because="b"),
        page("b", ask("concern.crime_suspected")),
    ),
    "and not why it is skipped": door(
        page("a", ask("concern.life_at_risk")), page("b", ask("concern.crime_suspected"), when="concern.life_at_risk")
    ),
    "the page is not about each person": door(page("a", ask("person.age", "number"))),
    "none is bound there": door(
        page("a", ask("person.age", "number"), each="person"),
        page("b", when={"fact": "person.age", "below": 18}, skipped_because="c"),
    ),
    "there is no fact concern.mood": door(page("a", when="concern.mood", skipped_because="b")),
    "it looks at the free text": door(
        page("a", ask("concern.wishes", "line")), page("b", when="concern.wishes", skipped_because="c")
    ),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_form_that_must_not_be_shown_is_refused(fault):
    assert any(fault in found.what for found in faults_of(FAULTY[fault]))


@pytest.mark.parametrize("fault", ["there is no such fact", "there is no fact concern.mood"])
def test_a_fact_that_is_not_there_is_one_fault_and_not_several(fault):
    assert [fault in found.what for found in faults_of(FAULTY[fault])] == [True]


def test_an_entry_that_no_term_can_bind_is_looked_at_on_its_own_page_only():
    each = page("a", ask("enquiry.ask_alone"), each="enquiry")
    when = "enquiry.ask_alone"
    after = page("b", ask("concern.life_at_risk"), when=when, skipped_because="c")
    assert any("looks at one enquiry" in found.what for found in faults_of(door(each, after)))
    beside = page("a", ask("enquiry.ask_alone"), ask("enquiry.safe_contact", "line", when=when), each="enquiry")
    assert not list(faults_of(door(beside)))


def test_a_sound_form_has_no_fault():
    assert not list(faults_of(door(page("a", ask("concern.life_at_risk")))))


@pytest.fixture
def forms(tmp_path):
    shutil.copytree(content.forms(), tmp_path / "forms")
    return tmp_path / "forms"


def _refused(forms):
    with pytest.raises(BadForm) as refused:
        read_doors(forms)
    return str(refused.value)


def test_a_door_that_lists_no_pages_is_refused(forms):
    (forms / "seek" / "pages.yaml").write_text("title: Seek\n", encoding="utf-8")
    assert "seek/pages.yaml: it lists no pages" in _refused(forms)


def test_a_page_that_is_only_a_list_is_refused(forms):
    (forms / "shared" / "keeping.yaml").write_text("- review.on\n", encoding="utf-8")
    assert "shared/keeping.yaml: it is no page" in _refused(forms)


def test_a_door_whose_pages_look_at_what_is_not_there_is_refused(forms):
    path = forms / "shared" / "keeping.yaml"
    stated = yaml.safe_load(path.read_text(encoding="utf-8"))
    stated["asks"][0]["fact"] = "review.mood"
    path.write_text(yaml.safe_dump(stated), encoding="utf-8")
    assert "there is no such fact" in _refused(forms)


def test_a_page_listed_twice_is_refused(forms):
    order = yaml.safe_load((forms / "seek" / "pages.yaml").read_text(encoding="utf-8"))
    order["pages"].append(order["pages"][0])
    (forms / "seek" / "pages.yaml").write_text(yaml.safe_dump(order), encoding="utf-8")
    assert "is listed twice" in _refused(forms)


def test_a_page_that_is_missing_is_refused_by_name(forms):
    (forms / "shared" / "keeping.yaml").unlink()
    assert "there is no page keeping" in _refused(forms)


def test_a_page_in_two_folders_is_refused(forms):
    shutil.copy(forms / "shared" / "keeping.yaml", forms / "seek" / "keeping.yaml")
    assert "the page is there twice" in _refused(forms)


def test_a_key_that_no_form_has_is_refused(forms):
    with (forms / "shared" / "keeping.yaml").open("a", encoding="utf-8") as stream:
        stream.write("colour: red\n")
    assert "keeping.yaml colour" in _refused(forms)


def test_a_shared_list_that_is_not_there_is_refused(forms):
    path = forms / "shared" / "household.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("choices: parts", "choices: pieces"), encoding="utf-8")
    assert "no shared list of choices pieces" in _refused(forms)


def test_all_faults_are_told_at_once(forms):
    (forms / "shared" / "keeping.yaml").unlink()
    with (forms / "shared" / "household.yaml").open("a", encoding="utf-8") as stream:
        stream.write("colour: red\n")
    told = _refused(forms)
    assert "keeping" in told
    assert "colour" in told


def test_every_door_ends_with_checking_signing_and_what_comes_after():
    for each in doors().values():
        assert [one.special for one in each.pages[-3:]] == ["check", "sign", "after"]


def test_the_urgent_door_asks_at_most_six_pages_before_the_calls():
    names = [one.name for one in doors()["urgent"].pages]
    before = doors()["urgent"].pages[: names.index("urgent_call")]
    assert len(before) <= 6
    # Each page is one of the six questions, or two of them: never more than four things to say of one entry.
    assert all(len(one.asks) <= 4 for one in before)


@pytest.mark.parametrize("mode", ["share", "respond", "seek", "urgent"])
def test_every_page_and_every_question_can_be_reached(mode):
    unmet = {one.name for one in doors()[mode].pages}
    unput = {question.fact for one in doors()[mode].pages for question in one.asks}
    for seed in range(60):
        chance, case = random.Random(seed), CaseFile(mode=mode)
        for one in doors()[mode].pages:
            case = answer_page(chance, case, mode, one.name)
        way = walk(doors()[mode], case)
        unmet -= {one.name for one in way.pages}
        unput -= {asked.question.fact for questions in way.asked.values() for asked in questions}
        if not unmet and not unput:
            break
    assert not unmet
    assert not unput


def test_only_known_places_stand_in_the_words_and_only_where_somebody_is_bound():
    for each in doors().values():
        for one in each.pages:
            for text in [one.title, one.hint or ""] + [q.text for q in one.asks] + [q.hint or "" for q in one.asks]:
                places = {"{" + part.partition("}")[0] + "}" for part in text.split("{")[1:]}
                assert places <= PLACES
                bound = {"{subject}"} | ({f"{{{one.each}}}"} if one.each else set())
                assert places <= bound, (one.name, text)


def test_sentences_are_short_and_calm():
    for each in doors().values():
        for one in each.pages:
            texts = [one.title, one.hint, one.skipped_because]
            texts += [text for question in one.asks for text in (question.text, question.hint, question.example)]
            for text in filter(None, texts):
                assert "!" not in text
                assert "please" not in text.lower()
                for sentence in text.replace("?", ".").split("."):
                    assert len(sentence.split()) <= 20, sentence


def test_every_choice_has_its_words_once():
    for each in doors().values():
        for one in each.pages:
            for question in one.asks:
                values = [choice.value for choice in question.choices]
                words = [choice.text for choice in question.choices]
                assert len(set(values)) == len(values)
                assert len(set(words)) == len(words)


def test_every_sector_can_be_chosen_in_plain_words():
    sectors = paths.facts()["organisation.sector"].choices
    asked = {question.fact: question for one in doors()["share"].pages for question in one.asks}
    assert {choice.value for choice in asked["organisation.sector"].choices} == set(sectors)
    assert {choice.value for choice in asked["recipient.sector"].choices} == set(sectors)
    assert len({choice.text for choice in asked["organisation.sector"].choices}) == len(sectors)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_acceptance_case_goes_through_its_door(path):
    case = acceptance(path)
    way = walk(doors()[case.mode], case)
    assert way.pages[-3].special == "check" or way.skipped
