"""The coach reads a rationale back: it finds what a reader would stumble over, and leaves good prose alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawfulshare.guide.coaching import coach, reading_age

GOOD = (
    "On 3 November Mia came to school with a bruise on her arm. She said “he grabbed me”. I think she was afraid to go "
    "home. Children's services need this today because they can see her before she does."
)


def kinds(text, earlier=()):
    return [advice.kind for advice in coach(text, earlier)]


def test_a_good_rationale_is_left_alone():
    assert kinds(GOOD) == []


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Concerns were raised on 3 May, so that she is seen.", "vague", "Concerns were raised"),
        ("The father is obviously lying.", "opinion", "obviously"),
        ("The EHT was told.", "initials", "EHT"),
        ("Both CINs were read.", "initials", "CINs"),
    ],
)
def test_what_a_reader_would_stumble_over_is_found_in_its_place(text, kind, found):
    advice = next(one for one in coach(text) if one.kind == kind)
    assert text[advice.start : advice.end] == found
    assert found in advice.says


@pytest.mark.parametrize(
    "text",
    [
        "I think he is evasive.",
        "She said “he is manipulative”.",
        "“He is manipulative” stands in the note.",
        "The early help team (EHT) was told. The EHT agreed.",
        "EHT (early help team) was told.",
        "The GP and the NHS know.",
    ],
)
def test_an_opinion_that_is_owned_and_initials_that_are_written_out_pass(text):
    assert not {"opinion", "initials"} & set(kinds(text))


def test_initials_are_told_once():
    assert kinds("The EHT rang. The EHT rang again. The EHT came.").count("initials") == 1


def test_an_opinion_after_somebody_elses_words_is_still_found():
    assert "opinion" in kinds("“I fell” was heard from the child. The father is hostile.")


def test_a_sentence_of_an_earlier_record_is_found_and_a_short_one_is_not():
    earlier = ["Sharing is proportionate because the child could come to serious harm tonight. Yes."]
    again = "Sharing is proportionate, because the child could come to serious harm tonight. Yes."
    assert kinds(again, earlier).count("boilerplate") == 1
    assert "boilerplate" not in kinds(
        "The landlord saw three children alone on Friday, with no food in the home.", earlier
    )


def test_what_the_whole_lacks_is_told_once_it_is_long_enough():
    bare = "The child is sad and the home is cold and the parents are away and nobody seems to come"
    assert {"facts", "so_what"} <= set(kinds(bare))
    assert not {"facts", "so_what"} & set(kinds("The child is sad."))


def test_hard_prose_is_told_by_its_reading_age():
    hard = (
        "Notwithstanding considerable uncertainty regarding historical multi-agency communication on 3 May, "
        "proportionate dissemination of accumulated information facilitates comprehensive assessment because "
        "organisational fragmentation previously precluded any meaningful identification of deterioration."
    )
    assert "reading_age" in kinds(hard)
    assert reading_age("The cat sat on the mat.") < 8
    assert reading_age(hard) > 16
    assert reading_age(" … ") == 0


@given(st.text(max_size=300))
def test_any_text_can_be_read_back_and_every_place_lies_within_it(text):
    for advice in coach(text, [text]):
        assert 0 <= advice.start <= advice.end <= len(text)
        assert advice.says
